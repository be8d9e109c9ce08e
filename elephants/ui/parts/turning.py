"""A card turns on the room's screen: its back narrows, then its face widens (LOOK.md, Motion).

The face is already painted on the still picture and only drawn narrower here; so is the back, painted once (SPEED.md).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from elephants.ui.parts.circle import MOTION_MS
from elephants.ui.parts.still import Shape
from elephants.ui.views.shadow import CORNER, OUT

_RIM = 26.0


class Turning:
    """Turns the cards that lie at these places of a widget, all at once."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._places: list[QRect] = []
        self._back, self._under = QPixmap(), QColor()
        self._motion = QVariantAnimation(widget)
        self._motion.setDuration(MOTION_MS)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.valueChanged.connect(lambda _value: widget.update(self.region()))
        self._motion.finished.connect(self.stop)

    def running(self) -> bool:
        """Tell whether cards turn just now."""
        return bool(self._places)

    def region(self) -> QRegion:
        """Give where they lie, in pixels of the widget."""
        region = QRegion()
        for place in self._places:
            region += place
        return region

    def begin(self, places: Sequence[QRectF], shape: Shape, under: str) -> None:
        """Turn the cards at these places of the canvas, all of one size, on a ground of this colour."""
        self.stop()
        if places:
            self._places = [shape.on(place).toAlignedRect() for place in places]
            self._back, self._under = _back(self._places[0].size(), shape), QColor(shape.palette.colours()[under])
            self._motion.start()

    def stop(self) -> None:
        """Let the faces lie there."""
        region, self._places = self.region(), []
        self._motion.stop()
        self._widget.update(region)

    def paint(self, painter: QPainter, faces: QPixmap) -> None:
        """Paint the cards as far as they have turned, above the still picture that shows their faces."""
        if not self._places:
            return
        angle = math.pi * float(self._motion.currentValue())
        ratio = faces.devicePixelRatio()
        for place in self._places:
            painter.fillRect(place, self._under)
            narrow = QRectF(place)
            narrow.setWidth(place.width() * abs(math.cos(angle)))
            narrow.moveCenter(QRectF(place).center())
            if angle < math.pi / 2:
                painter.drawPixmap(narrow, self._back, QRectF(self._back.rect()))
            else:
                face = QRectF(place.x() * ratio, place.y() * ratio, place.width() * ratio, place.height() * ratio)
                painter.drawPixmap(narrow, faces, face)


def _back(size: QSize, shape: Shape) -> QPixmap:
    """Paint the back of a card: all have the same, so that nobody knows one before it is up."""
    back, scale = QPixmap(size * shape.ratio), shape.scale * shape.ratio
    back.fill(Qt.GlobalColor.transparent)
    painter = QPainter(back)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    out, rim, corner = OUT * scale, _RIM * scale, CORNER * scale
    where = QRectF(back.rect()).adjusted(out, out, -out, -out)
    painter.setPen(QPen(QColor(shape.palette.line), 2 * scale))
    painter.setBrush(QColor(shape.palette.card))
    painter.drawRoundedRect(where, corner, corner)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shape.palette.hair))
    painter.drawRoundedRect(where.adjusted(rim, rim, -rim, -rim), corner - rim / 2, corner - rim / 2)
    painter.end()
    return back
