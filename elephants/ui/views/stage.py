"""The stage a view draws on: the room's screen with its words, chairs, pictures, cards and options."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from elephants.pictures.cutpaper import OnCard
from elephants.pictures.layers import Picture
from elephants.ui.parts.circle import paint_centre, paint_circle
from elephants.ui.parts.fit import Rule, break_lines, fit, splits
from elephants.ui.style import font
from elephants.ui.views.canvas import GAP, QUESTION_LEADING, SMALLEST, Canvas, How
from elephants.ui.views.shadow import CORNER, OUT, paint_shadow

__all__ = ["CardFace", "How", "OptionFace", "Stage"]


@dataclass(frozen=True)
class CardFace:
    """A story card as the room sees it."""

    picture: Picture | OnCard
    words: str


@dataclass(frozen=True)
class OptionFace:
    """An option as the room sees it: all look the same but for picture, letter and words."""

    letter: str
    picture: Picture | None
    words: str


class Stage(Canvas):
    """The canvas and the things that stand on it. Every method returns the rectangle it used."""

    def circle(
        self,
        here: int,
        lit: Collection[int] = (),
        leaning: Collection[int] = (),
        rect: QRectF | None = None,
        centre: str = "",
        under: str = "",
    ) -> QRectF:
        """The circle of chairs; those lit since it was last drawn come up softly where motion is welcome."""
        where = QRectF(rect) if rect else QRectF(self.area)
        self.lit_now = frozenset(lit)
        fresh = self.lit_now - (self.lit_now if self.lit_before is None else self.lit_before)
        shines = {place: self.progress if place in fresh else 1.0 for place in self.lit_now}
        leans, palette, big = frozenset(leaning), self.palette, 76 * self.zoom
        side = min(where.width(), where.height())
        box = QRectF(where.center().x() - side / 2, where.center().y() - side / 2, side, side)

        def paint(painter: QPainter) -> None:
            paint_circle(painter, where, here, shines, leans, palette, room=True)
            paint_centre(painter, box, (centre, under), palette, here, big, SMALLEST)

        self.put(("circle", here, frozenset(shines.items()), leans, centre, under, big), where, paint)
        return box

    def letter(self, letter: str, rect: QRectF) -> QRectF:
        """An option's letter in its ring."""
        ring, ink, card = rect.adjusted(2, 2, -2, -2), QColor(self.palette.ink), QColor(self.palette.card)

        def paint(painter: QPainter) -> None:
            painter.setPen(QPen(ink, 3))
            painter.setBrush(card)
            painter.drawEllipse(ring)

        self.put(("ring", ink.name(), card.name()), ring, paint)
        self.write(letter, rect, max(SMALLEST, rect.height() * 0.6), bold=True, centred=True)
        return rect

    def options(self, options: Sequence[OptionFace], rect: QRectF | None = None) -> QRectF:
        """The options, all alike, in one column or (more than five) two; more than fit come in pages."""
        where = QRectF(rect) if rect else QRectF(self.area)
        across = 2 if len(options) > 5 and where.width() > 1200 else 1
        wide = (where.width() - (across - 1) * 48) / across
        size, tall = self._option_size(options, wide, where.height(), across)
        down = max(1, int((where.height() + 1) / tall))
        each = down * across
        page = self._page_of(-(-len(options) // each))
        for index, option in enumerate(options[page * each : (page + 1) * each]):
            column, line = divmod(index, down)
            x = column if not self.mirrored else across - 1 - column
            self._option(option, QRectF(where.x() + x * (wide + 48), where.y() + line * tall, wide, tall), size)
        used = QRectF(where.x(), where.y(), where.width(), min(len(options), down) * tall)
        if rect is None:
            self.area.setTop(min(used.bottom() + GAP, self.area.bottom()))
        return used

    def _option_size(
        self, options: Sequence[OptionFace], width: float, height: float, across: int
    ) -> tuple[float, float]:
        """Find the type size and the height of a row that let all options stand together, or the smallest."""
        size, smallest = self._sizes(70.0)[0], SMALLEST
        down = -(-len(options) // across)
        while True:
            tall = max(self._option_height(option, width, size) for option in options)
            splitting = any(self._option_splits(option, width, size) for option in options)
            if (tall * down <= height and not splitting) or size <= smallest:
                return size, max(tall, min(190.0, height / max(1, down)))
            size = max(smallest, size * 0.96)

    def _option_height(self, option: OptionFace, width: float, size: float) -> float:
        lines = break_lines(option.words, font(100, bold=True), width - self._option_inset(option, size), size)
        return max(len(lines) * size * 1.15, 2.1 * size if option.picture else 1.2 * size) + 20

    def _option_splits(self, option: OptionFace, width: float, size: float) -> bool:
        return splits(option.words, font(100, bold=True), width - self._option_inset(option, size), size)

    @staticmethod
    def _option_inset(option: OptionFace, size: float) -> float:
        return (2.1 * size + 28 if option.picture else 0) + (1.2 * size + 28 if option.letter else 0)

    def _option(self, option: OptionFace, rect: QRectF, size: float) -> None:
        middle, x = rect.center().y(), rect.x()

        def place(wide: float, tall: float) -> QRectF:
            left = rect.right() - (x - rect.x()) - wide if self.mirrored else x
            return QRectF(left, middle - tall / 2, wide, tall)

        if option.picture:
            self.picture(option.picture, place(2.1 * size, 2.1 * size))
            x += 2.1 * size + 28
        if option.letter:
            self.letter(option.letter, place(1.2 * size, 1.2 * size))
            x += 1.2 * size + 28
        wide = rect.width() - (x - rect.x())
        lines = break_lines(option.words, font(100, bold=True), wide, size)
        tall = len(lines) * size * 1.15
        for number, line in enumerate(lines):
            at = place(wide, tall)
            self.write(line, QRectF(at.x(), at.y() + number * size * 1.15, wide, size * 1.15), size, bold=True)

    def cards(self, cards: Sequence[CardFace], rect: QRectF | None = None) -> QRectF:
        """Story cards: one alone lies wide, with its picture beside the words; up to three stand side by side."""
        where = QRectF(rect) if rect else QRectF(self.area)
        gap = 52.0
        wide = (where.width() - gap * (len(cards) - 1)) / max(1, len(cards))
        places = [QRectF(where.x() + i * (wide + gap), where.y(), wide, where.height()) for i in range(len(cards))]
        for card, place in zip(cards, places[::-1] if self.mirrored else places, strict=True):
            self._paper(place)
            self.faces_up.append((card.words, place.adjusted(-OUT, -OUT, OUT, OUT)))
        if len(cards) == 1:
            self._card_wide(cards[0], places[0])
        else:
            self._cards_tall(cards, places[::-1] if self.mirrored else places)
        if rect is None:
            self.area.setTop(min(where.bottom() + GAP, self.area.bottom()))
        return where

    def _paper(self, rect: QRectF) -> None:
        """A white card with the one shadow there is, a few soft outlines below it; in high contrast an edge instead."""
        where, ink, card, strong = QRectF(rect), self.palette.ink, self.palette.card, self.palette.strong

        def paint(painter: QPainter) -> None:
            painter.setPen(Qt.PenStyle.NoPen)
            if not strong:
                paint_shadow(painter, where, ink)
            else:
                painter.setPen(QPen(QColor(ink), 5))
            painter.setBrush(QColor(card))
            painter.drawRoundedRect(where, CORNER, CORNER)

        self.put(("paper", ink, card), where, paint, out=OUT)

    def _card_wide(self, card: CardFace, rect: QRectF) -> None:
        pad, share = 44.0, min(0.34, 560 / rect.width())
        picture = QRectF(rect.x() + pad, rect.y() + pad, rect.width() * share, rect.height() - 2 * pad)
        words = QRectF(
            picture.right() + 70, rect.y() + pad, rect.right() - picture.right() - 70 - pad, picture.height()
        )
        if self.mirrored:
            picture.moveRight(rect.right() - pad)
            words.moveLeft(rect.x() + pad)
        self.picture(card.picture, picture)
        self.text(card.words, 112.0, bold=True, rect=words, how=How(QUESTION_LEADING, middle=True, whole=True))

    def _cards_tall(self, cards: Sequence[CardFace], places: Sequence[QRectF]) -> None:
        """Cards side by side, their words at one size: none of them calls louder."""
        pad, place = 34.0, places[0]
        wide = place.width() - 2 * pad
        tall = min(wide / 1.2, place.height() * 0.5)
        top = pad + tall + 36
        words = QRectF(0, 0, wide - 16, place.height() - top - pad)
        size = min(self._fit(card.words, 64.0, words, QUESTION_LEADING, bold=True, whole=True).size for card in cards)
        for card, paper in zip(cards, places, strict=True):
            self.picture(card.picture, QRectF(paper.x() + pad, paper.y() + pad, wide, tall))
            at = words.translated(paper.x() + pad + 8, paper.y() + top)
            self._card_words(card.words, at, size)

    def _card_words(self, words: str, rect: QRectF, size: float) -> None:
        step = size * QUESTION_LEADING
        lines = break_lines(words, font(100, bold=True), rect.width(), size)
        if len(lines) * step > rect.height():
            self.text(words, size / self.zoom, bold=True, rect=rect, how=How(QUESTION_LEADING, whole=True))
            return
        for number, line in enumerate(lines):
            self.write(line, QRectF(rect.x(), rect.y() + number * step, rect.width(), step), size, bold=True)

    def pair(self, left: str, right: str) -> QRectF:
        """Two short remarks on one bottom line, the first bold: what to do, and what else is fine."""
        size, half = self.smallest(), self.area.width() / 2 - 20
        rule = Rule(1.25)
        one = fit(left, font(100, bold=True), half, size * 1.25, size, SMALLEST, rule)
        other = fit(right, font(100), half, size * 1.25, size, SMALLEST, rule)
        if len(one.lines) > 1 or len(other.lines) > 1:
            self.small(right)
            return self.small(left)
        rect = QRectF(self.area.x(), self.area.bottom() - size * 1.25, self.area.width(), size * 1.25)
        self.write(left, rect, min(one.size, other.size), bold=True)
        self.mirrored = not self.mirrored
        self.write(right, rect, min(one.size, other.size), "slate")
        self.mirrored = not self.mirrored
        self.area.setBottom(rect.top() - GAP)
        return rect
