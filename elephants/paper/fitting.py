"""Finds how large words may be in a place of their own: as large as they fit, broken evenly, no word cut in two."""

from __future__ import annotations

from collections.abc import Sequence

from elephants.paper.ink import Style
from elephants.paper.setting import SetLine, set_words

_SHORT = 6  # lines that are broken evenly; a longer text is read as one
_WHOLE_ABOVE = 16.0  # points: larger letters never break a word; smaller ones may, or a name would be lost


def largest(
    words: str, sizes: Sequence[float], width: float, height: float, *, leading: float = 1.2
) -> tuple[Style, list[SetLine]]:
    """Set words in the largest bold of these sizes that fits into a place; in the last one what is too much is cut.

    Sizes are in points, the largest first.
    """
    for size in sizes:
        style = Style(size, size * leading, bold=True)
        lines = set_words(words, style, width)
        broken = size > _WHOLE_ABOVE and any(line.broken for line in lines)
        if len(lines) * style.leading <= height and not broken:
            return style, even(words, style, width, len(lines))
    return style, lines[: max(1, int(height / style.leading))]


def even(words: str, style: Style, width: float, lines: int) -> list[SetLine]:
    """Break lines evenly: the narrowest width that keeps their number, so that no word stands alone at the end."""
    least, most = width * 0.5, width
    for _ in range(5 if 1 < lines <= _SHORT else 0):
        middle = (least + most) / 2
        set_here = set_words(words, style, middle)
        if len(set_here) > lines or any(line.broken for line in set_here):
            least = middle
        else:
            most = middle
    return set_words(words, style, most)
