"""The small things that are drawn, not typed: the dash and the plus before a line, and the circle with a gap."""

from __future__ import annotations

from math import cos, pi, sin
from typing import Literal

from reportlab.pdfgen.canvas import Canvas

from elephants.paper.ink import INK, PLUM, SUN, WHITE, Style
from elephants.paper.stamps import HALF, stamp

Mark = Literal["", "dash", "plus"]

_CHAIRS = 8
_EMPTY = 1  # the place of the missing chair, counted from the top: the elephant in the room


def draw_mark(canvas: Canvas, mark: Mark, style: Style, x: float, top: float) -> None:
    """Draw the mark of a list line, centred on its first line."""
    middle = top - style.leading / 2
    if mark == "dash":
        thick = style.size / 13
        canvas.rect(x, middle - thick / 2, style.size * 0.5, thick, stroke=0, fill=1)
    else:
        draw_plus(canvas, x + style.size * 0.58, middle, style.size * 0.58)


def draw_plus(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """Draw the plus of what was added: a filled circle round `x`, `y`."""
    stamp(canvas, "plus", _plus, x, y, radius)


def draw_logo(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw the circle of chairs with one gap, centred on `x`, `y` (LOOK.md, One picture)."""
    stamp(canvas, "logo", _logo, x, y, size / 2)


def _plus(canvas: Canvas) -> None:
    arm = HALF * 0.55
    canvas.setFillColorRGB(*PLUM)
    canvas.circle(0, 0, HALF, stroke=0, fill=1)
    canvas.setStrokeColorRGB(*WHITE)
    canvas.setLineWidth(HALF * 0.2)
    canvas.setLineCap(1)
    canvas.line(-arm, 0, arm, 0)
    canvas.line(0, -arm, 0, arm)


def _logo(canvas: Canvas) -> None:
    for place in range(_CHAIRS):
        if place == _EMPTY:
            continue
        canvas.saveState()
        canvas.rotate(-360 * place / _CHAIRS)
        _draw_chair(canvas, 2 * HALF)
        canvas.restoreState()


def _draw_chair(canvas: Canvas, size: float) -> None:
    seat, middle = size * 0.16, size * 0.30
    canvas.setFillColorRGB(*SUN)
    canvas.roundRect(-seat / 2, middle - seat / 2, seat, seat, seat * 0.25, stroke=0, fill=1)
    reach, half = seat * 0.86, pi * 0.29
    path = canvas.beginPath()
    steps = [-half + 2 * half * step / 8 for step in range(9)]
    for number, angle in enumerate(steps):
        point = (reach * sin(angle), middle + reach * cos(angle) * 0.92)
        (path.lineTo if number else path.moveTo)(*point)
    canvas.setStrokeColorRGB(*INK)
    canvas.setLineWidth(size * 0.058)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.drawPath(path, stroke=1, fill=0)
