"""One line of a list (a view, a need, an agenda item, an option ...) and how it is laid out and painted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from elephants.ui.parts.dressed import edge, within
from elephants.ui.parts.glyphs import draw_glyph
from elephants.ui.style import font, palette_of, px, zoomed


def _wrap(words: str, face: QFont, width: float) -> int:
    """Break between words; within one only where a word is longer than the line, or Qt would break them all."""
    size, bold = face.pixelSize(), face.bold()
    whole = all(_across(word, size, bold=bold) <= width for word in words.split())
    return int(Qt.TextFlag.TextWordWrap if whole else Qt.TextFlag.TextWrapAnywhere)


@lru_cache(maxsize=4096)  # the same words come again and again, and a row is measured and painted
def _across(word: str, size: int, *, bold: bool) -> float:
    return QFontMetricsF(font(size, bold=bold)).horizontalAdvance(word)


@dataclass(frozen=True)
class Chip:
    """A small remark on a line: "some of us feel this too", "not in the room" (dashed)."""

    words: str
    icon: str = ""
    dashed: bool = False


@dataclass(frozen=True)
class Answer:
    """What was answered: a bold word with an icon, then the rest. `colour` names one of the palette."""

    words: str
    rest: str = ""
    icon: str = ""
    colour: str = "plum"


@dataclass(frozen=True)
class Ask:
    """A question on a line with its answers as equal buttons: (action, words, icon)."""

    words: str
    answers: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Line:
    """One row as it should be told: two equal ones are never redrawn.

    `lead` stands before the text (a number, a date), `trail` after it, `under` below it, all in slate. `bar` names a
    colour of the palette for the 5 px bar. `actions` are (action, words) of the row's menu. `pick` is the action of a
    click or of Enter on the row itself, where the list is there to choose from.
    """

    id: int
    text: str
    chips: tuple[Chip, ...] = ()
    bar: str | None = None
    answer: Answer | None = None
    ask: Ask | None = None
    actions: tuple[tuple[str, str], ...] = ()
    lead: str = ""
    trail: str = ""
    under: str = ""
    icon: str = ""
    strong: bool = False
    pick: str = ""

    def spoken(self) -> str:
        """Say the whole line, for screen readers."""
        answer = (self.answer.words, self.answer.rest) if self.answer else ()
        ask = (self.ask.words,) if self.ask else ()
        parts = (self.lead, self.text, *(c.words for c in self.chips), self.trail, self.under, *answer, *ask)
        return ". ".join(part.rstrip(".") for part in parts if part)


@dataclass(frozen=True)
class Placed:
    """Where everything on a row of one width stands, left to right; mirrored when painted."""

    height: int
    text: QRectF
    lead: QRectF
    trail: QRectF
    under: QRectF
    answer: QRectF
    asks: float
    chips: tuple[QRectF, ...]


def chip_width(chip: Chip) -> float:
    """Measure a chip."""
    return QFontMetricsF(zoomed(13)).horizontalAdvance(chip.words) + px(22) + (px(22) if chip.icon else 0)


def _tall(words: str, face: QFont, width: float) -> float:
    if not words:
        return 0.0
    wide = max(20.0, width)
    return QFontMetricsF(face).boundingRect(QRectF(0, 0, wide, 1e6), _wrap(words, face, wide), words).height()


def _wide(words: str, face: QFont) -> float:
    return QFontMetricsF(face).horizontalAdvance(words) + 1 if words else 0.0


def lay_out(line: Line, width: int) -> Placed:
    """Compute where a row's words go for its width in pixels."""
    word_font, small = zoomed(17, bold=line.strong), zoomed(15)
    left = px(27) if line.bar or line.answer or line.ask else px(17)
    left += px(30) if line.icon else 0
    right = width - (px(50) if line.actions else px(17))
    lead = _wide(line.lead, small)
    start = left + (max(lead + px(12), px(26)) if line.lead else 0)
    chips, trail = sum(chip_width(c) + px(8) for c in line.chips), _wide(line.trail, small)
    extra = chips + (trail + px(12) if trail else 0)
    one_line = _wide(line.text, word_font) + extra <= right - start
    text_wide = right - start - (extra if one_line else 0)
    text_tall = max(_tall(line.text, word_font, text_wide), QFontMetricsF(word_font).height())
    y = max(px(10.0), (px(45) - QFontMetricsF(word_font).height()) / 2)
    first = QRectF(left, y, lead, QFontMetricsF(word_font).height())
    text = QRectF(start, y, text_wide, text_tall)
    y = text.bottom()
    rows = _remarks(line, start, right, y, text, one_line=one_line)
    y = rows[2]
    under = QRectF(start, y + px(2), right - start, _tall(line.under, small, right - start))
    y = under.bottom() if line.under else y
    answer = _answer_place(line, start, right, y)
    y = answer.bottom() if line.answer else y
    return Placed(round(y + px(10)) + 1, text, first, rows[0], under, answer, y + px(8), rows[1])


def _remarks(
    line: Line, start: float, right: float, y: float, text: QRectF, *, one_line: bool
) -> tuple[QRectF, tuple[QRectF, ...], float]:
    """Place chips and trail at the end of the text's line, or below it where there is no room."""
    trail_wide, places = _wide(line.trail, zoomed(15)), list[QRectF]()
    tall = float(px(26))
    if one_line:
        x, top = right - trail_wide, text.center().y() - tall / 2
        trail = QRectF(x, top, trail_wide, tall)
        x -= px(12) if line.trail else 0
        for chip in reversed(line.chips):
            x -= chip_width(chip)
            places.insert(0, QRectF(x, top, chip_width(chip), tall))
            x -= px(8)
        return trail, tuple(places), y
    x, top = start, y + px(6)
    for chip in line.chips:
        wide = min(chip_width(chip), right - start)
        if x > start and x + wide > right:
            x, top = start, top + tall + px(6)
        places.append(QRectF(x, top, wide, tall))
        x += wide + px(8)
    if line.trail and x > start and x + trail_wide > right:
        x, top = start, top + tall + px(6)
    trail_tall = max(tall, _tall(line.trail, zoomed(15), right - x)) if line.trail else tall
    trail = QRectF(x, top, right - x, trail_tall)
    return trail, tuple(places), top + trail_tall if places or line.trail else y


def _answer_place(line: Line, start: float, right: float, y: float) -> QRectF:
    if not line.answer:
        return QRectF(start, y, 0, 0)
    wide = right - start - px(28)
    bold = zoomed(15, bold=True)
    beside = _wide(line.answer.words, bold) + px(8)
    tall = QFontMetricsF(bold).height()
    if beside + _wide(line.answer.rest, zoomed(15)) > wide:
        tall += px(2) + _tall(line.answer.rest, zoomed(15), wide)
    return QRectF(start, y + px(4), right - start, max(tall, float(px(22))))


class _Brush:
    """Writes in a row's rectangles, mirrored in a right-to-left window."""

    def __init__(self, painter: QPainter, row: QWidget) -> None:
        self.painter, self.row, self.colours = painter, row, palette_of().colours()
        self.mirror = row.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if self.mirror else Qt.AlignmentFlag.AlignLeft
        self._flags = int(side | Qt.AlignmentFlag.AlignAbsolute)

    def at(self, rect: QRectF) -> QRectF:
        if not self.mirror:
            return rect
        return QRectF(self.row.width() - rect.right(), rect.y(), rect.width(), rect.height())

    def say(self, rect: QRectF, words: str, colour: str, face: QFont, *, middle: bool = False) -> None:
        if words:
            self.painter.setFont(face)
            self.painter.setPen(QColor(self.colours[colour]))
            flags = self._flags | _wrap(words, face, rect.width()) | int(Qt.AlignmentFlag.AlignVCenter if middle else 0)
            self.painter.drawText(self.at(rect), flags, words)


def paint_line(painter: QPainter, row: QWidget, line: Line, placed: Placed) -> None:
    """Paint a row's card and words; buttons are widgets of their own."""
    palette, brush = palette_of(), _Brush(painter, row)
    painter.setPen(edge(palette, calm=True))
    painter.setBrush(QColor(palette.card))
    painter.drawRoundedRect(within(QRectF(row.rect()), palette), px(10), px(10))
    if line.bar:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(brush.colours[line.bar]))
        painter.drawRoundedRect(brush.at(QRectF(px(9), px(11), px(5), row.height() - 2 * px(11))), 2, 2)
    if line.icon:
        icon_at = QRectF(placed.text.x() - px(30), placed.text.y(), px(20), QFontMetricsF(zoomed(17)).height())
        draw_glyph(painter, row, line.icon, palette.ink, brush.at(icon_at))
    brush.say(placed.lead, line.lead, "slate", zoomed(15), middle=True)
    brush.say(placed.text, line.text, "ink", zoomed(17, bold=line.strong))
    brush.say(placed.trail, line.trail, "slate", zoomed(15), middle=True)
    brush.say(placed.under, line.under, "slate", zoomed(15))
    _paint_chips(painter, row, zip(line.chips, (brush.at(rect) for rect in placed.chips), strict=True))
    if line.answer:
        _paint_answer(brush, line.answer, placed.answer)


def _paint_answer(brush: _Brush, answer: Answer, rect: QRectF) -> None:
    bold, plain = zoomed(15, bold=True), zoomed(15)
    tall, x = QFontMetricsF(bold).height(), rect.x() + px(28)
    sign = brush.at(QRectF(rect.x(), rect.y(), px(20), tall))
    draw_glyph(brush.painter, brush.row, answer.icon, brush.colours[answer.colour], sign)
    brush.say(QRectF(x, rect.y(), rect.right() - x, tall), answer.words, answer.colour, bold)
    beside = x + _wide(answer.words, bold) + px(8)
    place = QRectF(beside, rect.y(), rect.right() - beside + 4, tall)
    if rect.height() > tall * 1.5:
        place = QRectF(x, rect.y() + tall + px(2), rect.right() - x, rect.height())
    brush.say(place, answer.rest, "ink", plain)


def _paint_chips(painter: QPainter, row: QWidget, chips: Iterable[tuple[Chip, QRectF]]) -> None:
    palette, mirror = palette_of(), row.layoutDirection() == Qt.LayoutDirection.RightToLeft
    for chip, rect in chips:
        style = Qt.PenStyle.DashLine if chip.dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(palette.line), palette.edge, style))
        painter.setBrush(QColor(palette.paper))
        painter.drawRoundedRect(within(rect, palette), rect.height() / 2, rect.height() / 2)
        words = rect.adjusted(px(11), 0, -px(9), 0)
        if chip.icon:
            x = words.right() - px(16) if mirror else words.left()
            draw_glyph(painter, row, chip.icon, palette.slate, QRectF(x, rect.center().y() - px(8), px(16), px(16)))
            words = words.adjusted(0, 0, -px(22), 0) if mirror else words.adjusted(px(22), 0, 0, 0)
        painter.setFont(zoomed(13))
        painter.setPen(QColor(palette.slate))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter), chip.words)
