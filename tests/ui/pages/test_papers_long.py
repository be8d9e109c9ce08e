"""Five hundred pages of minutes, made while the window goes on: it answers within 50 ms, and Cancel ends it."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from multiprocessing import active_children

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from elephants.paper.papers import build
from elephants.sessions.agenda.agenda import Agenda, AgendaItem, Point
from tests.ui.gallery_deeds import made
from tests.ui.pages.evening import Evening
from tests.ui.pages.test_papers_easy import papers
from tests.ui.walking import settle

STALL = 0.050
LINES = 18_000


def much(evening: Evening, count: int) -> None:
    """So many points on one item."""
    evening.desk.change(evening.activity("agenda"), Agenda.add_item, "Soup")

    def say(item: AgendaItem) -> None:
        item.points.extend(Point(text=f"Soup {n}: somebody said that it could be warmer.") for n in range(count))

    evening.desk.change(evening.session.items[0], say)


def longest_stall(over: Callable[[], bool]) -> float:
    """Count with a timer of 5 ms until it is over; give the longest time, in seconds, it was not called."""
    loop, clock = QEventLoop(), QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
    at: list[float] = []

    def count() -> None:
        at.append(time.perf_counter())
        if over():
            loop.quit()

    clock.timeout.connect(count)
    clock.start()
    loop.exec()
    return max((late - early for early, late in pairwise(at)), default=0.0)


def test_a_long_record_is_made_by_a_process_that_cancel_ends(evening: Evening) -> None:
    much(evening, 400)
    page = papers(evening)
    QTest.mouseClick(page.minutes, Qt.MouseButton.LeftButton)
    assert page.maker.long
    assert page.pages.cancel.isVisible()
    assert not page.save.isEnabled()
    assert len(active_children()) == 1
    QTest.mouseClick(page.pages.cancel, Qt.MouseButton.LeftButton)
    assert page.pages.told.text() == "Stopped. The pages are not made."
    longest_stall(lambda: active_children() == [])
    assert page.pdf == b""
    QTest.keyClick(page.pages.cancel, Qt.Key.Key_Return)
    assert made(page).pdf == build(evening.session, "minutes")
    assert page.save.isEnabled()


@pytest.mark.torture
def test_a_page_that_goes_takes_its_process_along(evening: Evening) -> None:
    much(evening, 400)
    page = papers(evening)
    page.minutes.click()
    assert len(active_children()) == 1
    evening.put_away()
    settle()
    longest_stall(lambda: active_children() == [])


@pytest.mark.torture
def test_the_window_answers_while_five_hundred_pages_are_made(evening: Evening) -> None:
    much(evening, LINES)
    page = papers(evening)
    page.minutes.click()
    told: list[float] = []
    page.maker.told.connect(told.append)
    longest_stall(lambda: bool(told))  # until the process reads; what comes before is a click
    stall = longest_stall(lambda: not page.maker.busy)
    assert page.pages.count > 500
    assert told == sorted(told)
    assert len(told) > 20
    assert stall < STALL, f"{stall * 1000:.0f} ms"


@pytest.mark.torture
def test_the_clock_that_measures_finds_a_paper_made_in_the_window_itself(evening: Evening) -> None:
    much(evening, 400)
    began: list[float] = []

    def over() -> bool:
        if not began:
            began.append(0.0)
            build(evening.session, "minutes")
            return False
        return True

    assert longest_stall(over) > STALL
