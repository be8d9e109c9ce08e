"""Forgetting a session with everything of it: what goes and what stays is said line by line beforehand.

Its rows go, and what later sessions answered about them. Of its agreed record stay the days and the commitments, with
no word, so that the chain of the space still holds. What was carried over stays: it belongs to the next agenda.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, case, delete, select, update

from elephants.sessions.activity import RUNNING
from elephants.sessions.base import Base, Refused, leaves_no_trace, no_way_back, past_live_objects
from elephants.sessions.forgetting.chain import let_all_go, let_go, lines_of
from elephants.sessions.forgetting.kept_words import connection_of, tables
from elephants.sessions.forgetting.replaced import left_by, let_stand, take_over
from elephants.sessions.record.parts import WORDS
from elephants.sessions.space import Space
from elephants.words import day_words, tr, trn

Rows = dict[str, set[int]]
"""Rows of the store, by table."""

_GO_TOO = {("agenda_item", "session_id"), ("update", "action_id"), ("update", "need_id"), ("update", "decision_id")}
"""Links that may be empty, and whose rows still say nothing without what they point to."""


@dataclass(frozen=True, repr=False)
class GoesAndStays:
    """What would go and what would stay, each in one plain line."""

    goes: tuple[str, ...]
    stays: tuple[str, ...]


@dataclass(frozen=True, repr=False)
class Held:
    """A session to choose from."""

    id: int
    space_id: int
    space: str
    day: date
    template: str


def what_goes(db: Connection, session_id: int) -> GoesAndStays:
    """Say what would go with a session and what would stay; changes nothing. Refuses one that is not there."""
    rows = rows_of(db, _of(db, session_id)["id"])
    return GoesAndStays(tuple(_goes(db, rows, session_id)), tuple(_stays(db, rows, session_id)))


def sessions_kept(db: Connection) -> list[Held]:
    """Give every session there is, the newest first: the desk holds only the latest."""
    session, space = tables()["session"], tables()["space"]
    query = select(session.c.id, space.c.id, space.c.name, session.c.date, session.c.template).join(space)
    return [Held(*row) for row in db.execute(query.order_by(session.c.date.desc(), session.c.id.desc()))]


@past_live_objects
@leaves_no_trace
@no_way_back
def forget_session(space: Space, session_id: int, today: date) -> None:
    """Let a session go with everything of it; nobody can bring it back.

    Refuses while a session of the space is open, and one of another space.
    """
    db, session = connection_of(space), tables()["session"]
    row = _of(db, session_id)
    if row["space_id"] != space.id:
        raise Refused(tr("This session belongs to another space."))
    if db.scalar(select(session.c.id).where(session.c.space_id == space.id, session.c.state == RUNNING)) is not None:
        raise Refused(tr("A session of this space is open. Close it first."))
    _forget_questions(db, space.id, session_id)
    rows = rows_of(db, session_id)
    _let_go_elsewhere(db, rows, session_id, today)
    left = left_by(db, rows.get("decision", ()))
    let_stand(db, left, rows.get("agenda_item", ()))
    let_all_go(db, space.id, session_id, today)
    _cut_links(db, rows)
    for table in reversed(Base.metadata.sorted_tables):
        if found := rows.get(table.name):
            db.execute(delete(table).where(table.c.id.in_(found)))
    take_over(db, left)
    _forget_beside(db, space.id, row["date"])


# -- which rows --------------------------------------------------------------------------------------------------


def rows_of(db: Connection, session_id: int) -> Rows:
    """Find every row that goes with a session: what belongs to it, and what says nothing without it."""
    rows: Rows = {"session": {session_id}}
    new: Rows = dict(rows)
    while new:
        more: Rows = {}
        for table, column, above in _links():
            if above.name not in new or not _goes_along(table, column):
                continue
            query = select(table.c.id).where(column.in_(new[above.name]))
            found = set(db.scalars(query)) - rows.get(table.name, set())
            if found:
                more.setdefault(table.name, set()).update(found)
                rows.setdefault(table.name, set()).update(found)
        new = more
    if brings_back := set(db.scalars(_only_bring_back(rows))):
        rows.setdefault("agenda_item", set()).update(brings_back)
    return rows


def _only_bring_back(rows: Rows) -> Select[Any]:
    """Ask for the items that wait for an agenda only because a decision that goes came back, and say its words.

    What the room worded otherwise, carried over or wrote something for stays: it is theirs by now.
    """
    item, decision = tables()["agenda_item"], tables()["decision"]
    title = case((decision.c.title != "", decision.c.title), else_=decision.c.question)
    asked = select(item.c.id).join(decision, item.c.again_id == decision.c.id)
    asked = asked.where(decision.c.id.in_(rows.get("decision", ())), item.c.title == title)
    asked = asked.where(item.c.session_id.is_(None), item.c.closed.is_(None), item.c.carried_from_id.is_(None))
    for written in ("point", "action"):
        asked = asked.where(item.c.id.not_in(_written_for(tables()[written].c.item_id)))
    return asked.where(item.c.id.not_in(_written_for(decision.c.item_id)))


def _written_for(item_id: Column[Any]) -> Select[Any]:
    return select(item_id).where(item_id.is_not(None))


def _links() -> Iterator[tuple[Table, Column[Any], Table]]:
    for table in Base.metadata.sorted_tables:
        if table.name in ("version", "revision"):
            continue
        for column in table.columns:
            for key in column.foreign_keys:
                yield table, column, tables()[key.column.table.name]


def _goes_along(table: Table, column: Column[Any]) -> bool:
    return not column.nullable or (table.name, column.name) in _GO_TOO


def _cut_links(db: Connection, rows: Rows) -> None:
    """Let what stays point to nothing that goes."""
    for table, column, above in _links():
        if above.name in rows and column.nullable:
            db.execute(update(table).where(column.in_(rows[above.name])).values({column.name: None}))


def _let_go_elsewhere(db: Connection, rows: Rows, session_id: int, today: date) -> None:
    """Let what goes with it go from the agreed records of other sessions too, such as an answer to one of its needs."""
    gone = {
        (row.thing, row.row, row.part): "" for row in lines_of(db, WORDS)
        if row.session_id != session_id and row.row in rows.get(row.thing, ())
    }  # fmt: skip
    let_go(db, today, gone)


def _forget_questions(db: Connection, space_id: int, session_id: int) -> None:
    """Forget the group's own questions that only this session asked."""
    activity, session, had = tables()["activity"], tables()["session"], tables()["question_had"]
    query = select(activity.c.session_id, activity.c.settings).join(session).where(session.c.space_id == space_id)
    asked = [(one, text) for one, settings in db.execute(query) for text in settings.get("questions", [])]
    elsewhere = {text for one, text in asked if one != session_id}
    only = {text for one, text in asked if one == session_id} - elsewhere
    db.execute(delete(had).where(had.c.space_id == space_id, had.c.own.is_(True), had.c.text.in_(only)))


def _forget_beside(db: Connection, space_id: int, day: date) -> None:
    """Forget what the session left in its space: names and themes on nothing, a read-back, lines taken out since."""
    person, action, line = tables()["person"], tables()["action"], tables()["agreement_line"]
    held = select(action.c.person_id).where(action.c.person_id.is_not(None))
    db.execute(delete(person).where(person.c.space_id == space_id, person.c.id.not_in(held)))
    db.execute(delete(line).where(line.c.space_id == space_id, line.c.since == day, line.c.until.is_not(None)))
    theme, on = tables()["theme"], tables()["decision_theme"]
    db.execute(delete(theme).where(theme.c.space_id == space_id, theme.c.id.not_in(select(on.c.theme_id))))
    activity, session = tables()["activity"], tables()["session"]
    query = select(activity.c.id, activity.c.settings).join(session).where(session.c.space_id == space_id)
    waits = [one for one, settings in db.execute(query) if settings.get("earlier") == day.isoformat()]
    db.execute(delete(activity).where(activity.c.id.in_(waits)))


# -- in plain words ----------------------------------------------------------------------------------------------


def _of(db: Connection, session_id: int) -> dict[str, Any]:
    session = tables()["session"]
    row = db.execute(select(session).where(session.c.id == session_id)).mappings().one_or_none()
    if row is None:
        raise Refused(tr("There is no such session."))
    return dict(row)


def _goes(db: Connection, rows: Rows, session_id: int) -> Iterator[str]:
    row = _of(db, session_id)
    yield tr("The session of {day}: when, where, how many were here, its run sheet and your notes.",
             day=day_words(row["date"]))  # fmt: skip
    for title, question in _columns(db, rows, "decision", "title", "question"):
        yield tr("The decision “{words}” with its views, its needs and who does what", words=title or question)
    for (title,) in _columns(db, rows, "agenda_item", "title"):
        yield tr("From the agenda: “{words}”, with what was kept of it", words=title)
    for text, state in _columns(db, rows, "action", "text", "state"):
        if state not in ("done", "let go"):
            yield tr("Something that is still to be done: “{words}”", words=text)
    if learned := len(rows.get("learned", ())):
        yield trn("{n} line of what we learned", "{n} lines of what we learned", learned)
    updates = tables()["update"]
    later = select(updates.c.id).where(updates.c.id.in_(rows.get("update", ())), updates.c.session_id != session_id)
    if n := len(db.scalars(later).all()):
        yield trn("{n} answer of a later session about it", "{n} answers of later sessions about it", n)
    if row["state"] == "agreed":
        yield tr("The agreed record, in all its versions. Its papers can no longer be checked.")


def _columns(db: Connection, rows: Rows, name: str, *columns: str) -> Iterator[tuple[str, ...]]:
    table = tables()[name]
    query = select(*(table.c[one] for one in columns)).where(table.c.id.in_(rows.get(name, ()))).order_by(table.c.id)
    yield from (tuple(row) for row in db.execute(query))


def _stays(db: Connection, rows: Rows, session_id: int) -> Iterator[str]:
    row = _of(db, session_id)
    item, line = tables()["agenda_item"], tables()["agreement_line"]
    carried = select(item.c.title).where(item.c.carried_from_id.in_(rows.get("agenda_item", ())))
    for title in db.scalars(carried.where(item.c.id.not_in(rows.get("agenda_item", ())))):
        yield tr("On a later agenda, where it was carried over: “{words}”", words=title)
    decision, gone = tables()["decision"], rows.get("decision", ())
    again = select(item.c.title).where(item.c.again_id.in_(gone), item.c.id.not_in(rows.get("agenda_item", ())))
    for title in db.scalars(again):
        yield tr("On an agenda, to look at the decision again: “{words}”", words=title)
    later = select(decision.c.title, decision.c.question).where(decision.c.replaces_id.in_(gone))
    for title, question in db.execute(later.where(decision.c.id.not_in(gone))):
        yield tr("A later decision, which took its place: “{words}”", words=title or question)
    left = left_by(db, gone)
    older = select(decision.c.title, decision.c.question, decision.c.id)
    for title, question, number in db.execute(older.where(decision.c.id.in_(left.stands | left.open))):
        words = title or question
        yield (tr("A decision before it, which stands again: “{words}”", words=words) if number in left.stands else
               tr("What was not decided before it, which is open again: “{words}”", words=words))  # fmt: skip
    since = select(line.c.text).where(line.c.space_id == row["space_id"], line.c.since == row["date"])
    for text in db.scalars(since.where(line.c.until.is_(None))):
        yield tr("In our working agreement: “{words}”", words=text)
    if row["state"] == "agreed":
        yield tr("That a record was agreed, and on which day; none of its words")
    yield tr("What other sessions wrote themselves, and papers, sticks and copies that are elsewhere")
