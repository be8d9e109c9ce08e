"""Rooms for walks to begin in: every rehearsal there is, left at any of its lines, with what is only of the moment."""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from elephants.desk import Desk
from elephants.places import asset
from elephants.rehearsal import read_rehearsal
from elephants.rehearsal.rehearsal import Rehearsal
from elephants.sessions.base import Refused
from tests.torture.told import Opened

BY_HAND = Path(__file__).resolve().parents[1] / "data" / "by-hand"
EVERY = 8
"""Lines from one copy to the next; as many at least are played live, for a box or a debate is in no copy."""


@dataclass(frozen=True)
class Left:
    """A copy of a store as it was left in the middle of a rehearsal."""

    folder: Path
    session: int
    now: datetime


@dataclass
class Rooms:
    """Lends a desk with an open session, each time another; each rehearsal is played once, when it is first met."""

    folder: Path
    files: Sequence[Path] = field(
        default_factory=lambda: sorted((*asset("rehearsals").glob("*.toml"), *BY_HAND.glob("*.toml")))
    )
    _left: dict[Path, list[Left]] = field(default_factory=dict)

    def enter(self, chance: random.Random) -> Desk:
        """Go to any line of any rehearsal; where a line cannot be played any more the room stays as it is."""
        file, there = chance.choice(self.files), self.folder / "walk"
        rehearsal, left = read_rehearsal(file), self._copies(file)
        line = chance.randrange(len(rehearsal.lines))
        copy = max(0, line // EVERY - 1)
        shutil.rmtree(there, ignore_errors=True)
        shutil.copytree(left[copy].folder, there)
        rehearsal.clock.show(left[copy].now)
        desk = Desk(Opened(there / "elephants.store"), clock=rehearsal.clock, chance=chance, draw=chance)
        desk.open(left[copy].session)
        _play_on(rehearsal, desk, copy * EVERY, line)
        return desk

    def _copies(self, file: Path) -> list[Left]:
        if file not in self._left:
            self._left[file] = self._play(file, self.folder / str(len(self._left)))
        return self._left[file]

    def _play(self, file: Path, folder: Path) -> list[Left]:
        rehearsal, left = read_rehearsal(file), []
        store = folder / "played" / "elephants.store"
        with closing(Desk(Opened(store), clock=rehearsal.clock, chance=random.Random(1))) as desk:
            rehearsal.set_up(desk)
            for number, _ in enumerate(rehearsal.steps(desk)):
                if number % EVERY == 0:
                    assert desk.session is not None
                    left.append(Left(folder / str(number), desk.session.id, rehearsal.clock()))
                    shutil.copytree(store.parent, left[-1].folder)  # nobody writes meanwhile: all is in it and its -wal
        return left


def _play_on(rehearsal: Rehearsal, desk: Desk, begin: int, end: int) -> None:
    for line in rehearsal.lines[begin:end]:
        try:
            rehearsal.do(line, desk)
        except Refused:
            return
