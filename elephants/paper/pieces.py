"""The pieces a page is built of: each knows its height, how to draw itself, and where it may be cut in two.

Heights and places are in points; `top` is the upper edge, measured up from the foot of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Protocol

from elephants.paper.ink import HAIR, Colour, Style
from elephants.paper.marks import Mark, draw_mark
from elephants.paper.setting import SetLine, draw_lines
from elephants.paper.tagging import Element, TaggedCanvas

_TOGETHER = 2  # lines that never stand alone at the foot or the head of a page


class Piece(Protocol):
    """Anything that can stand on a page; `stays` binds it to what follows, as a heading is bound."""

    @property
    def height(self) -> float:
        """How much of the page it takes, without the space around it."""

    @property
    def before(self) -> float:
        """White space above; none at the head of a page."""

    @property
    def after(self) -> float:
        """White space below."""

    @property
    def stays(self) -> bool:
        """Whether it must stand on the same page as the beginning of what follows."""

    def least(self) -> float:
        """The height of the smallest beginning that may stand at the foot of a page."""

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        """Cut in two so that the first fits into `room`; nothing when it cannot be cut there."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Put it on the page."""


@dataclass(slots=True)
class Paragraph:
    """Lines of words, with a mark before the first one where it is a line of a list.

    `element` and `label` are what words and mark are for a reader; both halves of a cut one are the same element.
    """

    lines: list[SetLine]
    style: Style
    indent: float = 0.0
    mark: Mark = ""
    stays: bool = False
    right: float = 0.0
    begun: bool = False
    element: Element | None = None
    label: Element | None = None

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    @property
    def before(self) -> float:
        return self.style.before

    @property
    def after(self) -> float:
        return self.style.after

    def least(self) -> float:
        count = len(self.lines)
        return (count if count <= _TOGETHER + 1 else _TOGETHER) * self.style.leading

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        count = min(int(room / self.style.leading + 0.001), len(self.lines) - _TOGETHER)
        if count < _TOGETHER:
            return None
        head = replace(self, lines=self.lines[:count], stays=False)
        return head, replace(self, lines=self.lines[count:], begun=True)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        if self.mark and not self.begun:
            with canvas.marked(self.label):
                draw_mark(canvas, self.mark, self.style, x, top)
        if self.lines:
            with canvas.marked(self.element):
                draw_lines(canvas, self.lines, self.style, x + self.indent, top, x + self.right if self.right else 0.0)
        elif self.element is not None:
            self.element.place()


@dataclass(slots=True)
class Columns:
    """One row of a table: paragraphs side by side, each at its own distance from the left, in points.

    `header` is drawn again above it where it begins a page; a reader has heard that one already.
    """

    cells: list[tuple[float, Paragraph]]
    gap: float
    ruled: bool = False
    first: bool = False
    stays: bool = False
    before: float = 0.0
    after: float = 0.0
    width: float = 0.0
    header: Columns | None = None

    @property
    def height(self) -> float:
        return max((cell.height for _, cell in self.cells), default=0.0) + 2 * self.gap

    def least(self) -> float:
        return max((cell.least() for _, cell in self.cells), default=0.0) + 2 * self.gap

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        inner = room - 2 * self.gap
        heads: list[tuple[float, Paragraph]] = []
        tails: list[tuple[float, Paragraph]] = []
        for x, cell in self.cells:
            count = min(max(int(inner / cell.style.leading + 0.001), 0), len(cell.lines))
            heads.append((x, _part(cell, cell.lines[:count])))
            tails.append((x, _part(cell, cell.lines[count:])))
        if max(len(cell.lines) for _, cell in heads) < _TOGETHER:
            return None
        return self._with(heads, first=self.first), self._with(tails, first=False)

    def _with(self, cells: list[tuple[float, Paragraph]], *, first: bool) -> Columns:
        return replace(self, cells=cells, first=first)

    def again(self, room: float) -> Columns | None:
        """The header to draw above this row at the head of a page; none where the row would find no room under it."""
        header = self.header
        if header is None or header.height + self.least() > room:
            return None
        cells = [(x, replace(cell, element=None)) for x, cell in header.cells]
        return replace(header, cells=cells, first=True, stays=True, header=None)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        if self.ruled:
            with canvas.marked(None):
                self._rule(canvas, x, top)
        for left, cell in self.cells:
            cell.draw(canvas, x + left, top - self.gap)

    def _rule(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.setStrokeColorRGB(*HAIR)
        canvas.setLineWidth(0.75)
        canvas.line(x, top - self.height, x + self.width, top - self.height)
        if self.first:
            canvas.line(x, top, x + self.width, top)


def _part(cell: Paragraph, lines: list[SetLine]) -> Paragraph:
    return replace(cell, lines=lines)


@dataclass(slots=True)
class Stack:
    """Pieces one under the other that belong together, with a bar beside them when they were added."""

    pieces: Sequence[Piece]
    bar: Colour | None = None
    bar_at: float = 0.0
    bar_width: float = 4.0
    inset: float = 0.0
    before: float = 0.0
    after: float = 0.0
    stays: bool = False

    @property
    def height(self) -> float:
        return stack_height(self.pieces)

    def least(self) -> float:
        count = next((n for n, piece in enumerate(self.pieces) if not piece.stays), 0)
        head, last = self.pieces[:count], self.pieces[count]
        return stack_height([*head, last]) - last.height + last.least()

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        head, tail = split_pieces(self.pieces, room)
        if not head or not tail:
            return None
        return self._with(head), self._with(tail)

    def _with(self, pieces: Sequence[Piece]) -> Stack:
        return replace(self, pieces=pieces)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        if self.bar is not None:
            with canvas.marked(None):
                self._draw_bar(canvas, self.bar, x + self.bar_at, top)
        for piece, down in placed(self.pieces):
            piece.draw(canvas, x + self.inset, top - down)

    def _draw_bar(self, canvas: TaggedCanvas, colour: Colour, x: float, top: float) -> None:
        height = self.height
        canvas.saveState()
        canvas.setFillColorRGB(*colour)
        canvas.rect(x, top - height, self.bar_width, height, stroke=0, fill=1)
        canvas.restoreState()


def placed(pieces: Sequence[Piece]) -> list[tuple[Piece, float]]:
    """How far under the top of a stack each piece begins; the space between two is the larger of theirs."""
    return list(_walk(pieces))


def _walk(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, float]]:
    down, after = 0.0, -inf
    for piece in pieces:
        if after > -inf:
            down += max(after, piece.before)
        yield piece, down
        down += piece.height
        after = piece.after


def stack_height(pieces: Sequence[Piece]) -> float:
    """The height of pieces set one under the other."""
    if not pieces:
        return 0.0
    last, down = placed(pieces)[-1]
    return down + last.height


def _first_over(pieces: Sequence[Piece], room: float) -> tuple[int, Piece | None, float]:
    for number, (piece, down) in enumerate(_walk(pieces)):
        if down + piece.height > room + 0.01:
            return number, piece, down
    return len(pieces), None, 0.0


def split_pieces(pieces: Sequence[Piece], room: float) -> tuple[list[Piece], list[Piece]]:
    """Share pieces between this page and the next: what fits into `room`, and the rest.

    A heading never ends a page: it goes over with what it names.
    """
    over, piece, down = _first_over(pieces, room)
    if piece is None:
        return list(pieces), []
    halves = piece.split(room - down) if room > down else None
    if halves is not None:
        return [*pieces[:over], halves[0]], [halves[1], *pieces[over + 1 :]]
    while over and pieces[over - 1].stays:
        over -= 1
    return list(pieces[:over]), list(pieces[over:])
