"""A round in the real windows: the room reads that there is still room; all is in sight of keys at 100 % and 200 %."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from elephants.sessions.round import CheckIn
from elephants.ui.pages.round.round import RoundPage
from elephants.ui.style import LIGHT, dress
from tests.byhand import in_sight
from tests.ui.stage_of import TwoWindows, two_windows
from tests.ui.walking import settle

QUESTION = "How are you arriving today?"
STILL_ROOM, AT_EASE = "There is still room.", "Speak when you are ready."


@pytest.fixture(params=[1.0, 2.0], ids=["100 %", "200 %"])
def both(tmp_path: Path, dressed: QApplication, request: pytest.FixtureRequest) -> Iterator[TwoWindows]:
    dress(dressed, LIGHT, request.param, motion=False)
    with two_windows(tmp_path) as made:
        made.console.resize(1366, 768)
        made.open_room()
        made.kitchen.go("checkin", CheckIn)
        settle()
        yield made


def page_of(both: TwoWindows) -> RoundPage:
    page = both.console.page
    assert isinstance(page, RoundPage)
    return page


def shown(both: TwoWindows) -> list[bool]:
    """Whether it is said on the console, shown to the room, and said to the room by a screen reader."""
    texts = (both.room_words(), both.room.accessibleDescription())
    page = page_of(both)
    return [page.nudge.isVisible() and in_sight(page.nudge), *(STILL_ROOM in text for text in texts)]


def tab_to(both: TwoWindows, part: QWidget) -> None:
    for _ in range(40):
        if QApplication.focusWidget() is part:
            return
        both.press(Qt.Key.Key_Tab)
    raise AssertionError(part.accessibleName())


def test_after_a_minute_the_room_reads_that_there_is_still_room_until_a_chair_lights(both: TwoWindows) -> None:
    both.press(Qt.Key.Key_Return)
    page = page_of(both)
    assert page.questions[0].text() == QUESTION
    assert AT_EASE in both.room_words()
    assert shown(both) == [False, False, False]
    page.silence.timeout.emit()
    settle()
    assert shown(both) == [True, True, True]
    assert "Passing is fine." in both.room_words()
    both.press(Qt.Key.Key_Down)
    assert shown(both) == [False, False, False]
    assert AT_EASE in both.room_words()
    page.silence.timeout.emit()
    settle()
    assert shown(both) == [False, False, False]


def test_everything_to_choose_with_is_in_sight_when_the_keyboard_is_on_it(both: TwoWindows) -> None:
    chooser = page_of(both).chooser
    rows = chooser.list.rows()
    tab_to(both, rows[0])
    for row in rows:
        assert QApplication.focusWidget() is row
        assert in_sight(row)
        both.press(Qt.Key.Key_Down)
    for part in (chooser.own.field, chooser.own.button, chooser.kinds, chooser.others):
        tab_to(both, part)
        assert in_sight(part)


def test_a_question_of_our_own_is_asked_by_keys(both: TwoWindows) -> None:
    page = page_of(both)
    tab_to(both, page.chooser.own.field)
    QTest.keyClicks(page.chooser.own.field, "Which tree are you?")
    both.press(Qt.Key.Key_Return)
    assert page.questions[0].text() == "Which tree are you?"
    assert "Which tree are you?" in both.room_words()
    assert QApplication.focusWidget() is page.one_more
    assert in_sight(page.one_more)


def test_the_facilitator_is_told_to_go_first_where_the_room_does_not_see_it(both: TwoWindows) -> None:
    assert both.console.side.hint.text() == "You go first. You are in the circle."
    assert "You go first" not in both.room_words()
