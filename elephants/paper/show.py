"""Puts a cut-paper picture on a page, by its name."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from elephants.paper.draw import draw_layers
from elephants.paper.stamps import HALF, stamp
from elephants.pictures.cutpaper import option_picture
from elephants.pictures.library import named

_FINE_FROM = 110.0  # points: from about 150 px on the finer lines are used (LOOK.md, Cut paper)


def draw_picture(canvas: Canvas, name: str, x: float, y: float, size: float) -> None:
    """Draw the picture in a square of `size` points; nothing is drawn without a name."""
    if not name:
        return
    known = named(name).name
    fine = size >= _FINE_FROM

    def draw(canvas: Canvas) -> None:
        draw_layers(canvas, option_picture(known, fine=fine), -HALF, -HALF, 2 * HALF, 2 * HALF)

    stamp(canvas, f"{'fine' if fine else 'picture'}-{known}", draw, x + size / 2, y + size / 2, size / 2)
