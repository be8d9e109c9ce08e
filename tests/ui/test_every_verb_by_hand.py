"""Whatever a line of a rehearsal can do, a hand can do: an afternoon of what the shipped sessions leave out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from elephants.app import App
from elephants.rehearsal import Rehearsal, read_rehearsal
from elephants.rehearsal.verbs import VERBS
from elephants.sessions.deciding.steps import Ending
from elephants.sessions.terms import ACTION_ANSWERS, DECISION_ANSWERS, NEED_ANSWERS, OPENNESS, WORRY_ANSWERS
from tests.byhand import Hands, Key
from tests.byhand_app import alone, lasting, left_by_desk, ready_to_begin
from tests.byhand_evening import ByHand
from tests.byhand_keys import Keys
from tests.rehearsals import dump, shipped

AFTERNOON = Path(__file__).parents[1] / "data" / "by-hand" / "afternoon.toml"
CARDS = AFTERNOON.with_name("cards.toml")
HOW_IS_IT = AFTERNOON.with_name("how-is-it.toml")
PLAYED = (
    AFTERNOON,
    CARDS,
    HOW_IS_IT,
    AFTERNOON.with_name("again.toml"),
    AFTERNOON.with_name("agenda.toml"),
    AFTERNOON.with_name("choosing.toml"),
    AFTERNOON.with_name("run-sheet.toml"),
    *(
        shipped(name)
        for name in (
            "tuesday-kitchen",
            "council-2024-08-30",
            "council-2024-12-20",
            "fair-money",
            "lid-down",
            "last-time",
            "learning",
        )
    ),
)


@pytest.fixture
def app(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[App, Rehearsal]]:
    alone(tmp_path, monkeypatch)
    with ready_to_begin(AFTERNOON, tmp_path, qapp) as made:
        yield made


def said(do: str, word: str) -> set[object]:
    """What all the lines that are played by hand say for one word of one verb."""
    lines = [line for file in PLAYED for line in read_rehearsal(file).lines]
    return {line.words[word] for line in lines if line.do == do and word in line.words}


def test_no_verb_and_no_answer_is_left_out() -> None:
    played = {line.do for file in PLAYED for line in read_rehearsal(file).lines}
    assert set(VERBS) <= played
    assert said("since: action", "answer") == set(ACTION_ANSWERS)
    assert said("since: need", "answer") == set(NEED_ANSWERS)
    assert said("since: decision", "answer") == set(DECISION_ANSWERS)
    assert said("since: decision", "worry") == set(WORRY_ANSWERS)
    assert said("answer need", "answer") == {"added", "changed", "not now"}
    assert said("agenda: add", "openness") | said("frame", "openness") >= set(OPENNESS)
    assert said("agenda: close", "how") == {"talked", "carried", "let go"}
    assert said("close the decision", "ending") == {ending.value for ending in Ending}


class RoomOpen(ByHand):
    """The room's screen is open from the first minute; whatever lives for a moment is seen there, and goes again."""

    def __init__(self, hands: Hands, rehearsal: Rehearsal, app: App) -> None:
        super().__init__(hands, rehearsal)
        self.app = app
        self.seen: list[str] = []

    def open_the_session(self, here: int) -> None:
        super().open_the_session(here)
        self.hands.press(Key.Key_F5)
        assert self.app.room is not None
        assert self.app.room.isVisible()

    def pause(self) -> None:
        super().pause()
        self._look(self.app.desk.breather.paused, "We are having a breather.")

    def slow_down(self) -> None:
        super().slow_down()
        self._look(self.app.desk.breather.slow, "Let us take our time")

    def _look(self, on: bool, words: str) -> None:
        assert self.app.room is not None
        assert (words in self.app.room.accessibleDescription()) == on
        self.seen.append(f"{words} {on}")


@pytest.mark.torture  # by keys it is done below, and the evening by mouse in test_evening_by_hand
def test_by_hand_it_leaves_the_same_store(app: tuple[App, Rehearsal], tmp_path: Path) -> None:
    made, rehearsal = app
    hands = Hands(made.window)
    ByHand(hands, rehearsal).play()
    print(f"The afternoon by hand: {hands.keys} keys and {hands.clicks} clicks.")
    is_as_the_desk_leaves_it(made, tmp_path)


def test_by_keys_alone_with_the_rooms_screen_open_too(app: tuple[App, Rehearsal], tmp_path: Path) -> None:
    made, rehearsal = app
    keys = Keys(made.window)
    by_hand = RoomOpen(keys, rehearsal, made)
    by_hand.play()
    print(f"The afternoon by keys alone: {keys.keys} keys.")
    assert keys.clicks == 0
    assert by_hand.seen == [
        "Let us take our time True", "Let us take our time False",
        "We are having a breather. True", "We are having a breather. False",
    ]  # fmt: skip
    keys.press(Key.Key_F5)
    assert made.room is not None
    assert not made.room.isVisible()
    is_as_the_desk_leaves_it(made, tmp_path)


def is_as_the_desk_leaves_it(app: App, folder: Path) -> None:
    rows = lasting(dump(app.desk.store))
    by_desk = left_by_desk(folder, AFTERNOON)
    assert rows.keys() == by_desk.keys()
    for table, kept in by_desk.items():
        assert rows[table] == kept, table
