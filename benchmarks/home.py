"""Measures home with its data: time and memory against a bare window that then reads the same rows by the ORM.

Run with `python -m benchmarks.home`. The floor paints a bare QMainWindow, imports sqlalchemy.orm, reads the rows that
home shows and paints them in one label. Each is a whole fresh process, run in turns; the ratios are medians over the
turns. The promises: at most 1.0 x its time and 1.1 x its memory. The aim: 1.1 x a bare window that reads nothing.
The memory is told a second time when the database layer and the console have been loaded behind home.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from benchmarks._turns import Marks, a_place, fresh, in_turns, middle

TIME, MEMORY, AIM = 1.0, 1.1, 1.1
_ROUNDS = 15


@dataclass(frozen=True)
class Measured:
    """Medians of the turns: the ratios are of pairs that ran one after the other."""

    ms: float
    floor_ms: float
    bare_ms: float
    mb: float
    floor_mb: float
    loaded_mb: float
    time_ratio: float
    bare_ratio: float
    memory_ratio: float
    loaded_ratio: float


def measure(rounds: int = _ROUNDS) -> Measured:
    """Run the three in turns."""
    with a_place() as place:
        store = str(place / "elephants.store")
        turns = in_turns(
            {
                "bare": lambda: fresh("benchmarks._floors", place=place),
                "home": lambda: fresh("benchmarks._started", store, place=place),
                "floor": lambda: fresh("benchmarks._floors", store, place=place),
            },
            rounds,
        )
    return _summed(turns)


def _summed(turns: list[dict[str, Marks]]) -> Measured:
    home, floor = [turn["home"] for turn in turns], [turn["floor"]["filled"] for turn in turns]
    bare = [turn["bare"]["painted"] for turn in turns]
    return Measured(
        ms=middle(one["filled"].ms for one in home),
        floor_ms=middle(one.ms for one in floor),
        bare_ms=middle(one.ms for one in bare),
        mb=middle(one["filled"].mb for one in home),
        floor_mb=middle(one.mb for one in floor),
        loaded_mb=middle(one["loaded"].mb for one in home),
        time_ratio=middle(a["filled"].ms / b.ms for a, b in zip(home, floor, strict=True)),
        bare_ratio=middle(a["filled"].ms / b.ms for a, b in zip(home, bare, strict=True)),
        memory_ratio=middle(a["filled"].mb / b.mb for a, b in zip(home, floor, strict=True)),
        loaded_ratio=middle(a["loaded"].mb / b.mb for a, b in zip(home, floor, strict=True)),
    )


def main(rounds: int = _ROUNDS) -> int:
    """Print values, floors and ratios; gives 1 when a promise is broken."""
    m = measure(rounds)
    print(f"home with its data: {m.ms:.0f} ms, floor {m.floor_ms:.0f} ms, ratio {m.time_ratio:.2f} (promise {TIME})")
    print(f"  bare window {m.bare_ms:.0f} ms, ratio {m.bare_ratio:.2f} (aim {AIM})")
    print(f"  memory {m.mb:.0f} MB, floor {m.floor_mb:.0f} MB, ratio {m.memory_ratio:.2f} (promise {MEMORY})")
    print(f"  memory when all is loaded {m.loaded_mb:.0f} MB, ratio {m.loaded_ratio:.2f} (no promise)")
    print("  run again: python -m benchmarks.home")
    return 0 if m.time_ratio <= TIME and m.memory_ratio <= MEMORY else 1


if __name__ == "__main__":
    sys.exit(main())
