"""Where words of a room stand in the store: every column of text that is none of our own words, table by table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, Column, Connection, FromClause, String, Table
from sqlalchemy.orm import object_session

from elephants.sessions.base import Base

OUR_WORDS = frozenset(
    (
        "state", "kind", "answer", "closed", "standing", "purpose", "openness", "form", "ending", "met", "worry",
        "template", "reason", "thing", "part", "digest",
    )
)  # fmt: skip
"""Columns of text that hold one of our own words, or a mark that no word can be read from."""

SETTINGS = ("prompt", "options", "questions", "new")
"""What of the settings of an activity holds words of the room."""

ELSEWHERE = ("person", "version", "revision")
"""Tables that are looked after by themselves: names, and the versions of agreed records."""


@dataclass(frozen=True)
class Words:
    """One column that holds words of a room."""

    table: Table
    column: Column[Any]

    @property
    def key(self) -> tuple[str, str]:
        """Name the table and the column."""
        return self.table.name, self.column.name


def connection_of(thing: Base) -> Connection:
    """Give the connection of a deed: what is forgotten may be years old, and is on no desk."""
    db = object_session(thing)
    if db is None:
        raise LookupError("this thing is on no desk")
    return db.connection()


def tables() -> dict[str, Table]:
    """Give every table that is kept, by its name."""
    return dict(Base.metadata.tables)


def words_kept() -> Iterator[Words]:
    """Give every column of words, in the order of the tables."""
    for table in Base.metadata.sorted_tables:
        if table.name in ELSEWHERE:
            continue
        for column in table.columns:
            text = isinstance(column.type, String) and column.name not in OUR_WORDS
            if text or (isinstance(column.type, JSON) and column.name == "settings"):
                yield Words(table, column)


def with_its_space(table: Table) -> tuple[FromClause, bool]:
    """Join a table with the space its rows belong to, and the session where there is one; tells whether there is."""
    session, space = tables()["session"], tables()["space"]
    joined: FromClause = table
    here, dated = table, table is session
    while here is not space:
        if "session_id" in here.columns:
            joined, dated = joined.outerjoin(session, here.c.session_id == session.c.id), True
        if "space_id" in here.columns:
            return joined.outerjoin(space, here.c.space_id == space.c.id), dated
        column = _owner(here)
        above = tables()[next(iter(column.foreign_keys)).column.table.name]
        if column.name != "session_id":
            joined = joined.outerjoin(above, column == above.c.id)
        here = above
    return joined, dated


def _owner(table: Table) -> Column[Any]:
    """Say which column leads to what a row belongs to: its session first, for that says the day."""
    owning = [column for column in table.columns if column.foreign_keys and not column.nullable]
    return next((column for column in owning if column.name == "session_id"), owning[0])


# -- the lines within a column ---------------------------------------------------------------------------------------


def pieces(words: Words, value: Any) -> list[str]:
    """Give the lines of words that stand in one place: of settings and of a deck each text, of notes each line."""
    if not value:
        return []
    if words.column.name == "settings":
        return [text for name in SETTINGS for text in _texts(value.get(name))]
    if words.key == ("deck", "cards"):
        return [text for card in json.loads(value) for text in card[-1].values()]
    return str(value).splitlines()


def otherwise(words: Words, value: Any, said: Mapping[str, str]) -> Any:
    """Give what stands in one place with some of its lines said otherwise."""
    if words.column.name == "settings":
        return {name: _other(one, said) if name in SETTINGS else one for name, one in value.items()}
    if words.key == ("deck", "cards"):
        return json.dumps([[*card[:-1], _other(card[-1], said)] for card in json.loads(value)], ensure_ascii=False)
    return "\n".join(said.get(line, line) for line in str(value).splitlines())


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    return [text for one in value for text in _texts(one)] if isinstance(value, list) else []


def _other(value: Any, said: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {name: _other(one, said) for name, one in value.items()}
    if isinstance(value, list):
        return [_other(one, said) for one in value]
    return said.get(value, value) if isinstance(value, str) else value
