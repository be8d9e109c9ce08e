"""One story card on paper: its face with picture, words and a line below, and its back."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from elephants.paper.cutting import SAFE as SAFE
from elephants.paper.draw import draw_layers
from elephants.paper.fitting import even
from elephants.paper.ink import INK, PAGE_HEIGHT, PAGE_WIDTH, SLATE, Style
from elephants.paper.marks import draw_logo
from elephants.paper.setting import SetLine, draw_lines, set_words
from elephants.paper.stamps import HALF, stamp
from elephants.paper.story import figure
from elephants.paper.tagging import Element, TaggedCanvas
from elephants.pictures.cutpaper import card_picture
from elephants.pictures.library import named, on_card
from elephants.sessions.decks.deck import Card
from elephants.words import tr

WIDE, TALL = PAGE_WIDTH / 2, PAGE_HEIGHT / 2
_SHAPE = 1.2  # of the picture, wide to high
_STEPS = (
    (21.5, 1.0), (20.0, 1.0), (18.5, 1.0), (17.0, 1.0), (15.5, 1.0), (15.5, 0.5), (14.0, 0.5), (12.5, 0.5), (11.0, 0.5),
    (11.0, 0.0), (10.0, 0.0), (9.0, 0.0),
)  # fmt: skip
"""The size of the letters in points and of the picture as a share: beside long words the picture gives way."""
_FOOT = 34.0
_BELOW = Style(10.5, 14.0, colour=SLATE)


def draw_face(canvas: TaggedCanvas, card: Card, language: str, x: float, y: float, within: Element) -> None:
    """Draw the face of a card with its lower left corner at `x`, `y`: the larger the words may be, the better.

    `within` is the card for a reader, who hears the words first, then what the picture shows.
    """
    inside = WIDE - 2 * SAFE
    style, lines, picture = _fitted(card, language, inside)
    top = y + TALL - SAFE
    wide = inside * picture
    tall = wide / _SHAPE
    canvas.setFillColorRGB(*INK)
    with canvas.marked(Element("P", within)):
        draw_lines(canvas, lines, style, x + SAFE, top - tall - (style.size * 0.75 if wide else 0))
    if wide:
        name = named(on_card(card.picture, card.prompt(language), language)).name
        with canvas.marked(figure(name, within), (x + SAFE, top - tall, x + SAFE + wide, top)):
            _picture(canvas, name, x + SAFE, top - tall, wide)
    _foot(canvas, x + SAFE, y + SAFE + 7, inside)


def _foot(canvas: TaggedCanvas, x: float, y: float, inside: float) -> None:
    """What stands below on every card, on the page only: said seventy times it would be in the way."""
    words = set_words(tr("Tell as much or as little as you like."), _BELOW, inside - 26)
    with canvas.artifact("Footer"):
        draw_logo(canvas, x + 9, y, 18)
        draw_lines(canvas, words, _BELOW, x + 26, y + _BELOW.leading / 2)


def draw_back(canvas: TaggedCanvas, x: float, y: float) -> None:
    """Draw the back of a card: the circle of chairs, and the name of the game; the same for every card."""
    draw_logo(canvas, x + WIDE / 2, y + TALL / 2 + 20, 120)
    style = Style(16, 20, bold=True)
    lines = set_words(tr("More than One Story"), style, WIDE - 2 * SAFE)
    down = y + TALL / 2 - 62
    canvas.setFillColorRGB(*INK)
    for line in lines:
        draw_lines(canvas, [line], style, x + (WIDE - line.width) / 2, down)
        down -= style.leading


def longest_that_fits(card: Card, language: str) -> bool:
    """Whether all the words of a card stand on it."""
    size, picture = _STEPS[-1]
    inside = WIDE - 2 * SAFE
    return len(set_words(card.prompt(language), _style(size), inside)) <= _lines(inside, size, picture)


def _fitted(card: Card, language: str, inside: float) -> tuple[Style, list[SetLine], float]:
    """Find the largest letters with the largest picture; words beyond the smallest are cut, and the card says so."""
    words = card.prompt(language)
    for size, picture in _STEPS:
        style, most = _style(size), _lines(inside, size, picture)
        lines = set_words(words, style, inside)
        if len(lines) <= most:
            return style, even(words, style, inside, len(lines)), picture
    ends = set_words(tr("(more words than a card can hold)"), style, inside)
    return style, [*lines[: most - len(ends)], *ends], picture


def _style(size: float) -> Style:
    return Style(size, size * 1.24, bold=True)


def _lines(inside: float, size: float, picture: float) -> int:
    """How many lines of a size stand between the picture and the foot."""
    free = TALL - 2 * SAFE - inside * picture / _SHAPE - size * 0.75 - _FOOT
    return int(free // (size * 1.24))


def _picture(canvas: Canvas, name: str, x: float, y: float, wide: float) -> None:
    def draw(on: Canvas) -> None:
        tall = 2 * HALF / _SHAPE
        draw_layers(on, card_picture(name, _SHAPE, 1.0), -HALF, -tall / 2, 2 * HALF, tall)

    stamp(canvas, f"card-{name}", draw, x + wide / 2, y + wide / _SHAPE / 2, wide / 2)
