"""What the screens of the booth are made of: in the room's colours, never dark, without hover and without motion."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QWidget

from elephants.pictures.box import ballot_box
from elephants.ui.parts.circle import paint_circle
from elephants.ui.parts.dressed import PaintedButton, edge, ring, within
from elephants.ui.parts.paint import paint_picture
from elephants.ui.style import font, shared
from elephants.words import tr

LEADING = 1.3
LEAST_TALL = 44
_BOX = 0.36


def broken(words: str, face: QFont, width: float) -> list[str]:
    """Break words into lines by Qt alone: what Python remembers of it would tell what was shown last."""
    layout = QTextLayout(words, face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines = list[str]()
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        lines.append(words[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return lines


def write(painter: QPainter, lines: Collection[str], rect: QRectF, size: float, side: Qt.AlignmentFlag) -> None:
    """Write lines one below the other."""
    for number, line in enumerate(lines):
        at = QRectF(rect.x(), rect.y() + number * size * LEADING, rect.width(), size * LEADING)
        painter.drawText(at, int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextDontClip), line)


class Said(QLabel):
    """A sentence at a size of the drawings; as large as its screen has room for."""

    def __init__(
        self, words: str, size: float, parent: QWidget, *, bold: bool = False, colour: str = "ink"
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._size_at_100, self._bold, self._colour = size, bold, colour
        self._size = size
        self.setText(words)

    def tall(self, width: float, scale: float) -> float:
        """Tell how tall the words are at a width in pixels."""
        size = self._size_at_100 * scale
        return len(broken(self.text(), font(size, bold=self._bold), width)) * size * LEADING

    def wide(self, room: float, scale: float) -> float:
        """Tell how wide it is, where there is so much room: words take all of it."""
        del scale
        return room

    def put(self, rect: QRectF, scale: float) -> None:
        """Stand in a place."""
        self._size = self._size_at_100 * scale
        self.setGeometry(rect.toAlignedRect())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, face = QPainter(self), font(self._size, bold=self._bold)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.setFont(face)
        painter.setPen(QColor(shared().colours()[self._colour]))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        lines = broken(self.text(), face, self.width())
        write(painter, lines, QRectF(self.rect()), self._size, side | Qt.AlignmentFlag.AlignAbsolute)
        painter.end()


class Press(PaintedButton):
    """A button of the booth: filled where it leads on, else outlined; nothing of it changes under a pointer."""

    def __init__(self, words: str, parent: QWidget, *, size: float = 20, leads_on: bool = False) -> None:
        super().__init__(parent)
        self._words, self._leads_on, self._size_at_100 = words, leads_on, size
        self._size = size
        self.setAccessibleName(words)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def words(self) -> str:
        """Give the words on the button."""
        return self._words

    def tall(self, width: float, scale: float) -> float:
        """Tell how tall the button is at a width in pixels; never too small for a finger."""
        size = self._size_at_100 * scale
        lines = len(self._lines(self.wide(width, scale), size))
        return max(LEAST_TALL, (lines * LEADING + (1.4 if self._leads_on else 0.9)) * size)

    def wide(self, room: float, scale: float) -> float:
        """Tell how wide the button is, where there is so much room."""
        size = self._size_at_100 * scale
        words = QFontMetricsF(font(size, bold=self._leads_on)).horizontalAdvance(self._words)
        return min(room, words + self.inset(size) + 2)

    def inset(self, size: float) -> float:
        """Tell how much of the width is not for words, at a size of type."""
        return 2.4 * size

    def put(self, rect: QRectF, scale: float) -> None:
        """Stand in a place."""
        self._size = self._size_at_100 * scale
        self.setGeometry(rect.toAlignedRect())
        self.update()

    def empty(self) -> None:
        """Say nothing any more."""
        self._words = ""
        self.setAccessibleName("")

    def _lines(self, width: float, size: float) -> list[str]:
        return broken(self._words, font(size, bold=self._leads_on), width - self.inset(size))

    def ring_colour(self) -> str:
        return shared().clay

    def paint(self, painter: QPainter) -> None:
        rect, corner = QRectF(self.rect()), 12.0
        painter.setPen(QPen(Qt.PenStyle.NoPen) if self._leads_on else edge(shared()))
        painter.setBrush(QColor(shared().clay if self._leads_on else shared().card))
        painter.drawRoundedRect(within(rect, shared()), corner, corner)
        if self._leads_on and self.hasFocus():
            ring(painter, rect.adjusted(4, 4, -4, -4), shared().on_clay, corner - 3)
        self.write(painter, rect.adjusted(self.inset(self._size) / 2, 0, -self.inset(self._size) / 2, 0))

    def write(self, painter: QPainter, rect: QRectF) -> None:
        """Write the words in the middle of a place."""
        painter.setFont(font(self._size, bold=self._leads_on))
        painter.setPen(QColor(shared().on_clay if self._leads_on else shared().ink))
        lines = broken(self._words, painter.font(), rect.width())
        top = (rect.height() - len(lines) * self._size * LEADING) / 2
        write(painter, lines, rect.adjusted(0, top, 0, 0), self._size, Qt.AlignmentFlag.AlignHCenter)


class Hold(Press):
    """The facilitator's button: held for some seconds it lets out of the booth, and a ring fills meanwhile."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent, size=15)
        self._filled = 0.0

    def fill(self, share: float) -> None:
        """Show how much of the time it was held, 0 to 1."""
        if share != self._filled:
            self._filled = share
            self.update()

    def inset(self, size: float) -> float:
        return 4.4 * size

    def write(self, painter: QPainter, rect: QRectF) -> None:
        mirrored, size = self.layoutDirection() == Qt.LayoutDirection.RightToLeft, self._size
        x = rect.right() - 0.6 * size if mirrored else rect.x() - 0.9 * size
        circle = QRectF(x, rect.center().y() - 0.75 * size, 1.5 * size, 1.5 * size)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(shared().hair), 1 if shared().strong else size / 4))
        painter.drawEllipse(circle)
        painter.setPen(QPen(QColor(shared().ink), size / 4))
        painter.drawArc(circle, 90 * 16, round(-360 * 16 * self._filled))
        super().write(painter, rect.translated(-0.9 * size if mirrored else 0.9 * size, 0))


class ChairsAndBox(QWidget):
    """The circle of chairs round the closed box; a chair lights for each turn, and no number is told."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._here, self._lit = 0, frozenset[int]()
        self.setAccessibleName(tr("A circle of chairs, and in its middle the closed box"))

    def tell(self, here: int, lit: frozenset[int]) -> None:
        """Show so many chairs, and those lit."""
        if (here, lit) != (self._here, self._lit):
            self._here, self._lit = here, lit
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_circle(painter, rect, self._here, self._lit, (), shared(), room=False)
        side = min(rect.width(), rect.height()) * _BOX
        where = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
        paint_picture(painter, ballot_box(), where)
        painter.end()
