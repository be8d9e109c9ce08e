"""Choosing what a round asks, by real keys: a few at once, by kind, of our own, retired and offered again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from elephants.sessions.questions import CHECK_IN, EXPECTATIONS, FEELINGS, in_turn
from elephants.sessions.round import Round
from elephants.sessions.space import Space
from elephants.ui.pages.round.round import RoundPage
from tests.ui.pages.evening import Evening, focus, press, type_words
from tests.ui.pages.test_round import FIRST, begun


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


def listed(page: RoundPage) -> list[str]:
    return [row.line.text for row in page.chooser.list.rows()]


def show(page: RoundPage, words: str) -> None:
    """Choose by keys which questions are listed."""
    page.chooser.kinds.setFocus()
    while page.chooser.kinds.currentText() != words:
        at = page.chooser.kinds.findText(words)
        press(Qt.Key.Key_Down if at > page.chooser.kinds.currentIndex() else Qt.Key.Key_Up)


def test_a_few_are_shown_and_others_without_limit(evening: Evening) -> None:
    page = evening.page("checkin")
    pack = evening.activity("checkin").fresh_questions()
    first, seen = listed(page), list[str]()
    assert len(first) == 6
    while not seen or listed(page) != first:
        seen += listed(page)
        QTest.keyClick(page.chooser.others, Qt.Key.Key_Space)
    assert seen == pack


def test_one_kind_is_shown_alone_and_few_need_no_others(evening: Evening) -> None:
    page = evening.page("checkin")
    show(page, "What we hope for")
    assert listed(page) == list(CHECK_IN[EXPECTATIONS][:6])
    for question in CHECK_IN[EXPECTATIONS][6:]:
        evening.desk.change(evening.space, Space.had, question)
    assert not page.chooser.others.isVisible()
    show(page, "How we are")
    assert listed(page) == list(CHECK_IN[FEELINGS][:6])
    assert page.chooser.others.isVisible()


def test_a_question_is_retired_in_its_menu_and_offered_again_by_keys(evening: Evening) -> None:
    page = evening.page("checkin")
    press(Qt.Key.Key_Menu)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [one.text() for one in menu.actions()] == ["Retire this one"]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert FIRST not in evening.activity("checkin").fresh_questions()
    assert FIRST not in listed(page)
    assert evening.said[-1] == "This question is not offered again. You find it under “Retired”."
    show(page, "Retired")
    assert listed(page) == [FIRST]
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert focus().accessibleDescription() == FIRST
    press(Qt.Key.Key_Space)
    assert listed(page) == []
    assert "No question is retired" in page.chooser.empty.text()
    show(page, "All questions")
    assert listed(page)[0] == FIRST


def test_one_that_was_had_before_it_was_retired_waits_for_the_others_and_that_is_said(evening: Evening) -> None:
    evening.desk.change(evening.space, Space.had, FIRST)
    page = evening.page("checkin")
    evening.desk.change(evening.activity("checkin"), Round.retire, FIRST)
    show(page, "Retired")
    page.chooser.list.rows()[0].answers[0].click()
    assert evening.said[-1] == "We have had this question. It comes again when we have had the others."
    assert FIRST not in evening.activity("checkin").fresh_questions()


def test_one_of_our_own_is_found_again_and_taken_off_the_list(evening: Evening) -> None:
    page = begun(evening)
    page.another.click()
    show(page, "Our own")
    assert "our own words" in page.chooser.empty.text()
    evening.desk.change(evening.space, Space.had, "Which tree are you?", own=True)
    assert listed(page) == [FIRST, "Which tree are you?"]
    assert not page.chooser.empty.isVisible()
    page.chooser.list.acted.emit(page.chooser.list.rows()[1].line.id, "retire")
    assert listed(page) == [FIRST]
    assert "Which tree" not in evening.kept()


def test_what_to_do_is_said_where_nothing_is_listed(evening: Evening) -> None:
    page = evening.page("checkin")
    for question in CHECK_IN[FEELINGS]:
        evening.desk.change(evening.space, Space.had, question)
    show(page, "How we are")
    assert listed(page) == []
    assert page.chooser.empty.text().startswith("We have had all of this kind.")
    for question in in_turn(CHECK_IN):
        evening.desk.change(evening.space, Space.retire, question)
    assert page.chooser.empty.text().startswith("All questions are retired.")


def test_drawing_again_asks_the_store_for_nothing(evening: Evening) -> None:
    page = begun(evening)
    page.another.click()
    heard = evening.statements()
    page.refresh()
    assert heard == []
    evening.desk.change(evening.activity("checkin"), Round.unask, FIRST)
    assert heard != []  # the control
