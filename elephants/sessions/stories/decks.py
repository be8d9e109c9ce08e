"""A group's own decks: brought in from a file or made by hand, kept with the space, struck when the group says so."""

from __future__ import annotations

import functools
import json
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elephants.sessions.base import Base, Refused, Travels, blank, optional, tidy, words_of
from elephants.sessions.decks.deck import EASY, LONGEST_PROMPT, MOST_CARDS, SHELVES, Card, Deck
from elephants.sessions.decks.rows import alike, language_of
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.sessions.space import Space

MOST_DECKS = 20
"""A space has so many decks of its own: every one is read whenever a session opens."""


class OwnDeck(Travels, Base):
    """One deck of a group, with all its cards in one text: a deck is read, undone and struck as a whole or a card.

    `came_as` is the name it had in its file, so that the file is known again after the group renamed the deck.
    """

    __tablename__ = "deck"

    space_id: Mapped[int] = mapped_column(ForeignKey("space.id"), index=True)
    title: Mapped[str]
    came_as: Mapped[str] = mapped_column(default="")
    licence: Mapped[str] = mapped_column(default="")
    cards: Mapped[str] = mapped_column(default="[]")

    space: Mapped[Space] = relationship(back_populates="decks", lazy="raise_on_sql")

    @property
    def deck(self) -> Deck:
        """The deck as it lies on the table; the same object for as long as nothing in it changes."""
        return _deck(self.title, self.licence, self.cards)

    def rename(self, title: str) -> None:
        """Call the deck something else; refuses a name that is blank, too long or another deck's."""
        self.title = free_title(self.space, title, besides=self)

    def add_card(self, words: str, language: str = "en", shelf: str = EASY, picture: str = "") -> str:
        """Add a card and give its id; refuses a blank or very long prompt, one that is there already, one too many."""
        words = _prompt(words)
        cards = self.deck.cards
        if len(cards) >= MOST_CARDS:
            raise Refused(tr("There are {most} cards in this deck. That is the most.", most=MOST_CARDS))
        self._new_words(words)
        card = Card(uuid4().hex, _shelf(shelf), optional(picture, "title"), {language_of(language): words})
        self._keep((*cards, card))
        return card.id

    def reword(self, card_id: str, words: str, language: str = "en") -> None:
        """Say the prompt of a card otherwise, in one of its languages or in a new one; refuses as a new card does."""
        words, card = _prompt(words), self.card(card_id)
        self._new_words(words, besides=card_id)
        self._change(replace(card, text={**card.text, language_of(language): words}))

    def put_on(self, card_id: str, shelf: str) -> None:
        """Lay a card on the shelf *easy* or *a bit more*."""
        self._change(replace(self.card(card_id), shelf=_shelf(shelf)))

    def picture(self, card_id: str, name: str) -> None:
        """Give a card a picture of the library by its name; with none, one is found by its words."""
        self._change(replace(self.card(card_id), picture=optional(name, "title")))

    def take_out(self, card_id: str) -> None:
        """Strike a card: it is gone (METHOD.md, Struck means gone)."""
        gone = self.card(card_id)
        self._keep(tuple(card for card in self.deck.cards if card is not gone))

    def card(self, card_id: str) -> Card:
        """Give a card by its id; refuses one that is gone."""
        found = next((card for card in self.deck.cards if card.id == card_id), None)
        if found is None:
            raise Refused(tr("This card is not in the deck any more."))
        return found

    def join(self, deck: Deck) -> tuple[int, int]:
        """Take the cards of a file: how many were new, and how many were there already.

        A card is there already when its id is, or its words in any language. The group's own words, shelf and
        picture stay; a language that its card lacked is added to it.
        """
        cards = {card.id: card for card in self.deck.cards}
        words = {alike(text): card.id for card in cards.values() for text in card.text.values()}
        new = 0
        for card in deck.cards:
            known = (
                card.id
                if card.id in cards
                else next((words[alike(t)] for t in card.text.values() if alike(t) in words), "")
            )
            if known:
                cards[known] = replace(cards[known], text={**card.text, **cards[known].text})
            else:
                cards[card.id] = card
                words.update((alike(text), card.id) for text in card.text.values())
                new += 1
        if len(cards) > MOST_CARDS:
            raise Refused(tr("That would be {n} cards. {most} is the most in one deck.", n=len(cards), most=MOST_CARDS))
        self._keep(tuple(cards.values()))
        return new, len(deck.cards) - new

    def _new_words(self, words: str, besides: str = "") -> None:
        said = alike(words)
        if any(alike(text) == said for card in self.deck.cards if card.id != besides for text in card.text.values()):
            raise Refused(tr("There is a card with these words already."))

    def _change(self, changed: Card) -> None:
        self._keep(tuple(changed if card.id == changed.id else card for card in self.deck.cards))

    def _keep(self, cards: tuple[Card, ...]) -> None:
        rows = [[card.id, card.shelf, card.picture, card.text] for card in cards]
        self.cards = json.dumps(rows, ensure_ascii=False)


def free_title(space: Space, title: str, besides: OwnDeck | None = None) -> str:
    """Take a name for a deck; refuses one that is blank, too long or another deck's."""
    title = words_of(title.strip(), "space", empty=tr("Give the deck a name, such as Our cards."))
    if any(one.title.casefold() == title.casefold() for one in space.decks if one is not besides):
        raise Refused(tr("There is a deck with this name already. Choose another name."))
    return title


def begin_deck(space: Space, title: str) -> UUID:
    """Begin a deck by hand, without a card yet; refuses as a renamed one does, and more than 20 decks."""
    return _begun(space, free_title(space, title)).uid


def bring_in(space: Space, deck: Deck) -> tuple[UUID, int, int]:
    """Bring in the deck of a file: its uid here, how many cards were new and how many were there already.

    The same file again finds the deck it made, whatever the group calls it now (issue 4: twice gives no doubles).
    """
    name = tidy(deck.name()).strip()[:60] or tr("Our cards")
    own = next((one for one in space.decks if name.casefold() in (one.came_as.casefold(), one.title.casefold())), None)
    if own is None:
        own = _begun(space, name)
        own.licence = tidy(deck.licence)[:300]
    own.came_as = own.came_as or name
    return own.uid, *own.join(deck)


def remove_deck(space: Space, own: OwnDeck) -> None:
    """Strike a deck with all its cards."""
    space.decks.remove(own)


def _begun(space: Space, title: str) -> OwnDeck:
    if len(space.decks) >= MOST_DECKS:
        raise Refused(tr("There are {n} decks. That is the most. Remove one first.", n=MOST_DECKS))
    own = OwnDeck(uid=uuid4(), title=title, came_as="", licence="", cards="[]")
    space.decks.append(own)
    return own


def _prompt(words: str) -> str:
    words = tidy(words).strip()
    if blank(words):
        raise Refused(tr("Write the words of the card, or take it out."))
    if len(words) > LONGEST_PROMPT:
        raise Refused(
            tr("That is {n} letters and signs. There is room for {limit}. Make it shorter.",
               n=len(words), limit=LONGEST_PROMPT)
        )  # fmt: skip
    return words


def _shelf(shelf: str) -> str:
    if shelf not in SHELVES:
        raise Refused(tr("A card lies on the shelf easy or on the shelf a bit more."))
    return shelf


@functools.lru_cache(maxsize=2 * MOST_DECKS)
def _deck(title: str, licence: str, cards: str) -> Deck:
    rows: list[tuple[str, str, str, dict[str, str]]] = json.loads(cards)
    return Deck({"en": title}, licence, tuple(Card(*row) for row in rows))
