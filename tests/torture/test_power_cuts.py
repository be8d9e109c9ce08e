"""The power goes at any moment of an evening: all that was acknowledged is there, and the store opens.

What the real encrypted store does to the disk is written down below it, and played again with the power cut off
somewhere. A store that syncs less often loses gestures in the same test: that is its control.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.torture.disk import DROPPED, WAYS, Disk, Note, moments, read_notes
from tests.torture.players import Evening, Players, a_folder
from tests.torture.test_kills import EVENINGS, Lost, compare

LEFT = 32_768
"""Bytes of shared memory that may be left from before; SQLite makes it anew, and never trusts it."""


def recorded(players: Players, evening: Evening, folder: Path, **more: object) -> list[Note]:
    """Play an evening and give all that was done to the disk."""
    notes = players.folder / "notes"
    said = players.play(store=folder / "elephants.store", file=evening.file, until=evening.until, notes=notes, **more)
    assert said[-1] == "over 0"
    return read_notes(notes)


def cut(disk: Disk, evening: Evening, way: str, chance: random.Random, was: Path, into: Path) -> None:
    """Cut the power, and see that nothing acknowledged is lost."""
    disk.cut_off(way, chance, was, into)
    store = into / "elephants.store"
    if store.exists() and chance.random() < 0.5:
        Path(f"{store}-shm").write_bytes(chance.randbytes(LEFT))
    compare(store, max(0, disk.acknowledged), evening)


def many_cuts(players: Players, evening: Evening, times: int, seed: int, **more: object) -> Counter[str]:
    """Cut the power so often in one evening; gives how often, and how often something acknowledged was lost."""
    chance, found = random.Random(seed), Counter[str]()
    with a_folder(players.folder) as was:
        notes = recorded(players, evening, was, **more)
        for number, disk in enumerate(moments(notes, sorted(chance.randint(1, len(notes)) for _ in range(times)))):
            way = DROPPED if more.get("synchronous") else WAYS[number % len(WAYS)]
            found[way] += 1
            with a_folder(players.folder) as into:
                try:
                    cut(disk, evening, way, chance, was, into)
                except Lost:
                    found["lost"] += 1
    print(f"{evening.file.stem}: {dict(found)} of {len(notes)} notes {dict(more)}")
    return found


def test_a_power_cut_at_any_moment_loses_nothing(players: Players, short: Evening) -> None:
    assert many_cuts(players, short, 10, seed=1)["lost"] == 0


def test_the_same_with_fewer_syncs_loses_gestures(players: Players, short: Evening) -> None:
    """The control: were the cuts not cutting, this would lose nothing either."""
    assert many_cuts(players, short, 5, seed=1, synchronous="NORMAL")["lost"] > 0


@pytest.mark.torture
@pytest.mark.parametrize("name", EVENINGS)
@pytest.mark.parametrize("seed", range(2, 4))
def test_hundreds_of_power_cuts_lose_nothing(
    players: Players, undisturbed: Callable[[str], Evening], name: str, seed: int
) -> None:
    assert many_cuts(players, undisturbed(name), 100, seed)["lost"] == 0


@pytest.mark.torture
def test_hundreds_with_fewer_syncs_lose_gestures(players: Players, undisturbed: Callable[[str], Evening]) -> None:
    assert many_cuts(players, undisturbed(EVENINGS[0]), 200, seed=2, synchronous="NORMAL")["lost"] > 100
