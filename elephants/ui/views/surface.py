"""What a canvas is: a surface on which words, colours and pictures are put, each of them one mark."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from elephants.pictures.cutpaper import OnCard
from elephants.pictures.layers import Picture
from elephants.ui.parts.largewords import write_large
from elephants.ui.parts.paint import paint_picture
from elephants.ui.style import LIGHT, Palette, font
from elephants.ui.views.marks import Mark, beyond, mark_in
from elephants.ui.views.measures import Spoken

_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip | Qt.TextFlag.TextSingleLine
_FROM_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | _ONE_LINE)
_FROM_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | _ONE_LINE)
_CENTRED = int(Qt.AlignmentFlag.AlignHCenter | _ONE_LINE)


class Surface:
    """Keeps in `marks` all that is put on it. With a painter each is painted at once; without one nothing is yet."""

    def __init__(self, painter: QPainter | None, palette: Palette = LIGHT, *, mirrored: bool = False) -> None:
        self.painter, self.palette, self.mirrored = painter, palette, mirrored
        self.marks: list[Mark] = []
        self.spoken = Spoken()
        if painter is not None:
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)

    def put(
        self, told: Hashable, rect: QRectF, paint: Callable[[QPainter], None], *, out: float = 0.0
    ) -> None:  # fmt: skip
        """Put a thing here that leaves ink in a rectangle, or so far out of it; `told` is all that it shows."""
        self.marks.append(mark_in(told, rect, paint, out))
        if self.painter is not None:
            paint(self.painter)

    def fill(self, rect: QRectF, colour: str) -> None:
        """Fill a rectangle with a colour of the palette."""
        paper, where = QColor(self.palette.colours()[colour]), QRectF(rect)
        self.put(("fill", paper.name()), where, lambda painter: painter.fillRect(where, paper))

    def picture(self, picture: Picture | OnCard, rect: QRectF) -> QRectF:
        """Put a cut-paper picture here, as large as it fits."""
        where = QRectF(rect)
        if isinstance(picture, OnCard):
            self.put(("picture", picture), where, lambda painter: paint_picture(painter, picture.made(), where))
            return rect
        # the mark holds the picture, so its id is its own; comparing hundreds of curves would cost more than painting
        self.put(("picture", id(picture)), where, lambda painter: paint_picture(painter, picture, where))
        return rect

    def write(
        self, line: str, rect: QRectF, size: float, colour: str = "ink", *, bold: bool = False, centred: bool = False
    ) -> None:
        """Write one line that is known to fit, from the side where reading begins."""
        self.spoken.words.append((line, size))
        ink, face, where = QColor(self.palette.colours()[colour]), font(size, bold=bold), QRectF(rect)
        flags = _CENTRED if centred else _FROM_RIGHT if self.mirrored else _FROM_LEFT

        def paint(painter: QPainter) -> None:
            if not write_large(painter, where, flags, line, face, ink):
                painter.setFont(face)
                painter.setPen(ink)
                painter.drawText(where, flags, line)

        told = ("words", line, face.pixelSize(), bold, ink.name(), flags)
        self.put(told, where, paint, out=beyond(line, size, rect.width(), rect.height(), bold=bold))
