"""The still part of the room's picture, kept as one pixmap and painted anew only where a mark has come or gone."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion

from elephants.ui.style import LIGHT
from elephants.ui.views.marks import Mark
from elephants.ui.views.measures import HEIGHT


@dataclass(frozen=True)
class Shape:
    """How a canvas `wide` and 1080 high lies in a picture: `width` and `height` in pixels, `ratio` of its screen."""

    width: int
    height: int
    ratio: float
    wide: float

    @property
    def scale(self) -> float:
        """Pixels of the window for one of the canvas."""
        return min(self.height / HEIGHT, self.width / self.wide)

    def place(self, painter: QPainter) -> None:
        """Let a painter of the window paint on the canvas, in the middle of the picture."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.translate((self.width - self.wide * self.scale) / 2, (self.height - HEIGHT * self.scale) / 2)
        painter.scale(self.scale, self.scale)

    def dots(self, mark: Mark) -> QRect:
        """Give the dots of the screen a mark may be on."""
        x, y, wide, tall = mark.where
        scale = self.scale * self.ratio
        left = (self.width - self.wide * self.scale) / 2 * self.ratio + x * scale
        top = (self.height - HEIGHT * self.scale) / 2 * self.ratio + y * scale
        corner = math.floor(left) - 1, math.floor(top) - 1
        return QRect(
            *corner, math.ceil(left + wide * scale) + 1 - corner[0], math.ceil(top + tall * scale) + 1 - corner[1]
        )


class Still:
    """Holds marks and their pixmap. Painting one line is a strip; painting a whole screen of words is three frames."""

    def __init__(self) -> None:
        self.pixmap = QPixmap()
        self._marks: tuple[Mark, ...] = ()
        self._shape: Shape | None = None

    def lay(self, marks: Sequence[Mark], shape: Shape) -> QRegion:
        """Show these marks; gives what was painted, in pixels of the window."""
        now, before, self._marks = tuple(marks), self._marks, tuple(marks)
        size = QSize(round(shape.width * shape.ratio), round(shape.height * shape.ratio))
        whole = QRegion(QRect(0, 0, size.width(), size.height()))
        changed = whole
        if shape == self._shape:
            changed = self._differing(before, now, shape) & whole
        elif size != self.pixmap.size():
            self.pixmap = QPixmap(size)
        self._shape = shape
        if not changed.isEmpty():
            self._paint(changed, shape, clip=changed != whole)
        return _in_window(changed, shape.ratio)

    @staticmethod
    def _differing(before: tuple[Mark, ...], now: tuple[Mark, ...], shape: Shape) -> QRegion:
        """Give what lies under marks that came or went; under all, where those that stay lie in another order."""
        old, new = set(before), set(now)
        changed = [*(one for one in before if one not in new), *(one for one in now if one not in old)]
        if [one for one in before if one in new] != [one for one in now if one in old]:
            changed = [*before, *now]
        region = QRegion()
        for one in changed:
            region += shape.dots(one)
        return region

    def _paint(self, changed: QRegion, shape: Shape, *, clip: bool) -> None:
        self.pixmap.setDevicePixelRatio(1.0)  # so that the strips end where dots do
        painter = QPainter(self.pixmap)
        if clip:
            painter.setClipRegion(changed)
        painter.fillRect(changed.boundingRect(), QColor(LIGHT.paper))
        painter.scale(shape.ratio, shape.ratio)
        shape.place(painter)
        for mark in self._marks:
            if changed.intersects(shape.dots(mark)):
                mark.paint(painter)
        painter.end()
        self.pixmap.setDevicePixelRatio(shape.ratio)


def _in_window(dots: QRegion, ratio: float) -> QRegion:
    if ratio == 1.0:
        return dots
    region = QRegion()
    for one in dots:
        left, top = math.floor(one.left() / ratio), math.floor(one.top() / ratio)
        right, bottom = math.ceil((one.right() + 1) / ratio), math.ceil((one.bottom() + 1) / ratio)
        region += QRect(left, top, right - left, bottom - top)
    return region
