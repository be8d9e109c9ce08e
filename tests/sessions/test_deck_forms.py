"""Deck files in other shapes than ours: tables and JSON as people and other card apps keep them; prompts are ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from elephants.sessions.base import Refused
from elephants.sessions.decks.deck import Deck
from elephants.sessions.decks.file import LARGEST_FILE, read_deck
from elephants.sessions.decks.from_json import line_of
from elephants.sessions.decks.rows import language_of, made_id


def read(folder: Path, name: str, text: str | bytes) -> Deck:
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_deck(file)


def refusal(folder: Path, name: str, text: str | bytes) -> str:
    with pytest.raises(Refused) as said:
        read(folder, name, text)
    return str(said.value)


def prompts(deck: Deck, language: str = "en") -> list[str]:
    return [card.prompt(language) for card in deck.cards]


# -- tables --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_table_with_a_column_for_each_language(tmp_path: Path, between: str) -> None:
    rows = [
        ["id", "Shelf", "picture", "en", "text.pl", "mood"],
        ["a", "easy", "bus", "A bus, or a tram", "Autobus", "x"],
    ]
    rows.append(["b", "More", "", "", "Drzewo", ""])
    text = "\n".join(between.join(f'"{cell}"' for cell in row) for row in rows)
    deck = read(tmp_path, "our cards.csv", text)
    assert [(c.id, c.shelf, c.picture) for c in deck.cards] == [("a", "easy", "bus"), ("b", "more", "")]
    assert deck.cards[0].text == {"en": "A bus, or a tram", "pl": "Autobus"}
    assert prompts(deck) == ["A bus, or a tram", "Drzewo"]
    assert deck.name() == "our cards"


def test_a_prompt_over_two_lines_and_html_are_words(tmp_path: Path) -> None:
    deck = read(tmp_path, "a.csv", 'question\n"A cup\nof tea"\n<script>alert(1)</script>\n\n')
    assert prompts(deck) == ["A cup of tea", "<script>alert(1)</script>"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "no card"),
        ("en\n", 1, "no card"),
        ("mood,colour\ngood,red\n", 1, "names the columns"),
        ('shelf,en\neasy,"A\nbus"\nhard,B\n', 4, "neither"),
        ("en,pl\nA,B\n ,\u200b\n", 3, "no prompt"),
        ('en\n"A bus\nB\n', 2, "quotes"),
        ("en\nA\n" + "x" * 2001 + "\n", 3, "too long"),
        ("id,en\na,A\na,B\n", 3, "this id already"),
        ("en\n" + "x" * 50_000 + "\n", 2, "quotes"),
    ],
)
def test_a_broken_table_is_refused_with_line_and_reason(tmp_path: Path, text: str, line: int, words: str) -> None:
    said = refusal(tmp_path, "a.csv", text)
    assert said.startswith(f"a.csv, line {line}: ")
    assert words in said


# -- JSON ----------------------------------------------------------------------------------------------------------


def test_groups_of_questions_as_other_card_apps_keep_them(tmp_path: Path) -> None:
    groups = [
        {"category": "morning", "questions": [{"type": "open", "question": "A song you hum"}]},
        {"category": "evening", "questions": [{"question": "A lamp you like"}, {"question": "A song you hum"}]},
    ]
    whole = {"testID": "x", "app": {"title": "Small lights", "language": "english"}, "theme": {}, "questions": groups}
    deck = read(tmp_path, "lights.json", json.dumps(whole))
    assert prompts(deck) == ["A song you hum", "A lamp you like"]  # the same words twice are one card
    assert deck.name() == "Small lights"
    whole["app"] = {"title": "Lampki", "language": "polish"}
    assert read(tmp_path, "lights.json", json.dumps(whole)).languages() == ("pl",)


@pytest.mark.parametrize(
    "given",
    [
        ["A bus", "A tree"],
        {"cards": ["A bus", "A tree"]},
        {"deck": {"title": "Ours"}, "card": [{"id": "a", "text": {"en": "A bus"}}, {"id": "b", "text": "A tree"}]},
        [{"prompt": "A bus"}, {"en": "A tree", "pl": "Drzewo"}],
        [["A bus"], ["A tree"]],
    ],
)
def test_a_list_is_found_wherever_it_is(tmp_path: Path, given: object) -> None:
    assert prompts(read(tmp_path, "a.json", json.dumps(given))) == ["A bus", "A tree"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "not written"),
        ("[\n1,\n]", 3, "not written"),
        ("3", 1, "no list of cards"),
        ('{"cards": 3}', 1, "no list of cards"),
        ("[]", 1, "no card"),
        ('["A",\n "B",\n 3]', 1, "not a card"),
        ('{"questions": [{"questions": ["A"]},\n{"questions": [\n{"question": ""}]}]}', 3, "no prompt"),
        ('[{"text": "A"},\n{"text": "B", "shelf": "top"}]', 2, "neither"),
        ('[{"text": "A", "id": "x"},\n{"text": "B", "id": "x"}]', 2, "this id already"),
        ("[" * 100_000, 1, "brackets"),
        ("[[[[[[[[[1]]]]]]]]]", 1, "brackets"),
        ("[" + "1" * 5000 + "]", 1, "brackets"),
    ],
)
def test_broken_json_is_refused_with_line_and_reason(tmp_path: Path, text: str, line: int, words: str) -> None:
    said = refusal(tmp_path, "a.json", text)
    assert said.startswith(f"a.json, line {line}: ")
    assert words in said


def test_a_line_is_found_past_strings_that_look_like_brackets() -> None:
    text = '{"a": "}]\\"{[,",\n "b": [1,\n {"c": "x"},\n "y"]}'
    assert line_of(text, ("b", 1)) == 3
    assert line_of(text, ("b", 2)) == 4
    assert line_of(text, ("nowhere",)) == 1


# -- all forms -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.toml"])
def test_another_encoding_a_photo_and_a_file_too_large_are_refused(tmp_path: Path, name: str) -> None:
    assert "UTF-8" in refusal(tmp_path, name, "en\nZa\xf3\n".encode("latin-1"))
    assert "UTF-8" in refusal(tmp_path, name, b"\xff\xd8\xff\xe0photo")
    assert "too large" in refusal(tmp_path, name, b" " * (LARGEST_FILE + 1))


def test_a_byte_order_mark_is_no_word(tmp_path: Path) -> None:
    assert prompts(read(tmp_path, "a.csv", b"\xef\xbb\xbfen\nA bus\n")) == ["A bus"]


def test_five_thousand_cards_are_read_in_every_form_and_one_more_is_refused(tmp_path: Path) -> None:
    said = [f"Thing {n}" for n in range(5001)]
    for some in (said[:5000], said):
        (tmp_path / "a.csv").write_text("en\n" + "\n".join(some))
        (tmp_path / "a.json").write_text(json.dumps(some))
        for name in ("a.csv", "a.json"):
            if len(some) == 5000:
                assert len(read_deck(tmp_path / name).cards) == 5000
            else:
                with pytest.raises(Refused, match="5001 cards"):
                    read_deck(tmp_path / name)


def test_two_hundred_words_are_taken(tmp_path: Path) -> None:
    words = " ".join(["a", "small", "thing", "you", "like"] * 40)
    assert prompts(read(tmp_path, "a.csv", f"en\n{words}\n")) == [words]


def test_languages_are_known_by_code_and_by_name() -> None:
    assert [language_of(one) for one in ("pl", "Polish", " urdu ", "pt_BR", "klingon", None)] == [
        "pl", "pl", "ur", "pt_BR", "en", "en",
    ]  # fmt: skip


def test_a_made_id_forgets_capitals_spaces_and_the_end_mark() -> None:
    assert made_id({"en": "A bus?"}) == made_id({"en": " a  BUS "}) != made_id({"en": "A tram"})
