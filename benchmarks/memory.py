"""Measures the memory of console and room open, against two bare windows with the database layer loaded.

Run with `python -m benchmarks.memory`. The value opens a session of 22 activities and 600 lines in console
(1366 x 768) and room (1920 x 1080); the floor imports sqlalchemy.orm, reads home's rows by it and paints two
bare windows of the same sizes. Each is a whole fresh process, run in turns; the ratio, the median over the turns, is
the promise (at most 1.4).
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from benchmarks._turns import Marks, fresh, in_turns, middle

PROMISE = 1.4
ROOM, CONSOLE = (1920, 1080), (1366, 768)
_ROUNDS = 9
_VALUE, _FLOOR = "value", "floor"


def measure(rounds: int = _ROUNDS) -> tuple[float, float, float]:
    """MB of console and room, MB of the two bare windows, and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        place, store = Path(folder), str(Path(folder, "elephants.store"))
        _fill(Path(store))

        def run(what: str) -> Marks:
            return fresh("benchmarks.memory", what, store, place=place)

        turns = in_turns({_VALUE: lambda: run(_VALUE), _FLOOR: lambda: run(_FLOOR)}, rounds)
    pairs = [(turn[_VALUE]["open"].mb, turn[_FLOOR]["open"].mb) for turn in turns]
    return middle(mb for mb, _ in pairs), middle(mb for _, mb in pairs), middle(mb / bare for mb, bare in pairs)


def _fill(store: Path) -> None:
    from benchmarks._evening import long_evening

    long_evening(store).close()


def show_ours(store: Path) -> None:
    """Open the session under way of a store in console and room, both painted."""
    from elephants.desk import Desk
    from elephants.sessions.activity import RUNNING
    from elephants.store.store import Store
    from elephants.ui import load_qt

    load_qt()
    from PySide6.QtWidgets import QApplication

    from elephants.ui.console import Console
    from elephants.ui.room import RoomWindow
    from elephants.ui.style import dress

    app = QApplication([])
    dress(app)
    desk = Desk(Store(store))
    desk.open(next(one for one in desk.home.spaces[0].sessions if one.state == RUNNING).id)
    room = RoomWindow()
    console = Console(desk, room)
    room.resize(*ROOM)
    console.resize(*CONSOLE)
    _paint(app, room, console)


def show_bare(store: Path) -> None:
    """Paint two bare windows, with the database layer loaded and the rows of home read by it."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    from benchmarks._floors import read_rows

    app = QApplication([])
    rows = read_rows(store)
    windows = QMainWindow(), QMainWindow()
    for window, size in zip(windows, (ROOM, CONSOLE), strict=True):
        window.setCentralWidget(QLabel("\n".join(str(row) for row in rows[:40])))
        window.resize(*size)
    _paint(app, *windows)


def _paint(app: object, *windows: object) -> None:
    from PySide6.QtWidgets import QApplication, QWidget

    from benchmarks._marks import mark

    assert isinstance(app, QApplication)
    for window in windows:
        assert isinstance(window, QWidget)
        window.show()
    for _ in range(5):
        app.processEvents()
    mark("open")
    sys.stdout.flush()
    os._exit(0)


def main(rounds: int = _ROUNDS) -> int:
    """Print the three numbers; gives 1 when the promise is broken."""
    value, floor, ratio = measure(rounds)
    print(
        f"console and room open: {value:.0f} MB, two bare windows with the database layer {floor:.0f} MB, "
        f"ratio {ratio:.2f} (promise {PROMISE})"
    )
    print("  run again: python -m benchmarks.memory")
    return 0 if ratio <= PROMISE else 1


if __name__ == "__main__":
    if len(sys.argv) > 1:
        {_VALUE: show_ours, _FLOOR: show_bare}[sys.argv[1]](Path(sys.argv[2]))
    sys.exit(main())
