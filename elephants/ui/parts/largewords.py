"""Writes large words quickly: Qt fills the outlines of letters over 64 pixels anew each time, 4 to 8 ms a line.

Each letter is painted once in its size and ink, by the font itself, and kept as a small picture (SPEED.md, Faces).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGlyphRun, QImage, QPainter, QRawFont, QTextLayout, QTransform

LARGE = 64.0
"""Pixels of the screen: up to here Qt keeps letters by itself."""
_LARGEST = 512.0
_PLAIN = 0x0590  # before this sign all letters run from left to right and stand one beside the other
_MARKS = range(0x2000, 0x2070)  # quotation marks, dashes, the three dots
_Letter = tuple[QImage, float, float]
"""Its picture, and how far from its place it begins."""
_MASK = QRawFont.AntialiasingType.PixelAntialiasing


class Letters:
    """The letters of one face in one size and ink, painted when first wanted."""

    def __init__(self, raw: QRawFont, ink: QColor) -> None:
        self._raw, self._ink = raw, ink
        self._kept: dict[int, _Letter | None] = {}
        self.bytes = 0
        """How much their pictures hold."""

    def __getitem__(self, glyph: int) -> _Letter | None:
        if glyph not in self._kept:
            self._kept[glyph] = letter = self._painted(glyph)
            self.bytes += letter[0].sizeInBytes() if letter is not None else 0
        return self._kept[glyph]

    def _painted(self, glyph: int) -> _Letter | None:
        mask, corner = self._raw.alphaMapForGlyph(glyph, _MASK), self._raw.boundingRect(glyph).topLeft()
        if mask.isNull():
            return mask, corner.x(), corner.y()  # a space
        if mask.format() != QImage.Format.Format_Alpha8:
            return None
        mask.reinterpretAsFormat(QImage.Format.Format_Indexed8)
        mask.setColorTable(_shades(self._ink.rgb()))
        return mask.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied), corner.x(), corner.y()


class Case:
    """A printer's case: the letters of each face, size and ink; what was not used for longest goes when it is full."""

    def __init__(self, most: int) -> None:
        self.most = most
        """So many bytes are kept at most, but for the letters in hand."""
        self._kept: OrderedDict[Hashable, Letters] = OrderedDict()

    def letters(self, raw: QRawFont, ink: QColor) -> Letters:
        """Give the letters of a face in an ink."""
        key = raw.familyName(), raw.styleName(), raw.weight(), raw.pixelSize(), ink.rgb()
        letters = self._kept.setdefault(key, Letters(raw, ink))
        self._kept.move_to_end(key)
        while len(self._kept) > 1 and self.bytes > self.most:
            self._kept.popitem(last=False)
        return letters

    @property
    def bytes(self) -> int:
        """How many bytes are kept."""
        return sum(letters.bytes for letters in self._kept.values())


CASE = Case(3_000_000)
"""That of all faces: some three sizes of the alphabet."""


def write_large(painter: QPainter, where: QRectF, flags: int, line: str, face: QFont, ink: QColor) -> bool:
    """Write a line as `drawText` does with these flags (left, right or across the middle, half way down).

    False, and nothing is written, where it is better left to Qt: small words, letters that join or run from right to
    left, signs with colours of their own, a painter that is turned or paints straight on a window.
    """
    turn = painter.worldTransform()
    if not LARGE < face.pixelSize() * turn.m11() <= _LARGEST or not _straight(painter, turn) or not _plain(line):
        return False
    placed = _placed(line, face, where, flags, turn, ink)
    if placed is None:
        return False
    painter.save()
    painter.resetTransform()
    for x, y, letter in placed:
        painter.drawImage(x, y, letter)
    painter.restore()
    return True


def _straight(painter: QPainter, turn: QTransform) -> bool:
    """Whether a dot of the painter is a dot of the picture, only larger and moved."""
    plain = turn.m12() == turn.m21() == 0.0 and turn.m11() == turn.m22()
    return plain and painter.deviceTransform() == turn


def _plain(line: str) -> bool:
    return line.isascii() or all(ord(sign) < _PLAIN or ord(sign) in _MARKS for sign in line)


def _placed(
    line: str, face: QFont, where: QRectF, flags: int, turn: QTransform, ink: QColor
) -> list[tuple[int, int, QImage]] | None:
    """Give each letter's picture and the dot where it begins; None where one is more than a mask."""
    layout = QTextLayout(line, face)
    layout.beginLayout()
    row = layout.createLine()
    row.setLineWidth(1e6)
    layout.endLayout()
    begin = QPointF(where.x(), where.y() + (where.height() - row.height()) / 2)
    free = where.width() - row.naturalTextWidth()
    if flags & int(Qt.AlignmentFlag.AlignRight):
        begin.setX(begin.x() + free)
    elif flags & int(Qt.AlignmentFlag.AlignHCenter):
        begin.setX(begin.x() + free / 2)
    return _from(turn.map(begin), layout.glyphRuns(), turn.m11(), ink)


def _from(begin: QPointF, runs: Sequence[QGlyphRun], scale: float, ink: QColor) -> list[tuple[int, int, QImage]] | None:
    found = list[tuple[int, int, QImage]]()
    left, top = begin.x(), begin.y()
    for run in runs:
        raw = run.rawFont()
        raw.setPixelSize(raw.pixelSize() * scale)
        letters = CASE.letters(raw, ink)
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            letter = letters[glyph]
            if letter is None:
                return None
            image, x, y = letter
            found.append((round(left + place.x() * scale + x), round(top + place.y() * scale + y), image))
    return found


@lru_cache(maxsize=16)
def _shades(rgb: int) -> list[int]:
    return [rgb & 0xFFFFFF | alpha << 24 for alpha in range(256)]
