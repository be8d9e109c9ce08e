"""The still part of the room's picture, kept as one pixmap and painted anew only where a mark has come or gone."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion

from elephants.ui.style import LIGHT, Palette
from elephants.ui.views.marks import Mark
from elephants.ui.views.measures import HEIGHT

PIECE = 160_000
"""Dots of the screen that are painted of a hidden face in one frame."""


@dataclass(frozen=True)
class Shape:
    """How a canvas `wide` and 1080 high lies in a picture: `width` and `height` in pixels, `ratio` of its screen."""

    width: int
    height: int
    ratio: float
    wide: float
    palette: Palette = LIGHT

    @cached_property
    def scale(self) -> float:
        """Pixels of the window for one of the canvas."""
        return min(self.height / HEIGHT, self.width / self.wide)

    @cached_property
    def corner(self) -> tuple[float, float]:
        """Where in the window the canvas begins: it lies in the middle."""
        return (self.width - self.wide * self.scale) / 2, (self.height - HEIGHT * self.scale) / 2

    def place(self, painter: QPainter) -> None:
        """Let a painter of the window paint on the canvas, in the middle of the picture."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.translate(*self.corner)
        painter.scale(self.scale, self.scale)

    def on(self, rect: QRectF) -> QRectF:
        """Give where in the window a rectangle of the canvas lies."""
        x, y = self.corner
        size = QSizeF(rect.width() * self.scale, rect.height() * self.scale)
        return QRectF(QPointF(x + rect.x() * self.scale, y + rect.y() * self.scale), size)

    def dots(self, mark: Mark) -> QRect:
        """Give the dots of the screen a mark may be on."""
        x, y, wide, tall = mark.where
        scale = self.scale * self.ratio
        left, top = self.corner[0] * self.ratio + x * scale, self.corner[1] * self.ratio + y * scale
        right, bottom = math.ceil(left + wide * scale) + 1, math.ceil(top + tall * scale) + 1
        corner = QPoint(math.floor(left) - 1, math.floor(top) - 1)
        return QRect(corner, QPoint(right - 1, bottom - 1))


class Still:
    """Holds marks and their pixmap. Painting one line is a strip; painting a whole screen of words is three frames.

    What is hidden for a moment is painted piece by piece, so that the first frame need not wait for it (`catch_up`).
    """

    def __init__(self) -> None:
        self.pixmap = QPixmap()
        self._marks: tuple[Mark, ...] = ()
        self._shape: Shape | None = None
        self._owed: list[QRect] = []

    def lay(self, marks: Sequence[Mark], shape: Shape, hidden: Sequence[QRect] = ()) -> QRegion:
        """Show these marks; gives what has become other, in pixels of the window.

        Of the places that something hides (pixels of the window) only the rim is painted now.
        """
        now, before, self._marks = tuple(marks), self._marks, tuple(marks)
        whole = QRect(0, 0, round(shape.width * shape.ratio), round(shape.height * shape.ratio))
        parts = [whole]
        if shape == self._shape:
            differing = _differing(before, now)
            if hidden or len(differing) <= len(now):  # else it is another view: many strips take longer than all of it
                parts = [shape.dots(mark) & whole for mark in differing]
        elif whole.size() != self.pixmap.size():
            self.pixmap = QPixmap(whole.size())
        self._shape = shape
        parts += [part & whole for part in self._owed]
        changed = _together(parts)
        self._owed = [part for place in hidden for part in _pieces(changed & QRegion(_within(place, shape.ratio)))]
        seen = changed - _together(self._owed)
        if not seen.isEmpty():
            self._paint(seen, shape, clip=seen != QRegion(whole))
        return _together([_in_window(part, shape.ratio) for part in parts])

    def owes(self) -> bool:
        """Tell whether something hidden is still to be painted."""
        return bool(self._owed)

    def catch_up(self, *, whole: bool = False) -> None:
        """Paint the next piece of what was hidden, or all of it."""
        pieces, self._owed = (self._owed, []) if whole else (self._owed[:1], self._owed[1:])
        if pieces and self._shape is not None:
            self._paint(_together(pieces), self._shape, clip=True)

    def _paint(self, changed: QRegion, shape: Shape, *, clip: bool) -> None:
        self.pixmap.setDevicePixelRatio(1.0)  # so that the strips end where dots do
        painter = QPainter(self.pixmap)
        if clip:
            painter.setClipRegion(changed)
        painter.fillRect(changed.boundingRect(), QColor(shape.palette.paper))
        painter.scale(shape.ratio, shape.ratio)
        shape.place(painter)
        for mark in self._marks:
            if changed.intersects(shape.dots(mark)):
                mark.paint(painter)
        painter.end()
        self.pixmap.setDevicePixelRatio(shape.ratio)


def _differing(before: tuple[Mark, ...], now: tuple[Mark, ...]) -> list[Mark]:
    """List the marks that came or went; all of them, where those that stay lie in another order."""
    head = _alike(before, now)
    before, now = before[head:], now[head:]
    tail = _alike(before[::-1], now[::-1])
    before, now = before[: len(before) - tail], now[: len(now) - tail]
    old, new = set(before), set(now)
    if [one for one in before if one in new] != [one for one in now if one in old]:
        return [*before, *now]
    return [*(one for one in before if one not in new), *(one for one in now if one not in old)]


def _alike(one: tuple[Mark, ...], other: tuple[Mark, ...]) -> int:
    """Count the marks with which both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (first, second) in pairs if first != second), min(len(one), len(other)))


def _together(parts: list[QRect]) -> QRegion:
    region = QRegion()
    for part in parts:
        region += part
    return region


def _within(place: QRect, ratio: float) -> QRect:
    """Give the dots that lie wholly in a place of the window."""
    left, top = math.ceil(place.left() * ratio), math.ceil(place.top() * ratio)
    right, bottom = math.floor((place.right() + 1) * ratio), math.floor((place.bottom() + 1) * ratio)
    return QRect(left, top, right - left, bottom - top)


def _pieces(owed: QRegion) -> list[QRect]:
    """Cut what is to be painted later into pieces, across its longer side, of which none takes a frame by itself."""
    box = owed.boundingRect()
    if box.isEmpty():
        return []
    number = math.ceil(box.width() * box.height() / PIECE)
    if box.width() > box.height():
        cuts = [box.x() + box.width() * at // number for at in range(number + 1)]
        return [QRect(x, box.y(), end - x, box.height()) for x, end in pairwise(cuts)]
    cuts = [box.y() + box.height() * at // number for at in range(number + 1)]
    return [QRect(box.x(), y, box.width(), end - y) for y, end in pairwise(cuts)]


def _in_window(dots: QRect, ratio: float) -> QRect:
    left, top = math.floor(dots.left() / ratio), math.floor(dots.top() / ratio)
    right, bottom = math.ceil((dots.right() + 1) / ratio), math.ceil((dots.bottom() + 1) / ratio)
    return QRect(left, top, right - left, bottom - top)
