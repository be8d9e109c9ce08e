"""The marks on a canvas: each thing put there, so that the room's picture is painted anew only where one differs."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from elephants.ui.style import font

_HAIR = 3.0  # of 1080: soft edges, and what rounding moves
_LATIN = "\u0250"  # from here on signs may stand higher and lower than our typeface says
_ACCENT = 0.2
_MEASURE = 100


@dataclass(frozen=True)
class Mark:
    """One thing on a canvas: what it is, all it may leave ink on, and how it is painted. Equal ones look the same."""

    told: Hashable
    where: tuple[float, float, float, float]
    """x, y, width and height on the canvas."""
    paint: Callable[[QPainter], None] = field(compare=False)


def mark_in(told: Hashable, rect: QRectF, paint: Callable[[QPainter], None], out: float = 0.0) -> Mark:
    """Make the mark of a thing that stays in a rectangle, or goes so far out of it."""
    out += _HAIR
    return Mark(told, (rect.x() - out, rect.y() - out, rect.width() + 2 * out, rect.height() + 2 * out), paint)


def beyond(line: str, size: float, wide: float, tall: float, *, bold: bool) -> float:
    """Tell how far a line of words may leave its rectangle of this width and height; rather more than too little."""
    across, high, out = _measured(line, bold=bold)
    return max(0.0, across * size - wide, (high * size - tall) / 2) + out * size


@lru_cache(maxsize=2048)  # a line more on the screen leaves all the others as they were
def _measured(line: str, *, bold: bool) -> tuple[float, float, float]:
    """Measure width and height of a line and how far its signs may leave them, all for a size of 1.

    Qt measures no accents that are piled up: a sign's height is allowed for signs of other letters than Latin ones,
    and half of one for each accent of the highest pile.
    """
    box = QFontMetricsF(font(_MEASURE, bold=bold)).boundingRect(QRectF(0, 0, 1e6, 1e6), 0, line)
    out = 0.0
    if not line.isascii():
        piled = max((len(list(run)) for on, run in groupby(line, _is_accent) if on), default=0)
        out = _ACCENT if max(line) < _LATIN else 1 + piled / 2
    return box.width() / _MEASURE, box.height() / _MEASURE, out


def _is_accent(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")
