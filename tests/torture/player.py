"""A program that plays rehearsals, each in a child of its own, so that it can be killed, cut off or left without room.

It reads wishes from its input, one a line, and says on its output after each gesture that it is done: only then has
`Desk.change` come back. It runs with `watched_disk.c` in front of the disk.
"""

from __future__ import annotations

import ctypes
import gc
import json
import logging
import os
import random
import sys
import tempfile
import traceback
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from elephants.desk import Desk
from elephants.rehearsal import read_rehearsal
from elephants.rehearsal.clock import Clock
from elephants.sessions.base import NotSaved, Refused
from elephants.store.store import Store
from tests.rehearsals import shipped
from tests.torture.told import Opened, room_told, rows_told, unlike_the_store, where


@dataclass(frozen=True)
class Wish:
    """What to play, and what is to go wrong meanwhile."""

    store: str
    file: str
    until: int = 0
    """Stop after so many gestures; 0 plays all of it."""
    whole: bool = False
    """Tell after each gesture what is kept and where the room is."""
    notes: str = ""
    """Where everything that reaches the disk is written down."""
    synchronous: str = "FULL"
    full_at: int = 0
    dies_at: int = 0
    crashes: bool = False
    """Whether it ends without closing anything."""
    beginning: bool = False
    """Whether the making of the store is counted too."""


class Enough(Exception):
    """The rehearsal stops here."""


class Hasty(Opened):
    """A store that does not wait for the disk at each gesture: the control."""

    def connect(self, *, check_same_thread: bool = True) -> Any:
        """Give a connection that syncs less often than ours."""
        raw = super().connect(check_same_thread=check_same_thread)
        raw.execute("PRAGMA synchronous=NORMAL")
        return raw


class Acknowledging(Desk):
    """A desk that says of each gesture that it is done, once it is."""

    def __init__(self, store: Store, disk: ctypes.CDLL, wish: Wish, **more: Any) -> None:
        self._done, self._disk, self._wish = 0, disk, wish
        super().__init__(store, **more)

    def change(self, thing: Any, deed: Any, *words: Any, **more: Any) -> Any:
        """Do the deed; where the disk is full, see that nothing was lost, make room and do it again."""
        chance = self.chance.getstate()
        try:
            done = super().change(thing, deed, *words, **more)
        except NotSaved:
            if not self._wish.full_at:
                raise
            self.chance.setstate(chance)
            done = self._again(lambda: super(Acknowledging, self).change(thing, deed, *words, **more), chance)
        self._done += 1
        self._disk.acknowledge(self._done)
        say(f"{self._done} {self.told() if self._wish.whole else ''}")
        if self._done == self._wish.until:
            raise Enough
        return done

    def told(self) -> str:
        """Tell what is kept, what the faces read, and where the room is."""
        return f"{rows_told(self._connection.connection.driver_connection)} {room_told(self)} {where(self)}"

    def _again(self, act: Any, chance: Any) -> Any:
        with self.store.raw() as raw:
            say(f"full {self._done} {rows_told(raw)} {len(unlike_the_store(self))}")
        try:
            act()
        except NotSaved:
            self.chance.setstate(chance)
        else:
            raise AssertionError("the disk is still full")
        self._disk.be_full_at(0)
        return act()


def say(line: str) -> None:
    """Say a line at once."""
    os.write(1, f"{line}\n".encode())


def play(wish: Wish, disk: ctypes.CDLL) -> None:
    """Play a rehearsal as wished."""
    path = Path(wish.store)
    disk.watch(str(path.parent).encode(), wish.notes.encode())
    if wish.beginning:
        disk.be_full_at(wish.full_at)
        disk.die_at(wish.dies_at)
    rehearsal = read_rehearsal(Path(wish.file))
    try:
        desk = _desk(path, disk, wish, rehearsal.clock)
    except Refused as no:
        say(f"refused {no}")
        disk.be_full_at(0)
        desk = _desk(path, disk, wish, rehearsal.clock)
    begun = 0 if wish.beginning else disk.count_writes()
    if not wish.beginning:
        disk.be_full_at(wish.full_at and wish.full_at + begun)
        disk.die_at(wish.dies_at and wish.dies_at + begun)
    disk.acknowledge(0)
    say(f"0 {desk.told() if wish.whole else ''}")
    with suppress(Enough):
        rehearsal.play(desk)
    say(f"writes {disk.count_writes() - begun}")
    if wish.crashes:
        os._exit(0)
    desk.close()


def _desk(path: Path, disk: ctypes.CDLL, wish: Wish, clock: Clock) -> Acknowledging:
    store = Opened(path) if wish.synchronous == "FULL" else Hasty(path)
    try:
        return Acknowledging(store, disk, wish, clock=clock, chance=random.Random(1), draw=random.Random(1))
    except BaseException:
        store.close()
        raise


def _practise() -> None:
    """Play an evening once: what is loaded and thought out only once need not be so again by each child."""
    rehearsal = read_rehearsal(shipped("tuesday-kitchen"))
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Opened(Path(folder) / "elephants.store"), clock=rehearsal.clock)
        rehearsal.play(desk)
        desk.close()
    gc.collect()
    gc.freeze()


def main() -> None:
    """Play what is wished, one after the other, and say how each ended."""
    disk = ctypes.CDLL(None)
    disk.count_writes.restype = ctypes.c_long
    for name in ("be_full_at", "die_at", "acknowledge"):
        getattr(disk, name).argtypes = [ctypes.c_long]
    logging.getLogger().addHandler(logging.NullHandler())
    _practise()
    say("ready")
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                play(Wish(**json.loads(line)), disk)
            except BaseException:  # noqa: BLE001
                traceback.print_exc()
                os._exit(70)
            os._exit(0)
        say(f"child {child}")
        _, status = os.waitpid(child, 0)
        say(f"over {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    main()
