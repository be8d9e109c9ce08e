"""Pieces for easy reading: a picture on the left with words on the right, and the box to keep on the fridge door."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from elephants.paper.ink import INK
from elephants.paper.marks import draw_plus
from elephants.paper.pieces import Piece, Stack
from elephants.paper.show import draw_picture

_CORNER = 10.0


@dataclass(slots=True)
class Pictured:
    """One idea: its picture and its words, centred on each other; never cut in two.

    `words_at` is where the words begin and `column` how wide the place of the picture is, in points.
    """

    picture: str
    words: Stack
    size: float
    words_at: float
    column: float
    plus: float = 0.0
    before: float = 0.0
    after: float = 0.0
    stays: bool = False

    @property
    def height(self) -> float:
        return max(self.size, self.words.height)

    def least(self) -> float:
        return self.height

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        del room
        return None

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        middle = top - self.height / 2
        left = x + max(0.0, (self.column - self.size) / 2)
        draw_picture(canvas, self.picture, left, middle - self.size / 2, self.size)
        if self.plus:
            canvas.saveState()
            draw_plus(canvas, x + self.words_at - 2 * self.plus, middle, self.plus)
            canvas.restoreState()
        self.words.draw(canvas, x + self.words_at, middle + self.words.height / 2)


@dataclass(slots=True)
class Box:
    """Pieces inside an edge with round corners; never cut in two."""

    inside: Piece
    width: float
    padding: float
    before: float = 0.0
    after: float = 0.0
    stays: bool = False

    @property
    def height(self) -> float:
        return self.inside.height + 2 * self.padding

    def least(self) -> float:
        return self.height

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        del room
        return None

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        height = self.height
        canvas.setStrokeColorRGB(*INK)
        canvas.setLineWidth(2)
        canvas.roundRect(x, top - height, self.width, height, _CORNER, stroke=1, fill=0)
        self.inside.draw(canvas, x + self.padding, top - self.padding)
