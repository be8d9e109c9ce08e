"""What each line of a rehearsal leaves behind, so that a line done by hand can be told from one that is still to come.

It is read from a twin: the same written session, played on a store of its own that is deleted at once. What is looked
at is rows and the moment, never who pressed what; a line can be done in any way there is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum

from elephants.desk import Desk
from elephants.rehearsal.rehearsal import Rehearsal
from elephants.sessions.learning.learned import GROUP

Facts = frozenset[tuple[str, object]]
Rows = dict[str, dict[int, Facts]]

_DRAWN = frozenset(("id", "uid", "salt", "commitment", "link"))
"""What is drawn anew for each row, or counted: two stores never agree on it."""
_SHUFFLED = ("revision",)
"""Tables whose words follow an order that was drawn."""
_INDEX = ("found", "to_find")
"""How the tables of the search begin: they say again what others hold."""
_BESIDE = frozenset(("purpose", "openness", "sentence"))
"""What is said beside a line, and by hand often later: it need not be there yet."""
_TELLS = (
    "lit", "counted", "hands", "so_far", "opened", "begun", "joined", "over", "turn", "sides", "offered", "told",
    "tables", "each", "free", "key",
)  # fmt: skip
"""What a thing of the moment tells the facilitator; never what one person wished."""


@dataclass(frozen=True, repr=False)
class Look:
    """What stands in the store and in the moment just now."""

    rows: Rows
    moment: Facts

    @classmethod
    def at(cls, desk: Desk) -> Look:
        """Take a look at a desk."""
        return cls(_rows(desk), frozenset(_moment(desk)))


@dataclass(frozen=True, repr=False)
class Trace:
    """What one line leaves: what is `there` then, what is `gone`, and the `moment`; a trace can be empty."""

    there: tuple[tuple[str, Facts], ...] = ()
    gone: tuple[tuple[str, Facts], ...] = ()
    moment: Facts = field(default_factory=frozenset)
    leads_nowhere: bool = False
    """Whether it leads where the room is already: there is nothing to be done."""

    def seen_in(self, look: Look) -> bool:
        """Tell whether all of it can be seen; of an empty one only where it leads nowhere."""
        if not (self.there or self.gone or self.moment):
            return self.leads_nowhere
        return (
            all(_is_there(look.rows, table, facts) for table, facts in self.there)
            and not any(_is_there(look.rows, table, facts) for table, facts in self.gone)
            and self.moment <= look.moment
        )


def traces_of(rehearsal: Rehearsal, twin: Desk) -> tuple[Trace, ...]:
    """Play the rehearsal on a twin, where its session is open, and give the trace of each line."""
    traces: list[Trace] = []
    before = Look.at(twin)
    for line in rehearsal.lines:
        rehearsal.do(line, twin)
        now = Look.at(twin)
        trace = _between(before, now)
        traces.append(replace(trace, leads_nowhere=line.do == "go to" and trace == Trace()))
        before = now
    return tuple(traces)


def _between(before: Look, now: Look) -> Trace:
    there = [*_came(before.rows, now.rows, words_only=True)] or [*_came(before.rows, now.rows, words_only=False)]
    gone = [
        (table, _words(facts))
        for table, rows in before.rows.items()
        for key, facts in rows.items()
        if key not in now.rows[table] and _words(facts) not in map(_words, now.rows[table].values())
    ]
    lasts = bool(there or gone)
    return Trace(tuple(there), tuple(gone), frozenset() if lasts else now.moment - before.moment)


def _came(before: Rows, now: Rows, *, words_only: bool) -> Iterator[tuple[str, Facts]]:
    """Give what is new in each row; numbers count only where a line writes no words, for places and minutes move.

    Words that stood in another row before are not new: views and needs are shuffled when a decision is closed.
    """
    for table, rows in now.items():
        stood = {_words(facts) for facts in before[table].values()}
        for key, facts in rows.items():
            if words_only and _words(facts) in stood:
                continue
            was = before[table].get(key)
            new = facts if was is None else facts - was
            told = _words(new) if words_only else new
            told = frozenset(one for one in told if one[0] not in _BESIDE) or told
            if told:
                yield table, told | (_words(facts & was) if was is not None else frozenset())


def _words(facts: Facts) -> Facts:
    return frozenset(one for one in facts if isinstance(one[1], str) and one[1])


def _is_there(rows: Rows, table: str, facts: Facts) -> bool:
    return any(facts <= row for row in rows.get(table, {}).values())


# -- reading ---------------------------------------------------------------------------------------------------


def _rows(desk: Desk) -> Rows:
    """Read every row of the store; a rehearsal's is small."""
    with desk.store.raw() as raw:
        found = [one for (one,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = [table for table in found if table not in _SHUFFLED and not table.startswith(_INDEX)]
        rows = {table: _table(raw.execute(f'SELECT * FROM "{table}"')) for table in kept}  # noqa: S608
    return {**rows, "learned": _in_groups(rows["learned"])}


def _in_groups(rows: dict[int, Facts]) -> dict[int, Facts]:
    """Say of each line of a learning session in which group it lies, and not at which place, which is drawn."""
    found: dict[int, Facts] = {}
    group: object = ""
    for key, row in sorted(rows.items(), key=lambda one: int(str(dict(one[1])["place"]))):
        facts = dict(row)
        group = facts["text"] if facts["kind"] == GROUP else group
        found[key] = frozenset({("kind", facts["kind"]), ("text", facts["text"]), ("group", group)})
    return found


def _table(found: object) -> dict[int, Facts]:
    names = [column[0] for column in getattr(found, "description", ())]
    rows = [dict(zip(names, row, strict=True)) for row in getattr(found, "fetchall", list)()]
    return {int(row["id"]): frozenset(_facts(row)) for row in rows if "id" in row}


def _facts(row: dict[str, object]) -> Iterator[tuple[str, object]]:
    for name, value in row.items():
        if name in _DRAWN or name.endswith("_id"):
            continue
        inner = _object(value)
        if inner is None:
            yield name, value
        else:
            yield from ((f"{name}.{key}", _plain(kept)) for key, kept in inner.items())


def _object(value: object) -> dict[str, object] | None:
    if not isinstance(value, str) or not value.startswith("{"):
        return None
    try:
        read = json.loads(value)
    except ValueError:
        return None
    return read if isinstance(read, dict) else None


def _plain(value: object) -> object:
    return value if isinstance(value, str | int) or value is None else json.dumps(value, sort_keys=True)


def _moment(desk: Desk) -> Iterator[tuple[str, object]]:
    for name in ("paused", "slow", "lid"):
        yield name, getattr(desk.breather, name, False)
    now = desk.session.now if desk.session is not None else None
    moment = desk.moment(now) if now is not None else None
    moment = getattr(moment, "dots", None) or moment  # while dots lie there they are what is done
    for name in _TELLS:
        value = getattr(moment, name, None)
        if name == "free" and callable(value):
            value = tuple(value())
        if isinstance(value, frozenset):
            yield name, len(value)
        elif isinstance(value, str | int | Enum | tuple | date | datetime):
            yield name, value
