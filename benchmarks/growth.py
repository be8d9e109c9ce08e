"""Measures what a store of 100,000 decisions costs beside one of 1,000: home, a session, a decision, a list of all.

Run with `python -m benchmarks.growth`. Stores of 1,000, 10,000 and 100,000 decisions of about 60 words are grown, and
answered as rooms would have by now (`_settled`): what is due is the same in each. In turns: home (a connection of its
own, the glance, the page painted), a desk opening the session of today, a decision read whole and its page painted.
The promises: the largest store takes at most 1.3 times the smallest; listing all takes as long for each decision.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from datetime import datetime, time
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks._growing import grow
from benchmarks._settled import TODAY
from benchmarks._settled import settle as answer
from benchmarks.gesture import CONSOLE, quiet_memory, settle, took
from elephants.desk import Desk
from elephants.sessions.space import Space
from elephants.store.glance import glance
from elephants.store.listing import every_decision
from elephants.store.past import read_decision
from elephants.store.store import Store
from elephants.ui.history.decision import DecisionPage
from elephants.ui.home import Home
from elephants.ui.style import dress

PROMISE, LINEAR = 1.3, 1.3
SIZES = (1_000, 10_000, 100_000)
_ROUNDS = 30
_FIRST = 3
"""Turns that are not counted."""


class Grown:
    """One store with so many decisions, and a session of today ready to be opened."""

    def __init__(self, folder: Path, decisions: int) -> None:
        self.store = Store(folder / f"{decisions}.store")
        grow(self.store, decisions)
        answer(self.store)
        self.decisions = decisions
        self.desk = Desk(self.store, clock=lambda: datetime.combine(TODAY, time(18)))
        self.desk.change(self.desk.home.spaces[0], Space.plan, TODAY, time(18), 90)
        self.session = next(one.id for one in self.desk.home.spaces[0].sessions if one.date == TODAY)
        self.page = Home()
        self.page.resize(*CONSOLE)
        self.page.show()

    def home(self) -> None:
        """Read home and paint it, as when the window opens."""
        self.page.seen = None
        with self.store.reading() as raw:
            self.page.show_glance(glance(raw, 1, TODAY), TODAY)
        settle()
        self.page.repaint()

    def open(self) -> None:
        """Open the session of today."""
        self.desk.open(self.session)

    def decision(self) -> None:
        """Read a decision of some time ago, and paint its page."""
        decision = read_decision(self.store, self.decisions // 2)
        assert decision is not None
        page = DecisionPage(decision, TODAY, may_change=True)
        page.resize(*CONSOLE)
        page.show()
        settle()
        page.repaint()
        page.close()
        page.deleteLater()
        settle()

    def list_all(self) -> None:
        """Read every decision, as a command that lists them does."""
        with closing(Desk(Store(self.store.path, writing=False))) as desk:
            ended = sum(bool(one.full_text()) for one in every_decision(desk.home))
        assert ended == self.decisions

    def close(self) -> None:
        """Put page and desk away."""
        self.page.close()
        self.desk.close()


WHAT: dict[str, Callable[[Grown], None]] = {
    "home, read and painted": Grown.home,
    "a session opened": Grown.open,
    "a decision with its story": Grown.decision,
}


def measure(sizes: Sequence[int] = SIZES, rounds: int = _ROUNDS) -> tuple[dict[str, list[list[float]]], list[float]]:
    """Give the milliseconds of each turn, by what was done and size; and those of listing all, by size."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        stores = [stack.enter_context(closing(Grown(Path(folder), size))) for size in sizes]
        quiet_memory()
        times = {what: [list(turn) for turn in zip(*_turns(act, stores, rounds), strict=True)]
                 for what, act in WHAT.items()}  # fmt: skip
        return times, [min(took(one.list_all) for _ in range(2)) for one in stores]


def _turns(act: Callable[[Grown], None], stores: list[Grown], rounds: int) -> Iterator[list[float]]:
    for turn in range(rounds + _FIRST):
        taken = [took(partial(act, one)) for one in stores]
        if turn >= _FIRST:
            yield taken


def main(sizes: Sequence[int] = SIZES, rounds: int = _ROUNDS) -> int:
    """Print the milliseconds by size with the ratios; gives 1 when a promise is broken."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    dress(app)
    times, listed = measure(sizes, rounds)
    named, kept = " / ".join(f"{size:,}" for size in sizes), True
    for what, by_size in times.items():
        ratio = statistics.median(large / small for small, large in zip(by_size[0], by_size[-1], strict=True))
        kept &= ratio <= PROMISE
        said = " / ".join(f"{statistics.median(one):.1f}" for one in by_size)
        print(f"{what}: {said} ms at {named} decisions, ratio {ratio:.2f} (promise {PROMISE})")
    each = [ms * 1000 / size for ms, size in zip(listed, sizes, strict=True)]
    linear = each[-1] / each[-2]
    said = " / ".join(f"{one:.0f}" for one in each)
    print(f"all listed: {said} us a decision, ratio {linear:.2f} (promise {LINEAR}, linear)")
    print("  run again: python -m benchmarks.growth")
    return 0 if kept and linear <= LINEAR else 1


if __name__ == "__main__":
    sys.exit(main())
