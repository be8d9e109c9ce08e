"""Draws an icon into a part, sharp at the pixel ratio of the screen it is on."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from elephants.ui.parts.paint import icon_pixmap


def draw_glyph(painter: QPainter, widget: QWidget, name: str, colour: str, rect: QRectF) -> None:
    """Draw an icon in the middle of a rectangle; an unknown name is a KeyError, no name draws nothing."""
    if name:
        size = round(min(rect.width(), rect.height()))
        shown = icon_pixmap(name, colour, size, widget.devicePixelRatioF())
        painter.drawPixmap(QPointF(rect.center().x() - size / 2, rect.center().y() - size / 2), shown)
