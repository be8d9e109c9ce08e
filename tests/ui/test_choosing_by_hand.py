"""Choosing by hand in the real windows: each way of hands, slips typed together, split three times, and deeper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from elephants.app import App
from elephants.rehearsal import Rehearsal, read_rehearsal
from elephants.sessions.ways import KINDS, Way
from elephants.ui.parts.row import Row
from tests.byhand import CTRL, Hands, Key, Role, name_of
from tests.byhand_app import alone, lasting, left_by_desk, ready_to_begin
from tests.byhand_evening import ByHand
from tests.byhand_keys import Keys
from tests.rehearsals import dump

FILE = Path(__file__).parents[1] / "data" / "by-hand" / "choosing.toml"
VERBS = {
    "choose by", "write result in", "count hands", "views on slips", "needs on slips", "ask for needs", "go deeper",
    "name the sides", "next side", "leave for later",
}  # fmt: skip


class Choosing(ByHand):
    """What is pressed for each line of that afternoon; `seen` keeps what the room saw in the moments of choosing."""

    def __init__(self, hands: Hands, rehearsal: Rehearsal, app: App) -> None:
        super().__init__(hands, rehearsal)
        self.app = app
        self.seen: list[str] = []

    def choose_by(self, way: str) -> None:
        self.hands.tab_to("How we choose")
        self.hands.pick(KINDS[Way(way)].name)

    def views_on_slips(self, slips: list[str]) -> None:
        with self.hands.answering(lambda: self._slips(slips)):
            self.hands.click("Paper slips")

    needs_on_slips = views_on_slips

    def _slips(self, slips: list[str]) -> None:
        for slip in slips:
            self.hands.enter(slip)
        self.hands.press(Key.Key_Return, CTRL)

    def answer_need(self, need: str, answer: str, words: str, in_the_text: str = "") -> None:
        row = self._row(need)
        assert isinstance(row, Row)
        if isinstance(self.hands, Keys):  # one row of a list is a stop for Tab, with its buttons
            self.hands.click_on(row)
        with self.hands.answering(lambda: self.hands.instead(words)):
            self.hands.click_on(row.answers[("added", "changed", "not now").index(answer)])
        if in_the_text:
            self.in_the_text[words] = in_the_text

    def count_hands(self, hands: list[int], not_sure: int = 0) -> None:
        super().count_hands(hands, not_sure)
        self._look()

    def open_the_count(self) -> None:
        self.hands.page_down()
        self._look()

    def go_deeper(self) -> None:
        self.hands.click("Go deeper")

    def name_the_sides(self, one: str, other: str) -> None:
        self.hands.tab_to("Side one")
        self.hands.enter(one)
        assert name_of(self.hands.focus()) == "The other side"
        self.hands.type(other)

    def next_side(self) -> None:
        self.hands.page_down()
        self._look()

    def add_view(self, text: str, away: bool = False, shared: bool = False) -> None:
        if any(name_of(one) == "A new view, as it was said" for one in self.hands.all_of(Role.EditableText)):
            self.hands.enter(text)
        else:
            super().add_view(text, away, shared)

    def _look(self) -> None:
        assert self.app.console is not None
        self.seen.append(self.app.console.shown.copy.accessibleName())


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


@pytest.fixture
def app(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[App, Rehearsal]]:
    alone(tmp_path, monkeypatch)
    with ready_to_begin(FILE, tmp_path, qapp) as made:
        yield made


@pytest.mark.parametrize("kind", [Hands, Keys])
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
