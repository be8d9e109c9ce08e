"""Bytes that rot in the -wal of a crash: SQLite would go on without the gestures behind them, and say nothing of it."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from elephants import cli
from elephants.store.left_wal import is_damaged
from tests.rehearsals import shipped
from tests.torture.conftest import SHORT
from tests.torture.players import Evening, Players
from tests.torture.test_flipped_bytes import flip
from tests.torture.told import Opened, rows_told

LONG = 105


def crash(players: Players, until: int) -> Path:
    """Give a folder with a store whose program ended in the middle of an evening; its -wal holds many gestures."""
    folder = players.folder / f"crashed at {until}"
    players.play(store=folder / "elephants.store", file=shipped("tuesday-kitchen"), until=until, crashes=True)
    assert Path(f"{folder / 'elephants.store'}-wal").stat().st_size > 50_000
    return folder


def ask(crashed: Path, evening: Evening, at: Path, times: int) -> Counter[str]:
    """Flip bytes in the -wal of so many copies: all is there, or it is said that something may be missing."""
    chance, found, rows = random.Random(64), Counter[str](), list(dict.fromkeys(one.rows for one in evening.told))
    last = rows.index(_told(crashed, at / "as it was")[0])
    for number in range(times):
        folder = at / f"copy {number}"
        shutil.copytree(crashed, folder)
        flip(folder / "elephants.store-wal", chance, scattered=bool(number % 2))
        spoilt = (folder / "elephants.store-wal").read_bytes()
        said, missing = _opened(folder)
        assert said in rows, "a state that never was"
        assert missing or rows.index(said) >= last - 1, "only what looks like the very last gesture goes unsaid"
        if missing:
            [aside] = (folder / "backups").glob("*.aside-wal")
            assert aside.read_bytes() == spoilt, "it is kept as it was found"
        found["said" if missing else "the last gesture" if rows.index(said) < last else "harmless"] += 1
        shutil.rmtree(folder)
    print(f"{times} flipped ends: {dict(found)}")
    return found


def _told(crashed: Path, at: Path) -> tuple[str, str]:
    shutil.copytree(crashed, at)
    return _opened(at)


def _opened(folder: Path) -> tuple[str, str]:
    store = Opened(folder / "elephants.store")
    with store.raw() as raw:
        said = rows_told(raw)
    store.close()
    return said, store.missing


def test_gestures_that_rot_in_the_wal_are_not_left_out_without_a_word(
    players: Players, short: Evening, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    crashed = crash(players, SHORT)
    assert ask(crashed, short, tmp_path, 6)["said"] > 0
    copy = tmp_path / "copy"
    shutil.copytree(crashed, copy)
    wal = copy / "elephants.store-wal"
    wal.write_bytes(wal.read_bytes()[:20] + b"\0" * 12 + wal.read_bytes()[32:])
    assert is_damaged(copy / "elephants.store")
    for _ in range(2):  # looking does not sweep it away
        assert cli.main(["check", "--store", str(copy / "elephants.store")]) == 1
        assert "is damaged" in capsys.readouterr().err


@pytest.mark.torture
def test_two_hundred_flipped_ends(players: Players, undisturbed: Callable[[str], Evening], tmp_path: Path) -> None:
    assert ask(crash(players, LONG), undisturbed("tuesday-kitchen"), tmp_path, 200)["said"] > 150
