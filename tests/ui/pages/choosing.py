"""What the tests of choosing share: a decision brought to a step by the page, and dialogs answered by keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from elephants.sessions.deciding.result import Count
from elephants.sessions.deciding.steps import Step
from elephants.sessions.deciding.ways import Way
from elephants.ui.pages.deciding.deciding import DecidingPage
from elephants.ui.pages.deciding.ready import ReadyStep, SplitStep
from elephants.ui.parts.dialogs import Question
from elephants.ui.parts.words import Words
from tests.ui.pages.evening import Evening, press
from tests.ui.pages.test_deciding import opened, write


def to_ready(evening: Evening) -> tuple[DecidingPage, ReadyStep]:
    page = opened(evening)
    for _ in range(4):
        page.go_on()
    assert isinstance(page.part, ReadyStep)
    for option in ("The hall", "The kitchen"):
        write(page.part.options.field.field, option)
    return page, page.part


def pick(box: QWidget, key: Qt.Key, times: int = 1) -> None:
    box.setFocus()
    for _ in range(times):
        press(key)


def counted(page: DecidingPage, *hands: int) -> None:
    count = page.count()
    assert count is not None
    for place, number in enumerate(hands):
        page.desk.change(count, Count.put, place, number)


def split_thrice(evening: Evening) -> tuple[DecidingPage, SplitStep]:
    page, _ = to_ready(evening)
    for at in range(3):
        page.go_on()
        counted(page, 7, 7, 0)
        page.go_on()
        assert isinstance(page.part, SplitStep)
        for _ in range(4 if at < 2 else 0):
            page.go_on()
    assert isinstance(page.part, SplitStep)
    return page, page.part


def answering(kind: type[Question], steps: Callable[[Question], None]) -> None:
    """Answer the dialog that opens next; its trouble is ours."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        steps(dialog)

    QTimer.singleShot(0, look)


def says(page: DecidingPage) -> str:
    return " ".join(words.text() for words in page.findChildren(Words) if words.isVisible())


def way_of(page: DecidingPage) -> Way:
    return page.activity.way


def step_of(page: DecidingPage) -> Step:
    return page.activity.step
