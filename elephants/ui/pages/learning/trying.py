"""What we try next: lines, of which one can go on the next agenda or be something that somebody does."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from elephants.sessions.learning.learned import TRY, Learned
from elephants.sessions.learning.learning import Learning, asked_for, done_for
from elephants.ui.pages.agenda.words import who_and_when
from elephants.ui.pages.learning.lines import LinesPart, changes
from elephants.ui.parts.actionfield import ActionField
from elephants.ui.parts.buttons import QuietButton
from elephants.ui.parts.lines import Chip, Line
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.learning.learning import LearningPage


class TryPart(LinesPart):
    """The tries; who does one is asked in the place of the field for one more."""

    def __init__(self, page: LearningPage) -> None:
        empty = tr("Nothing yet. One small thing is enough.")
        super().__init__(page, TRY, tr("What do we try next?"), tr("Add a line"), empty)
        self._doing: int | None = None
        self.action = ActionField(page.desk.today(), self)
        self.action.what.setReadOnly(True)
        self.never = QuietButton(tr("Not now"), "x", parent=self)
        self.lay.addWidget(self.action)
        self.lay.addWidget(self.never, 0, Qt.AlignmentFlag.AlignLeft)
        self.action.hide()
        self.never.hide()
        self.action.added.connect(self._somebody)
        self.never.clicked.connect(self._put_away)

    def begin(self) -> None:
        (self.field if self._doing is None else self.action.who).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, learning: Learning) -> None:
        super().refresh(learning)
        line = self.line(self._doing) if self._doing is not None else None
        if self._doing is not None and (line is None or done_for(line) is not None):
            self._put_away()

    def told(self, learning: Learning, line: Learned) -> Line:
        del learning
        item, action = asked_for(line), done_for(line)
        chips = (Chip(tr("on the next agenda"), "list-checks"),) if item is not None else ()
        ways = [] if item is not None else [("agenda", tr("Put it on the next agenda"))]
        ways += [] if action is not None else [("action", tr("Somebody does it"))]
        under = who_and_when(action) if action is not None else ""
        return Line(line.id, line.text, chips, under=under, icon="hand" if action is not None else "",
                    actions=(*ways, *changes()))  # fmt: skip

    def act(self, line: Learned, what: str) -> None:
        if what == "agenda":
            self.page.do(self.page.activity, Learning.put_on_agenda, line)
        elif what == "action":
            self._ask_who(line)
        else:
            super().act(line, what)

    def _ask_who(self, line: Learned) -> None:
        self._doing = line.id
        self.action.put((line.text, "", False, None))
        self.field.hide()
        self.action.show()
        self.never.show()
        self.begin()

    def _somebody(self, _what: str, who: str, named: bool, day: date | None) -> None:
        line = self.line(self._doing) if self._doing is not None else None
        if line is None:
            self._put_away()
            return
        refusal = self.page.tried(
            self.page.activity, Learning.add_action, line, self.page.desk.today(),
            name=who if named else "", who="" if named else who, by=day,
        )  # fmt: skip
        if refusal:
            self.action.say(refusal)

    def _put_away(self) -> None:
        before, self._doing = self._doing, None
        focused = self.isAncestorOf(self.window().focusWidget())
        self.field.show()
        if focused:
            self.lines.choose(before or 0)
        self.action.accept()
        self.action.hide()
        self.never.hide()
