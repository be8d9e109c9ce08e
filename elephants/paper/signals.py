"""The three cards to hold up: go on, slow down, stop; each by a word and a shape (METHOD.md, Sensing, not deciding).

All lie on the same paper: nothing is said by colour, and there are no traffic lights (LOOK.md, Colour).
"""

from __future__ import annotations

from io import BytesIO

from elephants.paper.cutting import SAFE, corner, cut_marks
from elephants.paper.draw import draw_layers
from elephants.paper.fitting import largest
from elephants.paper.ink import INK, PAGE_HEIGHT, PAGE_WIDTH, SLATE, Style
from elephants.paper.layout import new_canvas
from elephants.paper.setting import draw_lines, set_words
from elephants.paper.tagging import Element, TaggedCanvas
from elephants.pictures import papers
from elephants.pictures.cut import cut_shape
from elephants.pictures.layers import Layer, Picture
from elephants.pictures.path import Path, Segment, polyline, rounded_box
from elephants.sessions.sensing.templates import TEMPLATES, Offer
from elephants.words import mark, tr

_GRID = (1, 3)  # columns and rows
_TALL = PAGE_HEIGHT / _GRID[1]
_SHAPE, _GAP = 196.0, 30.0
_SIZES = (58, 52, 46, 40, 34, 30, 26, 22, 18)
_MEANING = Style(18, 24, colour=SLATE)
_THICK = 0.075  # of a shape's lines


def _arrow() -> Layer:
    head = polyline([(0.56, 0.31), (0.76, 0.5), (0.56, 0.69)])
    return Layer(polyline([(0.24, 0.5), (0.74, 0.5)]) + head, None, papers.INK, _THICK)


def _wave() -> Layer:
    waves = Path()
    for y in (0.41, 0.59):
        turns = (Segment("C", (0.29, y - 0.14, 0.37, y - 0.14, 0.37 + 0.13, y)),
                 Segment("C", (0.63, y + 0.14, 0.71, y + 0.14, 0.78, y)))  # fmt: skip
        waves += Path((Segment("M", (0.22, y)), *turns))
    return Layer(waves, None, papers.INK, _THICK)


def _square() -> Layer:
    return Layer(rounded_box(0.31, 0.31, 0.38, 0.38, 0.04), papers.INK)


_SHAPES = (
    (_arrow, mark("An arrow that points on")),
    (_wave, mark("Two slow waves")),
    (_square, mark("A full square")),
)
"""The shape of each card and what it is called, in the order of the offers of the temperature check."""


def signals_pdf(language: str = "en") -> bytes:
    """Make one page of the three cards, to cut out; one for each of us is as many copies."""
    out = BytesIO()
    canvas = new_canvas(out, tr("Go on, slow down, stop"), language)
    listed = Element("L", canvas.story)
    canvas.setFillColorRGB(*INK)
    for place, offer in enumerate(TEMPLATES["temperature"].offers):
        _card(canvas, place, offer, Element("LBody", Element("LI", listed)))
    with canvas.marked(None):
        cut_marks(canvas, *_GRID)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _card(canvas: TaggedCanvas, place: int, offer: Offer, within: Element) -> None:
    """Draw a card: its shape on the left, its word and what it asks of us on the right."""
    x, y = corner(place, *_GRID)
    left, wide = x + SAFE + _SHAPE + _GAP, PAGE_WIDTH - 2 * SAFE - _SHAPE - _GAP
    style, lines = largest(tr(offer.words), _SIZES, wide, _TALL - 2 * SAFE - 80)
    meaning = set_words(tr(offer.meaning), _MEANING, wide)
    tall = len(lines) * style.leading + len(meaning) * _MEANING.leading
    top = y + _TALL / 2 + tall / 2
    with canvas.marked(Element("P", within)):
        draw_lines(canvas, lines, style, left, top)
    with canvas.marked(Element("P", within)):
        draw_lines(canvas, meaning, _MEANING, left, top - len(lines) * style.leading)
    shape, shows = _SHAPES[place]
    low = y + (_TALL - _SHAPE) / 2
    told = Element("Figure", within, alt=tr("Picture: {shows}", shows=tr(shows)))
    with canvas.marked(told, (x + SAFE, low, x + SAFE + _SHAPE, low + _SHAPE)):
        paper = Layer(cut_shape("signal"), papers.BUTTER)
        draw_layers(canvas, Picture(1, 1, (paper, shape())), x + SAFE, low, _SHAPE, _SHAPE)
