"""Pieces for easy reading: a picture beside words, the box to keep on the fridge door, and a line to write on."""

from __future__ import annotations

from dataclasses import dataclass

from elephants.paper.ink import INK, SLATE
from elephants.paper.marks import draw_plus
from elephants.paper.pieces import Piece, Stack
from elephants.paper.show import draw_picture
from elephants.paper.tagging import Element, TaggedCanvas

_CORNER = 10.0


@dataclass(slots=True)
class Pictured:
    """One idea: its picture and its words, centred on each other; never cut in two.

    `words_at` is where the words begin and `column` how wide the place of the picture is, in points. `shown` and
    `label` are what picture and plus are for a reader, who hears the words first and then what the picture shows.
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
    shown: Element | None = None
    label: Element | None = None

    @property
    def height(self) -> float:
        return max(self.size, self.words.height)

    def least(self) -> float:
        return self.height

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        del room
        return None

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        middle = top - self.height / 2
        if self.plus:
            with canvas.marked(self.label):
                self._draw_plus(canvas, x, middle)
        self.words.draw(canvas, x + self.words_at, middle + self.words.height / 2)
        if self.picture:
            left, low = x + max(0.0, (self.column - self.size) / 2), middle - self.size / 2
            with canvas.marked(self.shown, (left, low, left + self.size, low + self.size)):
                draw_picture(canvas, self.picture, left, low, self.size)

    def _draw_plus(self, canvas: TaggedCanvas, x: float, middle: float) -> None:
        canvas.saveState()
        draw_plus(canvas, x + self.words_at - 2 * self.plus, middle, self.plus)
        canvas.restoreState()


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

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        height = self.height
        with canvas.marked(None):
            canvas.setStrokeColorRGB(*INK)
            canvas.setLineWidth(2)
            canvas.roundRect(x, top - height, self.width, height, _CORNER, stroke=1, fill=0)
        self.inside.draw(canvas, x + self.padding, top - self.padding)


@dataclass(slots=True)
class Blank:
    """A line to write on, `height` points under what stands above it: room for a hand."""

    width: float
    height: float
    before: float = 0.0
    after: float = 0.0
    stays: bool = False

    def least(self) -> float:
        return self.height

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        del room
        return None

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.marked(None):
            canvas.setStrokeColorRGB(*SLATE)
            canvas.setLineWidth(1)
            canvas.line(x, top - self.height, x + self.width, top - self.height)
