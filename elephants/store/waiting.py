"""Counts the decisions that wait to be looked at again at a later session, for home; plain SQL, no ORM.

What `sessions/again.waiting` says of a session that is open, home must say before anything is loaded.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from elephants.sessions.sheets import SHORT
from elephants.sessions.terms import MOST_BACK


def waiting_of(raw: Any, space_id: int, today: date) -> int:
    """Count what is due when a space meets next and has no place on that agenda; 0 where all of it fits.

    That is the session planned next, else one of today. None where it has no agenda.
    """
    day, fits = today.isoformat(), True
    for planned, template, agendas in raw.execute(_NEXT, (space_id,)):
        day, fits = planned, template != SHORT and agendas > 0
    asked = {"space": space_id, "day": day}
    by_hand, by_itself = (int(number) for number in raw.execute(_THERE, asked).fetchone())
    waits = by_itself + (int(raw.execute(_DUE, asked).fetchone()[0]) if fits else 0)
    return max(0, min(waits, waits + by_hand - MOST_BACK))


_NEXT = """
    SELECT date, template, (SELECT count(*) FROM activity WHERE session_id = session.id AND kind = 'agenda')
    FROM session WHERE space_id = ? AND state = 'planned' ORDER BY date, id LIMIT 1
"""
_THERE = """
    SELECT coalesce(sum(carried_from_id IS NOT NULL OR decision.standing = 'agenda'), 0),
        coalesce(sum(carried_from_id IS NULL AND decision.standing != 'agenda'), 0)
    FROM agenda_item JOIN decision ON decision.id = again_id
    WHERE agenda_item.space_id = :space AND agenda_item.session_id IS NULL
"""
_DUE = """
    SELECT count(*) FROM (
        SELECT id FROM decision WHERE space_id = :space AND standing = 'standing' AND next_look <= :day
        UNION ALL SELECT id FROM decision
            WHERE space_id = :space AND standing = 'standing' AND next_look IS NULL AND look_again <= :day
    ) AS due WHERE NOT EXISTS (SELECT 1 FROM agenda_item WHERE again_id = due.id AND closed IS NULL)
"""
