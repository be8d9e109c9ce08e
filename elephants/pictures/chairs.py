"""The circle of chairs, seen from above, and the logo: the circle with one gap (LOOK.md, One picture).

A chair never carries a name and never stands for a person.
"""

from __future__ import annotations

import functools
import math
import random
from collections.abc import Collection
from dataclasses import dataclass

from elephants.pictures import papers
from elephants.pictures.layers import Layer, Picture
from elephants.pictures.path import KAPPA, Path, Segment, rounded_box

_SEAT = 0.86  # of the chair
_OUTLINE = 0.055  # of the chair, off; on it is 1.5 x that
_TURN = 3.0  # degrees, at most, either way
_REACH = 0.96  # of the chair: from the seat's middle to the outside of the back


@dataclass(frozen=True)
class ChairColours:
    """What a chair is painted with; the dark theme and the room screen bring their own."""

    seat_on: str = papers.SUN
    line_on: str = papers.INK
    seat_off: str = papers.WHITE
    line_off: str = papers.LINE


CONSOLE = ChairColours()
ROOM = ChairColours(line_off=papers.SLATE)


@functools.cache
def chair_picture(*, on: bool, colours: ChairColours = CONSOLE) -> Picture:
    """One chair, its back to the top: the mark of the run sheet (sun: now; hollow: to come)."""
    return Picture(1.3, 1.3, tuple(_chair(0.65, 0.8, 0.0, colours, on=on)))


def circle_of_chairs(
    count: int, lit: Collection[int] = (), colours: ChairColours = CONSOLE, leaning: Collection[int] = ()
) -> Picture:
    """A circle of chairs for everyone here, in a box of 1 by 1; `lit` and `leaning` hold places 0 to count - 1.

    Place 0 is at the top, the others follow clockwise. A leaning chair comes in by half a chair (hands counted).
    No chairs: an empty picture. Up to about 60 can be told apart.
    """
    chance = random.Random("chairs")
    size = _size(max(count, 6))
    ring = 0.5 - _REACH * size
    layers: list[Layer] = []
    for place in range(count):
        angle = math.tau * place / count
        out = ring - (size / 2 if place in leaning else 0)
        x, y = 0.5 + out * math.sin(angle), 0.5 - out * math.cos(angle)
        turn = math.degrees(angle) + chance.uniform(-_TURN, _TURN)
        layers += _chair(x, y, turn, colours, on=place in lit, size=size)
    return Picture(1, 1, tuple(layers))


def _size(count: int) -> float:
    """The chair's size when `count` of them stand 1.45 chairs apart round a circle that fits the box."""
    gap = math.tau / count / 1.45
    return min(0.5 * gap / (1 + _REACH * gap), 0.145)


def _chair(
    x: float, y: float, turn: float, colours: ChairColours, *, on: bool, size: float = 1.0
) -> tuple[Layer, Layer]:
    """The back and the seat of a chair whose seat's middle is at (x, y), its back upwards before the turn."""
    outline = _OUTLINE * (1.5 if on else 1)
    seat = rounded_box(-_SEAT / 2, -_SEAT / 2, _SEAT, _SEAT, _SEAT * 0.25)
    fill, line = (colours.seat_on, colours.line_on) if on else (colours.seat_off, colours.line_off)

    def put(path: Path) -> Path:
        return path.scaled(size).turned(turn).moved(x, y)

    return (
        Layer(put(_back()), None, line, outline * 1.9 * size),
        Layer(put(seat), fill, line, outline * size),
    )


def _back(half: float = 0.53, low: float = -0.32, high: float = -0.71) -> Path:
    """The back: half an ellipse outside the seat, from one of its upper corners round to the other."""
    up, side = low + KAPPA * (high - low), KAPPA * half
    one = Segment("C", (-half, up, -side, high, 0, high))
    other = Segment("C", (side, high, half, up, half, low))
    return Path((Segment("M", (-half, low)), one, other))


def logo(size: float = 64.0, ink: str = papers.INK, seat: str = papers.SUN) -> Picture:
    """The logo: eight places in a circle, seven chairs and one gap, the elephant in the room.

    `size` in px chooses how much is drawn: below 40 the seats sit in ink, below 20 only dots are left.
    For one ink (a stamp, a photocopy) give `seat` the same colour.
    """
    layers: list[Layer] = []
    for place in (0, 2, 3, 4, 5, 6, 7):
        angle = math.tau * place / 8
        x, y = 0.5 + 0.3 * math.sin(angle), 0.5 - 0.3 * math.cos(angle)
        layers += _logo_chair(x, y, math.degrees(angle), size, ink, seat)
    return Picture(1, 1, tuple(layers))


def _logo_chair(x: float, y: float, turn: float, size: float, ink: str, seat: str) -> list[Layer]:
    def put(path: Path) -> Path:
        return path.turned(turn).moved(x, y)

    if size < 20:
        return [Layer(put(rounded_box(-0.085, -0.11, 0.17, 0.19, 0.07)), ink)]
    if size < 40:
        disc = rounded_box(-0.125, -0.17, 0.25, 0.28, 0.11)
        return [Layer(put(disc), ink), Layer(put(rounded_box(-0.055, -0.055, 0.11, 0.11, 0.03)), seat)]
    back = _back(0.6, -0.38, -0.8).scaled(0.2)
    return [
        Layer(put(back), None, ink, 0.05),
        Layer(put(rounded_box(-0.0825, -0.0825, 0.165, 0.165, 0.04)), seat),
    ]


def logo_tile(size: float = 64.0) -> Picture:
    """The logo on a sun-yellow tile with round corners: the app's icon."""
    inner = logo(size, papers.INK, papers.BODY)
    tile = Layer(rounded_box(0, 0, 1, 1, 0.22), papers.SUN)
    small = tuple(
        Layer(a.path.moved(-0.5, -0.5).scaled(0.86).moved(0.5, 0.5), a.fill, a.stroke, a.width * 0.86)
        for a in inner.layers
    )
    return Picture(1, 1, (tile, *small))
