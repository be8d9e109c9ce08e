"""Fitting words: nothing is lost, nothing is too small, lines are even."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from elephants.ui.parts.fit import Rule, break_lines, clusters, fit, splits
from elephants.ui.style import font

# Letters of scripts our fonts have, joined signs, accents and spaces; others cost Qt a search through all fonts.
LETTERS = st.characters(max_codepoint=0x6FF, exclude_categories=("Cs", "Cc")) | st.sampled_from(" \u0301👩😀")
WORDS = st.text(LETTERS, max_size=120)
ARABIC = "المكان بارد هنا بعد الثالثة. نحتاج إلى مكان دافئ."
REUSE = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)


def letters(text: str) -> str:
    return "".join(text.split())


@REUSE
@given(WORDS, st.floats(60, 2000), st.floats(40, 1200))
def test_no_letter_is_lost_and_none_is_too_small(text: str, width: float, height: float) -> None:
    fitted = fit(text, font(100), width, height, 118, 52)
    assert letters("".join(fitted.lines)) == letters(text)
    assert 52 <= fitted.size <= 118
    assert all(fitted.pages)


@REUSE
@given(st.lists(st.text("abcdefghi", min_size=1, max_size=9), min_size=1, max_size=40), st.floats(800, 2000))
def test_every_line_stays_within_the_width(words: list[str], width: float) -> None:
    fitted = fit(" ".join(words), font(100), width, 600, 118, 52)
    metrics = QFontMetricsF(font(fitted.size))
    assert all(metrics.horizontalAdvance(line) <= width + 2 for line in fitted.lines)


@REUSE
@given(WORDS, st.floats(200, 2000), st.floats(120, 1200))
def test_every_page_stays_within_the_height(text: str, width: float, height: float) -> None:
    fitted = fit(text, font(100), width, height, 118, 52)
    assert all(fitted.height(page) <= height + 0.01 for page in range(len(fitted.pages)))


def test_short_words_stand_at_the_largest_size_on_one_line() -> None:
    fitted = fit("We meet here", font(100), 1712, 400, 116, 52)
    assert (fitted.size, fitted.lines) == (116, ("We meet here",))


def test_lines_are_broken_evenly() -> None:
    lines = break_lines("What is one small thing that went well this week?", font(100, bold=True), 1000, 100)
    wide = [QFontMetricsF(font(100)).horizontalAdvance(line) for line in lines]
    assert len(lines) > 1
    assert min(wide) > 0.6 * max(wide)


def test_a_little_smaller_is_better_than_one_word_alone() -> None:
    wide = QFontMetricsF(font(100)).horizontalAdvance("Where shall we meet in winter?")
    fitted = fit("Where shall we meet in winter?", font(100), wide * 0.96, 800, 100, 52)
    assert len(fitted.lines) == 1
    assert 90 <= fitted.size < 100


def test_what_does_not_fit_comes_in_pages_at_the_smallest_size() -> None:
    text = " ".join(f"word{n}" for n in range(200))
    fitted = fit(text, font(100), 800, 300, 118, 52)
    assert fitted.size == 52
    assert len(fitted.pages) > 1
    assert " ".join(fitted.lines) == text


def test_a_word_too_long_for_a_line_is_broken_between_letters() -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitän" * 2
    fitted = fit(word, font(100), 500, 2000, 118, 52)
    assert "".join(fitted.lines) == word
    metrics = QFontMetricsF(font(52))
    assert all(metrics.horizontalAdvance(line) <= 502 for line in fitted.lines)


def test_larger_words_go_down_again_to_keep_a_word_whole() -> None:
    face = font(100)
    assert splits("Gemeindehaus", face, 400, 104)
    assert fit("Gemeindehaus", face, 400, 500, 160, 104, Rule(1.2, 52)).lines == ("Gemeindehaus",)
    assert len(fit("Gemeindehaus", face, 400, 500, 160, 104).lines) == 2


@pytest.mark.parametrize(
    ("word", "parts"),
    [("añb", 3), ("e\u0301a", 2), ("👩‍👩‍👧x", 2), ("", 0), ("😀", 1)],
)
def test_signs_that_belong_together_are_not_torn_apart(word: str, parts: int) -> None:
    assert len(clusters(word)) == parts
    assert "".join(clusters(word)) == word


def test_right_to_left_words_keep_their_order() -> None:
    fitted = fit(ARABIC, font(100), 600, 900, 118, 52)
    assert " ".join(fitted.lines) == ARABIC


def test_paragraphs_stay_apart() -> None:
    assert fit("Speak when you are ready.\nPassing is fine.", font(100), 1700, 400, 52, 52).lines == (
        "Speak when you are ready.",
        "Passing is fine.",
    )
