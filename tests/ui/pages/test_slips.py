"""Paper slips: typed together, kept shuffled, refused in a sentence with nothing lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from elephants.ui.pages.deciding.add import AddStep
from elephants.ui.pages.deciding.deciding import DecidingPage
from elephants.ui.pages.deciding.slips import SlipsButton, SlipsQuestion
from elephants.ui.pages.deciding.views import ViewsStep
from elephants.ui.parts.dialogs import Question
from tests.ui.pages.choosing import answering, counted
from tests.ui.pages.evening import Evening
from tests.ui.pages.test_deciding import KEY, opened, to_choose

CTRL = Qt.KeyboardModifier.ControlModifier


def slips_of(page: DecidingPage) -> SlipsButton:
    assert isinstance(page.part, ViewsStep | AddStep)
    return page.part.slips


def typed(*slips: str, end: Callable[[SlipsQuestion], None]) -> Callable[[Question], None]:
    def steps(asked: Question) -> None:
        assert isinstance(asked, SlipsQuestion)
        asked.field.insertPlainText("\n".join(slips))
        end(asked)

    return steps


def keep(asked: SlipsQuestion) -> None:
    QTest.keyClick(asked.field, KEY.Key_Return, CTRL)


def test_slips_are_kept_together_and_not_in_the_order_they_were_typed(evening: Evening) -> None:
    page = opened(evening)
    page.go_on()
    said = [f"Slip {n}" for n in range(8)]
    answering(SlipsQuestion, typed(*said, "", "  ", end=keep))
    slips_of(page).click()
    kept = [view.text for view in page.activity.poll.views]
    assert sorted(kept) == said
    assert kept != said


def test_one_slip_too_long_is_said_and_no_slip_is_lost(evening: Evening) -> None:
    page = opened(evening)
    page.go_on()
    told: list[str] = []

    def refused(asked: SlipsQuestion) -> None:
        keep(asked)
        told.append(asked.told.text())
        assert asked.isVisible()
        assert asked.slips() == ["Short", "w" * 201]
        QTest.keyClick(asked.field, KEY.Key_Escape)

    answering(SlipsQuestion, typed("Short", "w" * 201, end=refused))
    slips_of(page).click()
    assert told[0] != ""
    assert page.activity.poll.views == []
    seen: list[str] = []

    def again(asked: Question) -> None:
        assert isinstance(asked, SlipsQuestion)
        seen.extend(asked.slips())
        asked.reject()

    answering(SlipsQuestion, again)
    slips_of(page).click()
    assert seen == ["Short", "w" * 201], "put away and not kept, it is there the next time"


def test_needs_come_on_slips_too(evening: Evening) -> None:
    page, _ = to_choose(evening)
    counted(page, 9, 0, 0)
    page.go_on()
    page.go_on()
    answering(SlipsQuestion, typed("A bus pass", "To end before dark", end=keep))
    slips_of(page).click()
    assert {need.text for need in page.activity.poll.needs} == {"A bus pass", "To end before dark"}
