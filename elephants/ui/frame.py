"""Home's frame: rail, card and name, painted at once, before anything else is loaded (SPEED.md, Start)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elephants.ui.style import palette_of, px, zoomed
from elephants.words import tr


class HomeFrame(QWidget):
    """Stands where home will stand, in the same places and colours; keys pressed meanwhile are kept (`early`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Elephants"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), palette_of(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        rail, whole = px(248), QRectF(self.rect())
        painter.fillRect(whole, QColor(palette.paper))
        left = whole.width() - rail if mirrored else 0.0
        painter.fillRect(QRectF(left, 0, rail, whole.height()), QColor(palette.rail))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(palette.hair))
        painter.setBrush(QColor(palette.card))
        inner = whole.adjusted(px(32), px(28), -px(32), 0) if mirrored else whole.adjusted(rail + px(32), px(28), 0, 0)
        inner.setWidth(whole.width() - rail - 2 * px(32))
        inner.setHeight(px(300))
        painter.drawRoundedRect(inner, px(10), px(10))
        painter.setFont(zoomed(19, bold=True))
        painter.setPen(QColor(palette.ink))
        name = QRectF(left + px(64), px(20), rail - px(76), px(40))
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(name, int(side | Qt.AlignmentFlag.AlignVCenter), tr("Elephants"))
        painter.end()
