"""The cards on the table: a thing of the moment, in memory only and never written (METHOD.md, More than One Story)."""

from __future__ import annotations

import random
from collections.abc import Hashable, Mapping

from elephants.sessions.decks.deck import EASY, FACE_UP, MORE, Card, Deck
from elephants.sessions.text import Refused, number_of
from elephants.words import tr

FIRST = "first"
"""The key of the deck that comes with the app; a group's own deck has its uid."""
ENOUGH_ROUNDS = 3
MOST_TABLES = 50


class Pile:
    """Draws from one deck so that no card is up twice before every open card was up once."""

    def __init__(self, deck: Deck, chance: random.Random) -> None:
        self.deck, self._chance = deck, chance
        self._times: dict[str, int] = {}
        self.more_open = False
        self._meet(deck.cards)

    def follow(self, deck: Deck) -> None:
        """Take the deck as the group has changed it since: cards that went are gone, new ones are still to come."""
        self.deck = deck
        left = {card.id for card in deck.cards}
        self._times = {one: times for one, times in self._times.items() if one in left}
        self._meet(deck.cards)

    def open_more(self) -> None:
        """Let the cards of the shelf *a bit more* come too."""
        self.more_open = True
        self._meet(self.deck.cards)

    def draw(self, before: list[Card]) -> list[Card]:
        """Turn up three cards, or all where there are fewer: those that were up least, by chance among equals.

        Those of `before`, which lie there now, come again only where there is no other.
        """
        up: list[Card] = []
        cards = [card for card in self.deck.cards if self._open(card)]
        seen = {card.id for card in before}
        self._chance.shuffle(cards)
        cards.sort(key=lambda card: (self._times[card.id], card.id in seen))
        for card in cards[:FACE_UP]:
            self._times[card.id] += 1
            up.append(card)
        return up

    def _open(self, card: Card) -> bool:
        return card.shelf == EASY or self.more_open

    def _meet(self, cards: tuple[Card, ...]) -> None:
        """Begin to count the open cards that are not counted yet: they come before any other comes again."""
        fewest = max(0, min(self._times.values(), default=0) - 1)
        for card in cards:
            if self._open(card):
                self._times.setdefault(card.id, fewest)


class CardTable:
    """Three cards face up, one chosen and told, thanks, and the next three; rounds, and one table after another.

    It remembers how often each card was up in this session, so that drawing stays fair, and how many have told in
    this round; nothing else, and nobody.
    """

    def __init__(self, deck: Deck, chance: random.Random) -> None:
        self._chance = chance
        self.key: Hashable = FIRST
        self.language = "en"
        self._piles: dict[Hashable, Pile] = {FIRST: Pile(deck, chance)}
        self._at: Hashable = None
        self.tables = 1
        self._begin()

    def _begin(self) -> None:
        self.shown: list[Card] = []
        self.telling: Card | None = None
        self.thanked = self.asking = self.closing = False
        self.table, self.rounds, self.told = 1, 1, 0

    @property
    def deck(self) -> Deck:
        """The deck that lies on the table."""
        return self._piles[self.key].deck

    @property
    def laid(self) -> bool:
        """Whether cards lie there, or a round is over: from then on the deck is not changed for another."""
        return bool(self.shown or self.telling or self.asking or self.closing)

    # -- before the first cards --------------------------------------------------------------------------------

    def lay_out(self, key: Hashable, deck: Deck) -> None:
        """Put another deck on the table; refused while cards are up, and for a deck without a card."""
        if self.laid:
            raise Refused(tr("Cards are on the table. Choose another deck when this round is over."))
        if not deck.cards:
            raise Refused(tr("There is no card in this deck yet. Add one, or choose another deck."))
        self.key = key
        if key not in self._piles:
            self._piles[key] = Pile(deck, self._chance)
        if self.language not in deck.languages():
            self.language = deck.languages()[0]

    def speak(self, language: str) -> None:
        """Show the cards in a language; those without it in English or any other."""
        self.language = language

    def one_after_another(self, tables: int) -> None:
        """Let so many tables draw one after another; one is the whole room at one table."""
        self.tables = number_of(tables, 1, MOST_TABLES, tr("There can be from 1 to 50 tables."))
        self.table = min(self.table, self.tables)

    # -- telling -----------------------------------------------------------------------------------------------

    def deal(self) -> None:
        """Three cards face up for whoever is next; a story that was told is put away."""
        if not any(card.shelf == EASY for card in self.deck.cards) and not self.more_open:
            self.open_more()  # a deck of one shelf: there is nothing to opt in to
        self.telling, self.thanked, self.asking, self.closing = None, False, False, False
        self._turn_up()

    def other_cards(self) -> None:
        """Three others instead, without limit and without a reason; refused while a card is being told."""
        if self.telling:
            raise Refused(tr("A card is being told. Put it back or say thank you before."))
        self._turn_up()

    def choose(self, card_id: str) -> None:
        """Take one of the cards that are up; any other is refused."""
        card = next((c for c in self.shown if c.id == card_id), None)
        if card is None:
            raise Refused(tr("This card is not on the table. Choose one that is."))
        self.telling, self.thanked = card, False

    def put_back(self) -> None:
        """Lay the chosen card down again, untold, beside the others that are up."""
        self.telling, self.thanked = None, False

    def thank(self) -> None:
        """The teller is done; refused when nobody has a card."""
        if not self.telling:
            raise Refused(tr("Nobody has a card yet."))
        if not self.thanked:
            self.told += 1
        self.thanked = True

    def open_more(self) -> None:
        """The group opts in to the shelf *a bit more*: its cards are shuffled into those still to come."""
        self._piles[self.key].open_more()

    @property
    def more_open(self) -> bool:
        """Whether the shelf *a bit more* of this deck is open."""
        return self._piles[self.key].more_open

    @property
    def more_to_open(self) -> bool:
        """Whether this deck has a shelf *a bit more* that the group has not opened yet."""
        return not self.more_open and any(c.shelf == MORE for c in self.deck.cards)

    # -- rounds and tables -------------------------------------------------------------------------------------

    def end_round(self) -> None:
        """Everybody who wanted to has told: ask before another round. Refused while a card is being told."""
        if self.telling and not self.thanked:
            raise Refused(tr("A card is being told. Put it back or say thank you before."))
        self.shown, self.telling, self.thanked, self.asking = [], None, False, True

    def another_round(self) -> None:
        """The room would like one more round; refused before one is over."""
        self._only_between()
        self.rounds, self.told = self.rounds + 1, 0
        self.deal()

    def next_table(self) -> None:
        """The next table draws, with a first round of its own; refused where there is no other."""
        self._only_between()
        if self.table >= self.tables:
            raise Refused(tr("This was the last table."))
        self.table, self.rounds, self.told = self.table + 1, 1, 0
        self.deal()

    def leave_it_here(self) -> None:
        """Close: what was told stays here."""
        self._only_between()
        self.asking, self.closing = False, True

    def _only_between(self) -> None:
        if not (self.asking or self.closing):
            raise Refused(tr("This round is not over yet."))

    # -- following the session ---------------------------------------------------------------------------------

    def sit(self, at: Hashable) -> None:
        """Follow the room to another line of the run sheet: what lay here is put away, and drawing stays fair."""
        if at != self._at:
            self._at = at
            self._begin()

    def follow(self, decks: Mapping[Hashable, Deck]) -> None:
        """Take the decks as the group has changed them; a deck that is gone gives way to the first one."""
        for key in [key for key in self._piles if key not in decks]:
            del self._piles[key]
            if key == self.key:
                self.key = FIRST
                self._begin()
        for key, pile in self._piles.items():
            if pile.deck is not decks[key]:
                pile.follow(decks[key])
        left = {card.id: card for card in self.deck.cards}
        self.shown = [left[card.id] for card in self.shown if card.id in left]
        if self.telling is not None:
            self.telling = left.get(self.telling.id)

    def _turn_up(self) -> None:
        self.shown = self._piles[self.key].draw(self.shown)
