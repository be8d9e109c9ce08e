"""Measures the longest time in which the window does nothing while words go for good, or an old paper comes in.

Run with `python -m benchmarks.letting_go`, in stores of 1,000 and 10,000 decisions with agreed records; a number makes
it that many. A timer ticks each millisecond in the real window with its real dialogs; the gap is the time between two
ticks. The floor is the same loop with nothing to do; the control forgets a session in the window's own thread. The
promise: no gap over 50 ms. The time that each takes is told beside it.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks._agreed import NAME, agree
from benchmarks._growing import Talk, grow
from benchmarks._settled import settle as answer
from benchmarks.backing import longest_gap, nothing
from benchmarks.gesture import settle
from elephants.app import App
from elephants.sessions.brought.brought import take_away
from elephants.sessions.record.out import take_out
from elephants.sessions.record.readlines import lines
from elephants.settings import Settings
from elephants.store.store import Store
from elephants.store.turn import at_once
from elephants.ui.bringing import COMING, BringingDialog
from elephants.ui.forgetting.longenough import LetGo
from elephants.ui.forgetting.person import ForgetPerson
from elephants.ui.forgetting.whole import ForgetSession
from elephants.ui.style import dress

PROMISE = 50.0
SIZES = (1_000, 10_000)
PARAGRAPHS = 4_900
"""Of one old paper: as many as may come in, but for some."""

Told = tuple[str, float, float]
"""What was done, the seconds it took, the longest gap in ms."""

_NOW = datetime(2027, 6, 3, 12)  # noqa: DTZ001  (a clock on a wall has no zone)


@contextmanager
def an_app(grown: Path) -> Iterator[App]:
    """Open the app on a copy of a store, and put it away afterwards."""
    with tempfile.TemporaryDirectory() as place:
        folder = shutil.copytree(grown, Path(place, "copy"))
        app = App(folder / "elephants.store", Settings(), clock=lambda: _NOW)
        app.window.show()
        app.load()
        settle()
        app.keeping.forgetting.away()
        app.desk.look()
        settle()
        yield app
        app.window.close()
        settle()


def timed(name: str, act: Callable[[], object]) -> Told:
    """Do something that lets the window live meanwhile."""
    took = [0.0]

    def begin(loop: QEventLoop) -> None:
        began = time.perf_counter()
        try:
            act()
        finally:
            took[0] = time.perf_counter() - began
            loop.quit()

    gap = longest_gap(begin)
    return name, took[0], gap


def a_person(app: App) -> Iterator[Told]:
    """Look for a name, and forget it."""
    dialog = ForgetPerson(app.desk, app.window)
    dialog.show()
    settle()
    dialog.name.setText(NAME)
    yield timed("looking for a name", dialog.look_for)
    yield timed("saying that it goes", dialog.rest_goes.click)
    yield timed("forgetting a person", dialog.do.click)


def a_session(app: App) -> Iterator[Told]:
    """Choose a session, see what goes, and forget it."""
    found: list[ForgetSession] = []
    yield timed("listing the sessions", lambda: found.append(ForgetSession(app.desk, app.window)))
    dialog = found[0]
    dialog.show()
    settle()
    dialog.session.setCurrentIndex(5)
    yield timed("saying what goes with a session", dialog.show_session)
    yield timed("forgetting a session", dialog.do.click)


def long_enough(app: App) -> Iterator[Told]:
    """See what was kept long enough, and let it go."""
    found: list[LetGo] = []
    yield timed("listing what was kept long enough", lambda: found.append(LetGo(app.desk, app.window)))
    found[0].show()
    settle()
    yield timed("letting it go", found[0].do.click)


def words(app: App) -> Iterator[Told]:
    """Take words out of an agreed record."""
    session = app.desk.open(app.desk.home.spaces[0].sessions[-1].id)
    line = next(one for one in lines(session) if one.part == "words")
    today = app.desk.today()
    yield timed("taking words out", lambda: app.desk.change(session.space, take_out, session, line, today))
    app.desk.leave()


def a_paper(app: App) -> Iterator[Told]:
    """Bring in one long old paper, and take it away again."""
    talk, file = Talk(3), app.store_path.parent / "old.md"
    file.write_text("# Long ago\n\n" + "\n\n".join(talk.say(9) for _ in range(PARAGRAPHS)), encoding="utf-8")
    dialog = BringingDialog(app.desk, app.desk.home.spaces[0].id, app.window)
    dialog.show()
    settle()
    yield timed("reading an old paper", lambda: dialog.look([file]))

    def bring() -> None:
        dialog.go.click()
        loop, look = QEventLoop(), QTimer(interval=5)
        look.timeout.connect(lambda: None if dialog.state == COMING else loop.quit())
        look.start()
        loop.exec()

    yield timed(f"a paper of {PARAGRAPHS} paragraphs coming in", bring)
    (brought,) = dialog.space.brought
    yield timed("taking it away", lambda: app.desk.change(dialog.space, take_away, brought))
    dialog.accept()


ACTS = (a_person, a_session, long_enough, words, a_paper)


def measure(grown: Path) -> Iterator[Told]:
    """Do all of it, each in a copy of the store."""
    for act in ACTS:
        with an_app(grown) as app:
            yield from act(app)


def control(grown: Path) -> float:
    """Forget a session where the window should be; gives the longest gap in ms."""
    with an_app(grown) as app:
        app.desk.sweeping.aside = at_once
        return next(gap for name, _, gap in a_session(app) if name == "forgetting a session")


def main(sizes: tuple[int, ...] = SIZES) -> int:
    """Print the longest gaps; gives 1 when the promise is broken."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    dress(app)
    longest = 0.0
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            with closing(Store(Path(folder, "elephants.store"))) as store:
                grow(store, size)
                answer(store, latest=min(size, 320))
                agree(store)
            print(f"a store of {size} decisions: the longest gap of the window (promise {PROMISE:.0f})")
            for name, took, gap in measure(Path(folder)):
                longest = max(longest, gap)
                print(f"  {name}: {gap:.0f} ms, in {took:.2f} s")
            print(f"  floor, nothing to do: {longest_gap(nothing):.0f} ms; control, a session forgotten in the "
                  f"window's own thread: {control(Path(folder)):.0f} ms")  # fmt: skip
    print("  run again: python -m benchmarks.letting_go")
    return 0 if longest <= PROMISE else 1


if __name__ == "__main__":
    sys.exit(main(tuple(int(one) for one in sys.argv[1:]) or SIZES))
