"""Deciding together by real keys: what is typed is never lost, counts are said, and a no leaves out all of us."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from elephants.sessions.agenda.agenda import Agenda
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import Count
from elephants.sessions.deciding.steps import Ending, Step
from elephants.sessions.session import Session
from elephants.ui.pages.deciding.add import AddStep
from elephants.ui.pages.deciding.choose import ChooseStep
from elephants.ui.pages.deciding.deciding import DecidingPage
from elephants.ui.pages.deciding.readback import ReadBackStep
from elephants.ui.pages.deciding.ready import ReadyStep
from elephants.ui.pages.deciding.reveal import RevealStep
from elephants.ui.pages.deciding.views import ViewsStep
from tests.ui.pages.evening import Evening

KEY = Qt.Key


def opened(evening: Evening, *, short: bool = False) -> DecidingPage:
    """The page of a decision that has just been opened from the agenda."""
    change, session = evening.desk.change, evening.session
    agenda = evening.activity("agenda")
    change(session, Session.go, agenda)
    change(agenda, Agenda.add_item, "Where do we meet in winter?", "decide", "leaning", 35)
    change(agenda, Agenda.decide, session.items[-1], short=short)
    page: DecidingPage = evening.page("deciding")
    return page


def write(field: QWidget, words: str) -> None:
    QTest.keyClicks(field, words)
    QTest.keyClick(field, KEY.Key_Return)


def to_choose(evening: Evening) -> tuple[DecidingPage, ChooseStep]:
    page = opened(evening)
    for _ in range(4):
        page.go_on()
    assert isinstance(page.part, ReadyStep)
    for option in ("The hall", "The kitchen"):
        write(page.part.options.field.field, option)
    page.go_on()
    assert isinstance(page.part, ChooseStep)
    return page, page.part


def to_read_back(evening: Evening) -> tuple[DecidingPage, ReadBackStep]:
    page, choose = to_choose(evening)
    choose.rows[0].count.setFocus()
    for _ in range(9):
        QTest.keyClick(choose.rows[0].count, KEY.Key_Down)
    page.go_on()
    assert isinstance(page.part, RevealStep)
    page.go_on()
    assert isinstance(page.part, AddStep)
    QTest.mouseClick(page.part.nothing, Qt.MouseButton.LeftButton)
    page.go_on()
    evening.desk.change(page.activity, Deciding.everyone)
    assert isinstance(page.part, ReadBackStep)
    return page, page.part


def test_a_view_is_kept_by_enter_and_undo_cannot_bring_its_words_back(evening: Evening) -> None:
    page = opened(evening)
    page.go_on()
    part = page.part
    assert isinstance(part, ViewsStep)
    write(part.field.field, "The hall is warm.")
    assert [view.text for view in page.activity.poll.views] == ["The hall is warm."]
    assert part.field.text() == ""
    assert not part.field.field.isUndoAvailable(), "what was struck must not come back into the field"


def test_too_long_a_view_stays_in_its_field(evening: Evening) -> None:
    page = opened(evening)
    page.go_on()
    part = page.part
    assert isinstance(part, ViewsStep)
    part.field.field.setText("w" * 201)
    QTest.keyClick(part.field.field, KEY.Key_Return)
    assert page.activity.poll.views == []
    assert len(part.field.text()) == 201
    assert "too many" in part.field.told.text()


def test_the_same_option_twice_is_said_and_stays(evening: Evening) -> None:
    page = opened(evening)
    for _ in range(4):
        page.go_on()
    assert isinstance(page.part, ReadyStep)
    field = page.part.options.field
    write(field.field, "The hall")
    write(field.field, "the HALL")
    assert field.text() == "the HALL"
    assert "already" in field.told.text()


def test_a_letter_goes_to_its_option_and_down_counts(evening: Evening) -> None:
    page, choose = to_choose(evening)
    QTest.keyClick(choose, KEY.Key_B)
    page.more()
    page.more()
    page.fewer()
    QTest.keyClick(choose, KEY.Key_0)
    page.more()
    count = page.count()
    assert isinstance(count, Count)
    assert count.hands == (0, 1, 1)
    assert choose.gap.text() == "14 here, 2 counted: 12 passed?"


def test_no_hands_at_all_are_not_a_result(evening: Evening) -> None:
    page, _ = to_choose(evening)
    page.go_on()
    assert page.activity.step == Step.CHOOSE
    assert "Nothing was counted" in evening.said[-1]


def test_words_at_the_read_back_survive_a_step_back(evening: Evening) -> None:
    page, part = to_read_back(evening)
    part.title.setText("Where we meet")
    part.words.setPlainText("In winter we meet in the hall.")
    assert page.go_back()
    assert page.activity.step == Step.CHECK
    assert (page.activity.poll.title, page.activity.poll.words) == ("Where we meet", "In winter we meet in the hall.")


def test_a_decision_without_words_is_not_closed_with_the_old_ones(evening: Evening) -> None:
    page, part = to_read_back(evening)
    part.title.setText("")
    part.words.setPlainText("")
    part.endings[Ending.ALL].click()
    page.go_on()
    assert page.activity.poll.ending is None
    assert "title" in evening.said[-1]


@pytest.mark.parametrize("kept", [True, False])
def test_a_remaining_no_needs_its_first_yes_and_leaves_out_all_of_us(evening: Evening, kept: bool) -> None:
    page, part = to_read_back(evening)
    part.no.words.setText("I will try it, but notice.")
    if kept:
        part.no.kept.click()
    else:
        QTest.keyClick(part.no.words, KEY.Key_Return)
    poll = page.activity.poll
    assert poll.remaining_no == ("I will try it, but notice." if kept else "")
    assert poll.print_no is False
    assert part.endings[Ending.ALL].isHidden() is kept


def test_an_ending_is_asked_for(evening: Evening) -> None:
    page, _ = to_read_back(evening)
    page.go_on()
    assert "When do we look again?" in evening.said[-1]
    page.go_on()
    assert page.activity.poll.ending is None
    assert "How does it end?" in evening.said[-1]
