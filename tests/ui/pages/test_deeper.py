"""Split, deeper, and left for later, by real keys in real windows."""

from __future__ import annotations

from elephants.sessions.deciding.debate import Debate, Turn
from elephants.sessions.deciding.steps import Step
from elephants.ui.pages.deciding.deciding import DecidingPage
from elephants.ui.pages.deciding.deeper import DeeperStep
from elephants.ui.pages.deciding.ready import ReadyStep, SplitStep
from tests.ui.pages.choosing import counted, says, split_thrice, step_of
from tests.ui.pages.evening import Evening, focus, press, type_words
from tests.ui.pages.test_deciding import KEY, write


def test_at_the_third_split_the_room_goes_deeper_or_leaves_it(evening: Evening) -> None:
    page, part = split_thrice(evening)
    assert part.times.text() == "We were split 3 times."
    assert part.deeper.isVisible()
    page.go_on()
    assert step_of(page) == Step.SPLIT
    assert "Ask the room" in evening.said[-1]
    assert focus() is part.deeper
    press(KEY.Key_Tab)
    press(KEY.Key_Return)
    assert step_of(page) == Step.NOT_DECIDED


def in_debate(evening: Evening) -> tuple[DecidingPage, DeeperStep, Debate]:
    """Go deeper by keys, and name the two sides."""
    page, split = split_thrice(evening)
    split.deeper.setFocus()
    press(KEY.Key_Return)
    part, debate = page.part, evening.desk.moment(page.activity)
    assert isinstance(part, DeeperStep)
    assert isinstance(debate, Debate)
    page.go_on()
    assert evening.said[-1] == "Name both sides, each in a few words."
    part.one.setFocus()
    for words in ("the hall", "home"):
        type_words(words)
        press(KEY.Key_Return)
    return page, part, debate


def test_deeper_goes_through_its_turns_and_back(evening: Evening) -> None:
    page, part, debate = in_debate(evening)
    sides = [part.side.text()]
    for _ in range(3):
        page.go_on()
        sides.append(part.side.text())
    assert sides == ["the hall", "home", "the hall", "home"]
    assert page.go_back()
    assert part.side.text() == "the hall"
    page.go_on()
    page.go_on()
    assert debate.turn is Turn.QUIET
    assert part.side.text() == "A quiet minute"
    assert page.words_to_say() == "Let us be quiet for a minute."
    page.go_on()
    assert part.side.text() == "What hit home?"
    assert "No replies" in page.words_to_say()
    write(part.field.field, "Warm is not everything.")
    assert [view.text for view in page.activity.poll.views] == ["Warm is not everything."]
    assert page.onward() == "Next: Ready?"


def test_after_deeper_we_choose_for_the_last_time_and_then_leave_it(evening: Evening) -> None:
    page, _, _ = in_debate(evening)
    for _ in range(6):
        page.go_on()
    assert isinstance(page.part, ReadyStep)
    assert "This is the last time we choose today." in says(page)
    page.go_on()
    counted(page, 7, 7, 0)
    page.go_on()
    assert isinstance(page.part, SplitStep)
    assert not page.part.deeper.isVisible()
    assert page.onward() == "Leave it for later"
    page.go_on()
    assert step_of(page) == Step.NOT_DECIDED


def test_no_turn_leaves_the_keyboard_on_what_ends_the_debate(evening: Evening) -> None:
    page, part, _ = in_debate(evening)
    for _ in range(5):
        assert not part.later.hasFocus()
        page.go_on()


def test_too_hot_leaves_it_for_later_from_within(evening: Evening) -> None:
    page, split = split_thrice(evening)
    split.deeper.click()
    part = page.part
    assert isinstance(part, DeeperStep)
    assert "trained person" in part.hot.text()
    part.later.setFocus()
    press(KEY.Key_Return)
    assert step_of(page) == Step.NOT_DECIDED


def test_back_from_the_sides_is_back_at_the_split(evening: Evening) -> None:
    page, split = split_thrice(evening)
    split.deeper.click()
    assert page.go_back()
    assert step_of(page) == Step.SPLIT
