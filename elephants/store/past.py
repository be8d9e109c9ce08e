"""Reads what a group decided before, whole and for looking only: for a decision's story and the story of a quarter.

The desk holds what lives; the past is read when somebody looks at it, on a connection of its own that cannot write.
What is given is complete: no face ever asks the database by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session as Database
from sqlalchemy.orm import selectinload
from sqlalchemy.orm.interfaces import ORMOption

from elephants.sessions.action import Action, Update
from elephants.sessions.activity import PLANNED
from elephants.sessions.agenda.agenda import AgendaItem
from elephants.sessions.brought.brought import Brought, BroughtParagraph
from elephants.sessions.deciding.steps import Ending
from elephants.sessions.decision import Decision, Need
from elephants.sessions.record.revision import Version
from elephants.sessions.session import Session
from elephants.sessions.space import Space
from elephants.sessions.theme import OnTheme
from elephants.store.reading import looking

if TYPE_CHECKING:
    from elephants.store.store import Store


def read_decision(store: Store, decision_id: int) -> Decision | None:
    """Read one decision with all that belongs to it, in every session it was touched in; None if it is gone."""
    with _reading(store) as db:
        decision = db.scalar(select(Decision).where(Decision.id == decision_id).options(*_of_decision()))
        if decision is not None and decision.item is not None:
            _carried_from(db, decision.item)
        if decision is not None:
            _updates(db, [decision])
            _in_a_row(db, decision)
        return decision


def read_paper(store: Store, paragraph_id: int) -> Brought | None:
    """Read the old paper that a paragraph stands in, with all of its paragraphs; None if it was taken away."""
    with _reading(store) as db:
        query = select(Brought).join(Brought.paragraphs).where(BroughtParagraph.id == paragraph_id)
        return db.scalar(query.options(selectinload(Brought.paragraphs)))


def read_sessions(store: Store, space_id: int, since: date, until: date) -> list[Session]:
    """Read the sessions that a space held from a day to another, both included, with what was decided and learned."""
    held = (Session.space_id == space_id, Session.date.between(since, until), Session.state != PLANNED)
    with _reading(store) as db:
        query = select(Session).where(*held).order_by(Session.date, Session.id).options(*_of_session())
        sessions = list(db.scalars(query))
        said = select(Update).join(Session).where(*held).options(*_about())
        db.scalars(said).all()
        decided = select(Decision).join(Session).where(*held)
        _updates(db, db.scalars(decided.options(*_what_became(), *_where(), selectinload(Decision.options))).all())
        return sessions


def _carried_from(db: Database, item: AgendaItem) -> None:
    """Read from where an item was carried on, back to when it was asked for first."""
    before: AgendaItem | None = item
    while before is not None and before.carried_from_id is not None:
        query = select(AgendaItem).where(AgendaItem.id == before.carried_from_id)
        before = db.scalar(query.options(selectinload(AgendaItem.session), selectinload(AgendaItem.carried_from)))


def _in_a_row(db: Database, decision: Decision) -> None:
    """Read on from *Not decided yet* to the decision before it and after it, where there is one."""
    older, newer = decision.replaces, decision.replaced_by
    while older is not None and older.ending == Ending.NOT_DECIDED:
        older = _one(db, older.id, selectinload(Decision.replaces).selectinload(Decision.session)).replaces
    while newer is not None and newer.ending == Ending.NOT_DECIDED:
        newer = _one(db, newer.id, selectinload(Decision.replaced_by).selectinload(Decision.session)).replaced_by


def _one(db: Database, number: int, more: ORMOption) -> Decision:
    query = select(Decision).where(Decision.id == number).options(more)
    return db.scalars(query.execution_options(populate_existing=True)).one()


def _updates(db: Database, decisions: Sequence[Decision]) -> None:
    """Read what each update of these decisions, their needs and their actions is about, and when it was said."""
    needs = [need for one in decisions for need in one.needs]
    actions = [action for one in decisions for action in one.actions]
    found = {update.id for rows in (decisions, needs, actions) for row in rows for update in row.updates}
    whole = select(Update).where(Update.id.in_(found))
    db.scalars(whole.options(*_about(), selectinload(Update.session))).all()


def _about() -> tuple[ORMOption, ...]:
    return selectinload(Update.action), selectinload(Update.need), selectinload(Update.decision)


def _of_decision() -> tuple[ORMOption, ...]:
    return (
        *_where(),
        selectinload(Decision.session).selectinload(Session.versions).selectinload(Version.lines),
        selectinload(Decision.item).options(
            selectinload(AgendaItem.session), selectinload(AgendaItem.carried_from)
        ),
        selectinload(Decision.views),
        selectinload(Decision.options),
        selectinload(Decision.themes).selectinload(OnTheme.theme),
        selectinload(Decision.came_back).options(
            selectinload(AgendaItem.session), selectinload(AgendaItem.decision)
        ),
        selectinload(Decision.replaces).selectinload(Decision.session),
        selectinload(Decision.replaced_by).selectinload(Decision.session),
        *_what_became(),
    )  # fmt: skip


def _where() -> tuple[ORMOption, ...]:
    return selectinload(Decision.space), selectinload(Decision.session)


def _what_became() -> tuple[ORMOption, ...]:
    """A decision's needs, actions and what later sessions said of them."""
    return (
        selectinload(Decision.needs).options(
            selectinload(Need.actions), selectinload(Need.decision),
            selectinload(Need.updates),
        ),
        selectinload(Decision.actions).options(
            selectinload(Action.person), selectinload(Action.updates)
        ),
        selectinload(Decision.updates),
    )  # fmt: skip


def _of_session() -> tuple[ORMOption, ...]:
    return (
        selectinload(Session.space).selectinload(Space.sessions),
        selectinload(Session.items).selectinload(AgendaItem.decision),
        selectinload(Session.decisions),
        selectinload(Session.actions).selectinload(Action.updates),
        selectinload(Session.learned),
        selectinload(Session.updates),
    )


@contextmanager
def _reading(store: Store) -> Iterator[Database]:
    """Lend a database session that only reads, and waits for no writer; what it gave stays when it is put away."""
    try:
        with looking(store) as connection:
            connection.exec_driver_sql("PRAGMA query_only=ON")
            with Database(connection, autoflush=False, expire_on_commit=False) as db:
                yield db
    except DBAPIError:
        raise store.damaged() from None
