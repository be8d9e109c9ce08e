"""Reads a Phosphor drawing: its ink lines, and the body that is filled (the pale layer of the duotone style)."""

from __future__ import annotations

import functools
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path as File

from elephants.pictures.path import Path
from elephants.pictures.svgpath import read_path
from elephants.places import asset

GRID = 256.0  # a Phosphor drawing is made on 256 x 256
FINE_FROM = 150.0  # px: from here on the finer lines are used (LOOK.md, Cut paper)


@dataclass(frozen=True)
class Drawing:
    """A drawing in a unit box: `lines` are ink outlines to be filled, `body` what lies within them."""

    lines: Path
    body: Path


def read_drawing(file: File) -> Drawing:
    """Read one Phosphor SVG: paths with an opacity are the body, the others the lines."""
    lines, body = Path(), Path()
    for element in ET.parse(file).iter("{http://www.w3.org/2000/svg}path"):  # our own shipped files only
        path = read_path(element.get("d", "")).scaled(1 / GRID)
        if element.get("opacity"):
            body += path
        else:
            lines += path
    return Drawing(lines, body)


@functools.cache
def icon_drawing(name: str) -> Drawing:
    """An icon of the interface by its Phosphor name (regular line style); an unknown name is a KeyError."""
    return _shipped("icons", f"{name}.svg")


@functools.cache
def picture_drawing(name: str, *, fine: bool = False, gaps: bool = False) -> Drawing:
    """The drawing of a picture by its Phosphor name; `fine` takes the lighter lines, for 150 px and above.

    All that the lines enclose is body, as if cut from one paper; with `gaps` only what Phosphor shades is, so that a
    handle or a doorway stays open. An unknown name is a KeyError.
    """
    duotone = _shipped("pictures", f"{name}-duotone.svg")
    lines = _shipped("pictures", f"{name}-light.svg").lines if fine else duotone.lines
    return Drawing(lines, duotone.body if gaps else _enclosed(lines))


def _enclosed(lines: Path) -> Path:
    """The lines without the gaps in them: the pieces that run the same way round as the largest one."""
    areas = [(piece, piece.area()) for piece in lines.pieces()]
    way = max(areas, key=lambda a: abs(a[1]))[1]
    body = Path()
    for piece, area in areas:
        if area * way > 0:
            body += piece
    return body


def _shipped(folder: str, name: str) -> Drawing:
    file = asset(folder, name)
    if not file.is_file():
        raise KeyError(name)
    return read_drawing(file)
