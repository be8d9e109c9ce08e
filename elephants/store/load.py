"""Reads live objects whole, so that no face ever asks the database by itself (SPEED.md, The desk)."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session as Database
from sqlalchemy.orm import selectinload
from sqlalchemy.orm.interfaces import ORMOption

from elephants.sessions.agenda.agenda import AgendaItem
from elephants.sessions.decision import Action, Decision, Need
from elephants.sessions.record.readback import records_read
from elephants.sessions.record.revision import Version
from elephants.sessions.session import Session
from elephants.sessions.space import Home, Space
from elephants.sessions.theme import OnTheme


def load_home(db: Database) -> Home:
    """Read the root with its spaces, and of each what home shows; the sessions without their contents.

    What was read before is forgotten first. (`populate_existing` would do it for each query of its own, and so
    take away again what another path to the same row had just read.)
    """
    db.expire_all()
    query = select(Home).options(
        selectinload(Home.spaces).selectinload(Space.sessions),
        selectinload(Home.spaces).selectinload(Space.items),
        selectinload(Home.spaces).selectinload(Space.slips),
    )
    return db.execute(query).scalar_one()


def load_session(db: Database, session_id: int) -> Session | None:
    """Read one session with all that is written in it, and of its space what may be due or named; home comes first."""
    space_id = db.scalar(select(Session.space_id).where(Session.id == session_id))
    if space_id is None:
        return None
    db.execute(select(Space).where(Space.id == space_id).options(*_of_space())).scalar_one()
    query = select(Session).where(Session.id == session_id).options(*_of_session())
    session = db.execute(query).scalar_one()
    for other in records_read(session):
        db.execute(select(Session).where(Session.id == other.id).options(*_of_session())).scalar_one()
    return session


def unfold_space(db: Database, space_id: int) -> None:
    """Read of one space what home leaves folded up: its decks, the run sheets of its sessions, what was brought in."""
    sheets = selectinload(Space.sessions).selectinload(Session.activities)
    more = (selectinload(Space.decks), selectinload(Space.brought), sheets)
    query = select(Space).where(Space.id == space_id).options(*more)
    db.execute(query).scalar_one_or_none()


def _of_space() -> tuple[ORMOption, ...]:
    decisions = selectinload(Space.decisions)
    items = selectinload(Space.items)  # whole, for what was asked for becomes today's agenda at the start
    return (
        selectinload(Space.sessions),
        selectinload(Space.people),
        selectinload(Space.agreement),
        selectinload(Space.questions_had),
        selectinload(Space.questions_retired),
        selectinload(Space.decks),
        selectinload(Space.versions),
        selectinload(Space.actions).selectinload(Action.updates),
        items.selectinload(AgendaItem.points),
        items.selectinload(AgendaItem.actions),
        items.selectinload(AgendaItem.decision),
        items.selectinload(AgendaItem.again).selectinload(Decision.needs),
        decisions.selectinload(Decision.needs).options(selectinload(Need.actions), selectinload(Need.updates)),
        decisions.selectinload(Decision.actions),
        decisions.selectinload(Decision.updates),
    )


def _of_session() -> tuple[ORMOption, ...]:
    decision = selectinload(Session.decisions)
    item = selectinload(Session.items)
    return (
        selectinload(Session.activities),
        item.selectinload(AgendaItem.points),
        item.selectinload(AgendaItem.actions),
        item.selectinload(AgendaItem.decision),
        decision.selectinload(Decision.views),
        decision.selectinload(Decision.options),
        decision.selectinload(Decision.activities),
        decision.selectinload(Decision.replaces),
        decision.selectinload(Decision.replaced_by),
        decision.selectinload(Decision.themes).selectinload(OnTheme.theme),
        selectinload(Session.learned),
        selectinload(Session.actions),
        selectinload(Session.updates),
        selectinload(Session.outcome_sheet),
        selectinload(Session.versions).selectinload(Version.lines),
    )
