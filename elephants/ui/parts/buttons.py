"""Buttons: one primary action on a page, outlined ones, and quiet ones; each a word, with an icon and its key."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from elephants.ui.parts.dressed import PaintedButton, edge, ring, within
from elephants.ui.parts.glyphs import draw_glyph
from elephants.ui.style import palette_of, px, zoomed

_MIRRORED = {
    "arrow-right": "arrow-left",
    "arrow-left": "arrow-right",
    "caret-right": "caret-left",
    "caret-left": "caret-right",
}


class Button(PaintedButton):
    """A word with an icon before it and, small, the key that does the same; never an icon alone."""

    height_at_100 = 44
    side_at_100 = 18
    words_at_100 = 15.0
    bold = False
    icon_first = True

    def __init__(self, words: str, icon: str = "", key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._icon, self._key = words, icon, key
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def say(self, words: str, icon: str | None = None) -> None:
        """Change the word (and the icon); does nothing when it is the same."""
        if words != self._words or icon not in (None, self._icon):
            self._words, self._icon = words, self._icon if icon is None else icon
            self.setAccessibleName(words)
            self.updateGeometry()
            self.update()

    def show_key(self, key: str) -> None:
        """Name another key, or none while the key does something else."""
        if key != self._key:
            self._key = key
            self.updateGeometry()
            self.update()

    def words(self) -> str:
        """Give the word on the button, as it is read."""
        return self._words

    def word_font(self) -> QFont:
        """Give the typeface of the word."""
        return zoomed(self.words_at_100, bold=self.bold)

    def sizeHint(self) -> QSize:
        return self._size_of(self._pieces(with_key=True))

    def minimumSizeHint(self) -> QSize:
        return self._size_of(self._pieces(with_key=False))

    def _size_of(self, pieces: list[tuple[str, float]]) -> QSize:
        wide = sum(w for _, w in pieces) + px(10) * (len(pieces) - 1) + 2 * px(self.side_at_100)
        tall = max(px(self.height_at_100), round(QFontMetricsF(self.word_font()).height()) + px(12))
        return QSize(round(wide + 1), tall)

    def _pieces(self, *, with_key: bool) -> list[tuple[str, float]]:
        """List what stands beside each other, in reading order, with widths; where it is narrow the key goes."""
        word = ("word", QFontMetricsF(self.word_font()).horizontalAdvance(self._words))
        pieces = [word]
        if self._icon:
            pieces.insert(0 if self.icon_first else 1, ("icon", float(px(20))))
        if self._key and with_key:
            pieces.append(("key", QFontMetricsF(zoomed(12)).horizontalAdvance(self._key)))
        return pieces

    def paint(self, painter: QPainter) -> None:
        self.paint_ground(painter, QRectF(self.rect()))
        colour, pieces = self.word_colour(), self._pieces(with_key=self.width() >= self.sizeHint().width())
        wide = sum(w for _, w in pieces) + px(10) * (len(pieces) - 1)
        x = (self.width() - wide) / 2
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for what, width in reversed(pieces) if right_to_left else pieces:
            self._paint_piece(painter, what, QRectF(x, 0, width, self.height()), colour)
            x += width + px(10)

    def _paint_piece(self, painter: QPainter, what: str, rect: QRectF, colour: str) -> None:
        if what == "icon":
            mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            name = _MIRRORED.get(self._icon, self._icon) if mirror else self._icon
            draw_glyph(painter, self, name, colour, QRectF(rect.x(), rect.center().y() - px(10), px(20), px(20)))
            return
        painter.setFont(self.word_font() if what == "word" else zoomed(12))
        painter.setPen(QColor(colour if what == "word" else self.key_colour()))
        painter.drawText(rect.adjusted(-2, 0, 2, 0), Qt.AlignmentFlag.AlignCenter, self._said(what))

    def _said(self, what: str) -> str:
        return self._words if what == "word" else self._key

    def word_colour(self) -> str:
        """Give the colour of word and icon."""
        palette = palette_of()
        return palette.ink if self.isEnabled() else palette.slate

    def key_colour(self) -> str:
        """Give the colour of the key's name."""
        return palette_of().slate

    def paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        """Draw what lies under the word."""


class PlainButton(Button):
    """An outlined button, for what one may do here."""

    def paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        palette = palette_of()
        ground = palette.hover if self.isDown() or (self.underMouse() and self.isEnabled()) else palette.card
        painter.setPen(edge(palette, enabled=self.isEnabled()))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(within(rect, palette), px(10), px(10))


class PrimaryButton(Button):
    """The one action that leads on; there is one on a page."""

    height_at_100 = 48
    side_at_100 = 25
    words_at_100 = 17.0
    bold = True
    icon_first = False

    def paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        palette = palette_of()
        clay = QColor(palette.clay if self.isEnabled() else palette.mist)
        pressed = self.isDown() or (self.underMouse() and self.isEnabled())
        painter.setPen(Qt.PenStyle.NoPen if self.isEnabled() or not palette.strong else edge(palette, enabled=False))
        painter.setBrush(clay.darker(112) if pressed and not palette.dark else clay)
        painter.drawRoundedRect(rect if self.isEnabled() else within(rect, palette), px(10), px(10))
        if self.hasFocus():
            ring(painter, rect.adjusted(4, 4, -4, -4), palette.on_clay, px(7))

    def word_colour(self) -> str:
        palette = palette_of()
        return palette.on_clay if self.isEnabled() else palette.slate

    def key_colour(self) -> str:
        return self.word_colour()


class QuietButton(Button):
    """A word and an icon without an outline, for what is seldom done."""

    side_at_100 = 10

    def paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        if self.isDown() or (self.underMouse() and self.isEnabled()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette_of().hover))
            painter.drawRoundedRect(rect, px(10), px(10))


class LinkButton(QuietButton):
    """A quiet button that leads elsewhere, in the colour of links."""

    def word_colour(self) -> str:
        palette = palette_of()
        return palette.sky if self.isEnabled() else palette.slate


class SquareButton(PaintedButton):
    """A square with one sign (more, fewer, a row's menu); its name is for those who cannot see the sign."""

    def __init__(
        self, sign: str, name: str, size: float = 44, *, outlined: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sign, self._size, self._outlined = sign, size, outlined
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.redress()

    def redress(self) -> None:
        self.setFixedSize(px(self._size), px(self._size))

    def sizeHint(self) -> QSize:
        return QSize(px(self._size), px(self._size))

    def paint(self, painter: QPainter) -> None:
        palette, rect = palette_of(), QRectF(self.rect())
        lit = self.isDown() or (self.underMouse() and self.isEnabled())
        painter.setPen(edge(palette, enabled=self.isEnabled()))
        if not self._outlined:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.hover if lit else palette.card))
        if self._outlined or lit:
            painter.drawRoundedRect(within(rect, palette), px(10), px(10))
        side = px(24 if self._size > 50 else 20)
        at = QPointF(rect.center().x() - side / 2, rect.center().y() - side / 2)
        colour = palette.ink if self.isEnabled() else palette.line
        painter.setOpacity(0.45 if palette.strong and not self.isEnabled() else 1.0)
        draw_glyph(painter, self, self._sign, colour, QRectF(at.x(), at.y(), side, side))
