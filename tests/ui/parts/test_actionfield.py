"""Who does what by when: nothing typed is lost, and a name is written only where somebody wants it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from elephants.ui.parts.actionfield import NOTHING, ActionField
from elephants.ui.style import LIGHT, dress

TODAY = date(2026, 11, 24)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


@pytest.fixture
def field(qtbot: QtBot) -> ActionField:
    made = ActionField(TODAY)
    qtbot.addWidget(made)
    made.resize(766, 220)
    made.show()
    return made


@pytest.fixture
def heard(field: ActionField) -> list[tuple[object, ...]]:
    told: list[tuple[object, ...]] = []
    field.added.connect(lambda *words: told.append(words))
    return told


def test_enter_in_what_adds_with_no_more_than_that(field: ActionField, heard: list[tuple[object, ...]]) -> None:
    QTest.keyClicks(field.what, "  Ask the hall about the side door ")
    QTest.keyClick(field.what, Qt.Key.Key_Return)
    assert heard == [("Ask the hall about the side door", "", False, None)]
    assert field.what.text()
    assert field.typed() == ("  Ask the hall about the side door ", "", False, None)


def test_who_and_by_when_go_with_it_by_keyboard_alone(field: ActionField, heard: list[tuple[object, ...]]) -> None:
    field.what.setFocus()
    QTest.keyClicks(field.what, "A note on the kitchen door")
    stops, at = list[QWidget](), focused()
    for _ in range(5):
        QTest.keyClick(at, Qt.Key.Key_Tab)
        at = focused()
        stops.append(at)
        if at is field.who:
            QTest.keyClicks(at, "Sam")
        elif at is field.named:
            QTest.keyClick(at, Qt.Key.Key_Space)
        elif at is field.by.edit:
            QTest.keyClicks(at, "30112026")
    assert stops == [field.who, field.named, field.by.edit, field.by.button, field.button]
    QTest.keyClick(field.button, Qt.Key.Key_Space)
    assert heard == [("A note on the kitchen door", "Sam", True, date(2026, 11, 30))]


def test_tab_passes_a_day_that_is_left_open(field: ActionField) -> None:
    field.named.setFocus()
    for key, onto in (
        (Qt.Key.Key_Tab, field.by.edit),
        (Qt.Key.Key_Tab, field.by.button),
        (Qt.Key.Key_Backtab, field.by.edit),
        (Qt.Key.Key_Backtab, field.named),
    ):
        QTest.keyClick(focused(), key)
        assert focused() is onto


@pytest.mark.parametrize("part", ["who", "day"])
def test_enter_in_the_other_fields_adds_too(field: ActionField, heard: list[tuple[object, ...]], part: str) -> None:
    QTest.keyClicks(field.what, "Ask the hall")
    QTest.keyClick(field.who if part == "who" else field.by.edit, Qt.Key.Key_Return)
    assert heard == [("Ask the hall", "", False, None)]


def test_the_button_adds_and_accept_empties_all(field: ActionField, heard: list[tuple[object, ...]]) -> None:
    QTest.keyClicks(field.what, "Ask the hall")
    QTest.keyClicks(field.who, "Two of us")
    field.named.setChecked(True)
    field.by.show_day(date(2026, 12, 1))
    QTest.mouseClick(field.button, Qt.MouseButton.LeftButton)
    assert len(heard) == 1
    field.say("Something was not right.")
    field.accept()
    assert (field.what.text(), field.who.text(), field.by.day()) == ("", "", None)
    assert not field.named.isChecked()
    assert field.told.isHidden()
    assert field.typed() == NOTHING


def test_without_what_it_asks_for_it_and_keeps_the_rest(field: ActionField, heard: list[tuple[object, ...]]) -> None:
    QTest.keyClicks(field.who, "Two of us")
    QTest.mouseClick(field.button, Qt.MouseButton.LeftButton)
    assert heard == []
    assert field.told.text() == "What will be done?"
    assert field.who.text() == "Two of us"
    assert field.what.hasFocus()


def test_a_tick_without_a_name_asks_for_the_name(field: ActionField, heard: list[tuple[object, ...]]) -> None:
    QTest.keyClicks(field.what, "Ask the hall")
    field.named.setChecked(True)
    QTest.keyClick(field.what, Qt.Key.Key_Return)
    assert heard == []
    assert "name" in field.told.text()
    assert field.who.hasFocus()


def test_too_long_a_line_is_said_and_stays(field: ActionField, heard: list[tuple[object, ...]]) -> None:
    field.what.setText("a" * 301)
    assert field.told.text() == "1 letter too many. Make it shorter."
    QTest.keyClick(field.what, Qt.Key.Key_Return)
    assert heard == []
    assert len(field.what.text()) == 301
    field.what.setText("a" * 300)
    assert field.told.isHidden()
    field.who.setText("b" * 42)
    assert field.told.text() == "2 letters too many. Make it shorter."


def test_a_refusal_is_said_to_those_who_cannot_see_it(field: ActionField) -> None:
    field.say("Monday 23 November 2026 has passed.")
    assert field.told.isVisible()
    assert field.what.accessibleDescription() == "Monday 23 November 2026 has passed."


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_everything_is_named_and_inside(
    field: ActionField, qapp: QApplication, all_named: Callable[[QWidget], bool], zoom: float
) -> None:
    dress(qapp, LIGHT, zoom, motion=False)
    field.resize(766, field.sizeHint().height())
    qapp.processEvents()
    field.resize(766, max(field.sizeHint().height(), field.minimumSizeHint().height()))
    qapp.processEvents()
    assert all_named(field)
    assert field.minimumSizeHint().width() <= 766
    for part in (field.what, field.who, field.named, field.by.edit, field.by.button, field.button):
        at = part.mapTo(field, part.rect().topLeft())
        assert at.x() >= 0
        assert at.x() + part.width() <= field.width()
        assert part.height() >= min(44, part.sizeHint().height())
    field.by.show_day(date(2026, 11, 30))
    qapp.processEvents()
