"""What home shows, read as plain SQL over the raw connection: the ORM need not be loaded yet (SPEED.md, Start)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

PAST_SHOWN = 8
DUE_SHOWN = 12

COLUMNS: dict[str, tuple[str, ...]] = {
    "space": ("id", "name"),
    "session": ("id", "space_id", "template", "date", "starts", "minutes", "place", "food", "here", "state"),
    "activity": ("id", "session_id", "kind", "state"),
    "agenda_item": ("id", "space_id", "session_id", "place", "title", "purpose", "openness", "carried_from_id"),
    "action": ("id", "space_id", "person_id", "text", "who", "by", "state"),
    "decision": ("id", "space_id", "title", "question", "ending", "standing", "look_again", "next_look"),
    "need": ("id", "decision_id", "text", "answer", "met"),
    "person": ("id", "name"),
}
"""The tables and columns this page says a second time; a test compares them with the models."""


@dataclass(frozen=True, repr=False)
class SpaceSeen:
    """One space to choose from."""

    id: int
    name: str


@dataclass(frozen=True, repr=False)
class SessionSeen:
    """One session as home tells it: the next one, or a past one with the state of its record."""

    id: int
    template: str
    day: date
    starts: time
    minutes: int
    place: str
    food: str
    state: str
    topics: tuple[str, ...] = ()
    waits: bool = False
    """Whether something of a draft is not written down: an activity that was never said to have taken place."""


@dataclass(frozen=True, repr=False)
class ItemSeen:
    """One line of the agenda so far."""

    id: int
    title: str
    purpose: str
    openness: str | None
    carried: bool


@dataclass(frozen=True, repr=False)
class DueSeen:
    """Something the room said: an open action, a need not met, or a decision to look at again."""

    kind: str
    words: str
    by: date | None
    who: str = ""


@dataclass(frozen=True, repr=False)
class Glance:
    """Everything home shows of one space."""

    spaces: tuple[SpaceSeen, ...] = ()
    space: SpaceSeen | None = None
    running: SessionSeen | None = None
    next: SessionSeen | None = None
    items: tuple[ItemSeen, ...] = ()
    due: tuple[DueSeen, ...] = ()
    past: tuple[SessionSeen, ...] = ()
    held: int = 0


def glance(raw: Any, space_id: int | None, today: date) -> Glance:
    """Read home for one space, the first where none is named or it is gone; an empty store gives an empty glance."""
    spaces = tuple(SpaceSeen(*row) for row in raw.execute("SELECT id, name FROM space ORDER BY id"))
    if not spaces:
        return Glance()
    space = next((one for one in spaces if one.id == space_id), spaces[0])
    sessions = [_session(row) for row in raw.execute(_SESSIONS, (space.id,))]
    held = [one for one in sessions if one.state in ("closed", "agreed")]
    return Glance(
        spaces=spaces,
        space=space,
        running=next((one for one in sessions if one.state == "running"), None),
        next=next((one for one in reversed(sessions) if one.state == "planned"), None),
        items=tuple(_item(row) for row in raw.execute(_ITEMS, (space.id,))),
        due=tuple(_due(raw, space.id, today)),
        past=tuple(_with_topics(raw, one) for one in held[:PAST_SHOWN]),
        held=len(held),
    )


_SESSIONS = """
    SELECT id, template, date, starts, minutes, place, food, state, state IN ('running', 'closed') AND EXISTS (
        SELECT 1 FROM activity WHERE activity.session_id = session.id AND activity.state != 'done'
          AND activity.kind != 'readback'
    ) FROM session
    WHERE space_id = ? ORDER BY date DESC, id DESC LIMIT 200
"""
_ITEMS = """
    SELECT id, title, purpose, openness, carried_from_id IS NOT NULL FROM agenda_item
    WHERE space_id = ? AND session_id IS NULL ORDER BY carried_from_id IS NULL, place, id LIMIT 60
"""
_TOPICS = "SELECT title FROM agenda_item WHERE session_id = ? AND closed != 'carried' ORDER BY place LIMIT 3"
_NEEDS = """
    SELECT need.text, max(action.by), coalesce(decision.next_look, decision.look_again) FROM need
    JOIN decision ON decision.id = need.decision_id LEFT JOIN action ON action.need_id = need.id
    WHERE decision.space_id = ? AND decision.ending IS NOT NULL AND decision.standing = 'standing'
      AND need.answer IN ('added', 'changed') AND (need.met IS NULL OR need.met IN ('partly', 'not met'))
    GROUP BY need.id ORDER BY need.id
"""
_AGAIN = """
    SELECT title, question, coalesce(next_look, look_again) AS look_on FROM decision
    WHERE space_id = ? AND standing = 'standing' AND look_on <= ? ORDER BY look_on, id
"""
_ACTIONS = """
    SELECT action.text, action.by, coalesce(person.name, action.who) FROM action
    LEFT JOIN person ON person.id = action.person_id
    WHERE action.space_id = ? AND action.state NOT IN ('done', 'let go')
    ORDER BY action.by IS NULL, action.by, action.id
"""


def _session(row: Any) -> SessionSeen:
    id_, template, day, starts, minutes, place, food, state, waits = row
    return SessionSeen(
        id_, template, date.fromisoformat(day), time.fromisoformat(starts), minutes, place, food, state,
        waits=bool(waits),
    )  # fmt: skip


def _item(row: Any) -> ItemSeen:
    return ItemSeen(row[0], row[1], row[2], row[3], bool(row[4]))


def _with_topics(raw: Any, seen: SessionSeen) -> SessionSeen:
    topics = tuple(row[0] for row in raw.execute(_TOPICS, (seen.id,)))
    return replace(seen, topics=topics)


def _due(raw: Any, space_id: int, today: date) -> list[DueSeen]:
    due = []
    for text, by, look_again in raw.execute(_NEEDS, (space_id,)):
        when = by or look_again
        if when is not None and date.fromisoformat(when) <= today:
            due.append(DueSeen("need", text, date.fromisoformat(when)))
    for title, question, look_again in raw.execute(_AGAIN, (space_id, today.isoformat())):
        due.append(DueSeen("decision", title or question, date.fromisoformat(look_again)))
    for text, by, who in raw.execute(_ACTIONS, (space_id,)):
        due.append(DueSeen("action", text, date.fromisoformat(by) if by else None, who))
    return due[:DUE_SHOWN]
