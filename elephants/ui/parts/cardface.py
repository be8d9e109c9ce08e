"""A story card as it lies on the table: its picture, its words, and the key that takes it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from elephants.pictures.cutpaper import card_picture
from elephants.pictures.library import on_card
from elephants.sessions.decks.deck import Card
from elephants.ui.parts.dressed import PaintedButton, edge, within
from elephants.ui.parts.fit import fit
from elephants.ui.parts.paint import paint_picture
from elephants.ui.style import font, palette_of, px
from elephants.words import tr

_PICTURE = 1.22  # wide to high, as the room sees it


class CardFace(PaintedButton):
    """Shows one card; a click or Enter takes it. With no card it shows nothing."""

    def __init__(self, key: str = "", parent: QWidget | None = None, *, large: bool = False) -> None:
        super().__init__(parent)
        self._key, self._large = key, large
        self.card: Card | None = None
        self.language = "en"
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def tell(self, card: Card | None, language: str = "en") -> None:
        """Show a card in a language; does nothing when it is the one shown."""
        if card is not self.card or language != self.language:
            self.card, self.language = card, language
            said = card.prompt(language) if card is not None else ""
            self.setAccessibleName(tr("Card {n}: {words}", n=self._key, words=said) if self._key else said)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(350), px(440)) if self._large else QSize(px(244), px(380))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(210))

    def paint(self, painter: QPainter) -> None:
        if self.card is None:
            return
        palette, rect = palette_of(), QRectF(self.rect())
        lit = self.isDown() or (self.underMouse() and self.isEnabled())
        painter.setPen(edge(palette, calm=not lit))
        painter.setBrush(QColor(palette.card))
        painter.drawRoundedRect(within(rect, palette), px(10), px(10))
        inner = rect.adjusted(px(14), px(14), -px(14), -px(12))
        prompt = self.card.prompt(self.language)
        name = on_card(self.card.picture, prompt, self.language)
        tall = min(inner.width() / _PICTURE, inner.height() * (0.64 if self._large else 0.56))
        picture = card_picture(name, _PICTURE, 1.0, fine=tall >= 150)
        wide = tall * _PICTURE
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = inner.right() - wide if mirror else inner.left()
        paint_picture(painter, picture, QRectF(left, inner.top(), wide, tall))
        foot = float(px(22)) if self._key else 0.0
        words = QRectF(inner.left(), inner.top() + tall + px(10), inner.width(), inner.height() - tall - px(10) - foot)
        self._paint_words(painter, words, prompt)
        if self._key:
            painter.setFont(font(px(12)))
            painter.setPen(QColor(palette.slate))
            painter.drawText(QRectF(inner.left(), inner.bottom() - foot, inner.width(), foot), self._flags(), self._key)

    def _paint_words(self, painter: QPainter, rect: QRectF, words: str) -> None:
        most = px(27 if self._large else 22)
        fitted = fit(words, font(most, bold=True), rect.width(), rect.height(), most, px(12))
        painter.setFont(font(fitted.size, bold=True))
        painter.setPen(QColor(palette_of().ink))
        step = fitted.size * fitted.leading
        lines = list(fitted.pages[0])
        if len(fitted.pages) > 1:  # the room reads all of it in pages; here it is only told from the others
            lines[-1] += " …"
        for place, line in enumerate(lines):
            painter.drawText(QRectF(rect.x(), rect.y() + place * step, rect.width(), step), self._flags(), line)

    def _flags(self) -> int:
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirror else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
