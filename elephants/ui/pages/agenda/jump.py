"""The items as small circles, to see how far we are and to go to any of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from elephants.sessions.agenda.agenda import AgendaItem
from elephants.ui.pages.agenda.words import closed_words
from elephants.ui.parts.buttons import QuietButton
from elephants.ui.parts.dressed import PaintedButton
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.glyphs import draw_glyph
from elephants.ui.style import palette_of, px, zoomed
from elephants.words import tr

MOST_SHOWN = 24
"""More circles than this are no way to find anything: the rest is found in the whole list."""


def _near(items: int, at: int) -> range:
    """Give the places whose circles are shown: all of a few, else those around where we are."""
    first = max(0, min(at - MOST_SHOWN // 2, items - MOST_SHOWN))
    return range(first, min(items, first + MOST_SHOWN))


class ItemButton(PaintedButton):
    """One item: closed with a check, the one we are at in sun, the rest hollow with its number."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._told = ("", False, False)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def tell(self, number: int, item: AgendaItem, *, now: bool) -> None:
        """Show an item; does nothing where it would show the same."""
        told = (str(number), item.closed is not None, now)
        closed = closed_words(item)
        name = tr("Item {n}: {title}", n=number, title=item.title)
        if closed:
            name = tr("Item {n}: {title}. {closed}", n=number, title=item.title, closed=closed)
        if name != self.accessibleName():
            self.setAccessibleName(name)
            self.setToolTip(name)
        if told != self._told:
            self._told = told
            self.setAccessibleDescription(tr("We are at this one") if now else "")
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(44), px(44))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paint(self, painter: QPainter) -> None:
        palette, (number, closed, now) = palette_of(), self._told
        half = px(28) / 2
        middle = QRectF(self.rect()).center()
        edge, ground, ink = palette.line, palette.card, palette.slate
        if now:
            edge, ground, ink = palette.ink if palette.dark else "#1F2A32", palette.sun, "#1F2A32"
        elif closed:
            edge, ground, ink = palette.ink, palette.ink, palette.paper
        elif self.underMouse():
            ground = palette.hover
        painter.setPen(QPen(QColor(edge), 2 if now else 1.2))
        painter.setBrush(QColor(ground))
        painter.drawEllipse(middle, half, half)
        place = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
        if closed:
            draw_glyph(painter, self, "check", ink, place.adjusted(px(6), px(6), -px(6), -px(6)))
        else:
            painter.setFont(zoomed(14, bold=now))
            painter.setPen(QColor(ink))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, number)


class ItemPath(Flow):
    """All items in a row: `wanted(int)` asks for the one at a place, from 0; `listed` asks for the whole list."""

    wanted = Signal(int)
    listed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.all = QuietButton(tr("The whole list"), "list-checks")
        super().__init__(self.all, parent=parent)
        self.items: list[ItemButton] = []
        self.all.clicked.connect(self.listed)

    def tell(self, items: Sequence[AgendaItem], at: int) -> None:
        """Show these items and which one we are at."""
        while len(self.items) < len(items):
            self._add()
        near = _near(len(items), at)
        for place, button in enumerate(self.items):
            button.setVisible(place in near)
            if place in near:
                button.tell(place + 1, items[place], now=place == at)

    def _add(self) -> None:
        before: QWidget = self.items[-1] if self.items else self.all
        place, button = len(self.items), ItemButton(self)
        button.clicked.connect(lambda: self.wanted.emit(place))
        self.items.append(button)
        self._parts = [self.all, *self.items]
        QWidget.setTabOrder(before, button)
        self.updateGeometry()
