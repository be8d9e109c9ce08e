"""Looks for a name in very many lines: many of them in one go, and only where it stands each by itself.

A line a look takes seconds where there are a hundred thousand. What is asked of the store beside the words (whose they
are, of which day) is asked for the lines alone that hold the name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, String, null, select

from elephants.sessions.forgetting.chain import lines_of
from elephants.sessions.forgetting.kept_words import Words, pieces, tables, with_its_space
from elephants.sessions.forgetting.named import holding
from elephants.sessions.record.parts import FACTS, WORDS

AT_ONCE = 200
"""How many lines are looked through in one go; so many ids are asked for at once too."""


@dataclass(frozen=True, repr=False)
class Place:
    """A row with words: its number, what stands there, its space, and the day of its session where it has one."""

    row: int
    value: Any
    space_id: int
    space: str
    day: date | None


def places_of(db: Connection, words: Words, name: str) -> Iterator[Place]:
    """Give each row of a column in which a name stands."""
    ids, texts = words.table.c.id, words.column
    plain = isinstance(words.column.type, String) and words.key != ("deck", "cards")
    text = str if plain else lambda value: "\n".join(pieces(words, value))
    found = _holding(db, select(ids, texts).where(texts.is_not(None)), name, text)
    space, session = tables()["space"], tables()["session"]
    joined, dated = with_its_space(words.table)
    day = session.c.date if dated else null()
    query = select(ids, texts, space.c.id, space.c.name, day).select_from(joined)
    for some in _some(found):
        for row, value, space_id, called, held in db.execute(query.where(ids.in_(some)).order_by(ids)):
            yield Place(row, value, space_id or 0, called or "", held)


def versions_with(db: Connection, name: str) -> Iterator[Row[Any]]:
    """Give each passage of all versions of all records in which a name stands; the facts beside the words are none."""
    revision = tables()["revision"]
    query = select(revision.c.id, revision.c.words).where(revision.c.gone.is_(False), revision.c.part != FACTS)
    for some in _some(_holding(db, query, name)):
        yield from lines_of(db, WORDS, some)


def _holding(db: Connection, query: Select[Any], name: str, text: Callable[[Any], str] = str) -> list[int]:
    """Give the numbers of those rows whose words hold a name."""
    found: list[int] = []
    for some in db.execute(query).partitions(AT_ONCE):
        found += [some[at][0] for at in holding([text(words) for _, words in some], name)]
    return found


def _some(rows: list[int]) -> Iterator[list[int]]:
    yield from (rows[at : at + AT_ONCE] for at in range(0, len(rows), AT_ONCE))
