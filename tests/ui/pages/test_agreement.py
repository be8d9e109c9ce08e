"""The working agreement: begun, changed, ordered and taken out by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from elephants.sessions.agreement import STARTERS, Agreement
from elephants.ui.pages.agreement import AgreementPage
from elephants.ui.parts import dialogs
from tests.ui.pages.evening import Evening, focus, press, stops, type_words


def started(evening: Evening) -> AgreementPage:
    page: AgreementPage = evening.page("agreement")
    page.start.setFocus()
    press(Qt.Key.Key_Space)
    return page


def texts(evening: Evening) -> list[str]:
    return [line.text for line in evening.space.agreement]


def choose(page: AgreementPage, row: int, words: str) -> None:
    """Open a row's menu with Enter and take one line of it."""
    page.list.choose(page.list.rows()[row].line.id)
    press(Qt.Key.Key_Return)
    menu = page.list.rows()[row].findChild(QMenu)
    assert menu is not None
    next(item for item in menu.actions() if item.text() == words).trigger()
    menu.close()


def answers(monkeypatch: pytest.MonkeyPatch, *words: str) -> list[tuple[str, str]]:
    """Answer the question for words with each of these in turn; gives what was offered, and why it was asked again."""
    asked: list[tuple[str, str]] = []
    given: Iterator[str] = iter(words)

    def ask_words(_parent: QWidget, _title: str, why: str, _do: str, text: str = "") -> str:
        asked.append((text, why))
        return next(given)

    monkeypatch.setattr(dialogs, "ask_words", ask_words)
    return asked


def test_where_nothing_is_agreed_the_starters_are_offered(evening: Evening) -> None:
    page: AgreementPage = evening.page("agreement")
    assert page.start.words() == "Start with these 7 lines"
    assert "You can pass." in page.starters.text()
    assert texts(evening) == []
    page.start.click()
    assert texts(evening) == list(STARTERS)
    assert not page.begin.isVisible()
    assert page.privacy.text().startswith("If someone may be in serious danger")


def test_the_keyboard_goes_on_to_the_field_when_the_offer_is_taken(evening: Evening) -> None:
    page = started(evening)
    assert focus() is page.add.field


def test_a_line_is_added_and_one_there_already_is_refused_and_stays(evening: Evening) -> None:
    page = started(evening)
    type_words("We eat together.")
    press(Qt.Key.Key_Return)
    assert texts(evening)[-1] == "We eat together."
    assert page.add.text() == ""
    type_words("we eat TOGETHER.")
    press(Qt.Key.Key_Return)
    assert page.add.told.text() == "This line is there already."
    assert page.add.text() == "we eat TOGETHER."


def test_other_words_are_asked_for_until_they_can_be_taken(evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    page = started(evening)
    asked = answers(monkeypatch, "a" * 301, "Passing is fine.")
    choose(page, 1, "Change the words")
    assert texts(evening)[1] == "Passing is fine."
    assert asked[0] == ("You can pass.", "")
    assert asked[1][0] == "a" * 301
    assert "301" in asked[1][1]


def test_left_as_it_is_nothing_changes(evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    page = started(evening)
    answers(monkeypatch, "")
    choose(page, 1, "Change the words")
    assert texts(evening) == list(STARTERS)


def test_lines_go_up_and_down_and_out(evening: Evening) -> None:
    page = started(evening)
    choose(page, 1, "Move up")
    assert texts(evening)[:2] == [STARTERS[1], STARTERS[0]]
    page.list.choose(page.list.rows()[0].line.id)
    QTest.keyClick(focus(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert texts(evening)[:2] == [STARTERS[0], STARTERS[1]]
    choose(page, 6, "Take it out")
    assert texts(evening) == list(STARTERS[:6])
    assert STARTERS[6] not in evening.kept()
    assert STARTERS[5] in evening.kept()  # the control


def test_the_first_line_cannot_go_up_nor_the_last_down(evening: Evening) -> None:
    page = started(evening)
    rows = page.list.rows()
    assert "up" not in dict(rows[0].line.actions)
    assert "down" not in dict(rows[6].line.actions)


def test_the_limit_of_privacy_is_worded_by_the_group_and_can_go(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    page: AgreementPage = evening.page("agreement")
    assert page.privacy_change.words() == "Say it in the group's words"
    assert not page.privacy_away.isVisible()
    asked = answers(monkeypatch, "If somebody is in danger, Jo tells us first.")
    page.privacy_change.click()
    assert asked[0][0].startswith("If someone may be in serious danger")
    assert evening.space.privacy_line == "If somebody is in danger, Jo tells us first."
    assert page.privacy.text() == evening.space.privacy_line
    page.privacy_away.click()
    assert evening.space.privacy_line == ""
    assert not page.privacy.isVisible()


def test_everything_has_a_name_and_a_turn(evening: Evening, all_named: Callable[[QWidget], bool]) -> None:
    page = evening.page("agreement")
    assert all_named(page)
    assert stops(page) == [
        "Another line, in the room's words", "Add line", "Say it in the group's words", "Start with these 7 lines",
    ]  # fmt: skip
    page.start.click()
    assert all_named(page)
    page.add.setFocus()
    names = stops(page)
    assert names[:4] == ["Another line, in the room's words", "Add line", "Change the words", "Take it away"]
    assert len(names) == 6  # the list is one stop, with the menu of the row it is on


def test_drawing_again_asks_the_store_for_nothing(evening: Evening) -> None:
    page = started(evening)
    heard = evening.statements()
    page.refresh()
    assert heard == []
    evening.desk.change(evening.activity("agreement"), Agreement.add_line, "We eat together.")
    assert heard != []  # the control


def test_right_to_left_the_button_stands_left_of_the_field(evening: Evening, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        page = started(evening)
        qapp.processEvents()
        assert page.add.button.x() < page.add.field.x()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
