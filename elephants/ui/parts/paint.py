"""Paints pictures and icons in the window: the layers of `elephants.pictures` by QPainter, sharp at any scale."""

from __future__ import annotations

import functools

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QIcon,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QPixmap,
    QPixmapCache,
    QTransform,
)

from elephants.pictures.drawing import icon_drawing
from elephants.pictures.layers import Layer, Picture
from elephants.pictures.papers import INK, PAPERS
from elephants.pictures.path import Path
from elephants.ui.style import palette_of

_LARGE = 256.0  # Qt paints curves of a unit box many times slower than large ones scaled down
_CUT = frozenset(PAPERS.values())
_EDGE = 0.016  # of the picture: in high contrast
_RATIOS = (1.0, 1.25, 1.5, 1.75, 2.0, 3.0)  # the scales of screens an icon is made ready for


@functools.lru_cache(maxsize=4096)
def _painter_path(path: Path) -> QPainterPath:
    """The path as Qt paints it, made larger; gaps stay gaps (winding rule)."""
    painted = QPainterPath()
    painted.setFillRule(Qt.FillRule.WindingFill)
    for kind, n in path.scaled(_LARGE).segments:
        match kind:
            case "M":
                painted.moveTo(n[0], n[1])
            case "L":
                painted.lineTo(n[0], n[1])
            case "C":
                painted.cubicTo(n[0], n[1], n[2], n[3], n[4], n[5])
            case _:
                painted.closeSubpath()
    return painted


@functools.lru_cache(maxsize=512)
def _fattened(path: Path, width: float) -> QPainterPath:
    """The path and a stroke of its own colour round it as one area: five times faster than a pen at each paint."""
    inner = _painter_path(path)
    stroker = QPainterPathStroker()
    stroker.setWidth(width * _LARGE)
    stroker.setCurveThreshold(0.1)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    area = stroker.createStroke(inner)
    area.addPath(inner)
    area.setFillRule(Qt.FillRule.WindingFill)
    return area


def paint_picture(painter: QPainter, picture: Picture, rect: QRectF) -> None:
    """Paint a picture as large as it fits in the middle of `rect`, never stretched.

    In high contrast the papers it is cut from have an edge of ink.
    """
    x, y, scale = picture.fitted(rect.x(), rect.y(), rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x, y)
    painter.scale(scale / _LARGE, scale / _LARGE)
    strong = palette_of().strong
    for layer in picture.layers:
        painter.setBrush(QColor(layer.fill) if layer.fill else QBrush())
        if strong and layer.fill in _CUT:
            painter.setPen(QPen(QColor(INK), _EDGE * _LARGE))
            painter.drawPath(_painter_path(layer.path))
        elif layer.fill == layer.stroke:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawPath(_fattened(layer.path, layer.width))
        else:
            painter.setPen(_pen(layer))
            painter.drawPath(_painter_path(layer.path))
    painter.restore()


def paint_kept(painter: QPainter, picture: Picture, rect: QRectF, name: str) -> None:
    """Paint a picture as `paint_picture` does, from a copy of just these dots kept in Qt's own cache by its name.

    For what is painted often and small: curves take ten times longer. The name has to tell all colours in it.
    """
    to_device, dot = painter.deviceTransform(), QPixmap()
    place = to_device.mapRect(rect).adjusted(-1, -1, 1, 1).toAlignedRect()
    turn = to_device * QTransform.fromTranslate(-place.x(), -place.y())
    numbers = (turn.m11(), turn.m12(), turn.m21(), turn.m22(), turn.dx(), turn.dy())
    key = f"elephants kept {name} {rect.width()} {rect.height()} {palette_of().strong} {numbers}"
    if not QPixmapCache.find(key, dot):
        dot = QPixmap(place.size())
        dot.fill(Qt.GlobalColor.transparent)
        on = QPainter(dot)
        on.setTransform(turn)
        paint_picture(on, picture, rect)
        on.end()
        QPixmapCache.insert(key, dot)
    window = painter.worldTransform().inverted()[0] * to_device
    dot.setDevicePixelRatio(window.m11())
    painter.save()
    painter.resetTransform()
    painter.drawPixmap(window.inverted()[0].map(QPointF(place.topLeft())), dot)
    painter.restore()


def _pen(layer: Layer) -> QPen:
    if not layer.stroke:
        return QPen(Qt.PenStyle.NoPen)
    solid, end, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(QColor(layer.stroke), layer.width * _LARGE, solid, end, join)


def picture_pixmap(picture: Picture, width: int, height: int, ratio: float = 1.0) -> QPixmap:
    """The picture on nothing, for a label: `width` x `height` in px of the window, `ratio` of its screen."""
    pixmap = QPixmap(QSize(round(width * ratio), round(height * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_picture(painter, picture, QRectF(0, 0, width, height))
    painter.end()
    return pixmap


@functools.lru_cache(maxsize=512)
def icon_picture(name: str, colour: str) -> Picture:
    """An icon of the interface in one colour, in a box of 1 by 1; an unknown name is a KeyError."""
    return Picture(1, 1, (Layer(icon_drawing(name).lines, colour),))


def icon_pixmap(name: str, colour: str, size: int = 20, ratio: float = 1.0) -> QPixmap:
    """An icon for a label; kept in Qt's own cache, so it dies with the window system."""
    key = f"elephants {name} {colour} {size} {ratio}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = picture_pixmap(icon_picture(name, colour), size, size, ratio)
        QPixmapCache.insert(key, pixmap)
    return pixmap


def icon(name: str, colour: str, size: int = 20) -> QIcon:
    """An icon for a button, by its Phosphor name (assets/icons), sharp on every usual screen; always with a word."""
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(icon_pixmap(name, colour, size, ratio))
    return made
