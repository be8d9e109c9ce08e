"""Composes the agenda that is sent in advance: one easy-read page with a line to write on (METHOD.md, Agenda)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from elephants.paper.document import (
    Block,
    Boxed,
    Document,
    Heading,
    Line,
    Lines,
    PictureRow,
    Text,
    Words,
    quiet,
    strong,
)
from elephants.paper.phrases import footer, joined, sentence
from elephants.paper.timing import break_words
from elephants.pictures.library import choose
from elephants.sessions.again import coming_back, taken_along, waiting_words, why_again
from elephants.sessions.agenda.item import AgendaItem
from elephants.sessions.decision import Decision
from elephants.sessions.session import Session
from elephants.sessions.terms import OPENNESS, PURPOSES
from elephants.sessions.timeleft import begins, ends
from elephants.words import clock_words, day_words, tr

_WITH_WHY = 8
"""Of so many items it is told why one is there again; with more of them the page would not hold them."""
_WITH_PICTURES = 5
"""So many items have a row with a picture each; more of them are a list, so that they stand on one page."""


def agenda(session: Session) -> Document:
    """Make the agenda of a session in any state: of one that is planned, what people have asked for so far.

    It names nobody, and holds nothing that is for the facilitator.
    """
    return Document(
        title=tr("We meet on\n{day}", day=day_words(session.date)),
        space=session.space.name,
        kind=tr("Agenda"),
        footer=footer(session),
        blocks=tuple(_blocks(session)),
        look="outcome",
        sides=1,
    )


def asked_for(session: Session) -> Sequence[AgendaItem]:
    """Give the items of a session; of one that was not opened yet, those that wait for it."""
    return session.items if session.started else taken_along(session)


def purpose_words(item: AgendaItem) -> str:
    """Say what an item is for, and of a decision how open it is."""
    openness = tr(OPENNESS[item.openness]) if item.openness else ""
    return joined(tr(PURPOSES[item.purpose]), openness)


def _blocks(session: Session) -> Iterator[Block]:
    yield _when(session)
    if session.place or session.food:
        where = strong(session.place) if session.place else ""
        food = tr("Food: {food}", food=sentence(session.food)) if session.food else ""
        yield _row(choose(session.place or session.food, "next"), where, food)
    yield Heading(tr("What we talk about"))
    yield from _items(_told(session))
    if waits := waiting_words(session):
        yield Text(quiet(waits))
    yield Heading(tr("What we write down, and who sees it"))
    yield _row(
        "pencil",
        tr("We write down what we think and what we decide. We never write who said it."),
        tr("At the end we read it out. You can change it or take it out. Then all of us may see it."),
        session.space.privacy_line,
    )
    yield _your_item(session)


def _when(session: Session) -> Block:
    start, end = clock_words(begins(session).time()), clock_words(ends(session).time())
    if breaks := break_words(session):
        pauses = tr("Break: {times}.", times=tr(" and ").join(breaks))
    else:
        pauses = tr("We take a break when one of us needs one.")
    return _row("clock", strong(tr("We begin at {start}. We end at {end}.", start=start, end=end)), pauses)


def _told(session: Session) -> list[tuple[str, str]]:
    """What we talk about, each with what it is for; before the session opens also what comes back by itself."""
    asked, again = asked_for(session), coming_back(session) if not session.started else []
    short = len(asked) + len(again) > _WITH_WHY
    told = [(item.title, joined(purpose_words(item), _why(item.again, session.date, short=short))) for item in asked]
    return told + [(one.title or one.question, _why(one, session.date, short=short)) for one in again]


def _why(again: Decision | None, day: date, *, short: bool) -> str:
    """Say why a decision is there again; "" for what is no such thing."""
    if again is None:
        return ""
    return tr("Here again.") if short else why_again(again, day)


def _items(told: Sequence[tuple[str, str]]) -> Iterator[Block]:
    if not told:
        yield _row("chat", tr("Nothing is on the list yet. What do you want to talk about?"))
    elif len(told) > _WITH_PICTURES:
        yield Lines(tuple(Line(sentence(title), about) for title, about in told))
    else:
        for title, about in told:
            yield _row(choose(title, "talked"), strong(sentence(title)), about)


def _row(picture: str, *words: Words) -> Block:
    return PictureRow(picture, tuple(part for part in words if part))


def _your_item(session: Session) -> Block:
    """The line to write on, and how else to add something (METHOD.md: a blank line "Your item")."""
    contact = session.space.contact
    how = [tr("What do you want to talk about? Write it here and bring it, or just say it.")]
    if contact:
        how.append(tr("To add it before we meet, ask: {contact}", contact=sentence(contact)))
    return Boxed(tr("Your item"), tuple(how), lines=1)
