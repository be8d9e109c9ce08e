"""The smaller rules: spaces, run sheets, agreement, rounds, agenda, what happened since, read-back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest

from elephants.desk import Desk
from elephants.sessions.activity import Activity
from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.agreement import Agreement
from elephants.sessions.base import Refused
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.round import Chairs, Round
from elephants.sessions.session import Session
from elephants.sessions.since import Since
from elephants.sessions.space import Home, Space
from tests.store import play

NEXT = date(2026, 12, 1)


def _refuse(sentence: str, act: Callable[[], object]) -> None:
    with pytest.raises(Refused, match=sentence):
        act()


def test_a_space_has_a_name_of_its_own(desk: Desk) -> None:
    desk.change(desk.home, Home.new_space, "One")
    desk.change(desk.home, Home.new_space, "Two")
    _refuse("already", lambda: desk.change(desk.home, Home.new_space, "ONE"))
    _refuse("already", lambda: desk.change(desk.home.spaces[1], Space.rename, "one"))
    desk.change(desk.home.spaces[0], Space.rename, "ONE")


def test_a_plan(desk: Desk) -> None:
    session = play.open_session(desk)
    space = play.space_of(desk)
    _refuse("nine hours", lambda: desk.change(space, Space.plan, NEXT, time(18), 9))
    _refuse("on that day", lambda: desk.change(space, Space.plan, play.DAY, time(18), 90))
    _refuse("no such template", lambda: desk.change(space, Space.plan, NEXT, time(18), 90, template="x"))
    assert "since" not in [one.kind for one in session.activities]
    desk.change(space, Space.plan, NEXT, time(18), 90)
    assert session.next_session is not None
    assert len(space.sessions) == 2


def test_the_run_sheet(desk: Desk) -> None:
    session = play.open_session(desk)
    _refuse("opened already", lambda: desk.change(session, Session.start, 3))
    _refuse("first line", lambda: desk.change(session, Session.walk_back))
    _refuse("Choose one of the activities", lambda: desk.change(session, Session.add_activity, "deciding"))
    _refuse("The room is in", lambda: desk.change(session, Session.remove_activity, session.activities[0]))
    _refuse("1 to 240", lambda: desk.change(session.activities[0], Activity.last, 241))
    for _ in session.activities[1:]:
        desk.change(session, Session.skip)
    _refuse("last line", lambda: desk.change(session, Session.walk_on))
    desk.change(session, Session.close)
    _refuse("not open", lambda: desk.change(session, Session.walk_on))


def test_an_empty_run_sheet_cannot_be_opened(desk: Desk) -> None:
    desk.change(desk.home, Home.new_space, "One")
    desk.change(play.space_of(desk), Space.plan, NEXT, time(18), 90)
    session = desk.open(play.space_of(desk).sessions[0].id)
    while session.activities:
        desk.change(session, Session.remove_activity, session.activities[0])
    _refuse("run sheet is empty", lambda: desk.change(session, Session.start, 3))


def test_the_agreement(desk: Desk) -> None:
    play.open_session(desk)
    agreement = play.activity_of(desk, "agreement")
    desk.change(agreement, Agreement.offer_starters)
    _refuse("lines already", lambda: desk.change(agreement, Agreement.offer_starters))
    _refuse("there already", lambda: desk.change(agreement, Agreement.add_line, "YOU CAN PASS."))


def test_a_question_that_was_taken_away_again_was_not_had(desk: Desk) -> None:
    play.open_session(desk)
    checkin = play.activity_of(desk, "checkin")
    desk.change(checkin, Round.ask, "How are you?")
    _refuse("chosen already", lambda: desk.change(checkin, Round.ask, "How are you?"))
    desk.change(checkin, Round.ask, "Really?")
    _refuse("Two questions", lambda: desk.change(checkin, Round.ask, "And you?"))
    desk.change(checkin, Round.unask, "Really?")
    assert [one.text for one in play.space_of(desk).questions_had] == ["How are you?"]
    assert "Really?" not in str(play.dump(desk.store))


def test_chairs_run_out(desk: Desk) -> None:
    play.open_session(desk, here=1)
    chairs = desk.moment(play.activity_of(desk, "checkin"))
    _refuse("No chair", lambda: desk.change(chairs, Chairs.dim))
    desk.change(chairs, Chairs.light)
    _refuse("All chairs", lambda: desk.change(chairs, Chairs.light))


def test_items_and_who_does_what(desk: Desk) -> None:
    play.open_session(desk)
    item, agenda = play.an_item(desk), play.activity_of(desk, "agenda")
    _refuse("to share", lambda: desk.change(item, AgendaItem.mean, "argue"))
    _refuse("1 to 240", lambda: desk.change(item, AgendaItem.last, 0))
    _refuse("Nothing was decided", lambda: desk.change(item, AgendaItem.close, "decided"))
    _refuse("four|talked", lambda: desk.change(item, AgendaItem.close, "forgotten"))
    past = date(2026, 11, 23)
    _refuse("has passed", lambda: desk.change(item, AgendaItem.add_action, "Do", desk.today(), by=past))
    desk.change(item, AgendaItem.add_action, "Do", desk.today(), name="Sam", by=desk.today())
    _refuse("already written", lambda: desk.change(agenda, Agenda.take_out, item))
    assert [one.name for one in play.space_of(desk).people] == ["Sam"]
    desk.change(item, AgendaItem.drop_action, item.actions[0])
    assert "Sam" not in str(play.dump(desk.store)), "a name goes with the last action it stood on"


def test_an_item_carried_over_and_then_taken_out_is_gone(desk: Desk) -> None:
    play.open_session(desk)
    item = play.an_item(desk)
    desk.change(item, AgendaItem.close, "carried")
    assert len(play.space_of(desk).open_items()) == 1
    desk.change(play.activity_of(desk, "agenda"), Agenda.take_out, item)
    assert play.dump(desk.store)["agenda_item"] == []


def test_what_happened_since(desk: Desk) -> None:
    play.open_session(desk)
    deciding = play.a_deciding(desk)
    play.to_closed(desk, deciding)
    desk.change(deciding.poll, type(deciding.poll).add_action, "Book it", desk.today())
    desk.change(play.session_of(desk), Session.close)
    play.open_session(desk, day=NEXT)
    since = play.activity_of(desk, "since")
    (action,) = since.due()
    _refuse("Choose: done", lambda: desk.change(since, Since.answer_action, action, "late"))
    desk.change(since, Since.answer_action, action, "stuck", "No key")
    decision = play.space_of(desk).decisions[0]
    _refuse("Choose: still", lambda: desk.change(since, Since.answer_decision, decision, "maybe"))
    _refuse("Choose: met", lambda: desk.change(since, Since.answer_need, decision.needs[0], "maybe"))
    _refuse("day after today", lambda: desk.change(since, Since.answer_decision, decision, "still right"))
    desk.change(since, Since.answer_decision, decision, "agenda")
    desk.change(since, Since.answer_decision, decision, "agenda")
    assert len(play.session_of(desk).items) == 1, "it is put on the agenda once"
    desk.change(since, Since.answer_decision, decision, "still right", look_again=date(2027, 1, 1))
    assert decision.standing == "standing"


def test_read_back(desk: Desk) -> None:
    play.open_session(desk)
    item, readback = play.an_item(desk), play.activity_of(desk, "readback")
    desk.change(item, AgendaItem.add_point, "A line")
    title, line = readback.lines()
    assert (title.words, line.words) == (item.title, "A line")
    _refuse("or strike it", lambda: desk.change(readback, ReadBack.change_line, line, " "))
    desk.change(readback, ReadBack.agree, desk.today())
    _refuse("agreed this record", lambda: desk.change(readback, ReadBack.agree, desk.today()))


def test_a_session_that_was_not_opened_cannot_be_agreed(desk: Desk) -> None:
    desk.change(desk.home, Home.new_space, "One")
    desk.change(play.space_of(desk), Space.plan, NEXT, time(18), 90)
    desk.open(play.space_of(desk).sessions[0].id)
    readback = play.activity_of(desk, "readback")
    _refuse("not been opened", lambda: desk.change(readback, ReadBack.agree, desk.today()))
