"""What home shows, read as plain SQL over the raw connection: the ORM need not be loaded yet (SPEED.md, Start)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from elephants.store.waiting import waiting_of

PAST_SHOWN = 8
DUE_SHOWN = 12

COLUMNS: dict[str, tuple[str, ...]] = {
    "space": ("id", "name"),
    "session": ("id", "space_id", "template", "date", "starts", "minutes", "place", "food", "here", "state"),
    "activity": ("id", "session_id", "kind", "state"),
    "agenda_item": ("id", "space_id", "session_id", "place", "title", "purpose", "openness", "carried_from_id"),
    "action": ("id", "space_id", "decision_id", "person_id", "text", "who", "by", "state"),
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
    """Something the room said: an open action, a need not met, or a decision to look at again.

    `decision` is the one it belongs to, and `of` what that is called; None for an action of none.
    """

    kind: str
    words: str
    by: date | None
    who: str = ""
    id: int = 0
    decision: int | None = None
    of: str = ""


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
    earlier: bool = False
    """Whether sessions were held before those of `past`: they are in the history."""
    waiting: int = 0
    """How many decisions wait to be looked at again at a later session than the next."""


def glance(raw: Any, space_id: int | None, today: date) -> Glance:
    """Read home for one space, the first where none is named or it is gone; an empty store gives an empty glance."""
    spaces = tuple(SpaceSeen(*row) for row in raw.execute("SELECT id, name FROM space ORDER BY id"))
    if not spaces:
        return Glance()
    space = next((one for one in spaces if one.id == space_id), spaces[0])
    held = [_session(row) for row in raw.execute(_PAST, (space.id, PAST_SHOWN + 1))]
    return Glance(
        spaces=spaces,
        space=space,
        running=next((_session(row) for row in raw.execute(_RUNNING, (space.id,))), None),
        next=next((_session(row) for row in raw.execute(_NEXT, (space.id,))), None),
        items=tuple(_item(row) for row in raw.execute(_ITEMS, (space.id,))),
        due=tuple(due_of(raw, space.id, today, DUE_SHOWN)[:DUE_SHOWN]),
        past=tuple(_with_topics(raw, one) for one in held[:PAST_SHOWN]),
        earlier=len(held) > PAST_SHOWN,
        waiting=waiting_of(raw, space.id, today),
    )


_SESSION = """
    SELECT id, template, date, starts, minutes, place, food, state, state IN ('running', 'closed') AND EXISTS (
        SELECT 1 FROM activity WHERE activity.session_id = session.id AND activity.state != 'done'
          AND activity.kind != 'readback'
    ) FROM session
"""
_RUNNING = f"{_SESSION} WHERE space_id = ? AND state = 'running' ORDER BY date DESC, id DESC LIMIT 1"
_NEXT = f"{_SESSION} WHERE space_id = ? AND state = 'planned' ORDER BY date, id LIMIT 1"
_PAST = f"{_SESSION} WHERE space_id = ? AND +state IN ('closed', 'agreed') ORDER BY date DESC, id DESC LIMIT ?"
_ITEMS = """
    SELECT id, title, purpose, openness, carried_from_id IS NOT NULL FROM agenda_item
    WHERE space_id = ? AND session_id IS NULL ORDER BY carried_from_id IS NULL, place, id LIMIT 60
"""
_TOPICS = "SELECT title FROM agenda_item WHERE session_id = ? AND closed != 'carried' ORDER BY place LIMIT 3"
_LOOK_NOW = """
    SELECT id FROM decision WHERE space_id = :space AND standing IN ('standing', 'agenda', 'open')
      AND next_look <= :today
    UNION ALL SELECT id FROM decision WHERE space_id = :space AND standing IN ('standing', 'agenda', 'open')
      AND next_look IS NULL AND look_again <= :today
"""
_UNMET = """
    need.answer IN ('added', 'changed') AND (need.met IS NULL OR need.met IN ('partly', 'not met'))
    AND decision.ending IS NOT NULL AND decision.standing IN ('standing', 'agenda', 'open')
"""
_CALLED = "coalesce(nullif(decision.title, ''), decision.question)"
_NEEDS = (
    """
    SELECT need.text, found_owed.by, need.id, decision.id, $called FROM found_owed
    CROSS JOIN need ON need.id = found_owed.id CROSS JOIN decision ON decision.id = need.decision_id
    WHERE found_owed.by <= :today AND decision.space_id = :space AND $unmet
    UNION ALL SELECT need.text, coalesce(decision.next_look, decision.look_again), need.id, decision.id, $called
    FROM decision CROSS JOIN need ON need.decision_id = decision.id
    WHERE $unmet AND decision.id IN ($now)
      AND NOT EXISTS (SELECT 1 FROM action WHERE action.need_id = need.id AND action.by IS NOT NULL)
    ORDER BY 3 LIMIT :most
""".replace("$unmet", _UNMET)
    .replace("$now", _LOOK_NOW)
    .replace("$called", _CALLED)
)
_AGAIN = """
    SELECT $called, coalesce(next_look, look_again) AS look_on, id FROM decision
    WHERE +standing = 'standing' AND id IN ($now) ORDER BY look_on, id LIMIT :most
""".replace("$now", _LOOK_NOW).replace("$called", _CALLED)
_ACTIONS = """
    SELECT action.text, action.by, coalesce(person.name, action.who), action.id, action.decision_id, $called
    FROM action LEFT JOIN person ON person.id = action.person_id LEFT JOIN decision ON decision.id = action.decision_id
    WHERE action.space_id = :space AND action.state IN ('open', 'on its way', 'stuck')
    ORDER BY action.by IS NULL, action.by, action.id LIMIT :most
""".replace("$called", _CALLED)
"""Each part of these is found by an index, so that home does not grow with the store (docs/speed.md)."""


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


def due_of(raw: Any, space_id: int, today: date, most: int = -1) -> list[DueSeen]:
    """Read what is open or due in a space on a day, of each kind so many; home shows the first of it."""
    asked = {"space": space_id, "today": today.isoformat(), "most": most}
    due = [
        DueSeen("need", text, date.fromisoformat(by), "", need, decision, of)
        for text, by, need, decision, of in raw.execute(_NEEDS, asked)
    ]
    for called, look_again, decision in raw.execute(_AGAIN, asked):
        due.append(DueSeen("decision", called, date.fromisoformat(look_again), "", decision, decision, called))
    asked.pop("today")
    for text, by, who, action, decision, of in raw.execute(_ACTIONS, asked):
        due.append(DueSeen("action", text, date.fromisoformat(by) if by else None, who, action, decision, of or ""))
    return due
