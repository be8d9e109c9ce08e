"""Pages to cut: equal places in columns and rows, the marks where the cuts go, and what every place keeps free."""

from __future__ import annotations

from elephants.paper.ink import INK, PAGE_HEIGHT, PAGE_WIDTH, SLATE
from elephants.paper.tagging import TaggedCanvas

SAFE = 37.0
"""Points kept free at every side of a place: 5 mm and more within the cut, and within reach of any printer."""

_MARK = 14.0  # points: how long a cut mark is
_EDGE = 11.5  # from the edge of the paper, where most printers reach


def corner(place: int, columns: int, rows: int) -> tuple[float, float]:
    """The lower left corner of a place on the page, first the upper row."""
    row, column = divmod(place, columns)
    return column * PAGE_WIDTH / columns, PAGE_HEIGHT / rows * (rows - 1 - row)


def cut_marks(canvas: TaggedCanvas, columns: int, rows: int) -> None:
    """Marks where the cuts go: at the edges of the page, and a cross where two of them meet."""
    across = [PAGE_WIDTH * number / columns for number in range(1, columns)]
    up = [PAGE_HEIGHT * number / rows for number in range(1, rows)]
    canvas.setStrokeColorRGB(*INK)
    canvas.setLineWidth(0.7)
    for x in across:
        canvas.line(x, _EDGE, x, _EDGE + _MARK)
        canvas.line(x, PAGE_HEIGHT - _EDGE - _MARK, x, PAGE_HEIGHT - _EDGE)
    for y in up:
        canvas.line(_EDGE, y, _EDGE + _MARK, y)
        canvas.line(PAGE_WIDTH - _EDGE - _MARK, y, PAGE_WIDTH - _EDGE, y)
        for x in across:
            canvas.line(x - _MARK / 2, y, x + _MARK / 2, y)
            canvas.line(x, y - _MARK / 2, x, y + _MARK / 2)
        _scissors(canvas, _EDGE + _MARK + 8, y)


def _scissors(canvas: TaggedCanvas, x: float, y: float) -> None:
    """Small scissors beside the cut, drawn: no font of ours has them."""
    canvas.setStrokeColorRGB(*SLATE)
    canvas.setLineWidth(0.8)
    for side in (1, -1):
        canvas.circle(x + 2, y + 3 * side, 2, stroke=1, fill=0)
        canvas.line(x + 3.6, y + 1.8 * side, x + 12, y - 3 * side)
    canvas.setStrokeColorRGB(*INK)
