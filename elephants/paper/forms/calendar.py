"""Writes what has a day as an iCalendar file: when we look again, what somebody does by when, the next session.

Actions are days and not tasks: most calendars on a phone leave tasks out without a word. Every entry keeps its id, so
a file brought in twice changes the entry instead of making a second one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from icalendar import Calendar, Event

from elephants.paper.forms.letters import kept
from elephants.paper.forms.owners import owner
from elephants.paper.pagehead import draft_words
from elephants.sessions.decision import Action, Decision
from elephants.sessions.replacing import past_words
from elephants.sessions.session import Session
from elephants.words import tr

_LONGEST = 200  # letters of a title: the whole words stand in the description


def to_ics(
    decisions: Iterable[Decision], actions: Iterable[Action], sessions: Iterable[Session], *, names: bool = False
) -> bytes:
    """Give the file; `names` lets first names in, which are left out unless somebody ticks it (METHOD.md)."""
    calendar = Calendar()
    calendar.add("prodid", "-//Elephants//Elephants//EN")
    calendar.add("version", "2.0")
    for event in (*_decisions(decisions), *_actions(actions, names=names), *map(_session, sessions)):
        calendar.add_component(event)
    made: bytes = calendar.to_ical()
    return made


def _decisions(decisions: Iterable[Decision]) -> Iterator[Event]:
    for decision in decisions:
        day = decision.look_on
        if day is not None and not past_words(decision):
            title = tr("Look again: {title}", title=decision.title or decision.question)
            yield _all_day(decision.uid, day, title, decision.full_text(), decision.session)


def _actions(actions: Iterable[Action], *, names: bool) -> Iterator[Event]:
    for action in actions:
        if action.by is not None and action.open:
            title = tr("{who}: {what}", who=owner(action, names=names), what=action.text)
            yield _all_day(action.uid, action.by, title, "", action.session)


def _all_day(uid: UUID, day: date, title: str, words: str, said: Session) -> Event:
    """Give a day of what a session said; until the room has agreed its record, the words begin with that."""
    draft = "" if said.is_agreed() else draft_words()
    event = _event(uid, title, "\n".join(filter(None, (draft, words))), said.date)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _session(session: Session) -> Event:
    begins = datetime.combine(session.date, session.starts)
    event = _event(session.uid, tr("{space}: {title}", space=session.space.name, title=session.title), "", session.date)
    event.add("dtstart", begins)  # without a zone: the time on the wall of the venue
    event.add("dtend", begins + timedelta(minutes=session.minutes))
    if session.place:
        event.add("location", kept(session.place))
    return event


def _event(uid: UUID, title: str, words: str, written: date) -> Event:
    event = Event()
    event.add("uid", f"{uid}@elephants")
    event.add("dtstamp", datetime.combine(written, time(), UTC))
    event.add("summary", kept(title)[:_LONGEST])
    if words:
        event.add("description", kept(words))
    return event
