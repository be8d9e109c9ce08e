"""The deck as cut-out cards: A6, four to a page, backs behind their faces, no word lost without saying so."""

from __future__ import annotations

from importlib import import_module

import pytest

from elephants.paper.cards import cards_file_name, cards_missing, cards_pdf, cards_too_long
from elephants.paper.cards_face import SAFE
from elephants.sessions.decks.deck import Card, Deck
from elephants.sessions.stories.stories import first_deck
from tests.paper.reading import fonts_of, pages_of, says_of_itself, words_of

MM = 72 / 25.4


def deck_of(*prompts: str) -> Deck:
    return Deck({"en": "Ours"}, "", tuple(Card(str(n), "easy", "", {"en": said}) for n, said in enumerate(prompts)))


def test_every_card_of_the_first_deck_is_printed_once_four_to_a_page() -> None:
    deck = first_deck()
    pages = pages_of(cards_pdf(deck, backs=False))
    assert len(pages) == 18
    for number, page in enumerate(pages):
        for card in deck.cards[4 * number : 4 * number + 4]:
            assert card.prompt() in page
    assert words_of(cards_pdf(deck, backs=False)).count("Tell as much or as little") == 72


def test_a_back_follows_each_page_of_faces_and_none_where_it_is_single_sided() -> None:
    deck = deck_of("One thing", "Two things", "Three things", "Four things", "Five things")
    pages = pages_of(cards_pdf(deck))
    assert [page.count("More than One Story") for page in pages] == [0, 4, 0, 1]
    assert len(pages_of(cards_pdf(deck, backs=False))) == 2


def ink(pdf: bytes, page: int) -> list[tuple[int, int]]:
    """Where something stands on a page, in quarters: (column, row)."""
    with import_module("pypdfium2").PdfDocument(pdf) as document:
        picture = document[page].render(scale=0.5).to_pil().convert("L")
    wide, tall = picture.width // 2, picture.height // 2
    return [
        (column, row)
        for row in (0, 1)
        for column in (0, 1)
        if picture.crop(
            (column * wide + 15, row * tall + 15, (column + 1) * wide - 15, (row + 1) * tall - 15)
        ).getextrema()[0] < 200
    ]  # fmt: skip


def test_the_back_of_a_lone_card_lies_behind_it_when_the_sheet_is_turned_on_its_long_edge() -> None:
    pdf = cards_pdf(deck_of("Only one"))
    assert ink(pdf, 0) == [(0, 0)]
    assert ink(pdf, 1) == [(1, 0)]
    three = cards_pdf(deck_of("One", "Two", "Three"))
    assert ink(three, 0) == [(0, 0), (1, 0), (0, 1)]
    assert ink(three, 1) == [(0, 0), (1, 0), (1, 1)]


def test_nothing_but_the_marks_comes_near_a_cut() -> None:
    assert SAFE >= 5 * MM
    pdf = cards_pdf(first_deck(), backs=False)
    with import_module("pypdfium2").PdfDocument(pdf) as document:
        page = document[0].render(scale=1).to_pil().convert("L")
    wide, tall, near = page.width, page.height, round(5 * MM)
    bands = [
        (60, tall // 2 - near, wide // 2 - 12, tall // 2 + near),
        (wide // 2 - near, 40, wide // 2 + near, tall // 2 - 12),
    ]
    for band in bands:
        assert page.crop(band).getextrema()[0] > 200
    whole = page.crop((wide // 2 - near, 0, wide // 2 + near, tall // 2)).getextrema()[0]
    assert whole < 200  # the control: the marks themselves are there


def test_long_words_get_smaller_letters_and_what_cannot_stand_says_so() -> None:
    two_hundred = " ".join(["a", "small", "thing", "you", "like"] * 40)
    assert cards_too_long(deck_of(two_hundred)) == []
    assert words_of(cards_pdf(deck_of(two_hundred))).count("thing") == 40
    endless = deck_of("wonderful " * 200)
    assert len(cards_too_long(endless)) == 1
    assert "(more words than a card can hold)" in words_of(cards_pdf(endless))


def test_what_looks_like_markup_is_printed_as_it_is() -> None:
    said = '<b>Tea</b> & <img src="/etc/passwd"> cake'
    assert said in words_of(cards_pdf(deck_of(said)))


def test_letters_no_font_has_are_told() -> None:
    assert cards_missing(deck_of("A tea \u63cf", "Zażółć gęślą")) == ["\u63cf"]


def test_a_deck_without_a_card_says_so() -> None:
    assert pages_of(cards_pdf(deck_of())) == ["There is no card in this deck yet."]


def test_the_same_deck_gives_the_same_bytes_every_font_is_inside_and_the_file_tells_only_its_title() -> None:
    pdf = cards_pdf(deck_of("One", "Two"))
    assert pdf == cards_pdf(deck_of("One", "Two"))
    assert all(inside for _, inside in fonts_of(pdf))
    assert says_of_itself(pdf) == {"Title": "Ours: cards to cut out"}


def test_it_can_be_stopped_between_two_pages() -> None:
    heard: list[float] = []

    def told(done: float) -> None:
        heard.append(done)
        if done > 0.4:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        cards_pdf(first_deck(), told=told)
    assert 8 <= len(heard) <= 10


def test_the_file_is_named_by_its_deck() -> None:
    assert cards_file_name(Deck({"en": 'A/B: "C"'}, "", ())) == "A B C, cards to cut out.pdf"
