"""Measures the search as somebody types it: each keystroke of it, at 1,000, 10,000 and 100,000 decisions.

Run with `python -m benchmarks.search`. Words of one to three from the vocabulary of the store are typed letter by
letter; each keystroke asks for the newest 50 lines with the words marked. The floor, measured in turns with it, is the
same query in bare sqlcipher3 on the same encrypted file, whose own `highlight` puts the marks. The promise: at 100,000
decisions p50 at most 1.3 and p95 at most 1.5 of the floor, below that p95 under one frame, 16 ms; with a filter p95 at
most 3 times as long as without; and a decision is loaded into a large store as quickly as into a small one.
`python -m benchmarks.search 1000 10000` measures these sizes alone.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import sqlcipher3

from benchmarks._growing import Talk, grow
from elephants.store.search import Asked, find
from elephants.store.store import Store

SIZES = (1_000, 10_000, 100_000)
LARGE = 100_000
FRAME, P50, P95, FILTERED = 16.0, 1.3, 1.5, 3.0
LINEAR = 1.5
"""A decision may take so much longer to load at 100,000 than at 10,000: the index is a little deeper."""
_KEYSTROKES = 300
_FLOOR = """
    SELECT found.kind, found.row, found.space_id, found.session_id, found.day,
        highlight(found_words, 0, '[', ']')
    FROM found_words JOIN found ON found.id = found_words.rowid
    WHERE found_words MATCH ? ORDER BY found_words.rowid DESC LIMIT 50
"""
FILTERS: dict[str, dict[str, Any]] = {
    "a space": {"space_id": 3},
    "days": {"since": date(2024, 1, 1), "until": date(2025, 12, 31)},
    "a state": {"state": "ended"},
    "look again": {"state": "look again"},
    "an ending in a space": {"space_id": 2, "ending": "go ahead"},
    "open needs": {"open_needs": True},
}


@dataclass
class Times:
    """Milliseconds of each keystroke at one size, and of loading one decision."""

    loading: float
    ours: list[float] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)
    filtered: dict[str, list[float]] = field(default_factory=dict)


def measure(decisions: int, keystrokes: int = _KEYSTROKES) -> Times:
    """Load a store of this size and type into its search; ours, the floor and each filter in turns."""
    with tempfile.TemporaryDirectory() as folder, closing(Store(Path(folder) / "large.store")) as store:
        begun = time.perf_counter()
        grow(store, decisions)
        times = Times((time.perf_counter() - begun) * 1000 / decisions, filtered={name: [] for name in FILTERS})
        with store.raw() as raw:
            bare = _bare(store)
            for number, words in enumerate(typed(keystrokes)):
                _turn(raw, bare, words, times, number)
            bare.close()
        return times


def _turn(raw: Any, bare: Any, words: str, times: Times, number: int) -> None:
    said = words.split()
    match = "folded : (" + " AND ".join(f'"{word}"' for word in said) + " *)"
    both: list[tuple[list[float], Callable[[], object]]] = [
        (times.ours, partial(find, raw, Asked(words))),
        (times.floor, lambda: bare.execute(_FLOOR, (match,)).fetchall()),
    ]
    for kept, act in both if number % 2 else reversed(both):  # neither is always the first to read a page
        kept.append(took(act))
    for name, more in FILTERS.items():
        times.filtered[name].append(took(partial(find, raw, Asked(words, **more))))


def _bare(store: Store) -> Any:
    raw = sqlcipher3.connect(str(store.path))
    raw.execute(f"PRAGMA key=\"x'{store.key}'\"")
    raw.execute("PRAGMA cache_size=-65536")
    return raw


def typed(keystrokes: int) -> list[str]:
    """Give what stands in the field after each of so many keystrokes of people who look for one to three words."""
    talk, chance = Talk(), random.Random(3)
    looked = (" ".join(talk.say(chance.choice((1, 2, 3))).rstrip(".").lower().split()) for _ in range(keystrokes))
    every = [words[:end] for words in looked for end in range(1, len(words) + 1) if words[end - 1] != " "]
    return chance.sample(every, keystrokes)


def took(act: Callable[[], object]) -> float:
    """Give the milliseconds something takes."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def p95(times: list[float]) -> float:
    """Give the time that 95 of a hundred stay under."""
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


def told(decisions: int, times: Times) -> bool:
    """Print what was measured at one size; tells whether the promise is kept."""
    middle, most = statistics.median(times.ours), p95(times.ours)
    of_middle, of_most = middle / statistics.median(times.floor), most / p95(times.floor)
    slowest = max(times.filtered, key=lambda name: p95(times.filtered[name]))
    of_filter = p95(times.filtered[slowest]) / most
    promise = f"promise {P50} / {P95}" if decisions >= LARGE else f"promise p95 {FRAME:.0f} ms"
    print(f"search in {decisions} decisions: p50 {middle:.1f} ms, p95 {most:.1f} ms, "
          f"ratio {of_middle:.2f} / {of_most:.2f} ({promise})")  # fmt: skip
    print(f"  floor, bare sqlcipher3: p50 {statistics.median(times.floor):.1f} ms, p95 {p95(times.floor):.1f} ms")
    print(f"  with a filter, the slowest ({slowest}): p95 {p95(times.filtered[slowest]):.1f} ms, "
          f"ratio {of_filter:.2f} (promise {FILTERED:.0f})")  # fmt: skip
    print(f"  loading one decision: {times.loading:.2f} ms")
    kept = (of_middle <= P50 and of_most <= P95) if decisions >= LARGE else most <= FRAME
    return kept and of_filter <= FILTERED


def main(sizes: tuple[int, ...] = SIZES, keystrokes: int = _KEYSTROKES) -> int:
    """Measure each size; gives 1 when a promise is broken."""
    measured = {size: measure(size, keystrokes) for size in sizes}
    kept = [told(size, times) for size, times in measured.items()]
    if len(sizes) > 1:
        small, large = measured[sizes[-2]].loading, measured[sizes[-1]].loading
        print(f"loading at {sizes[-1]} beside {sizes[-2]}: ratio {large / small:.2f} (promise {LINEAR})")
        kept.append(large / small <= LINEAR)
    print("  run again: python -m benchmarks.search")
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(tuple(int(size) for size in sys.argv[1:]) or SIZES))
