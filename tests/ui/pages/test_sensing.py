"""How is it for us? on the console: by keys, refused in a sentence, sealed where the room may see, kept nowhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from elephants.sessions.deciding.ways import Way
from elephants.sessions.sensing.marks import Marks
from elephants.sessions.sensing.sensing import Sensing
from elephants.sessions.session import Session
from elephants.ui.pages.sensing.sensing import SensingPage
from tests.ui.pages.evening import Evening, focus, press, stops, type_words


@pytest.fixture
def page(evening: Evening) -> SensingPage:
    """The page as it is when the activity was just added."""
    evening.desk.change(evening.session, Session.add_activity, "sensing")
    shown: SensingPage = evening.page("sensing")
    return shown


def up(page: SensingPage) -> str:
    """Name the part that is up."""
    return next(name for name in ("templates", "shape", "counting", "came") if getattr(page, name) is page.part)


def take(page: SensingPage, template: str, way: Way = Way.TIN) -> Sensing:
    page.take(template)
    page.do(page.activity, Sensing.mark_by, way.value)
    return page.activity


def count(page: SensingPage, *marks: int) -> Marks:
    page.go_on()
    for place, n in enumerate(marks):
        page.do(page.marks, Marks.put, place, n)
    return page.marks


def test_a_template_is_taken_counted_and_shown_by_keys(page: SensingPage) -> None:
    assert [row.line.text for row in page.templates.list.rows()] == [
        "Temperature check", "Dots", "Can we try this?", "From yes to no",
    ]  # fmt: skip
    assert page.onward() == ""
    press(Qt.Key.Key_Return)
    assert up(page) == "shape"
    assert focus() is page.shape.add.field
    assert page.onward() == "Begin"
    assert page.go_on()
    assert focus() is page.counting.rows[0].count
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_C)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Down)
    assert page.marks.so_far == (2, 0, 1)
    assert page.counting.gap.text() == "14 here, 3 counted: 11 passed?"
    assert page.onward() == "Show what came"
    page.go_on()
    assert focus() is page.came.item.field
    assert page.onward() == ""


def test_in_words_the_console_says_no_more_than_the_room_is_told(page: SensingPage) -> None:
    take(page, "temperature")
    told = []
    for tally in ((12, 0, 1), (1, 0, 13)):
        count(page, *tally)
        page.go_on()
        told.append([row.line for row in page.came.list.rows()])
        assert not page.came.gap.isVisible()
        page.go_back()
    assert told[0] == told[1]
    assert [line.text for line in told[0]] == ["Go on", "Stop"]
    assert not any(sign.isdigit() for line in told[0] for sign in line.spoken())
    count(page, 12, 1, 1)
    page.go_on()
    assert [row.line for row in page.came.list.rows()] != told[0]  # the control: another outcome


def test_back_puts_the_marks_away_and_then_leaves_the_page(page: SensingPage) -> None:
    take(page, "consent")
    count(page, 1, 2, 3)
    assert page.go_back()
    assert up(page) == "shape"
    assert page.marks.so_far == ()
    page.shape.other.click()
    assert up(page) == "templates"
    assert page.go_back()
    assert up(page) == "shape"
    assert not page.go_back()


def test_what_belongs_on_the_agenda_is_put_there_by_hand(page: SensingPage, evening: Evening) -> None:
    take(page, "temperature")
    count(page, 12, 0, 1)
    page.go_on()
    assert page.came.asked.text() == "Does any of this belong on the agenda?"
    type_words("How fast we go")
    press(Qt.Key.Key_Return)
    assert [item.title for item in evening.session.items] == ["How fast we go"]
    assert page.came.item.told.text() == "On the agenda: How fast we go"
    assert page.marks.came == (0, 2)  # what the room looks at stays


def test_nothing_that_was_counted_is_kept(page: SensingPage, evening: Evening) -> None:
    take(page, "temperature", Way.OPEN)
    before = evening.kept()
    assert "How shall we go on?" in before  # the control: what was asked is a setting of the plan
    heard = evening.statements()
    count(page, 11, 2, 1)
    page.go_on()
    page.refresh()
    assert heard == []
    assert evening.kept() == before


def test_dots_ask_for_things_first(page: SensingPage) -> None:
    page.take("dots")
    assert page.shape.empty.isVisible()
    assert page.shape.each.isVisible()
    assert page.onward() == ""
    for words in ("The garden", "The kitchen"):
        type_words(words)
        press(Qt.Key.Key_Return)
    assert page.onward() == "Begin"
    type_words("the GARDEN")
    press(Qt.Key.Key_Return)
    assert page.shape.add.told.text() == "This one is there already."
    assert page.shape.add.text() == "the GARDEN"
    page.take("consent")
    assert not page.shape.each.isVisible()


def test_a_tenth_is_refused_in_a_sentence(page: SensingPage) -> None:
    page.take("dots")
    for n in range(10):
        type_words(f"Thing {n}")
        press(Qt.Key.Key_Return)
    assert page.shape.add.told.text() == "Nine are the most. Bring two of them together."


def test_nothing_counted_yet_is_said(page: SensingPage, evening: Evening) -> None:
    take(page, "temperature")
    page.go_on()
    page.go_on()
    assert evening.said[-1] == "Nothing was counted yet. Count the marks, or go back."
    assert up(page) == "counting"


def test_where_the_room_may_see_the_screen_counts_are_dots(page: SensingPage) -> None:
    take(page, "temperature")
    count(page, 12, 0, 1)
    page.cover(on=True)
    said = [row.count.accessibleName() for row in page.counting.rows] + [page.counting.gap.text()]
    assert not any(sign.isdigit() for words in said for sign in words)
    page.do(page.marks, Marks.put, 0, 11)
    said = [row.count.words.text() for row in page.counting.rows] + [page.counting.gap.text()]
    assert said == ["•", "•", "•", ""]
    page.cover(on=False)
    assert [row.count.words.text() for row in page.counting.rows] == ["11", "0", "1"]


def test_who_can_learn_what_stands_below_before_it_begins(page: SensingPage) -> None:
    take(page, "temperature")
    assert "“Some of us” can be one, or all of us." in page.shape.learns.text()
    form = page.shape.form
    form.setFocus()
    QTest.keyClick(form, Qt.Key.Key_Down)
    assert page.activity.form == "numbers"
    assert "everyone knows" in page.shape.learns.text()


@pytest.mark.parametrize("part", ["templates", "shape", "counting", "came"])
def test_everything_has_a_name_and_a_turn(page: SensingPage, part: str, all_named: Callable[[QWidget], bool]) -> None:
    steps: dict[str, Callable[[], Any]] = {
        "shape": lambda: page.take("dots"),
        "counting": lambda: (take(page, "gradients"), page.go_on()),
        "came": lambda: (take(page, "temperature"), count(page, 3, 1, 1), page.go_on()),
    }
    if part in steps:
        steps[part]()
    QApplication.processEvents()
    assert up(page) == part
    assert all_named(page)
    assert len(set(stops(page))) >= {"templates": 1, "shape": 7, "counting": 5, "came": 4}[part]


def test_right_to_left_the_letter_lies_right(page: SensingPage, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        take(page, "temperature")
        count(page, 1, 2, 3)
        qapp.processEvents()
        row = page.counting.rows[0]
        assert row.count.x() < row.width() / 2
        page.grab()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
