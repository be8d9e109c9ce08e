"""The two kinds of cut-paper picture: on butter beside a line or an option, and standing on a story card (LOOK.md)."""

from __future__ import annotations

import functools
import random
from dataclasses import dataclass

from elephants.pictures import papers
from elephants.pictures.cut import cut_shape, cut_sheet
from elephants.pictures.drawing import Drawing, picture_drawing
from elephants.pictures.layers import Layer, Picture
from elephants.pictures.library import Named, named
from elephants.pictures.path import Path

_DRAWING = 0.66  # of the shape
_HALO = 0.024  # of the drawing: the sliver of body left round the lines, as scissors leave it


@functools.lru_cache(maxsize=256)
def option_picture(name: str, *, fine: bool = False, paper: str = papers.BUTTER) -> Picture:
    """A picture beside an option or an easy-read line, in a box of 1 by 1: a cut shape and the drawing on it.

    `fine` takes the lighter lines: for 150 px and above. An unknown name gives the calm default.
    """
    one = named(name)
    drawing = picture_drawing(one.icon, fine=fine, gaps=one.gaps)
    cx, cy = drawing.lines.bounds().centre
    shape = Layer(cut_shape(one.name), paper)
    return Picture(1, 1, (shape, *_drawn(drawing, _DRAWING, 0.5 - cx * _DRAWING, 0.5 - cy * _DRAWING)))


@functools.lru_cache(maxsize=256)
def card_picture(name: str, width: float = 1.2, height: float = 1.0, *, fine: bool = True) -> Picture:
    """A story card's picture in any proportion: wall, light and ground of cut paper, the drawing on the ground."""
    one = named(name)
    wall, ground = _papers(one)
    floor = height * 0.735
    sheet = cut_sheet(f"{one.name} sheet", width, height, floor)
    radius = 0.43 * min(width, height)
    middle = max(radius + 0.045 * height, 0.45 * height)
    light = cut_shape(f"{one.name} light", width / 2, middle, radius)
    layers = (Layer(sheet.wall, wall), Layer(light, papers.CREAM), Layer(sheet.ground, ground))
    return Picture(width, height, (*layers, *_standing(one, width, height, floor, middle, fine=fine)))


@dataclass(frozen=True)
class OnCard:
    """Says which picture stands on a story card and in which proportion; it is made when it is painted."""

    name: str
    width: float = 1.2
    height: float = 1.0

    def made(self) -> Picture:
        """Give the picture; making one anew takes several milliseconds."""
        return card_picture(self.name, self.width, self.height)


def _standing(one: Named, width: float, height: float, floor: float, middle: float, *, fine: bool) -> tuple[Layer, ...]:
    drawing = picture_drawing(one.icon, fine=fine, gaps=one.gaps)
    box = drawing.lines.bounds()
    scale = min(0.8 * height, 0.82 * width)
    x = width / 2 - box.centre[0] * scale
    y = floor + 0.095 * height - box.bottom * scale if one.stands else middle - box.centre[1] * scale
    return _drawn(drawing, scale, x, y)


def _drawn(drawing: Drawing, scale: float, x: float, y: float) -> tuple[Layer, ...]:
    """The halo, the body and the ink lines of a drawing."""

    def put(path: Path) -> Path:
        return path.scaled(scale).moved(x, y)

    lines = put(drawing.lines)
    halo = Layer(lines, papers.BODY, papers.BODY, _HALO * scale)
    return halo, Layer(put(drawing.body), papers.BODY), Layer(lines, papers.INK)


def _papers(one: Named) -> tuple[str, str]:
    """Wall and ground: as the table says where they go together, else drawn by the name."""
    if papers.go_together(one.wall, one.ground):
        return papers.PAPERS[one.wall], papers.PAPERS[one.ground]
    wall, ground = random.Random(f"{one.name} papers").choice(papers.PAIRS)
    return papers.PAPERS[wall], papers.PAPERS[ground]
