"""What happened: the decisions since the last learning session, one at a time large, with what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from elephants.sessions.learning.happened import became
from elephants.sessions.learning.learning import Learning
from elephants.ui.pages.learning.lines import StepPart
from elephants.ui.parts.lines import Line, Lines
from elephants.ui.parts.remark import Remark
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import day_words, tr

if TYPE_CHECKING:
    from elephants.ui.pages.learning.learning import LearningPage


class HappenedPart(StepPart):
    """Only shows; nothing new is kept here."""

    def __init__(self, page: LearningPage) -> None:
        super().__init__(page)
        none = tr("We have decided nothing since we last looked back. Go on to what we saw.")
        self.none = Words(none, "say", parent=self)
        self.card = QFrame(self)
        self.card.setProperty("role", "card")
        self.kind = Remark("", "flag", self.card)
        self.thing = Words("", "title", parent=self.card)
        self.became = Words("", "text", parent=self.card)
        self.list = Lines(tr("What we decided"), self)
        self.list.setMinimumHeight(px(110))
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(px(20), px(6), px(20), px(16))
        inside.setSpacing(px(4))
        for part in (self.kind, self.thing, self.became):
            inside.addWidget(part)
        self.lay.addWidget(self.none)
        self.lay.addWidget(self.card)
        self.lay.addWidget(self.list, 1)
        self.lay.addStretch(0)
        self.list.acted.connect(lambda at, _what: self.page.point(at))

    def begin(self) -> None:
        at = self.page.at()
        if self.list.isVisible():
            self.list.choose(at)
        else:
            self.page.stack.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, learning: Learning) -> None:
        decisions, at = learning.decisions(), self.page.at()
        self.none.setVisible(not decisions)
        self.card.setVisible(bool(decisions))
        self.list.setVisible(len(decisions) > 1)
        if not decisions:
            return
        decision = decisions[at]
        day = day_words(decision.session.date)
        self.kind.say(tr("{n} of {all}. Decided on {day}", n=at + 1, all=len(decisions), day=day))
        self.thing.say(decision.title or decision.question)
        self.became.say("\n".join(became(decision)))
        self.list.tell(
            [
                Line(place, one.title or one.question, trail=day_words(one.session.date), strong=place == at,
                     bar="ink" if place == at else None, pick="point")
                for place, one in enumerate(decisions)
            ]
        )  # fmt: skip
