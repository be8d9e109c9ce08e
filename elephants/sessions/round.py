"""Check-in and check-out: a question, and a circle of chairs that stand for nobody (METHOD.md, Check-in)."""

from __future__ import annotations

import random
from collections.abc import Hashable
from typing import ClassVar

from elephants.sessions.activity import Activity
from elephants.sessions.base import Refused, words_of
from elephants.sessions.questions import CHECK_IN, CHECK_OUT, Pack, in_turn, is_ours, source_of
from elephants.words import mark, tr

MOST_QUESTIONS = 2


class Chairs:
    """The circle: one chair for each person here, lit in an order drawn by chance; memory only."""

    def __init__(self, here: int, chance: random.Random) -> None:
        self.here = here
        self._chance = chance
        self._lit: set[int] = set()
        self.still_room = False
        self.room_said = False

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
        self.still_room = False

    def dim(self) -> None:
        """Take one light back, drawn by chance; refuses when none is lit."""
        if not self._lit:
            raise Refused(tr("No chair is lit."))
        self._lit.remove(self._chance.choice(sorted(self._lit)))

    def light_all(self) -> None:
        """Light every chair as the facilitator moves on, so that nobody is seen to have said nothing."""
        self._lit = set(range(self.here))
        self.still_room = False

    def say_still_room(self) -> None:
        """Say once, after a minute in which no chair has lit, that there is still room; a chair that lights ends it.

        Said before, or with every chair lit, it does nothing.
        """
        if not self.room_said and len(self._lit) < self.here:
            self.still_room = self.room_said = True

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
    pack: ClassVar[Pack] = {}

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

    def fresh_questions(self, kind: str = "") -> list[str]:
        """Questions of the pack, or of one kind, that this space has not had; all again once the pack is used up.

        Those that the space has retired are never among them.
        """
        fresh = self._fresh()
        wanted = self.pack[kind] if kind else in_turn(self.pack)
        return [tr(question) for question in wanted if question in fresh]

    def own_questions(self) -> list[str]:
        """Questions of its own that this space has asked, the latest first."""
        return [before.text for before in reversed(self.session.space.questions_had) if before.own]

    def retired_questions(self) -> list[str]:
        """Questions of this pack that the space does not want, in the order of the pack."""
        retired = self.session.space.retired()
        return [tr(question) for question in in_turn(self.pack) if question in retired]

    def ask(self, question: str) -> None:
        """Choose a question, of the pack or the group's own; refuses a third and the same one twice."""
        question = words_of(question, "question", empty=tr("What do you want to ask?"))
        if question in self.questions:
            raise Refused(tr("This question is chosen already."))
        if len(self.questions) >= MOST_QUESTIONS:
            raise Refused(tr("Two questions are enough for one round. Take one away first."))
        source = source_of(question)
        if source in in_turn(self.pack) and self._used_up():
            self._begin_anew()
        new = [question] if self.session.space.had(source, own=not is_ours(source)) else []
        self.set(questions=[*self.questions, question], new=[*self._new, *new])

    def unask(self, question: str) -> None:
        """Take a chosen question away again."""
        if question in self._new:
            self.session.space.not_had(source_of(question))
        self.set(
            questions=[one for one in self.questions if one != question],
            new=[one for one in self._new if one != question],
        )

    def retire(self, question: str) -> None:
        """Never offer a question to this space again; chosen, it is taken away. One of its own is kept no longer.

        Refuses one that is neither of our packs nor the space's own, and one that is retired already.
        """
        source, space = source_of(question), self.session.space
        if question in self.questions:
            self.unask(question)
        elif not is_ours(source) and question not in self.own_questions():
            raise Refused(tr("This is no question of the pack and none of your own."))
        if is_ours(source):
            space.retire(source)
        else:
            space.not_had(source)

    def offer_again(self, question: str) -> None:
        """Let a retired question be offered again; refuses one that is not retired."""
        self.session.space.offer_again(source_of(question))

    def _wanted(self) -> set[str]:
        return set(in_turn(self.pack)) - self.session.space.retired()

    def _not_had(self) -> set[str]:
        return self._wanted() - {before.text for before in self.session.space.questions_had}

    def _used_up(self) -> bool:
        return not self._not_had()

    def _fresh(self) -> set[str]:
        return self._not_had() or self._wanted()

    def _begin_anew(self) -> None:
        """Forget what was had of a pack that is used up, but for what this round asks: it has just come."""
        asked = {source_of(question) for question in self.questions}
        for question in set(in_turn(self.pack)) - asked:
            self.session.space.not_had(question)

    @property
    def _new(self) -> list[str]:
        """Those of its questions that the space had not had before."""
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
    pack = CHECK_IN


class CheckOut(Round):
    """How we leave: the same, shorter."""

    __mapper_args__ = {"polymorphic_identity": "checkout"}
    name = mark("Check-out")
    pack = CHECK_OUT
