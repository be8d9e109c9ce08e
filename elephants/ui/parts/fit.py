"""Fits words into a room's screen: as large as they go, evenly broken, in pages rather than smaller or cut."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QFont, QFontMetricsF

LEADING = 1.22
_MEASURE = 100
# Kerning across a space and rounding of glyphs: the whole line may be a hair wider than its words added up.
_SLACK = 1.004
# One line fewer is worth a type this much smaller: no word is left alone on a line.
_TIGHTER = 0.9


@dataclass(frozen=True)
class Rule:
    """How lines are set: the leading as a multiple of the size, and how far down (pixels) a word may be kept whole."""

    leading: float = LEADING
    floor: float | None = None


_PLAIN = Rule()


@dataclass(frozen=True)
class Fitted:
    """Words broken into lines at one size in pixels, the lines dealt into pages."""

    size: float
    pages: tuple[tuple[str, ...], ...]
    leading: float = LEADING

    @property
    def lines(self) -> tuple[str, ...]:
        """All lines of all pages."""
        return tuple(line for page in self.pages for line in page)

    def height(self, page: int = 0) -> float:
        """Tell how tall one page's lines are together, in pixels."""
        return len(self.pages[page]) * self.size * self.leading


@lru_cache(maxsize=4096)
def _unit(word: str, font_key: str) -> float:
    font = QFont()
    font.fromString(font_key)
    font.setPixelSize(_MEASURE)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return QFontMetricsF(font).horizontalAdvance(word) * _SLACK / _MEASURE


def clusters(word: str) -> list[str]:
    """Cut a word into what a reader sees as letters, so that no accent or joined sign is torn apart."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, word)
    units, found, start = word.encode("utf-16-le", "surrogatepass"), list[str](), 0
    while (end := finder.toNextBoundary()) != -1:
        found.append(units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass"))
        start = end
    return found


def fit(
    text: str,
    font: QFont,
    width: float,
    height: float,
    largest: float,
    smallest: float,
    rule: Rule = _PLAIN,
) -> Fitted:
    """Find the largest size at which the text stands whole in width x height (pixels).

    What does not fit at the smallest size comes in pages; a word too long for a line is then broken.
    No character is lost and nothing is smaller than `smallest` (LOOK.md, Type), but for the rule's floor.
    """
    return _fit(text, font.toString(), width, height, largest, smallest, rule)


@lru_cache(maxsize=256)  # the question and what stands below it are there at each drawing
def _fit(
    text: str, key: str, width: float, height: float, largest: float, smallest: float, rule: Rule
) -> Fitted:  # fmt: skip
    leading, floor = rule.leading, min(smallest, rule.floor or smallest)
    size = max(largest, smallest)
    while size > smallest:
        lines = _break(text, key, width / size, split=False)
        if lines is not None and len(lines) * size * leading <= height:
            return _tightened(text, key, width, Fitted(size, (tuple(lines),), leading), smallest)
        size = max(smallest, size * 0.96)
    size = _whole(text, key, width, size, floor)
    lines = _break(text, key, width / size, split=True) or [""]
    room = max(1, int(height / (size * leading) + 1e-6))
    pages = tuple(tuple(lines[i : i + room]) for i in range(0, len(lines), room))
    return Fitted(size, pages, leading)


def splits(text: str, font: QFont, width: float, size: float) -> bool:
    """Tell whether a word of the text is too long for a line of this width at this size."""
    key = font.toString()
    return any(_unit(word, key) > width / size for word in text.split())


def _whole(text: str, key: str, width: float, size: float, floor: float) -> float:
    """Go down from the smallest size to the floor, as far as the longest word needs to stay whole."""
    while size > floor and _break(text, key, width / size, split=False) is None:
        size = max(floor, size * 0.96)
    return size


def _tightened(text: str, key: str, width: float, found: Fitted, smallest: float) -> Fitted:
    """Take a little off the size where that saves a line."""
    for tenth in range(1, 6 if len(found.lines) > 1 else 0):
        size = max(smallest, found.size * (1 - (1 - _TIGHTER) * tenth / 5))
        lines = _break(text, key, width / size, split=False)
        if lines is not None and len(lines) < len(found.lines):
            return Fitted(size, (tuple(lines),), found.leading)
    return found


def break_lines(text: str, font: QFont, width: float, size: float) -> list[str]:
    """Break text into even lines at one size, splitting words that are too long for a line."""
    return list(_broken(text, font.toString(), width / size))


@lru_cache(maxsize=1024)  # a line more on the screen leaves all the others as they were
def _broken(text: str, key: str, width: float) -> tuple[str, ...]:
    return tuple(_break(text, key, width, split=True) or [""])


def _break(text: str, key: str, width: float, *, split: bool) -> list[str] | None:
    """Break each paragraph evenly; width in units of the type size; None when a word is too long and stays whole."""
    found: list[str] = []
    for paragraph in text.splitlines() or [""]:
        words = [piece for word in paragraph.split() for piece in _pieces(word, key, width, split=split)]
        if not split and any(_unit(word, key) > width for word in words):
            return None
        found.extend(_even(words, key, width))
    return found


def _pieces(word: str, key: str, width: float, *, split: bool) -> list[str]:
    if not split or _unit(word, key) <= width:
        return [word]
    pieces, piece = list[str](), ""
    for letter in clusters(word):
        if piece and _unit(piece + letter, key) > width:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]


def _greedy(widths: list[float], space: float, width: float) -> list[int]:
    """Count how many words go on each line."""
    counts, used = [0], 0.0
    for wide in widths:
        if counts[-1] and used + space + wide > width:
            counts.append(0)
            used = 0.0
        used += wide + (space if counts[-1] else 0.0)
        counts[-1] += 1
    return counts


def _even(words: list[str], key: str, width: float) -> list[str]:
    """Break words at the narrowest width that keeps the number of lines, so that no line is left with one word."""
    widths, space = [_unit(word, key) for word in words], _unit(" ", key)
    number, low, high = len(_greedy(widths, space, width)), 0.0, width
    for _ in range(12 if number > 1 else 0):
        middle = (low + high) / 2
        fits = middle >= max(widths) and len(_greedy(widths, space, middle)) <= number
        low, high = (low, middle) if fits else (middle, high)
    lines, start = list[str](), 0
    for count in _greedy(widths, space, high):
        lines.append(" ".join(words[start : start + count]))
        start += count
    return lines
