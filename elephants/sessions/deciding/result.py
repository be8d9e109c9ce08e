"""How a result is written down: one place for every face and paper (METHOD.md, How a result is written down)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from elephants.sessions.base import Refused
from elephants.words import tr

NUMBERS, WORDS = "numbers", "words"
LETTERS = "ABCDEFGHI"
MOST_HANDS = 999


@dataclass(frozen=True, repr=False)
class Tally:
    """The counts of one round: for each option in its order, for *I'm not sure*, and how many are here."""

    options: tuple[int, ...]
    not_sure: int
    here: int

    @property
    def voting(self) -> int:
        """How many chose something; *I'm not sure* counts, whoever passes does not."""
        return sum(self.options) + self.not_sure

    def winner(self) -> int | None:
        """Give the place of the option with more than half of those voting, or None: then we are split."""
        for place, count in enumerate(self.options):
            if 2 * count > self.voting:
                return place
        return None

    def gap(self) -> str:
        """Say when counts and heads differ; said, never blocked."""
        if self.voting < self.here:
            missing = self.here - self.voting
            if missing == 1:
                return tr("{here} here, {voting} counted: one passed?", here=self.here, voting=self.voting)
            return tr(
                "{here} here, {voting} counted: {n} passed?", here=self.here, voting=self.voting, n=missing
            )  # fmt: skip
        if self.voting > self.here:
            return tr("{here} here, {voting} counted: one too many?", here=self.here, voting=self.voting) if (
                self.voting - self.here == 1
            ) else tr("{here} here, {voting} counted: too many?", here=self.here, voting=self.voting)  # fmt: skip
        return tr("{here} here, {here} counted.", here=self.here)

    def kept(self) -> dict[str, Any]:
        """Give the totals as they are kept with a result in numbers."""
        return {"options": list(self.options), "not_sure": self.not_sure, "here": self.here}


def sentence(form: str, chosen: str | None, options: list[str], totals: dict[str, Any] | None) -> str:
    """Write the result: in words one of two sentences, the same for every tally; in numbers the totals."""
    said = tr("Most of us chose “{option}”.", option=chosen) if chosen is not None else tr("We were split.")
    return " ".join([said, *(counts(options, totals) if form == NUMBERS and totals is not None else ())])


def counts(options: list[str], totals: dict[str, Any]) -> list[str]:
    """Say the totals of a result in numbers, a sentence for each option and one for *I'm not sure*."""
    said = [
        tr("{letter}, “{option}”: {n}.", letter=letter, option=option, n=count)
        for letter, option, count in zip(LETTERS, options, totals["options"], strict=False)
    ]
    return [*said, tr("I'm not sure: {n}.", n=totals["not_sure"])]


class Count:
    """Hands counted in the open, sealed for the room until the reveal; memory only (METHOD.md, CHOOSE)."""

    def __init__(self, options: int, here: int) -> None:
        self.here = here
        self._hands = [0] * (options + 1)

    @property
    def hands(self) -> tuple[int, ...]:
        """The hands for each option in its order, the last for *I'm not sure*."""
        return tuple(self._hands)

    @property
    def counted(self) -> int:
        """How many hands were counted so far."""
        return sum(self._hands)

    def one_more(self, place: int) -> None:
        """Count one hand more; too many is said, never blocked."""
        self.put(place, self._hands[place] + 1)

    def one_less(self, place: int) -> None:
        """Take one hand back; refuses below none."""
        self.put(place, self._hands[place] - 1)

    def put(self, place: int, hands: int) -> None:
        """Set the hands for one option; refuses less than none and more than 999."""
        if not 0 <= hands <= MOST_HANDS:
            raise Refused(tr("There cannot be fewer than no hands, or more than 999."))
        self._hands[place] = hands

    def again(self) -> None:
        """Begin counting again from none."""
        self._hands = [0] * len(self._hands)

    def tally(self) -> Tally:
        """Give the counts for the reveal."""
        *options, not_sure = self._hands
        return Tally(tuple(options), not_sure, self.here)


class Reveal:
    """The calm moment in which the room sees what most of us chose, before anybody is asked anything; memory only."""

    def __init__(self, *, over: bool = False) -> None:
        self.over = over

    def ask(self) -> None:
        """Go on to ask what people need to come along."""
        self.over = True


def seen_alone(moment: object, settings: Mapping[str, Any]) -> bool:
    """Tell whether the room sees the result and nothing else: until it is asked on, or a need (or none) has come."""
    return isinstance(moment, Reveal) and not moment.over and bool(settings.get("fresh"))
