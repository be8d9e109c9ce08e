"""Looking back costs the same in a large store: a decision's story, and one search of the newest lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from benchmarks._settled import TODAY
from elephants.desk import Desk
from elephants.sessions.story import story
from elephants.store.history import PORTION
from elephants.store.past import read_decision
from elephants.store.search import _LINE, Asked, find
from tests.store.test_living import FEW, MANY, STEPS, a_desk, rows


def read_for_a_decision(desk: Desk, number: int) -> tuple[int, int]:
    """Give how many rows become live, and how many statements are asked, for one decision and its story."""
    said = [0]

    def heard(*_: object) -> None:
        said[0] += 1

    event.listen(Engine, "before_cursor_execute", heard)
    try:
        with rows() as live:
            decision = read_decision(desk.store, number)
    finally:
        event.remove(Engine, "before_cursor_execute", heard)
    assert decision is not None
    assert story(decision)
    return live[0], said[0]


def steps_of_a_search(desk: Desk, words: str) -> int:
    """Count the steps SQLite takes for one look, where a table that is read through would be seen."""
    counted = [0]

    def step() -> int:
        counted[0] += 1
        return 0

    with desk.store.raw() as raw:
        raw.set_progress_handler(step, STEPS)
        found = find(raw, Asked(words, today=TODAY), PORTION)
        raw.set_progress_handler(None, 0)
    assert len(found) == PORTION
    return counted[0]


def test_a_decision_is_read_with_as_many_rows_and_questions_in_a_large_store(tmp_path: Path) -> None:
    with a_desk(tmp_path, FEW) as few, a_desk(tmp_path, MANY) as many:
        assert read_for_a_decision(many, MANY // 2) == read_for_a_decision(few, FEW // 2)
        assert read_for_a_decision(many, MANY // 2)[0] < 60


def test_one_search_takes_as_many_steps_in_a_large_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with a_desk(tmp_path, FEW) as few, a_desk(tmp_path, MANY) as many:
        for words in ("", "hall"):
            assert steps_of_a_search(many, words) <= 1.3 * steps_of_a_search(few, words)
        monkeypatch.setattr("elephants.store.search._query", through)  # the control: reading all lines is seen
        assert steps_of_a_search(many, "") > 2 * steps_of_a_search(few, "")


def through(_asked: Asked, _words: list[str], limit: int | None, _before: int | None) -> tuple[str, list[object]]:
    """Ask for the newest lines without their index."""
    return f"SELECT {_LINE} FROM found ORDER BY +id DESC LIMIT ?", [limit]  # noqa: S608
