"""Reads all of the past, for commands that list it: the desk itself holds only what lives (`store/living.py`).

In portions, so that the time grows as the store does and no faster. On a desk that only reads.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session as Database
from sqlalchemy.orm import contains_eager, object_session, selectinload

from elephants.sessions.decision import Decision
from elephants.sessions.session import Session
from elephants.sessions.space import Home, Space

PORTION = 1000


def every_session(home: Home) -> list[Session]:
    """Give every session of every space, the earliest first, without its contents."""
    query = select(Session).order_by(Session.date, Session.id)
    return list(_database(home).scalars(query))


def agreed_sessions(space: Space) -> list[int]:
    """Give the ids of all sessions of a space whose record was agreed."""
    query = select(Session).where(Session.space_id == space.id).order_by(Session.id)
    return [one.id for one in _database(space).scalars(query) if one.is_agreed()]


def every_decision(home: Home) -> Iterator[Decision]:
    """Give every decision that came to an ending, the earliest first, with its session and its needs."""
    query = (
        select(Decision)
        .join(Decision.session)
        .where(Decision.ending.is_not(None))
        .order_by(Session.date, Decision.id)
        .options(contains_eager(Decision.session), selectinload(Decision.needs))
        .execution_options(yield_per=PORTION)
    )
    yield from _database(home).scalars(query)


def _database(thing: Home | Space) -> Database:
    db = object_session(thing)
    if db is None:
        raise LookupError("this is on no desk")
    return db
