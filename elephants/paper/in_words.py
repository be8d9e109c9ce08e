"""Tells the papers that are drawn (cards, badges, ballot slips, signals) in words, for a browser or an editor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elephants.paper.ballots import BLANK
from elephants.paper.document import Block, Boxed, Document, Heading, Line, Lines, PictureRow, Text, strong
from elephants.sessions.deciding.result import LETTERS
from elephants.sessions.decision import Decision
from elephants.sessions.decks.deck import EASY, Deck
from elephants.sessions.sensing.templates import TEMPLATES
from elephants.words import tr


def cards_in_words(deck: Deck, space: str, language: str = "en") -> Document:
    """Give the prompts of a deck, shelf by shelf."""
    easy = tuple(Line(card.prompt(language)) for card in deck.cards if card.shelf == EASY)
    more = tuple(Line(card.prompt(language)) for card in deck.cards if card.shelf != EASY)
    blocks: list[Block] = []
    for title, lines in ((tr("Easy"), easy), (tr("A bit more"), more)):
        if lines:
            blocks += [Heading(title), Lines(lines)]
    return _paper(
        deck.name(language), space, tr("Story cards"), blocks or [Text(tr("There is no card in this deck yet."))]
    )


def badges_in_words(names: Sequence[str], space: str) -> Document:
    """Give the names people want to be called, or a badge to write on."""
    shown = tuple(Line(name) for name in names if name.strip())
    blank = Boxed(tr("Please call me"), (), lines=1)
    return _paper(tr("Name badges"), space, tr("Name badges"), [Lines(shown)] if shown else [blank])


def ballot_in_words(decision: Decision | None, space: str) -> Document:
    """Give a question with its options and *I'm not sure*; a blank slip has A to C."""
    texts = [one.text for one in decision.options] if decision is not None else [""] * BLANK
    options = (tr("{letter}: {option}", letter=a, option=b or "…") for a, b in zip(LETTERS, texts, strict=False))
    listed = Lines((*(Line(option) for option in options), Line(tr("I'm not sure"))))
    question = decision.question if decision is not None else tr("Ballot slip")
    return _paper(question, space, tr("Ballot slips"), [Text(tr("Mark one, or none to pass.")), listed])


def signals_in_words(space: str) -> Document:
    """Give the three cards: what stands on each, and what it asks of all of us."""
    return _paper(tr("Go on, slow down, stop"), space, tr("Cards"), _signals())


def _signals() -> Iterator[Block]:
    for offer in TEMPLATES["temperature"].offers:
        yield PictureRow("", (strong(tr(offer.words)), tr(offer.meaning)))


def _paper(title: str, space: str, kind: str, blocks: Sequence[Block] | Iterator[Block]) -> Document:
    return Document(title=title, space=space, kind=kind, footer=space, blocks=tuple(blocks))
