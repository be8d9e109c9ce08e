"""Measures the start: the frame painted and taking keys, against a bare QMainWindow; each a whole fresh process.

Run with `python -m benchmarks.start`. Value and floor run in turns, from the start of the process to the end of the
first painting of the window; the ratio, the median over the turns, is the promise (at most 1.5).
"""

from __future__ import annotations

import sys

from benchmarks._turns import a_place, fresh, in_turns, middle

PROMISE = 1.5
_ROUNDS = 15


def measure(rounds: int = _ROUNDS) -> tuple[float, float, float]:
    """Milliseconds of the frame and of the bare window, and their ratio."""
    with a_place() as place:
        store = str(place / "elephants.store")
        turns = in_turns(
            {
                "bare": lambda: fresh("benchmarks._floors", place=place),
                "home": lambda: fresh("benchmarks._started", store, place=place),
            },
            rounds,
        )
    pairs = [(turn["home"]["painted"].ms, turn["bare"]["painted"].ms) for turn in turns]
    ratio = middle(value / floor for value, floor in pairs)
    return middle(value for value, _ in pairs), middle(floor for _, floor in pairs), ratio


def main(rounds: int = _ROUNDS) -> int:
    """Print the three numbers; gives 1 when the promise is broken."""
    value, floor, ratio = measure(rounds)
    print(f"home frame painted: {value:.0f} ms, bare window {floor:.0f} ms, ratio {ratio:.2f} (promise {PROMISE})")
    print("  run again: python -m benchmarks.start")
    return 0 if ratio <= PROMISE else 1


if __name__ == "__main__":
    sys.exit(main())
