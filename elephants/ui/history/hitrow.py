"""Draws one line of what was found: its kind as a picture, its words with marks, and below when it was said."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from elephants.ui.parts.dressed import edge, ring, within
from elephants.ui.parts.glyphs import draw_glyph
from elephants.ui.parts.markedline import set_marked
from elephants.ui.style import palette_of, px, zoom, zoomed

if TYPE_CHECKING:
    from elephants.ui.history.excerpt import Marked
    from elephants.ui.history.shown import Shown

_GAP, _SIDE, _ICON = 6, 16, 22
_WORDS, _ABOUT = 16, 14


class HitRow(QStyledItemDelegate):
    """Measures and paints a line; what it measured it remembers by words and width, so that scrolling is light."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractScrollArea) else option.rect.width()
        return QSize(width, _tall(index.data(Qt.ItemDataRole.UserRole), width))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Shown = index.data(Qt.ItemDataRole.UserRole)
        palette = palette_of()
        card = QRectF(option.rect).adjusted(0, 0, 0, -px(_GAP))
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(edge(palette, calm=not here))
        painter.setBrush(QColor(palette.hover if over else palette.card))
        painter.drawRoundedRect(within(card, palette), px(10), px(10))
        if here and option.state & QStyle.StateFlag.State_HasFocus:
            ring(painter, card, palette.clay, px(10))
        self._words(painter, option, card, line)
        painter.restore()

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, card: QRectF, line: Shown) -> None:
        mirror = option.direction == Qt.LayoutDirection.RightToLeft
        palette, wide = palette_of(), _wide(round(card.width()))
        icon = card.right() - px(_SIDE) - px(_ICON) if mirror else card.x() + px(_SIDE)
        left = card.x() + px(_SIDE) if mirror else card.x() + px(_SIDE) + px(_ICON) + px(12)
        draw_glyph(
            painter, option.widget, line.icon, palette.slate, QRectF(icon, card.y() + px(12), px(_ICON), px(_ICON))
        )
        painter.setPen(QColor(palette.ink))
        y = card.y() + px(11)
        for layout, tall in _lines(line, wide, mirror=mirror):
            layout.draw(painter, QPointF(left, y))
            y += tall
        painter.setPen(QColor(palette.slate))
        below, _ = _set((line.about, ()), wide, (zoom(), ""), size=_ABOUT, mirror=mirror)
        below.draw(painter, QPointF(left, y + px(4)))


def _wide(card: int) -> int:
    return max(px(80), card - 2 * px(_SIDE) - px(_ICON) - px(12))


def _tall(line: Shown, width: int) -> int:
    wide = _wide(width)
    _, about = _set((line.about, ()), wide, (zoom(), ""), size=_ABOUT, mirror=False)
    said = sum(tall for _, tall in _lines(line, wide, mirror=False))
    return round(said + about) + px(15) + px(12) + px(_GAP)


def _lines(line: Shown, wide: int, *, mirror: bool) -> list[tuple[QTextLayout, float]]:
    """Set the title, where there is one, and the words below it."""
    look = zoom(), palette_of().mist
    words = _set(line.words, wide, look, size=_WORDS, mirror=mirror)
    return [_set(line.title, wide, look, size=_WORDS, bold=True, mirror=mirror), words] if line.title[0] else [words]


@lru_cache(maxsize=2048)
def _set(
    words: Marked, width: int, look: tuple[float, str], *, size: int, mirror: bool, bold: bool = False
) -> tuple[QTextLayout, float]:
    del look  # size and colours of now: they are a part of what is remembered
    said, marks = words
    return set_marked(said, [(a, b, True) for a, b in marks], zoomed(size, bold=bold), width, mirror=mirror)
