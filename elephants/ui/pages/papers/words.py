"""The wordcheck before papers: the lines to look at, each to keep or to change; it warns, never blocks (METHOD.md)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from elephants.making import Checked, Found
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.dressed import Dressed
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.markedline import MarkedLine
from elephants.ui.parts.tabs import order
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr, trn

AT_ONCE = 8
"""So many lines are shown; the next come up as these are done."""


class _Field(QPlainTextEdit):
    """Where a line is written in other words; Enter keeps them, Escape leaves the line as it is."""

    kept = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class LookRow(Dressed):
    """One line to look at: its words with what was found marked, why, and what to do about it.

    `changed(words)` asks for other words in its place, `kept` that it stays as it is.
    """

    changed = Signal(str)
    kept = Signal()

    def __init__(self, found: Found, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = found
        marks = [(one.start, one.end, one.kind != "long") for one in found.remarks]
        self.line = MarkedLine(found.words, marks, self)
        self.why = [Words(_why(found, at), "text", parent=self) for at in range(len(found.remarks))]
        self.field = _Field(self)
        self.told = Words("", "told", parent=self)
        self.change = PlainButton(tr("Change it"), "pencil-simple", parent=self)
        self.keep = PlainButton(tr("Keep it"), "check", parent=self)
        self.done = PlainButton(tr("Write it like this"), "check", parent=self)
        self.leave = PlainButton(tr("Leave it as it is"), "x", parent=self)
        for button in (self.change, self.keep, self.done, self.leave):
            button.setAccessibleDescription(found.words)
        self._build()
        self.change.clicked.connect(self.open)
        self.keep.clicked.connect(self.kept)
        for signal, act in ((self.done.clicked, self._write), (self.field.kept, self._write)):
            signal.connect(act)
        for signal in (self.leave.clicked, self.field.left):
            signal.connect(self.shut)
        self._show(open_=False)

    def _build(self) -> None:
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(tr("The line in other words"))
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, px(8), 0, px(12))
        lay.setSpacing(px(6))
        parts = (Words(self.found.label, "quiet", parent=self), self.line, *self.why, self.field, self.told)
        for part in (*parts, Flow(self.change, self.keep, self.done, self.leave, parent=self)):
            lay.addWidget(part)
        self.redress()

    def redress(self) -> None:
        self.field.setFixedHeight(px(44 if len(self.found.words) < 60 else 96))

    def open(self) -> None:
        """Let the line be written in other words, in its place."""
        self.field.setPlainText(self.found.words)
        self._show(open_=True)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def shut(self) -> None:
        """Leave the line as it is."""
        self.told.say("")
        self._show(open_=False)
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, why_not: str) -> None:
        """Say why these words cannot be taken; they stay in the field."""
        self.told.say(why_not)
        self.told.setVisible(bool(why_not))
        self.field.setAccessibleDescription(why_not)

    def _write(self) -> None:
        self.changed.emit(self.field.toPlainText().strip())

    def _show(self, *, open_: bool) -> None:
        self.told.setVisible(open_ and bool(self.told.text()))
        for part, on in ((self.field, open_), (self.done, open_), (self.leave, open_),
                         (self.change, not open_), (self.keep, not open_)):  # fmt: skip
            part.setVisible(on)


class WordsPart(Dressed):
    """One quiet line above the papers, and below it, when it is opened, the lines to look at.

    `changed(key, words)` asks for a line in other words. What is kept is remembered here only, and forgotten with
    the page; the same words are not told a second time.
    """

    changed = Signal(object, str)
    opened = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.checked: Checked | None = None
        self._kept: set[tuple[object, str]] = set()
        self.rows: list[LookRow] = []
        self.plain = Words(tr("Looking through the words"), "quiet", parent=self)
        self.button = PlainButton("", "warning-circle", parent=self)
        self.button.setCheckable(True)
        self.button.clicked.connect(lambda: self.open(on=self.button.isChecked()))
        self.list = QWidget(self)
        self._rows = QVBoxLayout(self.list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.rest = Words("", "quiet", parent=self.list)
        self._rows.addWidget(self.rest)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(8))
        lay.addWidget(self.plain)
        lay.addWidget(Flow(self.button, parent=self))
        lay.addWidget(self.list)
        self.button.hide()
        self.list.hide()

    @property
    def left(self) -> list[Found]:
        """The lines that are still to be looked at."""
        found = self.checked.found if self.checked is not None else ()
        return [one for one in found if (one.key, one.words) not in self._kept]

    def tell(self, checked: Checked) -> None:
        """Show what was found; a row that is being written in stays."""
        self.checked = checked
        self._show()

    def open(self, *, on: bool) -> None:
        """Open the list of lines, or put it away."""
        self.button.setChecked(on)
        self._show()
        self.opened.emit(on)

    def row(self, key: object) -> LookRow | None:
        """Give the row of a line."""
        return next((one for one in self.rows if one.found.key == key), None)

    def _show(self) -> None:
        left, age = self.left, self.checked.age if self.checked is not None else None
        about = tr("Reading age about {n}.", n=age) if age is not None else ""
        count = trn("{n} line to look at", "{n} lines to look at", len(left))
        if not left:
            self.button.setChecked(False)
        on = self.button.isChecked()
        self.button.say(count, "caret-up" if on else "warning-circle")
        self.button.setVisible(bool(left))
        self.plain.say(about if left else f"{tr('Nothing to look at.')} {about}".strip())
        self.plain.setVisible(bool(self.plain.text()))
        self.list.setVisible(on)
        self._fill(left[:AT_ONCE] if on else [])
        rest = len(left) - AT_ONCE
        self.rest.say(trn("{n} more line comes after these.", "{n} more lines come after these.", max(0, rest)))
        self.rest.setVisible(rest > 0)

    def _fill(self, wanted: list[Found]) -> None:
        there = {one.found: one for one in self.rows}
        focus = QApplication.focusWidget()
        lost = focus is not None and any(one.isAncestorOf(focus) for one in self.rows if one.found not in wanted)
        for row in self.rows:
            if row.found not in wanted:
                self._rows.removeWidget(row)
                row.hide()
                row.deleteLater()
        self.rows = [there.get(one) or self._made(one) for one in wanted]
        for place, row in enumerate(self.rows):
            self._rows.insertWidget(place, row)
        order(self.button, *self.rows)
        if lost:
            onto = self.rows[0].change if self.rows else self.button
            onto.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, found: Found) -> LookRow:
        row = LookRow(found, self.list)
        row.changed.connect(lambda words: self.changed.emit(found.key, words))
        row.kept.connect(lambda: self._keep(found))
        row.show()
        return row

    def _keep(self, found: Found) -> None:
        self._kept.add((found.key, found.words))
        self._show()


def _why(found: Found, at: int) -> str:
    one = found.remarks[at]
    if one.kind == "long":
        return one.why
    said = tr("\u201c{words}\u201d: {why}", words=one.words, why=one.why)
    return f"{said} {tr('Simpler: {instead}.', instead=one.instead)}" if one.instead else said
