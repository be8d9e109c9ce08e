"""A group's own deck: brought in, brought in again, changed, struck, undone; in the store and gone from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from elephants.desk import Desk
from elephants.sessions.base import Refused
from elephants.sessions.decks.deck import MORE, Card, Deck
from elephants.sessions.session import Session
from elephants.sessions.space import Space
from elephants.sessions.stories.decks import MOST_DECKS, OwnDeck, begin_deck, bring_in, remove_deck
from elephants.sessions.stories.table import FIRST, CardTable
from tests.store.play import activity_of, dump, open_session, session_of, space_of


def deck_of(*prompts: str, title: str = "Harbour cards") -> Deck:
    return Deck(
        {"en": title}, "CC0-1.0", tuple(Card(f"c{n}", "easy", "", {"en": one}) for n, one in enumerate(prompts))
    )


@pytest.fixture
def space(desk: Desk) -> Space:
    """A space with its session open and seven here."""
    return open_session(desk, here=7).space


def kept(desk: Desk) -> str:
    """All that is in the store; the -wal must be empty, or what was struck stands in it still."""
    assert Path(f"{desk.store.path}-wal").stat().st_size == 0
    return repr(dump(desk.store))


def titles(space: Space) -> list[str]:
    return [own.title for own in space.decks]


def prompts(own: OwnDeck) -> list[str]:
    return [card.prompt() for card in own.deck.cards]


def test_a_deck_is_brought_in_and_again_without_doubles(desk: Desk, space: Space) -> None:
    file = deck_of("A boat you like", "A bell you know", "A bridge you cross")
    uid, new, there = desk.change(space, bring_in, file)
    assert (new, there) == (3, 0)
    assert desk.change(space, bring_in, file) == (uid, 0, 3)
    assert titles(space) == ["Harbour cards"]
    assert prompts(space.decks[0]) == ["A boat you like", "A bell you know", "A bridge you cross"]
    assert space.decks[0].licence == "CC0-1.0"


def test_it_is_known_again_after_it_was_renamed_and_a_card_was_reworded(desk: Desk, space: Space) -> None:
    file = deck_of("A boat you like", "A bell you know")
    desk.change(space, bring_in, file)
    own = space.decks[0]
    desk.change(own, OwnDeck.rename, "Down at the water")
    desk.change(own, OwnDeck.reword, "c0", "A boat you would row")
    assert desk.change(space, bring_in, file)[1:] == (0, 2)
    assert titles(space) == ["Down at the water"]
    assert prompts(own) == ["A boat you would row", "A bell you know"]


def test_the_same_words_under_another_id_are_the_same_card(desk: Desk, space: Space) -> None:
    desk.change(space, bring_in, deck_of("A boat you like"))
    other = Deck({"en": "harbour CARDS"}, "", (Card("z", "more", "", {"en": "a  boat YOU like."}),))
    assert desk.change(space, bring_in, other)[1:] == (0, 1)
    assert [card.shelf for card in space.decks[0].deck.cards] == ["easy"]


def test_a_language_that_a_card_lacked_is_added_to_it(desk: Desk, space: Space) -> None:
    desk.change(space, bring_in, deck_of("A boat you like"))
    desk.change(space, bring_in, Deck({"en": "Harbour cards"}, "", (Card("c0", "easy", "", {"pl": "Łódź"}),)))
    assert space.decks[0].deck.cards[0].text == {"pl": "Łódź", "en": "A boat you like"}


def test_it_is_there_when_the_session_is_opened_again(desk: Desk, space: Space) -> None:
    desk.change(space, bring_in, deck_of("A boat you like"))
    again = desk.open(session_of(desk).id).space
    assert prompts(again.decks[0]) == ["A boat you like"]


def test_undo_takes_it_back_and_every_change_of_it(desk: Desk, space: Space) -> None:
    desk.change(space, bring_in, deck_of("A boat you like"))
    desk.change(space.decks[0], OwnDeck.take_out, "c0")
    assert prompts(space.decks[0]) == []
    desk.undo()
    assert prompts(session_of(desk).space.decks[0]) == ["A boat you like"]
    desk.undo()
    assert session_of(desk).space.decks == []


def test_what_is_struck_is_gone_from_the_store(desk: Desk, space: Space) -> None:
    desk.change(space, bring_in, deck_of("Quagga", "Zebra", "Yak"))
    own = space.decks[0]
    assert "Quagga" in repr(dump(desk.store))  # the control: before it is struck it can be found
    desk.change(own, OwnDeck.take_out, "c0")
    assert "Quagga" not in kept(desk)
    desk.change(own, OwnDeck.reword, "c1", "A striped animal")
    assert "Zebra" not in kept(desk)
    assert "Yak" in kept(desk)
    desk.change(space, remove_deck, own)
    assert "Yak" not in kept(desk)


def test_a_deck_is_made_by_hand(desk: Desk, space: Space) -> None:
    uid = desk.change(space, begin_deck, " Our cards ")
    own = next(one for one in space.decks if one.uid == uid)
    card = desk.change(own, OwnDeck.add_card, "A hat you remember")
    desk.change(own, OwnDeck.reword, card, "Kapelusz", "Polish")
    desk.change(own, OwnDeck.put_on, card, MORE)
    desk.change(own, OwnDeck.picture, card, "bus")
    made = own.deck.cards[0]
    assert (made.text, made.shelf, made.picture) == ({"en": "A hat you remember", "pl": "Kapelusz"}, MORE, "bus")
    assert own.title == "Our cards"
    assert own.deck.languages() == ("en", "pl")


def test_what_cannot_be_is_refused_and_nothing_changes(desk: Desk, space: Space) -> None:
    desk.change(space, bring_in, deck_of("A boat you like", "A bell you know"))
    own = space.decks[0]

    for deed, given, words in (
        (OwnDeck.add_card, ("  ",), "Write the words"),
        (OwnDeck.add_card, ("x" * 2001,), "Make it shorter"),
        (OwnDeck.add_card, ("a boat you LIKE!",), "these words already"),
        (OwnDeck.add_card, ("A hat", "en", "hard"), "shelf"),
        (OwnDeck.reword, ("c0", "A bell you know"), "these words already"),
        (OwnDeck.take_out, ("nobody",), "not in the deck"),
        (OwnDeck.rename, (" ",), "Give the deck a name"),
    ):
        with pytest.raises(Refused, match=words):
            desk.change(own, deed, *given)
    with pytest.raises(Refused, match="this name already"):
        desk.change(space, begin_deck, "HARBOUR cards")
    assert prompts(own) == ["A boat you like", "A bell you know"]


def test_a_space_has_twenty_decks_of_its_own_and_no_more(desk: Desk, space: Space) -> None:
    for n in range(MOST_DECKS):
        desk.change(space, begin_deck, f"Deck {n}")
    with pytest.raises(Refused, match="There are 20 decks"):
        desk.change(space, begin_deck, "One more")
    with pytest.raises(Refused, match="There are 20 decks"):
        desk.change(space, bring_in, deck_of("A boat"))


def test_more_than_five_thousand_cards_are_refused_whole(desk: Desk, space: Space) -> None:
    desk.change(space, bring_in, deck_of(*(f"Number {n}" for n in range(5000))))
    more = Deck({"en": "Harbour cards"}, "", (Card("x", "easy", "", {"en": "One more"}),))
    with pytest.raises(Refused, match="5001 cards"):
        desk.change(space, bring_in, more)
    with pytest.raises(Refused, match="That is the most"):
        desk.change(space.decks[0], OwnDeck.add_card, "One more")
    assert len(space.decks[0].deck.cards) == 5000


# -- on the table --------------------------------------------------------------------------------------------------


def on_the_table(desk: Desk, *prompts: str) -> tuple[CardTable, OwnDeck]:
    """The room is in stories, and a deck of its own lies on the table."""
    desk.change(space_of(desk), bring_in, deck_of(*prompts))
    stories = activity_of(desk, "stories")
    desk.change(session_of(desk), Session.go, stories)
    table: CardTable = desk.moment(stories)
    own = session_of(desk).space.decks[0]
    desk.change(table, CardTable.lay_out, own.uid, own.deck)
    return table, own


def test_its_cards_are_drawn(desk: Desk, space: Space) -> None:
    del space
    table, _ = on_the_table(desk, "A boat", "A bell", "A bridge")
    desk.change(table, CardTable.deal)
    assert {card.prompt() for card in table.shown} == {"A boat", "A bell", "A bridge"}


def test_a_deck_is_not_changed_for_another_while_cards_are_up(desk: Desk, space: Space) -> None:
    table, own = on_the_table(desk, "A boat", "A bell", "A bridge")
    desk.change(table, CardTable.deal)
    with pytest.raises(Refused, match="Cards are on the table"):
        desk.change(table, CardTable.lay_out, own.uid, own.deck)
    empty = desk.change(space, begin_deck, "Empty")
    desk.change(table, CardTable.end_round)
    with pytest.raises(Refused, match="on the table"):
        desk.change(table, CardTable.lay_out, empty, own.deck)


def test_a_struck_card_leaves_the_table_and_a_removed_deck_gives_way_to_the_first(desk: Desk, space: Space) -> None:
    table, own = on_the_table(desk, "A boat", "A bell", "A bridge")
    desk.change(table, CardTable.deal)
    desk.change(own, OwnDeck.take_out, "c0")
    assert {card.prompt() for card in table.shown} == {"A bell", "A bridge"}
    desk.change(own, OwnDeck.reword, "c1", "A bicycle bell")
    assert {card.prompt() for card in table.shown} == {"A bicycle bell", "A bridge"}
    desk.change(space, remove_deck, own)
    assert (table.key, table.shown) == (FIRST, [])


def test_which_deck_lay_on_the_table_is_kept_nowhere(desk: Desk, space: Space) -> None:
    desk.change(space, bring_in, deck_of("A boat", "A bell", "A bridge"))
    stories = activity_of(desk, "stories")
    desk.change(session_of(desk), Session.go, stories)
    before = dump(desk.store)
    table: CardTable = desk.moment(stories)
    desk.change(table, CardTable.lay_out, space.decks[0].uid, space.decks[0].deck)
    desk.change(table, CardTable.deal)
    desk.change(table, CardTable.end_round)
    desk.change(table, CardTable.another_round)
    assert dump(desk.store) == before
    desk.change(session_of(desk), Session.count_here, 8)
    assert dump(desk.store) != before  # the control
