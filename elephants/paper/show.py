"""Puts a cut-paper picture on a page, by its name."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas


def draw_picture(canvas: Canvas, name: str, x: float, y: float, size: float) -> None:
    """Draw the picture in a square of `size` points; nothing is drawn without a name."""
    if name:
        canvas.setFillColorRGB(0.96, 0.8, 0.38)
        canvas.circle(x + size / 2, y + size / 2, size / 2, stroke=0, fill=1)
