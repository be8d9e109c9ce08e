"""Measures what moves on the room's screen at 1920 x 1080: cards turn, a chair lights, one view gives way to another.

Run with `python -m benchmarks.motion`. Open are the console and the room's screen, on a session of 22 activities and
600 lines. A first frame counts from the deed (with its commit, where it has one) to the end of the room's painting; the
console's page may come after it. Each further frame is one painting of the room's screen while something moves. A
change of view does not move: motion only shows where a thing went (LOOK.md). The floor, measured in turns with them, is
the bare repainting of one widget as large as the room's screen. The promises: p95 of a first frame is at most one
frame, 16 ms, and no frame of a motion takes more than 32 ms.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from benchmarks._evening import deciding_of, long_evening
from benchmarks.gesture import ROOM as SIZE
from benchmarks.gesture import Faces, Plain, p95, quiet_memory, settle, took
from elephants.sessions.activity import Activity
from elephants.sessions.agenda.agenda import Agenda
from elephants.sessions.round import Round
from elephants.sessions.session import Session
from elephants.sessions.stories.stories import Stories
from elephants.sessions.stories.table import CardTable
from elephants.ui.style import dress

FIRST, FRAME = 16.0, 32.0
_ROUNDS = 60
_UNCOUNTED = 4
_PATIENCE = 3.0
"""Seconds after which a motion that does not end has failed."""

A = TypeVar("A", bound=Activity)
Times = dict[str, list[float]]


class Watch(QObject):
    """Times what the room's window paints: when a painting ended, and how long each took."""

    def __init__(self, faces: Faces) -> None:
        super().__init__()
        self.faces, self.desk = faces, faces.desk
        self.frames: list[float] = []
        self.ended = 0.0
        faces.room.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the room's window here, under the clock."""
        if event.type() != QEvent.Type.UpdateRequest:
            return False
        begun = time.perf_counter()
        watched.event(event)
        self.ended = time.perf_counter()
        self.frames.append((self.ended - begun) * 1000)
        return True

    def first(self, act: Callable[[], object]) -> float:
        """Do a deed; gives the milliseconds until the room has seen something of it."""
        self.frames.clear()
        begun = time.perf_counter()
        act()
        until = time.monotonic() + _PATIENCE
        while not self.frames:
            assert time.monotonic() < until, "the room saw nothing of it"
            QCoreApplication.sendPostedEvents()
            QCoreApplication.processEvents()
        seen = (self.ended - begun) * 1000
        settle()
        return seen

    def rest(self) -> list[float]:
        """Let a motion run to its end; gives the milliseconds of each frame after the first."""
        self.frames.clear()
        until = time.monotonic() + _PATIENCE
        while self.faces.room.picture.in_motion():
            assert time.monotonic() < until, "the motion does not end"
            QCoreApplication.processEvents()
        settle()
        return list(self.frames)

    def session(self) -> Session:
        """Give the open session."""
        assert self.desk.session is not None
        return self.desk.session

    def one(self, kind: type[A]) -> A:
        """Give the first activity of a kind."""
        return next(one for one in self.session().activities if isinstance(one, kind))

    def go(self, to: Activity) -> None:
        """Go to an activity."""
        self.desk.change(self.session(), Session.go, to)


def turn_cards(watch: Watch, times: Times) -> None:
    """Lay three other cards, then choose one of them."""
    desk, stories = watch.desk, watch.one(Stories)
    table: CardTable = desk.moment(stories)
    times["three other cards"].append(watch.first(lambda: desk.change(table, CardTable.other_cards)))
    times["three cards turning"] += watch.rest()
    chosen = table.shown[0].id
    times["a card chosen"].append(watch.first(lambda: desk.change(table, CardTable.choose, chosen)))
    times["a card turning"] += watch.rest()
    desk.change(table, CardTable.put_back)
    settle()
    watch.rest()


def light_chair(watch: Watch, times: Times) -> None:
    """Light a chair of the check-in, or all of them anew where none is left."""
    chairs = watch.desk.moment(watch.one(Round))
    if len(chairs.lit) == chairs.here:
        for _ in range(chairs.here):
            watch.desk.change(chairs, type(chairs).dim)
        watch.rest()
    times["a chair lit"].append(watch.first(lambda: watch.desk.change(chairs, type(chairs).light)))
    times["a chair lighting"] += watch.rest()


def change_views(watch: Watch, deciding: Activity, times: Times) -> None:
    """Go from view to view: 60 lines, the agenda, a round, cards; in each the deed for it is measured."""
    for name, to in (
        ("to the views of a decision", deciding),
        ("to the agenda", watch.one(Agenda)),
        ("to a round", watch.one(Round)),
    ):
        times[name].append(watch.first(partial(watch.go, to)))
        watch.rest()
    light_chair(watch, times)
    times["to the cards"].append(watch.first(lambda: watch.go(watch.one(Stories))))
    table = watch.desk.moment(watch.one(Stories))
    times["the first three cards"].append(watch.first(lambda: watch.desk.change(table, CardTable.deal)))
    times["three cards turning"] += watch.rest()
    turn_cards(watch, times)


MOVING = ("three cards turning", "a card turning", "a chair lighting")
FLOOR = "bare repaint, 1920 x 1080"


def measure(rounds: int = _ROUNDS, views: int = 60) -> Times:
    """Do all of it in turns, with its floor."""
    times: Times = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        faces, plain = Faces(long_evening(Path(folder, "store"), views)), Plain()
        plain.resize(*SIZE)
        plain.show()
        watch, deciding = Watch(faces), deciding_of(faces.desk)
        watch.go(watch.one(Stories))
        settle()
        quiet_memory()
        for number in range(rounds + _UNCOUNTED):
            if number == _UNCOUNTED:
                times.clear()
            change_views(watch, deciding, times)
            times[FLOOR].append(took(plain.repaint))
        plain.close()
        faces.close()
        faces.desk.close()
    return dict(times)


def main(rounds: int = _ROUNDS, views: int = 60) -> int:
    """Print p50 and p95 of each first frame, and the longest frame of each motion; gives 1 when a promise is broken."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    dress(app)
    times = measure(rounds, views)
    bare, kept = statistics.median(times.pop(FLOOR)), True
    for name, taken in times.items():
        if not taken:
            continue
        middle, late, most = statistics.median(taken), p95(taken), max(taken)
        kept = kept and (most <= FRAME if name in MOVING else late <= FIRST)
        promise = f"promise {FRAME:.0f} at most" if name in MOVING else f"promise p95 {FIRST:.0f}"
        print(
            f"{name}, room painted: p50 {middle:.1f} ms, p95 {late:.1f} ms, longest {most:.1f} ms ({promise}), "
            f"ratio to a bare repaint {middle / bare:.1f}"
        )
    print(f"  floor, {FLOOR}: p50 {bare:.1f} ms")
    print("  run again: python -m benchmarks.motion")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
