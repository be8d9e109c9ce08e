"""The disk is full at every write of a session in turn: it is said, and done when there is room.

At the write in question half of the bytes are taken, and from then on none and no new file, until the player has seen
its deed refused twice and makes room.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

import pytest

from tests.rehearsals import shipped
from tests.torture.players import Evening, Players, a_folder, evening
from tests.torture.test_kills import look

FILE = shipped("tuesday-kitchen")
SHORT = 50
"""Gestures of the session in which every single write finds the disk full."""


def all_writes(players: Players, until: int, *, beginning: bool) -> int:
    """Count the writes of the session."""
    with a_folder(players.folder) as folder:
        said = players.play(store=folder / "elephants.store", file=FILE, until=until, beginning=beginning)
    return int(said[-2].split()[1])


def fill_up(players: Players, played: Evening, at: Iterable[int], *, beginning: bool = False) -> Counter[str]:
    """Play the session once for each of these writes, with the disk full there."""
    found = Counter[str]()
    for write in at:
        with a_folder(players.folder) as folder:
            store = folder / "elephants.store"
            said = players.play(
                store=store, file=FILE, until=played.gestures, full_at=write, beginning=beginning
            )  # fmt: skip
            assert said[-1] == "over 0", f"write {write}"
            found.update(_heard(said, played))
            assert look(store, played.told[-1]) == played.told[-1], f"write {write}"
    print(f"{found.total()} full disks: {dict(found)}")
    return found


def _heard(said: list[str], played: Evening) -> Iterable[str]:
    """What was said of the full disk; where a gesture was refused, all stood as it was before."""
    refused = [line for line in said if line.startswith("refused")]
    full = [line.split()[1:] for line in said if line.startswith("full")]
    for number, rows, unlike in full:
        assert (rows, unlike) == (played.told[int(number)].rows, "0"), f"gesture {number}"
    assert all(line.endswith(".") for line in refused), refused
    return ["refused at the start"] * bool(refused) + ["not saved"] * bool(full) or ["nothing was to be said"]


@pytest.fixture(scope="module")
def played(players: Players) -> Callable[[int], Evening]:
    return lambda until: evening(players, FILE, until=until)


def test_a_full_disk_at_some_writes_of_a_session(players: Players, played: Callable[[int], Evening]) -> None:
    writes = all_writes(players, 12, beginning=True)
    found = fill_up(players, played(12), range(1, writes, writes // 7), beginning=True)
    assert found["not saved"] > 0
    assert found["refused at the start"] > 0


@pytest.mark.torture
def test_a_full_disk_at_every_write_while_the_store_is_made(players: Players, played: Callable[[int], Evening]) -> None:
    last = all_writes(players, 1, beginning=True)
    found = fill_up(players, played(1), range(1, last + 1), beginning=True)
    assert found["refused at the start"] > last // 2


@pytest.mark.torture
def test_a_full_disk_at_every_write_of_a_short_session(players: Players, played: Callable[[int], Evening]) -> None:
    found = fill_up(players, played(SHORT), range(1, all_writes(players, SHORT, beginning=False) + 1))
    assert found["not saved"] > SHORT


@pytest.mark.torture
def test_a_full_disk_at_many_writes_of_a_whole_evening(players: Players, undisturbed: Callable[[str], Evening]) -> None:
    whole = undisturbed("tuesday-kitchen")
    found = fill_up(players, whole, range(1, all_writes(players, 0, beginning=False), 7))
    assert found["not saved"] > whole.gestures // 7
