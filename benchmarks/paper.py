"""Measures the minutes of ten pages against the floor: a bare canvas that draws the same lines in the same places.

Run with `python -m benchmarks.paper`; prints value, floor and ratio, measured side by side in one run. The ratio is the
promise (at most 2.2); milliseconds are of this machine.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from elephants.paper import fonts
from elephants.paper.document import Added, Column, Document, Heading, Line, Lines, Table, Text, strong
from elephants.paper.ink import MARGIN, PAGE_HEIGHT, PAGE_WIDTH
from elephants.paper.layout import to_pdf

PROMISE = 2.2
PAGES = 10
_ROUNDS = 41
_WORDS = (
    "The hall is warm and it is free, but it is far for people without a bus pass and the door is heavy.",
    "This kitchen is ours, we painted it; the kitchen has no heating after eight and the lamp is broken.",
    "On the first Tuesday of each month we are in the kitchen and finish by eight, so that nobody is lost.",
    "We set off together from the kitchen at half past five and walk or ride, whoever wants can come along.",
)


def ten_pages() -> Document:
    """Minutes of an evening with many decisions, as long as ten pages of A4."""
    blocks: list[Any] = []
    for number in range(1, 10):
        views = tuple(Line(f"{number}. {words}", "Some of us feel this too.") for words in _WORDS * 2)
        blocks += [
            Heading(f"{number}. Where we meet in winter", 2),
            Text(" ".join(_WORDS), lead=True),
            Added("Added because some of us need it", _WORDS[:3]),
            Heading("The views we kept", 3),
            Lines(views),
            Heading("Who does what", 3),
            Table(
                (Column(0.19), Column(0.5), Column(0.31, right=True)),
                tuple((strong("The group"), words[:50], "by Tuesday 2 February 2027") for words in _WORDS),
                ruled=True,
            ),
        ]
    title = "Working session, Tuesday 24 November 2026"
    return Document(title, "Tuesday kitchen", "Minutes", "Tuesday kitchen, Tuesday 24 November 2026", blocks)


def lines_of(pdf: bytes) -> list[list[str]]:
    """The lines of each page of a PDF, as they stand there."""
    with import_module("pypdfium2").PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range().splitlines() for page in document]


def bare_canvas(pages: list[list[str]]) -> bytes:
    """The floor: the same lines in the same font, no page layout, no rules, no marks."""
    out = BytesIO()
    first_font: dict[str, Any] = {"initialFontName": fonts.body().name}
    canvas = Canvas(out, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, pageCompression=1, **first_font)
    for lines in pages:
        canvas.setFont(fonts.body().name, 11)
        for number, line in enumerate(lines):
            canvas.drawString(MARGIN, PAGE_HEIGHT - MARGIN - 15 * number, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def measure() -> tuple[float, float, float, int]:
    """Milliseconds of the minutes and of the floor, their ratio, and the pages.

    Taken in turns; the ratio is the median over the turns, so that what else the machine does falls on both.
    """
    document = ten_pages()
    pages = lines_of(to_pdf(document))
    bare_canvas(pages)
    turns = [(_took(lambda: to_pdf(document)), _took(lambda: bare_canvas(pages))) for _ in range(_ROUNDS)]
    ratio = statistics.median(value / floor for value, floor in turns)
    values, floors = zip(*turns, strict=True)
    return statistics.median(values), statistics.median(floors), ratio, len(pages)


def _took(work: Callable[[], bytes]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def main() -> int:
    """Print the three numbers; gives 1 when the promise is broken."""
    value, floor, ratio, pages = measure()
    print(
        f"minutes of {pages} pages: {value:.1f} ms, bare canvas {floor:.1f} ms, ratio {ratio:.2f} (promise {PROMISE})"
    )
    return 0 if ratio <= PROMISE else 1


if __name__ == "__main__":
    sys.exit(main())
