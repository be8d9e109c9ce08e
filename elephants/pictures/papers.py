"""The colours of the papers and of the ink: one place for every picture (LOOK.md, Cut paper and Colour).

A paper carries no meaning. All options of a vote lie on butter.
"""

from __future__ import annotations

from typing import Final

BUTTER: Final = "#F6CB62"
BRICK: Final = "#E59E7E"
SAGE: Final = "#9FC29B"
LAKE: Final = "#A3C8DB"
CREAM: Final = "#FFF1CF"
BODY: Final = "#FFFBF2"  # the cream of a drawing's body: lighter than the paper behind it, so the drawing comes forward
INK: Final = "#1F2A32"
SUN: Final = "#F2B632"
WHITE: Final = "#FFFFFF"
LINE: Final = "#8A8377"
SLATE: Final = "#4A5A66"

PAPERS: Final = {"butter": BUTTER, "brick": BRICK, "sage": SAGE, "lake": LAKE, "cream": CREAM}
_TOO_CLOSE_IN_GREY: Final = frozenset({"sage", "brick"})


def go_together(wall: str, ground: str) -> bool:
    """Say whether two papers can be a card's wall and ground: two different ones, and never sage with brick.

    Cream is neither: it is the light between them.
    """
    pair = {wall, ground}
    return len(pair) == 2 and pair <= PAPERS.keys() - {"cream"} and pair != _TOO_CLOSE_IN_GREY


PAIRS: Final = tuple((wall, ground) for wall in PAPERS for ground in PAPERS if go_together(wall, ground))


def luminance(colour: str) -> float:
    """The relative luminance of `#RRGGBB`, 0 to 1 (WCAG): for contrast, and for what a grey printer sees."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast between two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
