"""Reads the whole record of spaces, every session of every year: for the export, never for a face."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session as Database
from sqlalchemy.orm import selectinload
from sqlalchemy.orm.interfaces import ORMOption

from elephants.sessions.agenda.agenda import AgendaItem
from elephants.sessions.decision import Action, Decision, Need
from elephants.sessions.session import Session
from elephants.sessions.space import Space
from elephants.sessions.theme import OnTheme
from elephants.store.reading import looking

if TYPE_CHECKING:
    from elephants.store.store import Store


@contextmanager
def whole_spaces(store: Store, name: str = "") -> Iterator[list[Space]]:
    """Lend every space with all that its record keeps, or the one of this name; none where there is no such space."""
    with looking(store) as connection, Database(connection, autoflush=False) as db:
        spaces = db.execute(select(Space.id, Space.name).order_by(Space.id)).all()
        wanted = [id_ for id_, called in spaces if not name or called.casefold() == name.casefold()]
        query = select(Space).where(Space.id.in_(wanted)).order_by(Space.id).options(*_of_space())
        yield list(db.execute(query).scalars())


def _of_space() -> tuple[ORMOption, ...]:
    action = (selectinload(Action.person), selectinload(Action.updates), selectinload(Action.session))
    decisions = selectinload(Space.decisions)
    items = selectinload(Space.items)
    sessions = selectinload(Space.sessions)
    return (
        selectinload(Space.agreement),
        selectinload(Space.actions).options(*action, selectinload(Action.decision)),
        items.selectinload(AgendaItem.points),
        items.selectinload(AgendaItem.session),
        decisions.selectinload(Decision.needs).options(selectinload(Need.updates), selectinload(Need.actions)),
        decisions.options(selectinload(Decision.actions), selectinload(Decision.updates)),
        decisions.options(selectinload(Decision.views), selectinload(Decision.options)),
        decisions.options(selectinload(Decision.replaces), selectinload(Decision.replaced_by)),
        decisions.options(selectinload(Decision.session), selectinload(Decision.item), selectinload(Decision.space)),
        decisions.selectinload(Decision.themes).selectinload(OnTheme.theme),
        sessions.options(selectinload(Session.items), selectinload(Session.decisions), selectinload(Session.actions)),
        sessions.options(selectinload(Session.updates), selectinload(Session.learned), selectinload(Session.space)),
    )
