from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from elephants.pictures.library import names
from elephants.places import asset
from elephants.sessions.base import Refused
from elephants.sessions.decks.deck import EASY, FACE_UP, MORE, Card, Deck
from elephants.sessions.decks.file import read_deck
from elephants.sessions.stories.table import CardTable
from tests.sessions.prompts import broken

HEAD = '[deck]\ntitle.en = "Ours"\nlicence = "CC0-1.0"\n'
ONE = '[[card]]\nid = "a"\nshelf = "easy"\npicture = "bus"\ntext.en = "A bus"\n'


def deck_file(folder: Path, text: str) -> Path:
    file = folder / "tuesday.toml"
    file.write_text(text, encoding="utf-8")
    return file


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(Refused) as said:
        read_deck(deck_file(folder, text))
    return str(said.value)


def told(table: CardTable) -> tuple[Card | None, bool]:
    return table.telling, table.thanked


def first_deck() -> Deck:
    return read_deck(asset("cards", "first-deck.toml"))


def deck_of(easy: int, more: int = 0) -> Deck:
    cards = [
        Card(f"{shelf}{i}", shelf, "", {"en": f"{i}"}) for shelf, n in ((EASY, easy), (MORE, more)) for i in range(n)
    ]
    return Deck({"en": "Test"}, "", tuple(cards))


def test_the_first_deck_has_forty_eight_easy_cards_and_twenty_four_a_bit_more() -> None:
    deck = first_deck()
    assert [c.shelf for c in deck.cards] == [EASY] * 48 + [MORE] * 24
    assert deck.licence
    assert deck.name() == "First deck"
    assert len({c.id for c in deck.cards}) == 72
    assert len({c.picture for c in deck.cards}) == 72


@pytest.mark.parametrize("card", first_deck().cards, ids=lambda c: c.id)
def test_each_prompt_keeps_the_rules(card: Card) -> None:
    prompt = card.prompt()
    assert broken(prompt) == []
    assert prompt[-1].isalpha()
    assert card.picture in names()


def test_a_deck_reads_in_its_languages_and_falls_back_to_english_then_to_any(tmp_path: Path) -> None:
    text = HEAD + ONE + 'text.pl = "Autobus"\n[[card]]\nid = "b"\ntext.cy = "Coeden"\n'
    one, two = read_deck(deck_file(tmp_path, text)).cards
    assert (one.prompt("pl"), one.prompt("pl_PL"), one.prompt("ur")) == ("Autobus", "Autobus", "A bus")
    assert two.prompt() == "Coeden"
    assert (two.shelf, two.picture) == (EASY, "")


def test_words_are_cleaned(tmp_path: Path) -> None:
    text = HEAD + '[[card]]\nid = "a"\ntext.en = "  Cafe\\u0301 \\u202Enow\\u0007 "\ntext.pl = " \\u200b "\n'
    (card,) = read_deck(deck_file(tmp_path, text)).cards
    assert card.text == {"en": "Café now"}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (HEAD + ONE + '[[card]]\nid = "b"\nshelf = "easy"\n', 9, "no prompt in any language"),
        (HEAD + ONE + '[[card]]\nid = "b"\ntext.en = " "\n', 9, "no prompt in any language"),
        (HEAD + ONE + '\n[[card]]\ntext.en = "B"\n', 10, "no id"),
        (HEAD + ONE + ONE, 9, "this id already"),
        (HEAD + ONE.replace("easy", "hard"), 4, "neither"),
        (HEAD + ONE.replace('"bus"', "3"), 4, "picture"),
        (HEAD + ONE.replace('"A bus"', '"' + "x" * 2001 + '"'), 4, "too long"),
        (HEAD + 'card = "no"\n', 1, "no [[card]]"),
        (HEAD, 1, "no [[card]]"),
        (ONE, 1, "[deck]"),
        ("", 1, "[deck]"),
        (HEAD + "[[card]]\nid = \n", 5, "not written"),
        (HEAD + '[[card]]\nid = "a\n', 5, "not written"),
        ("card = [1]\n" + HEAD, 1, "[[card]]"),
        ("card = " + "[" * 5000, 1, "brackets"),
    ],
)
def test_a_broken_deck_is_refused_with_its_line_and_the_reason(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    said = refusal(tmp_path, text)
    assert said.startswith(f"tuesday.toml, line {line}: ")
    assert words in said


def test_a_deck_of_five_thousand_is_read_and_one_more_is_refused(tmp_path: Path) -> None:
    cards = [f'[[card]]\nid = "{i}"\ntext.en = "{i}"\n' for i in range(5001)]
    assert len(read_deck(deck_file(tmp_path, HEAD + "".join(cards[:5000]))).cards) == 5000
    assert "5001 cards" in refusal(tmp_path, HEAD + "".join(cards))


def test_what_cannot_be_read_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "photo.toml").write_bytes(b"\xff\xfe\x00\x01")
    for name in ("missing.toml", "photo.toml", "."):
        with pytest.raises(Refused, match=re.escape(name.strip(".") or tmp_path.name)):
            read_deck(tmp_path / name)


def test_no_prompt_can_reach_a_log_through_a_repr() -> None:
    deck = first_deck()
    table = CardTable(deck, random.Random(1))
    table.deal()
    said = repr((deck, table, table.shown))
    assert not [c for c in deck.cards if c.prompt() in said or c.id in said]


def test_three_cards_lie_face_up_and_one_is_told() -> None:
    table = CardTable(first_deck(), random.Random(7))
    assert table.shown == []
    table.deal()
    assert len(table.shown) == FACE_UP
    card = table.shown[1]
    table.choose(card.id)
    assert told(table) == (card, False)
    table.thank()
    assert told(table) == (card, True)
    before = table.shown
    table.deal()
    assert told(table) == (None, False)
    assert not {c.id for c in before} & {c.id for c in table.shown}


def test_a_card_can_be_put_back_and_another_taken() -> None:
    table = CardTable(first_deck(), random.Random(7))
    table.deal()
    up = list(table.shown)
    table.choose(up[0].id)
    table.put_back()
    assert table.telling is None
    assert table.shown == up
    table.choose(up[2].id)
    assert table.telling is up[2]


def test_what_cannot_be_done_is_refused_in_a_sentence() -> None:
    table = CardTable(first_deck(), random.Random(7))
    with pytest.raises(Refused, match="not on the table"):
        table.choose("morning-sound")
    with pytest.raises(Refused, match="Nobody"):
        table.thank()
    table.deal()
    hidden = next(c for c in first_deck().cards if c.id not in {s.id for s in table.shown})
    with pytest.raises(Refused, match="not on the table"):
        table.choose(hidden.id)
    table.choose(table.shown[0].id)
    with pytest.raises(Refused, match="being told"):
        table.other_cards()


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("easy", [3, 4, 5, 16, 17])
def test_no_card_comes_twice_until_all_were_up(seed: int, easy: int) -> None:
    table = CardTable(deck_of(easy), random.Random(seed))
    up: list[str] = []
    while len(up) < easy * 4:
        table.other_cards()
        assert len({c.id for c in table.shown}) == FACE_UP
        up += [c.id for c in table.shown]
    for start in range(0, easy * 4 - easy + 1, easy):
        assert len(set(up[start : start + easy])) == easy


def test_the_other_shelf_stays_shut_until_the_group_opens_it() -> None:
    table = CardTable(deck_of(6, 5), random.Random(3))
    table.deal()
    seen = {c.id for c in table.shown}
    shelves = [table.more_to_open]
    for _ in range(2):
        table.open_more()
        shelves.append(table.more_to_open)
    assert shelves == [True, False, False]
    rest: list[str] = []
    for _ in range(3):
        table.other_cards()
        rest += [c.id for c in table.shown]
    assert len(seen | set(rest[:8])) == 11
    shut = CardTable(deck_of(6, 5), random.Random(3))
    for _ in range(10):
        shut.other_cards()
        assert {c.shelf for c in shut.shown} == {EASY}


def test_a_small_deck_shows_what_it_has() -> None:
    for easy in (0, 1, 2):
        table = CardTable(deck_of(easy), random.Random(1))
        for _ in range(3):
            table.deal()
            assert len({c.id for c in table.shown}) == easy == len(table.shown)


def test_cards_are_drawn_by_the_chance_that_is_given() -> None:
    def draw(seed: int) -> list[str]:
        table = CardTable(first_deck(), random.Random(seed))
        table.deal()
        return [c.id for c in table.shown]

    assert draw(1) == draw(1)
    assert len({tuple(draw(seed)) for seed in range(10)}) > 5
