"""What happened since: each thing answered by hand, its words kept, and nothing typed ever lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from elephants.sessions.decision import Action, Decision, Need
from elephants.sessions.since import Since
from elephants.sessions.space import Space
from elephants.ui.pages.since.since import SincePage
from tests.ui.pages.evening import Evening, focus, press, stops, type_words

KEY, HALL, CHAIRS, WINTER = range(4)


def at(evening: Evening, place: int) -> SincePage:
    page: SincePage = evening.page("since")
    for _ in range(place):
        page.go_on()
    return page


def test_the_first_open_thing_is_shown_large_with_its_four_answers(evening: Evening) -> None:
    page = at(evening, KEY)
    assert page.thing.text() == "Ask the council for a key"
    assert page.kind.words() == "1 of 4. We said we would"
    assert page.under.text() == "The group. By Friday 20 November 2026"
    shown = [button.words() for button in page.answering.answers[Action].values() if button.isVisible()]
    assert shown == ["Done", "On its way", "Stuck", "We let it go"]
    assert not page.answering.worry_row.isVisible()


def test_an_answer_is_kept_with_its_words(evening: Evening) -> None:
    page = at(evening, KEY)
    page.answering.field.setFocus()
    type_words("They said by Friday")
    page.answering.answers[Action]["on its way"].click()
    update = evening.session.updates[0]
    assert (update.answer, update.words) == ("on its way", "They said by Friday")
    assert page.list.rows()[KEY].accessibleName() == "Ask the council for a key. On its way. They said by Friday"
    assert page.answering.answers[Action]["on its way"].accessibleDescription() == "Chosen"


def test_words_typed_after_the_answer_are_kept_on_enter(evening: Evening) -> None:
    page = at(evening, KEY)
    press(Qt.Key.Key_Space)
    page.answering.field.setFocus()
    type_words("The gate is open")
    press(Qt.Key.Key_Return)
    assert [(one.answer, one.words) for one in evening.session.updates] == [("done", "The gate is open")]


def test_words_without_an_answer_wait_with_their_thing_and_are_not_kept(evening: Evening) -> None:
    page = at(evening, KEY)
    page.answering.field.setFocus()
    type_words("Not sure yet")
    assert page.go_on()
    assert page.answering.field.text() == ""
    assert page.go_back()
    assert page.answering.field.text() == "Not sure yet"
    assert "Not sure yet" not in evening.kept()
    page.answering.answers[Action]["stuck"].click()
    assert "Not sure yet" in evening.kept()  # the control


def test_words_too_long_are_said_and_stay(evening: Evening) -> None:
    page = at(evening, KEY)
    page.answering.field.setText("a" * 301)
    page.answering.answers[Action]["done"].click()
    assert "301" in page.answering.told.text()
    assert len(page.answering.field.text()) == 301
    assert evening.session.updates == []


def test_next_goes_from_thing_to_thing_and_then_lets_the_run_sheet_walk_on(evening: Evening) -> None:
    page = at(evening, KEY)
    shown = [page.thing.text()]
    while page.onward():
        assert page.onward() == "Next one"
        assert page.go_on()
        shown.append(page.thing.text())
    assert shown == [
        "Ask the council for a key", "Find out what the hall costs", "There are chairs with arms.",
        "We meet in the hall",
    ]  # fmt: skip
    assert not page.go_on()
    for _ in range(3):
        assert page.go_back()
    assert not page.go_back()


def test_a_click_or_enter_in_the_list_shows_that_thing(evening: Evening) -> None:
    page = at(evening, KEY)
    QTest.mouseClick(page.list.rows()[CHAIRS], Qt.MouseButton.LeftButton)
    assert page.thing.text() == "There are chairs with arms."
    page.list.choose(HALL)
    press(Qt.Key.Key_Return)
    assert page.thing.text() == "Find out what the hall costs"


def test_a_need_has_answers_of_its_own(evening: Evening) -> None:
    page = at(evening, CHAIRS)
    assert page.kind.words() == "3 of 4. Some of us need it"
    page.answering.answers[Need]["partly"].click()
    assert evening.session.updates[0].need is not None
    assert evening.session.updates[0].answer == "partly"


def test_a_decision_is_asked_for_its_worry_first(evening: Evening) -> None:
    page = at(evening, WINTER)
    assert focus() is page.answering.worries["yes"]
    assert not page.answering.rows[Decision].isVisible()
    page.answering.worries["partly"].click()
    assert page.answering.rows[Decision].isVisible()
    assert focus() is page.answering.answers[Decision]["still right"]


def test_still_right_needs_a_day_and_says_so(evening: Evening) -> None:
    page = at(evening, WINTER)
    page.answering.worries["no"].click()
    press(Qt.Key.Key_Space)
    assert page.answering.told.text() == "When do we look again? Choose a day after today."
    assert evening.session.updates == []
    page.answering.day.setFocus()
    type_words("02022027")
    press(Qt.Key.Key_Return)
    update = evening.session.updates[0]
    assert (update.answer, update.worry) == ("still right", "no")
    assert update.decision is not None
    assert (update.look_again, update.decision.look_on) == (date(2027, 2, 2), date(2027, 2, 2))
    assert not page.answering.told.isVisible()


def test_it_goes_on_the_agenda_once_however_often_it_is_pressed(evening: Evening) -> None:
    page = at(evening, WINTER)
    page.answering.worries["yes"].click()
    page.answering.answers[Decision]["agenda"].click()
    page.answering.answers[Decision]["agenda"].click()
    page.answering.worries["partly"].click()
    assert [item.title for item in evening.session.items] == ["We meet in the hall"]
    assert evening.session.updates[0].worry == "partly"


def test_an_ended_decision_stays_in_the_list_today(evening: Evening) -> None:
    page = at(evening, WINTER)
    page.answering.worries["too early"].click()
    page.answering.answers[Decision]["ended"].click()
    assert "It has ended" in page.list.rows()[WINTER].accessibleName()


def test_with_nothing_due_it_says_what_to_do(evening: Evening) -> None:
    def done(space: Space) -> None:
        for action in space.actions:
            action.state = "done"
        for decision in space.decisions:
            decision.standing = "ended"
            for need in decision.needs:
                need.met = "met"

    page = at(evening, KEY)
    evening.desk.change(evening.space, done)
    assert page.none.isVisible()
    assert not page.card.isVisible()
    assert page.onward() == ""
    assert not page.go_on()


def test_everything_has_a_name_and_a_turn(evening: Evening, all_named: Callable[[QWidget], bool]) -> None:
    page = at(evening, KEY)
    assert all_named(page)
    assert stops(page) == [
        "Done", "On its way", "Stuck", "We let it go", "In a few words, if wanted",
        "Ask the council for a key. We said we would",
    ]  # fmt: skip
    for _ in range(3):
        page.go_on()
    page.answering.worries["no"].click()
    assert all_named(page)
    assert stops(page)[:5] == [
        "Still right, look again", "When do we look again?", "Choose from a calendar: When do we look again?",
        "Put it on the agenda", "It has ended",
    ]  # fmt: skip


def test_drawing_again_asks_the_store_for_nothing(evening: Evening) -> None:
    page = at(evening, WINTER)
    heard = evening.statements()
    page.refresh()
    page.go_back()
    assert heard == []
    evening.desk.change(evening.activity("since"), Since.answer_action, evening.space.actions[0], "done")
    assert heard != []  # the control


def test_right_to_left_the_first_answer_stands_right(evening: Evening, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        page = at(evening, KEY)
        qapp.processEvents()
        answers = page.answering.answers[Action]
        assert answers["done"].x() > answers["let go"].x()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
