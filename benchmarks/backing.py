"""Measures the longest time in which the window does nothing while a backup of 25 MB is made aside from it.

Run with `python -m benchmarks.backing`. A timer ticks each millisecond in the event loop of a painted window; the gap
is the time between two ticks. The floor is the same loop with nothing to do; the control makes the backup in the
window's own thread, and stalls it. The promise: no gap over 50 ms.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks._growing import grow
from benchmarks.gesture import CONSOLE, quiet_memory, settle
from elephants.store.backup import back_up
from elephants.store.store import Store
from elephants.ui.backing import Backing
from elephants.ui.home import Home
from elephants.ui.style import dress

PROMISE = 50.0
MEGABYTES = 25
_A_DECISION = 3_200
"""About how many bytes a decision takes in the file, with all that hangs on it and the search."""
_ROUNDS = 5
_NOTHING = 600


def longest_gap(begin: Callable[[QEventLoop], object]) -> float:
    """Run an event loop that `begin` starts something in and ends; gives the longest gap between ticks in ms."""
    loop, gaps, last = QEventLoop(), [0.0], [time.perf_counter()]

    def tick() -> None:
        now = time.perf_counter()
        gaps.append((now - last[0]) * 1000)
        last[0] = now

    timer = QTimer(loop, interval=1, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start()
    QTimer.singleShot(20, loop, lambda: begin(loop))
    loop.exec()
    tick()
    return max(gaps)


def aside(store: Store, loop: QEventLoop) -> None:
    """Make a backup as the app does, and end the loop with it."""
    backing = Backing(store, lambda: "", lambda: True, loop)
    backing.done.connect(loop.quit)
    backing.want()


def in_the_window(store: Store, loop: QEventLoop) -> None:
    """Make a backup where the window should be: the control."""
    back_up(store)
    loop.quit()


def nothing(loop: QEventLoop) -> None:
    """Do nothing for as long as a backup may take: the floor."""
    QTimer.singleShot(_NOTHING, loop.quit)


def measure(megabytes: float = MEGABYTES, rounds: int = _ROUNDS) -> tuple[float, dict[str, float]]:
    """Give the size of the store in MB, and the longest gap of all turns by what was done meanwhile."""
    with tempfile.TemporaryDirectory() as folder, closing(Store(Path(folder, "elephants.store"))) as store:
        grow(store, int(megabytes * 1_000_000 / _A_DECISION))
        page = Home()
        page.resize(*CONSOLE)
        page.show()
        settle()
        quiet_memory()
        acts: dict[str, Callable[[QEventLoop], object]] = {
            "aside": lambda loop: aside(store, loop),
            "nothing": nothing,
            "in the window": lambda loop: in_the_window(store, loop),
        }
        gaps = {name: max(longest_gap(act) for _ in range(rounds)) for name, act in acts.items()}
        page.close()
        return store.path.stat().st_size / 1e6, gaps


def main(megabytes: float = MEGABYTES, rounds: int = _ROUNDS) -> int:
    """Print the longest gaps; gives 1 when the promise is broken."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    dress(app)
    size, gaps = measure(megabytes, rounds)
    print(f"a backup of {size:.0f} MB: the longest gap of the window {gaps['aside']:.0f} ms (promise {PROMISE:.0f})")
    print(f"  floor, nothing to do: {gaps['nothing']:.0f} ms; control, in the window's own thread: "
          f"{gaps['in the window']:.0f} ms")  # fmt: skip
    print("  run again: python -m benchmarks.backing")
    return 0 if gaps["aside"] <= PROMISE else 1


if __name__ == "__main__":
    sys.exit(main())
