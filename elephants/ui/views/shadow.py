"""The one shadow there is: a few soft outlines below a card, painted once for each size (SPEED.md, Motion)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QPixmapCache

OUT = 24.0
"""How far it leaves the card, on the canvas."""
CORNER = 36.0


def paint_shadow(painter: QPainter, card: QRectF, ink: str) -> None:
    """Paint the shadow of a card below it; painting it anew takes as long as painting the picture on the card."""
    scale = painter.worldTransform().m11()
    key, shadow = f"elephants shadow {card.width()} {card.height()} {ink} {scale}", QPixmap()
    if not QPixmapCache.find(key, shadow):
        shadow = _shadow(card, ink, scale)
        QPixmapCache.insert(key, shadow)
    painter.drawPixmap(card.adjusted(-OUT, -OUT, OUT, OUT), shadow, QRectF(shadow.rect()))


def _shadow(card: QRectF, ink: str, scale: float) -> QPixmap:
    wide, tall = card.width() + 2 * OUT, card.height() + 2 * OUT
    shadow = QPixmap(max(1, round(wide * scale)), max(1, round(tall * scale)))
    shadow.fill(Qt.GlobalColor.transparent)
    shade = QColor(ink)
    shade.setAlphaF(0.006)
    painter = QPainter(shadow)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(shadow.width() / wide, shadow.height() / tall)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    where = QRectF(OUT, OUT, card.width(), card.height())
    for step in range(12, 0, -1):
        low = where.adjusted(-step, 4 - step / 2, step, 6 + step * 1.5)
        painter.drawRoundedRect(low, CORNER + step, CORNER + step)
    painter.end()
    return shadow
