"""No time left: the next session opens with the read-back of the one before (METHOD.md, Read-back and papers)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from elephants.desk import Desk
from elephants.paper.papers import document
from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.base import Refused
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.session import Session
from elephants.sessions.space import Space
from tests.rehearsals import play as rehearse
from tests.rehearsals import shipped
from tests.store import play

NEXT, THIRD = date(2026, 12, 1), date(2026, 12, 8)


@pytest.fixture
def opened(desk: Desk) -> Desk:
    """The session after an evening that was closed with no time for its read-back."""
    play.open_session(desk)
    desk.change(play.activity_of(desk, "agenda"), Agenda.add_item, "The bus pass", "think")
    item = play.session_of(desk).items[0]
    for text in ("It runs out in May", "Somebody cried"):
        desk.change(item, AgendaItem.add_point, text)
    desk.change(item, AgendaItem.close, "talked")
    desk.change(play.session_of(desk), Session.celebrates, "We have a key")
    desk.change(play.session_of(desk), Session.close)
    play.open_session(desk, day=NEXT)
    return desk


def reading(desk: Desk) -> ReadBack:
    now = play.session_of(desk).now
    assert isinstance(now, ReadBack)
    return now


def test_the_next_session_opens_with_it_before_what_happened_since(opened: Desk) -> None:
    session = play.session_of(opened)
    assert [one.kind for one in session.activities][:2] == ["readback", "since"]
    assert reading(opened).title == "Read-back of Tuesday 24 November"
    assert [one.words for one in reading(opened).lines()][:3] == [
        "The bus pass", "It runs out in May", "Somebody cried",
    ]  # fmt: skip


def test_what_is_changed_struck_and_agreed_is_the_record_of_the_session_before(opened: Desk) -> None:
    line = {one.words: one for one in reading(opened).lines()}
    opened.change(reading(opened), ReadBack.change_line, line["It runs out in May"], "It runs out in June")
    opened.change(reading(opened), ReadBack.strike, line["Somebody cried"])
    opened.undo()
    opened.change(reading(opened), ReadBack.strike, next(x for x in reading(opened).lines() if "cried" in x.words))
    opened.change(reading(opened), ReadBack.agree, opened.today())
    before, now = play.space_of(opened).sessions
    assert (before.state, now.state) == ("agreed", "running")
    assert [point.text for point in before.items[0].points] == ["It runs out in June"]
    assert "cried" not in str(play.dump(opened.store))
    assert [(one.session is before, one.number, one.day) for one in play.space_of(opened).versions] == [
        (True, 1, opened.today()),
    ]  # fmt: skip
    assert not opened.can_undo, "what the room has agreed stays"
    with pytest.raises(Refused, match="corrected or taken out"):
        opened.change(reading(opened), ReadBack.agree, opened.today())
    opened.change(now, Session.walk_on)
    assert now.now is not None
    assert now.now.kind == "since"
    opened.change(play.activity_of(opened, "readback"), ReadBack.agree, opened.today())
    assert [one.session.date for one in play.space_of(opened).versions if one.session] == [play.DAY, NEXT]
    assert "We have a key" not in str(document(play.session_of(opened), "minutes"))


def test_not_today_leaves_it_a_draft_and_its_own_record_can_be_agreed(opened: Desk) -> None:
    opened.change(play.session_of(opened), Session.celebrates, "Soup")
    opened.change(play.session_of(opened), Session.skip)
    before, now = play.space_of(opened).sessions
    assert (before.state, now.activities[0].state) == ("closed", "skipped")
    assert str(document(now, "minutes")).count("Soup") == 1, "it is told once, by its own read-back"
    opened.change(play.activity_of(opened, "readback"), ReadBack.agree, opened.today())
    assert (before.state, now.state) == ("closed", "agreed")
    play.open_session(opened, day=THIRD)
    assert play.session_of(opened).activities[0].kind == "since", "the last one was agreed"


def test_a_record_that_was_agreed_is_not_read_again_nor_taken_along(opened: Desk) -> None:
    like = play.session_of(opened)
    opened.change(play.space_of(opened), Space.plan_like, like, THIRD, like.starts, 90)
    session = opened.open(play.space_of(opened).sessions[-1].id)
    assert [one.kind for one in session.activities].count("readback") == 1
    with pytest.raises(Refused, match="reads back the session before"):
        opened.change(opened.open(like.id), Session.repeat, reading(opened))


def test_the_written_session_does_it(tmp_path: Path) -> None:
    played = rehearse(shipped("last-time"), tmp_path / "store")
    before, now = played.session.space.sessions
    assert (before.state, now.state) == ("agreed", "agreed")
    assert "radio" not in str(play.dump(played.desk.store))
    assert "Ask if the tap can be mended" in str(document(played.session, "minutes"))
    played.desk.close()
