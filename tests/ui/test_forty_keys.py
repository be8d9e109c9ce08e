"""The whole short form with one need takes at most forty keys apart from text, in the real windows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QRadioButton

from elephants.app import App
from elephants.desk import Desk
from elephants.rehearsal import Rehearsal, read_rehearsal
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.steps import Ending
from elephants.settings import Settings
from elephants.store.store import Store
from tests.byhand import CTRL, Hands, Key, Role, name_of, settle
from tests.byhand_app import alone
from tests.rehearsals import shipped

MOST = 40


class Sparing(Hands):
    """Counts what is pressed apart from what is typed; a number of hands is keys and no text."""

    letters = 0

    @property
    def pressed(self) -> int:
        return self.keys - self.letters

    def type(self, words: str) -> None:
        self.letters += len(words)
        super().type(words)

    def on(self, name: str) -> None:
        """What has the focus must be this: nobody had to look for it."""
        assert name_of(self.focus()).startswith(name), (
            f"{name_of(self.focus())!r}, not {name!r}, after {self.trail[-3:]}"
        )


def begin_at_frame(file: Path, store: Path) -> Rehearsal:
    """Play a session up to the question, and leave it there."""
    rehearsal = read_rehearsal(file)
    desk = Desk(Store(store), clock=rehearsal.clock)
    rehearsal.set_up(desk)
    for line in rehearsal.steps(desk):
        if line.do == "agenda: decide":
            line.words.pop("short", None)
        if line.do == "frame":
            break
    desk.leave()
    desk.close()
    return rehearsal


@pytest.fixture
def hands(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Sparing, App]]:
    alone(tmp_path, monkeypatch)
    rehearsal = begin_at_frame(shipped("long-table"), tmp_path / "hand.store")
    made = App(tmp_path / "hand.store", Settings(), clock=rehearsal.clock)
    made.begin(qapp)
    settle()
    space = made.desk.home.spaces[0]
    made.open_session(next(one.id for one in space.sessions if one.state == "running"))
    settle()
    yield Sparing(made.window), made
    made.window.close()
    settle()


def test_the_short_form_with_one_need_takes_few_keys(hands: tuple[Sparing, App]) -> None:
    hand, app = hands
    talk = talk_of(app)
    frame(hand)
    hand.press(Key.Key_PageDown)
    assert at(talk) == "other view"
    hand.press(Key.Key_PageDown)
    assert at(talk) == "choose"
    count(hand)
    hand.press(Key.Key_PageDown)
    assert talk.poll.totals == {"options": [8, 5], "not_sure": 0, "here": 13}
    add(hand, talk)
    hand.press(Key.Key_PageDown)
    assert at(talk) == "check"
    hand.on("Ask the room")
    hand.press(Key.Key_PageDown)
    hand.on("Everyone can come along")
    hand.press(Key.Key_Return)
    read_back(hand)
    assert (at(talk), talk.poll.ending) == ("closed", Ending.ALL)
    assert talk.poll.full_text() == "one long table One small table stays by the window."
    print(f"The short form with one need: {hand.pressed} keys, {hand.letters} letters of text.")
    assert hand.clicks == 0
    assert hand.pressed <= MOST


def talk_of(app: App) -> Deciding:
    assert app.desk.session is not None
    now = app.desk.session.now
    assert isinstance(now, Deciding)
    return now


def at(talk: Deciding) -> str:
    return talk.step.value


def frame(hand: Sparing) -> None:
    """Write the question, take the short form, write two options."""
    hand.on("The question")
    hand.press(Key.Key_A, CTRL)
    hand.type("How do we set the tables for breakfast?")
    hand.tab_to("The short form")
    hand.press(Key.Key_Space)
    hand.tab_to("An option, in our own words")
    hand.enter("one long table")
    hand.enter("small tables")


def count(hand: Sparing) -> None:
    """Type how many hands there are for each; figures are counted as keys."""
    hand.on("one long table")
    hand.press(Key.Key_8)
    hand.press(Key.Key_B)
    hand.press(Key.Key_5)


def add(hand: Sparing, talk: Deciding) -> None:
    """Write one need, and the room's answer to it."""
    if any(name_of(one) == "Ask what people need" for one in hand.all_of(Role.Button)):
        hand.press(Key.Key_PageDown)
    hand.on("Another need")
    hand.enter("A place for who wants quiet")
    hand.press(Key.Key_PageDown)
    hand.on("Add it")

    def say() -> None:
        hand.enter("One small table stays by the window.")

    with hand.answering(say):
        hand.press(Key.Key_Return)
    assert [need.answer for need in talk.poll.needs] == ["added"]


def read_back(hand: Sparing) -> None:
    """Press on: each time the keyboard is led to what is still to be said."""
    hand.on("The title of the decision")
    hand.press(Key.Key_PageDown)
    hand.on("When we look again")
    hand.type("11012027")
    hand.press(Key.Key_PageDown)
    hand.on("All of us")
    hand.press(Key.Key_Space)
    hand.press(Key.Key_PageDown)


def test_a_number_of_two_figures_is_typed_and_taken_back(hands: tuple[Sparing, App]) -> None:
    hand, app = hands
    frame(hand)
    hand.press(Key.Key_PageDown, times=2)
    counted = app.desk.moment(talk_of(app))
    hand.press(Key.Key_1)
    hand.press(Key.Key_0)
    hand.press(Key.Key_B)
    hand.press(Key.Key_2)
    hand.press(Key.Key_0)  # belongs to the number
    hand.press(Key.Key_Backspace)
    hand.press(Key.Key_Down)
    hand.press(Key.Key_0)  # begins no number: goes to *I'm not sure*
    hand.press(Key.Key_1)
    assert counted.hands == (10, 3, 1)


def test_no_ending_is_chosen_for_the_room(hands: tuple[Sparing, App]) -> None:
    hand, app = hands
    frame(hand)
    hand.press(Key.Key_PageDown, times=2)
    count(hand)
    hand.press(Key.Key_PageDown)
    add(hand, talk_of(app))
    hand.press(Key.Key_PageDown, times=2)
    hand.press(Key.Key_Return)
    hand.press(Key.Key_PageDown, times=4)
    assert at(talk_of(app)) == "read back"
    hand.on("All of us")
    assert not any(one.isChecked() for one in app.window.findChildren(QRadioButton) if one.isVisible())
