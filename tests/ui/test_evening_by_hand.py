"""The evening played by keys and clicks in the real windows leaves the same store as the evening played by the desk."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from elephants.app import App
from elephants.desk import Desk
from elephants.rehearsal import Line, Rehearsal, read_rehearsal
from elephants.settings import Settings
from elephants.store.store import Store
from tests.byhand import Hands, settle
from tests.byhand_evening import ByHand
from tests.rehearsals import dump, play, shipped
from tests.test_twins import RANDOM

WARM, OTHERWISE = "I just want it to be warm.", "We just want it to be warm."
Rows = dict[str, list[dict[str, object]]]


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A laptop of its own: the settings that closing the window writes go there."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "laptop" / name))


@pytest.fixture
def app(tmp_path: Path, qapp: QApplication, alone: None) -> Iterator[tuple[App, Rehearsal]]:
    """The app as it is started, on a store in which the evening can begin; the clock is the written one."""
    rehearsal = read_rehearsal(shipped("tuesday-kitchen"))
    chance = random.Random(1)
    desk = Desk(Store(tmp_path / "hand.store"), clock=rehearsal.clock, chance=chance)
    rehearsal.set_up(desk)
    desk.leave()
    desk.close()
    made = App(tmp_path / "hand.store", Settings(), clock=rehearsal.clock)
    made.begin(qapp)
    settle()
    made.desk.chance = chance  # the order in which views are written is drawn: both evenings draw alike
    yield made, rehearsal
    made.window.close()
    settle()


def left_by_hand(app: App, rehearsal: Rehearsal) -> tuple[Rows, Hands]:
    hands = Hands(app.window)
    ByHand(hands, rehearsal).play()
    return lasting(dump(app.desk.store)), hands


def lasting(rows: Rows) -> Rows:
    """Leave out what is drawn anew for each row."""
    return {table: [{name: row[name] for name in row if name not in RANDOM} for row in kept]
            for table, kept in rows.items()}  # fmt: skip


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Rows:
    evening = play(shipped("tuesday-kitchen"), tmp_path_factory.mktemp("played") / "store")
    rows = lasting(dump(evening.desk.store))
    evening.desk.close()
    return rows


def test_the_evening_by_hand_leaves_the_store_of_the_evening(app: tuple[App, Rehearsal], played: Rows) -> None:
    rows, hands = left_by_hand(*app)
    print(f"The evening by hand: {hands.keys} keys and {hands.clicks} clicks.")
    assert rows.keys() == played.keys()
    for table, kept in played.items():
        assert rows[table] == kept, table


def test_one_view_written_otherwise_by_hand_shows(app: tuple[App, Rehearsal], played: Rows) -> None:
    """The control: what the hands do is what the store holds, and the comparison sees one word of it."""
    made, rehearsal = app
    lines = tuple(otherwise(line) for line in rehearsal.lines)
    assert lines != rehearsal.lines
    rows, _ = left_by_hand(made, replace(rehearsal, lines=lines))
    assert [table for table in played if rows[table] != played[table]] == ["view"]


def otherwise(line: Line) -> Line:
    return replace(line, words={**line.words, "text": OTHERWISE}) if line.words.get("text") == WARM else line
