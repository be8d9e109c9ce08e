"""Says which rows of a space live: what is open, due, of now or of lately; older rows stay in the file, unread.

Plain SQL that gives ids, each part of it found by an index, so that a space of ten years opens as one of ten days.
A test counts what it gives; CONTRIBUTING.md (What the desk holds) tells it in words.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date

from sqlalchemy.orm import Session as Database

FEW = 12
"""How many of the latest sessions of a space are held, to be listed."""
LATELY = 4
"""Of how many of the latest sessions all is held that was said there: people still talk of it."""


def ids(db: Database, sql: str, **words: object) -> set[int]:
    """Ask for ids; a list among `words` is asked of by `json_each`."""
    said = {key: json.dumps(sorted(one)) if isinstance(one, set) else one for key, one in words.items()}
    return {row[0] for row in db.connection().exec_driver_sql(sql, said) if row[0] is not None}


def latest_sessions(db: Database) -> set[int]:
    """Give of every space what is planned or runs, and the latest that were held."""
    return ids(db, _LATEST, few=FEW)


def sessions_beside(db: Database, space_id: int, day: date, said: Collection[date]) -> set[int]:
    """Give the sessions that one of a day is read with.

    The held one before it and the next one after it, those of the days `said`, and those that added a line to the
    agreement, which stands in their records.
    """
    days = json.dumps([one.isoformat() for one in said])
    return ids(db, _BESIDE, space=space_id, day=day.isoformat(), days=days)


def of_lately(db: Database, space_id: int) -> set[int]:
    """Give the latest sessions of a space of which all is held."""
    return ids(db, _LATELY, space=space_id, few=LATELY)


def since_learning(db: Database, space_id: int, day: date) -> set[int]:
    """Give the sessions from the last learning session before a day on; all before it where there was none."""
    return ids(db, _SINCE_LEARNING, space=space_id, day=day.isoformat())


def items(db: Database, near: set[int], whole: set[int]) -> set[int]:
    """Give the items of the sessions `near`, what waits for next time, and the same items on the agendas before.

    And those that go on from an item or a decision of the `whole` sessions: striking it must reach them.
    """
    return ids(db, _ITEMS, near=near, whole=whole)


def decisions(db: Database, space_id: int, day: date, near: set[int], whole: set[int], on: set[int]) -> set[int]:
    """Give the decisions of the sessions `near`, of the items `on`, and those that the `whole` ones speak of.

    And whatever is due on a day: a date to look again, a need not yet met at its date, an open action.
    """
    known = {"space": space_id, "day": day.isoformat(), "near": near, "whole": whole, "on": on}
    return ids(db, _DECISIONS, **known)


def actions(db: Database, space_id: int, near: set[int], whole: set[int], on: set[int]) -> set[int]:
    """Give the actions that are open, of the sessions `near`, of the items `on`, and answered in the `whole` ones."""
    return ids(db, _ACTIONS, space=space_id, near=near, whole=whole, on=on)


def held(db: Database) -> dict[int, int]:
    """Count the sessions that each space has held, read from an index alone."""
    rows = db.connection().exec_driver_sql(
        "SELECT space_id, count(*) FROM session WHERE state != 'planned' GROUP BY space_id"
    )
    return {row[0]: row[1] for row in rows}


_LATEST = """
    SELECT session.id FROM space CROSS JOIN session ON session.id IN (
        SELECT held.id FROM session AS held WHERE held.space_id = space.id AND held.state != 'planned'
        ORDER BY held.date DESC, held.id DESC LIMIT :few)
    UNION SELECT session.id FROM space
        CROSS JOIN session ON session.space_id = space.id AND session.state IN ('planned', 'running')
"""
_BESIDE = """
    SELECT * FROM (SELECT id FROM session WHERE space_id = :space AND date < :day AND state != 'planned'
                   ORDER BY date DESC, id DESC LIMIT 1)
    UNION SELECT * FROM (SELECT id FROM session WHERE space_id = :space AND date > :day ORDER BY date, id LIMIT 1)
    UNION SELECT session.id FROM json_each(:days)
        CROSS JOIN session ON session.space_id = :space AND session.date = json_each.value
    UNION SELECT session.id FROM agreement_line
        CROSS JOIN session ON session.space_id = agreement_line.space_id AND session.date = agreement_line.since
        WHERE agreement_line.space_id = :space
"""
_LATELY = """
    SELECT id FROM session WHERE space_id = :space AND state != 'planned' ORDER BY date DESC, id DESC LIMIT :few
"""
_SINCE_LEARNING = """
    SELECT id FROM session WHERE space_id = :space AND state != 'planned' AND date < :day AND date >= coalesce(
        (SELECT max(date) FROM session
         WHERE space_id = :space AND state != 'planned' AND date < :day AND template = 'learning'), '')
"""
_ITEMS = """
    WITH RECURSIVE living (id, carried) AS (
        SELECT id, carried_from_id FROM agenda_item WHERE session_id IN (SELECT value FROM json_each(:near))
        UNION SELECT agenda_item.id, carried_from_id FROM space
            CROSS JOIN agenda_item ON agenda_item.space_id = space.id AND agenda_item.session_id IS NULL
        UNION SELECT again.id, again.carried_from_id FROM agenda_item AS here
            CROSS JOIN agenda_item AS again ON again.carried_from_id = here.id
            WHERE here.session_id IN (SELECT value FROM json_each(:whole))
        UNION SELECT id, carried_from_id FROM agenda_item
            WHERE again_id IN (SELECT id FROM decision WHERE session_id IN (SELECT value FROM json_each(:whole)))
        UNION SELECT before.id, before.carried_from_id FROM living
            CROSS JOIN agenda_item AS before ON before.id = living.carried
    )
    SELECT id FROM living
"""
_DECISIONS = """
    SELECT id FROM decision WHERE session_id IN (SELECT value FROM json_each(:near))
    UNION SELECT id FROM decision WHERE item_id IN (SELECT value FROM json_each(:on))
    UNION SELECT again_id FROM agenda_item WHERE id IN (SELECT value FROM json_each(:on))
    UNION SELECT replaces_id FROM decision WHERE session_id IN (SELECT value FROM json_each(:whole))
    UNION SELECT id FROM decision
        WHERE replaces_id IN (SELECT id FROM decision WHERE session_id IN (SELECT value FROM json_each(:whole)))
    UNION SELECT id FROM decision
        WHERE space_id = :space AND standing IN ('standing', 'agenda', 'open') AND next_look <= :day
    UNION SELECT id FROM decision WHERE space_id = :space AND standing IN ('standing', 'agenda', 'open')
        AND next_look IS NULL AND look_again <= :day
    UNION SELECT decision.id FROM found_owed CROSS JOIN need ON need.id = found_owed.id
        CROSS JOIN decision ON decision.id = need.decision_id
        WHERE found_owed.by <= :day AND decision.space_id = :space AND decision.standing NOT IN ('changed', 'ended')
    UNION SELECT coalesce(action.decision_id, need.decision_id) FROM action
        LEFT JOIN need ON need.id = action.need_id
        WHERE action.space_id = :space AND action.state IN ('open', 'on its way', 'stuck')
    UNION SELECT coalesce("update".decision_id, need.decision_id, action.decision_id) FROM "update"
        LEFT JOIN need ON need.id = "update".need_id LEFT JOIN action ON action.id = "update".action_id
        WHERE "update".session_id IN (SELECT value FROM json_each(:whole))
"""
_ACTIONS = """
    SELECT id FROM action WHERE space_id = :space AND state IN ('open', 'on its way', 'stuck')
    UNION SELECT id FROM action WHERE session_id IN (SELECT value FROM json_each(:near))
    UNION SELECT id FROM action WHERE item_id IN (SELECT value FROM json_each(:on))
    UNION SELECT action_id FROM "update" WHERE session_id IN (SELECT value FROM json_each(:whole))
"""
