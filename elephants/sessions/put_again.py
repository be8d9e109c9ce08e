"""A decision that somebody puts on the next agenda by hand, from wherever they read it.

It can be one of long ago, that the desk does not hold, and its record agreed: so the deed is of the space, and asks
the database for the one decision.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import object_session

from elephants.sessions.again import put_on
from elephants.sessions.agenda.item import AgendaItem
from elephants.sessions.base import Refused
from elephants.sessions.decision import Decision
from elephants.sessions.standing import AGENDA, STANDING
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.sessions.space import Space


def put_on_next_agenda(space: Space, decision_id: int) -> None:
    """Put a decision of the space on the next agenda, however many wait there.

    Refuses one that is on an agenda already, and one that does not stand: not decided yet, replaced, or ended.
    """
    db = object_session(space)
    if db is None:
        raise LookupError("this space is not on the desk")
    decision = db.scalar(select(Decision).where(Decision.id == decision_id, Decision.space_id == space.id))
    if decision is None:
        raise Refused(tr("This decision is not there any more."))
    query = select(func.count()).where(AgendaItem.again_id == decision.id, AgendaItem.closed.is_(None))
    if db.scalar(query):
        raise Refused(tr("This decision is on the agenda already."))
    if decision.ending is None or decision.standing != STANDING:
        raise Refused(tr("Only a decision that stands can be looked at again."))
    put_on(space, decision)
    decision.standing = AGENDA
