"""Story cards of a group's own on the room's screen: long ones in pages, markup as words, the end of a round."""

from __future__ import annotations

import pytest

from elephants.sessions.activity import Activity
from elephants.sessions.decks.deck import Card, Deck
from elephants.sessions.stories.decks import bring_in
from elephants.sessions.stories.table import CardTable
from elephants.ui.views.base import View
from tests.ui.views.kitchen import Kitchen, all_pages

LONG = " ".join(f"thing{n}" for n in range(200))


def drawn_from(kitchen: Kitchen, *cards: Card) -> tuple[CardTable, View]:
    """A deck of these cards lies on the table, three of them face up."""
    stories = kitchen.go("stories", Activity)
    kitchen.desk.change(kitchen.space, bring_in, Deck({"en": "Ours"}, "", cards))
    table: CardTable = kitchen.desk.moment(stories)
    own = kitchen.space.decks[0]
    kitchen.desk.change(table, CardTable.lay_out, own.uid, own.deck)
    kitchen.desk.change(table, CardTable.deal)
    return table, kitchen.view(stories)


def said(view: View, zoom: float = 1.0) -> str:
    pages = all_pages(view, zoom=zoom, mirrored=False, size=(240, 135))
    assert min(page.smallest for page in pages) >= 52
    return " ".join(words for page in pages for words, _ in page.stage.spoken.words)


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_a_prompt_of_two_hundred_words_is_told_whole_in_pages(kitchen: Kitchen, zoom: float) -> None:
    table, view = drawn_from(kitchen, Card("a", "easy", "", {"en": LONG}))
    kitchen.desk.change(table, CardTable.choose, "a")
    assert view.pages(zoom=zoom) > 1
    words = said(view, zoom).replace(" ", "")
    assert all(f"thing{n}" in words for n in range(200))


def test_markup_is_shown_as_words(kitchen: Kitchen) -> None:
    table, view = drawn_from(kitchen, Card("a", "easy", "", {"en": "<b>Tea</b> & <img src=x> cake"}))
    kitchen.desk.change(table, CardTable.choose, "a")
    assert "<b>Tea</b>&<imgsrc=x>cake" in said(view).replace(" ", "")


def test_a_card_is_shown_in_the_language_that_was_chosen_else_in_its_own(kitchen: Kitchen) -> None:
    table, view = drawn_from(
        kitchen, Card("a", "easy", "", {"en": "A boat", "pl": "Statek"}), Card("b", "easy", "", {"en": "A bell"})
    )
    kitchen.desk.change(table, CardTable.speak, "pl")
    words = view.words()
    assert "Statek" in words
    assert "A boat" not in words
    assert "A bell" in words


def test_the_room_is_asked_before_another_round_and_the_close_is_one_question(kitchen: Kitchen) -> None:
    table, view = drawn_from(kitchen, *(Card(str(n), "easy", "", {"en": f"Thing {n}"}) for n in range(9)))
    kitchen.desk.change(table, CardTable.one_after_another, 2)
    assert "Table 1 of 2" in view.words()
    for _ in range(3):
        kitchen.desk.change(table, CardTable.end_round)
        assert view.words() == "Shall we go round once more, or leave it here?"  # never how many rounds, never "enough"
        kitchen.desk.change(table, CardTable.another_round)
    kitchen.desk.change(table, CardTable.end_round)
    kitchen.desk.change(table, CardTable.leave_it_here)
    assert view.words() == "Leave it here. What was it like to listen?"
