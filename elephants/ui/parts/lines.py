"""The list that every page uses: rows kept by id and changed where they differ, never built again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from elephants.ui.parts.buttons import LinkButton
from elephants.ui.parts.line import Answer, Ask, Chip, Line
from elephants.ui.parts.row import Row
from elephants.ui.style import px
from elephants.words import trn

__all__ = ["Answer", "Ask", "Chip", "Line", "Lines"]
FOLD = 100


class Lines(QScrollArea):
    """Shows lines one below the other and tells by `acted(id, action)` what someone wants done with one.

    Up and Down, Home and End move between rows; the chosen row keeps the focus while lines come and go. Of more than
    a hundred the latest hundred are shown, and a button shows the earlier ones; not so where it never `folds`.
    """

    acted = Signal(int, str)

    def __init__(self, name: str, parent: QWidget | None = None, *, folds: bool = True) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._told: tuple[Line, ...] = ()
        self._rows: dict[int, Row] = {}
        self._places: dict[int, tuple[int, int, int]] = {}
        self._order: list[int] = []
        self._chosen: int | None = None
        self._unfolded = not folds
        self._body = QWidget()
        self.setWidget(self._body)
        # Paper of its own: rows that only move up by one are moved on the screen, not painted again.
        self._body.setAutoFillBackground(True)
        self._body.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self.viewport().setAutoFillBackground(False)
        self._fold = LinkButton("", "caret-down", parent=self._body)
        self._fold.clicked.connect(self._unfold)
        self._fold.hide()
        # Many rows hear of a change of zoom in one go; place them once, after the last.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._place)

    def show(self, lines: Sequence[Line] | None = None) -> None:
        """Show these lines; without any, show the widget, as Qt does."""
        if lines is None:
            super().show()
        else:
            self.tell(lines)

    def tell(self, lines: Sequence[Line]) -> None:
        """Show these lines: rows that stay are kept, changed ones retold, the rest come and go."""
        if tuple(lines) == self._told:
            return
        grown = len(lines) > len(self._told) > 0
        self._told = tuple(lines)
        shown = self._told if self._unfolded else self._told[-FOLD:]
        old = self._order
        self._order = [line.id for line in shown]
        self._tell_fold(len(self._told) - len(shown))
        fresh = [self._add(line) for line in shown if line.id not in self._rows]
        for line in shown:
            row = self._rows[line.id]
            if row.line is not line:
                row.tell(line)
        self._remove(old, set(self._order))
        self._place()
        for row in fresh:
            _reveal(row)
        if grown and self._order and self._order[-1] not in old:
            self._bring(self._rows[self._order[-1]])

    def rows(self) -> list[Row]:
        """Give the rows on the page in order."""
        return [self._rows[key] for key in self._order]

    def chosen(self) -> int | None:
        """Give the id of the row the keyboard is on."""
        return self._chosen

    def choose(self, key: int) -> None:
        """Put the focus on a row, and bring it into sight; an id that is not shown does nothing."""
        if row := self._rows.get(key):
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        return QSize(px(600), max(px(45), self._body.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(100))

    def _add(self, line: Line) -> Row:
        row = Row(line, self._body)
        row.acted.connect(self.acted)
        row.resized.connect(self._later.start)
        row.focused.connect(self._focused)
        self._rows[line.id] = row
        return row

    def _remove(self, old: list[int], kept: set[int]) -> None:
        """Take rows away; when the focus was on one of them it goes to the nearest that stays."""
        gone = [key for key in old if key not in kept]
        refocus = self._chosen is not None and self._chosen in gone and self._holds_focus(self._rows[self._chosen])
        if self._chosen is not None and self._chosen in gone:
            index = old.index(self._chosen)
            near = [key for key in (*old[index + 1 :], *reversed(old[:index])) if key in kept]
            self._choose(near[0] if near else None)
            if refocus and near:
                self._rows[near[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        for key in gone:
            row = self._rows.pop(key)
            self._places.pop(key, None)
            row.hide()
            row.deleteLater()
        if self._chosen is None and self._order:
            self._choose(self._order[0])

    @staticmethod
    def _holds_focus(row: Row) -> bool:
        return row.window().focusWidget() in row.stops()  # also while a dialog in front of the window has it

    def _choose(self, key: int | None) -> None:
        """Make one row the list's place in the Tab chain: one stop for the list, not one for each line."""
        if self._chosen is not None and self._chosen in self._rows:
            for stop in self._rows[self._chosen].stops():
                stop.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._chosen = key
        before: QWidget = self._fold
        for stop in self._rows[key].stops() if key is not None else ():
            stop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            QWidget.setTabOrder(before, stop)
            before = stop

    def _tell_fold(self, hidden: int) -> None:
        self._fold.setVisible(hidden > 0)
        if hidden:
            self._fold.say(trn("Show {n} earlier line", "Show {n} earlier lines", hidden))

    def _unfold(self) -> None:
        told, self._told, self._unfolded = self._told, (), True
        self.tell(told)
        if self._order:
            self.choose(self._order[0])

    def _place(self) -> None:
        """Set every row under the one before; those that stay where they are are left alone."""
        width, y, gap = self.viewport().width(), 0, px(6)
        if not self._fold.isHidden():
            self._fold.setGeometry(0, 0, min(width, self._fold.sizeHint().width()), px(44))
            y = px(44) + px(6)
        for key in self._order:
            row = self._rows[key]
            tall = row.height_for(width)
            if self._places.get(key) != (y, width, tall):
                self._places[key] = (y, width, tall)
                row.setGeometry(0, y, width, tall)
            y += tall + gap
        self._body.resize(width, max(1, y))
        # Right to left, Qt keeps the right edge while the scroll bar comes: the rows would stand beside the page.
        self._body.move(0, self._body.y())
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _focused(self, key: int) -> None:
        self._choose(key)
        self._bring(self._rows[key])

    def _bring(self, row: Row) -> None:
        """Scroll a row into sight; of one taller than the list, its beginning."""
        if row.height() > self.viewport().height():
            self.verticalScrollBar().setValue(row.y())
        else:
            self.ensureWidgetVisible(row, 0, px(4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._order or self._chosen is None:
            event.ignore()
            return
        at = self._order.index(self._chosen)
        wanted = {
            Qt.Key.Key_Up: at - 1,
            Qt.Key.Key_Down: at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._order) - 1,
        }.get(Qt.Key(event.key()))
        if wanted is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        else:
            self.choose(self._order[max(0, min(wanted, len(self._order) - 1))])


def _reveal(row: Row) -> None:
    """Show a row that has its place already: it is laid out once.

    Qt notes for later that what is new has to be painted. A row that is not in sight yet is noted now, in vain, and
    painted when it is scrolled into sight; later it would be noted for both.
    """
    row.show()
    for part in (row, *row.findChildren(QWidget)):
        QCoreApplication.sendPostedEvents(part, QEvent.Type.UpdateLater.value)
