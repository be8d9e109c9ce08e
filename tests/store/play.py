"""What the tests of the core share: a desk on a store of its own, a dump of all that is kept, a room that walks."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.orm import RelationshipProperty

from elephants.desk import Desk
from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.base import Base
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import Tally
from elephants.sessions.deciding.steps import Step
from elephants.sessions.decision import Decision
from elephants.sessions.session import Session
from elephants.sessions.space import Home, Space
from elephants.store.store import Store

DAY = date(2026, 11, 24)
TABLES = """SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'found\\_%' ESCAPE '\\'
    AND name != 'to_find' ORDER BY name"""
"""All tables but for the inside of the index, which is not the same however the same words came into it."""
Dump = dict[str, list[tuple[Any, ...]]]


def new_desk(path: Path, seed: int = 1) -> Desk:
    return Desk(
        Store(path),
        clock=lambda: datetime.combine(DAY, time(18)),
        chance=random.Random(seed),
        draw=random.Random(seed + 1),
    )


@contextmanager
def a_desk(path: Path, seed: int = 1) -> Iterator[Desk]:
    desk = new_desk(path, seed)
    try:
        yield desk
    finally:
        desk.close()


def dump(store: Store) -> Dump:
    """Read every row of every table, ids and all, through a connection of its own; of the search what is found."""
    with store.raw() as raw:
        tables = [row[0] for row in raw.execute(TABLES)]
        return {
            table: raw.execute(f'SELECT * FROM "{table}" ORDER BY id').fetchall()  # noqa: S608
            for table in tables
        }


def space_of(desk: Desk) -> Space:
    return desk.home.spaces[0]


def session_of(desk: Desk) -> Session:
    assert desk.session is not None
    return desk.session


def open_session(desk: Desk, here: int = 14, day: date = DAY) -> Session:
    """Begin a space where there is none, plan a session, open it and count who is here."""
    if not desk.home.spaces:
        desk.change(desk.home, Home.new_space, "Tuesday kitchen")
    desk.change(space_of(desk), Space.plan, day, time(18), 90)
    desk.open(next(one.id for one in space_of(desk).sessions if one.date == day))
    desk.change(session_of(desk), Session.start, here)
    return session_of(desk)


def activity_of(desk: Desk, kind: str) -> Any:
    """Give the activity of a kind; of read-backs the one of this session's own record."""
    return next(one for one in session_of(desk).activities if one.kind == kind and "earlier" not in one.settings)


def an_item(desk: Desk, title: str = "Where shall we meet?", openness: str = "wide") -> AgendaItem:
    desk.change(activity_of(desk, "agenda"), Agenda.add_item, title, "decide", openness)
    return session_of(desk).items[-1]


def a_deciding(desk: Desk, openness: str = "wide", *, short: bool = False) -> Deciding:
    agenda = activity_of(desk, "agenda")
    item = an_item(desk, openness=openness)
    desk.change(agenda, Agenda.decide, item, short=short)
    deciding = next(one for one in session_of(desk).activities if one.decision is item.decision)
    assert isinstance(deciding, Deciding)
    desk.change(session_of(desk), Session.go, deciding)
    return deciding


def poll_of(deciding: Deciding) -> Decision:
    return deciding.poll


def to_choose(desk: Desk, deciding: Deciding, options: tuple[str, ...] = ("The hall", "The kitchen")) -> None:
    for option in options:
        desk.change(deciding, Deciding.add_option, option)
    while deciding.step != Step.CHOOSE:
        desk.change(deciding, Deciding.ready if deciding.step == Step.READY else Deciding.go_on)


def to_add(desk: Desk, deciding: Deciding, *counts: int) -> None:
    to_choose(desk, deciding)
    desk.change(deciding, Deciding.reveal, Tally(counts or (9, 3), 2, 14))


def to_read_back(desk: Desk, deciding: Deciding, *, everyone: bool = True) -> None:
    to_add(desk, deciding)
    desk.change(deciding, Deciding.add_need, "A lift home")
    desk.change(deciding, Deciding.answer_need, deciding.poll.needs[0], "added")
    desk.change(deciding, Deciding.go_on)
    if everyone:
        desk.change(deciding, Deciding.everyone)
        return
    desk.change(deciding, Deciding.not_yet)
    desk.change(deciding, Deciding.go_on)
    desk.change(deciding, Deciding.not_yet)


def to_closed(desk: Desk, deciding: Deciding) -> None:
    to_read_back(desk, deciding)
    desk.change(deciding, Deciding.no_look_again, "It is only for now")
    desk.change(deciding, Deciding.close, "all", desk.chance)


@contextmanager
def statements(desk: Desk) -> Iterator[list[str]]:
    """Collect every statement that reaches the database meanwhile."""
    said: list[str] = []

    def heard(_c: object, _cursor: object, statement: str, *_more: object) -> None:
        said.append(statement)

    event.listen(desk._engine, "before_cursor_execute", heard)
    try:
        yield said
    finally:
        event.remove(desk._engine, "before_cursor_execute", heard)


def graph(root: Base) -> dict[tuple[str, int], dict[str, Any]]:
    """Read every attribute of all that can be reached from a thing; what is not loaded is left out."""
    found: dict[tuple[str, int], dict[str, Any]] = {}
    waiting = [root]
    while waiting:
        thing = waiting.pop()
        key = (type(thing).__name__, thing.id)
        if key in found:
            continue
        found[key] = values = {}
        for column in inspect(type(thing)).column_attrs:
            values[column.key] = getattr(thing, column.key)
        for relation in inspect(type(thing)).relationships:
            near = _near(thing, relation)
            if near is not None and not relation.viewonly:  # one that only looks knows nothing of a new row
                values[relation.key] = [(type(one).__name__, one.id) for one in near]
                waiting.extend(near)
    return found


def _near(thing: Base, relation: RelationshipProperty[Any]) -> list[Base] | None:
    try:
        value = getattr(thing, relation.key)
    except InvalidRequestError:  # said by lazy="raise_on_sql": this is not for faces, and was not asked for
        return None
    if value is None:
        return []
    return list(value) if relation.uselist else [value]
