"""Where things stand on a screen of the booth: as large as the zoom asks for, smaller only where there is no room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRectF, QSizeF

from elephants.ui.booth.cards import LARGEST, Choice, Shape, shape_of

_SMALLER = 0.95
_SMALLEST = 0.3


class Part(Protocol):
    """Something that tells how much room it needs at a scale, and stands where it is put."""

    def tall(self, width: float, scale: float) -> float:
        """Tell how tall it is at a width in pixels."""

    def wide(self, room: float, scale: float) -> float:
        """Tell how wide it is, where there is so much room."""

    def put(self, rect: QRectF, scale: float) -> None:
        """Stand in a place."""


def mirror(rect: QRectF, within: QRectF, *, mirrored: bool) -> QRectF:
    """Give a place, or where the reading begins at the right its mirror image."""
    if not mirrored:
        return rect
    return QRectF(within.right() + within.x() - rect.right(), rect.y(), rect.width(), rect.height())


def fitting(parts: Sequence[Part], rect: QRectF, scale: float, gap: float) -> float:
    """Find the largest scale, not above the one asked for, at which all parts stand in a place one below the other."""
    while scale > _SMALLEST and _tall(parts, rect.width(), scale, gap) > rect.height():
        scale *= _SMALLER
    return scale


def stack(
    parts: Sequence[Part], rect: QRectF, scale: float, gap: float = 20, *, middle: bool, mirrored: bool
) -> float:  # fmt: skip
    """Put parts one below the other, as large as there is room for; gives where they end."""
    scale = fitting(parts, rect, scale, gap)
    spare = rect.height() - _tall(parts, rect.width(), scale, gap)
    y = rect.y() + (max(0.0, spare) / 2 if middle else 0.0)
    for part in parts:
        wide, tall = part.wide(rect.width(), scale), part.tall(rect.width(), scale)
        part.put(mirror(QRectF(rect.x(), y, wide, tall), rect, mirrored=mirrored), scale)
        y += tall + gap * scale
    return y


def _tall(parts: Sequence[Part], width: float, scale: float, gap: float) -> float:
    return sum(part.tall(width, scale) for part in parts) + gap * scale * (len(parts) - 1)


def grid(listed: Sequence[Choice], rect: QRectF, scale: float, gap: float) -> tuple[Shape, list[QRectF]]:
    """Deal cards of one size into rows so that their words are largest; ties go to fewer empty places."""
    best: tuple[tuple[float, int, bool], Shape, int] | None = None
    for across in range(1, len(listed) + 1):
        down = -(-len(listed) // across)
        wide = (rect.width() - gap * (across - 1)) / across
        tall = min((rect.height() - gap * (down - 1)) / down, wide * 1.7)
        shape = shape_of(listed, QSizeF(wide, tall), LARGEST * scale)
        if shape is not None:
            rank = (round(shape.type_size, 1), len(listed) - across * down, shape.above)
            if best is None or rank > best[0]:
                best = (rank, shape, across)
    if best is None:  # smaller than any screen we serve
        return _one_column(listed, rect, gap)
    shape, across = best[1], best[2]
    card = shape.card
    places = [
        QRectF(
            rect.x() + (at % across) * (card.width() + gap), rect.y() + (at // across) * (card.height() + gap),
            card.width(), card.height(),
        )
        for at in range(len(listed))
    ]  # fmt: skip
    return shape, places


def _one_column(listed: Sequence[Choice], rect: QRectF, gap: float) -> tuple[Shape, list[QRectF]]:
    tall = max(1.0, rect.height() / len(listed) - gap)
    shape = Shape(QSizeF(rect.width(), tall), min(13.0, tall * 0.6), tall * 0.8, above=False)
    places = [QRectF(rect.x(), rect.y() + at * (tall + gap), rect.width(), tall) for at in range(len(listed))]
    return shape, places
