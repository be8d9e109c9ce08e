"""Reads the live objects that the desk holds, so that no face ever asks the database by itself (SPEED.md, The desk).

A session is read whole; of its space only what lives (`store/living.py`), so that a space of ten years opens as one
of ten days. The lists of a space hold those rows and no others; what a deed must know of older ones it asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session as Database
from sqlalchemy.orm import selectinload
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.interfaces import ORMOption

from elephants.sessions.agenda.agenda import AgendaItem
from elephants.sessions.base import Base
from elephants.sessions.decision import Action, Decision, Need
from elephants.sessions.learning.learning import Learning
from elephants.sessions.record.readback import days_read, records_read
from elephants.sessions.record.revision import Version
from elephants.sessions.session import Session
from elephants.sessions.space import Home, Space
from elephants.sessions.theme import OnTheme
from elephants.store import living

T = TypeVar("T", bound=Base)

_LOOKS_BACK = "looks back"
"""Noted with the database session: the decisions since the last learning session are held too."""


def load_home(db: Database) -> Home:
    """Read the root with its spaces, and of each what home shows; the latest sessions without their contents.

    What was read before is forgotten first. (`populate_existing` would do it for each query of its own, and so
    take away again what another path to the same row had just read.)
    """
    db.expire_all()
    home = db.execute(select(Home).options(selectinload(Home.spaces).selectinload(Space.slips))).scalar_one()
    sessions = _rows(db, Session, living.latest_sessions(db))
    items = _rows(db, AgendaItem, living.items(db, near=set(), whole=set()))
    held = living.held(db)
    for space in home.spaces:
        _hold_sessions(space, sessions)
        _hold_items(space, items)
        space.folded = held.get(space.id, 0) - sum(one.started for one in space.sessions)
    return home


def load_session(db: Database, session_id: int) -> Session | None:
    """Read one session with all that is written in it, and what lives of its space; home comes first."""
    session = _whole(db, session_id)
    if session is None:
        return None
    space = session.space
    db.execute(select(Space).where(Space.id == space.id).options(*_of_space())).scalar_one()
    beside = living.sessions_beside(db, space.id, session.date, days_read(session))
    _more_sessions(db, space, {session.id, *beside})
    read = [session, *(one for other in records_read(session) if (one := _whole(db, other.id)) is not None)]
    near = {one.id for one in read} | living.of_lately(db, space.id)
    db.info[_LOOKS_BACK] = looks_back(session)
    if looks_back(session):
        near |= living.since_learning(db, space.id, session.date)
    _hold_rows(db, session, read, near)
    return session


def looks_back(session: Session) -> bool:
    """Tell whether a session looks back at the decisions of many others, as one for learning does."""
    return any(isinstance(one, Learning) for one in session.activities)


def lacks(db: Database, session: Session | None) -> bool:
    """Tell whether a deed made a session look back, and what it then reads is not held yet."""
    return session is not None and looks_back(session) and not db.info.get(_LOOKS_BACK)


def unfold_space(db: Database, space_id: int | None) -> None:
    """Read of one space what home leaves folded up: its decks, the run sheets of its sessions, what was brought in."""
    more = (selectinload(Space.decks), selectinload(Space.brought))
    space = db.execute(select(Space).where(Space.id == space_id).options(*more)).scalar_one_or_none()
    if space is not None:
        _rows(db, Session, {one.id for one in space.sessions}, selectinload(Session.activities))


def _hold_rows(db: Database, session: Session, read: Sequence[Session], near: set[int]) -> None:
    """Let the lists of the space hold what lives, and the sessions of all of it."""
    space, whole = session.space, {one.id for one in read}
    items = _rows(db, AgendaItem, living.items(db, near=near, whole=whole), *_of_item())
    on = {one.id for one in items if one.space_id == space.id}
    wanted = living.decisions(db, space.id, session.date, near=near, whole=whole, on=on)
    decisions = _rows(db, Decision, wanted, *_of_decision())
    needs = [need for one in decisions for need in one.needs]
    wanted = living.actions(db, space.id, near=near, whole=whole, on=on)
    wanted |= {one.id for decision in decisions for one in decision.actions}
    wanted |= {one.id for need in needs for one in need.actions}
    actions = _rows(db, Action, wanted, selectinload(Action.updates))
    more = {key for key in (*(one.item_id for one in decisions), *(one.item_id for one in actions)) if key} - on
    versions = {version for one in read for version in one.versions} | set(_head(db, space))
    _hold_items(space, (*items, *_rows(db, AgendaItem, more)))
    _hold(space, "decisions", decisions)
    _hold(space, "actions", actions)
    _hold(space, "versions", sorted(versions, key=lambda one: one.id))
    spoken = {one.session_id for one in decisions} | {one.session_id for one in actions}
    spoken |= {one.session_id for holders in (decisions, actions, needs) for held in holders for one in held.updates}
    spoken |= {key for one in space.items if (key := one.session_id) is not None}
    spoken |= {key for one in versions if (key := one.session_id) is not None}
    _more_sessions(db, space, spoken)


def _more_sessions(db: Database, space: Space, wanted: set[int]) -> None:
    """Let a space hold some sessions more, without their contents."""
    more = wanted - {one.id for one in space.sessions}
    added = _rows(db, Session, more) if more else []
    space.folded -= sum(one.started for one in added)
    _hold_sessions(space, [*space.sessions, *added])


def _hold_sessions(space: Space, rows: Iterable[Session]) -> None:
    own = [one for one in rows if one.space_id == space.id]
    own.sort(key=lambda one: (one.date, one.id))
    _hold(space, "sessions", own)


def _hold_items(space: Space, rows: Iterable[AgendaItem]) -> None:
    own = [one for one in rows if one.space_id == space.id]
    own.sort(key=lambda one: (one.place, one.id))
    _hold(space, "items", own)


def _hold(space: Space, name: str, rows: Sequence[Base]) -> None:
    """Let a list of a space hold these rows as if they were all; what is added to it or removed is written as ever."""
    set_committed_value(space, name, list(rows))


def _rows(db: Database, kind: type[T], wanted: set[int], *options: ORMOption) -> list[T]:
    query = select(kind).where(kind.id.in_(wanted)).order_by(kind.id).options(*options)
    return list(db.scalars(query))


def _head(db: Database, space: Space) -> list[Version]:
    """Give the newest version on the chain of a space, on which the next one hangs."""
    query = select(Version).where(Version.space_id == space.id).order_by(Version.id.desc()).limit(1)
    return list(db.scalars(query))


def _whole(db: Database, session_id: int) -> Session | None:
    query = select(Session).where(Session.id == session_id).options(*_of_session())
    return db.execute(query).scalar_one_or_none()


def _of_space() -> tuple[ORMOption, ...]:
    return (
        selectinload(Space.people),
        selectinload(Space.agreement),
        selectinload(Space.questions_had),
        selectinload(Space.questions_retired),
        selectinload(Space.decks),
    )


def _of_item() -> tuple[ORMOption, ...]:
    return (
        selectinload(AgendaItem.points),
        selectinload(AgendaItem.actions),
        selectinload(AgendaItem.decision),
        selectinload(AgendaItem.again).selectinload(Decision.needs),
    )


def _of_decision() -> tuple[ORMOption, ...]:
    return (
        selectinload(Decision.needs).options(selectinload(Need.actions), selectinload(Need.updates)),
        selectinload(Decision.actions),
        selectinload(Decision.updates),
    )


def _of_session() -> tuple[ORMOption, ...]:
    decision = selectinload(Session.decisions)
    item = selectinload(Session.items)
    return (
        selectinload(Session.activities),
        item.selectinload(AgendaItem.points),
        item.selectinload(AgendaItem.actions),
        item.selectinload(AgendaItem.decision),
        item.selectinload(AgendaItem.again).selectinload(Decision.needs),
        decision.selectinload(Decision.views),
        decision.selectinload(Decision.options),
        decision.selectinload(Decision.activities),
        decision.selectinload(Decision.replaces, recursion_depth=-1),
        decision.selectinload(Decision.replaced_by),
        decision.selectinload(Decision.themes).selectinload(OnTheme.theme),
        selectinload(Session.learned),
        selectinload(Session.actions),
        selectinload(Session.updates),
        selectinload(Session.outcome_sheet),
        selectinload(Session.versions).selectinload(Version.lines),
    )
