"""The ways to choose as data, and the sentence of who can learn what, for every way, form and number here."""

from __future__ import annotations

import pytest

from elephants.sessions.deciding.result import NUMBERS, WORDS
from elephants.sessions.deciding.ways import KINDS, LEAST_FOR_BALLOT, SECRET, Way, too_few, who_learns


def test_there_are_four_ways_and_three_are_secret() -> None:
    assert set(KINDS) == set(Way)
    assert {way for way in Way if way not in SECRET} == {Way.OPEN}
    assert {way: kind.form for way, kind in KINDS.items()} == {
        Way.OPEN: NUMBERS, Way.SHUT: WORDS, Way.TIN: WORDS, Way.BALLOT: WORDS,
    }  # fmt: skip


WHO = {
    Way.OPEN: "Everyone here sees your hand.",
    Way.SHUT: "Only the facilitator sees your hand.",
    Way.TIN: "Whoever counts the slips sees the letters, but not whose they are.",
    Way.BALLOT: "Nobody",
}
FEW = "people may guess"


@pytest.mark.parametrize("here", [1, 2, 3, 5, 6, 14, 40])
@pytest.mark.parametrize("form", [WORDS, NUMBERS])
@pytest.mark.parametrize("way", Way)
def test_who_can_learn_what(way: Way, form: str, here: int) -> None:
    said = who_learns(way, form, here)
    assert said.startswith(WHO[way])
    assert ("never how many" in said) == (form == WORDS)
    assert ("how many chose each" in said) == (form == NUMBERS)
    assert ("everyone knows" in said) == (form == NUMBERS and way in SECRET), "what numbers can give away"
    assert (FEW in said) == (way in SECRET and here < LEAST_FOR_BALLOT)
    assert not (FEW in said and str(here) not in said)


def test_a_secret_that_is_written_in_words_promises_the_most() -> None:
    assert who_learns(Way.BALLOT, WORDS, 14).startswith("Nobody can learn what you chose.")
    assert "can learn" not in who_learns(Way.BALLOT, NUMBERS, 14), "of 14 to 0 in numbers everyone learns all"


@pytest.mark.parametrize("here", range(9))
def test_too_few(here: int) -> None:
    assert bool(too_few(here)) == (here < 6)
    assert not too_few(here) or f"With {here} here" in too_few(here)
