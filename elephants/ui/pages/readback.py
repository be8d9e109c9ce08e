"""The read-back on the console: every kept line, one after the other, until the room agrees (METHOD.md)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from elephants.desk import Desk
from elephants.sessions.activity import AGREED, Finger
from elephants.sessions.decision import Action
from elephants.sessions.record.readback import ReadBack, ReadLine
from elephants.sessions.session import Session
from elephants.ui.pages.agenda.words import who_and_when
from elephants.ui.pages.base import Page
from elephants.ui.parts import dialogs
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.lines import Line, Lines
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

LONG = 120


class ReadLines(Lines):
    """The lines of the record. Down and Up ask for the next and the one before."""

    walked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._unfolded = True  # reading begins at the first line, of however many

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.walked.emit(step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if (chosen := self.chosen()) is not None:
            self.choose(chosen)


class ReadBackPage(Page[ReadBack]):
    """Reads line by line: change the words, strike it, or go on; at the last line the room agrees.

    Of a record that is agreed the console shows the papers instead.
    """

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, activity_id, parent)
        self._numbers: dict[tuple[str, int, str], int] = {}
        self._at: int | None = None
        self.title = Words("", "title", parent=self)
        self.where = Words("", "quiet", parent=self)
        self._nothing = tr(
            "There is nothing to read back yet. Lines, actions and decisions that we keep stand here. "
            "If nothing was kept, the room can agree that too."
        )
        self.empty = Words(self._nothing, "say", parent=self)
        self.lines = ReadLines(tr("What we have written"), self)
        self.change = PlainButton(tr("Change the words"), "pencil-simple", parent=self)
        self.strike = PlainButton(tr("Strike it"), "scissors", parent=self)
        self.not_today = PlainButton(tr("Not today"), "skip-forward", parent=self)
        self._build()
        self.not_today.clicked.connect(lambda: self.do(self.session, Session.skip))
        self.lines.acted.connect(self._act)
        self.lines.walked.connect(lambda step: self.more() if step > 0 else self.fewer())
        self.change.clicked.connect(lambda: self._change(self.line()))
        self.strike.clicked.connect(lambda: self._strike(self.line()))

    def _build(self) -> None:
        scrolled = Scrolled(self)
        scrolled.lay.setSpacing(px(8))
        for part in (self.title, self.where, self.empty):
            scrolled.lay.addWidget(part)
        scrolled.lay.addWidget(self.lines, 1)
        scrolled.lay.addWidget(Flow(self.change, self.strike, self.not_today, parent=self))
        scrolled.lay.addStretch(0)
        self.lay.addWidget(scrolled)
        self.setFocusProxy(self.lines)

    @property
    def finger(self) -> Finger:
        """Where the room is in the record; memory only."""
        lies: Finger = self.desk.moment(self.activity)
        return lies

    def at(self, lines: list[ReadLine]) -> int:
        """Give the place of the line that is being read."""
        return max(0, min(self.finger.at, len(lines) - 1))

    def line(self) -> ReadLine | None:
        """Give the line that is being read; None where there is none."""
        lines = self.activity.lines()
        return lines[self.at(lines)] if lines else None

    def refresh(self) -> None:
        agreed = self.activity.record.state == AGREED
        lines = [] if agreed else self.activity.lines()
        at = self.at(lines)
        self.title.say(self.activity.title)
        self.empty.say(tr("The room has agreed this record. Thank you.") if agreed else self._nothing)
        self.not_today.setVisible(self.activity.of_earlier and not agreed)
        self.where.say(tr("Line {n} of {all}", n=at + 1, all=len(lines)))
        self.empty.setVisible(not lines)
        self.lines.tell([self._line(line, here=place == at) for place, line in enumerate(lines)])
        for part in (self.where, self.lines, self.change, self.strike):
            part.setVisible(bool(lines))
        if lines and at != self._at:
            self._at = at
            self._bring(at)

    def onward(self) -> str:
        if self.activity.record.state == AGREED:
            return ""
        lines = self.activity.lines()
        return tr("Next line") if self.at(lines) + 1 < len(lines) else tr("The room agrees")

    def go_on(self) -> bool:
        if self.activity.record.state == AGREED:
            return False
        lines = self.activity.lines()
        if self.at(lines) + 1 < len(lines):
            return self._point(self.at(lines) + 1)
        self.do(self.activity, ReadBack.agree, self.desk.today(), self.desk.chance)
        return True

    def go_back(self) -> bool:
        if self.activity.record.state == AGREED:
            return False
        at = self.at(self.activity.lines())
        return at > 0 and self._point(at - 1)

    def more(self) -> None:
        lines = self.activity.lines()
        if self.activity.record.state != AGREED and self.at(lines) + 1 < len(lines):
            self._point(self.at(lines) + 1)

    def fewer(self) -> None:
        self.go_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        walks = {Qt.Key.Key_Down: self.more, Qt.Key.Key_Up: self.fewer}
        walk = walks.get(Qt.Key(event.key()))
        if walk is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            walk()

    def _line(self, line: ReadLine, *, here: bool) -> Line:
        action = line.thing if isinstance(line.thing, Action) and line.part == "text" else None
        under = who_and_when(action) if action is not None else line.about or line.label
        return Line(
            self._number(line), line.words, under=under, strong=here, bar="sun" if here else None,
            actions=(("change", tr("Change the words")), ("strike", tr("Strike it"))), pick="here",
        )  # fmt: skip

    def _number(self, line: ReadLine) -> int:
        """Give a line the number of its row, the same as long as this page lives."""
        return self._numbers.setdefault(line.key, len(self._numbers) + 1)

    def _bring(self, at: int) -> None:
        """Bring the line that is read into sight; where the keyboard is in the list it goes along."""
        row, focus = self.lines.rows()[at], QApplication.focusWidget()
        if focus is not None and self.lines.isAncestorOf(focus):
            self.lines.choose(row.line.id)
        else:
            self.lines.ensureWidgetVisible(row, 0, px(4))

    def _point(self, at: int) -> bool:
        return self.do(self.finger, Finger.point, at)

    def _act(self, number: int, action: str) -> None:
        lines = self.activity.lines()
        place = next((at for at, line in enumerate(lines) if self._number(line) == number), None)
        if place is None:
            return
        if action == "here":
            self._point(place)
        elif action == "change":
            self._change(lines[place])
        else:
            self._strike(lines[place])

    def _change(self, line: ReadLine | None) -> None:
        """Ask for other words until they are taken or left: what was typed is offered again with the reason."""
        text, why = (line.words if line is not None else ""), ""
        while line is not None:
            why = why or line.label
            text = dialogs.ask_words(
                self, tr("Change the words"), why, tr("Change them"), text, long=len(text) > LONG
            )  # fmt: skip
            if not text:
                return
            why = self.tried(self.activity, ReadBack.change_line, line, text)
            if not why:
                return

    def _strike(self, line: ReadLine | None) -> None:
        if line is not None and self.do(self.activity, ReadBack.strike, line):
            self.said.emit(tr("Struck. Undo brings it back until the room has agreed."))
