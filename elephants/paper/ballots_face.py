"""One ballot slip: the question, a row for each option, all alike, and how to fold it."""

from __future__ import annotations

from dataclasses import dataclass

from elephants.paper.cutting import SAFE
from elephants.paper.fitting import even
from elephants.paper.ink import INK, PAGE_HEIGHT, PAGE_WIDTH, SLATE, Style
from elephants.paper.setting import SetLine, draw_lines, set_words
from elephants.paper.show import draw_picture
from elephants.paper.story import figure
from elephants.paper.tagging import Element, Kind, TaggedCanvas
from elephants.words import tr

_LETTER, _BOX, _GAP = 18.0, 21.0, 9.0
_FOOT = Style(11.5, 15, colour=SLATE)
_ROOM = 7.0  # at least, between two rows
_WRITE = 30.0  # for a hand above a line
_LONGEST_QUESTION = 8  # lines


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen: its letter, its words, or none for a line to write on, and the name of its picture."""

    letter: str
    words: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """What stands on every slip of a page; without a question it has a line for it."""

    question: str
    offered: tuple[Offered, ...]


@dataclass(slots=True)
class SetSlip:
    """A slip set in one size: its measures in points, and whether all of its words stand on it."""

    slip: Slip
    grid: tuple[int, int]
    style: Style
    heading: Style
    picture: float
    question: list[SetLine]
    rows: list[list[SetLine]]
    foot: list[SetLine]
    whole: bool = True

    @property
    def tall(self) -> float:
        """How high the slip is."""
        return PAGE_HEIGHT / self.grid[1]

    @property
    def inside(self) -> float:
        """How wide its words and boxes are together."""
        return PAGE_WIDTH / self.grid[0] - 2 * SAFE

    @property
    def free(self) -> float:
        """The height there is for the rows."""
        to_write = 0.0 if self.slip.question else _WRITE
        taken = len(self.question) * self.heading.leading + to_write + len(self.foot) * _FOOT.leading
        return self.tall - 2 * SAFE - taken - 2 * _ROOM

    def row(self, number: int) -> float:
        """The least height of a row."""
        return max(self.picture, _BOX, len(self.rows[number]) * self.style.leading) + _ROOM


def fits(slip: Slip, grid: tuple[int, int], size: float, picture: float) -> SetSlip:
    """Set a slip with so many columns and rows of slips on a page; `whole` says whether all words stand on it.

    Where the page is one slip, what is too much is cut, and says so.
    """
    inside = PAGE_WIDTH / grid[0] - 2 * SAFE
    style, heading = Style(size, size * 1.22), Style(size + 1.5, (size + 1.5) * 1.22, bold=True)
    words = inside - _LETTER - picture - _BOX - 3 * _GAP
    rows = [_even(one.words, style, words) for one in slip.offered]
    question = _even(slip.question or tr("What do we choose?"), heading, inside)
    how = tr("Mark one box, or none to pass. Fold it with the words inside, so that nobody sees.")
    made = SetSlip(slip, grid, style, heading, picture, question, rows, set_words(how, _FOOT, inside))
    broken = any(line.broken for lines in (question, *rows) for line in lines)
    alone = grid == (1, 1)
    too_tall = made.free < sum(map(made.row, range(len(rows)))) or len(question) > _LONGEST_QUESTION
    made.whole = not too_tall and (alone or not broken)
    if too_tall and alone:
        _cut(made, words)
    return made


def draw_slip(canvas: TaggedCanvas, slip: SetSlip, x: float, y: float, story: Element | None) -> None:
    """Draw a slip with its lower left corner at `x`, `y`; `story` is what a reader hears, None for a copy."""
    left, top = x + SAFE, y + slip.tall - SAFE
    with canvas.marked(_within(story, "H1")):
        draw_lines(canvas, slip.question, slip.heading, left, top)
    top -= len(slip.question) * slip.heading.leading
    if not slip.slip.question:
        top -= _WRITE
        _line(canvas, left, top, slip.inside)
    top -= _ROOM
    listed = _within(story, "L")
    spare = (slip.free - sum(map(slip.row, range(len(slip.rows))))) / len(slip.rows)
    for number in range(len(slip.rows)):
        height = slip.row(number) + max(0.0, min(spare, slip.picture * 0.6))
        _row(canvas, slip, number, (left, top - height / 2), _within(listed, "LI"))
        top -= height
    with canvas.marked(_within(story, "P")):
        draw_lines(canvas, slip.foot, _FOOT, left, y + SAFE + len(slip.foot) * _FOOT.leading)


def _row(canvas: TaggedCanvas, slip: SetSlip, number: int, at: tuple[float, float], within: Element | None) -> None:
    """Draw a row whose middle is at `at`: the box to mark, letter, picture, words; all close together."""
    offered, lines, style = slip.slip.offered[number], slip.rows[number], slip.style
    x, middle = at
    with canvas.marked(None):
        canvas.setStrokeColorRGB(*INK)
        canvas.setLineWidth(1.4)
        canvas.roundRect(x, middle - _BOX / 2, _BOX, _BOX, 3, stroke=1, fill=0)
    letter = Style(max(style.size, 12), max(style.leading, 14), bold=True)
    side = x + _BOX + _GAP
    with canvas.marked(_within(within, "Lbl")):
        draw_lines(canvas, set_words(offered.letter, letter, 40), letter, side, middle + letter.leading / 2)
    side += _LETTER + _GAP
    body = _within(within, "LBody")
    if not lines:
        if body is not None:
            body.place()
        _line(canvas, side, middle - 9, x + slip.inside - side)
        return
    with canvas.marked(_within(body, "P")):
        draw_lines(canvas, lines, style, side + slip.picture + _GAP, middle + len(lines) * style.leading / 2)
    shown = figure(offered.picture, body) if body is not None else None
    low, end = middle - slip.picture / 2, side + slip.picture
    with canvas.marked(shown, (side, low, end, low + slip.picture)):
        draw_picture(canvas, offered.picture, side, low, slip.picture)


def _cut(made: SetSlip, width: float) -> None:
    """Let every row have the same share of the page, and say where words are missing."""
    more = set_words(tr("(more words than a slip can hold)"), made.style, width)
    made.question = made.question[:_LONGEST_QUESTION]
    most = max(int((made.free / len(made.rows) - _ROOM) / made.style.leading), len(more) + 1)
    made.rows = [lines if len(lines) <= most else [*lines[: most - len(more)], *more] for lines in made.rows]


def _even(words: str, style: Style, width: float) -> list[SetLine]:
    return even(words, style, width, len(set_words(words, style, width)))


def _within(parent: Element | None, kind: Kind) -> Element | None:
    """An element in the structure; none on a copy, which nobody has to hear again."""
    return Element(kind, parent) if parent is not None else None


def _line(canvas: TaggedCanvas, x: float, y: float, wide: float) -> None:
    with canvas.marked(None):
        canvas.setStrokeColorRGB(*SLATE)
        canvas.setLineWidth(1)
        canvas.line(x, y, x + wide, y)
