"""Runs fresh processes in turns, so that what else the machine does falls on floor and value alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from datetime import time as clock
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 120
"""Seconds after which a process that does not end has failed."""


@dataclass(frozen=True)
class Moment:
    """When a process reached a moment, in milliseconds from its start, and the memory it held then, in MB."""

    ms: float
    mb: float


Marks = dict[str, Moment]


def fresh(module: str, *words: str, place: Path) -> Marks:
    """Run a module of ours as a process of its own and read its marks; refuses one that ended badly."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        cwd=ROOT, env=_surroundings(place), capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr)
    marks = [line.split() for line in done.stdout.splitlines()]
    return {name: Moment((float(at) - begun) * 1000, float(mb)) for name, at, mb in marks}


def _surroundings(place: Path) -> dict[str, str]:
    """No screen, choices and byte code of its own: as on the second start after an installation."""
    ours = {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPYCACHEPREFIX": str(place / "compiled"),
        "XDG_CONFIG_HOME": str(place / "config"),
    }
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | ours


def in_turns(kinds: Mapping[str, Callable[[], Marks]], rounds: int) -> list[dict[str, Marks]]:
    """Run each kind once unheeded, which compiles it, then all of them in turns."""
    for run in kinds.values():
        run()
    return [{name: run() for name, run in kinds.items()} for _ in range(rounds)]


def middle(values: Iterable[float]) -> float:
    """Give the median."""
    return statistics.median(values)


@contextmanager
def a_place() -> Iterator[Path]:
    """Lend a folder with a store in it: a space that has met twice, with decisions, actions, and a next session."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        fill(place / "elephants.store")
        yield place


def fill(store: Path) -> None:
    """Play two written sessions into a store, plan the next one and ask for items."""
    from elephants.commands import rehearse
    from elephants.desk import Desk
    from elephants.places import asset
    from elephants.sessions.agenda.agenda import ask_for
    from elephants.sessions.space import Space
    from elephants.store.store import Store

    for name in ("council-2024-08-30.toml", "council-2024-12-20.toml"):
        rehearse(asset("rehearsals", name), store, None)
    desk = Desk(Store(store))
    space = desk.home.spaces[0]
    desk.change(space, Space.plan, date(2999, 1, 1), clock(18), 90)
    for title in ("Who can speak for us?", "The date of the next release", "What do new members need?"):
        desk.change(desk.home.spaces[0], ask_for, title)
    desk.close()
