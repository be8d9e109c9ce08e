"""The cards of what can be chosen: all alike, on butter; *I'm not sure* and *I pass* are cards like the others.

All cards are laid out and painted once, in their order, before anybody votes. What is done for one card alone, when it
is chosen, would be remembered by Python and Qt in an order that tells who chose what.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from elephants.pictures.cutpaper import option_picture
from elephants.pictures.library import choose_apart
from elephants.sessions.deciding.result import LETTERS
from elephants.ui.booth.parts import LEADING, write
from elephants.ui.parts.dressed import PaintedButton
from elephants.ui.parts.fit import break_lines, splits
from elephants.ui.parts.paint import picture_pixmap
from elephants.ui.style import font, shared
from elephants.words import tr

LARGEST, LEAST = 30.0, 13.0
"""The type on a card, at 100 %: as large as the longest words allow, and never smaller than this."""
_NOT_SURE, _PASS = "question", "wave"


@dataclass(frozen=True, repr=False)
class Choice:
    """One thing to choose: what it puts in the box (None: nothing), its sign, its words, its picture."""

    place: int | None
    sign: str
    words: str
    picture: str

    def spoken(self) -> str:
        """Say it as a screen reader does, with the key that chooses it."""
        return tr("{letter}: {option}", letter=self.sign, option=self.words)


def choices(options: Sequence[str]) -> tuple[Choice, ...]:
    """List what can be chosen, in the order of the letters, then *I'm not sure* and *I pass*."""
    pictures = choose_apart(list(options))
    given = zip(range(len(options)), LETTERS, options, pictures, strict=False)
    return (
        *(Choice(place, letter, words, picture) for place, letter, words, picture in given),
        Choice(len(options), "0", tr("I'm not sure"), _NOT_SURE),
        Choice(None, tr("P"), tr("I pass"), _PASS),
    )


@dataclass(frozen=True, repr=False)
class Shape:
    """The shape of all cards: how large, how large their type and picture, and whether the picture is above."""

    card: QSizeF
    type_size: float
    picture: float
    above: bool

    @property
    def pad(self) -> float:
        """Give what stays free round the things on a card."""
        return max(6.0, 0.6 * self.type_size)

    @property
    def ring(self) -> float:
        """Give how wide the sign's ring is."""
        return 1.7 * self.type_size

    @property
    def words_wide(self) -> float:
        """Give how wide a line of words may be."""
        free = self.card.width() - 2 * self.pad
        return free if self.above else free - self.picture - self.ring - 2 * self.pad

    def words_tall(self) -> float:
        """Give how tall the words may be together."""
        free = self.card.height() - 2 * self.pad
        return free - self.picture - self.ring - 2 * self.pad if self.above else free

    def holds(self, listed: Sequence[Choice]) -> bool:
        """Tell whether the words of all of them have room, no word torn apart."""
        if min(self.words_wide, self.words_tall()) < self.type_size:
            return False
        face = font(100, bold=True)
        return all(
            len(self.lines(one)) * self.type_size * LEADING <= self.words_tall()
            and not splits(one.words, face, self.words_wide, self.type_size)
            for one in listed
        )

    def lines(self, one: Choice) -> list[str]:
        """Break the words of one evenly."""
        return break_lines(one.words, font(100, bold=True), self.words_wide, self.type_size)


@dataclass(frozen=True, repr=False)
class Face:
    """One card as it is painted: its lines broken and its picture ready."""

    choice: Choice
    shape: Shape
    lines: tuple[str, ...]
    most: int
    """How many lines the longest words of all the cards have: their pictures stand at one height."""
    picture: QPixmap


def shape_of(
    listed: Sequence[Choice], card: QSizeF, size: float, *, above: bool | None = None, least: float = LEAST
) -> Shape | None:
    """Find the largest type, not above `size`, with which all of them fit a card; None where there is none.

    The picture stands above the words, or beside them and then large or small; `above` settles which.
    """
    while size >= least:
        for share, over in ((0.5, True), (0.3, False), (0.17, False)):
            room = card.height() * share if over else min(card.height() - 16, card.width() * share)
            found = Shape(card, size, min(room, card.width() * 0.66, 8 * size), over)
            if above in (None, over) and found.picture >= 1.6 * size and found.holds(listed):
                return found
        size *= 0.95
    return None


def faces(listed: Sequence[Choice], shape: Shape, ratio: float) -> tuple[Face, ...]:
    """Make all cards of one shape ready, in their order."""
    side = max(1, round(shape.picture))
    most = max(len(shape.lines(one)) for one in listed)
    return tuple(
        Face(
            one, shape, tuple(shape.lines(one)), most,
            picture_pixmap(option_picture(one.picture, fine=side >= 150), side, side, ratio),
        )
        for one in listed
    )  # fmt: skip


def paint_face(painter: QPainter, face: Face, rect: QRectF, *, mirrored: bool) -> None:
    """Paint a card in a place as large as its shape."""
    painter.setPen(QPen(QColor(shared().ink), 2))
    painter.setBrush(QColor(shared().card))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 12, 12)
    (_above if face.shape.above else _beside)(painter, face, rect, mirrored=mirrored)


def _above(painter: QPainter, face: Face, rect: QRectF, *, mirrored: bool) -> None:
    del mirrored
    shape, middle = face.shape, rect.center().x()
    tall = len(face.lines) * shape.type_size * LEADING
    spare = shape.words_tall() - face.most * shape.type_size * LEADING
    top = rect.y() + shape.pad + spare * 0.4
    painter.drawPixmap(QPointF(middle - shape.picture / 2, top), face.picture)
    top += shape.picture + shape.pad
    _sign(painter, face, QRectF(middle - shape.ring / 2, top, shape.ring, shape.ring))
    top += shape.ring + shape.pad
    _words(painter, face, QRectF(middle - shape.words_wide / 2, top, shape.words_wide, tall),
           Qt.AlignmentFlag.AlignHCenter)  # fmt: skip


def _beside(painter: QPainter, face: Face, rect: QRectF, *, mirrored: bool) -> None:
    shape, centre = face.shape, rect.center().y()
    tall = len(face.lines) * shape.type_size * LEADING

    def place(x: float, wide: float, high: float) -> QRectF:
        left = rect.right() - x - wide if mirrored else rect.x() + x
        return QRectF(left, centre - high / 2, wide, high)

    painter.drawPixmap(place(shape.pad, shape.picture, shape.picture).topLeft(), face.picture)
    x = shape.pad + shape.picture + shape.pad
    _sign(painter, face, place(x, shape.ring, shape.ring))
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    words = place(x + shape.ring + shape.pad, shape.words_wide, tall)
    _words(painter, face, words, side | Qt.AlignmentFlag.AlignAbsolute)


def _sign(painter: QPainter, face: Face, rect: QRectF) -> None:
    painter.setPen(QPen(QColor(shared().ink), 2))
    painter.setBrush(QColor(shared().card))
    painter.drawEllipse(rect)
    painter.setFont(font(face.shape.type_size, bold=True))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, face.choice.sign)


def _words(painter: QPainter, face: Face, rect: QRectF, side: Qt.AlignmentFlag) -> None:
    painter.setFont(font(face.shape.type_size, bold=True))
    painter.setPen(QColor(shared().ink))
    write(painter, face.lines, rect, face.shape.type_size, side)


class Card(PaintedButton):
    """A card that can be tapped; emptied when its screen goes."""

    def __init__(self, face: Face, parent: QWidget) -> None:
        super().__init__(parent)
        self.face: Face | None = face
        self.setAccessibleName(face.choice.spoken())
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def empty(self) -> None:
        """Show and say nothing any more."""
        self.face = None
        self.setAccessibleName("")

    def ring_colour(self) -> str:
        return shared().clay

    def paint(self, painter: QPainter) -> None:
        if self.face is not None:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            paint_face(painter, self.face, QRectF(self.rect()), mirrored=mirrored)


class Shown(QWidget):
    """The card that is asked about; it cannot be pressed."""

    def __init__(self, face: Face, parent: QWidget) -> None:
        super().__init__(parent)
        self.face: Face | None = face
        self.setAccessibleName(face.choice.spoken())

    def empty(self) -> None:
        """Show and say nothing any more."""
        self.face = None
        self.setAccessibleName("")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        if self.face is not None:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            paint_face(painter, self.face, QRectF(self.rect()), mirrored=mirrored)
        painter.end()
