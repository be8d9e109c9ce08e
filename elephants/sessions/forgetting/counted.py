"""How much is kept of one group, by kind, and until when: counts only, no word and no name of anybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from elephants.sessions.forgetting.kept_words import tables, with_its_space
from elephants.sessions.forgetting.long_enough import HERE, LEARNED, SAID, VIEWS, kept_for_a_time
from elephants.words import mark

AS_LONG = mark("As long as the group wants")
FOR_A_TIME = (
    (VIEWS, mark("Views, unsigned")),
    (SAID, mark("Points that were kept of an agenda")),
    (LEARNED, mark("Points of learning sessions")),
    (HERE, mark("How many were here, a number for each session")),
)
"""What is kept for a time, in the words people read."""

FOR_LONG = (
    ("session", mark("Sessions: when, where, the run sheet, the facilitator's own notes")),
    ("agenda_item", mark("Things that were on an agenda, or wait for one")),
    ("decision", mark("Decisions")),
    ("need", mark("Needs, and what became of them")),
    ("action", mark("Things to be done, and what became of them")),
    ("update", mark("Answers to what happened since")),
    ("learned", mark("What we see, what we try next, who else should hear")),
    ("learning_slip", mark("Slips that wait for a learning session")),
    ("agreement_line", mark("Lines of our working agreement")),
    ("question_had", mark("Questions we were asked, never an answer")),
    ("theme", mark("Themes that were put on decisions")),
    ("question_retired", mark("Questions that we do not want to be asked")),
    ("deck", mark("Our own card decks")),
    ("version", mark("Versions of agreed records")),
    ("brought", mark("Old papers that we brought in")),
)
"""What is kept as long as the group, by table."""


@dataclass(frozen=True)
class Counted:
    """One kind of what is kept: how much of it, and the last day of it; without one, `stays` says how long."""

    words: str
    n: int
    until: date | None = None
    stays: str = AS_LONG


def counted(db: Connection, space_id: int) -> list[Counted]:
    """Count what is kept of a space; a kind of which nothing is kept is left out."""
    return [one for one in (*_for_a_time(db, space_id), *_for_long(db, space_id)) if one.n]


def longer_kept(db: Connection, space_id: int) -> int:
    """Give the months by which a space keeps its views and points longer."""
    space = tables()["space"]
    return db.scalar(select(space.c.keep_longer).where(space.c.id == space_id)) or 0


def _for_a_time(db: Connection, space_id: int) -> Iterator[Counted]:
    kept = [one for one in kept_for_a_time(db) if one.space_id == space_id]
    for kind, words in FOR_A_TIME:
        of_it = [one for one in kept if one.kind == kind]
        yield Counted(words, sum(len(one.rows) for one in of_it), max((one.until for one in of_it), default=None))


def _for_long(db: Connection, space_id: int) -> Iterator[Counted]:
    person = tables()["person"]
    names = db.scalar(select(func.count(person.c.id)).where(person.c.space_id == space_id)) or 0
    yield Counted(mark("Names we want to be called"), names, stays=mark("Until the work is done, and 3 months more"))
    points = sum(len(one.rows) for one in kept_for_a_time(db) if (one.kind, one.space_id) == (LEARNED, space_id))
    for name, words in FOR_LONG:
        table = tables()[name]
        joined, _ = with_its_space(table)
        of_it = select(func.count(table.c.id)).select_from(joined).where(tables()["space"].c.id == space_id)
        yield Counted(words, (db.scalar(of_it) or 0) - (points if name == "learned" else 0))
