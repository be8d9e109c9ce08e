"""The first schema, what finds a need that is due: its day, and only while the room has not said that it is met.

A need has no day of its own: it is that of its actions. Most needs that were added never have one, so that looking
through them would grow with the store. Triggers keep the few that have one, whatever changes them; no model knows it.
"""

from __future__ import annotations

from alembic.operations import Operations

TABLE = "CREATE TABLE found_owed (id INTEGER NOT NULL PRIMARY KEY, by TEXT NOT NULL)"
INDEX = "CREATE INDEX ix_found_owed_by ON found_owed (by)"

_AWAY = "DELETE FROM found_owed WHERE id = {need};"
_ANEW = (
    "INSERT INTO found_owed (id, by) SELECT need.id, max(action.by) FROM need JOIN action ON action.need_id = need.id "
    "WHERE need.id = {need} AND action.by IS NOT NULL AND need.answer IN ('added', 'changed') "
    "AND (need.met IS NULL OR need.met IN ('partly', 'not met')) GROUP BY need.id;"
)
_CHANGES = (
    ("need", "INSERT", "NEW.id"),
    ("need", "DELETE", "OLD.id"),
    ("need", "UPDATE OF answer, met", "NEW.id"),
    ("action", "INSERT", "NEW.need_id"),
    ("action", "DELETE", "OLD.need_id"),
    ("action", "UPDATE OF need_id, by", "OLD.need_id", "NEW.need_id"),
)


def owed(op: Operations) -> None:
    """Make the table and its triggers; needs and actions must be there."""
    op.execute(TABLE)
    op.execute(INDEX)
    for table, event, *needs in _CHANGES:
        did = event.split()[0]
        body = " ".join(line.format(need=need) for need in needs for line in (_AWAY, _ANEW))
        op.execute(
            f'CREATE TRIGGER owed_{table}_{did.lower()} AFTER {event} ON "{table}" FOR EACH ROW BEGIN {body} END'
        )
