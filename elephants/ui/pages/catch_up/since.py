"""What happened since, caught up: each thing that was due with its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from elephants.sessions.decision import Action, Decision, Need
from elephants.sessions.since import Since, answer_words
from elephants.sessions.terms import ACTION_ANSWERS, NEED_ANSWERS
from elephants.ui.pages.catch_up.blocks import RoundBlock, Whole
from elephants.ui.pages.since.answer import Answering
from elephants.ui.pages.since.knew import WhatTheNoKnew
from elephants.ui.pages.since.lines import MARKS, Thing, told
from elephants.ui.pages.since.many import PORTION
from elephants.ui.parts.buttons import QuietButton
from elephants.ui.parts.lines import Answer, Ask, Line
from elephants.ui.parts.words import Words
from elephants.words import tr, trn

if TYPE_CHECKING:
    from elephants.ui.pages.catch_up.catch_up import CatchUpPage


class SinceBlock(RoundBlock):
    """Asks what became of the actions, the needs and the decisions that were due."""

    nothing_kept = False

    def __init__(self, page: CatchUpPage, activity_id: int) -> None:
        super().__init__(page, activity_id)
        self.lines = Whole(tr("What is due"), self)
        self.lay.addWidget(self.lines)
        self.decisions: dict[int, tuple[WhatTheNoKnew, Answering]] = {}
        self._most = PORTION
        self.rest = Words("", "quiet", parent=self)
        self.more = QuietButton(tr("Show more of what is due"), "caret-down", parent=self)
        self.lines.acted.connect(self._act)
        self.more.clicked.connect(self._show_more)

    @property
    def since(self) -> Since:
        """The live activity, of its own kind."""
        activity = self.activity
        if isinstance(activity, Since):
            return activity
        raise LookupError(self.activity_id)

    def refresh(self) -> None:
        super().refresh()
        due = self.since.due()
        part, rest = due[: self._most], max(0, len(due) - self._most)
        lines = [self._line(place, one) for place, one in enumerate(part) if not isinstance(one, Decision)]
        self.lines.show(lines)
        self.lines.setVisible(bool(lines))
        for one in part:
            if isinstance(one, Decision):
                self._ask(one)
        self.rest.say(
            trn("{n} more thing is due. What has no answer waits for next time.",
                "{n} more things are due. What has no answer waits for next time.", rest)
        )  # fmt: skip
        for below in (self.rest, self.more):  # the decisions before them come one by one
            below.setVisible(rest > 0)
            self.lay.removeWidget(below)
        self.lay.addWidget(self.rest)
        self.lay.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_more(self) -> None:
        self._most += PORTION
        self.refresh()

    def _line(self, place: int, thing: Action | Need) -> Line:
        said, update = told(thing), self.since.update_of(thing)
        if update is not None:
            answer = Answer(answer_words(update), update.words, MARKS[update.answer], "ink")
            return Line(place, said.text, icon=said.icon, answer=answer, actions=self._actions(thing))
        answers = ACTION_ANSWERS if isinstance(thing, Action) else NEED_ANSWERS
        ask = Ask(tr("What became of it?"), tuple((key, tr(words), MARKS[key]) for key, words in answers.items()))
        return Line(place, said.text, icon=said.icon, ask=ask)

    @staticmethod
    def _actions(thing: Thing) -> tuple[tuple[str, str], ...]:
        answers = ACTION_ANSWERS if isinstance(thing, Action) else NEED_ANSWERS
        return tuple((key, tr(words)) for key, words in answers.items())

    def _act(self, place: int, answer: str) -> None:
        due = self.since.due()
        thing = due[place] if place < len(due) else None
        if isinstance(thing, Action):
            self.page.do(self.since, Since.answer_action, thing, answer)
        elif isinstance(thing, Need):
            self.page.do(self.since, Since.answer_need, thing, answer)

    def _ask(self, decision: Decision) -> None:
        """Ask about a decision as in the room: the worry first, then what now."""
        key = decision.id
        if key not in self.decisions:
            knew, answering = WhatTheNoKnew(self), Answering(self)
            self.decisions[key] = (knew, answering)
            for part in (Words(decision.title or decision.question, "strong", parent=self), knew, answering):
                self.lay.addWidget(part)
            answering.answered.connect(lambda answer: self._answer(key, answer))
            answering.reworded.connect(lambda: self._reword(key))
        self.decisions[key][0].tell(decision)
        self.decisions[key][1].tell(decision, self.since.update_of(decision), self.page.desk.today())

    def _decision(self, key: int) -> Decision | None:
        return next((one for one in self.since.due() if isinstance(one, Decision) and one.id == key), None)

    def _answer(self, key: int, answer: str) -> None:
        decision, asked = self._decision(key), self.decisions[key][1]
        if decision is not None:
            asked.say(
                self.page.tried(
                    self.since, Since.answer_decision, decision, answer,
                    worry=asked.worry(), look_again=asked.day.day(), words=asked.words(),
                )
            )  # fmt: skip

    def _reword(self, key: int) -> None:
        """Keep words or a worry said after the answer."""
        decision = self._decision(key) if self.page.desk.session is not None else None
        update = self.since.update_of(decision) if decision is not None else None
        if update is not None:
            self._answer(key, update.answer)
