"""A session played by keys and clicks in the real windows leaves the same store as when the desk plays it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from elephants.app import App
from elephants.rehearsal import Line, Rehearsal
from tests.byhand import Hands
from tests.byhand_app import Rows, alone, lasting, left_by_desk, ready_to_begin
from tests.byhand_evening import ByHand
from tests.rehearsals import dump, shipped

EVENING = "tuesday-kitchen"
WRITTEN = (EVENING, "council-2024-08-30", "last-time")
LONG = "council-2024-12-20"
WARM, OTHERWISE = "I just want it to be warm.", "We just want it to be warm."


@pytest.fixture
def app(
    request: pytest.FixtureRequest, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[App, Rehearsal]]:
    alone(tmp_path, monkeypatch)
    with ready_to_begin(shipped(request.param), tmp_path, qapp) as made:
        yield made


def left_by_hand(app: App, rehearsal: Rehearsal) -> tuple[Rows, Hands]:
    hands = Hands(app.window)
    ByHand(hands, rehearsal).play()
    return lasting(dump(app.desk.store)), hands


@pytest.mark.parametrize(
    ("app", "name"),
    [*((name, name) for name in WRITTEN), pytest.param(LONG, LONG, marks=pytest.mark.torture)],
    indirect=["app"],
    ids=[*WRITTEN, LONG],
)
def test_by_hand_it_leaves_the_same_store(app: tuple[App, Rehearsal], name: str, tmp_path: Path) -> None:
    rows, hands = left_by_hand(*app)
    print(f"{name} by hand: {hands.keys} keys and {hands.clicks} clicks.")
    by_desk = left_by_desk(tmp_path, shipped(name))
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
    by_desk = left_by_desk(tmp_path, shipped(EVENING))
    assert [table for table in by_desk if rows[table] != by_desk[table]] == ["revision", "view"]


def otherwise(line: Line) -> Line:
    return replace(line, words={**line.words, "text": OTHERWISE}) if line.words.get("text") == WARM else line
