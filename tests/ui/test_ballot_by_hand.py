"""A secret ballot by hand in the real windows: the laptop goes round, two pass, and four paper slips join the box."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from elephants.app import App
from elephants.rehearsal import Rehearsal, read_rehearsal
from elephants.sessions.deciding.ballot import Ballot
from elephants.ui.booth.window import BoothWindow
from elephants.ui.parts.dialogs import Question
from tests.byhand import Hands, Key, settle
from tests.byhand_app import alone, lasting, left_by_desk, ready_to_begin
from tests.byhand_choosing import Choosing
from tests.byhand_keys import Keys
from tests.rehearsals import dump, shipped
from tests.ui.booth.laptop import Time, native

FILE = shipped("fair-money")
VERBS = {"choose by", "open the box", "vote", "slips join the box", "needs on slips", "ask for needs"}
KEYS = {"A": Key.Key_A, "B": Key.Key_B, "?": Key.Key_0, "pass": Key.Key_P}
TURN = 0.5
"""Seconds a person takes for each screen of the booth: more than those in which it takes no key."""
FIGURE_OF_THE_QUESTION = "200 pounds"
SEEN = ("Closed until we open it", "Most of us chose boots and gloves")
"""What the room saw while the slips joined the box, and when it was opened."""
IN_THE_BOX, ALL = [3, 7, 2], 14
"""What is in the box when the slips have joined: both options and *I'm not sure*; and how many had their turn."""


class Balloting(Choosing):
    """What is pressed while the laptop goes round, by people who sit before the booth and see nothing else."""

    def __init__(self, hands: Hands, rehearsal: Rehearsal, app: App, time: Time) -> None:
        super().__init__(hands, rehearsal, app)
        self.time = time

    def open_the_box(self) -> None:
        self.hands.page_down()
        self.hands.window = self._booth
        assert not self.app.window.isVisible()
        self.time.passes(TURN)

    def vote(self, choices: list[str]) -> None:
        for choice in choices:
            for key in (Key.Key_Return, KEYS[choice], Key.Key_Return, Key.Key_Return):
                self.hands.press(key)
                self.time.passes(TURN)
        self._come_out()

    def slips_join_the_box(self, slips: list[int], not_sure: int = 0) -> None:
        with self.hands.answering(lambda: self._count_slips([*slips, not_sure])):
            self.hands.click("Paper slips join the box ...")
        assert self.hands.says("The paper slips are in the box.")
        assert self.app.desk.session is not None
        assert self.app.desk.session.now is not None
        ballot = self.app.desk.moment(self.app.desk.session.now)
        assert isinstance(ballot, Ballot)
        assert (ballot._totals, len(ballot.lit)) == (IN_THE_BOX, ALL)
        self._look()

    def _count_slips(self, numbers: list[int]) -> None:
        for number in numbers:
            self.hands.press(Key.Key_Down, times=number)
            self.hands.press(Key.Key_Tab)
        self.hands.press(Key.Key_Return)

    def _come_out(self) -> None:
        """The facilitator holds the key on the cover."""
        booth = self._booth
        QTest.keyPress(native(booth), Key.Key_F12)
        self.hands.keys += 1
        self.time.passes(3.1)
        booth.held.look()
        settle()
        self.hands.window = self.app.window
        assert self.app.window.isVisible()

    @property
    def _booth(self) -> BoothWindow:
        assert self.app.console is not None
        booth = self.app.console.balloting.booth
        assert booth is not None
        return booth


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    return Time(monkeypatch)


@pytest.fixture
def app(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[App, Rehearsal]]:
    alone(tmp_path, monkeypatch)
    with ready_to_begin(FILE, tmp_path, qapp) as made:
        yield made
        monkeypatch.setattr(Question, "exec", lambda _question: 1)  # where it failed on the way, a box is open: lose it


@pytest.mark.parametrize("kind", [Hands, Keys])
def test_by_hand_it_leaves_the_same_store(
    app: tuple[App, Rehearsal], time: Time, tmp_path: Path, kind: type[Hands]
) -> None:
    made, rehearsal = app
    hands = kind(made.window)
    by_hand = Balloting(hands, rehearsal, made, time)
    by_hand.play()
    print(f"The money from the fair by hand: {hands.keys} keys and {hands.clicks} clicks.")
    missed = [(words, said) for words, said in zip(SEEN, by_hand.seen, strict=True) if words not in said]
    assert missed == []
    assert not any(
        figure in said.replace(FIGURE_OF_THE_QUESTION, "") for said in by_hand.seen for figure in "0123456789"
    )
    assert lasting(dump(made.desk.store)) == left_by_desk(tmp_path, FILE)
    assert (hands.clicks == 0) == (kind is Keys)


def test_the_session_leaves_out_no_verb_of_a_secret_ballot() -> None:
    """The control of what is named above: each is a line of the file."""
    assert {line.do for line in read_rehearsal(FILE).lines} >= VERBS
