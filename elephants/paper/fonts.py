"""Chooses the font for every run of characters, so that no letter prints as an empty box (PAPER.md, Fonts).

Atkinson Hyperlegible first, Andika next, then whatever else lies in `assets/fonts`. What no font can draw is spelled
out in words, and told to whoever made the paper.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from elephants.places import asset
from elephants.words import tr

_MOST_KNOWN = 20_000
_FIRST = ("AtkinsonHyperlegible", "Andika")
_NOT_FOR_PAPER = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
_JOINS_ONLY = re.compile("[\u200b-\u200d\u2060\ufe00-\ufe0f]")
_AGAIN = re.compile(r"(\([^()]{1,60}\))(?: ?\1)+")  # said once, not once a letter
_SPACES = re.compile(r"[^\S\u00a0]+")


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One font file: the characters it can draw and how wide each is, in thousandths of its size."""

    name: str
    widths: dict[int, float]
    ascent: float
    descent: float
    known: dict[str, float]  # words measured before: people use the same ones again and again

    def width(self, words: str, size: float) -> float:
        """How wide these words are at a size in points; they must be words this face can draw."""
        widths = self.widths
        return sum([widths[ord(letter)] for letter in words]) * size / 1000

    def word_width(self, word: str) -> float:
        """How wide one word is, in thousandths of the size."""
        wide = self.known.get(word)
        if wide is None:
            if len(self.known) > _MOST_KNOWN:
                self.known.clear()
            widths = self.widths
            wide = self.known[word] = sum([widths[ord(letter)] for letter in word])
        return wide


@cache
def _file_names() -> tuple[str, ...]:
    names = sorted(path.stem for path in asset("fonts").glob("*.ttf"))
    return tuple(sorted(names, key=lambda name: next((n for n, f in enumerate(_FIRST) if name.startswith(f)), 9)))


@cache
def face(name: str) -> Face:
    """Load one font, once for this process; its file name is its name."""
    font = TTFont(name, str(asset("fonts", f"{name}.ttf")))
    pdfmetrics.registerFont(font)
    inner = font.face
    usual = float(inner.defaultWidth or 0)
    widths = {code: float(inner.charWidths.get(code, usual)) for code in inner.charToGlyph if code < 0x10000}
    widths[0xA0] = widths.get(0x20, usual)
    return Face(name, widths, float(inner.ascent) / 1000, float(inner.descent) / 1000, {})


@cache
def families(*, bold: bool) -> tuple[str, ...]:
    """The font files to ask for a letter, in order; a family without a bold face gives its regular one."""
    regular = [name for name in _file_names() if not name.endswith(("-Bold", "Italic"))]
    if not bold:
        return tuple(regular)
    names = _file_names()
    return tuple(better if (better := name.removesuffix("-Regular") + "-Bold") in names else name for name in regular)


def body(*, bold: bool = False) -> Face:
    """The face of plain words."""
    return face(families(bold=bold)[0])


@cache
def _face_of(letter: str, bold: bool) -> Face | None:
    return next((found for name in families(bold=bold) if ord(letter) in (found := face(name)).widths), None)


def faces_of(words: str, *, bold: bool) -> list[tuple[Face, str]]:
    """Cut words into runs that one font can draw; `words` come from `drawable`, so every letter has a font."""
    first = body(bold=bold)
    if first.widths.keys() >= set(map(ord, words)):
        return [(first, words)]
    runs = groupby(words, key=lambda letter: _face_of(letter, bold) or first)
    return [(found, "".join(letters)) for found, letters in runs]


@cache
def _plain_letters() -> frozenset[str]:
    both = body().widths.keys() & body(bold=True).widths.keys()
    return frozenset(chr(code) for code in both if unicodedata.category(chr(code)) not in (*_NOT_FOR_PAPER, "Mn"))


def in_first_face(words: str) -> bool:
    """Whether the first family, bold or not, has every letter; most words of most papers."""
    return _plain_letters().issuperset(words)


def drawable(words: str) -> str:
    """Give words that these fonts can draw: white space made single, marks nobody sees gone, the rest spelled out."""
    if _plain_letters().issuperset(words):
        return words
    words = unicodedata.normalize("NFC", _JOINS_ONLY.sub("", _SPACES.sub(" ", words)))
    return _AGAIN.sub(r"\1", _SPACES.sub(" ", "".join(_letter_or_words(letter) for letter in words)))


def missing(texts: Iterable[str]) -> list[str]:
    """The letters in these texts that no bundled font has, each once, for a warning to the one who prints."""
    letters = set().union(*(_JOINS_ONLY.sub("", text) for text in texts)) - _plain_letters()
    return sorted(letter for letter in letters if letter.isprintable() and not _known(letter))


def _known(letter: str) -> bool:
    return _face_of(letter, bold=False) is not None and _face_of(letter, bold=True) is not None


@cache
def _letter_or_words(letter: str) -> str:
    if unicodedata.category(letter) in _NOT_FOR_PAPER:
        return ""
    if _known(letter):
        return letter
    simple = unicodedata.normalize("NFKC", letter)
    if simple != letter and _plain_letters().issuperset(simple):
        return simple
    if unicodedata.category(letter) in ("So", "Sk"):
        return f"({unicodedata.name(letter, '?').lower()})"
    if unicodedata.category(letter) in ("Mn", "Mc", "Me"):
        return ""
    script = unicodedata.name(letter, "").split(" ")[0].split("-")[0].capitalize().replace("Cjk", "Chinese")
    return tr("({script} letters)", script=script) if script else "?"
