"""Reads for the history page: spaces, themes, months with their decisions, and what the search finds.

On one raw connection of its own that cannot write, so that each letter typed is answered at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from elephants.store.glance import DueSeen, due_of
from elephants.store.search import Asked, Hit, find
from elephants.store.searched import place_of

if TYPE_CHECKING:
    from elephants.store.store import Store

PORTION = 50
"""How many lines are read at once."""


@dataclass(frozen=True, repr=False)
class Month:
    """The decisions of one month, counted by how they stand."""

    first: date
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def all(self) -> int:
        """How many there are."""
        return sum(self.counts.values())


class History:
    """Looks into one store; `close` it when nobody looks any more."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._raw = store.connect()
        self._raw.execute("PRAGMA query_only=ON")

    def close(self) -> None:
        """Let the store go."""
        self._raw.close()

    def find(self, asked: Asked, before: int | None = None) -> list[Hit]:
        """Give the newest lines of what is asked, or those before a place."""
        return find(self._raw, asked, PORTION, before)

    def spaces(self) -> dict[int, str]:
        """Give every space by its id, in the order of their names."""
        return dict(self._raw.execute("SELECT id, name FROM space ORDER BY name").fetchall())

    def themes(self, space_id: int) -> dict[int, str]:
        """Give the themes of a space by id, in the order of their names."""
        return dict(self._raw.execute("SELECT id, name FROM theme WHERE space_id = ? ORDER BY name", (space_id,)))

    def every_theme(self) -> list[tuple[int, str, str]]:
        """Give the themes of all spaces, in the order of their names: the id, the name, the name of the space."""
        return list(self._raw.execute(_EVERY_THEME))

    def quarters(self, space_id: int) -> list[tuple[date, date]]:
        """Give the first and the last day of the quarters in which a space met, the latest first, nine at most."""
        rows = self._raw.execute(_QUARTERS, (space_id,)).fetchall()
        return [(date(year, month, 1), _before(year + (month + 2) // 12, (month + 2) % 12 + 1)) for year, month in rows]

    def due(self, space_id: int, today: date) -> list[DueSeen]:
        """Give what is open and due in a space: actions, needs, decisions to look at again."""
        return due_of(self._raw, space_id, today)

    def decision_of(self, hit: Hit) -> int | None:
        """Give the decision that a line belongs to: itself, or that of a need, an action, an item or a point."""
        if hit.kind == "decision":
            return hit.id
        query = _DECISION_OF.get(hit.kind)
        row = self._raw.execute(query, (hit.id,)).fetchone() if query else None
        return None if row is None else row[0]

    def action(self, number: int) -> Hit | None:
        """Give an action as a line to read, as the search would; None if it is gone."""
        for space, session, day, text in self._raw.execute(_ACTION, (number,)).fetchall():
            on = date.fromisoformat(day)
            return Hit("action", number, space, session, on, text, (), False, place_of("action", number, on))
        return None

    def months(self, space_id: int, today: date) -> list[Month]:
        """Give the months of a space from its first decision to its last, those without one too."""
        rows = self._raw.execute(_MONTHS, {"space": space_id, "today": today.isoformat()}).fetchall()
        counted: dict[date, dict[str, int]] = {}
        for month, state, number in rows:
            counted.setdefault(date.fromisoformat(f"{month}-01"), {})[state] = number
        return [Month(first, counted.get(first, {})) for first in _every(counted)]


def _before(year: int, month: int) -> date:
    """Give the day before a month begins."""
    return date(year, month, 1) - timedelta(days=1)


def _every(counted: dict[date, dict[str, int]]) -> list[date]:
    months, at = [], min(counted, default=date.max)
    while at <= max(counted, default=date.min):
        months.append(at)
        at = date(at.year + at.month // 12, at.month % 12 + 1, 1)
    return months


_MONTHS = """
    SELECT strftime('%Y-%m', session.date) AS month,
        CASE
            WHEN decision.standing IN ('agenda', 'changed', 'ended') THEN decision.standing
            WHEN decision.ending IS NULL OR decision.standing = 'open' THEN 'open'
            WHEN coalesce(decision.next_look, decision.look_again) <= :today THEN 'look again'
            ELSE 'standing'
        END AS state,
        count(*)
    FROM decision JOIN session ON session.id = decision.session_id
    WHERE decision.space_id = :space
    GROUP BY 1, 2
"""
"""By number: a session has a `state` of its own, and SQLite would take that one."""

_EVERY_THEME = """
    SELECT theme.id, theme.name, space.name FROM theme JOIN space ON space.id = space_id
    ORDER BY theme.name, space.name
"""

_QUARTERS = """
    SELECT DISTINCT CAST(strftime('%Y', date) AS INTEGER) AS year,
        (CAST(strftime('%m', date) AS INTEGER) - 1) / 3 * 3 + 1 AS month
    FROM session WHERE space_id = ? AND +state != 'planned' ORDER BY year DESC, month DESC LIMIT 9
"""

_ACTION = """
    SELECT action.space_id, session_id, session.date, text FROM action JOIN session ON session.id = session_id
    WHERE action.id = ?
"""

_DECISION_OF = {
    "need": "SELECT decision_id FROM need WHERE id = ?",
    "action": "SELECT decision_id FROM action WHERE id = ?",
    "item": "SELECT id FROM decision WHERE item_id = ?",
    "point": "SELECT decision.id FROM decision JOIN point USING (item_id) WHERE point.id = ?",
}
