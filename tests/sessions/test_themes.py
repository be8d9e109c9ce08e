"""Themes: put on any decision of the space, found by them, taken off again, and gone when no decision has them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from elephants.desk import Desk
from elephants.sessions.base import Refused
from elephants.sessions.record.check import stands
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.session import Session
from elephants.sessions.space import Home
from elephants.sessions.themes import drop_theme, put_theme
from elephants.store.search import Asked, find
from tests.store import play


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A space with one decision that its room has agreed, left for home."""
    with play.a_desk(tmp_path / "a.elephants") as desk:
        play.open_session(desk)
        play.to_closed(desk, play.a_deciding(desk))
        readback = play.activity_of(desk, "readback")
        desk.change(play.session_of(desk), Session.go, readback)
        desk.change(readback, ReadBack.agree, date(2026, 11, 24))
        desk.leave()
        yield desk


def themes(desk: Desk) -> list[str]:
    with desk.store.raw() as raw:
        return [row[0] for row in raw.execute("SELECT name FROM theme ORDER BY id")]


def found(desk: Desk, name: str) -> list[tuple[str, int]]:
    with desk.store.raw() as raw:
        (theme,) = raw.execute("SELECT id FROM theme WHERE name = ?", (name,)).fetchone()
        return [(hit.kind, hit.id) for hit in find(raw, Asked(theme=theme)) if hit.kind == "decision"]


def put(desk: Desk, *names: str, decision: int = 1) -> None:
    for name in names:
        desk.change(play.space_of(desk), put_theme, decision, name)


def test_a_theme_stands_beside_the_agreed_record_and_finds_the_decision(desk: Desk) -> None:
    put(desk, "Food", " food ", "the building")
    assert themes(desk) == ["Food", "the building"]
    assert found(desk, "Food") == found(desk, "the building") == [("decision", 1)]
    session = desk.open(play.space_of(desk).sessions[0].id)
    assert [one.theme.name for one in session.decisions[0].themes] == ["Food", "the building"]
    assert stands(session)


def test_with_the_last_decision_the_theme_goes_and_undo_brings_it_back(desk: Desk) -> None:
    put(desk, "Food", "money")
    before = play.dump(desk.store)
    desk.change(play.space_of(desk), drop_theme, 1, "FOOD")
    assert themes(desk) == ["money"]
    desk.undo()
    assert play.dump(desk.store) == before
    assert found(desk, "Food") == [("decision", 1)]
    for _ in range(2):
        desk.undo()
    assert themes(desk) == []


@pytest.mark.parametrize(
    ("name", "why"), [(" ", "a word or two"), ("one of very many", "Make it shorter"), ("m" * 31, "31")]
)
def test_what_is_no_theme_is_refused(desk: Desk, name: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        put(desk, name)
    assert themes(desk) == []


def test_a_decision_that_is_not_there_and_a_theme_it_has_not_are_refused(desk: Desk) -> None:
    desk.change(desk.home, Home.new_space, "Another space")
    with pytest.raises(Refused, match="not there any more"):
        desk.change(desk.home.spaces[1], put_theme, 1, "food")
    with pytest.raises(Refused, match="no such theme"):
        desk.change(play.space_of(desk), drop_theme, 1, "food")


def test_a_struck_decision_takes_its_themes_along(tmp_path: Path) -> None:
    with play.a_desk(tmp_path / "b.elephants") as desk:
        session = play.open_session(desk)
        play.to_closed(desk, play.a_deciding(desk))
        put(desk, "food")
        readback = play.activity_of(desk, "readback")
        desk.change(session, Session.go, readback)
        desk._load()  # the themes are read with the session
        readback = play.activity_of(desk, "readback")
        line = next(one for one in readback.lines() if one.part == "title" and one.thing.__tablename__ == "decision")
        desk.change(readback, ReadBack.strike, line)
        assert themes(desk) == []
        desk.undo()
        assert themes(desk) == ["food"]
