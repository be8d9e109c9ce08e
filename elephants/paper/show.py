"""Puts a cut-paper picture on a page, by its name."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from elephants.paper.draw import draw_layers
from elephants.pictures.cutpaper import option_picture

_FINE_FROM = 110.0  # points: from about 150 px on the finer lines are used (LOOK.md, Cut paper)


def draw_picture(canvas: Canvas, name: str, x: float, y: float, size: float) -> None:
    """Draw the picture in a square of `size` points; nothing is drawn without a name."""
    if name:
        draw_layers(canvas, option_picture(name, fine=size >= _FINE_FROM), x, y, size, size)
