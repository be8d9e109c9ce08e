"""Choosing by hand in the real windows: each way of hands, slips typed together, split three times, and deeper."""

from __future__ import annotations

from pathlib import Path

import pytest

from elephants.app import App
from elephants.rehearsal import Rehearsal, read_rehearsal
from tests.byhand import Hands
from tests.byhand_app import lasting, left_by_desk
from tests.byhand_choosing import Choosing
from tests.byhand_keys import Keys
from tests.rehearsals import dump

FILE = Path(__file__).parents[1] / "data" / "by-hand" / "choosing.toml"
VERBS = {
    "choose by", "write result in", "count hands", "views on slips", "needs on slips", "ask for needs", "go deeper",
    "name the sides", "next side", "leave for later",
}  # fmt: skip

HENS = "Do we keep hens?"
SEEN = (
    "Closed until we open it", "Most of us chose Soup",
    "14 of 14 counted", "We are split. Let us hear more.",
    "Closed until we open it", "We are split. Let us hear more. A: In the shed: 7 B: At home: 7",
    "Closed until we open it", "We are split. Shall we go deeper, or leave it for later?",
    "14 of 14 counted", "Let us hear more.", "14 of 14 counted", "Let us hear more.",
    "14 of 14 counted", "We are split. A: Three hens: 7 B: No hens: 6",
    "hens belong here", "no animals in our care", "hens belong here", "no animals in our care", "A quiet minute.",
    "What hit home? One thing, for yourself. No replies.",
    "14 of 14 counted", "Most of us chose Three hens",
)  # fmt: skip
"""What the room saw, in the order of the afternoon."""


@pytest.mark.parametrize("kind", [pytest.param(Hands, marks=pytest.mark.torture), Keys])
def test_by_hand_it_leaves_the_same_store(app: tuple[App, Rehearsal], tmp_path: Path, kind: type[Hands]) -> None:
    made, rehearsal = app
    hands = kind(made.window)
    by_hand = Choosing(hands, rehearsal, made)
    by_hand.play()
    print(f"Three decisions by hand: {hands.keys} keys and {hands.clicks} clicks.")
    missed = [(words, said) for words, said in zip(SEEN, by_hand.seen, strict=True) if words not in said]
    assert missed == []
    assert lasting(dump(made.desk.store)) == left_by_desk(tmp_path, FILE)
    assert (hands.clicks == 0) == (kind is Keys)


def test_the_afternoon_leaves_out_no_verb_of_choosing_by_hands() -> None:
    """The control of what is named above: each is a line of the file."""
    assert {line.do for line in read_rehearsal(FILE).lines} >= VERBS
