"""The story of a decision names every session it was touched in, also where nothing took its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from elephants.desk import Desk
from elephants.sessions.agenda.agenda import AgendaItem
from elephants.sessions.decision import Decision
from elephants.sessions.session import Session
from elephants.sessions.since import Since
from elephants.sessions.story import story
from elephants.store.past import read_decision
from tests.rehearsals import play as play_file
from tests.rehearsals import shipped
from tests.sessions.test_again import (
    FIRST,
    HALL,
    HUT,
    LATER,
    SECOND,
    THIRD,
    agree,
    decide,
    meet,
    put_off,
    since_of,
    the_hall,
)  # fmt: skip
from tests.store import play

Told = list[tuple[object, str, str]]


@pytest.fixture
def hall(desk: Desk) -> Decision:
    """What a room decided and agreed; its day to look again is that of the next session."""
    play.open_session(desk, day=FIRST)
    play.an_item(desk, "Where do we meet?")
    decide(desk, HALL, look_again=SECOND)
    agree(desk)
    return the_hall(desk)


def told(desk: Desk, number: int) -> Told:
    decision = read_decision(desk.store, number)
    assert decision is not None
    return [(one.day, one.words, one.more) for one in story(decision) if one.day > FIRST]


def test_what_was_talked_through_and_put_off_is_in_its_story(desk: Desk, hall: Decision) -> None:
    number = hall.id
    session = meet(desk, SECOND)
    desk.change(since_of(desk), Since.answer_decision, the_hall(desk), "agenda")
    desk.change(session.items[0], AgendaItem.close, "talked")
    desk.change(play.session_of(desk), Session.close)
    meet(desk, THIRD)
    put_off(desk, "Look at the hut")
    assert told(desk, number) == [
        (SECOND, "Put it on the agenda", ""),
        (SECOND, "It was on the agenda again.", "Talked through"),
        (SECOND, "This was the day to look at it again.", ""),
        (THIRD, "We asked again: Where do we meet?", "Not decided yet. Next step: Look at the hut"),
    ]


def test_what_took_its_place_is_named_and_not_what_was_put_off_before(desk: Desk, hall: Decision) -> None:
    number = hall.id
    meet(desk, SECOND)
    later = put_off(desk, "Look at the hut")
    meet(desk, THIRD)
    new = decide(desk, HUT, look_again=LATER).id
    newer = (THIRD, f"A newer decision took its place: {HUT}", "")
    again = "We asked again: Where do we meet?"
    assert told(desk, number) == [(SECOND, again, "Not decided yet. Next step: Look at the hut"), newer]
    assert newer in told(desk, later)
    assert (THIRD, f"We looked again at: {HALL}", "") in told(desk, new)


def test_the_day_to_look_again_of_what_was_not_decided_is_told(tmp_path: Path) -> None:
    played = play_file(shipped("name"), tmp_path / "kept.store")
    number, day = next((one.id, one.look_on) for one in played.session.space.decisions if one.ending == "not decided")
    assert day is not None
    decision = read_decision(played.desk.store, number)
    played.desk.close()
    assert decision is not None
    last = story(decision)[-1]
    assert (last.day, last.words) == (day, "We look at it again.")
