"""A quiet remark with an icon before it: "Nothing said here is written down"."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from elephants.ui.parts.dressed import Dressed
from elephants.ui.parts.glyphs import draw_glyph
from elephants.ui.style import palette_of, px, zoomed


class Remark(Dressed):
    """Says one short thing in slate, on one line where there is room and on more where there is not."""

    def __init__(self, words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._icon = words, icon
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def words(self) -> str:
        """Give the words."""
        return self._words

    def say(self, words: str, icon: str | None = None) -> None:
        """Change the words (and the icon); does nothing when they are the same."""
        if words != self._words or icon not in (None, self._icon):
            self._words, self._icon = words, self._icon if icon is None else icon
            self.setAccessibleName(words)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(zoomed(15)).horizontalAdvance(self._words)
        return QSize(round(wide) + px(28) + 4, px(44))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(44))

    def heightForWidth(self, width: int) -> int:
        return max(px(44), round(self._tall(width - px(28))) + px(8))

    def _tall(self, width: float) -> float:
        flags = int(Qt.TextFlag.TextWordWrap)
        return QFontMetricsF(zoomed(15)).boundingRect(QRectF(0, 0, max(40.0, width), 1e6), flags, self._words).height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), palette_of()
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        line = QFontMetricsF(zoomed(15)).height()
        rest = float(self.width() - px(28))
        top = (self.height() - self._tall(rest)) / 2
        sign = QRectF(rest + px(8) if mirror else 0, top, px(20), line)
        draw_glyph(painter, self, self._icon, palette.slate, sign)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setFont(zoomed(15))
        painter.setPen(QColor(palette.slate))
        side = Qt.AlignmentFlag.AlignRight if mirror else Qt.AlignmentFlag.AlignLeft
        flags = int(Qt.TextFlag.TextWordWrap) | int(side | Qt.AlignmentFlag.AlignAbsolute)
        painter.drawText(QRectF(0 if mirror else px(28), top, rest, self.height()), flags, self._words)
        painter.end()
