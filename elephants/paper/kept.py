"""Composes *what is kept about us*: what the app keeps of a group, how much, until when, how to have it taken out.

There is no name in it and no word that was said, so it may hang on the wall.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from elephants.paper.document import Block, Column, Document, Heading, Line, Lines, Table, Text, quiet, strong
from elephants.sessions.forgetting.counted import Counted
from elephants.sessions.forgetting.telling import rules
from elephants.words import day_words, tr, trn

LETTERS = 14
"""In points: for everybody who reads with us."""


def kept(space: str, counted: Sequence[Counted], longer: int, today: date) -> Document:
    """Make the paper of a space on a day; `longer` are the months by which it keeps its views and points longer."""
    return Document(
        title=tr("What is kept about us"),
        space=space,
        kind=tr("What is kept"),
        footer=tr("{space}, {day}", space=space, day=day_words(today)),
        blocks=tuple(_blocks(counted, longer)),
        subtitle=tr("As it is on {day}.", day=day_words(today)),
        size=LETTERS,
    )


def _blocks(counted: Sequence[Counted], longer: int) -> Iterator[Block]:
    yield Text(
        tr("This group writes down what it decides, and how it came to it. It is kept in one file on one computer, "
           "with safety copies of it: beside it, and on a stick or in another folder where somebody chose that. There "
           "is no account, and nothing goes over the internet."),
        lead=True,
    )  # fmt: skip
    yield Heading(tr("What is kept, and how much"))
    yield _table(counted) if counted else Text(quiet(tr("Nothing is kept yet.")))
    yield Heading(tr("Until when"))
    yield Lines(tuple(Line(words) for words in (*rules(), *_longer(longer))))
    yield Text(tr("Nothing goes by itself: the app says when something was kept long enough, and somebody says yes."))
    yield Heading(tr("What is never kept"))
    yield Lines(tuple(Line(words) for words in _never()))
    yield Heading(tr("How to have something taken out"))
    yield Lines(tuple(Line(words) for words in _how()))
    yield Text(
        tr("It goes from the file, from the search and from the copies this app made. It cannot reach papers, sticks "
           "and copies that are somewhere else. Ask for those too.")
    )  # fmt: skip


def _table(counted: Sequence[Counted]) -> Table:
    head = (strong(tr("What")), strong(tr("Until")), strong(tr("How much")))
    rows = tuple(
        (tr(one.words), day_words(one.until) if one.until is not None else tr(one.stays), str(one.n)) for one in counted
    )
    return Table((Column(0.47, heads=True), Column(0.38), Column(0.15, right=True)), rows, ruled=True, header=head)


def _longer(months: int) -> Iterator[str]:
    if months:
        yield trn("We said that our views and points stay {n} month longer.",
                  "We said that our views and points stay {n} months longer.", months)  # fmt: skip


def _never() -> tuple[str, ...]:
    return (
        tr("Who said something, who asked for something, and who was here."),
        tr("What somebody told in a story or in a check-in."),
        tr("Who chose what. A ballot is written nowhere."),
        tr("Surnames, addresses, numbers, and why somebody comes."),
        tr("Marks, ranks or notes about a person."),
    )


def _how() -> tuple[str, ...]:
    return (
        tr("Say it to whoever has the computer, in the room or between sessions. You need no reason."),
        tr("A line: it is struck when the record is read back, or taken out later."),
        tr("Your name: it goes wherever the app wrote it. Lines that hold it are looked at one by one."),
        tr("A whole session: everything of it goes."),
    )
