"""A line more moves the rows on the screen: what stays is not painted again, and the screen shows what it should."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from elephants.ui.parts.line import Line
from elephants.ui.parts.lines import Lines
from elephants.ui.parts.row import Row
from elephants.ui.style import DARK, dress
from tests.ui.walking import settle

ACTIONS = (("edit", "Change the words"), ("remove", "Take out"))


class Painted(QObject):
    """Counts which rows are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Counter[int] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and isinstance(watched, Row):
            self.rows[watched.line.id] += 1
        return False


def line(number: int) -> Line:
    return Line(number, f"Two buses is too far without a pass. {number} " * (1 + number % 3), actions=ACTIONS)


@pytest.fixture
def lines(qtbot: QtBot) -> Iterator[Lines]:
    window = QWidget()
    window.setProperty("role", "page")
    window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    found = Lines("Views")
    QVBoxLayout(window).addWidget(found)
    qtbot.addWidget(window)
    window.resize(800, 500)
    window.show()
    found.tell([line(number) for number in range(30)])
    settle()
    found.tell([line(number) for number in range(31)])
    settle()
    yield found
    window.close()


@pytest.fixture
def painted(qapp: QApplication) -> Iterator[Painted]:
    found = Painted()
    qapp.installEventFilter(found)
    yield found
    qapp.removeEventFilter(found)


def on_screen(lines: Lines) -> QImage:
    """Give what stands on the screen just now, without painting anything."""
    window = lines.window()
    shot = window.screen().grabWindow(window.winId()).toImage()
    return shot.copy(QRect(lines.mapTo(window, QPoint()), lines.size())).convertToFormat(QImage.Format.Format_RGB32)


def painted_anew(lines: Lines) -> QImage:
    """Give what would stand there if all of it were painted now."""
    whole = lines.window().grab().toImage()
    return whole.copy(QRect(lines.mapTo(lines.window(), QPoint()), lines.size())).convertToFormat(
        QImage.Format.Format_RGB32
    )


def test_only_the_new_row_is_painted_and_once(lines: Lines, painted: Painted) -> None:
    for number in range(31, 36):
        painted.rows.clear()
        lines.tell([line(each) for each in range(number + 1)])
        settle()
        assert painted.rows == {number: 1}
        assert on_screen(lines) == painted_anew(lines)


@pytest.mark.parametrize("dark", [False, True])
def test_rows_that_come_go_and_change_leave_nothing_behind(lines: Lines, qapp: QApplication, *, dark: bool) -> None:
    if dark:
        dress(qapp, DARK, 1.4, motion=False)
        settle()
    told = [line(each) for each in range(31)]
    for other in (told[1:], [*told[:3], *told[4:]], [*told, line(99)], told[:2], [*told[:28], Line(28, "Other words")]):
        lines.tell(other)
        settle()
        assert on_screen(lines) == painted_anew(lines)
    before = on_screen(lines)
    lines.verticalScrollBar().setValue(40)
    settle()
    assert on_screen(lines) == painted_anew(lines) != before


def test_a_row_that_changes_in_its_place_is_painted(lines: Lines, painted: Painted) -> None:
    painted.rows.clear()
    told = [line(each) for each in range(31)]
    lines.tell([*told[:30], Line(30, "Two buses is too far, we said. 30 ", actions=ACTIONS)])
    settle()
    assert painted.rows[30] == 1
    assert on_screen(lines) == painted_anew(lines)
