"""Check-in and check-out by real keys: chairs light, questions are kept, answers have no place to go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from elephants.sessions.agenda import Agenda
from elephants.sessions.round import Chairs, Round
from elephants.sessions.session import Session
from elephants.ui.pages.round import RoundPage
from elephants.ui.plandialog import PlanDialog
from tests.ui.pages.evening import Evening, focus, press, stops, type_words

FIRST = "How are you arriving today?"


def begun(evening: Evening, kind: str = "checkin") -> RoundPage:
    page: RoundPage = evening.page(kind)
    press(Qt.Key.Key_Return)
    return page


def chairs(evening: Evening, kind: str = "checkin") -> Chairs:
    lit: Chairs = evening.desk.moment(evening.activity(kind))
    return lit


def test_enter_on_a_fresh_question_asks_it_and_shows_the_circle(evening: Evening) -> None:
    page = evening.page("checkin")
    assert page.chooser.isVisible()
    assert page.onward() == ""
    press(Qt.Key.Key_Return)
    assert evening.activity("checkin").questions == [FIRST]
    assert page.questions[0].text() == FIRST
    assert not page.chooser.isVisible()
    assert page.circle.accessibleName() == "0 of 14 have spoken or passed"


def test_a_click_chooses_too(evening: Evening) -> None:
    page = evening.page("checkin")
    QTest.mouseClick(page.chooser.list.rows()[1], Qt.MouseButton.LeftButton)
    assert page.questions[0].text() == "What do you need to be OK here?"


def test_a_question_of_our_own_is_asked_and_a_third_is_refused_with_its_words_kept(evening: Evening) -> None:
    page = begun(evening)
    for words in ("What did you eat?", "Who made you tea?"):
        page.another.click()
        page.chooser.own.setFocus()
        type_words(words)
        press(Qt.Key.Key_Return)
    assert evening.activity("checkin").questions == [FIRST, "What did you eat?"]
    assert page.chooser.own.text() == "Who made you tea?"
    assert "Two questions are enough" in page.chooser.own.told.text()


def test_a_chosen_question_is_taken_away_and_next_begins_the_round(evening: Evening) -> None:
    page = begun(evening)
    turned: list[str] = []
    page.turned.connect(lambda: turned.append(page.onward()))
    page.another.click()
    assert turned == ["Begin the round"]
    assert page.go_on()
    assert not page.go_on()
    page.another.click()
    page.chooser.list.rows()[0].answers[0].click()
    assert evening.activity("checkin").questions == []
    assert page.onward() == ""


def test_down_lights_and_up_dims_wherever_nothing_takes_text(evening: Evening) -> None:
    page = begun(evening)
    assert focus() is page.one_more
    for _ in range(3):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    assert len(chairs(evening).lit) == 2
    page.to_agenda.click()
    assert isinstance(focus(), QLineEdit)
    press(Qt.Key.Key_Down)
    assert len(chairs(evening).lit) == 2
    page.one_more.click()
    page.one_less.click()
    assert page.circle.accessibleName() == "2 of 14 have spoken or passed"


def test_that_all_chairs_are_lit_is_said_calmly(evening: Evening) -> None:
    begun(evening)
    for _ in range(15):
        press(Qt.Key.Key_Down)
    assert evening.said[-1] == "All chairs are lit."
    press(Qt.Key.Key_Up)
    assert evening.said[-1] == ""


def test_leaving_lights_every_chair(evening: Evening) -> None:
    page = begun(evening)
    page.leave()
    assert len(chairs(evening).lit) == 14


def test_the_question_is_kept_and_nothing_of_the_round(evening: Evening) -> None:
    begun(evening)
    before = evening.kept()
    assert FIRST in before  # the control: what is kept is found
    for _ in range(9):
        press(Qt.Key.Key_Down)
    assert evening.kept() == before


def test_there_is_no_field_for_an_answer(evening: Evening) -> None:
    page = begun(evening)
    assert [field for field in page.findChildren(QLineEdit) if field.isVisible()] == []


def test_an_item_goes_to_todays_agenda_and_a_refused_one_stays(evening: Evening) -> None:
    page = begun(evening)
    page.to_agenda.click()
    type_words("The gate key")
    press(Qt.Key.Key_Return)
    assert [item.title for item in evening.session.items] == ["The gate key"]
    assert page.item.text() == ""
    assert "The gate key" in page.item.told.text()
    evening.desk.store.writing = False
    type_words("The bus")
    press(Qt.Key.Key_Return)
    assert page.item.text() == "The bus"
    assert "only open for reading" in page.item.told.text()
    press(Qt.Key.Key_Escape)
    assert not page.item.isVisible()
    assert focus() is page.one_more


def test_without_an_agenda_today_the_item_waits_for_next_time(evening: Evening) -> None:
    evening.desk.change(evening.session, Session.remove_activity, evening.activity("agenda"))
    assert not any(isinstance(one, Agenda) for one in evening.session.activities)
    page = begun(evening)
    page.to_agenda.click()
    type_words("The gate key")
    press(Qt.Key.Key_Return)
    assert [item.title for item in evening.space.open_items()] == ["The gate key"]


def test_after_a_minute_of_silence_it_is_said_once(evening: Evening) -> None:
    page = begun(evening)
    assert page.silence.isActive()
    assert page.silence.interval() == 60_000
    page.silence.timeout.emit()
    assert page.nudge.isVisible()
    press(Qt.Key.Key_Down)
    assert not page.nudge.isVisible()
    page.silence.timeout.emit()
    assert not page.nudge.isVisible()


def test_each_light_begins_the_minute_anew(evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    page = begun(evening)
    begins: list[int] = []
    monkeypatch.setattr(page.silence, "start", lambda: begins.append(1))
    evening.desk.change(chairs(evening), Chairs.light)
    assert begins == [1]
    evening.desk.change(chairs(evening), Chairs.dim)
    assert begins == [1]


def test_when_all_have_spoken_silence_is_just_silence(evening: Evening) -> None:
    page = begun(evening)
    evening.desk.change(chairs(evening), Chairs.light_all)
    page.silence.timeout.emit()
    assert not page.nudge.isVisible()


def test_something_to_celebrate_is_kept_on_enter_and_on_leaving(evening: Evening) -> None:
    page = begun(evening, "checkout")
    page.leaving.field.setFocus()
    type_words("The gate is open")
    press(Qt.Key.Key_Return)
    assert evening.session.celebrate == "The gate is open"
    type_words(" again")
    page.leave()
    assert evening.session.celebrate == "The gate is open again"


def test_a_line_too_long_is_said_and_stays(evening: Evening) -> None:
    page = begun(evening, "checkout")
    page.leaving.field.setText("a" * 301)
    page.leaving.keep()
    assert evening.session.celebrate == ""
    assert "301" in page.leaving.told.text()
    page.refresh()
    assert len(page.leaving.field.text()) == 301


def test_the_next_session_is_prepared_and_shown(evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    page = begun(evening, "checkout")
    tried: list[date | None] = []
    days = iter((date(2026, 11, 3), None))

    def answer(dialog: PlanDialog) -> int:
        tried.append(dialog.day.day())
        if len(tried) == 2:
            assert "Tuesday 3 November 2026 has passed." in dialog.told.text()
        dialog.day.show_day(next(days) or date(2026, 12, 1))
        return 1

    monkeypatch.setattr(PlanDialog, "exec", answer)
    page.leaving.prepare.click()
    assert tried == [date(2026, 12, 1), date(2026, 11, 3)]
    assert page.leaving.next.text() == "Tuesday 1 December 2026, 1 pm, Community kitchen"
    assert not page.leaving.prepare.isVisible()


def test_something_for_next_time_waits_on_the_next_agenda_and_a_refused_one_stays(evening: Evening) -> None:
    page = begun(evening, "checkout")
    page.leaving.wish.setFocus()
    press(Qt.Key.Key_Return)
    type_words("A reply to the survey")
    press(Qt.Key.Key_Return)
    assert [(item.title, item.purpose) for item in evening.space.open_items()] == [("A reply to the survey", "think")]
    assert "A reply to the survey" in page.leaving.form.field.told.text()
    evening.desk.store.writing = False
    type_words("The bus")
    press(Qt.Key.Key_Return)
    assert page.leaving.form.title() == "The bus"
    press(Qt.Key.Key_Escape)
    assert focus() is page.leaving.wish


def test_everything_has_a_name_and_a_turn_of_the_tab_key(
    evening: Evening, all_named: Callable[[QWidget], bool]
) -> None:
    page = evening.page("checkin")
    assert all_named(page)
    assert stops(page) == [FIRST, "A question of our own", "Ask this"]
    press(Qt.Key.Key_Return)
    page.more()
    assert stops(page) == ["One more has spoken or passed", "One less", "Add to the agenda", "Another question"]
    leaving = begun(evening, "checkout")
    assert all_named(leaving)
    assert stops(leaving) == [
        "One more has spoken or passed", "Something to celebrate", "Prepare the next session",
        "Add to the next agenda", "Another question",
    ]  # fmt: skip


def test_drawing_again_asks_the_store_for_nothing(evening: Evening) -> None:
    page = begun(evening)
    page.another.click()
    heard = evening.statements()
    page.refresh()
    assert heard == []
    evening.desk.change(evening.activity("checkin"), Round.unask, FIRST)
    assert heard != []  # the control


def test_right_to_left_the_first_button_stands_right(evening: Evening, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        page = begun(evening)
        qapp.processEvents()
        assert page.one_more.x() > page.one_less.x() > page.to_agenda.x()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
