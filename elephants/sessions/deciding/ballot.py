"""The secret ballot on the laptop: a closed box that lives in memory only (METHOD.md, Secret ballot on the laptop)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from enum import Enum, auto

from elephants.sessions.base import Refused
from elephants.sessions.deciding.result import Tally
from elephants.sessions.deciding.ways import LEAST_FOR_BALLOT, LEAST_SLIPS
from elephants.sessions.round import Chairs
from elephants.words import tr


class Booth(Enum):
    """What the person with the laptop sees."""

    COVER = auto()
    OPTIONS = auto()
    SURE = auto()
    THANKS = auto()


class Ballot:
    """Holds totals, never an order, a time or a person; nothing of it is written anywhere, and it dies with the app.

    One person after the other goes cover -> `ready` -> `wish` -> `sure` -> `pass_on` -> cover. A chair lights for
    each turn, chosen or passed alike. There is no way back past `sure`, and no count to be read before `tally`.
    """

    def __init__(self, options: int, here: int, chance: random.Random) -> None:
        self.here = here
        self.begun = False
        self.booth = Booth.COVER
        self._chairs = Chairs(here, chance)
        self._totals = [0] * (options + 1)
        self._wish: int | None = None
        self._turns = 0
        self._joined = False

    def __repr__(self) -> str:
        return "<Ballot>"

    @property
    def lit(self) -> frozenset[int]:
        """The chairs lit so far, one for each turn, in an order drawn by chance; they stand for nobody."""
        return self._chairs.lit

    @property
    def joined(self) -> bool:
        """Whether paper slips have joined the box."""
        return self._joined

    @property
    def passing(self) -> bool:
        """Whether the one with the laptop wishes to pass; only while it asks *Sure?*."""
        return self.booth is Booth.SURE and self._wish is None

    @property
    def wished(self) -> int | None:
        """What the one with the laptop wishes to choose; only while it asks *Sure?*, so that they can see it."""
        return self._wish if self.booth is Booth.SURE else None

    @property
    def all_had_it(self) -> bool:
        """Whether the laptop moved on exactly as often as we are here; says no more than `gap`."""
        return self._turns == self.here

    def begin(self) -> None:
        """Close the box and send the laptop round; refuses a second time."""
        if self.begun:
            raise Refused(tr("The box is open for votes already."))
        self.begun = True

    def ready(self) -> None:
        """The next person is ready: show the options."""
        self._at(Booth.COVER)
        self.booth = Booth.OPTIONS

    def wish(self, place: int | None) -> None:
        """Take what one person wishes to choose, None to pass; nothing is in the box before `sure`."""
        self._at(Booth.OPTIONS)
        if place is not None and not 0 <= place < len(self._totals):
            raise Refused(tr("That is not one of the options."))
        self._wish = place
        self.booth = Booth.SURE

    def not_so(self) -> None:
        """Not sure yet: back to the options, nothing chosen."""
        self._at(Booth.SURE)
        self._wish = None
        self.booth = Booth.OPTIONS

    def sure(self) -> None:
        """Put the choice in the box; whoever passes puts nothing in it, and nobody can tell the two apart."""
        self._at(Booth.SURE)
        if self._wish is not None:
            self._totals[self._wish] += 1
        self._wish = None
        self.booth = Booth.THANKS

    def pass_on(self) -> None:
        """The laptop moves on: a chair lights, and the cover is back."""
        self._at(Booth.THANKS)
        self._turns += 1
        if len(self._chairs.lit) < self.here:
            self._chairs.light()
        self.booth = Booth.COVER

    def cover(self) -> None:
        """Lay the cover over whatever is seen, as after a sleep or a long silence; the box stays as it was."""
        if self.booth is Booth.THANKS:
            self.pass_on()
        self._wish = None
        self.booth = Booth.COVER

    def join(self, slips: Sequence[int], empty: int = 0) -> None:
        """Let paper slips join the box, counts for each option and *I'm not sure*; all at once, and only once.

        A slip left `empty` passes, and is one of those used. Refuses fewer than three (one alone could be
        recognised) and while somebody has the options before them.
        """
        self._at(Booth.COVER)
        if self._joined:
            raise Refused(tr("The slips are in the box already."))
        if len(slips) != len(self._totals) or min(*slips, empty) < 0:
            raise Refused(tr("Give one count for each option, and none below nothing."))
        used = sum(slips) + empty
        if used < LEAST_SLIPS:
            raise Refused(
                tr("Slips join the box when there are {n} or more. One alone could be recognised.", n=LEAST_SLIPS)
            )
        self._totals = [one + more for one, more in zip(self._totals, slips, strict=True)]
        self._turns += used
        for _ in range(min(used, self.here - len(self._chairs.lit))):
            self._chairs.light()
        self._joined = True

    def gap(self) -> str:
        """Say, without a number, when turns and heads differ or so few took part that it could tell; never blocked."""
        if self._turns < min(self.here, LEAST_FOR_BALLOT):
            return tr("Only a few of us have had the laptop. Opened now, the result could show who chose what.")
        if self._turns < self.here:
            return tr("Some chairs are not lit yet. Has everybody had the laptop?")
        if self._turns > self.here:
            return tr(
                "The laptop moved on more often than we are here. Somebody may have chosen twice: count the tokens."
            )
        return tr("The laptop has moved on as often as we are here.")

    def tally(self) -> Tally:
        """Give the totals for the reveal, and for nothing else; refuses before anybody had the laptop."""
        self._at(Booth.COVER)
        if self._turns == 0:
            raise Refused(tr("Nobody has had the laptop yet. Pass it round first, or go back."))
        *options, not_sure = self._totals
        return Tally(tuple(options), not_sure, self.here)

    def _at(self, booth: Booth) -> None:
        if not self.begun or self.booth is not booth:
            raise Refused(tr("The box is not ready for that."))
