"""Check-in and check-out: a question, and a circle of chairs that stand for nobody (METHOD.md, Check-in)."""

from __future__ import annotations

import random
from collections.abc import Hashable
from typing import ClassVar

from elephants.sessions.activity import Activity
from elephants.sessions.base import Refused, words_of
from elephants.words import mark, tr

MOST_QUESTIONS = 2


class Chairs:
    """The circle: one chair for each person here, lit in an order drawn by chance; memory only."""

    def __init__(self, here: int, chance: random.Random) -> None:
        self.here = here
        self._chance = chance
        self._lit: set[int] = set()

    @property
    def lit(self) -> frozenset[int]:
        """The chairs that are lit now, by their number in the circle; they stand for nobody."""
        return frozenset(self._lit)

    def light(self) -> None:
        """Light another chair, drawn by chance, as somebody has spoken or passed; refuses when all are lit."""
        dark = [chair for chair in range(self.here) if chair not in self._lit]
        if not dark:
            raise Refused(tr("All chairs are lit."))
        self._lit.add(self._chance.choice(dark))

    def dim(self) -> None:
        """Take one light back, drawn by chance; refuses when none is lit."""
        if not self._lit:
            raise Refused(tr("No chair is lit."))
        self._lit.remove(self._chance.choice(sorted(self._lit)))

    def light_all(self) -> None:
        """Light every chair as the facilitator moves on, so that nobody is seen to have said nothing."""
        self._lit = set(range(self.here))

    def seat(self, here: int) -> None:
        """Set chairs for the head count; as many stay lit as there is room for."""
        if here == self.here:
            return
        lit = min(len(self._lit), here)
        self.here = here
        self._lit = set(self._chance.sample(range(here), lit))


class Round(Activity):
    """A round in which each speaks or passes; kept are only the questions this space has had."""

    __mapper_args__ = {"polymorphic_abstract": True}
    questions_offered: ClassVar[tuple[str, ...]] = ()

    @property
    def questions(self) -> list[str]:
        """The one or two questions of this round, in the order they were chosen."""
        chosen = self.settings.get("questions", [])
        return [str(question) for question in chosen]

    def say(self) -> str:
        """Say how the round goes."""
        return tr("Speak when you are ready, in any order. Nobody answers or comments. Short or long. Passing is fine.")

    def hint(self) -> str:
        """Remind the facilitator of their own place in the circle."""
        return tr("You go first. You are in the circle.")

    def fresh_questions(self) -> list[str]:
        """Questions of the pack that this space has not had; all of them again once the pack is used up."""
        had = {before.text for before in self.session.space.questions_had}
        pack = [tr(question) for question in self.questions_offered]
        return [question for question in pack if question not in had] or pack

    def ask(self, question: str) -> None:
        """Choose a question, of the pack or the group's own; refuses a third and the same one twice."""
        question = words_of(question, "question", empty=tr("What do you want to ask?"))
        if question in self.questions:
            raise Refused(tr("This question is chosen already."))
        if len(self.questions) >= MOST_QUESTIONS:
            raise Refused(tr("Two questions are enough for one round. Take one away first."))
        new = [question] if self.session.space.had(question) else []
        self.set(questions=[*self.questions, question], new=[*self._new, *new])

    def unask(self, question: str) -> None:
        """Take a chosen question away again."""
        if question in self._new:
            self.session.space.not_had(question)
        self.set(
            questions=[one for one in self.questions if one != question],
            new=[one for one in self._new if one != question],
        )

    @property
    def _new(self) -> list[str]:
        """Those of its questions that the space had never had before."""
        return [str(question) for question in self.settings.get("new", [])]

    def moment_key(self) -> Hashable:
        """Chairs live as long as the activity is the one the room is in."""
        return (self.id, self.state)

    def new_moment(self, chance: random.Random) -> object | None:
        """Set out the chairs, all dark."""
        return Chairs(self.session.here or 0, chance)

    def tend(self, moment: object) -> None:
        """Set or take away a chair as people come late and leave early."""
        if isinstance(moment, Chairs):
            moment.seat(self.session.here or 0)


class CheckIn(Round):
    """How we arrive; what belongs on the agenda is born here."""

    __mapper_args__ = {"polymorphic_identity": "checkin"}
    name = mark("Check-in")
    questions_offered = (
        mark("How are you arriving today?"),
        mark("What do you need to be OK here?"),
        mark("What is one small thing that went well this week?"),
        mark("What would make today worth coming for?"),
        mark("What is the weather like inside you?"),
        mark("What helped you get here?"),
        mark("What are you looking forward to?"),
        mark("What do you want to leave at the door?"),
        mark("What made you smile lately?"),
        mark("How much energy do you have today?"),
        mark("What do you hope we talk about?"),
        mark("What is one word for how you are now?"),
    )


class CheckOut(Round):
    """How we leave: the same, shorter."""

    __mapper_args__ = {"polymorphic_identity": "checkout"}
    name = mark("Check-out")
    questions_offered = (
        mark("How are you leaving?"),
        mark("What are you taking with you?"),
        mark("What should next time be like?"),
        mark("What was good about today?"),
        mark("What is one thing you will do next?"),
        mark("What do you want to thank us all for?"),
    )
