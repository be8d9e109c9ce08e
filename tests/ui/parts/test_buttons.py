"""Buttons, the switch and the counter, by hand and by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from elephants.ui.parts.buttons import Button, LinkButton, PlainButton, PrimaryButton, QuietButton, SquareButton
from elephants.ui.parts.counter import Counter
from elephants.ui.parts.toggle import Toggle
from elephants.ui.style import LIGHT, dress, px

KINDS = (PrimaryButton, PlainButton, QuietButton, LinkButton)


@pytest.mark.parametrize("kind", KINDS)
def test_a_button_is_pressed_by_hand_and_by_keyboard(qtbot: QtBot, kind: type[Button]) -> None:
    button = kind("Add a view", "plus", "Enter")
    qtbot.addWidget(button)
    button.show()
    button.setFocus()
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert len(pressed) == 2


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("zoom", [0.8, 1.0, 2.0])
def test_words_on_a_button_are_never_cut(qtbot: QtBot, qapp: QApplication, kind: type[Button], zoom: float) -> None:
    dress(qapp, LIGHT, zoom, motion=False)
    short, longer = kind("Add a view", "plus", "Enter"), kind("Add a view, my", "plus", "Enter")
    for button in (short, longer):
        qtbot.addWidget(button)
        words = QFontMetricsF(button.word_font()).horizontalAdvance(button.words())
        assert button.minimumSizeHint().width() >= words + px(20) + px(10)
        assert button.sizeHint().width() > button.minimumSizeHint().width()
        assert button.sizeHint().height() >= px(44)
    assert longer.sizeHint().width() > short.sizeHint().width()


def test_an_ampersand_is_a_letter_and_no_shortcut(qtbot: QtBot) -> None:
    button = PlainButton("Tea & cake")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Tea & cake"
    assert button.shortcut().isEmpty()


def test_a_button_can_say_something_else(qtbot: QtBot) -> None:
    button = PrimaryButton("Next: Spread")
    qtbot.addWidget(button)
    before = button.sizeHint().width()
    button.say("Next: Read back", "check")
    assert button.accessibleName() == "Next: Read back"
    assert button.sizeHint().width() > before


def test_arrows_point_where_reading_goes(qtbot: QtBot) -> None:
    shots = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        button = PrimaryButton("", "arrow-right")
        qtbot.addWidget(button)
        button.setLayoutDirection(direction)
        shots.append(button.grab().toImage())
    assert shots[0] != shots[1]


@pytest.mark.parametrize("zoom", [0.8, 1.0, 2.0])
def test_a_square_button_is_large_enough_and_named(qtbot: QtBot, qapp: QApplication, zoom: float) -> None:
    button = SquareButton("x", "Close this note")
    qtbot.addWidget(button)
    dress(qapp, LIGHT, zoom, motion=False)
    assert button.width() == button.height() == px(44)
    assert button.accessibleName() == "Close this note"


def test_the_switch_says_its_state_and_only_hands_are_told(qtbot: QtBot) -> None:
    switch = Toggle("Room screen")
    qtbot.addWidget(switch)
    switch.show()
    told: list[bool] = []
    switch.toggled.connect(told.append)
    switch.show_on(True)
    assert (switch.state_word(), told) == ("On", [])
    QTest.keyClick(switch, Qt.Key.Key_Space)
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert told == [False, True]
    assert (switch.accessibleName(), switch.accessibleDescription()) == ("Room screen", "On")


def made_counter(qtbot: QtBot, most: int = 200) -> tuple[Counter, list[int]]:
    counter = Counter("People here", lambda n: f"{n} here", most=most)
    qtbot.addWidget(counter)
    counter.show()
    asked: list[int] = []
    counter.asked.connect(asked.append)
    counter.asked.connect(counter.show_number)
    return counter, asked


def test_the_counter_counts_by_hand_and_by_keys(qtbot: QtBot) -> None:
    counter, asked = made_counter(qtbot)
    counter.show_number(14)
    QTest.mouseClick(counter.more, Qt.MouseButton.LeftButton)
    QTest.mouseClick(counter.fewer, Qt.MouseButton.LeftButton)
    counter.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Plus, Qt.Key.Key_Up, Qt.Key.Key_Minus):
        QTest.keyClick(counter, key)
    assert asked == [15, 14, 15, 16, 15, 14]
    assert counter.accessibleName() == "14 here"


def test_the_counter_stops_at_its_limits(qtbot: QtBot) -> None:
    counter, asked = made_counter(qtbot, most=1)
    QTest.keyClick(counter, Qt.Key.Key_Up)
    QTest.keyClick(counter, Qt.Key.Key_Down)
    QTest.keyClick(counter, Qt.Key.Key_Down)
    assert asked == [1]
    assert not counter.more.isEnabled()
    counter.limit(2)
    assert counter.more.isEnabled()


def test_a_counter_is_one_stop_for_the_keyboard_and_named(qtbot: QtBot, all_named: Callable[[QWidget], bool]) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    lay = QHBoxLayout(page)
    counter = Counter("The church hall", big=True)
    for part in (counter, Toggle("Room screen"), PlainButton("Count again")):
        lay.addWidget(part)
    page.show()
    counter.setFocus()
    QTest.keyClick(counter, Qt.Key.Key_Tab)
    assert isinstance(page.focusWidget(), Toggle)
    assert counter.accessibleName() == "The church hall: 0"
    assert all_named(page)
