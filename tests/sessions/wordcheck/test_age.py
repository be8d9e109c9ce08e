from __future__ import annotations

import pytest

from elephants.sessions.wordcheck.age import reading_age, syllables

PLAIN = [
    "We meet in the hall.",
    "The hall is warm.",
    "We eat first.",
    "Then we talk.",
    "All of us can come.",
    "You can pass.",
] * 3
HARD = [
    "Commissioners subsequently acknowledged the considerable operational complexity of multidisciplinary arrangements."
] * 4


@pytest.mark.parametrize(
    ("word", "beats"),
    [
        ("table", 2),
        ("needed", 2),
        ("houses", 2),
        ("makes", 1),
        ("filled", 1),
        ("library", 3),
        ("the", 1),
        ("people", 2),
    ],
)
def test_beats_are_counted_as_they_are_said(word: str, beats: int) -> None:
    assert syllables(word) == beats


def test_plain_words_are_for_the_young_and_hard_ones_are_not() -> None:
    plain, hard = reading_age(PLAIN), reading_age(HARD)
    assert plain is not None
    assert hard is not None
    assert plain <= 8
    assert hard == 20


def test_an_age_is_not_made_of_too_little_or_of_another_script() -> None:
    assert reading_age(["We meet."]) is None
    assert reading_age(["Мы встречаемся во вторник."] * 30) is None
    assert reading_age([]) is None
