"""Draws pictures on paper: the layers of `elephants.pictures` as vector paths on a ReportLab canvas."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from elephants.pictures.layers import Layer, Picture
from elephants.pictures.path import Path

_NON_ZERO = 1  # ReportLab's FILL_NON_ZERO
_ROUND = 1


def draw_layers(canvas: Canvas, picture: Picture, x: float, y: float, w: float, h: float) -> None:
    """Draw a picture as large as it fits in the middle of a box, never stretched; points, (x, y) is the lower left.

    What the canvas was set to before is the same afterwards.
    """
    left, above, scale = picture.fitted(0, 0, w, h)
    canvas.saveState()
    canvas.translate(x + left, y + h - above)
    canvas.setLineCap(_ROUND)
    canvas.setLineJoin(_ROUND)
    for layer in picture.layers:
        _draw_layer(canvas, layer, scale)
    canvas.restoreState()


def _draw_layer(canvas: Canvas, layer: Layer, scale: float) -> None:
    if layer.fill:
        canvas.setFillColor(layer.fill)
    if layer.stroke:
        canvas.setStrokeColor(layer.stroke)
        canvas.setLineWidth(layer.width * scale)
    path = _paper_path(canvas, layer.path.mapped(scale, 0, 0, -scale, 0, 0))
    canvas.drawPath(path, stroke=int(bool(layer.stroke)), fill=int(bool(layer.fill)), fillMode=_NON_ZERO)


def _paper_path(canvas: Canvas, path: Path) -> PDFPathObject:
    drawn = canvas.beginPath()
    for kind, n in path.segments:
        match kind:
            case "M":
                drawn.moveTo(n[0], n[1])
            case "L":
                drawn.lineTo(n[0], n[1])
            case "C":
                drawn.curveTo(n[0], n[1], n[2], n[3], n[4], n[5])
            case _:
                drawn.close()
    return drawn
