"""The pieces a page is built of: each knows its height, how to draw itself, and where it may be cut in two.

Heights and places are in points; `top` is the upper edge, measured up from the foot of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import Protocol

from reportlab.pdfgen.canvas import Canvas

from elephants.paper.ink import HAIR, Style
from elephants.paper.marks import Mark, draw_mark
from elephants.paper.setting import SetLine, draw_lines

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

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Put it on the page."""


@dataclass(slots=True)
class Paragraph:
    """Lines of words, with a mark before the first one where it is a line of a list."""

    lines: list[SetLine]
    style: Style
    indent: float = 0.0
    mark: Mark = ""
    stays: bool = False
    right: float = 0.0
    begun: bool = False

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
        tail = Paragraph(self.lines[count:], self.style, self.indent, self.mark, self.stays, self.right, begun=True)
        return Paragraph(self.lines[:count], self.style, self.indent, self.mark, False, self.right, self.begun), tail

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        if self.mark and not self.begun:
            draw_mark(canvas, self.mark, self.style, x, top)
        right = x + self.right if self.right else 0.0
        draw_lines(canvas, self.lines, self.style, x + self.indent, top, right)


@dataclass(slots=True)
class Columns:
    """One row of a table: paragraphs side by side, each at its own distance from the left, in points."""

    cells: list[tuple[float, Paragraph]]
    gap: float
    ruled: bool = False
    first: bool = False
    stays: bool = False
    before: float = 0.0
    after: float = 0.0
    width: float = 0.0

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
        return Columns(cells, self.gap, self.ruled, first, self.stays, self.before, self.after, self.width)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        if self.ruled:
            canvas.setStrokeColorRGB(*HAIR)
            canvas.setLineWidth(0.75)
            canvas.line(x, top - self.height, x + self.width, top - self.height)
            if self.first:
                canvas.line(x, top, x + self.width, top)
        for left, cell in self.cells:
            cell.draw(canvas, x + left, top - self.gap)


def _part(cell: Paragraph, lines: list[SetLine]) -> Paragraph:
    return Paragraph(lines, cell.style, cell.indent, cell.mark, cell.stays, cell.right)


@dataclass(slots=True)
class Stack:
    """Pieces one under the other that belong together, with a bar beside them when they were added."""

    pieces: Sequence[Piece]
    bar: tuple[float, float, float] | None = None
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
        return Stack(pieces, self.bar, self.bar_at, self.bar_width, self.inset, self.before, self.after)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        if self.bar is not None:
            height = self.height
            canvas.saveState()
            canvas.setFillColorRGB(*self.bar)
            canvas.rect(x + self.bar_at, top - height, self.bar_width, height, stroke=0, fill=1)
            canvas.restoreState()
        for piece, down in placed(self.pieces):
            piece.draw(canvas, x + self.inset, top - down)


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
