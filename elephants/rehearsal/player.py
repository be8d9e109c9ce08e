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
        was = self.at
        at = self._done_until(look)
        while at > self.at:
            self.rehearsal.clock.tick()
            self.at += 1
            at = max(at, self._done_until(look))
        if self.at != was:
            self._go(self.at, self.rehearsal.lines[self.at - 1])

    def _done_until(self, look: Look) -> int:
        """Give the place behind the last line that can be seen to be done; nothing between may be looked over."""
        if self.line is None:
            return self.at
        if self.traces[self.at].seen_in(look):
            return self.at + 1
        for place in range(self.at + 1, len(self.rehearsal.lines)):
            if self.rehearsal.lines[place].do in _WAYS:
                return place + 1 if self.traces[place].seen_in(look) else self.at
        return self.at

    def _go(self, at: int, done: Line | None) -> None:
        self.at, self.done = at, done
        for tell in list(self.changed):
            tell()
