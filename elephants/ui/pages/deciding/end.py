"""CHECK, the next step of what is not decided, READ BACK with its five endings, and CLOSED."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.text import LIMITS
from elephants.ui.pages.deciding.needs import answered_lines
from elephants.ui.pages.deciding.readback import ReadBackStep as ReadBackStep
from elephants.ui.pages.deciding.step import StepPart
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.lines import Lines
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.deciding.deciding import DecidingPage


class CheckStep(StepPart):
    """With these added, can everyone come along? Two equal answers; neither is easier to press.

    The keyboard begins at neither: the room is asked first.
    """

    def __init__(self, page: DecidingPage) -> None:
        super().__init__(page)
        self.ask = Words("", "big", parent=self)
        self.fine = Words(tr("It is all right to say no."), "quiet", parent=self)
        self.lines = Lines(tr("What we need to come along"), self)
        self.everyone = PlainButton(tr("Everyone can come along"), "users-three", parent=self)
        self.not_yet = PlainButton(tr("Not yet"), "hand-palm", parent=self)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self.everyone, 1)
        row.addWidget(self.not_yet, 1)
        for part in (self.ask, self.fine):
            self.lay.addWidget(part)
        self.lay.addWidget(self.lines, 1)
        self.lay.addLayout(row)
        self.lay.addStretch(0)
        self.everyone.clicked.connect(lambda: page.do(page.activity, Deciding.everyone))
        self.not_yet.clicked.connect(lambda: page.do(page.activity, Deciding.not_yet))

    def refresh(self, deciding: Deciding) -> None:
        answered = answered_lines(deciding.poll)
        self.lines.show(answered)
        self.lines.setVisible(bool(answered))
        added = any(need.sentence for need in deciding.poll.needs)
        self.ask.say(tr("With these added, can everyone come along?") if added else tr("Can everyone come along?"))

    def onward(self, deciding: Deciding) -> str:
        del deciding
        return tr("Ask the room")

    def go_on(self, deciding: Deciding) -> None:
        del deciding
        self.page.said.emit(tr("Ask the room, then choose: everyone can come along, or not yet."))
        self.everyone.setFocus()


class NextStepStep(StepPart):
    """Not decided today: asks for the next step."""

    def __init__(self, page: DecidingPage) -> None:
        super().__init__(page)
        self.field = AddField(tr("The next step"), tr("Keep it and read back"), limit=LIMITS["line"], parent=self)
        self.lay.addWidget(Words(tr("We do not decide this today."), "big", parent=self))
        self.lay.addWidget(Words(tr("What is the next step?"), "say", parent=self))
        self.lay.addWidget(self.field)
        self.lay.addStretch(1)
        self.setFocusProxy(self.field)
        self.field.added.connect(self._keep)

    def _keep(self, words: str) -> None:
        refusal = self.page.tried(self.page.activity, Deciding.say_next_step, words)
        if refusal:
            self.field.say(refusal)
        else:
            self.field.accept()

    def onward(self, deciding: Deciding) -> str:
        del deciding
        return tr("Next: Read back")

    def go_on(self, deciding: Deciding) -> None:
        del deciding
        self._keep(self.field.text())


class ClosedStep(StepPart):
    """What was decided, with its ending; it can be looked at again at a later session."""

    def __init__(self, page: DecidingPage) -> None:
        super().__init__(page)
        self.ending = Words("", "big", parent=self)
        self.title = Words("", "heading", parent=self)
        self.words = Words("", "say", parent=self)
        self.lines = Lines(tr("What we need to come along"), self)
        self.later = AddField(tr("A need that came later"), tr("Ask the room again"), limit=LIMITS["view"], parent=self)
        for part in (self.ending, self.title, self.words):
            self.lay.addWidget(part)
        self.lay.addWidget(self.lines, 1)
        self.lay.addWidget(self.later)
        self.later.added.connect(self._add)

    def _add(self, words: str) -> None:
        refusal = self.page.tried(self.page.activity, Deciding.add_need, words)
        if refusal:
            self.later.say(refusal)
        else:
            self.later.accept()

    def refresh(self, deciding: Deciding) -> None:
        poll = deciding.poll
        self.ending.say(poll.ending_words())
        self.title.say(poll.title)
        self.words.say(poll.words)
        answered = answered_lines(poll)
        self.lines.show(answered)
        self.lines.setVisible(bool(answered))
        self.later.setVisible(bool(poll.carried or deciding.already))
