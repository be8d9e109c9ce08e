"""Measures the papers against their floors, each pair side by side in one run; the ratios are the promises.

Run with `python -m benchmarks.paper`; milliseconds are of this machine. `python -m benchmarks.paper PAGES tagged` (or
`untagged`) builds one long run of minutes in a process of its own and prints its seconds, pages and peak memory.
"""

from __future__ import annotations

import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

from benchmarks._papers import (
    DECISIONS,
    as_html,
    bare_canvas,
    by_weasyprint,
    lines_of,
    minutes,
    pictures_of,
    sheet,
    untagged,
)
from elephants.paper.layout import to_pdf

PROMISE = 3.5
AIM = 3.0
FASTER = 4.0
MEMORY = 2.0
LINEAR = 1.25
PAGES = 10
SHEETS = 40
LONG = (50, 250, 500)
_ROUNDS = 31
_FEW = 5


def measure() -> tuple[float, float, float, int]:
    """Milliseconds of ten pages of minutes and of the floor, their ratio, and the pages.

    Taken in turns; the ratio is the median over the turns, so that what else the machine does falls on both.
    """
    document = minutes()
    pages = lines_of(to_pdf(document))
    bare_canvas(pages)
    value, floor, ratio = _in_turns(lambda: to_pdf(document), lambda: bare_canvas(pages), _ROUNDS)
    return value, floor, ratio, len(pages)


def beside_weasyprint(rounds: int = _FEW) -> tuple[float, float, float]:
    """Milliseconds of ten pages of minutes by WeasyPrint and by us, and how many times faster we are."""
    document = minutes()
    html = as_html(document)
    by_weasyprint(html)
    return _in_turns(lambda: by_weasyprint(html), lambda: to_pdf(document), rounds)


def sheets(ideas: int, rounds: int = _FEW, count: int = SHEETS) -> tuple[float, float, float, int]:
    """Milliseconds of so many outcome sheets and of the same pages on bare canvases, their ratio, and the pages."""
    documents = [sheet(number, ideas) for number in range(count)]
    floors = [(lines_of(to_pdf(document)), pictures_of(document)) for document in documents]

    def bare() -> None:
        for pages, pictures in floors:
            bare_canvas(pages, pictures, 16)

    value, floor, ratio = _in_turns(lambda: [to_pdf(document) for document in documents], bare, rounds)
    return value, floor, ratio, sum(len(pages) for pages, _ in floors)


def _in_turns(value: Callable[[], object], floor: Callable[[], object], rounds: int) -> tuple[float, float, float]:
    turns = [(_took(value), _took(floor)) for _ in range(rounds)]
    values, floors = zip(*turns, strict=True)
    return statistics.median(values), statistics.median(floors), statistics.median(v / f for v, f in turns)


def _took(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def long_run(pages: int, tagged: str) -> tuple[float, float]:
    """Milliseconds a page and peak megabytes of one process that builds minutes of about so many pages."""
    command = [sys.executable, "-m", "benchmarks.paper", str(pages), tagged]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    seconds, made, peak = map(float, said)
    return seconds * 1000 / made, peak


def _one_run(pages: int, tagged: str) -> None:
    document = minutes(pages * DECISIONS // PAGES)
    to_pdf(minutes(1))
    with untagged() if tagged == "untagged" else nullcontext():
        start = time.perf_counter()
        pdf = to_pdf(document)
        took = time.perf_counter() - start
    print(took, pdf.count(b"/Contents "), _peak())


def _peak() -> float:
    """The most megabytes this process ever had; getrusage would tell those of the process that started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return float(status.split("VmHWM:")[1].split()[0]) / 1024


def _say(what: str, numbers: str, kept: bool) -> bool:
    print(f"{what}: {numbers}{'' if kept else ' BROKEN'}")
    return kept


def _many_pages() -> bool:
    kept = []
    tagged = {pages: long_run(pages, "tagged") for pages in LONG}
    for pages, (each, peak) in tagged.items():
        of_first = each / tagged[LONG[0]][0]
        said = f"{each:.1f} ms a page, peak {peak:.0f} MB, ratio to {LONG[0]} pages {of_first:.2f} (promise {LINEAR})"
        kept.append(_say(f"minutes of {pages} pages", said, of_first <= LINEAR))
    each, plain = long_run(LONG[-1], "untagged")
    ratio = tagged[LONG[-1]][1] / plain
    said = f"untagged {each:.1f} ms a page, peak {plain:.0f} MB, ratio of memory {ratio:.2f} (promise {MEMORY})"
    return _say(f"minutes of {LONG[-1]} pages", said, ratio <= MEMORY) and all(kept)


def main() -> int:
    """Print value, floor, ratio and promise of each; gives 1 when a promise is broken."""
    value, floor, ratio, pages = measure()
    said = f"{value:.1f} ms, bare canvas {floor:.1f} ms, ratio {ratio:.2f} (promise {PROMISE}, aim {AIM})"
    kept = [_say(f"minutes of {pages} pages", said, ratio <= PROMISE)]
    other, ours, faster = beside_weasyprint()
    said = f"{ours:.1f} ms, WeasyPrint {other:.1f} ms, {faster:.1f} times faster (promise {FASTER})"
    kept.append(_say(f"minutes of {pages} pages", said, faster >= FASTER))
    for ideas in (3, 8):
        value, floor, ratio, pages = sheets(ideas)
        said = f"{value:.0f} ms, bare canvases {floor:.0f} ms, ratio {ratio:.2f} (promise {PROMISE})"
        kept.append(_say(f"{SHEETS} outcome sheets of {pages} pages in all", said, ratio <= PROMISE))
    kept.append(_many_pages())
    return 0 if all(kept) else 1


if __name__ == "__main__":
    if len(sys.argv) > 2:
        _one_run(int(sys.argv[1]), sys.argv[2])
        sys.exit()
    sys.exit(main())
