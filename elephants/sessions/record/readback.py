"""The read-back: every kept line, large; anyone can change it or strike it; then the room agrees (METHOD.md)."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING

from elephants.sessions.activity import AGREED, CLOSED, RUNNING, Activity, Finger
from elephants.sessions.base import Refused, no_way_back
from elephants.sessions.decision import write_anew
from elephants.sessions.learning.learned import mix
from elephants.sessions.record import striking
from elephants.sessions.record.readlines import ReadLine as ReadLine
from elephants.sessions.record.readlines import lines
from elephants.sessions.record.record import seal
from elephants.words import mark, tr

if TYPE_CHECKING:
    from elephants.sessions.session import Session

EARLIER = "earlier"
"""The setting that names the day of the session whose record is read, where it is not this one's own."""


class ReadBack(Activity):
    """Reads the record aloud, line by line, until the room agrees it.

    Where there was no time left, the next session opens with the read-back of the one before: then it is that record
    which is changed, struck and agreed, and never its own.
    """

    __mapper_args__ = {"polymorphic_identity": "readback"}
    name = mark("Read-back")

    @property
    def record(self) -> Session:
        """The session whose record is read."""
        day = self.settings.get(EARLIER)
        if day is None:
            return self.session
        return next(one for one in self.session.space.sessions if one.date.isoformat() == day)

    @property
    def of_earlier(self) -> bool:
        """Whether it reads the record of the session before."""
        return EARLIER in self.settings

    @property
    def finished(self) -> bool:
        """Whether the room has agreed."""
        return self.record.is_agreed()

    def lines(self) -> list[ReadLine]:
        """The lines of the record, in the order they are read."""
        return list(lines(self.record))

    def say(self) -> str:
        """Ask for each line."""
        if self.of_earlier:
            return tr("Last time we had no time to read this back. Is this right? Anything to take out?")
        return tr("Is this right? Anything to take out?")

    def hint(self) -> str:
        """Say what striking means; not today is fine too."""
        if self.of_earlier:
            return tr("Struck means gone. Not today? Then it stays a draft until the room has time.")
        return tr("Struck means gone. Undo brings it back until the room has agreed.")

    def change_line(self, line: ReadLine, words: str) -> None:
        """Write a line in the words the room wants; refuses blank (strike it instead) and what is agreed."""
        self._draft()
        striking.change(line, words)

    def strike(self, line: ReadLine) -> None:
        """Strike a line: its row is deleted, or its words where the row says more; refuses what is agreed."""
        self._draft()
        striking.strike(line)

    @no_way_back
    def agree(self, today: date, chance: random.Random | None = None) -> None:
        """The room agrees the record: each decision's first revision goes on its chain. Refuses a second time.

        Points are written anew with ids by `chance`: after that nothing tells in which order they were said.
        """
        self._draft()
        session = self.record
        if not session.started:
            raise Refused(tr("This session has not been opened yet."))
        for decision in session.decisions:
            if decision.ending is None:
                raise Refused(tr("A decision is still open. Bring it to an ending, or say what the next step is."))
        if session.state == RUNNING:
            session.close()
        chance = chance or random.SystemRandom()
        for item in session.items:
            write_anew(item.points, chance)
        mix(session, chance)
        session.state = AGREED
        seal(session, today)

    def new_moment(self, chance: random.Random) -> object | None:
        """Lay a finger on the first line."""
        del chance
        return Finger()

    def _draft(self) -> None:
        if self.record.state == AGREED:
            raise Refused(tr("The room has agreed this record. It can be corrected or taken out later."))


def not_read_back(session: Session) -> Session | None:
    """Give the last session before this one, where its record is still a draft: the next one opens with it."""
    held = [one for one in session.space.sessions if one.started and one.date < session.date]
    last = max(held, key=lambda one: one.date, default=None)
    return last if last is not None and last.state == CLOSED else None


def days_read(session: Session) -> list[date]:
    """Give the days of the sessions whose records are read in this one because they waited."""
    return [date.fromisoformat(day) for one in session.activities if (day := one.settings.get(EARLIER)) is not None]


def records_read(session: Session) -> list[Session]:
    """Give the sessions whose records may be read in this one: they are loaded whole with it."""
    reading = [one.record for one in session.activities if isinstance(one, ReadBack) and one.of_earlier]
    waiting = not_read_back(session) if not session.started else None
    return reading if waiting is None else [*reading, waiting]
