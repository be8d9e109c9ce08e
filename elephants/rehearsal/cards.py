"""What a line can do with story cards: a deck of the group's own, which deck lies on the table, telling, rounds."""

from __future__ import annotations

from elephants.rehearsal.form import times
from elephants.rehearsal.stage import Stage, named
from elephants.sessions.base import Refused
from elephants.sessions.decks.deck import Deck
from elephants.sessions.decks.rows import Rows, texts_of
from elephants.sessions.stories.decks import OwnDeck, bring_in, remove_deck
from elephants.sessions.stories.stories import Stories
from elephants.sessions.stories.table import CardTable
from elephants.words import tr


def bring(stage: Stage, deck: str, cards: list[str]) -> None:
    """Bring in a deck of these prompts, as a file of that name would; what is there already stays as it is."""
    rows: list[object] = list(cards)
    stage.change(stage.space, bring_in, Deck(texts_of(deck), "", Rows(deck).cards(rows)))


def reword(stage: Stage, deck: str, card: str, to: str) -> None:
    """Say a card of one of the space's decks in other words."""
    own = _own(stage, deck)
    stage.change(own, OwnDeck.reword, named(own.deck.cards, card, lambda one: one.prompt()).id, to)


def take_out(stage: Stage, deck: str, card: str) -> None:
    """Strike a card of one of the space's decks."""
    own = _own(stage, deck)
    stage.change(own, OwnDeck.take_out, named(own.deck.cards, card, lambda one: one.prompt()).id)


def remove(stage: Stage, deck: str) -> None:
    """Strike one of the space's decks with all its cards."""
    stage.change(stage.space, remove_deck, _own(stage, deck))


def lay_out(stage: Stage, deck: str) -> None:
    """Choose the deck to draw from, before the first cards."""
    stories = stage.now(Stories)
    key, chosen = named(stories.decks().items(), deck, lambda one: one[1].name())
    stage.change(stage.moment(stories, CardTable), CardTable.lay_out, key, chosen)


def tell(stage: Stage, told: int = 1, swap: int = 0, passed: int = 0) -> None:
    """Deal cards, swap them, choose one and thank, as often as somebody tells; who passes gives the cards back."""
    table = stage.moment(stage.now(Stories), CardTable)
    for turn in range(times(told) + times(passed)):
        stage.change(table, CardTable.deal)
        for _ in range(times(swap)):
            stage.change(table, CardTable.other_cards)
        if turn < told:
            if not table.shown:
                raise Refused(tr("There is no card to choose."))
            stage.change(table, CardTable.choose, table.shown[0].id)
            stage.change(table, CardTable.thank)


def _own(stage: Stage, deck: str) -> OwnDeck:
    return named(stage.space.decks, deck, lambda one: one.title)
