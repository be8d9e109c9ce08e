"""No id tells in which order people spoke, and what was put on the agenda by an answer goes with it."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.orm import object_session

from elephants.desk import Desk
from elephants.sessions.agenda.agenda import AgendaItem
from elephants.sessions.base import NotSaved, StillHeld
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.decision import Decision
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.since import Since
from elephants.sessions.space import Space
from tests.sessions.test_agreed import AGAIN, NEXT, an_agreed_evening, open_on
from tests.store import play

MANY = [f"Said {n}" for n in range(9)]


def _with_needs(desk: Desk) -> Deciding:
    play.open_session(desk)
    deciding = play.a_deciding(desk)
    play.to_add(desk, deciding)
    for said in MANY:
        desk.change(deciding, Deciding.add_need, said)
        desk.change(deciding, Deciding.answer_need, deciding.poll.needs[-1], "added")
    desk.change(deciding.poll, Decision.add_action, "Do", desk.today(), deciding.poll.needs[3])
    desk.change(deciding, Deciding.go_on)
    desk.change(deciding, Deciding.everyone)
    desk.change(deciding, Deciding.no_look_again, "for now")
    return deciding


def _told(ids: list[int]) -> bool:
    return ids == sorted(ids)


def test_needs_keep_their_places_and_get_ids_by_chance_when_the_decision_closes(desk: Desk) -> None:
    deciding = _with_needs(desk)
    before, old = play.dump(desk.store), [need.id for need in deciding.poll.needs]
    assert _told(old)
    desk.change(deciding, Deciding.close, "all", desk.chance)
    for _ in range(2):
        needs = play.session_of(desk).decisions[0].needs
        assert [need.text for need in needs] == MANY
        assert set(old).isdisjoint(need.id for need in needs)
        assert not _told([need.id for need in needs])
        assert [action.text for action in needs[3].actions] == ["Do"]
        desk._load()
    desk.undo()
    assert play.dump(desk.store) == before


def test_points_get_ids_by_chance_when_the_room_agrees(desk: Desk) -> None:
    play.open_session(desk)
    item = play.an_item(desk)
    for said in MANY:
        desk.change(item, AgendaItem.add_point, said)
    desk.change(item, AgendaItem.close, "talked")
    assert _told([point.id for point in item.points])
    desk.change(play.activity_of(desk, "readback"), ReadBack.agree, desk.today(), random.Random(3))
    for _ in range(2):
        points = play.session_of(desk).items[0].points
        assert [point.text for point in points] == MANY
        assert not _told([point.id for point in points])
        desk._load()


def _later(desk: Desk) -> tuple[Since, Decision]:
    an_agreed_evening(desk)
    open_on(desk, NEXT)
    desk.change(play.session_of(desk), type(play.session_of(desk)).start, 9)
    play.an_item(desk, "Something else")
    return play.activity_of(desk, "since"), play.space_of(desk).decisions[0]


def test_another_answer_takes_the_decision_off_the_agenda_again(desk: Desk) -> None:
    since, decision = _later(desk)
    for answer, again, place in (("ended", None, 0), ("still right", AGAIN, 1)):  # at first it is there by itself
        desk.change(since, Since.answer_decision, decision, "agenda")
        assert [one.title for one in play.session_of(desk).items].index("The hall") == place
        desk.change(since, Since.answer_decision, decision, answer, look_again=again)
        assert [one.title for one in play.session_of(desk).items] == ["Something else"]
        assert [one.title for one in play.space_of(desk).items].count("The hall") == 0


@pytest.mark.parametrize("write", [
    lambda desk, item: desk.change(item, AgendaItem.add_point, "It is cold"),
    lambda desk, item: desk.change(item, AgendaItem.reword, "The hall, again"),
])  # fmt: skip
def test_an_item_for_which_something_was_written_stays(desk: Desk, write: Callable[[Desk, AgendaItem], None]) -> None:
    since, decision = _later(desk)
    desk.change(since, Since.answer_decision, decision, "agenda")
    write(desk, play.session_of(desk).items[0])
    desk.change(since, Since.answer_decision, decision, "ended")
    assert len(play.session_of(desk).items) == 2


def test_a_row_that_is_still_held_is_not_told_as_a_full_disk(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    session = play.open_session(desk, day=date(2026, 11, 24))
    before = play.dump(desk.store)
    with pytest.raises(StillHeld, match="still tied to this") as said:
        desk.change(play.space_of(desk), _break_a_rule)
    assert not isinstance(said.value, NotSaved)
    assert play.dump(desk.store) == before
    assert session.id
    caplog.clear()


def _break_a_rule(space: Space) -> None:
    db = object_session(space)
    assert db is not None
    db.execute(text("DELETE FROM space"))
