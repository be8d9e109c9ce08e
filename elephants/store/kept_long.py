"""Whether something has been kept long enough, as plain SQL over the raw connection: home asks it at each start.

It stops at the first thing it finds. Months are counted as SQLite does, so it may say so up to three days late.
"""

from __future__ import annotations

from datetime import date
from typing import Any

COLUMNS: dict[str, tuple[str, ...]] = {
    "space": ("id", "keep_longer"),
    "session": ("id", "space_id", "date", "state", "here", "most_here"),
    "decision": ("id", "session_id", "item_id", "look_again", "next_look"),
    "view": ("decision_id",),
    "agenda_item": ("id", "session_id"),
    "point": ("item_id",),
    "learned": ("session_id", "kind"),
    "action": ("id", "session_id", "person_id", "by", "state"),
    "update": ("action_id", "session_id"),
}
"""The tables and columns this page says a second time; a test compares them with the models."""

_HELD = "JOIN space ON space.id = session.space_id WHERE session.state IN ('closed', 'agreed')"
_OVER = """
    AND ? > CASE WHEN coalesce(decision.next_look, decision.look_again) IS NULL
      THEN date(session.date, (6 + space.keep_longer) || ' months')
      ELSE date(coalesce(decision.next_look, decision.look_again), (3 + space.keep_longer) || ' months') END
"""
_QUESTIONS = (
    ("FROM session", "AND coalesce(here, most_here) IS NOT NULL AND ? > date(session.date, '12 months')"),
    ("FROM view JOIN decision ON decision.id = view.decision_id JOIN session ON session.id = decision.session_id",
     _OVER),
    ("""FROM point JOIN agenda_item ON agenda_item.id = point.item_id
        JOIN session ON session.id = agenda_item.session_id
        LEFT JOIN decision ON decision.item_id = agenda_item.id""", _OVER),
    ("FROM learned JOIN session ON session.id = learned.session_id",
     """AND learned.kind NOT IN ('group', 'try', 'hear')
        AND ? > date(session.date, (6 + space.keep_longer) || ' months')"""),
    ("FROM action JOIN session ON session.id = action.session_id",
     """AND action.person_id IS NOT NULL AND action.state IN ('done', 'let go')
        AND ? > date(coalesce((SELECT max(said.date) FROM "update" JOIN session AS said ON said.id = "update".session_id
          WHERE "update".action_id = action.id), action.by, session.date), '3 months')"""),
)  # fmt: skip
"""Where something lies that is kept for a time, and when its time is over."""


def kept_long_enough(raw: Any, today: date) -> bool:
    """Tell whether something has been kept long enough, in any space."""
    return any(
        raw.execute(f"SELECT 1 {where} {_HELD} {over} LIMIT 1", (today.isoformat(),)).fetchone()
        for where, over in _QUESTIONS
    )
