"""Leads through a written session line by line: it plays a line, or sees that it was done by hand, or leaves it out."""

from __future__ import annotations

from collections.abc import Callable

from elephants.desk import Desk
from elephants.rehearsal.form import Line
from elephants.rehearsal.rehearsal import Rehearsal
from elephants.rehearsal.traces import Look, Trace

_WAYS = frozenset(("walk on", "go on", "skip", "go to", "ready to choose"))
"""Lines that lead on: where one of them is seen to be done, those before it are left behind."""


class Player:
    """Stands at one line of a rehearsal on the desk of its sandbox.

    `changed` is called after each step; `traces` may come later than the player, and without them nothing is ticked.
    """

    def __init__(self, rehearsal: Rehearsal, desk: Desk) -> None:
        self.rehearsal, self.desk = rehearsal, desk
        self.traces: tuple[Trace, ...] = ()
        self.changed: list[Callable[[], None]] = []
        self.at = 0
        self.done: Line | None = None
        """The line that was done last, by whoever did it; None where the last one was left out."""
        self._plays = False
        self._arrived: Look | None = None
        """What was to be seen when the line came up."""

    @property
    def line(self) -> Line | None:
        """The line that comes next; None behind the last one."""
        lines = self.rehearsal.lines
        return lines[self.at] if self.at < len(lines) else None

    def play(self) -> None:
        """Do the line through the desk and stand at the next. Refuses as its deeds do, and stays at it then."""
        line = self.line
        if line is None:
            return
        self._plays = True
        try:
            self.rehearsal.do(line, self.desk)
        finally:
            self._plays = False
        self._go(self.at + 1, line)

    def leave_out(self) -> None:
        """Stand at the next line without doing this one; nothing is a must."""
        if self.line is not None:
            self._go(self.at + 1, None)

    def look(self) -> None:
        """See what was done by hand since: tick it, and go on to the next line. Call it after each deed."""
        if self._plays or not self.traces or self.line is None or self.desk.session is None:
            return
        look = Look.at(self.desk)
        at = self.at
        while (then := self._done_until(look, at)) > at:
            self.rehearsal.clock.tick(then - at)
            self._arrived, at = look, then
        if at != self.at:
            self._go(at, self.rehearsal.lines[at - 1])

    def _done_until(self, look: Look, at: int) -> int:
        """Give the place behind the last line that can be seen to be done.

        A way on counts only where it was not to be seen before: two of them may lead to the same step.
        """
        lines = self.rehearsal.lines
        if at < len(lines) and self.traces[at].seen_in(look):
            return at + 1
        way = next((place for place in range(at + 1, len(lines)) if lines[place].do in _WAYS), None)
        if way is None or self._arrived is None or self.traces[way].seen_in(self._arrived):
            return at
        return way + 1 if self.traces[way].seen_in(look) else at

    def _go(self, at: int, done: Line | None) -> None:
        self.at, self.done = at, done
        self._arrived = Look.at(self.desk)
        for tell in list(self.changed):
            tell()
