"""The buttons that lead to a part of the history, the one that is open told by more than a colour; and its column."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QWidget

from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.dressed import within
from elephants.ui.style import palette_of, px, zoomed
from elephants.words import tr

SIDE, ENDS = 32, 16
"""What is left free beside and above a page, at 100 %."""


class WayButton(PlainButton):
    """An outlined button that can be on: then its word is bold, its edge thick, and a screen reader says so."""

    def __init__(self, words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(words, icon, parent=parent)
        self.setCheckable(True)
        self.toggled.connect(self._tell)
        self._tell()

    def word_font(self) -> QFont:
        return zoomed(self.words_at_100, bold=self.isChecked())

    def paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        super().paint_ground(painter, rect)
        if self.isChecked():
            palette = palette_of()
            painter.setPen(QPen(QColor(palette.ink), palette.edge * 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(within(rect.adjusted(0.5, 0.5, -0.5, -0.5), palette), px(10), px(10))

    def _tell(self) -> None:
        self.setAccessibleDescription(tr("Open now") if self.isChecked() else "")
        self.updateGeometry()
        self.update()


def in_a_column(page: QWidget, lay: QLayout, most: float) -> None:
    """Keep what a page holds in a column in its middle, at most so wide at 100 %, so that lines stay readable."""
    side = max(px(SIDE), (page.width() - px(most)) // 2)
    lay.setContentsMargins(side, px(ENDS), side, px(ENDS))


def scrolled_by_key(area: QAbstractScrollArea, event: QKeyEvent) -> bool:
    """Scroll a page that is only read, by the keys people know; False for any other key."""
    bar = area.verticalScrollBar()
    step, leaf = px(56), max(px(56), area.viewport().height() - px(56))
    by = {
        Qt.Key.Key_Down: step, Qt.Key.Key_Up: -step, Qt.Key.Key_PageDown: leaf, Qt.Key.Key_PageUp: -leaf,
        Qt.Key.Key_End: bar.maximum(), Qt.Key.Key_Home: -bar.maximum(),
    }.get(Qt.Key(event.key()))  # fmt: skip
    if by is not None:
        bar.setValue(bar.value() + by)
    return by is not None


def aligned(*, mirror: bool) -> Qt.AlignmentFlag:
    """Give the side on which painted words begin; Qt would go by their first letter (see `Words`)."""
    side = Qt.AlignmentFlag.AlignRight if mirror else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute
