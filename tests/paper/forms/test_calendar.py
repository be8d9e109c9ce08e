from __future__ import annotations

from datetime import date, datetime

from icalendar import Calendar, Event

from elephants.paper.forms.calendar import to_ics
from elephants.paper.forms.letters import kept
from elephants.sessions.session import Session
from tests.paper.evening import evening
from tests.paper.forms.hostile import bad_lines


def events_of(session: Session, *, names: bool = False) -> list[Event]:
    ics = to_ics(session.decisions, session.actions, [], names=names)
    return Calendar.from_ical(ics).events


def test_every_day_of_the_record_is_there_and_keeps_its_id() -> None:
    session = evening()
    days = [one.look_on for one in session.decisions] + [one.by for one in session.actions if one.open]
    events = events_of(session)
    assert [event.start for event in events] == [day for day in days if day is not None]
    session.decisions[0].next_look = date(2027, 3, 2)
    again = events_of(session)
    assert [event.uid for event in again] == [event.uid for event in events]
    assert again[0].start == date(2027, 3, 2)


def test_every_day_of_a_record_that_is_not_read_back_says_that_it_is_a_draft() -> None:
    draft, agreed = (events_of(evening(agreed=agreed)) for agreed in (False, True))
    assert len(draft) > 1
    assert all(str(event["description"]).startswith("Draft, not yet read back") for event in draft)
    assert not any("Draft" in str(event.get("description", "")) for event in agreed)
    words = [str(event.get("description", "")) for event in agreed]
    assert [str(event["description"]).partition("\n")[2] for event in draft] == words


def test_the_same_record_gives_the_same_file() -> None:
    session = evening()
    assert to_ics(session.decisions, session.actions, [session]) == to_ics(
        session.decisions, session.actions, [session]
    )


def test_a_first_name_is_in_it_only_where_it_was_ticked() -> None:
    session = evening()
    name = next(action.person.name for action in session.actions if action.person is not None and action.by)
    assert not any(str(event["summary"]).startswith(name) for event in events_of(session))
    assert any(str(event["summary"]).startswith(name) for event in events_of(session, names=True))


def test_no_naughty_line_breaks_the_file_and_every_one_is_there() -> None:
    session = evening()
    count = len(events_of(session))
    for line in [*bad_lines(), "x\r\nEND:VEVENT\nBEGIN:VEVENT", "a;b,c\\n:d"]:
        session.decisions[0].words = line
        events = events_of(session)
        assert len(events) == count, line
        assert " ".join(kept(line).split()) in " ".join(str(events[0]["description"]).split()), line


def test_a_session_stands_at_the_time_on_the_wall_of_the_venue() -> None:
    session = evening()
    (event,) = Calendar.from_ical(to_ics([], [], [session])).events
    assert event.start == datetime.combine(session.date, session.starts)  # without a zone
    assert str(event["location"]) == session.place
