"""A counter that is covered gives nothing away, and a large one shows all of its focus ring."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from elephants.ui.parts.counter import Counter
from elephants.ui.style import LIGHT, dress


def counter_of(qtbot: QtBot, say: Callable[[int], str], number: int) -> Counter:
    made = Counter("The church hall", say, most=20, big=True)
    qtbot.addWidget(made)
    made.show_number(number)
    made.show()
    return made


def picture(counter: Counter) -> QImage:
    QApplication.processEvents()
    return counter.grab().toImage()


def dot(_hands: int) -> str:
    return "•"


@pytest.mark.parametrize("number", [0, 1, 20])
def test_covered_no_number_looks_like_another(qtbot: QtBot, number: int) -> None:
    """The control is the same counter uncovered: there a pale button says that nothing was counted."""
    five = counter_of(qtbot, dot, 5)
    other = counter_of(qtbot, dot, number)
    assert picture(other) == picture(five)
    assert other.accessibleName() == five.accessibleName()
    assert other.fewer.isEnabled()
    assert other.more.isEnabled()
    open_one = counter_of(qtbot, str, number)
    assert open_one.fewer.isEnabled() == (number > 0)
    assert open_one.more.isEnabled() == (number < 20)


def test_covered_and_at_its_limits_it_asks_for_nothing(qtbot: QtBot) -> None:
    counter = counter_of(qtbot, dot, 0)
    asked: list[int] = []
    counter.asked.connect(asked.append)
    counter.fewer.click()
    counter.limit(0)
    counter.more.click()
    assert asked == []


def test_it_looks_covered_and_open_as_soon_as_it_is_said_anew(qtbot: QtBot) -> None:
    sealed = [False]
    counter = counter_of(qtbot, lambda hands: "•" if sealed[0] else str(hands), 0)
    assert not counter.fewer.isEnabled()
    sealed[0] = True
    counter.say_again()
    assert counter.fewer.isEnabled()
    sealed[0] = False
    counter.say_again()
    assert not counter.fewer.isEnabled()


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_the_focus_ring_is_seen_on_all_four_sides(qtbot: QtBot, qapp: QApplication, zoom: float) -> None:
    dress(qapp, LIGHT, zoom, motion=False)
    counter = counter_of(qtbot, str, 3)
    counter.activateWindow()
    counter.setFocus()
    seen = picture(counter)
    wide, high, clay = seen.width(), seen.height(), QColor(LIGHT.clay).rgb()
    along = [(x, y) for x in range(20, wide - 20) for y in (1, high - 2)]
    down = [(x, y) for x in (1, wide - 2) for y in range(20, high - 20)]
    assert {seen.pixel(x, y) for x, y in along + down} == {clay}
