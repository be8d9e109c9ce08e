"""Looks through a whole record before it goes to paper: which lines to look at, and how old a reader has to be."""

from __future__ import annotations

from dataclasses import dataclass

from elephants.sessions.base import Refused
from elephants.sessions.record.readlines import ReadLine, lines
from elephants.sessions.record.striking import change
from elephants.sessions.session import Session
from elephants.sessions.wordcheck.age import reading_age
from elephants.sessions.wordcheck.remarks import Remark, remarks
from elephants.words import tr

_OUR_OWN = frozenset(("answer", "worry", "owner"))
"""Parts that hold our own sentences, or a name that somebody chose to give (METHOD.md, promise 7)."""


@dataclass(frozen=True)
class Look:
    """A line of the record with what may be worth another word; the room says *keep* or *change it*."""

    line: ReadLine
    remarks: tuple[Remark, ...]


def read(session: Session) -> list[ReadLine]:
    """Give the lines that are looked through: the room's own words, and nobody's name that was given by choice."""
    return [line for line in lines(session) if line.part not in _OUR_OWN]


def looks(session: Session) -> list[Look]:
    """Give the lines to look at, in the order they are read back; empty when all is plain."""
    people = names(session)
    found = (Look(line, tuple(remarks(line.words, people))) for line in read(session))
    return [look for look in found if look.remarks]


def names(session: Session) -> list[str]:
    """Give the first names of this space, which are looked for whatever they are."""
    return [person.name for person in session.space.people]


def age(session: Session) -> int | None:
    """Give the reading age of the room's own words, in years; nothing where there are too few."""
    return reading_age(line.words for line in read(session))


def reword(session: Session, line: ReadLine, words: str) -> None:
    """Write a line of a draft in other words, as in the read-back; refuses what that refuses.

    Of a record that is agreed `record.correct` does it.
    """
    if session.is_agreed():
        raise Refused(tr("The room has agreed this record. It can be corrected or taken out later."))
    change(line, words)
