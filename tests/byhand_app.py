"""The app as it is started on a store in which a written session can begin, and the same session left by the desk."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from elephants.app import App
from elephants.desk import Desk
from elephants.rehearsal import Rehearsal, read_rehearsal
from elephants.settings import Settings
from elephants.store.store import Store
from tests.byhand import settle
from tests.rehearsals import dump, play
from tests.test_twins import RANDOM

Rows = dict[str, list[dict[str, object]]]


def alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the app a laptop of its own: the settings that closing the window writes go there."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder / "laptop" / name))


@contextmanager
def ready_to_begin(file: Path, folder: Path, qapp: QApplication) -> Iterator[tuple[App, Rehearsal]]:
    """Start the app on a store in which the session of a file can begin; the clock is the written one."""
    rehearsal = read_rehearsal(file)
    chance = random.Random(1)
    desk = Desk(Store(folder / "hand.store"), clock=rehearsal.clock, chance=chance)
    rehearsal.set_up(desk)
    desk.leave()
    desk.close()
    made = App(folder / "hand.store", Settings(), clock=rehearsal.clock)
    made.begin(qapp)
    settle()
    made.desk.chance = chance  # the order in which views are written is drawn: desk and hands draw alike
    yield made, rehearsal
    made.window.close()
    settle()


def lasting(rows: Rows) -> Rows:
    """Leave out what is drawn anew for each row."""
    return {table: [{name: row[name] for name in row if name not in RANDOM} for row in kept]
            for table, kept in rows.items()}  # fmt: skip


def left_by_desk(folder: Path, file: Path) -> Rows:
    """Play a session through the desk and give every row it leaves."""
    session = play(file, folder / "desk.store")
    rows = lasting(dump(session.desk.store))
    session.desk.close()
    return rows
