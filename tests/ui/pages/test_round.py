"""Check-in and check-out by real keys: chairs light, questions are kept, answers have no place to go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from elephants.sessions.agenda.agenda import Agenda
from elephants.sessions.breather import Breather
from elephants.sessions.round import Chairs, Round
from elephants.sessions.session import Session
from elephants.ui.pages.round.round import RoundPage
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


def test_that_there_is_room_is_kept_nowhere(evening: Evening) -> None:
    page = begun(evening)
    before = evening.kept()
    page.silence.timeout.emit()
    assert page.nudge.isVisible()
    assert evening.kept() == before
    evening.desk.change(evening.activity("checkin"), Round.ask, "What did you eat?")
    assert evening.kept() != before  # the control


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
    assert not page.silence.isActive()
    press(Qt.Key.Key_Down)
    assert not page.nudge.isVisible()
    page.silence.timeout.emit()
    assert not page.nudge.isVisible()


def test_it_is_not_said_again_on_a_page_that_is_opened_again(evening: Evening) -> None:
    page = begun(evening)
    page.silence.timeout.emit()
    press(Qt.Key.Key_Down)
    page = evening.page("checkin")
    assert not page.chooser.isVisible()
    assert not page.silence.isActive()
    assert not page.nudge.isVisible()


def test_each_light_begins_the_minute_anew(evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    page = begun(evening)
    begins: list[int] = []
    monkeypatch.setattr(page.silence, "start", lambda: begins.append(1))
    evening.desk.change(chairs(evening), Chairs.light)
    assert begins == [1]
    evening.desk.change(chairs(evening), Chairs.dim)
    assert begins == [1]


def test_while_the_question_is_chosen_nobody_is_waited_for(evening: Evening) -> None:
    page = begun(evening)
    page.another.click()
    assert not page.silence.isActive()
    page.go_on()
    assert page.silence.isActive()


@pytest.mark.parametrize("breather", [Breather.pause, Breather.slow_down])
def test_a_breather_is_no_silence_and_the_minute_begins_after_it(
    evening: Evening, breather: Callable[[Breather], None]
) -> None:
    page = begun(evening)
    evening.desk.change(evening.desk.breather, breather)
    assert not page.silence.isActive()
    evening.desk.change(evening.desk.breather, breather)
    assert page.silence.isActive()


def test_when_all_have_spoken_silence_is_just_silence(evening: Evening) -> None:
    page = begun(evening)
    evening.desk.change(chairs(evening), Chairs.light_all)
    assert not page.silence.isActive()
    page.silence.timeout.emit()
    assert not page.nudge.isVisible()


def test_when_all_have_spoken_it_is_time_to_sum_up_and_leaving_says_no_more(evening: Evening) -> None:
    page = begun(evening)
    for _ in range(13):
        press(Qt.Key.Key_Down)
    assert not page.sum_up.isVisible()
    press(Qt.Key.Key_Down)
    assert page.sum_up.isVisible()
    press(Qt.Key.Key_Up)
    assert not page.sum_up.isVisible()
    page.leave()
    assert len(chairs(evening).lit) == 14
    assert not page.sum_up.isVisible()


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
    assert stops(page) == [
        FIRST, f"More for: {FIRST}", "A question of our own", "Ask this", "Which questions", "Other questions",
    ]  # fmt: skip
    press(Qt.Key.Key_Return)
    page.more()
    assert stops(page) == ["One more has spoken or passed", "One less", "Add to the agenda", "Another question"]
    leaving = begun(evening, "checkout")
    assert all_named(leaving)
    assert stops(leaving) == [
        "One more has spoken or passed", "Something to celebrate", "Prepare the next session",
        "Add to the next agenda", "Another question",
    ]  # fmt: skip


def test_right_to_left_the_first_button_stands_right(evening: Evening, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        page = begun(evening)
        qapp.processEvents()
        assert page.one_more.x() > page.one_less.x() > page.to_agenda.x()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
