"""What a deed of a space asks about sessions that the desk does not hold (CONTRIBUTING.md, What the desk holds).

Only deeds ask, within their transaction; a face never does.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Select, select
from sqlalchemy.orm import object_session

from elephants.sessions.session import Session

if TYPE_CHECKING:
    from elephants.sessions.space import Space


def meets_on(space: Space, day: date) -> bool:
    """Tell whether a space has a session on a day, however long ago."""
    if any(one.date == day for one in space.sessions):
        return True
    return _found(space, select(Session.id).where(Session.space_id == space.id, Session.date == day)) is not None


def is_first(space: Space, session: Session) -> bool:
    """Tell whether a session is the first of its space."""
    if not space.folded:
        return session is space.sessions[0]
    earliest = select(Session.id).where(Session.space_id == space.id).order_by(Session.date, Session.id)
    return _found(space, earliest) == session.id


def _found(space: Space, query: Select[int]) -> int | None:
    """Give the first id that is found, where not every session is held."""
    db = object_session(space)
    return db.scalar(query.limit(1)) if db is not None and space.folded else None
