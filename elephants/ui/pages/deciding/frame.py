"""FRAME: the question in one plain sentence, how open it is, and the whole or the short form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit

from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.steps import Step
from elephants.sessions.terms import OPENNESS
from elephants.sessions.text import LIMITS
from elephants.ui.pages.deciding.again import LookingAgain
from elephants.ui.pages.deciding.options import OptionList
from elephants.ui.pages.deciding.step import StepPart
from elephants.ui.parts.choice import choice
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.deciding.deciding import DecidingPage


class FrameStep(StepPart):
    """Asks for the question and how open it is; what was typed is kept when the room goes on or the field is left."""

    def __init__(self, page: DecidingPage) -> None:
        super().__init__(page)
        self._seen = ""
        self.again = LookingAgain(page, self)
        self.question = QLineEdit(self)
        self.question.setProperty("role", "line")
        self.question.setMaxLength(LIMITS["question"])
        self.question.setAccessibleName(tr("The question, in one plain sentence"))
        self.openness = choice(tr("How open is it?"), OPENNESS, self)
        self.short = QCheckBox(tr("The short form: no round of views first"), self)
        self.options = OptionList(page, self)  # made in the order in which Tab goes
        self.lay.addSpacing(px(8))
        self.lay.addWidget(self.again)
        self.lay.addWidget(Words(tr("The question, in one plain sentence"), "label", parent=self))
        self.lay.addWidget(self.question)
        self.lay.addSpacing(px(12))
        self.lay.addWidget(Words(tr("How open is it?"), "label", parent=self))
        self.lay.addWidget(self.openness)
        self.lay.addSpacing(px(12))
        self.lay.addWidget(self.short)
        self.lay.addWidget(self.options, 1)
        self.lay.addStretch(0)
        self.setFocusProxy(self.question)
        self.question.editingFinished.connect(self.keep)
        self.openness.activated.connect(lambda _index: self.keep())
        self.short.clicked.connect(lambda _checked: self.keep())

    def refresh(self, deciding: Deciding) -> None:
        poll = deciding.poll
        self.again.refresh(deciding)
        if poll.question != self._seen:  # what is typed stays as long as the decision says the same
            self._seen = poll.question
            self.question.setText(poll.question)
        self.openness.setCurrentIndex(self.openness.findData(poll.openness))
        self.short.setChecked(poll.short)
        self.short.setVisible(poll.openness != "decided")
        self.options.setVisible(poll.short and poll.openness != "decided")
        self.options.refresh(deciding)

    def enter(self) -> None:
        self._seen = ""
        asks = self.page.activity.asks_worry
        self.setFocusProxy(next(iter(self.again.worries.values())) if asks else self.question)

    def keep(self) -> bool:
        """Keep what stands in the fields; False where it was refused, and then it stays in the fields."""
        deciding = self.page.activity
        if deciding.step != Step.FRAME:  # a field that is left because the step is over keeps nothing
            return True
        poll = deciding.poll
        words, openness = self.question.text(), str(self.openness.currentData())
        if (words, openness, self.short.isChecked()) == (poll.question, poll.openness, poll.short):
            return True
        return self.page.do(deciding, Deciding.frame, words, openness, short=self.short.isChecked())

    def onward(self, deciding: Deciding) -> str:
        if deciding.already:
            return tr("Next: Add")
        return tr("Next: Other views") if deciding.poll.short else tr("Next: Views")

    def go_on(self, deciding: Deciding) -> None:
        if self.keep():
            self.page.do(deciding, Deciding.go_on)
