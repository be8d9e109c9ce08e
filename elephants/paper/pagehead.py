"""The head and the foot of every page: whose paper it is, whether it is read back, and which page this is."""

from __future__ import annotations

from elephants.paper import fonts
from elephants.paper.document import Document
from elephants.paper.ink import INK, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, SLATE, WHITE, Style
from elephants.paper.marks import draw_logo
from elephants.paper.setting import SetLine, draw_lines, set_words
from elephants.paper.tagging import TaggedCanvas
from elephants.words import tr

_LOGO = 24.0
_MIDDLE = PAGE_HEIGHT - 57.0
_FOOT = 41.0
_SPACE = Style(12.5, 16, bold=True)
_KIND = Style(12, 16, colour=SLATE)
_DRAFT = Style(12, 16, bold=True)
_ONLY = Style(17, 22, bold=True, colour=WHITE)
_IN_BAND = Style(12, 16, colour=WHITE)
_SMALL = Style(11, 16, colour=SLATE)
_MORE_THAN_A_LINE = 600  # letters: all that is looked at, on every page, of a name that is far too long
_SMALL_BOLD = Style(11, 16, bold=True)


def draft_words() -> str:
    """What every page and file name says until the room has agreed (METHOD.md, Read-back and papers)."""
    return tr("Draft, not yet read back")


def draw_head(canvas: TaggedCanvas, document: Document) -> None:
    """Draw the logo and the space on the left; on the right the kind of paper, and whether it is a draft.

    What is only for somebody has a heavy band with those words in their place.
    """
    if document.only:
        _draw_band(canvas, document)
        return
    draw_logo(canvas, MARGIN + _LOGO / 2, _MIDDLE, _LOGO)
    right = PAGE_WIDTH - MARGIN
    if document.draft:
        right = _draft_mark(canvas, right) - 10
    kind = _one_line(document.kind, _KIND, 180)
    draw_lines(canvas, [kind], _KIND, 0, _MIDDLE + _KIND.leading / 2, right)
    left = MARGIN + _LOGO + 9
    space = _one_line(document.space, _SPACE, right - kind.width - 14 - left)
    draw_lines(canvas, [space], _SPACE, left, _MIDDLE + _SPACE.leading / 2)


def _draw_band(canvas: TaggedCanvas, document: Document) -> None:
    """Draw the band across the head of the page and a bar down its side: dark on paper, whatever the printer."""
    left, right, tall = MARGIN - 22, PAGE_WIDTH - MARGIN + 22, 42.0
    low = _MIDDLE - tall / 2 + 4
    canvas.setFillColorRGB(*INK)
    canvas.rect(left, low, right - left, tall, stroke=0, fill=1)
    canvas.rect(left, _FOOT - 10, 7, low - _FOOT + 10, stroke=0, fill=1)
    kind = _one_line(document.kind, _IN_BAND, 180)
    middle = low + tall / 2
    draw_lines(canvas, [kind], _IN_BAND, 0, middle + _IN_BAND.leading / 2, PAGE_WIDTH - MARGIN)
    only = _one_line(document.only, _ONLY, PAGE_WIDTH - 2 * MARGIN - kind.width - 14)
    draw_lines(canvas, [only], _ONLY, MARGIN, middle + _ONLY.leading / 2)


def _draft_mark(canvas: TaggedCanvas, right: float) -> float:
    line = _one_line(draft_words(), _DRAFT, 260)
    pad, height = 8.0, 22.0
    left = right - line.width - 2 * pad
    canvas.setStrokeColorRGB(*INK)
    canvas.setLineWidth(1.2)
    canvas.roundRect(left, _MIDDLE - height / 2, right - left, height, 6, stroke=1, fill=0)
    draw_lines(canvas, [line], _DRAFT, left + pad, _MIDDLE + _DRAFT.leading / 2)
    return left


def draw_foot(canvas: TaggedCanvas, document: Document, number: int, count: int, *, turn_over: bool) -> None:
    """Draw space and date on the left, the page on the right; below, which version of the record it is, and its code.

    Easy reading says when there is another side.
    """
    page = tr("Page {number} of {count}", number=number, count=count)
    style = _SMALL
    if turn_over:
        style = _SMALL_BOLD
        if number < count:
            page = tr("Page {number} of {count}. Please turn over.", number=number, count=count)
    line = _one_line(page, style, 240)
    right = PAGE_WIDTH - MARGIN
    middle = _FOOT + _SMALL.leading / 2 if document.check else _FOOT
    draw_lines(canvas, [line], style, 0, middle + style.leading / 2, right)
    left = _one_line(document.footer, _SMALL, right - MARGIN - line.width - 14)
    draw_lines(canvas, [left], _SMALL, MARGIN, middle + _SMALL.leading / 2)
    if document.check:
        check = _one_line(document.check, _SMALL, right - MARGIN)
        draw_lines(canvas, [check], _SMALL, MARGIN, middle - _SMALL.leading / 2)


def _one_line(words: str, style: Style, width: float) -> SetLine:
    """Set words on one line; what does not fit ends in an ellipsis."""
    words = words[:_MORE_THAN_A_LINE]
    lines = set_words(words, style, width)
    if len(lines) <= 1:
        return lines[0] if lines else SetLine()
    ellipsis = "\u2026"
    short = set_words(words, style, width - fonts.body(bold=style.bold).width(ellipsis, style.size))[0]
    return set_words("".join(part.words for part in short.stretches).rstrip() + ellipsis, style, width)[0]
