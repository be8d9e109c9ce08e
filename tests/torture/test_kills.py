"""A program that is killed at any moment of an evening has lost nothing it acknowledged, and the room is where it was.

A kill leaves to the system what was written; what a power cut leaves of it is tried in test_power_cuts.py.
"""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from elephants.desk import Desk
from elephants.sessions.space import Home
from elephants.store.left_wal import is_damaged
from elephants.store.store import Store
from tests.torture.players import Evening, Players, Told, a_folder
from tests.torture.told import Opened, is_whole, room_told, rows_told, unlike_the_store, where

EVENINGS = ("tuesday-kitchen", "council-2024-08-30", "council-2024-12-20")
LONGEST_DELAY = 0.015
"""Seconds to wait after a gesture before the kill: about two gestures."""


class Lost(AssertionError):
    """Says that something acknowledged is not there."""


@dataclass
class Found:
    """What was found after a number of kills."""

    kills: int = 0
    between: int = 0
    """Kills that fell into a gesture that was written and not yet acknowledged."""
    making: int = 0


def look(store: Path, expected: Told) -> Told:
    """Open what is left, as the app does, go into the session that was open, and see that it goes on."""
    desk = Desk(Opened(store))
    try:
        assert is_whole(desk.store)
        key = expected.where.split()[0]
        if key.isdigit():
            desk.open(int(key))
        assert unlike_the_store(desk) == []
        with desk.store.raw() as raw:
            found = Told(rows_told(raw), room_told(desk), where(desk))
        desk.change(desk.home, Home.new_space, "It goes on")
    finally:
        desk.close()
    return found


def compare(store: Path, acknowledged: int, evening: Evening) -> int:
    """See that all that was acknowledged is there, and at most the next gesture more; gives the gesture it stands at.

    The next one may stand there whole, for its last byte may be written when the program dies, but never half of it.
    """
    assert not is_damaged(store), "what a crash breaks off is no damage"
    for at in (acknowledged, acknowledged + 1):
        if at <= evening.gestures and _rows(store) == evening.told[at].rows:
            assert look(store, evening.told[at]) == evening.told[at], f"{evening.file.stem}: gesture {at}"
            return at
    raise Lost(f"{evening.file.stem}: gesture {acknowledged}")


def _rows(path: Path) -> str:
    store = Store(path)
    try:
        with store.raw() as raw:
            return rows_told(raw)
    finally:
        store.close()


def kill(players: Players, evening: Evening, chance: random.Random, folder: Path) -> int | None:
    """Begin an evening and kill it somewhere; gives how many gestures were acknowledged, None while it was made."""
    inside = chance.random() < 0.3  # in the middle of a write, which no clock hits often
    store = folder / "elephants.store"
    dies = chance.randrange(1, 5 * evening.gestures) if inside else 0
    begins = chance.random() < 0.2
    child = players.wish(store=store, file=evening.file, until=evening.until, dies_at=dies, beginning=begins)
    until, done = chance.randrange(evening.gestures), None
    delay = chance.uniform(0, LONGEST_DELAY)
    while True:
        line = players.hear(120 if inside or done is None or done < until else delay)
        if line == "":
            with suppress(ProcessLookupError):  # it came to its end meanwhile
                os.kill(child, signal.SIGKILL)
            inside = True  # only the end is still to be heard
        elif line[0].isdigit():
            done = int(line.split()[0])
        elif line.startswith("over"):
            assert line in ("over -9", "over 0"), players.errors()
            return done


def many_kills(players: Players, evenings: Sequence[Evening], times: int, seed: int) -> Found:
    """Kill so many evenings, these in turn."""
    chance, found = random.Random(seed), Found()
    while found.kills < times:
        evening = evenings[found.kills % len(evenings)]
        with a_folder(players.folder) as folder:
            done = kill(players, evening, chance, folder)
            found.kills += done is None or done < evening.gestures  # the end came before the kill: not counted
            found.making += done is None
            stands = compare(folder / "elephants.store", done or 0, evening)
            found.between += stands != (done or 0)
    print(
        f"{found.kills} kills, {found.making} before the store was open, {found.between} within a gesture; none lost."
    )
    return found


def test_a_kill_at_any_moment_loses_nothing(players: Players, short: Evening) -> None:
    many_kills(players, [short], 4, seed=1)


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(20))
def test_a_thousand_kills_lose_nothing(players: Players, undisturbed: Callable[[str], Evening], seed: int) -> None:
    found = many_kills(players, [undisturbed(name) for name in EVENINGS], 50, seed)
    assert found.kills == 50
