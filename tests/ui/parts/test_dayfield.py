"""The field for a day: typed, stepped or chosen, never lost and never refused by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from elephants.ui.parts.dayfield import DayField

TODAY = date(2026, 11, 24)


def field(qtbot: QtBot) -> DayField:
    made = DayField("When do we look again?", least=TODAY)
    qtbot.addWidget(made)
    made.resize(600, 60)
    made.show()
    return made


def test_no_day_stands_in_it_until_one_is_typed(qtbot: QtBot) -> None:
    made = field(qtbot)
    assert made.day() is None
    assert made.edit.text() == "No day yet"
    heard: list[date | None] = []
    made.changed.connect(lambda: heard.append(made.day()))
    made.edit.setFocus()
    QTest.keyClicks(made.edit, "02022027")
    assert made.day() == date(2027, 2, 2)
    assert heard[-1] == made.day()
    assert made.words.text() == "Tuesday 2 February 2027"


def test_a_day_is_told_without_a_signal_and_taken_away(qtbot: QtBot) -> None:
    made = field(qtbot)
    with qtbot.assertNotEmitted(made.changed):
        made.show_day(date(2027, 1, 5))
        assert made.words.text() == "Tuesday 5 January 2027"
        made.show_day(None)
    assert made.day() is None
    assert made.words.text() == ""


def test_up_begins_at_the_day_offered_and_then_steps(qtbot: QtBot) -> None:
    made = field(qtbot)
    made.offer(date(2026, 12, 1))
    QTest.keyClick(made.edit, Qt.Key.Key_Up)
    assert made.day() == date(2026, 12, 1)
    QTest.keyClick(made.edit, Qt.Key.Key_Up)
    assert made.day() == date(2026, 12, 2)


def test_a_day_before_the_first_is_said_and_kept_for_the_deed_to_refuse(qtbot: QtBot) -> None:
    made = field(qtbot)
    made.show_day(date(2026, 11, 23))
    assert made.day() == date(2026, 11, 23)
    assert made.words.text() == "Monday 23 November 2026 is too early"
    assert made.edit.accessibleDescription() == made.words.text()


def test_the_calendar_gives_a_day_and_closes(qtbot: QtBot) -> None:
    made = field(qtbot)
    QTest.mouseClick(made.button, Qt.MouseButton.LeftButton)
    calendar = made.calendar()
    assert calendar is not None
    assert calendar.minimumDate() == QDate(2026, 11, 24)
    QTest.keyClick(calendar.findChildren(QWidget, "qt_calendar_calendarview")[0], Qt.Key.Key_Right)
    QTest.keyClick(calendar.findChildren(QWidget, "qt_calendar_calendarview")[0], Qt.Key.Key_Return)
    assert made.day() == date(2026, 11, 25)
    qtbot.waitUntil(lambda: made.calendar() is None)


def test_enter_is_told_and_names_are_there(qtbot: QtBot, all_named: Callable[[QWidget], bool]) -> None:
    made = field(qtbot)
    with qtbot.waitSignal(made.entered, timeout=100):
        QTest.keyClick(made.edit, Qt.Key.Key_Return)
    assert all_named(made)
