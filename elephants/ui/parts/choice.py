"""A list to choose one of: what is kept, and the words people read for it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from PySide6.QtCore import QRectF, QSignalBlocker, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from elephants.ui.parts.glyphs import draw_glyph
from elephants.ui.style import palette_of, px
from elephants.words import tr


class Choice(QComboBox):
    """A list that shows by a sign that it opens; without it, it looks like a field to type in."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a wheel that rolls the page past it must not choose another

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side, gap = px(16), px(10)
        x = gap if mirrored else self.width() - gap - side
        draw_glyph(painter, self, "caret-down", palette_of().ink, QRectF(x, (self.height() - side) / 2, side, side))
        painter.end()


def choice(name: str, words: Mapping[str, str], parent: QWidget) -> QComboBox:
    """Make a list to choose from; `currentData()` gives what is kept for the words chosen."""
    made = Choice(parent)
    made.setAccessibleName(name)
    made.setToolTip(name)
    for key, said in words.items():
        made.addItem(tr(said), key)
    return made


def fill(box: QComboBox, wanted: list[tuple[str, Hashable]], chosen: Hashable) -> None:
    """Put words and what they stand for into a list to choose from, and choose one; equal ones do nothing."""
    there = [(box.itemText(at), box.itemData(at)) for at in range(box.count())]
    with QSignalBlocker(box):
        if there != wanted:
            box.clear()
            for words, key in wanted:
                box.addItem(words, key)
        at = next((at for at, (_, key) in enumerate(wanted) if key == chosen), -1)
        if at != box.currentIndex():
            box.setCurrentIndex(at)
