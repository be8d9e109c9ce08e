"""What has been kept long enough: views, points, head counts and names, each with the day until which it is kept.

METHOD.md, Kept for: views and points until the look-again date plus three months (where there is none, the session's
date plus six) unless the group says longer; a head count twelve months; a name until its action is done plus three.
"""

from __future__ import annotations

import calendar
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from elephants.sessions.activity import AGREED, CLOSED
from elephants.sessions.base import Refused, leaves_no_trace, no_way_back, number_of, past_live_objects
from elephants.sessions.forgetting.chain import Key, let_go, lines_of
from elephants.sessions.forgetting.kept_words import connection_of, tables
from elephants.sessions.learning.learned import POINTS
from elephants.sessions.record.parts import FACTS, OWNER, WORDS
from elephants.sessions.space import Home, Space
from elephants.words import tr

AFTER_LOOKING, AFTER_SESSION, HEAD_COUNT, NAME = 3, 6, 12, 3
"""Months: after the look-again date, after the session where there is none, of a head count, after an action."""

MOST_LONGER = 120
"""Months by which a group can keep its views and points longer."""

VIEWS, SAID, LEARNED, HERE, NAMED = "views", "points", "learned", "here", "name"
"""What is kept for a time: views of a decision, points of an item, points of a learning session, a count, a name."""


@dataclass(frozen=True, repr=False)
class Kept:
    """Some lines that are kept until the same day, under one title; `rows` are what would go."""

    kind: str
    space_id: int
    space: str
    title: str
    day: date
    until: date
    rows: tuple[int, ...]

    def long_enough(self, today: date) -> bool:
        """Tell whether their day is over."""
        return today > self.until


def months_after(day: date, months: int) -> date:
    """Give the same day so many months later; the last day of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def kept_for_a_time(db: Connection) -> list[Kept]:
    """Give all that is kept for a time, the first to go first; changes nothing."""
    found = [*_views(db), *_points(db), *_learned(db), *_counts(db), *_names(db)]
    return sorted(found, key=lambda one: (one.until, one.space, one.day, one.title))


def keep_longer(space: Space, months: int) -> None:
    """Keep the views and points of a space so many months longer, because the group says so; 0 is as it was."""
    space.keep_longer = number_of(months, 0, MOST_LONGER, tr("Give a number of months from 0 to 120."))


@past_live_objects
@leaves_no_trace
@no_way_back
def let_long_enough_go(home: Home, today: date) -> None:
    """Let all go that has been kept long enough; nobody can bring it back. Refuses where there is nothing."""
    db = connection_of(home)
    due = [one for one in kept_for_a_time(db) if one.long_enough(today)]
    if not due:
        raise Refused(tr("Nothing has been kept too long."))
    rows: dict[str, set[int]] = {}
    for one in due:
        rows.setdefault(one.kind, set()).update(one.rows)
    _delete(db, rows)
    now: dict[Key, str] = {}
    gone = {"view": rows.get(VIEWS, ()), "point": rows.get(SAID, ()), "learned": rows.get(LEARNED, ())}
    for line in lines_of(db, WORDS):
        key = (line.thing, line.row, line.part)
        if line.row in gone.get(line.thing, ()):
            now[key] = ""
        elif line.thing == "session" and line.part == FACTS and line.row in rows.get(HERE, ()):
            now[key] = _uncounted(now.get(key) or line.words)
        elif line.thing == "action" and line.part == OWNER and line.row in rows.get(NAMED, ()):
            now[key] = tr("One of us")
    let_go(db, today, now)


# -- letting go --------------------------------------------------------------------------------------------------


def _delete(db: Connection, rows: dict[str, set[int]]) -> None:
    for kind, name in ((VIEWS, "view"), (SAID, "point"), (LEARNED, "learned")):
        table = tables()[name]
        for some in _some(rows.get(kind, set())):
            db.execute(delete(table).where(table.c.id.in_(some)))
    session, action, person = tables()["session"], tables()["action"], tables()["person"]
    for some in _some(rows.get(HERE, set())):
        db.execute(update(session).where(session.c.id.in_(some)).values(here=None, most_here=None))
    for some in _some(rows.get(NAMED, set())):
        db.execute(update(action).where(action.c.id.in_(some)).values(person_id=None, who=tr("One of us")))
    held = select(action.c.person_id).where(action.c.person_id.is_not(None))
    if rows.get(NAMED):
        db.execute(delete(person).where(person.c.id.not_in(held)))


def _some(rows: set[int]) -> Iterator[list[int]]:
    listed = sorted(rows)
    yield from (listed[at : at + 500] for at in range(0, len(listed), 500))


def _uncounted(facts: str) -> str:
    kept: dict[str, Any] = json.loads(facts)
    return json.dumps({**kept, "here": None, "most_here": None}, ensure_ascii=False)


# -- looking -----------------------------------------------------------------------------------------------------


def _until(looked: date | None, held: date, longer: int) -> date:
    months = AFTER_LOOKING if looked is not None else AFTER_SESSION
    return months_after(looked or held, months + longer)


def _views(db: Connection) -> Iterator[Kept]:
    view, decision = tables()["view"], tables()["decision"]
    session, space = tables()["session"], tables()["space"]
    looked = func.coalesce(decision.c.next_look, decision.c.look_again)
    query = (
        select(decision.c.title, decision.c.question, looked, func.group_concat(view.c.id), *_where(session, space))
        .join(decision, view.c.decision_id == decision.c.id)
        .join(session, decision.c.session_id == session.c.id)
        .join(space, session.c.space_id == space.c.id)
        .where(session.c.state.in_((CLOSED, AGREED))).group_by(decision.c.id)
    )  # fmt: skip
    for title, question, look, rows, held, key, name, longer in db.execute(query):
        yield Kept(VIEWS, key, name, title or question, held, _until(_day(look), held, longer), _ids(rows))


def _points(db: Connection) -> Iterator[Kept]:
    point, item, decision = tables()["point"], tables()["agenda_item"], tables()["decision"]
    session, space = tables()["session"], tables()["space"]
    looked = func.max(func.coalesce(decision.c.next_look, decision.c.look_again))
    query = (
        select(item.c.title, looked, func.group_concat(point.c.id.distinct()), *_where(session, space))
        .join(item, point.c.item_id == item.c.id)
        .join(session, item.c.session_id == session.c.id)
        .join(space, session.c.space_id == space.c.id)
        .outerjoin(decision, decision.c.item_id == item.c.id)
        .where(session.c.state.in_((CLOSED, AGREED))).group_by(item.c.id)
    )  # fmt: skip
    for title, look, rows, held, key, name, longer in db.execute(query):
        yield Kept(SAID, key, name, title, held, _until(_day(look), held, longer), _ids(rows))


def _learned(db: Connection) -> Iterator[Kept]:
    learned, session, space = tables()["learned"], tables()["session"], tables()["space"]
    query = (
        select(func.group_concat(learned.c.id), *_where(session, space))
        .join(session, learned.c.session_id == session.c.id)
        .join(space, session.c.space_id == space.c.id)
        .where(session.c.state.in_((CLOSED, AGREED)), learned.c.kind.in_(POINTS)).group_by(session.c.id)
    )  # fmt: skip
    for rows, held, key, name, longer in db.execute(query):
        yield Kept(LEARNED, key, name, tr("What we learned"), held, _until(None, held, longer), _ids(rows))


def _counts(db: Connection) -> Iterator[Kept]:
    session, space = tables()["session"], tables()["space"]
    query = (
        select(session.c.id, *_where(session, space)).join(space, session.c.space_id == space.c.id)
        .where(session.c.state.in_((CLOSED, AGREED)))
        .where(session.c.here.is_not(None) | session.c.most_here.is_not(None))
    )  # fmt: skip
    for row, held, key, name, _ in db.execute(query):
        yield Kept(HERE, key, name, tr("How many were here"), held, months_after(held, HEAD_COUNT), (row,))


def _names(db: Connection) -> Iterator[Kept]:
    action, answer, session, space = tables()["action"], tables()["update"], tables()["session"], tables()["space"]
    said = session.alias()
    query = (
        select(action.c.id, action.c.text, func.max(said.c.date), action.c.by, *_where(session, space))
        .join(session, action.c.session_id == session.c.id)
        .join(space, session.c.space_id == space.c.id)
        .outerjoin(answer, answer.c.action_id == action.c.id)
        .outerjoin(said, answer.c.session_id == said.c.id)
        .where(action.c.person_id.is_not(None), action.c.state.in_(("done", "let go"))).group_by(action.c.id)
    )  # fmt: skip
    for row, text, ended, by, held, key, name, _ in db.execute(query):
        done = _day(ended) or by or held
        yield Kept(NAMED, key, name, text, done, months_after(done, NAME), (row,))


def _where(session: Any, space: Any) -> tuple[Any, ...]:
    return session.c.date, space.c.id, space.c.name, space.c.keep_longer


def _day(said: Any) -> date | None:
    """Give a day that came out of a function of the database, which gives its letters."""
    return said if said is None or isinstance(said, date) else date.fromisoformat(str(said))


def _ids(rows: str) -> tuple[int, ...]:
    return tuple(int(one) for one in str(rows).split(","))
