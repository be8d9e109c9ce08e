"""Dots on the agenda: the group orders the list by them, and one place goes by lot; memory only (METHOD.md, Agenda)."""

from __future__ import annotations

import random
from collections.abc import Sequence

from elephants.sessions.base import Refused, number_of
from elephants.sessions.deciding.result import WORDS
from elephants.sessions.sensing.marks import Marks
from elephants.words import mark, tr

USUAL_EACH, MOST_EACH = 3, 9
LOT_FROM = 3
"""With fewer items than this the second place is the last one: there is nothing to draw for."""
LOT_PLACE = 1
"""The place, from 0, that goes by lot: the second, so that it is reached however short the time."""
THE_LOT = mark("The second place goes by lot to one of those with few dots, so that what matters to a few is heard.")
"""The lot in one sentence, for the room's screen and the facilitator alike."""


class Dots:
    """One round of dots: counted, then an order, then the lot; the counts are gone as soon as the order is there.

    The order is by dots, and where two have as many, as they stood before. *Few dots* has whatever lies in the half
    with fewest and has fewer than the first one: where all have as many there is nothing to draw, and the order stays.
    The room sees the order and who is in the draw, never a count: an item with one dot looks like one with four.
    Only `Agenda.put_in_order` keeps something of it, and that is an order.
    """

    def __init__(self, items: Sequence[int], here: int, each: int = USUAL_EACH) -> None:
        self.items = tuple(items)
        self.each, self.here = each, here
        self.few: tuple[int, ...] = ()
        """The ids among which one is drawn, in their order by dots; none before the dots are opened."""
        self.drawn: int | None = None
        self._order: tuple[int, ...] = ()
        self._marks = Marks(len(items), each, WORDS, here)
        self._marks.begin()

    @property
    def opened(self) -> bool:
        """Whether the dots became an order."""
        return bool(self._order)

    @property
    def waits_for_the_lot(self) -> bool:
        """Whether one place is still to be drawn."""
        return self.opened and bool(self.few) and self.drawn is None

    @property
    def order(self) -> tuple[int, ...]:
        """The ids in their new order, with the drawn one in its place; as they stand while dots are counted."""
        if self.drawn is None:
            return self._order or self.items
        rest = [one for one in self._order if one != self.drawn]
        return (*rest[:LOT_PLACE], self.drawn, *rest[LOT_PLACE:])

    def so_far(self, item: int) -> int:
        """Give the dots of one item so far, for the console alone; none once they are opened."""
        counts = self._marks.so_far
        return counts[self.items.index(item)] if counts else 0

    @property
    def counted(self) -> int:
        """How many dots are counted so far."""
        return self._marks.counted

    def gap(self) -> str:
        """Say how many of all dots are counted; said, never blocked. "" once they are opened."""
        return self._marks.gap()

    def give(self, each: int) -> None:
        """Give each of us so many dots; refuses none, more than nine, and a change after the first dot."""
        if self.counted or self.opened:
            raise Refused(tr("Dots are being counted already."))
        self.each = number_of(each, 1, MOST_EACH, tr("Each of us has from 1 to 9."))
        self._marks = Marks(len(self.items), each, WORDS, self.here)
        self._marks.begin()

    def put(self, item: int, dots: int) -> None:
        """Set the dots of one item; refuses less than none, more than 999, and an item that they are not put on.

        Too many is said, never blocked.
        """
        if item not in self.items:
            raise Refused(tr("No dots are put on this."))
        self._marks.put(self.items.index(item), dots)

    def again(self) -> None:
        """Begin counting again from none."""
        self._marks.again()

    def open(self) -> None:
        """Make the order of the dots, and forget how many there were; refuses where none was counted."""
        counts = self._marks.so_far
        if not self.counted:
            raise Refused(tr("No dot was counted yet. Count them, or leave the order as it is."))
        ranked = sorted(range(len(self.items)), key=lambda place: -counts[place])
        self._order = tuple(self.items[place] for place in ranked)
        if len(ranked) >= LOT_FROM:
            most, middle = counts[ranked[0]], counts[ranked[(len(ranked) + 1) // 2]]
            self.few = tuple(self.items[place] for place in ranked if counts[place] <= middle and counts[place] < most)
        self._marks.put_away()

    def draw(self, chance: random.Random) -> None:
        """Draw by lot which of those with few dots gets the second place; refuses a second draw."""
        if not self.waits_for_the_lot:
            raise Refused(tr("There is nothing to draw."))
        self.drawn = chance.choice(self.few)
