"""The marks of one box, from the first hand to what the room is shown; memory only (METHOD.md, Sensing)."""

from __future__ import annotations

from elephants.sessions.base import Refused
from elephants.sessions.deciding.result import NUMBERS, Count, Tally
from elephants.words import tr


class Marks:
    """Counts marks, sealed until they are opened, and then holds only what the room is told.

    What is told, in words: which of them were marked, each with its meaning, in the order they stand in; never how
    many, how many passed, or what most of us said. One mark and fourteen give the same screen. Thought through from
    two chairs:

    *The one who lays the only Stop.* It was laid so that the room would hear it without a hand going up. A sentence
    only for three marks or more would keep it quiet, which is what this app is there to end; a number would say "one",
    and everybody would look round. "Some of us say: Stop", as large as all the rest, is heard and points at nobody;
    what it asks is asked of all of us.

    *The facilitator.* "Most of us say go on" would turn sensing into a vote, and the lone card into the losing side.
    What came is enough to know what to do next; who wants numbers settles it before the first mark.

    The outcome is therefore the set of what was marked: the same set gives the same words, pixels and memory, whatever
    the tally (METHOD.md, How a result is written down). What this does tell is said before anyone marks: that nobody
    marked something shows, and where all marked the same everyone knows of everyone.

    With the last count gone there is nothing to read in a swap file either: opened in words, the counts are dropped.
    """

    def __init__(self, options: int, each: int, form: str, here: int) -> None:
        self.options, self.each, self.form, self.here = options, each, form, here
        self.came: tuple[int, ...] | None = None
        """The places of what was marked, in their order, once it is opened."""
        self.numbers: tuple[int, ...] | None = None
        """How many marks each has, once it is opened and the room had settled on numbers."""
        self._count: Count | None = None

    @property
    def begun(self) -> bool:
        """Whether marks are being counted now; they are sealed for the room."""
        return self._count is not None

    @property
    def opened(self) -> bool:
        """Whether the room has been shown what came."""
        return self.came is not None

    @property
    def so_far(self) -> tuple[int, ...]:
        """The marks counted so far for each option, for the console alone; none before it began and once opened."""
        # A count keeps a place for *I'm not sure*; here that is an option like others, where the group wants it.
        return self._count.hands[: self.options] if self._count is not None else ()

    @property
    def counted(self) -> int:
        """How many marks are counted so far."""
        return sum(self.so_far)

    @property
    def expected(self) -> int:
        """How many marks there are when nobody passes."""
        return self.here * self.each

    def seat(self, here: int) -> None:
        """Follow the head count; once it began it is fixed."""
        if not self.begun and not self.opened:
            self.here = here

    def begin(self) -> None:
        """Begin to count; refuses fewer than two options."""
        if self.options < 2:
            raise Refused(tr("Name at least two things first."))
        self.came = self.numbers = None
        self._count = Count(self.options, self.here)

    def put(self, place: int, marks: int) -> None:
        """Set the marks of one option; refuses less than none and more than 999. Too many is said, never blocked."""
        self._counting().put(place, marks)

    def again(self) -> None:
        """Begin counting again from none."""
        self._counting().again()

    def open(self) -> None:
        """Show the room what came, as it was settled, and forget the rest; refuses where nothing was counted."""
        self._counting()
        if not self.counted:
            raise Refused(tr("Nothing was counted yet. Count the marks, or go back."))
        self.came = tuple(place for place, marks in enumerate(self.so_far) if marks)
        self.numbers = self.so_far if self.form == NUMBERS else None
        self._count = None

    def put_away(self) -> None:
        """Go back to before the first mark; what was counted, or shown, is gone."""
        self.came = self.numbers = self._count = None

    def gap(self) -> str:
        """Say when marks and heads differ; said, never blocked. "" before and, in words, after."""
        marks = self.numbers if self.opened else self.so_far
        if not marks:
            return ""
        if self.each > 1:
            return _gap_of_dots(self.here, self.each, sum(marks))
        return Tally(marks, 0, self.here).gap()

    def _counting(self) -> Count:
        if self._count is None:
            raise Refused(tr("This is not the moment for that."))
        return self._count


def _gap_of_dots(here: int, each: int, n: int) -> str:
    """Say the live sum against what all of us have together."""
    said = {"here": here, "each": each, "n": n, "all": here * each}
    if n > here * each:
        return tr("{here} here, {each} each: {n} of {all} counted, too many?", **said)
    return tr("{here} here, {each} each: {n} of {all} counted.", **said)
