"""Forgetting a person: their name goes wherever the app wrote it; a line that holds it is asked about, each by itself.

A name can be a word as well (May, Will), so no line is changed without a yes. A yes takes the name out of the line as
it stands now; older versions of the line go whole, as in taking out (METHOD.md, Struck means gone).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, select, update

from elephants.sessions.base import Refused, leaves_no_trace, no_way_back, past_live_objects
from elephants.sessions.forgetting.chain import Key, let_go, lines_of
from elephants.sessions.forgetting.kept_words import (
    Words,
    connection_of,
    otherwise,
    pieces,
    tables,
    words_kept,
)
from elephants.sessions.forgetting.named import holds, same, without
from elephants.sessions.forgetting.sought import places_of, versions_with
from elephants.sessions.record.parts import FACTS, OWNER
from elephants.sessions.space import Home
from elephants.words import tr

Asked = tuple[int, str]
"""A line that is asked about: the space it stands in, and its words; the same words are asked about once."""


@dataclass(frozen=True, repr=False)
class Mention:
    """A line that holds a name: whose it is, its words, the day of its session where it has one, how often it stands.

    `kind` is the table of the first place; `older` when only older versions of an agreed record still say it.
    """

    space_id: int
    space: str
    words: str
    kind: str
    day: date | None
    times: int
    older: bool

    @property
    def asked(self) -> Asked:
        """What is answered with yes or no."""
        return self.space_id, self.words


@dataclass(frozen=True, repr=False)
class Mentions:
    """Where a name stands: on how many actions by choice, and every line that holds it."""

    name: str
    actions: int
    lines: tuple[Mention, ...]

    @property
    def nowhere(self) -> bool:
        """Whether the name stands nowhere."""
        return not (self.actions or self.lines)


def mentions(db: Connection, name: str, space_id: int | None = None) -> Mentions:
    """Look for a name in every space, or in one; changes nothing. Refuses a blank name."""
    without("", name)
    found: dict[Asked, Mention] = {}
    for one in (*_in_columns(db, name), *_in_versions(db, name)):
        if space_id is None or one.space_id == space_id:
            before = found.get(one.asked)
            found[one.asked] = one if before is None else _together(before, one)
    lines = sorted(found.values(), key=lambda one: (one.space, one.day or date.max, one.words))
    return Mentions(name, len(_owned(db, name, space_id)), tuple(lines))


@past_live_objects
@leaves_no_trace
@no_way_back
def forget_person(home: Home, name: str, yes: Collection[Asked], today: date, space_id: int | None = None) -> None:
    """Take a name from every action, and out of the lines that were answered with yes; nobody can bring it back.

    Without a space it goes from all of them. Refuses a name that stands nowhere, or only where the answer was no.
    """
    db = connection_of(home)
    owned, wanted = _owned(db, name, space_id), frozenset(yes)
    keys = set(_owned_before(db, name, space_id)) | {("action", one, OWNER) for one in owned}
    if not (keys or wanted):
        raise Refused(tr("This name stands nowhere here."))
    _disown(db, name, owned, space_id)
    for words in words_kept():
        _reword(db, words, name, wanted)
    keys |= {
        (row.thing, row.row, row.part) for row in versions_with(db, name) if (row.space_id, row.words) in wanted
    }  # fmt: skip
    texts = {words for _, words in wanted}
    now = {key: words_now(db, key) for key in keys}
    for key, facts, other in _facts(db, name, wanted):
        texts.add(facts)
        now[key] = other
    let_go(db, today, now, lambda words: words in texts or same(words, name))


# -- looking -----------------------------------------------------------------------------------------------------


def _together(one: Mention, other: Mention) -> Mention:
    first = other if one.older and not other.older else one
    return Mention(
        first.space_id, first.space, first.words, first.kind, first.day, one.times + other.times,
        one.older and other.older,
    )  # fmt: skip


def _in_columns(db: Connection, name: str) -> Iterator[Mention]:
    for words in words_kept():
        of_owner = words.key == ("action", "who")
        for one in places_of(db, words, name):
            for line in pieces(words, one.value):
                if holds(line, name) and not (of_owner and same(line, name)):
                    yield Mention(one.space_id, one.space, line, words.table.name, one.day, 1, older=False)


def _in_versions(db: Connection, name: str) -> Iterator[Mention]:
    spaces = dict(db.execute(select(tables()["space"].c.id, tables()["space"].c.name)).all())
    days = dict(db.execute(select(tables()["session"].c.id, tables()["session"].c.date)).all())
    for row in versions_with(db, name):
        if not (row.part == OWNER and same(row.words, name)):
            day = days.get(row.session_id)
            yield Mention(row.space_id, spaces[row.space_id], row.words, row.thing, day, 1, older=True)


def _owned(db: Connection, name: str, space_id: int | None) -> list[int]:
    """Give the actions that bear the name, by the person's choice or as it was written."""
    action, person = tables()["action"], tables()["person"]
    query = select(action.c.id, action.c.space_id, action.c.who, person.c.name).outerjoin(
        person, action.c.person_id == person.c.id
    )
    rows = db.execute(query).all()
    return [one for one, space, who, named in rows if space_id in (None, space) and same(named or who or "", name)]


def _owned_before(db: Connection, name: str, space_id: int | None) -> Iterator[Key]:
    for row in versions_with(db, name):
        if (row.thing, row.part) == ("action", OWNER) and space_id in (None, row.space_id) and same(row.words, name):
            yield row.thing, row.row, row.part


# -- forgetting --------------------------------------------------------------------------------------------------


def _disown(db: Connection, name: str, owned: list[int], space_id: int | None) -> None:
    action, person = tables()["action"], tables()["person"]
    for one in owned:
        db.execute(update(action).where(action.c.id == one).values(person_id=None, who=tr("One of us")))
    for key, space, called in db.execute(select(person.c.id, person.c.space_id, person.c.name)).all():
        if space_id in (None, space) and same(called, name):
            db.execute(delete(person).where(person.c.id == key))


def _reword(db: Connection, words: Words, name: str, wanted: frozenset[Asked]) -> None:
    for one in list(places_of(db, words, name)):
        yes = {line for line in pieces(words, one.value) if (one.space_id, line) in wanted}
        if yes:
            said = otherwise(words, one.value, {line: without(line, name) for line in yes})
            db.execute(update(words.table).where(words.table.c.id == one.row).values({words.column.name: said}))


def _facts(db: Connection, name: str, wanted: frozenset[Asked]) -> Iterator[tuple[Key, str, str]]:
    """Give the facts of agreed sessions that hold a place answered with yes: as they were, and without the name."""
    for row in lines_of(db, ["session"]):
        facts = json.loads(row.words) if row.part == FACTS else {}
        place = facts.get("place", "")
        if (row.space_id, place) in wanted:
            other = json.dumps({**facts, "place": without(place, name)}, ensure_ascii=False)
            yield (row.thing, row.row, row.part), row.words, other


def words_now(db: Connection, key: Key) -> str:
    """Give the words that stand in a passage now; "" where it is no more."""
    thing, row, part = key
    table = tables()[thing]
    if part == OWNER:
        person = tables()["person"]
        query = select(table.c.who, person.c.name).outerjoin(person, table.c.person_id == person.c.id)
        found = db.execute(query.where(table.c.id == row)).one_or_none()
        return "" if found is None else str(found[1] or found[0])
    return str(db.scalar(select(table.c[part]).where(table.c.id == row)) or "")
