"""Two thousand rehearsals in one process: nothing piles up or stays open, and the last are as quick."""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlcipher3

from elephants.desk import Desk
from elephants.sandbox import Sandbox
from elephants.sessions.base import Base
from elephants.store.store import Store
from tests.rehearsals import shipped

EVENINGS = ("lid-down", "repairs", "visitors", "learning")
HUNDRED = 100

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="NOT CHECKED: handles are counted in /proc"
)


@dataclass(frozen=True)
class Counted:
    """What the process holds."""

    bytes: int
    handles: tuple[str, ...]
    threads: int
    connections: int
    things: int
    """Live rows of desks that were put away."""


def count() -> Counted:
    gc.collect()
    kinds = [type(one) for one in gc.get_objects()]
    return Counted(
        int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE"),
        tuple(sorted(_opened(one) for one in Path("/proc/self/fd").iterdir())),
        threading.active_count(),
        kinds.count(sqlcipher3.Connection),
        sum(issubclass(kind, Base | Desk | Store) for kind in kinds),
    )


def _opened(handle: Path) -> str:
    try:
        return str(handle.readlink()).removesuffix(" (deleted)")  # a file may go meanwhile; its handle counts
    except OSError:  # the one by which the folder is read
        return ""


def play(name: str) -> None:
    """Rehearse one as the app does, in a place of its own that is gone afterwards."""
    place = Sandbox(shipped(name))
    place.desk.open(place.session_id)
    for _ in place.rehearsal.steps(place.desk):
        pass
    place.away()


def many(times: int) -> tuple[list[float], list[Counted]]:
    """Play so many hundreds of them; gives the seconds of this processor and what is held after each hundred."""
    seconds, held = [], []
    for number in range(times):
        begun = time.process_time()
        for place in range(HUNDRED):
            play(EVENINGS[place % len(EVENINGS)])
        seconds.append(time.process_time() - begun)
        held.append(count())
        print(f"{(number + 1) * HUNDRED}: {seconds[-1]:.1f} s, {held[-1].bytes / 1e6:.1f} MB", flush=True)
    return seconds, held


def test_a_rehearsal_leaves_nothing_behind() -> None:
    play("last-time")
    before = count()
    play("last-time")
    after = count()
    assert (after.handles, after.threads) == (before.handles, before.threads)
    assert after.connections <= before.connections
    assert after.things <= before.things


@pytest.mark.torture
def test_two_thousand_rehearsals_in_one_process() -> None:
    seconds, held = many(20)
    first, last = held[0], held[-1]
    assert last.bytes <= 1.05 * first.bytes
    assert (last.handles, last.threads, last.connections) == (first.handles, first.threads, first.connections)
    assert last.things <= first.things
    assert seconds[-1] <= 1.1 * seconds[0]
