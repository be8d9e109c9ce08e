"""A card turns on the room's screen: its back narrows, then its face widens (LOOK.md, Motion).

The first frame shows the backs. The faces are painted on the still picture meanwhile, and only drawn narrower here.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from elephants.ui.parts.circle import MOTION_MS
from elephants.ui.parts.still import Shape
from elephants.ui.views.shadow import CORNER, OUT

_RIM = 26.0
_EDGE = 0.49  # of the motion: there a card stands nearly on its edge


class Turning:
    """Turns the cards that lie at these places of a widget, all at once."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._places: list[QRect] = []
        self._shape, self._under = Shape(0, 0, 1.0, 1.0), QColor()
        self._motion = QVariantAnimation(widget)
        self._motion.setDuration(MOTION_MS)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.valueChanged.connect(lambda _value: widget.update(self.region()))
        self._motion.finished.connect(self.stop)

    def running(self) -> bool:
        """Tell whether cards turn just now."""
        return bool(self._places)

    def begun(self) -> bool:
        """Tell whether the backs have been seen and narrow by now."""
        return self.running() and self.turned() > 0.0

    def turned(self) -> float:
        """Tell how far they have turned: 0 their backs, 1 their faces."""
        return float(self._motion.currentValue())

    def region(self) -> QRegion:
        """Give where they lie, in pixels of the widget."""
        region = QRegion()
        for place in self._places:
            region += place
        return region

    def begin(self, places: Sequence[QRect], shape: Shape, under: str) -> None:
        """Turn the cards at these places of the widget, on a ground of this colour."""
        self.stop()
        if places:
            self._places = list(places)
            self._shape, self._under = shape, QColor(shape.palette.colours()[under])
            self._motion.start()

    def stop(self) -> None:
        """Let the faces lie there."""
        region, self._places = self.region(), []
        self._motion.stop()
        self._widget.update(region)

    def paint(self, painter: QPainter, faces: QPixmap, *, ready: bool = True) -> None:
        """Paint the cards as far as they have turned, above the still picture that shows their faces.

        Until the faces are `ready` no card turns further than to its edge.
        """
        if not self._places:
            return
        turned = self.turned() if ready else min(self.turned(), _EDGE)
        ratio, narrow = faces.devicePixelRatio(), abs(math.cos(math.pi * turned))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in self._places:
            painter.fillRect(place, self._under)
            middle = QRectF(place).center().x()
            if turned < 0.5:
                _paint_back(painter, QRectF(place), narrow, self._shape)
            else:
                seen = QRectF(middle - place.width() * narrow / 2, place.y(), place.width() * narrow, place.height())
                face = QRectF(place.x() * ratio, place.y() * ratio, place.width() * ratio, place.height() * ratio)
                painter.drawPixmap(seen, faces, face)
        painter.restore()


def _paint_back(painter: QPainter, place: QRectF, narrow: float, shape: Shape) -> None:
    """Paint the back of a card, this narrow: all have the same, so that nobody knows one before it is up."""
    out, rim, corner = OUT * shape.scale, _RIM * shape.scale, CORNER * shape.scale
    where = QRectF(-place.width() / 2, place.y(), place.width(), place.height()).adjusted(out, out, -out, -out)
    painter.save()
    painter.translate(place.center().x(), 0)
    painter.scale(narrow, 1)
    painter.setPen(QPen(QColor(shape.palette.line), 2 * shape.scale))
    painter.setBrush(QColor(shape.palette.card))
    painter.drawRoundedRect(where, corner, corner)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shape.palette.hair))
    painter.drawRoundedRect(where.adjusted(rim, rim, -rim, -rim), corner - rim / 2, corner - rim / 2)
    painter.restore()
