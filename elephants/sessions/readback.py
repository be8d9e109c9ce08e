"""The read-back: every kept line, large; anyone can change it or strike it; then the room agrees (METHOD.md)."""

from __future__ import annotations

import random
from datetime import date

from elephants.sessions import striking
from elephants.sessions.activity import AGREED, RUNNING, Activity, Finger
from elephants.sessions.base import Refused
from elephants.sessions.decision import write_anew
from elephants.sessions.readlines import ReadLine as ReadLine
from elephants.sessions.readlines import lines
from elephants.sessions.record import seal
from elephants.words import mark, tr


class ReadBack(Activity):
    """Reads the record aloud, line by line, until the room agrees it."""

    __mapper_args__ = {"polymorphic_identity": "readback"}
    name = mark("Read-back")

    def lines(self) -> list[ReadLine]:
        """The lines of this session, in the order they are read."""
        return list(lines(self.session))

    def say(self) -> str:
        """Ask for each line."""
        return tr("Is this right? Anything to take out?")

    def hint(self) -> str:
        """Say what striking means."""
        return tr("Struck means gone. Undo brings it back until the room has agreed.")

    def change_line(self, line: ReadLine, words: str) -> None:
        """Write a line in the words the room wants; refuses blank (strike it instead) and what is agreed."""
        self._draft()
        striking.change(line, words)

    def strike(self, line: ReadLine) -> None:
        """Strike a line: its row is deleted, or its words where the row says more; refuses what is agreed."""
        self._draft()
        striking.strike(line)

    def agree(self, today: date, chance: random.Random | None = None) -> None:
        """The room agrees the record: each decision's first revision goes on its chain. Refuses a second time.

        Points are written anew with ids by `chance`: after that nothing tells in which order they were said.
        """
        self._draft()
        session = self.session
        if not session.started:
            raise Refused(tr("This session has not been opened yet."))
        for decision in session.decisions:
            if decision.ending is None:
                raise Refused(tr("A decision is still open. Bring it to an ending, or say what the next step is."))
        if session.state == RUNNING:
            session.close()
        for item in session.items:
            write_anew(item.points, chance or random.SystemRandom())
        session.state = AGREED
        seal(session, today)

    def new_moment(self, chance: random.Random) -> object | None:
        """Lay a finger on the first line."""
        del chance
        return Finger()

    def _draft(self) -> None:
        if self.session.state == AGREED:
            raise Refused(tr("The room has agreed this record. It can be corrected or taken out later."))
