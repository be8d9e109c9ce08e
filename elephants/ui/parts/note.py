"""A bar with one plain sentence: what was refused and why, or what just happened."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from elephants.ui.parts.buttons import SquareButton
from elephants.ui.parts.dressed import Dressed, edge, within
from elephants.ui.parts.words import Words
from elephants.ui.style import palette_of, px
from elephants.words import tr


class Note(Dressed):
    """Says a sentence until it is dismissed; hidden while there is nothing to say. Read aloud by screen readers."""

    said = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Words("", "text", parent=self)
        self.close_button = SquareButton("x", tr("Close this note"), parent=self)
        self.close_button.clicked.connect(self.dismiss)
        self._lay = QHBoxLayout(self)
        self._lay.addWidget(self.words, 1)
        self._lay.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.redress()
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence; an empty one takes the note away."""
        if not sentence:
            self.dismiss()
            return
        self.words.say(sentence)
        self.setAccessibleName(sentence)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.said.emit()

    def dismiss(self) -> None:
        """Take the note away."""
        self.hide()

    def redress(self) -> None:
        start, end = px(26), px(4)
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._lay.setContentsMargins(end if mirror else start, px(4), start if mirror else end, px(4))
        self._lay.setSpacing(px(8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), palette_of()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(edge(palette))
        painter.setBrush(QColor(palette.card))
        painter.drawRoundedRect(within(QRectF(self.rect()), palette), px(10), px(10))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.clay))
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        bar = QRectF(self.width() - px(9) - px(5) if mirror else px(9), px(10), px(5), self.height() - 2 * px(10))
        painter.drawRoundedRect(bar, 2, 2)
        painter.end()
