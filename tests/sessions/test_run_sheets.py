"""Run sheets ready made, one like another's, and lines that move, are skipped, taken up and repeated."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from elephants.desk import Desk
from elephants.sessions.activity import DONE, SKIPPED, TO_COME
from elephants.sessions.agenda.agenda import Agenda
from elephants.sessions.base import Refused
from elephants.sessions.round import CheckIn, Round
from elephants.sessions.session import Session
from elephants.sessions.sheets import ABOUT, LEARNING, RUN_SHEETS, SHORT, TITLES, suggested, usual_minutes
from elephants.sessions.space import Home, Space
from elephants.sessions.templates import ADDABLE
from tests.store import play

WEEK = timedelta(days=7)


def kinds(session: Session) -> list[str]:
    return [one.kind for one in session.activities]


def planned(desk: Desk, template: str, day: date = play.DAY) -> Session:
    if not desk.home.spaces:
        desk.change(desk.home, Home.new_space, "Tuesday kitchen")
    desk.change(play.space_of(desk), Space.plan, day, time(18), usual_minutes(template), template=template)
    return desk.open(next(one.id for one in play.space_of(desk).sessions if one.date == day))


@pytest.mark.parametrize("template", list(RUN_SHEETS))
def test_a_template_is_of_known_lines_and_ends_with_the_read_back(desk: Desk, template: str) -> None:
    planned(desk, "working")
    session = planned(desk, template, play.DAY + WEEK)
    assert kinds(session) == [kind for kind, _ in RUN_SHEETS[template]]
    assert kinds(session)[-2:] == ["checkout", "readback"]
    assert set(kinds(session)) <= set(ADDABLE)
    assert session.minutes_left() == session.minutes == usual_minutes(template)
    assert session.title == TITLES[template]
    assert ABOUT[template].count(".") == 1


def test_every_third_session_is_offered_as_a_learning_session_with_the_reason() -> None:
    offered = [suggested(before).template for before in range(7)]
    assert offered == ["first", "working", LEARNING, "working", "working", LEARNING, "working"]
    assert suggested(2).why == "Suggested: it is session 3 of this group, and every third one is for learning."


def test_a_session_that_was_prepared_and_never_opened_does_not_count(desk: Desk) -> None:
    space = play.open_session(desk).space
    for weeks in (1, 2):
        desk.change(space, Space.plan, play.DAY + weeks * WEEK, time(18), 90)
    assert space.suggested(play.DAY).template == "working"
    assert space.suggested(play.DAY + timedelta(days=8)).template == LEARNING


def test_a_short_decision_has_its_question_on_the_agenda_and_the_short_form_first(desk: Desk) -> None:
    desk.change(desk.home, Home.new_space, "Tuesday kitchen")
    space = play.space_of(desk)
    with pytest.raises(Refused, match="nine hours"):
        desk.change(space, Space.plan_short, "Do we paint the wall?", play.DAY, time(18), 9)
    assert (space.sessions, space.items) == ([], [])
    desk.change(space, Space.plan_short, "Do we paint the wall?", play.DAY, time(18), 45)
    session = desk.open(space.sessions[0].id)
    desk.change(session, Session.start, 5)
    agenda = next(one for one in session.activities if isinstance(one, Agenda))
    assert agenda.short_first
    assert [(one.title, one.purpose) for one in session.items] == [("Do we paint the wall?", "decide")]
    other = planned(desk, "working", play.DAY + WEEK)
    assert not next(one for one in other.activities if isinstance(one, Agenda)).short_first


def test_one_like_another_has_its_lines_and_notes_and_nothing_that_was_said(desk: Desk) -> None:
    session = play.open_session(desk)
    space = session.space
    checkin = next(one for one in session.activities if isinstance(one, CheckIn))
    desk.change(checkin, CheckIn.retitle, "Tea first")
    desk.change(checkin, CheckIn.last, 12)
    desk.change(checkin, Round.ask, "What smells good today?")
    desk.change(session, Session.note, "Bring the key.")
    agenda = next(one for one in session.activities if isinstance(one, Agenda))
    desk.change(session, Session.go, agenda)
    desk.change(agenda, Agenda.add_item, "Who waters the beds?", "decide")
    desk.change(agenda, Agenda.decide, session.items[0])
    desk.change(session, Session.repeat, checkin)
    uid = desk.change(space, Space.plan_like, session, play.DAY + WEEK, time(19), 75, place="Hall", today=desk.today())
    again = desk.open(next(one.id for one in space.sessions if one.uid == uid))
    assert (again.notes, again.starts, again.minutes, again.place) == ("Bring the key.", time(19), 75, "Hall")
    lines = [(one.kind, one.title, one.minutes) for one in again.activities]
    assert ("checkin", "Tea first", 12) in lines
    assert again.activities[0].kind == "since"  # it is not the first session any more
    assert [kind for kind, *_ in lines].count("checkin") == 2
    assert "deciding" not in [kind for kind, *_ in lines]
    assert all(one.settings == {} and one.state == TO_COME for one in again.activities)
    assert (again.items, again.decisions, again.actions, again.here, again.celebrate) == ([], [], [], None, "")
    said = play.dump(desk.store)["activity"]
    assert sum("What smells good today?" in str(row) for row in said) == 1  # there it was said, and only there


def test_one_like_another_can_be_undone_and_refuses_as_a_plan_does(desk: Desk) -> None:
    session = play.open_session(desk)
    space, before = session.space, play.dump(desk.store)
    with pytest.raises(Refused, match="on that day already"):
        desk.change(space, Space.plan_like, session, session.date, time(18), 90)
    with pytest.raises(Refused, match="has passed"):
        desk.change(space, Space.plan_like, session, session.date - WEEK, time(18), 90, today=desk.today())
    desk.change(space, Space.plan_like, session, session.date + WEEK, time(18), 90)
    assert play.dump(desk.store) != before
    desk.undo()
    assert play.dump(desk.store) == before


def test_from_home_too_where_no_session_is_open(desk: Desk) -> None:
    session = play.open_session(desk)
    lines = len(session.activities)
    desk.leave()
    space = play.space_of(desk)
    desk.unfold(space.id)
    desk.change(space, Space.plan_like, space.sessions[0], play.DAY + WEEK, time(18), 90)
    assert len(space.sessions[1].activities) == lines + 1
    assert desk.can_undo
    desk.undo()
    assert len(play.space_of(desk).sessions) == 1


def test_a_line_is_skipped_taken_up_and_repeated(desk: Desk) -> None:
    session = play.open_session(desk)
    first, second, third, *_ = session.activities
    desk.change(session, Session.leave_out, second)
    desk.change(session, Session.walk_on)
    assert (first.state, second.state, session.now) == (DONE, SKIPPED, third)
    desk.change(session, Session.take_up, second)
    assert second.state == TO_COME
    with pytest.raises(Refused, match="was not skipped"):
        desk.change(session, Session.take_up, second)
    with pytest.raises(Refused, match="still to come"):
        desk.change(session, Session.leave_out, third)
    desk.change(session, Session.repeat, first)  # behind the one the room is in: what is past is not repeated there
    again = session.activities[session.activities.index(third) + 1]
    assert (again.kind, again.title, again.minutes, again.state) == (first.kind, first.title, first.minutes, TO_COME)
    last = session.activities[-1]
    desk.change(session, Session.repeat, last)
    assert kinds(session)[-2:] == [last.kind, last.kind]
    assert [one.place for one in session.activities] == list(range(len(session.activities)))


def test_what_an_item_opened_is_repeated_from_the_item_alone(desk: Desk) -> None:
    play.open_session(desk)
    talk = play.a_deciding(desk)
    assert desk.session is not None
    with pytest.raises(Refused, match="from the item"):
        desk.change(desk.session, Session.repeat, talk)


def test_the_short_form_is_no_word_of_other_templates() -> None:
    assert SHORT in RUN_SHEETS
    assert usual_minutes(SHORT) < usual_minutes("working")
