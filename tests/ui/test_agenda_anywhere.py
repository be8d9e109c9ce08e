"""Something for the agenda from wherever the room is: the page, the chairs and the keyboard stay as they were."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.round import CheckIn
from elephants.sessions.session import Session
from elephants.ui.style import LIGHT, dress
from tests.ui.stage_of import TwoWindows, two_windows
from tests.ui.views.kitchen import kitchen_before
from tests.ui.walking import settle

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def both(tmp_path: Path) -> Iterator[TwoWindows]:
    with two_windows(kitchen_before(tmp_path)) as made:
        yield made


def at(both: TwoWindows, kind: str) -> None:
    kitchen = both.kitchen
    found = next(one for one in kitchen.session.activities if one.kind == kind)
    kitchen.desk.change(kitchen.session, Session.go, found)
    settle()


def call(both: TwoWindows) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_A, CTRL_SHIFT)
    settle()


def type_and_add(words: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)
    QTest.keyClick(focused, Qt.Key.Key_Return)
    settle()


def test_it_is_added_during_a_round_and_the_round_goes_on(both: TwoWindows) -> None:
    kitchen, console = both.kitchen, both.console
    checkin = next(one for one in kitchen.session.activities if isinstance(one, CheckIn))
    kitchen.desk.change(checkin, CheckIn.ask, "How are you arriving today?")
    at(both, "checkin")
    both.press(Qt.Key.Key_Down)
    page, lit, focused = console.page, kitchen.desk.moment(checkin).lit, QApplication.focusWidget()
    seen = both.room_words()
    call(both)
    assert console.anywhere.isVisible()
    assert QApplication.focusWidget() is console.anywhere.field.field
    type_and_add("The side gate is locked")
    assert [item.title for item in kitchen.session.items] == ["The side gate is locked"]
    assert not console.anywhere.isVisible()
    assert console.note.words.text() == "On today's agenda: The side gate is locked"
    assert QApplication.focusWidget() is focused
    assert (console.page, kitchen.desk.moment(checkin).lit, both.room_words()) == (page, lit, seen)
    both.press(Qt.Key.Key_Down)
    assert len(kitchen.desk.moment(checkin).lit) == len(lit) + 1


def test_once_the_agenda_is_done_it_goes_to_the_next_one(both: TwoWindows) -> None:
    at(both, "agenda")
    at(both, "checkout")
    call(both)
    type_and_add("A longer table")
    assert both.kitchen.session.items == []
    assert [item.title for item in both.kitchen.space.open_items()] == ["A longer table"]
    assert both.console.note.words.text() == "On the next agenda: A longer table"


def test_while_an_item_is_decided_it_is_still_today(both: TwoWindows) -> None:
    at(both, "agenda")
    kitchen = both.kitchen
    agenda = kitchen.go("agenda", Agenda)
    kitchen.desk.change(agenda, Agenda.add_item, "Where?", "decide")
    kitchen.desk.change(agenda, Agenda.decide, kitchen.session.items[0])
    settle()
    call(both)
    type_and_add("And when?")
    assert [item.title for item in kitchen.session.items] == ["Where?", "And when?"]
    assert kitchen.session.now is not None
    assert kitchen.session.now.kind == "deciding"


def test_escape_puts_it_away_and_what_was_typed_waits(both: TwoWindows) -> None:
    at(both, "agreement")
    focused = QApplication.focusWidget()
    QTest.mouseClick(both.console.rail.item, Qt.MouseButton.LeftButton)
    settle()
    field = QApplication.focusWidget()
    assert field is both.console.anywhere.field.field
    QTest.keyClicks(field, "Half a thou")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    settle()
    assert not both.console.anywhere.isVisible()
    assert QApplication.focusWidget() is focused
    assert both.kitchen.session.items == []
    call(both)
    assert both.console.anywhere.field.text() == "Half a thou"


def test_too_long_is_refused_and_stays(both: TwoWindows) -> None:
    call(both)
    type_and_add("a" * 121)
    assert both.console.anywhere.isVisible()
    assert len(both.console.anywhere.field.text()) == 121
    assert both.kitchen.session.items == []


def test_the_page_may_go_while_the_field_is_open(both: TwoWindows) -> None:
    at(both, "agreement")
    call(both)
    at(both, "checkout")
    call(both)
    type_and_add("A longer table")
    assert [item.title for item in both.kitchen.session.items] == ["A longer table"]
    assert not both.console.anywhere.isVisible()
    assert QApplication.focusWidget() is not None


def test_the_field_of_an_item_is_whole_at_200_percent(both: TwoWindows, qapp: QApplication) -> None:
    dress(qapp, LIGHT, 2.0, motion=False)
    settle()
    kitchen = both.kitchen
    at(both, "agenda")
    agenda = kitchen.go("agenda", Agenda)
    for title in ("The side gate", "The garden", "The soup"):
        kitchen.desk.change(agenda, Agenda.add_item, title)
    kitchen.desk.change(kitchen.session.items[0], AgendaItem.add_point, "Nobody has the key.")
    both.press(Qt.Key.Key_PageDown)
    field = QApplication.focusWidget()
    assert field is not None
    assert field.accessibleName() == "What should be kept? One line"
    assert field.visibleRegion().boundingRect() == field.rect()
