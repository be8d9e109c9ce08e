"""Measures a tap in the secret ballot, and a hand counted: from the key to every face painted.

Run with `python -m benchmarks.tap`. The session has 22 activities and 600 lines; open are the console (page, run
sheet, small copy), the room's screen at 1920 x 1080 and, for the ballot, the booth at 1366 x 768 with nine options. In
the booth a letter is pressed until *Sure?* is painted, Enter until the thanks are, and once more until the cover is. A
hand is counted by the desk until its number and the room's chairs are painted. The floors, measured in turns with them:
the same deeds on a desk with no face open, and the bare repainting of one widget as large as the booth. The promise:
p95 of each is at most one frame, 16 ms.
"""

from __future__ import annotations

import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks._evening import deciding_of, long_evening
from benchmarks.gesture import CONSOLE, ROOM, Plain, p95, settle
from elephants.desk import Desk
from elephants.sessions.deciding.ballot import Ballot
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import Count
from elephants.sessions.deciding.steps import Step
from elephants.sessions.deciding.ways import Way
from elephants.ui.booth import window as booth_window
from elephants.ui.booth.window import BoothWindow
from elephants.ui.console import Console
from elephants.ui.room import RoomWindow
from elephants.ui.style import dress

PROMISE = 16.0
_ROUNDS = 100
_FIRST = 5
_VIEWS = 20
_OPTIONS = (
    "Stay here at the kitchen", "The church hall", "The library", "A different place each week", "Nobody's front room",
    "The park when it is dry", "Online, by phone", "The school by the river", "The room above the shop",
)  # fmt: skip

Times = dict[str, list[float]]


def to_choose(folder: Path, way: Way) -> Desk:
    """Open a desk on a long session, at CHOOSE with nine options."""
    desk = long_evening(folder, _VIEWS)
    deciding = deciding_of(desk)
    for option in _OPTIONS:
        desk.change(deciding, Deciding.add_option, option)
    desk.change(deciding, Deciding.choose_by, way.value)
    while deciding.step != Step.READY:
        desk.change(deciding, Deciding.go_on)
    desk.change(deciding, Deciding.ready)
    return desk


class Open:
    """The console and the room's screen open on a desk, and in a ballot the booth over the console."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.room = desk, RoomWindow()
        self.room.resize(*ROOM)
        self.console = Console(desk, self.room)
        self.console.resize(*CONSOLE)
        self.room.show()
        self.console.show()
        self.console.activateWindow()
        settle()

    def booth(self) -> BoothWindow:
        """Open the box and send the laptop round."""
        deciding = deciding_of(self.desk)
        self.desk.change(deciding, Deciding.open_box)
        self.desk.change(self.desk.moment(deciding), Ballot.begin)
        self.console.balloting.open("")
        booth = self.console.balloting.booth
        assert booth is not None
        booth.resize(*CONSOLE)
        booth.activateWindow()
        settle()
        return booth

    def close(self) -> None:
        """Close all windows."""
        self.console.close_desk()
        self.room.close()
        self.console.close()
        self.desk.close()


def press(booth: BoothWindow, key: Qt.Key) -> None:
    """Press a key as the window system brings it, and let everything be painted."""
    native = booth.windowHandle()
    assert native is not None
    QTest.keyClick(native, key)
    settle()


def measure_ballot(rounds: int, folder: Path, times: Times) -> None:
    """Let one person after the other vote, and in turns with them do the same deeds with no face open."""
    shown, hidden, plain = (
        Open(to_choose(folder / "shown", Way.BALLOT)),
        to_choose(folder / "hidden", Way.BALLOT),
        Plain(),
    )
    booth, bare = shown.booth(), hidden.moment(deciding_of(hidden))
    hidden.change(bare, Ballot.begin)
    plain.resize(*CONSOLE)
    plain.show()
    booth.activateWindow()
    settle()
    gc.collect()
    gc.freeze()
    for number in range(rounds + _FIRST):
        _turn(number, booth, hidden, bare, times)
        times["bare repaint, 1366 x 768"].append(_took(plain.repaint))
    plain.close()
    shown.close()
    hidden.close()


def _turn(number: int, booth: BoothWindow, hidden: Desk, bare: Ballot, times: Times) -> None:
    """One person's turn; as there are more turns than chairs, the last ones light none."""
    press(booth, Qt.Key.Key_Return)
    key = Qt.Key(Qt.Key.Key_A + number % len(_OPTIONS))
    times["a letter on the cards"].append(_took(lambda: press(booth, key)))
    assert booth.ballot is not None
    assert booth.ballot.wished == number % len(_OPTIONS), "the key did nothing"
    times["Enter on Sure?"].append(_took(lambda: press(booth, Qt.Key.Key_Return)))
    times["on to the cover"].append(_took(lambda: press(booth, Qt.Key.Key_Return)))
    hidden.change(bare, Ballot.ready)
    times["the deed alone, a wish"].append(_took(lambda: hidden.change(bare, Ballot.wish, number % len(_OPTIONS))))
    hidden.change(bare, Ballot.sure)
    hidden.change(bare, Ballot.pass_on)


def measure_count(rounds: int, folder: Path, times: Times) -> None:
    """Count hands by keys, and in turns with them do the same deed with no face open."""
    shown, hidden = Open(to_choose(folder / "hands", Way.OPEN)), to_choose(folder / "no hands", Way.OPEN)
    count, bare = (desk.moment(deciding_of(desk)) for desk in (shown.desk, hidden))
    for number in range(rounds + _FIRST):
        place = number % len(_OPTIONS)
        times["a hand counted"].append(_took(partial(_counted, shown, count, place)))
        times["the deed alone, a hand"].append(_took(partial(hidden.change, bare, Count.one_more, place)))
    shown.close()
    hidden.close()


def _counted(shown: Open, count: Count, place: int) -> None:
    shown.desk.change(count, Count.one_more, place)
    settle()


def _took(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


VALUES = ("a letter on the cards", "Enter on Sure?", "on to the cover", "a hand counted")
FLOORS = ("the deed alone, a wish", "the deed alone, a hand", "bare repaint, 1366 x 768")


def measure(rounds: int = _ROUNDS) -> Times:
    """Do all of it; the moment after each screen in which keys do nothing is left out, for nobody waits for it here."""
    times: Times = {name: [] for name in (*VALUES, *FLOORS)}
    guard, booth_window.GUARD = booth_window.GUARD, 0.0
    try:
        with tempfile.TemporaryDirectory() as folder:
            measure_ballot(rounds, Path(folder), times)
            measure_count(rounds, Path(folder), times)
    finally:
        booth_window.GUARD = guard
    return {name: taken[_FIRST:] for name, taken in times.items()}


def main(rounds: int = _ROUNDS) -> int:
    """Print p50 and p95 of each with the floors; gives 1 when the promise is broken."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    dress(app)
    times = measure(rounds)
    for name in VALUES:
        floor = times["the deed alone, a hand" if name == "a hand counted" else "the deed alone, a wish"]
        ratio = statistics.median(times[name]) / statistics.median(floor)
        print(
            f"{name}, all faces painted: p50 {statistics.median(times[name]):.1f} ms, p95 {p95(times[name]):.1f} ms "
            f"(promise p95 {PROMISE:.0f}), ratio to the deed alone {ratio:.0f}"
        )
    for name in FLOORS:
        print(f"  floor, {name}: p50 {statistics.median(times[name]):.2f} ms, p95 {p95(times[name]):.2f} ms")
    print("  run again: python -m benchmarks.tap")
    return 0 if max(p95(times[name]) for name in VALUES) <= PROMISE else 1


if __name__ == "__main__":
    sys.exit(main())
