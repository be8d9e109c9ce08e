"""A whole vote in the real window: by keys and by taps, one person after the other, and nobody's key is another's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from elephants.sessions.deciding.ballot import Booth
from elephants.sessions.deciding.steps import Step
from elephants.ui.booth.cards import Card
from elephants.ui.booth.screens import Cover, Options, Sure, Thanks
from tests.ui.booth.laptop import KEY, NO_KEY, Laptop, Time, native
from tests.ui.walking import settle


def test_seven_people_vote_by_keys_alone(laptop: Laptop) -> None:
    laptop.open_box()
    assert laptop.booth.isFullScreen()
    assert not laptop.console.isVisible()
    for turn, key in enumerate((KEY.Key_A, KEY.Key_B, KEY.Key_2, KEY.Key_B, KEY.Key_0, KEY.Key_P, KEY.Key_2), 1):
        assert isinstance(laptop.screen, Cover)
        laptop.vote(key)
        assert len(laptop.ballot.lit) == turn
    assert laptop.ballot._totals == [1, 4, 0, 1]
    laptop.come_out()
    laptop.console.walk.go_on()
    assert laptop.kitchen.session.now is laptop.talk
    assert laptop.talk.settings["step"] == Step.ADD.value
    assert laptop.talk.poll.result_words() == "Most of us chose “The church hall”."


def test_a_person_votes_by_taps_alone_and_may_choose_again(laptop: Laptop) -> None:
    laptop.open_box()
    laptop.tap(laptop.on(Cover).ready)
    laptop.tap(laptop.on(Options).cards[0])
    wished = [laptop.ballot.wished]
    laptop.tap(laptop.on(Sure).no)
    assert laptop.on(Options).cards
    wished.append(laptop.ballot.wished)
    assert wished == [0, None]
    laptop.tap(laptop.screen.findChildren(Card)[2])
    laptop.tap(laptop.on(Sure).yes)
    laptop.tap(laptop.on(Thanks))  # anywhere will do
    laptop.on(Cover)
    assert laptop.ballot._totals == [0, 0, 1, 0]


def test_whoever_passes_puts_nothing_in_the_box_and_a_chair_lights_as_for_all(laptop: Laptop) -> None:
    laptop.open_box()
    laptop.press(KEY.Key_Return)
    assert isinstance(laptop.screen, Options)
    laptop.tap(laptop.screen.cards[-1])
    assert laptop.ballot.passing
    assert isinstance(laptop.screen, Sure)
    assert laptop.screen.words.text() == "You pass. Nothing goes in the box."
    laptop.press(KEY.Key_Return)
    laptop.press(KEY.Key_Space)
    assert laptop.ballot._totals == [0, 0, 0, 0]
    assert len(laptop.ballot.lit) == 1


def test_tab_goes_from_card_to_card_and_enter_takes_the_one_it_is_on(laptop: Laptop) -> None:
    laptop.open_box()
    laptop.press(KEY.Key_Return)
    laptop.press(KEY.Key_Return)
    assert laptop.is_at(Booth.OPTIONS), "nothing is chosen by a key that only says: go on"
    for _ in range(2):
        laptop.press(KEY.Key_Tab)
    laptop.press(KEY.Key_Return)
    assert laptop.ballot.wished == 1


def test_a_letter_without_an_option_does_nothing(laptop: Laptop) -> None:
    laptop.open_box()
    laptop.press(KEY.Key_Return)
    for key in (KEY.Key_D, KEY.Key_4, KEY.Key_9, KEY.Key_X):
        laptop.press(key)
        assert laptop.is_at(Booth.OPTIONS)
    laptop.press(KEY.Key_C, Qt.KeyboardModifier.ShiftModifier)
    assert laptop.ballot.wished == 2


@pytest.mark.parametrize("key", [KEY.Key_A, KEY.Key_Return, KEY.Key_Space])
def test_a_key_that_is_held_down_acts_once(laptop: Laptop, key: Qt.Key) -> None:
    laptop.open_box()
    laptop.press(KEY.Key_Return)
    laptop.press(KEY.Key_A)
    before = laptop.at
    for _ in range(60):
        held = QKeyEvent(QEvent.Type.KeyPress, key, NO_KEY, chr(key) if key < 128 else "\r", True)
        QApplication.sendEvent(native(laptop.booth), held)
        laptop.wait(0.1)
    assert before is Booth.SURE
    assert laptop.is_at(Booth.SURE)


def test_a_key_pressed_twice_does_not_fall_into_the_next_persons_screen(laptop: Laptop) -> None:
    laptop.open_box()
    laptop.press(KEY.Key_Return)
    laptop.press(KEY.Key_A)
    laptop.press(KEY.Key_Return, wait=False)
    for _ in range(5):
        laptop.press(KEY.Key_Return, wait=False)
    assert laptop.is_at(Booth.THANKS)
    laptop.wait()
    laptop.press(KEY.Key_A, wait=False)
    for _ in range(5):
        laptop.press(KEY.Key_A, wait=False)
    laptop.wait()
    laptop.press(KEY.Key_A)
    assert laptop.is_at(Booth.COVER)
    assert len(laptop.ballot.lit) == 1


def test_a_double_tap_does_not_confirm_what_it_chose(laptop: Laptop) -> None:
    laptop.open_box()
    laptop.press(KEY.Key_Return)
    assert isinstance(laptop.screen, Options)
    wide, tall = laptop.booth.width(), laptop.booth.height()
    at = [card.mapTo(laptop.booth, card.rect().center()) for card in laptop.screen.cards]
    laptop.tap(laptop.screen.cards[0], wait=False)
    for place in (*at, *(QPoint(x, y) for x in range(20, wide, 60) for y in range(20, tall, 40))):
        QTest.mouseClick(native(laptop.booth), Qt.MouseButton.LeftButton, NO_KEY, place)
        QTest.mouseDClick(native(laptop.booth), Qt.MouseButton.LeftButton, NO_KEY, place)
    settle()
    assert laptop.is_at(Booth.SURE)


def test_who_gets_up_without_a_word_leaves_the_cover_behind(laptop: Laptop) -> None:
    laptop.open_box()
    for key in (KEY.Key_Return, KEY.Key_A, KEY.Key_Return):
        laptop.press(key)
    assert laptop.is_at(Booth.THANKS)
    laptop.ticks(9)
    assert laptop.is_at(Booth.COVER)
    assert len(laptop.ballot.lit) == 1


def screens_of(store: Path, folder: Path, time: Time, key: Qt.Key, *, tap: int | None = None) -> dict[str, QImage]:
    """Grab each screen of two turns; the first person chooses by this key or by a tap on this card."""
    laptop, seen = Laptop(shutil.copytree(store, folder), time), {}
    laptop.open_box()
    laptop.press(KEY.Key_Return)
    if tap is None:
        laptop.press(key)
    else:
        assert isinstance(laptop.screen, Options)
        laptop.tap(laptop.screen.cards[tap])
    for name in ("sure", "thanks", "cover", "options"):
        seen[name] = laptop.booth.grab().toImage()
        focus = QApplication.focusWidget()
        assert focus is not None
        seen[f"{name}, focus on {type(focus).__name__} {focus.accessibleName()}"] = QImage()
        laptop.press(KEY.Key_Return)
    laptop.put_away()
    return seen


def test_what_is_seen_afterwards_is_the_same_whatever_was_chosen(
    at_choose: Path, tmp_path: Path, time: Time, dressed: QApplication
) -> None:
    by_a = screens_of(at_choose, tmp_path / "a", time, KEY.Key_A)
    others = (
        screens_of(at_choose, tmp_path / "b", time, KEY.Key_B), screens_of(at_choose, tmp_path / "p", time, KEY.Key_P),
        screens_of(at_choose, tmp_path / "t", time, KEY.Key_0, tap=3),
    )  # fmt: skip
    for other in others:
        assert other["sure"] != by_a["sure"], "the control: a choice can be seen while it is asked about"
        for name in ("thanks", "cover", "options"):
            assert other[name] == by_a[name], name
        ignored = ("sure",)
        assert [one for one in other if not one.startswith(ignored)] == [
            one for one in by_a if not one.startswith(ignored)
        ]
