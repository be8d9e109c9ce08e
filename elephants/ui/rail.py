"""The run sheet beside the page: what was done, where we are, what is to come, and how much time is left."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from elephants.pictures.chairs import ChairColours, chair_picture
from elephants.sessions.activity import DONE, NOW, SKIPPED
from elephants.sessions.session import Session
from elephants.ui.parts.buttons import QuietButton
from elephants.ui.parts.dressed import PaintedButton, edge, within
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.glyphs import draw_glyph
from elephants.ui.parts.paint import paint_picture
from elephants.ui.parts.scrolled import Following
from elephants.ui.parts.words import Words
from elephants.ui.style import palette_of, px, zoomed
from elephants.words import tr, trn


@dataclass(frozen=True)
class RunLine:
    """One line of the run sheet as it is told."""

    id: int
    title: str
    minutes: int
    state: str

    def spoken(self) -> str:
        """Say the line for screen readers: the mark is said in a word."""
        mark = {
            DONE: tr("done"),
            NOW: tr("now"),
            SKIPPED: tr("skipped"),
        }.get(self.state, tr("to come"))
        return ", ".join((self.title, mark, trn("{n} minute", "{n} minutes", self.minutes)))


class RunRow(PaintedButton):
    """One line of the run sheet; Enter goes there, the menu key opens what can be done with it."""

    wanted = Signal(int, str)

    def __init__(self, line: RunLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.wanted.emit(self.line.id, "go"))
        self.setAccessibleName(line.spoken())

    def tell(self, line: RunLine) -> None:
        """Show another state of the same line."""
        if line != self.line:
            self.line = line
            self.setAccessibleName(line.spoken())
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(44))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(44))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open_menu(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Menu:
            self.open_menu(self.mapToGlobal(QPoint(px(24), self.height())))
        else:
            super().keyPressEvent(event)

    def menu_of(self) -> QMenu:
        """Make the menu of what can be done with this line."""
        menu = QMenu(self)
        choices = (
            ("up", tr("Move up")),
            ("down", tr("Move down")),
            ("rename", tr("Change the name")),
            ("minutes", tr("Change the minutes")),
            ("remove", tr("Take it out")),
        )
        for action, words in choices:
            menu.addAction(words).triggered.connect(
                lambda _checked=False, action=action: self.wanted.emit(self.line.id, action)
            )
        return menu

    def open_menu(self, at: QPoint) -> None:
        """Open the menu at a place of the screen."""
        self.menu_of().popup(at)

    def paint(self, painter: QPainter) -> None:
        palette, line = palette_of(self), self.line
        now = line.state == NOW
        if now or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.chosen if now else palette.hover)
            painter.drawRoundedRect(QRectF(self.rect()), px(10), px(10))
        if now and palette.strong:
            painter.setPen(edge(palette))
            painter.drawRoundedRect(within(QRectF(self.rect()), palette), px(10), px(10))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        middle = self.height() / 2

        def at(x: float, wide: float) -> QRectF:
            left = self.width() - x - wide if mirrored else x
            return QRectF(left, middle - px(12), wide, px(24))

        self._mark(painter, at(px(11), px(20)))
        painter.setFont(zoomed(15, bold=now))
        painter.setPen(palette.slate if line.state in (DONE, SKIPPED) else palette.ink)
        number = str(line.minutes)
        number_wide = QFontMetricsF(zoomed(13, bold=now)).horizontalAdvance(number) + 2
        title_wide = self.width() - px(40) - number_wide - px(16)
        title = QFontMetricsF(painter.font()).elidedText(line.title, Qt.TextElideMode.ElideRight, title_wide)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(at(px(40), title_wide), flags, title)
        painter.setFont(zoomed(13, bold=now))
        painter.drawText(at(self.width() - px(12) - number_wide, number_wide), flags, number)

    def _mark(self, painter: QPainter, where: QRectF) -> None:
        palette = palette_of(self)
        if self.line.state == DONE:
            draw_glyph(painter, self, "check", palette.moss, where)
        elif self.line.state == SKIPPED:
            draw_glyph(painter, self, "skip-forward", palette.slate, where)
        else:
            now = self.line.state == NOW
            colours = ChairColours(palette.sun, palette.ink, palette.card, palette.line)
            paint_picture(painter, chair_picture(on=now, colours=colours), where.adjusted(0, 2, 0, -2))


class Rail(QWidget):
    """Shows the run sheet; tells by `wanted(id, action)` what someone wants of a line, and asks for more."""

    wanted = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rows: dict[int, RunRow] = {}
        self._order: list[int] = []
        self.add = QuietButton(tr("Add an activity"), "plus", parent=self)
        self.papers = QuietButton(tr("Papers"), "printer", parent=self)
        self.item = QuietButton(tr("For the agenda"), "plus", parent=self)
        self.item.setToolTip(tr("Ctrl+Shift+A"))
        self.item.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # clicked, it leaves the keyboard where the room is
        self.undo = QuietButton(tr("Undo"), "arrow-u-up-left", tr("Ctrl+Z"), parent=self)
        self.home = QuietButton(tr("Home"), "house", parent=self)
        self.fold(narrow=False)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.left = Words("", "quiet", parent=self)
        self.bar.setAccessibleName(tr("Time left"))
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(px(12), 0, px(12), 0)
        head.addWidget(Words(tr("Run sheet"), "label", wrap=False, parent=self))
        head.addStretch(1)
        head.addWidget(Words(tr("Minutes"), "label", wrap=False, parent=self))
        self._body = QWidget()
        self._list = QVBoxLayout(self._body)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(px(2))
        self._list.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._body)
        Following(scroll)
        scroll.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        self._list.insertWidget(0, self.add, 0, Qt.AlignmentFlag.AlignLeft)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(px(12), px(20), px(12), px(16))
        lay.setSpacing(px(8))
        lay.addLayout(head)
        lay.addWidget(scroll, 1)
        ends = Flow(self.item, self.papers, self.undo, self.home, parent=self)
        lay.addWidget(ends)
        lay.addWidget(self.bar)
        lay.addWidget(self.left)

    def fold(self, *, narrow: bool) -> None:
        """Take in, where the window is narrow, what header and footer have no room for."""
        self.undo.setVisible(narrow)
        self.home.setVisible(narrow)

    def refresh(self, session: Session) -> None:
        """Show the run sheet as it is now."""
        lines = [RunLine(one.id, one.title, one.minutes, one.state) for one in session.activities]
        order = [line.id for line in lines]
        if order != self._order:
            self._reorder(lines)
        for line in lines:
            self._rows[line.id].tell(line)
        left = session.minutes_left()
        self.left.say(tr("{left} minutes left of {all}", left=left, all=session.minutes))
        self.bar.setMaximum(max(session.minutes, 1))
        self.bar.setValue(max(0, min(session.minutes, session.minutes - left)))

    def _reorder(self, lines: list[RunLine]) -> None:
        for key in [key for key in self._rows if key not in {line.id for line in lines}]:
            self._rows.pop(key).deleteLater()
        for place, line in enumerate(lines):
            if line.id not in self._rows:
                row = RunRow(line, self._body)
                row.wanted.connect(self.wanted)
                self._rows[line.id] = row
            self._list.insertWidget(place, self._rows[line.id])
        self._order = [line.id for line in lines]

    def row(self, activity_id: int) -> RunRow:
        """Give the row of an activity."""
        return self._rows[activity_id]
