"""Looks through a whole record before it goes to paper: which lines to look at, and how old a reader has to be."""

from __future__ import annotations

from dataclasses import dataclass

from elephants.sessions.readlines import ReadLine, lines
from elephants.sessions.session import Session
from elephants.sessions.wordcheck.age import reading_age
from elephants.sessions.wordcheck.remarks import Remark, remarks

_OUR_OWN = frozenset(("answer", "worry", "owner"))
"""Parts that hold our own sentences, or a name that somebody chose to give (METHOD.md, promise 7)."""


@dataclass(frozen=True)
class Look:
    """A line of the record with what may be worth another word; the room says *keep* or *change it*."""

    line: ReadLine
    remarks: tuple[Remark, ...]


def looks(session: Session) -> list[Look]:
    """Give the lines to look at, in the order they are read back; empty when all is plain."""
    people = [person.name for person in session.space.people]
    found = (Look(line, tuple(remarks(line.words, people))) for line in lines(session) if line.part not in _OUR_OWN)
    return [look for look in found if look.remarks]


def age(session: Session) -> int | None:
    """Give the reading age of the room's own words, in years; nothing where there are too few."""
    return reading_age(line.words for line in lines(session) if line.part not in _OUR_OWN)
