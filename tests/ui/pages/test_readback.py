"""The read-back by real keys: line by line, in other words, struck, brought back, and agreed by the room."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from elephants.sessions.activity import AGREED
from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.session import Session
from elephants.ui.pages.readback import ReadBackPage
from elephants.ui.style import LIGHT, dress
from tests.ui.pages.evening import TODAY, Evening, focus, press, stops

CLICK = Qt.MouseButton.LeftButton
TITLE = "The bus pass letter"
SAID = ("Nobody knows which form it is.", "The library helps on Thursdays.", "We go two by two.")


def written(evening: Evening) -> ReadBackPage:
    """A record of an item with three lines, an action with its owner, and something to celebrate: seven lines."""
    change = evening.desk.change
    change(evening.activity("agenda"), Agenda.add_item, "The bus pass letter")
    item = evening.session.items[0]
    for text in SAID:
        change(item, AgendaItem.add_point, text)
    change(item, AgendaItem.add_action, "Fill in the form together", TODAY, name="Jo", by=date(2026, 12, 3))
    change(item, AgendaItem.close, "talked")
    change(evening.session, Session.celebrates, "We have two keys.")
    page: ReadBackPage = evening.page("readback")
    return page


def here(page: ReadBackPage) -> list[str]:
    """The lines that stand out."""
    return [row.line.text for row in page.lines.rows() if row.line.strong]


def test_nothing_kept_says_what_to_do_and_the_room_can_agree_that(evening: Evening) -> None:
    page: ReadBackPage = evening.page("readback")
    assert page.empty.isVisible()
    assert not page.change.isVisible()
    assert page.onward() == "The room agrees"
    page.go_on()
    assert evening.session.state == AGREED


def test_the_keyboard_and_the_primary_go_line_by_line(evening: Evening) -> None:
    page = written(evening)
    assert [row.line.under for row in page.lines.rows()] == [
        "On the agenda", TITLE, TITLE, TITLE, "Jo, by Thursday 3 December 2026", "Who does it",
        "Something to celebrate",
    ]  # fmt: skip
    assert here(page) == [TITLE]
    assert page.where.text() == "Line 1 of 7"
    assert focus() is page.lines.rows()[0]
    press(Qt.Key.Key_Up)
    assert here(page) == [TITLE]
    press(Qt.Key.Key_Down)
    assert here(page) == [SAID[0]]
    assert focus() is page.lines.rows()[1]
    assert page.onward() == "Next line"
    assert page.go_on()
    assert here(page) == [SAID[1]]
    press(Qt.Key.Key_Up)
    assert here(page) == [SAID[0]]
    assert page.go_back()
    assert here(page) == [TITLE]
    assert not page.go_back()
    page.more()
    page.more()
    page.fewer()
    assert here(page) == [SAID[0]]


def test_a_click_or_enter_chooses_a_line(evening: Evening) -> None:
    page = written(evening)
    QTest.mouseClick(page.lines.rows()[3], CLICK)
    assert here(page) == [SAID[2]]
    page.lines.rows()[4].setFocus()
    press(Qt.Key.Key_Return)
    assert here(page) == ["Fill in the form together"]


def test_words_are_changed_and_a_refusal_is_offered_again(evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    page = written(evening)
    asked: list[tuple[str, str]] = []
    answers = iter(["a" * 301, "Nobody knew which form it is."])

    def ask(_page: QWidget, _title: str, why: str, _do: str, text: str, **_more: bool) -> str:
        asked.append((why, text))
        return next(answers)

    monkeypatch.setattr("elephants.ui.parts.dialogs.ask_words", ask)
    page.more()
    QTest.mouseClick(page.change, CLICK)
    assert asked[0] == ("The bus pass letter", SAID[0])
    assert asked[1][1] == "a" * 301
    assert "301" in asked[1][0]
    assert evening.session.items[0].points[0].text == "Nobody knew which form it is."
    assert here(page) == ["Nobody knew which form it is."]


def test_leaving_the_words_changes_nothing(evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    page = written(evening)
    monkeypatch.setattr("elephants.ui.parts.dialogs.ask_words", lambda *_a, **_k: "")
    page.more()
    QTest.mouseClick(page.change, CLICK)
    assert evening.session.items[0].points[0].text == SAID[0]


def test_struck_is_gone_and_undo_brings_it_back(evening: Evening) -> None:
    page = written(evening)
    page.more()
    page.more()
    rows = {row.line.text: row for row in page.lines.rows()}
    QTest.mouseClick(page.strike, CLICK)
    assert SAID[1] not in evening.kept()
    assert evening.said[-1] == "Struck. Undo brings it back until the room has agreed."
    assert here(page) == [SAID[2]]
    assert page.lines.rows()[1] is rows[SAID[0]]
    evening.desk.undo()
    assert [row.line.text for row in page.lines.rows()][2] == SAID[1]


def test_striking_the_last_line_lies_at_the_one_before(evening: Evening) -> None:
    page = written(evening)
    for _ in range(6):
        page.more()
    QTest.mouseClick(page.strike, CLICK)
    assert evening.session.celebrate == ""
    assert here(page) == ["Jo"]
    QTest.mouseClick(page.strike, CLICK)
    assert evening.session.space.people == []
    assert here(page) == ["Fill in the form together"]
    assert page.onward() == "The room agrees"


def test_the_room_agrees_at_the_last_line_only(evening: Evening) -> None:
    page = written(evening)
    for _ in range(6):
        assert page.onward() == "Next line"
        page.go_on()
    assert evening.session.state != AGREED
    assert page.onward() == "The room agrees"
    page.go_on()
    assert evening.session.state == AGREED


def test_an_open_decision_is_said_and_nothing_is_agreed(evening: Evening) -> None:
    page = written(evening)
    agenda = evening.activity("agenda")
    evening.desk.change(agenda, Agenda.add_item, "Where do we meet?", "decide")
    evening.desk.change(agenda, Agenda.decide, evening.session.items[1])
    while page.onward() == "Next line":
        page.go_on()
    page.go_on()
    assert "A decision is still open" in evening.said[-1]
    assert evening.session.state != AGREED


def test_lines_of_different_tables_never_share_a_row(evening: Evening) -> None:
    page = written(evening)
    ids = [row.line.id for row in page.lines.rows()]
    assert len(set(ids)) == len(ids) == len(evening.activity("readback").lines())


def add_many(item: AgendaItem) -> None:
    for n in range(130):
        item.add_point(f"Line {n}.")


def test_a_long_record_is_read_from_its_first_line(evening: Evening) -> None:
    evening.desk.change(evening.activity("agenda"), Agenda.add_item, "The bus pass letter")
    item = evening.session.items[0]
    evening.desk.change(item, add_many)
    page: ReadBackPage = evening.page("readback")
    assert len(page.lines.rows()) == 131
    assert here(page) == [TITLE]
    evening.desk.change(page.finger, lambda finger: finger.point(130))
    QApplication.processEvents()
    last = page.lines.rows()[130]
    assert (
        page.lines.viewport()
        .rect()
        .intersects(last.rect().translated(last.mapTo(page.lines.viewport(), last.rect().topLeft())))
    )


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_everything_is_named_reached_by_tab_and_inside(
    evening: Evening, qapp: QApplication, all_named: Callable[[QWidget], bool], zoom: float
) -> None:
    dress(qapp, LIGHT, zoom, motion=False)
    page = written(evening)
    qapp.processEvents()
    assert all_named(page)
    for part in (one for one in page.findChildren(QWidget) if one.isVisible()):
        at = part.mapTo(page, part.rect().topLeft())
        assert at.x() >= 0
        assert at.x() + part.width() <= page.width() + 1
    assert page.change.mapTo(page, page.change.rect().bottomLeft()).y() <= page.height()
    assert {"Change the words", "Strike it"} <= set(stops(page))


def test_reading_on_asks_the_store_for_nothing(evening: Evening) -> None:
    page = written(evening)
    heard = evening.statements()
    page.more()
    page.refresh()
    page.onward()
    assert heard == []
    assert isinstance(evening.activity("readback"), ReadBack)
