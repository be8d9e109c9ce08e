"""Chooses the font for every run of characters, so that no letter prints as an empty box (PAPER.md, Fonts).

Atkinson Hyperlegible first, Andika next, then Noto: Noto Sans, its signs, and one font for each script it does not
have. What no font can draw is spelled out in words, and told to whoever made the paper.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from elephants.paper import shaping
from elephants.paper.shaping_levels import runs_backwards
from elephants.places import asset
from elephants.words import tr

_MOST_KNOWN = 20_000
_FIRST = ("AtkinsonHyperlegible", "Andika", "NotoSans-", "NotoSansSymbols2")
_SCRIPTS = {  # what each is asked for: a font is loaded when a letter may be in it
    "NotoSansArmenian": "\u0530-\u058f\ufb13-\ufb17",
    "NotoSansHebrew": "\u0590-\u05ff\ufb1d-\ufb4f",
    "NotoNaskhArabic": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "NotoSansDevanagari": "\u0900-\u097f\u1cd0-\u1cff\ua8e0-\ua8ff",
    "NotoSansBengali": "\u0980-\u09ff",
    "NotoSansGurmukhi": "\u0a00-\u0a7f",
    "NotoSansGujarati": "\u0a80-\u0aff",
    "NotoSansTamil": "\u0b80-\u0bff",
    "NotoSansThai": "\u0e00-\u0e7f",
    "NotoSansLao": "\u0e80-\u0eff",
    "NotoSansGeorgian": "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f",
    "NotoSansEthiopic": "\u1200-\u139f\u2d80-\u2ddf\uab00-\uab2f",
    "NotoSansKhmer": "\u1780-\u17ff\u19e0-\u19ff",
}
_NOT_FOR_PAPER = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
_JOINS_ONLY = re.compile("[\u200b\u2060\ufe00-\ufe0f]|(?<![\u0590-\u1cff])[\u200c\u200d]")  # seen in no letter
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

    def shaped_width(self, words: str, size: float) -> float:
        """How wide words of one direction are, shaped where their letters need it."""
        if not shaping.needed(words):
            return self.width(words, size)
        return shaping.glyphs(self.name, words, backwards=runs_backwards(words)).width * size / 1000

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
    if name.startswith(_FIRST[0]):  # it does not know where on a letter a mark belongs
        widths = {code: wide for code, wide in widths.items() if unicodedata.category(chr(code)) != "Mn"}
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
def _scripts(*, bold: bool) -> tuple[tuple[str, re.Pattern[str] | None], ...]:
    """Every font in order, with the letters it is asked for where it is the font of one script."""
    asked = {name: re.compile(f"[{block}]") for name, block in _SCRIPTS.items()}
    return tuple((name, asked.get(name.split("-")[0])) for name in families(bold=bold))


@lru_cache(20_000)
def _face_of(letters: str, bold: bool) -> Face | None:
    """The first font that has a letter and all its marks; a joiner is in none and needs none."""
    codes = set(map(ord, letters)) - {0x200C, 0x200D}
    for name, block in _scripts(bold=bold):
        if (block is None or block.match(letters)) and face(name).widths.keys() >= codes:
            return face(name)
    return None


def faces_of(words: str, *, bold: bool) -> list[tuple[Face, str]]:
    """Cut words into runs that one font can draw; `words` come from `drawable`, so every letter has a font."""
    first = body(bold=bold)
    if first.widths.keys() >= set(map(ord, words)):
        return [(first, words)]
    runs = groupby(_drawn_by(words, bold=bold), key=lambda pair: pair[0])
    return [(found, "".join(letters for _, letters in pairs)) for found, pairs in runs]


def _drawn_by(words: str, *, bold: bool) -> Iterator[tuple[Face, str]]:
    for cluster in shaping.clusters(words):
        whole = _face_of(cluster, bold)
        if whole is not None:
            yield whole, cluster
        else:
            yield from ((_face_of(letter, bold) or body(bold=bold), letter) for letter in cluster)


@cache
def _plain_letters() -> frozenset[str]:
    both = body().widths.keys() & body(bold=True).widths.keys()
    return frozenset(chr(code) for code in both if unicodedata.category(chr(code)) not in _NOT_FOR_PAPER)


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
    return sorted(letter for letter in letters if letter.isprintable() and not (_known(letter) or _simple(letter)))


def _known(letter: str) -> bool:
    return _face_of(letter, bold=False) is not None and _face_of(letter, bold=True) is not None


def _simple(letter: str) -> str:
    """The plain letters that mean the same, where one is only a way to write them: wide ones, ones of mathematics."""
    simple = unicodedata.normalize("NFKC", letter)
    return simple if simple != letter and all(map(_known, simple)) else ""


@cache
def _letter_or_words(letter: str) -> str:
    if unicodedata.category(letter) in _NOT_FOR_PAPER:
        return letter if letter in "\u200c\u200d" else ""  # `drawable` leaves only those that shape a letter
    if _known(letter):
        return letter
    if simple := _simple(letter):
        return simple
    if unicodedata.category(letter) in ("So", "Sk"):
        return f"({unicodedata.name(letter, '?').lower()})"
    if unicodedata.category(letter) in ("Mn", "Mc", "Me"):
        return ""
    script = unicodedata.name(letter, "").split(" ")[0].split("-")[0].capitalize().replace("Cjk", "Chinese")
    return tr("({script} letters)", script=script) if script else "?"
