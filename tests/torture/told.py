"""What a store and a desk say, in one short word each, so that two of them can be compared gesture by gesture."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from sqlalchemy import Table, inspect, select
from sqlalchemy.engine import Engine
from sqlalchemy.util import LRUCache

from elephants.desk import Desk
from elephants.sessions.base import Base
from elephants.store.engine import READING
from elephants.store.store import Store

RANDOM = frozenset(("uid", "salt", "commitment", "link"))
"""What is drawn anew for each row, and what is made from it."""

_QUERIES: LRUCache[Any, Any] = LRUCache(1000)
_UID = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")


class Opened(Store):
    """A store like any other, which does not think out every query anew: it is opened a thousand times."""

    def engine(self) -> Engine:
        engine = super().engine()
        engine._compiled_cache = _QUERIES
        return engine


def rows_told(raw: Any) -> str:
    """Tell of every row of every table what is the same each time a rehearsal is played."""
    tables = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    kept = {}
    for table in tables:
        found = raw.execute(f'SELECT * FROM "{table}" ORDER BY 1')  # noqa: S608
        names = [column[0] for column in found.description]
        kept[table] = [[_plain(value) for name, value in zip(names, row, strict=True) if name not in RANDOM]
                       for row in found]  # fmt: skip
    return _short(kept)


def room_told(desk: Desk) -> str:
    """Tell of all that is written of the session, of the activity the room is in and of what is decided there."""
    session = desk.session
    if session is None:
        return _short(sorted(space.name for space in desk.home.spaces))
    now = session.now
    things = [session, now, None if now is None else now.decision]
    return _short([_columns(thing) for thing in things if thing is not None])


def unlike_the_store(desk: Desk) -> list[str]:
    """Name every live thing that is not as its row in the store is, or has none there."""
    with desk._engine.connect() as connection:
        connection.info[READING] = True
        rows: dict[Table, dict[int, Any]] = {}
        for thing in list(desk._db.identity_map.values()):
            table = inspect(type(thing)).local_table
            if isinstance(table, Table) and table not in rows:
                rows[table] = {row["id"]: row for row in connection.execute(select(table)).mappings()}
        return [repr(thing) for thing in desk._db.identity_map.values() if not _is_like(thing, rows)]


def _is_like(thing: Any, rows: dict[Table, dict[int, Any]]) -> bool:
    state, table = inspect(thing), inspect(type(thing)).local_table
    assert isinstance(table, Table)
    row: Any = rows[table].get(state.identity[0])
    loaded = [one for one in state.mapper.column_attrs if one.key in state.dict]
    return row is not None and [state.dict[one.key] for one in loaded] == [row[one.columns[0].key] for one in loaded]


def _columns(thing: Base) -> dict[str, object]:
    columns = inspect(type(thing)).column_attrs
    return {one.key: _plain(getattr(thing, one.key)) for one in columns if one.key not in RANDOM}


def where(desk: Desk) -> str:
    """Name the open session, its state and the activity the room is in."""
    session = desk.session
    if session is None:
        return "home"
    now = session.now
    return f"{session.id} {session.state} {'-' if now is None else f'{now.id}:{now.kind}:{now.state}'}"


def is_whole(store: Store) -> bool:
    """Tell whether every page, row and index is as it should be, and no row points at one that is not there."""
    with store.raw() as raw:
        asked = [raw.execute(f"PRAGMA {one}").fetchall() for one in ("cipher_integrity_check", "foreign_key_check")]
        return asked == [[], []] and raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def _plain(value: object) -> object:
    return "bytes" if isinstance(value, bytes) else _UID.sub("uid", str(value))


def _short(kept: object) -> str:
    said = json.dumps(kept, sort_keys=True, default=str)
    return hashlib.blake2b(said.encode(), digest_size=12).hexdigest()
