"""Nobody there for minutes, and a laptop that slept in the middle of a vote: the cover, the box as it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from elephants.sessions.deciding.ballot import Booth
from elephants.ui.booth.clock import Clock, Silence, Watch
from elephants.ui.booth.screens import Cover, Options, Still, Sure
from tests.ui.booth.laptop import KEY, NO_KEY, Laptop, Time, native
from tests.ui.walking import settle


def test_the_watch_tells_silence_and_sleep_apart(time: Time) -> None:
    watch = Watch(Clock())
    assert watch.look() is Silence.NONE
    for _ in range(179):
        time.passes(1)
        assert watch.look() is Silence.NONE
    time.passes(1)
    assert watch.look() is Silence.LONG
    for _ in range(60):
        time.passes(1)
        last = watch.look()
    assert last is Silence.OVER
    watch.touch()
    assert watch.look() is Silence.NONE
    time.walls += 3600  # most systems stop one clock in sleep, some none
    assert watch.look() is Silence.SLEPT
    time.passes(3600)
    assert watch.look() is Silence.SLEPT
    time.passes(1)
    assert watch.look() is Silence.NONE


def test_the_real_clocks_go_forward() -> None:
    clock = Clock()
    assert clock.steady() <= clock.steady()
    assert clock.wall() > 1_700_000_000


@pytest.mark.parametrize("chosen", [False, True])
def test_after_three_minutes_it_asks_and_after_one_more_the_cover_comes(laptop: Laptop, chosen: bool) -> None:
    laptop.open_box()
    laptop.vote(KEY.Key_B)
    before, lit = list(laptop.ballot._totals), laptop.ballot.lit
    laptop.press(KEY.Key_Return)
    if chosen:
        laptop.press(KEY.Key_A)
    laptop.ticks(178)
    assert isinstance(laptop.screen, Sure if chosen else Options)
    laptop.ticks(3)
    assert isinstance(laptop.screen, Still)
    assert laptop.screen.asked.text() == "Still there?"
    laptop.ticks(57)
    assert isinstance(laptop.screen, Still)
    laptop.ticks(4)
    assert isinstance(laptop.screen, Cover)
    assert (laptop.ballot._totals, laptop.ballot.lit, laptop.at) == (before, lit, Booth.COVER)
    assert laptop.ballot.wished is None


@pytest.mark.parametrize("key", [KEY.Key_X, KEY.Key_Return, KEY.Key_Escape, KEY.Key_Shift])
def test_any_key_keeps_what_was_there_and_does_nothing_else(laptop: Laptop, key: Qt.Key) -> None:
    laptop.open_box()
    laptop.press(KEY.Key_Return)
    laptop.press(KEY.Key_A)
    laptop.ticks(182)
    assert isinstance(laptop.screen, Still)
    laptop.press(key)
    assert isinstance(laptop.screen, Sure)
    assert laptop.ballot.wished == 0
    laptop.ticks(170)
    assert isinstance(laptop.screen, Sure), "the three minutes begin anew"


def test_a_tap_or_a_moved_pointer_keeps_it_too(laptop: Laptop) -> None:
    laptop.open_box()
    laptop.press(KEY.Key_Return)
    for touch in (QTest.mouseClick, None):
        laptop.ticks(182)
        assert isinstance(laptop.screen, Still)
        if touch is None:
            QTest.mouseMove(native(laptop.booth), laptop.booth.rect().center() / 2)
        else:
            touch(native(laptop.booth), Qt.MouseButton.LeftButton, NO_KEY, laptop.booth.rect().center())
        settle()
        assert isinstance(laptop.screen, Options)
        laptop.wait()


def test_the_cover_waits_for_ever(laptop: Laptop) -> None:
    laptop.open_box()
    laptop.ticks(600)
    assert isinstance(laptop.screen, Cover)


@pytest.mark.parametrize("presses", [(), (KEY.Key_Return,), (KEY.Key_Return, KEY.Key_A)])
def test_after_sleep_there_is_the_cover_and_the_box_as_it_was(laptop: Laptop, presses: tuple[Qt.Key, ...]) -> None:
    laptop.open_box()
    laptop.vote(KEY.Key_B)
    before, lit = list(laptop.ballot._totals), laptop.ballot.lit
    for key in presses:
        laptop.press(key)
    laptop.time.walls += 7200
    laptop.ticks(1)
    assert isinstance(laptop.screen, Cover)
    assert (laptop.ballot._totals, laptop.ballot.lit) == (before, lit)
    laptop.wait()
    laptop.vote(KEY.Key_A)
    assert laptop.ballot._totals == [1, 1, 0, 0]


def test_who_is_thanked_before_the_sleep_has_had_the_laptop(laptop: Laptop) -> None:
    laptop.open_box()
    for key in (KEY.Key_Return, KEY.Key_A, KEY.Key_Return):
        laptop.press(key)
    laptop.time.passes(7200)
    laptop.ticks(1)
    assert laptop.is_at(Booth.COVER)
    assert (laptop.ballot._totals, len(laptop.ballot.lit)) == ([1, 0, 0, 0], 1)
