"""Folding: however words were typed they are found, and marks stand on the original."""

from __future__ import annotations

import unicodedata

import pytest
import sqlcipher3
from hypothesis import example, given, settings
from hypothesis import strategies as st

from elephants.store.folding import Placed, fold
from elephants.store.marking import Marked
from elephants.store.search import _phrases

SIGNS = st.text(
    st.one_of(
        st.sampled_from("aZéß ﬁŁøİıǄ.-_'\"*\0\n\u00ad\u0301\u0323保險ばガหลังकि٣⅔²😀"),
        st.characters(codec="utf-8"),
    ),
    max_size=30,
)


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("strasse", "In der Straße.", ["Straße"]),
        ("STRASSE", "In der Straße.", ["Straße"]),
        ("保險", "他買了保險和茶", ["保險"]),
        ("険", "保険", ["険"]),
        ("resume", "his re\u0301sume\u0301 (a résumé)", ["re\u0301sume\u0301", "résumé"]),
        ("lodz", "to Łódź", ["Łódź"]),
        ("co-op", "the co-op; a Co‑op", ["co-op", "Co‑op"]),
        ("ket", "a kettle kettles, no akettle", ["kettle", "kettles"]),
        ("a ket", "a kettle, an ant", ["a", "kettle"]),
        ("soft", "soft\u00adly said", ["soft\u00adly"]),
        ("⅔", "⅔ of us", ["⅔"]),
        ("34", "٣٤ people", ["٣٤"]),
        ("ั", "หลัง", ["ั"]),
    ],
)
def test_it_is_found_as_people_type_it(typed: str, text: str, marked: list[str]) -> None:
    assert [text[begin:end] for begin, end in Marked(_phrases(typed)).in_text(text, fold(text))] == marked


@given(SIGNS)
@settings(max_examples=300, deadline=None)
@example("が")
@example("\u0344x")
def test_composed_or_not_it_is_the_same_and_folding_again_changes_no_word(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))
    assert fold(fold(text)).split() == fold(text).split()


@given(SIGNS)
@settings(max_examples=300, deadline=None)
def test_each_word_of_a_text_is_marked_where_it_stands(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    placed = Placed(text)
    marks = Marked(_phrases(text)).in_text(text, fold(text))
    assert all(0 <= begin < end <= len(text) for begin, end in marks)
    assert list(marks) == sorted(set(marks))
    covered = "".join(fold(text[begin:end]) for begin, end in marks)
    assert set(placed.folded.replace(" ", "")) == set(covered.replace(" ", ""))


@given(SIGNS)
@settings(max_examples=150, deadline=None)
def test_the_index_takes_for_words_what_we_take_for_words(text: str) -> None:
    raw = sqlcipher3.connect(":memory:")
    raw.execute("CREATE VIRTUAL TABLE words USING fts5 (folded, tokenize='ascii')")
    raw.execute("CREATE VIRTUAL TABLE terms USING fts5vocab ('words', 'row')")
    raw.execute("INSERT INTO words VALUES (?)", (fold(text),))
    assert {row[0] for row in raw.execute("SELECT term FROM terms")} == set(fold(text).split())
    raw.close()
