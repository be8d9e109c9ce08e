"""Many decisions that are due: as many as a room can look at come back, the others wait, and none is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from elephants.desk import Desk
from elephants.paper import papers
from elephants.sessions.again import coming_back, waiting, waiting_words
from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.base import Refused
from elephants.sessions.decision import Decision, Need, new_action
from elephants.sessions.put_again import put_on_next_agenda
from elephants.sessions.session import Session
from elephants.sessions.since import EVENING, Since
from elephants.sessions.space import Space
from elephants.sessions.terms import MOST_BACK
from elephants.store.glance import glance
from tests.paper.reading import words_of
from tests.sessions.test_again import agree, since_of, titles
from tests.store import play

FIRST, SECOND = date(2026, 11, 3), date(2026, 11, 17)
WEEK = timedelta(days=7)


def decide_many(space: Space, number: int, needs: int = 0, actions: int = 0) -> None:
    """So many decisions to look at again, the last one longest since; as many with a need, and open actions."""
    session = space.sessions[0]
    for at in range(number + needs):
        one = Decision(uid=uuid4(), question=f"Question {at}?", openness="wide", ending="all", standing="standing")
        one.title, one.words, one.look_again = f"Decision {at}", "Words.", FIRST + timedelta(days=13 - at % 13)
        if at >= number:
            need = Need(uid=uuid4(), text=f"Need {at}", answer="added", sentence=f"Sentence {at}.")
            one.needs.append(need)
            one.look_again = date(2030, 1, 1)
        space.decisions.append(one)
        session.decisions.append(one)
        if at >= number:
            action = new_action(space, f"For need {at}", FIRST, by=SECOND)
            action.session, action.need, action.state = session, need, "done"
    for at in range(actions):
        new_action(space, f"Action {at}", FIRST).session = session


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with play.a_desk(tmp_path / "a.elephants") as desk:
        play.open_session(desk, day=FIRST)
        yield desk


def prepare(desk: Desk, day: date) -> Session:
    desk.leave()
    desk.change(play.space_of(desk), Space.plan, day, time(18), 90)
    return desk.open(next(one.id for one in play.space_of(desk).sessions if one.date == day))


def meet(desk: Desk, day: date) -> Session:
    """Plan a session and open it; home counts beforehand what the live models do."""
    session = prepare(desk, day)
    with desk.store.raw() as raw:
        assert glance(raw, None, FIRST).waiting == len(waiting(session))
    desk.change(session, Session.start, 9)
    return play.session_of(desk)


def with_many(desk: Desk, number: int, *, needs: int = 0, actions: int = 0) -> None:
    desk.change(play.space_of(desk), decide_many, number, needs, actions)
    desk.change(play.session_of(desk), Session.close)
    agree(desk)


@pytest.mark.parametrize("number", [0, 3, MOST_BACK, MOST_BACK + 1, 40])
def test_the_oldest_come_back_and_the_others_are_counted_and_wait(desk: Desk, number: int) -> None:
    with_many(desk, number)
    session = prepare(desk, SECOND)
    every = {one.id for one in play.space_of(desk).decisions}
    coming, later = coming_back(session), waiting(session)
    assert len(coming) == min(number, MOST_BACK)
    assert {one.id for one in (*coming, *later)} == every
    assert all(one.look_on <= other.look_on for one in coming for other in later if one.look_on and other.look_on)
    with desk.store.raw() as raw:
        assert glance(raw, None, SECOND).waiting == len(later)
    handout = " ".join(words_of(papers.build(session, "agenda")).split())
    assert waiting_words(session) in handout
    assert bool(waiting_words(session)) == (number > MOST_BACK)
    desk.change(session, Session.start, 9)
    session = play.session_of(desk)
    on = {item.again.id for item in session.items if item.again is not None}
    assert on == {one.id for one in coming}
    assert on | {one.id for one in waiting(session)} == every
    assert len(since_of(desk).due()) == number  # the room is asked of each there all the same
    if number <= MOST_BACK:
        assert [item.again for item in session.items] == list(play.space_of(desk).decisions)  # as they were made
        for item in list(session.items):
            desk.change(play.activity_of(desk, "agenda"), Agenda.take_out, item)
        assert waiting_words(session) == ""  # of a few nobody is told anything


def test_each_has_its_turn_without_anybody_doing_anything_for_it(desk: Desk) -> None:
    with_many(desk, 30)
    every, seen = set(range(30)), set[str]()
    for number in range(3):
        session = meet(desk, SECOND + number * WEEK)
        assert len(session.items) == MOST_BACK
        seen |= set(titles(session))
        for item in list(session.items):
            desk.change(item, AgendaItem.close, "talked")
        desk.change(play.session_of(desk), Session.close)
    assert seen == {f"Decision {at}" for at in every}


def test_what_was_not_reached_comes_first_and_the_others_go_on_waiting(desk: Desk) -> None:
    with_many(desk, 20)
    first = titles(meet(desk, SECOND))
    desk.change(play.session_of(desk).items[0], AgendaItem.close, "talked")
    desk.change(play.session_of(desk), Session.close)
    session = meet(desk, SECOND + WEEK)
    assert (titles(session)[:11], len(session.items)) == (first[1:], MOST_BACK)
    assert first[0] not in titles(session)
    assert len(waiting(session)) == 8


def test_one_that_waits_is_put_on_the_agenda_by_hand_and_undo_takes_it_off(desk: Desk) -> None:
    with_many(desk, 20)
    session = meet(desk, SECOND)
    agenda, oldest = play.activity_of(desk, "agenda"), waiting(session)[0]
    desk.change(agenda, Agenda.look_again, oldest)
    assert (session.items[-1].again, len(waiting(session))) == (oldest, 7)
    with pytest.raises(Refused, match="does not wait"):
        desk.change(agenda, Agenda.look_again, oldest)
    desk.change(since_of(desk), Since.answer_decision, waiting(session)[0], "agenda")
    assert len(session.items) == MOST_BACK + 2
    desk.undo()
    assert len(play.session_of(desk).items) == MOST_BACK + 1


def test_a_need_that_is_not_met_waits_too_where_the_agenda_is_full(desk: Desk) -> None:
    with_many(desk, MOST_BACK, needs=2)
    session = meet(desk, SECOND)
    needs = [need for one in play.space_of(desk).decisions for need in one.needs]
    for need in needs:
        desk.change(since_of(desk), Since.answer_need, need, "not met")
    assert len(session.items) == MOST_BACK
    assert [one.needs[0] for one in waiting(session)] == needs
    desk.change(since_of(desk), Since.answer_need, needs[1], "met")
    assert len(waiting(session)) == 1
    for item in list(session.items)[:3]:
        desk.change(item, AgendaItem.close, "talked")
    desk.change(play.session_of(desk), Session.close)
    session = meet(desk, SECOND + WEEK)
    assert needs[0].decision.title in titles(session)
    assert len(session.items) == MOST_BACK
    assert len(waiting(session)) == 1  # of the three that were talked through


def test_from_the_history_one_comes_on_the_next_agenda_however_many_wait_there(desk: Desk) -> None:
    with_many(desk, 20)
    desk.leave()
    space = play.space_of(desk)
    for number in range(1, 15):
        desk.change(space, put_on_next_agenda, number)
    with pytest.raises(Refused, match="on the agenda already"):
        desk.change(space, put_on_next_agenda, 3)
    with pytest.raises(Refused, match="not there any more"):
        desk.change(space, put_on_next_agenda, 99)
    session = meet(desk, SECOND)
    assert titles(session) == [f"Decision {at}" for at in range(14)]
    assert len(waiting(session)) == 6
    desk.change(since_of(desk), Since.answer_decision, session.space.decisions[16], "ended")
    desk.leave()
    with pytest.raises(Refused, match="Only a decision that stands"):
        desk.change(play.space_of(desk), put_on_next_agenda, 17)


def test_of_many_things_those_the_room_was_not_asked_come_first_next_time(desk: Desk) -> None:
    with_many(desk, 10, actions=10)
    meet(desk, SECOND)
    asked = since_of(desk).due()
    assert len(asked) > EVENING
    before = {(type(one), one.id) for one in asked}
    for action in play.space_of(desk).actions[:4]:
        desk.change(since_of(desk), Since.answer_action, action, "on its way")
    assert [one.id for one in since_of(desk).due()] == [one.id for one in asked]  # each stays in its place today
    desk.change(play.session_of(desk), Session.close)
    meet(desk, SECOND + WEEK)
    due = since_of(desk).due()
    assert {(type(one), one.id) for one in due} == before  # nothing is lost
    assert {one.id for one in due[-4:]} == {one.id for one in play.space_of(desk).actions[:4]}
