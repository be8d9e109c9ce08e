"""A long session to measure with: 22 activities and 600 lines, made through the desk as a room makes them."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

from elephants.desk import Desk
from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.steps import Step
from elephants.sessions.session import Session
from elephants.sessions.space import Home, Space
from elephants.store.store import Store

ACTIVITIES = 22
LINES = 600
VIEWS = 60
_ITEMS = 10
_DAY = datetime(2026, 11, 24, 18)  # noqa: DTZ001  (a clock on a wall has no zone)
WORDS = (
    "The hall is warm and it is free, but it is far for people without a bus pass and the door is heavy.",
    "This kitchen is ours, we painted it; the kitchen has no heating after eight and the lamp is broken.",
    "We could change each week.",
    "I just want it to be warm, and that nobody stands outside in the rain because the bus was late again.",
)


def long_evening(store: Path, views: int = VIEWS) -> Desk:
    """Open a desk on a new store, in the middle of the views of a decision in a long session."""
    desk = Desk(Store(store), clock=lambda: _DAY)
    desk.change(desk.home, Home.new_space, "Tuesday kitchen")
    desk.change(desk.home.spaces[0], Space.plan, date(2026, 11, 24), time(18), 540)
    session = desk.open(desk.home.spaces[0].sessions[0].id)
    desk.change(session, Session.start, 14)
    deciding = _a_decision(desk, session)
    agenda = next(one for one in session.activities if isinstance(one, Agenda))
    for number in range(1, _ITEMS):
        desk.change(agenda, Agenda.add_item, f"Item {number}: what do we do about it?", "think", None)
    while len(session.activities) < ACTIVITIES:
        desk.change(session, Session.add_activity, "stories")
    for number in range(LINES - views - len(session.items)):
        item = session.items[number % len(session.items)]
        desk.change(item, AgendaItem.add_point, f"{number}. {WORDS[number % len(WORDS)]}")
    for number in range(views):
        add_view(desk, deciding, number)
    return desk


def _a_decision(desk: Desk, session: Session) -> Deciding:
    agenda = next(one for one in session.activities if isinstance(one, Agenda))
    desk.change(session, Session.go, agenda)
    desk.change(agenda, Agenda.add_item, "Where shall we meet in winter?", "decide", "wide")
    desk.change(agenda, Agenda.decide, session.items[-1])
    deciding = next(one for one in session.activities if isinstance(one, Deciding))
    desk.change(session, Session.go, deciding)
    while deciding.step != Step.VIEWS:
        desk.change(deciding, Deciding.go_on)
    return deciding


def deciding_of(desk: Desk) -> Deciding:
    """Give the decision the room is in."""
    session = desk.session
    assert session is not None
    assert isinstance(session.now, Deciding)
    return session.now


def add_view(desk: Desk, deciding: Deciding, number: int) -> None:
    """Do the deed that is measured."""
    desk.change(deciding, Deciding.add_view, f"{number}. {WORDS[number % len(WORDS)]}")


def take_out_first(desk: Desk, deciding: Deciding) -> None:
    """Take the oldest view out, so that the session stays as long as it is."""
    desk.change(deciding, Deciding.take_out, deciding.poll.views[0])
