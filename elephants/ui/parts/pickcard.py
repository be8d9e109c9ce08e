"""A choice that says in a sentence what it is: an icon, a name and the sentence; the chosen one has a tick."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from elephants.ui.parts.dressed import PaintedButton, edge, within
from elephants.ui.parts.glyphs import draw_glyph
from elephants.ui.style import palette_of, px, zoomed

_SIDE, _ICON, _GAP = 12, 22, 12
_WRAP = int(Qt.TextFlag.TextWordWrap)


class PickCard(PaintedButton):
    """One of several to choose from, as tall as its sentence asks for."""

    def __init__(self, name: str, sentence: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.sentence, self._icon = name, sentence, icon
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def words(self) -> str:
        """Give the name."""
        return self.name

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        title, rest = self._tall(width)
        return max(px(52), round(title + rest) + px(18))

    def sizeHint(self) -> QSize:
        return QSize(px(300), self.heightForWidth(px(300)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(150), px(52))

    def _tall(self, width: int) -> tuple[float, float]:
        room = QRectF(0, 0, max(40, width - px(2 * _SIDE + 2 * _ICON + 2 * _GAP)), 1e6)
        title = QFontMetricsF(zoomed(15, bold=True)).boundingRect(room, _WRAP, self.name).height()
        return title, QFontMetricsF(zoomed(14)).boundingRect(room, _WRAP, self.sentence).height()

    def paint(self, painter: QPainter) -> None:
        palette, rect = palette_of(), QRectF(self.rect())
        lit = self.isDown() or self.underMouse()
        painter.setPen(QPen(QColor(palette.ink), max(2, px(2))) if self.isChecked() else edge(palette))
        painter.setBrush(QColor(palette.hover if lit else palette.mist if self.isChecked() else palette.card))
        painter.drawRoundedRect(within(rect, palette).adjusted(1, 1, -1, -1), px(10), px(10))
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side, far = float(px(_SIDE)), float(self.width() - px(_SIDE) - px(_ICON))
        first, last = (far, side) if mirror else (side, far)
        icon, top = float(px(_ICON)), float(px(10))
        draw_glyph(painter, self, self._icon, palette.ink, QRectF(first, top, icon, icon))
        if self.isChecked():
            draw_glyph(painter, self, "check", palette.ink, QRectF(last, top, icon, icon))
        self._paint_words(painter, mirror=mirror)

    def _paint_words(self, painter: QPainter, *, mirror: bool) -> None:
        palette = palette_of()
        title, rest = self._tall(self.width())
        x, wide = float(px(_SIDE + _ICON + _GAP)), float(self.width() - px(2 * _SIDE + 2 * _ICON + 2 * _GAP))
        side = Qt.AlignmentFlag.AlignRight if mirror else Qt.AlignmentFlag.AlignLeft
        flags = _WRAP | int(side | Qt.AlignmentFlag.AlignAbsolute)
        top = (self.height() - title - rest) / 2
        painter.setFont(zoomed(15, bold=True))
        painter.setPen(QColor(palette.ink))
        painter.drawText(QRectF(x, top, wide, title + 2), flags, self.name)
        painter.setFont(zoomed(14))
        painter.setPen(QColor(palette.slate))
        painter.drawText(QRectF(x, top + title, wide, rest + 2), flags, self.sentence)
