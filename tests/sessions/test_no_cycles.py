"""What a deed leaves to be written is sorted by tables: a circle among them would be sorted row by row, each time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.util import topological

from elephants.desk import Desk
from elephants.sessions.agenda.agenda import AgendaItem
from elephants.sessions.deciding.deciding import Deciding
from tests.store import play


@pytest.fixture
def circles(monkeypatch: pytest.MonkeyPatch) -> list[set[Any]]:
    """What stood in a circle, one set for each time something was written."""
    found: list[set[Any]] = []
    find: Callable[[Any, Any], set[Any]] = topological.find_cycles

    def heard(pairs: Any, every: Any) -> set[Any]:
        found.append(find(pairs, every))
        return found[-1]

    monkeypatch.setattr(topological, "find_cycles", heard)
    return found


def test_a_view_and_an_action_are_written_without_a_circle(desk: Desk, circles: list[set[Any]]) -> None:
    play.open_session(desk)
    deciding = play.a_deciding(desk)
    desk.change(deciding, Deciding.add_view, "Nearer the bus")
    desk.change(play.an_item(desk, "The key"), AgendaItem.add_action, "Ask", desk.today())
    assert circles
    assert not any(circles)
