"""Drawings that stand in the file once and are put on its pages as often as they are seen."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

HALF = 50  # a stamp is drawn round 0, 0 in a square of twice this


def stamp(canvas: Canvas, name: str, draw: Callable[[Canvas], None], x: float, y: float, radius: float) -> None:
    """Put a drawing round `x`, `y`, as large as `radius`; what the canvas was set to is the same afterwards.

    Refuses nothing; `name` must be a word of ours, since it stands in the file.
    """
    if not canvas.hasForm(name):
        canvas.beginForm(name, -HALF, -HALF, HALF, HALF)
        draw(canvas)
        canvas.endForm()
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(radius / HALF, radius / HALF)
    canvas.doForm(name)
    canvas.restoreState()
