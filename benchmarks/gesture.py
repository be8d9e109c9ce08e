"""Measures one gesture in a long session: a deed, its commit, and every open face redrawn and painted.

Run with `python -m benchmarks.gesture`. The session has 22 activities and 600 lines, 60 of
them views of the decision in hand; open are the console (page, run
sheet, small copy) and the room's screen at 1920 x 1080. A view is added through the desk, or typed into the page's
field and sent by Enter. The floors, measured in turns with it: the same deed on a desk with no face open, and the bare
repainting of one widget as large as the room's screen. The promise: p95 of the gesture is at most one frame, 16 ms.
`python -m benchmarks.gesture 200` puts 200 of the lines into the decision in hand.
"""

from __future__ import annotations

import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks._evening import VIEWS, WORDS, add_view, deciding_of, long_evening, take_out_first
from elephants.desk import Desk
from elephants.ui.console import Console
from elephants.ui.pages.deciding.deciding import DecidingPage
from elephants.ui.pages.deciding.views import ViewsStep
from elephants.ui.room import RoomWindow
from elephants.ui.style import LIGHT, dress

PROMISE = 16.0
ROOM = (1920, 1080)
CONSOLE = (1366, 768)
_ROUNDS = 100
_FIRST = 5
"""Turns that are not counted: they fill what is kept between two paintings."""


class Plain(QWidget):
    """The floor of painting: paper and one line of words, as large as the room's screen."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint paper and words."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(LIGHT.paper))
        painter.drawText(QPoint(60, 120), WORDS[0])
        painter.end()


class Faces:
    """The console and the room's screen open on one desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.room = RoomWindow()
        self.room.resize(*ROOM)
        self.console = Console(desk, self.room)
        self.console.resize(*CONSOLE)
        self.room.show()
        self.console.show()
        settle()

    @property
    def step(self) -> ViewsStep:
        """The part of the page that takes views."""
        page = self.console.page
        assert isinstance(page, DecidingPage)
        assert isinstance(page.part, ViewsStep)
        return page.part

    def add(self, number: int) -> None:
        """Add a view by the desk, and paint."""
        add_view(self.desk, deciding_of(self.desk), number)
        settle()

    def type(self, number: int) -> None:
        """Send what stands in the field by Enter, and paint; the words are put there before the clock starts."""
        del number
        QTest.keyClick(self.step.field.field, Qt.Key.Key_Return)
        settle()

    def close(self) -> None:
        """Close both windows."""
        self.console.close_desk()
        self.room.close()
        self.console.close()


def settle() -> None:
    """Let everything that waits to be laid out and painted be done."""
    QCoreApplication.sendPostedEvents()
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents()


@dataclass(frozen=True)
class Times:
    """Milliseconds of each turn, by what was done."""

    deed: list[float]
    typed: list[float]
    faceless: list[float]
    bare: list[float]


def measure(rounds: int = _ROUNDS, views: int = VIEWS) -> Times:
    """Do all four in turns; what was added is taken out again meanwhile, so that the session stays as long as it is."""
    with tempfile.TemporaryDirectory() as folder:
        shown, hidden = (long_evening(Path(folder, name), views) for name in ("shown", "hidden"))
        faces, plain = Faces(shown), Plain()
        plain.resize(*ROOM)
        plain.show()
        quiet_memory()
        times = Times([], [], [], [])
        for number in range(rounds + _FIRST):
            _turn(number, faces, hidden, plain, times)
        faces.close()
        plain.close()
        shown.close()
        hidden.close()
    for each in (times.deed, times.typed, times.faceless, times.bare):
        del each[:_FIRST]
    return times


def _turn(number: int, faces: Faces, hidden: Desk, plain: Plain, times: Times) -> None:
    before = len(deciding_of(faces.desk).poll.views)
    times.faceless.append(took(lambda: add_view(hidden, deciding_of(hidden), number)))
    times.deed.append(took(lambda: faces.add(number)))
    times.bare.append(took(plain.repaint))
    faces.step.field.put(f"{number}. {WORDS[number % len(WORDS)]}")
    settle()
    times.typed.append(took(lambda: faces.type(number)))
    assert len(deciding_of(faces.desk).poll.views) == before + 2, "a gesture did nothing"
    take_out_first(hidden, deciding_of(hidden))
    for _ in range(2):
        take_out_first(faces.desk, deciding_of(faces.desk))
    settle()


def quiet_memory() -> None:
    """Put what is there out of the collector's way, as the app does when its desk is built."""
    gc.collect()
    gc.freeze()


def took(act: Callable[[], object]) -> float:
    """Give the milliseconds a deed takes."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def p95(times: list[float]) -> float:
    """Give the time that 95 of a hundred stay under."""
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


def main(rounds: int = _ROUNDS, views: int = VIEWS) -> int:
    """Print p50 and p95 of both gestures with their floors; gives 1 when the promise is broken."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    dress(app)
    times = measure(rounds, views)
    for name, value in (("a view added by the desk", times.deed), ("a view typed and sent", times.typed)):
        ratio = statistics.median(a / b for a, b in zip(value, times.faceless, strict=True))
        print(
            f"{name}, all faces painted: p50 {statistics.median(value):.1f} ms, p95 {p95(value):.1f} ms "
            f"(promise p95 {PROMISE:.0f}), ratio to the deed alone {ratio:.1f}"
        )
    for name, floor in (("the deed alone", times.faceless), ("bare repaint, 1920 x 1080", times.bare)):
        print(f"  floor, {name}: p50 {statistics.median(floor):.1f} ms, p95 {p95(floor):.1f} ms")
    print("  run again: python -m benchmarks.gesture")
    return 0 if max(p95(times.deed), p95(times.typed)) <= PROMISE else 1


if __name__ == "__main__":
    sys.exit(main(views=int(sys.argv[1]) if len(sys.argv) > 1 else VIEWS))
