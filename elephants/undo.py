"""The way back: remembers which rows a deed touched, and undoes them row by row (ARCHITECTURE, rule 9)."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, delete, event, insert, inspect, select, update
from sqlalchemy.orm import Session as Database

from elephants.sessions.base import Base, Refused
from elephants.words import tr

DEEP = 50
"""How many deeds can be undone."""

Row = dict[str, Any]

NO_WORDS = frozenset(
    (
        "state", "kind", "answer", "closed", "standing", "purpose", "openness", "form", "ending", "met", "worry",
        "template",
    )
)  # fmt: skip
"""Columns of text that hold one of our own words, never the room's."""


@dataclass(repr=False)
class Deed:
    """The rows that one deed made, removed and changed, with their values before and after."""

    came: dict[tuple[Table, int], Row] = field(default_factory=dict)
    went: dict[tuple[Table, int], Row] = field(default_factory=dict)
    changed: dict[tuple[Table, int], tuple[Row, Row]] = field(default_factory=dict)

    @property
    def words_went(self) -> bool:
        """Whether rows went, or words in them were changed for others; a place, a state or a step is no word."""
        changed = self.changed.values()
        return bool(self.went) or any(_words(before) - _words(after) for before, after in changed)

    @property
    def empty(self) -> bool:
        """Whether the deed touched nothing."""
        return not (self.came or self.went or self.changed)


class Undo:
    """Listens to the desk's database session and keeps the last fifty deeds, in memory only."""

    def __init__(self, db: Database) -> None:
        self._deeds: deque[Deed] = deque(maxlen=DEEP)
        self._deed = Deed()
        event.listen(db, "pending_to_persistent", self._came)
        event.listen(db, "persistent_to_deleted", self._went)
        event.listen(db, "after_flush", self._flushed)

    def __len__(self) -> int:
        return len(self._deeds)

    def begin(self) -> None:
        """Forget what was heard since the last deed, before a new one."""
        self._deed = Deed()

    def keep(self) -> bool:
        """Remember the deed that was just committed; tells whether words went with it."""
        deed, self._deed = self._deed, Deed()
        if not deed.empty:
            self._deeds.append(deed)
        return deed.words_went

    def forget(self) -> None:
        """Forget every deed: what the room has agreed cannot be undone."""
        self._deeds.clear()

    def take_back(self, connection: Connection) -> None:
        """Undo the last deed's rows; refuses, changing nothing, where something else has changed them since."""
        if not self._deeds:
            raise Refused(tr("There is nothing to undo."))
        deed = self._deeds[-1]
        _unchanged_since(connection, deed)
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")  # an item and a decision may point at each other
        order = {table: at for at, table in enumerate(Base.metadata.sorted_tables)}
        for (table, _), row in sorted(deed.went.items(), key=lambda kept: (order[kept[0][0]], kept[0][1])):
            connection.execute(insert(table).values(row))
        for (table, key), (before, _) in deed.changed.items():
            connection.execute(update(table).where(table.c.id == key).values(before))
        for table, key in sorted(deed.came, key=lambda kept: (-order[kept[0]], -kept[1])):
            connection.execute(delete(table).where(table.c.id == key))

    def taken_back(self) -> None:
        """Forget the last deed, once it is undone on the disk too."""
        self._deeds.pop()

    def _came(self, _db: Database, row: Base) -> None:
        self._deed.came[_place(row)] = _values(row)

    def _went(self, _db: Database, row: Base) -> None:
        place = _place(row)
        if self._deed.came.pop(place, None) is None:
            before = self._deed.changed.pop(place, ({}, {}))[0]
            self._deed.went[place] = {**_values(row), **before}

    def _flushed(self, db: Database, _context: object) -> None:
        for row in db.dirty:
            before = _before(row)
            place = _place(row)
            if place in self._deed.came:
                self._deed.came[place] = _values(row)
            elif before:
                earlier = self._deed.changed.get(place, ({}, {}))[0]
                before = {**before, **earlier}
                values = _values(row)
                self._deed.changed[place] = (before, {key: values[key] for key in before})


def _place(row: Base) -> tuple[Table, int]:
    table = inspect(type(row)).local_table
    if not isinstance(table, Table):
        raise TypeError(table)
    return table, row.id


def _values(row: Base) -> Row:
    attributes = inspect(type(row)).column_attrs
    return {attribute.columns[0].key: getattr(row, attribute.key) for attribute in attributes}


def _before(row: Base) -> Row:
    """Give the values that the flush changed, as they were; an attribute set for the first time was empty."""
    state = inspect(row)
    before: Row = {}
    for attribute in inspect(type(row)).column_attrs:
        history = state.attrs[attribute.key].history
        if history.has_changes():
            before[attribute.columns[0].key] = next(iter(history.deleted), None)
    return before


def _words(row: Row) -> set[str]:
    """Give the words of the room in a row; of settings those that stand in a list, such as questions."""
    said: set[str] = set()
    for name, value in row.items():
        if isinstance(value, str) and name not in NO_WORDS:
            said.add(value)
        elif isinstance(value, dict):
            said.update(str(one) for part in value.values() if isinstance(part, list) for one in part)
    return said - {""}


def _unchanged_since(connection: Connection, deed: Deed) -> None:
    left = [*deed.came.items(), *((place, after) for place, (_, after) in deed.changed.items())]
    for (table, key), after in left:
        row = connection.execute(select(table).where(table.c.id == key)).mappings().one_or_none()
        if row is None or any(row[name] != value for name, value in after.items()):
            raise Refused(tr("This was changed since. Change it by hand."))
    for table, key in deed.went:
        if connection.execute(select(table.c.id).where(table.c.id == key)).first() is not None:
            raise Refused(tr("This was changed since. Change it by hand."))
