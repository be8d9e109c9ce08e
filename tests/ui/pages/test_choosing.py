"""The way to choose, the count and the result, by real keys in real windows."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.steps import Step
from elephants.sessions.deciding.ways import Way
from elephants.sessions.session import Session
from elephants.ui.pages.deciding.add import AddStep
from elephants.ui.pages.deciding.choose import ChooseStep
from elephants.ui.pages.deciding.reveal import RevealStep
from elephants.ui.parts.dialogs import Question
from elephants.ui.parts.words import Words
from tests.ui.pages.choosing import answering, counted, pick, says, step_of, to_ready, way_of
from tests.ui.pages.evening import Evening, focus, press
from tests.ui.pages.test_deciding import KEY, to_choose


def test_a_way_is_picked_by_keys_and_says_who_can_learn_what(evening: Evening) -> None:
    page, part = to_ready(evening)
    assert part.way.learns.text() == "Everyone here sees your hand. We write down how many chose each, never who."
    pick(part.way.way, KEY.Key_Down)
    assert way_of(page) is Way.SHUT
    assert part.way.form.currentText() == "In words"
    assert "Only the facilitator sees your hand." in part.way.learns.text()
    pick(part.way.form, KEY.Key_Down)
    assert page.activity.poll.form == "numbers"
    assert "if nobody or all but one chose it, everyone knows" in part.way.learns.text()


def test_with_five_here_the_ballot_is_refused_in_a_sentence_that_offers_the_others(evening: Evening) -> None:
    evening.desk.change(evening.session, Session.count_here, 5)
    page, part = to_ready(evening)
    pick(part.way.way, KEY.Key_Down, 3)
    assert way_of(page) is Way.TIN
    assert part.way.way.currentText() == "Paper slips in a tin"
    assert "needs 6 of us or more" in part.way.refused.text()
    assert "Choose by hands or by slips" in part.way.refused.text()
    assert part.way.refused.isVisible()
    pick(part.way.way, KEY.Key_Up)
    assert way_of(page) is Way.SHUT
    assert not part.way.refused.isVisible(), "what was said goes with the next choice"


def test_when_people_leave_the_ballot_says_so_before_it_is_opened(evening: Evening) -> None:
    page, part = to_ready(evening)
    pick(part.way.way, KEY.Key_Down, 3)
    assert way_of(page) is Way.BALLOT
    assert not part.way.refused.isVisible()
    evening.desk.change(evening.session, Session.count_here, 5)
    assert "needs 6 of us or more" in part.way.refused.text()


def test_all_of_ready_fits_in_the_smallest_window(evening: Evening) -> None:
    page, part = to_ready(evening)
    pick(part.way.way, KEY.Key_Down, 2)
    QApplication.processEvents()
    for shown in (part.options.field, part.way.way, part.way.form, part.way.learns, part.more_views, part.later):
        assert shown.visibleRegion().boundingRect() == shown.rect(), shown.accessibleName()
    assert page.rect().contains(part.later.mapTo(page, part.later.rect().bottomRight()))


# -- counting --------------------------------------------------------------------------------------------------


def test_counting_begins_with_the_first_option_under_the_keys(evening: Evening) -> None:
    page, part = to_ready(evening)
    part.options.setFocus()
    for more in ("Somewhere else", "Nowhere"):  # the second time other rows take the place of those that were
        page.go_on()
        choose = page.part
        assert isinstance(choose, ChooseStep)
        assert focus() is choose.rows[0].count
        assert page.go_back()
        evening.desk.change(page.activity, Deciding.add_option, more)


def test_where_the_room_may_see_the_screen_the_tin_tells_nothing(evening: Evening) -> None:
    page, part = to_ready(evening)
    pick(part.way.way, KEY.Key_Down, 2)
    page.go_on()
    choose = page.part
    assert isinstance(choose, ChooseStep)
    page.cover(on=True)
    before, empty = says(page), choose.grab().toImage()
    counted(page, 3, 8, 2)
    assert says(page) == before
    assert choose.grab().toImage() == empty
    page.cover(on=False)
    assert "14 here, 13 counted: one passed?" in says(page)
    assert choose.grab().toImage() != empty, "the control: uncovered it is seen"


def test_of_open_hands_the_sum_stays_where_the_room_sees_it_anyway(evening: Evening) -> None:
    page, choose = to_choose(evening)
    page.cover(on=True)
    counted(page, 3, 8, 2)
    assert choose.gap.text() == "14 here, 13 counted: one passed?"
    assert [row.count.words.text() for row in choose.rows] == ["•", "•", "•"]


@pytest.mark.parametrize("back", [True, False])
def test_another_way_is_asked_for_once_something_was_counted(evening: Evening, back: bool) -> None:
    page, choose = to_choose(evening)
    counted(page, 3, 0, 0)
    answering(Question, lambda asked: QTest.keyClick(asked.do if back else asked.leave, KEY.Key_Return))
    choose.other_way.setFocus()
    press(KEY.Key_Return)
    count = page.count()
    if back:
        assert step_of(page) == Step.READY
        page.go_on()
        again = page.count()
        assert again is not None
        assert again.hands == (0, 0, 0)
    else:
        assert count is not None
        assert count.hands == (3, 0, 0)


def test_another_way_before_anything_was_counted_just_goes_back(evening: Evening) -> None:
    page, choose = to_choose(evening)
    choose.other_way.setFocus()
    press(KEY.Key_Return)
    assert step_of(page) == Step.READY


# -- the result ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hands", [(8, 6), (13, 1), (14, 0)])
def test_in_words_the_result_is_one_calm_sentence_for_every_tally(evening: Evening, hands: tuple[int, int]) -> None:
    page, part = to_ready(evening)
    pick(part.way.way, KEY.Key_Down)
    page.go_on()
    counted(page, *hands, 0)
    page.go_on()
    assert isinstance(page.part, RevealStep)
    assert page.onward() == "Ask what people need"
    said = [words.text() for words in page.part.findChildren(Words) if words.isVisible()]
    assert sorted(said) == [
        "A", "B: The kitchen\nI'm not sure", "Most of us chose", "No numbers here, so that nobody is singled out.",
        "The hall",
    ]  # fmt: skip
    page.go_on()
    assert isinstance(page.part, AddStep)
    assert page.part.ask.text() == "What do you need to come along?"


def test_in_numbers_the_totals_stand_below(evening: Evening) -> None:
    page, _ = to_choose(evening)
    counted(page, 8, 5, 1)
    page.go_on()
    assert isinstance(page.part, RevealStep)
    assert page.part.others.text().splitlines() == ["A, “The hall”: 8.", "B, “The kitchen”: 5.", "I'm not sure: 1."]


def test_a_need_ends_the_moment_too(evening: Evening) -> None:
    page, _ = to_choose(evening)
    counted(page, 9, 0, 0)
    page.go_on()
    assert isinstance(page.part, RevealStep)
    evening.desk.change(page.activity, Deciding.add_need, "A way to get there")
    assert isinstance(page.part, AddStep)
