"""A deck of the group's own, by hand and by keys alone: the store is left as the desk leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from elephants.app import App
from elephants.rehearsal import Rehearsal
from tests.byhand import Hands
from tests.byhand_app import alone, lasting, left_by_desk, ready_to_begin
from tests.byhand_evening import ByHand
from tests.byhand_keys import Keys
from tests.rehearsals import dump

CARDS = Path(__file__).parents[1] / "data" / "by-hand" / "cards.toml"


@pytest.fixture
def app(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[App, Rehearsal]]:
    alone(tmp_path, monkeypatch)
    with ready_to_begin(CARDS, tmp_path, qapp) as made:
        yield made


@pytest.mark.parametrize("kind", [Hands, Keys])
def test_by_hand_and_by_keys_alone_it_leaves_the_same_store(
    app: tuple[App, Rehearsal], tmp_path: Path, kind: type[Hands]
) -> None:
    made, rehearsal = app
    hands = kind(made.window)
    ByHand(hands, rehearsal).play()
    assert hands.clicks == 0 or kind is Hands
    rows = lasting(dump(made.desk.store))
    assert [row["title"] for row in rows["deck"]] == ["Water cards"]
    assert "A knot you trust" in str(rows["deck"])
    for table, kept in left_by_desk(tmp_path, CARDS).items():
        assert rows[table] == kept, table
