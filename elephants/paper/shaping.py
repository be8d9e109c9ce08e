"""Gives scripts whose letters join, stack or change places their glyphs: Hindi, Bengali, Arabic, marks over Latin.

HarfBuzz finds glyphs and places; ReportLab draws them (PAPER.md, Fonts and languages). A glyph that is no letter's gets
a letter of the private area, for its file knows glyphs only by letters; what they stand for is told by ActualText.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import count
from typing import Any

import uharfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr

_SHAPED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u109f\u135d-\u135f\u1700-\u1c8f\u1cd0-\u1cff\u1dc0-\u1dff"
    "\u200c\u200d\u20d0-\u20ff\ua640-\ua69f\ua8e0-\ua8ff\ufb1d-\ufdff\ufe20-\ufe2f\ufe70-\ufefc]"
)
_JOINERS = "\u200c\u200d"
_LONGEST_STACK = 24  # letters that stay together in one line; no script stacks more
_PRIVATE = 0xE000


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Words as they will be drawn, from left to right, and how wide that is in thousandths of the size."""

    drawn: str
    width: float


@dataclass(frozen=True, slots=True)
class _Shaper:
    """A font that HarfBuzz can ask, the letter by which each of its glyphs is known in the file, and its width."""

    font: uharfbuzz.Font
    signs: list[tuple[str, float]]
    space: float
    scale: float


def needed(words: str) -> bool:
    """Whether these words hold letters that do not simply stand side by side."""
    return _SHAPED.search(words) is not None


@lru_cache(4096)
def glyphs(name: str, words: str, *, backwards: bool = False) -> Glyphs:
    """Shape words of one direction in a font that is loaded and has their letters."""
    shaper = _shaper(name)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(words)
    buffer.direction = "rtl" if backwards else "ltr"
    buffer.guess_segment_properties()
    uharfbuzz.shape(shaper.font, buffer)
    letters, places, wide, scale = [], [], 0.0, shaper.scale
    if buffer.glyph_positions and buffer.glyph_positions[0].y_offset:
        letters.append(" ")  # the library cannot begin with a raised glyph: a space that takes no room
        places.append(ShapeData(buffer.glyph_infos[0].cluster, 0, 0, 0, 0, shaper.space))
    for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        letter, own = shaper.signs[glyph.codepoint]
        advance = place.x_advance * scale
        letters.append(letter)
        places.append(ShapeData(glyph.cluster, advance, 0, place.x_offset * scale, place.y_offset * scale, own))
        wide += advance
    drawn = ShapedStr("".join(letters))
    vars(drawn)["__shapeData__"] = places  # what the library draws by
    return Glyphs(drawn, wide)


def clusters(words: str) -> Iterator[str]:
    """Cut words where a line may be cut: a letter keeps its marks, and letters that melt into one stay together."""
    ready, melts = "", False
    for letter in words:
        mark = letter in _JOINERS or unicodedata.category(letter)[0] == "M"
        if ready and not mark and not (melts and len(ready) < _LONGEST_STACK):
            yield ready
            ready = ""
        ready += letter
        melts = unicodedata.combining(letter) == 9 or (melts and letter in _JOINERS)
    if ready:
        yield ready


@cache
def _shaper(name: str) -> _Shaper:
    loaded: Any = pdfmetrics.getFont(name)
    inner = loaded.face
    font = uharfbuzz.Font(loaded.hbFace)
    scale = 1000 / font.face.upem
    free = (code for code in count(_PRIVATE) if code not in inner.charToGlyph)
    signs = [("\x00", 0.0)]
    for glyph in range(1, font.face.glyph_count):
        known = [code for code in inner.glyphToChar.get(glyph, ()) if 0x20 < code < 0x10000 and code != 0xA0]
        width = font.get_glyph_h_advance(glyph) * scale
        if not known and glyph != inner.charToGlyph.get(0x20):
            known = [next(free)]
            inner.charToGlyph[known[0]], inner.charWidths[known[0]] = glyph, width
        signs.append((chr(known[0]) if known else " ", width))
    return _Shaper(font, signs, float(inner.charWidths[0x20]), scale)
