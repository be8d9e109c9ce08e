"""The ribbon on the room's screen and on the booth: this is a rehearsal, in words and with its mark."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from elephants.ui.parts.dressed import Dressed
from elephants.ui.parts.glyphs import draw_glyph
from elephants.ui.rehearse_band import NOTHING_KEPT
from elephants.ui.style import font, palette_of
from elephants.words import tr

SMALLEST = 22
"""The words are at least one part in so many of the window's height, as all that the room reads (LOOK.md)."""


class Ribbon(Dressed):
    """Stands at the top of a window; in one with a layout it takes its own place, else it lies over it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAccessibleName(tr(NOTHING_KEPT))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        lay = window.layout()
        self._over = not isinstance(lay, QBoxLayout)
        if isinstance(lay, QBoxLayout):
            lay.insertWidget(0, self)
        window.installEventFilter(self)
        self._fit()
        self.show()

    def eventFilter(self, window: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(window, event)

    def _size(self) -> float:
        """How large the words are, in pixels: smaller than the rule only where they would be cut."""
        window = self.window()
        wanted = max(12.0, window.height() / SMALLEST)
        wide = QFontMetricsF(font(wanted, bold=True)).horizontalAdvance(tr(NOTHING_KEPT)) + 2.4 * wanted
        return wanted * min(1.0, window.width() / max(1.0, wide))

    def _fit(self) -> None:
        self.setFixedHeight(round(self._size() * 1.5))
        if self._over:
            self.setGeometry(0, 0, self.window().width(), self.height())
            self.raise_()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.window().width(), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette, size = QPainter(self), palette_of(self), self._size()
        painter.fillRect(self.rect(), QColor(palette.rail))
        face = font(size, bold=True)
        words = QFontMetricsF(face).horizontalAdvance(tr(NOTHING_KEPT))
        whole, x = words + 1.4 * size, (self.width() - words - 1.4 * size) / 2
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        sign = QRectF(x + whole - size if mirror else x, (self.height() - size) / 2, size, size)
        draw_glyph(painter, self, "arrows-clockwise", palette.ink, sign)
        painter.setFont(face)
        painter.setPen(QColor(palette.ink))
        left = x if mirror else x + 1.4 * size
        painter.drawText(QRectF(left - 2, 0, words + 4, self.height()), Qt.AlignmentFlag.AlignCenter, tr(NOTHING_KEPT))
        painter.end()
