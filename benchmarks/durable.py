"""Measures what encryption costs a deed that is on the disk before it counts, through the ORM.

Run with `python -m benchmarks.durable`. The same deed on two desks in turns: one on our store, one on a file without a
key; both with synchronous=FULL and all else alike. The promise: at most 1.5 times.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from contextlib import closing
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any

import sqlcipher3

from benchmarks._evening import WORDS
from benchmarks.gesture import p95, quiet_memory, took
from elephants.desk import Desk
from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.session import Session
from elephants.sessions.space import Home, Space
from elephants.store.store import _PRAGMAS, WAIT, Store

PROMISE = 1.5
_ROUNDS = 300
_FIRST = 20
_DAY = datetime(2026, 11, 24, 18)  # noqa: DTZ001  (a clock on a wall has no zone)


class Unlocked(Store):
    """The floor: the same store in a file that has no key; never used by the program."""

    def connect(self, *, check_same_thread: bool = True) -> Any:
        """Give a connection set as ours are, but for the key."""
        raw = sqlcipher3.connect(str(self.path), timeout=WAIT, check_same_thread=check_same_thread)
        for pragma in _PRAGMAS:
            raw.execute(f"PRAGMA {pragma}")
        return raw


def a_session(store: Store) -> tuple[Desk, AgendaItem]:
    """Open a session with one item on its agenda."""
    desk = Desk(store, clock=lambda: _DAY)
    desk.change(desk.home, Home.new_space, "Tuesday kitchen")
    desk.change(desk.home.spaces[0], Space.plan, date(2026, 11, 24), time(18), 90)
    session = desk.open(desk.home.spaces[0].sessions[0].id)
    desk.change(session, Session.start, 14)
    agenda = next(one for one in session.activities if isinstance(one, Agenda))
    desk.change(agenda, Agenda.add_item, "Where shall we meet in winter?")
    return desk, session.items[0]


def measure(rounds: int = _ROUNDS) -> tuple[list[float], list[float]]:
    """Give the milliseconds of each deed: ours, and the same without a key."""
    ours, floor = list[float](), list[float]()
    with tempfile.TemporaryDirectory() as folder:
        desk, item = a_session(Store(Path(folder, "ours")))
        other, same = a_session(Unlocked(Path(folder, "floor")))
        with closing(desk), closing(other):
            quiet_memory()
            for turn in range(rounds + _FIRST):
                words = f"{turn}. {WORDS[turn % len(WORDS)]}"
                ours.append(took(partial(desk.change, item, AgendaItem.add_point, words)))
                floor.append(took(partial(other.change, same, AgendaItem.add_point, words)))
            assert len(item.points) == len(same.points) == rounds + _FIRST
        assert Path(folder, "floor").read_bytes()[:6] == b"SQLite", "the floor is locked too"
        assert Path(folder, "ours").read_bytes()[:6] != b"SQLite", "ours is not"
    return ours[_FIRST:], floor[_FIRST:]


def main(rounds: int = _ROUNDS) -> int:
    """Print p50 and p95 of both, and the ratio; gives 1 when the promise is broken."""
    ours, floor = measure(rounds)
    ratio = statistics.median(ours) / statistics.median(floor)
    print(
        f"a deed on the disk, encrypted: p50 {statistics.median(ours):.1f} ms, p95 {p95(ours):.1f} ms, "
        f"ratio {ratio:.2f} (promise {PROMISE})"
    )
    print(f"  floor, the same without a key: p50 {statistics.median(floor):.1f} ms, p95 {p95(floor):.1f} ms")
    print("  run again: python -m benchmarks.durable")
    return 0 if ratio <= PROMISE else 1


if __name__ == "__main__":
    sys.exit(main())
