"""A session played by keys and clicks in the real windows leaves the same store as when the desk plays it."""

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

EVENING = "tuesday-kitchen"
WRITTEN = (EVENING, "council-2024-08-30", "council-2024-12-20")
WARM, OTHERWISE = "I just want it to be warm.", "We just want it to be warm."
Rows = dict[str, list[dict[str, object]]]


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A laptop of its own: the settings that closing the window writes go there."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "laptop" / name))


@pytest.fixture
def app(
    request: pytest.FixtureRequest, tmp_path: Path, qapp: QApplication, alone: None
) -> Iterator[tuple[App, Rehearsal]]:
    """The app as it is started, on a store in which the session can begin; the clock is the written one."""
    rehearsal = read_rehearsal(shipped(request.param))
    chance = random.Random(1)
    desk = Desk(Store(tmp_path / "hand.store"), clock=rehearsal.clock, chance=chance)
    rehearsal.set_up(desk)
    desk.leave()
    desk.close()
    made = App(tmp_path / "hand.store", Settings(), clock=rehearsal.clock)
    made.begin(qapp)
    settle()
    made.desk.chance = chance  # the order in which views are written is drawn: desk and hands draw alike
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


def left_by_desk(folder: Path, name: str) -> Rows:
    session = play(shipped(name), folder / "desk.store")
    rows = lasting(dump(session.desk.store))
    session.desk.close()
    return rows


@pytest.mark.parametrize(("app", "name"), [(name, name) for name in WRITTEN], indirect=["app"], ids=WRITTEN)
def test_by_hand_it_leaves_the_same_store(app: tuple[App, Rehearsal], name: str, tmp_path: Path) -> None:
    rows, hands = left_by_hand(*app)
    print(f"{name} by hand: {hands.keys} keys and {hands.clicks} clicks.")
    by_desk = left_by_desk(tmp_path, name)
    assert rows.keys() == by_desk.keys()
    for table, kept in by_desk.items():
        assert rows[table] == kept, table


@pytest.mark.parametrize("app", [EVENING], indirect=True)
def test_one_view_written_otherwise_by_hand_shows(app: tuple[App, Rehearsal], tmp_path: Path) -> None:
    """The control: what the hands do is what the store holds, and the comparison sees one word of it."""
    made, rehearsal = app
    lines = tuple(otherwise(line) for line in rehearsal.lines)
    assert lines != rehearsal.lines
    rows, _ = left_by_hand(made, replace(rehearsal, lines=lines))
    by_desk = left_by_desk(tmp_path, EVENING)
    assert [table for table in by_desk if rows[table] != by_desk[table]] == ["view"]


def otherwise(line: Line) -> Line:
    return replace(line, words={**line.words, "text": OTHERWISE}) if line.words.get("text") == WARM else line
