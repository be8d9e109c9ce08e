"""Folds words so that they are found however they were typed: "strasse" finds "straße" (STORE.md, Search).

Letters lose their case and their marks (ß is ss, ł is l), every sign that is no letter or digit becomes a blank, and
where a language writes no blanks between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese) each sign is a word of
its own. The index holds only folded words, so that it and we always agree on what a word is.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

_LIKE = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i", "ħ": "h", "ŧ": "t",
    "ŋ": "n", "ĸ": "k", "ـ": "", "\u200b": " ",
}  # fmt: skip
"""Letters that no mark tells apart and people type without; the Arabic stretching line; the blank nobody sees."""

_ALONE = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3005, 0x3007), (0x3040, 0x30FF), (0x31F0, 0x31FF),
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0xFF66, 0xFF9F), (0x20000, 0x3FFFF),
)  # fmt: skip
"""The signs of writings without blanks: Thai and Lao, Burmese, Khmer, Kana and Han."""


class _Pieces(dict[int, str]):
    """What each sign becomes, worked out when it is first met; `str.translate` asks it sign by sign."""

    def __init__(self) -> None:
        super().__init__()
        self.odd: set[str] = set()
        """The signs met so far that do not become one sign."""

    def __missing__(self, code: int) -> str:
        piece = self[code] = _piece(chr(code))
        if len(piece) != 1:
            self.odd.add(chr(code))
        return piece


def fold(text: str) -> str:
    """Give the folded words of a text with blanks between them."""
    return (text if text.isascii() else unicodedata.normalize("NFD", text)).translate(_PIECES)


class Placed(NamedTuple):
    """A folded text, and where in the original each of its signs comes from, where that is another place."""

    folded: str
    begins: list[int] | None
    ends: list[int] | None

    def original(self, begin: int, end: int) -> tuple[int, int]:
        """Give the place in the original of a stretch of the folded text."""
        if self.begins is None or self.ends is None:
            return begin, end
        return self.begins[begin], self.ends[end - 1]


def fold_placed(text: str) -> Placed:
    """Fold a text and remember where each sign comes from, so that marks can be put on the original."""
    folded = fold(text)
    if len(text.translate(_PIECES)) == len(folded) == len(text) and _PIECES.odd.isdisjoint(text):
        return Placed(folded, None, None)  # sign by sign, as most texts are
    begins: list[int] = []
    ends: list[int] = []
    for begin, end in _clusters(text):
        long = len(fold(text[begin:end]))
        begins += [begin] * long
        ends += [end] * long
    return Placed(folded, begins, ends)


def _clusters(text: str) -> list[tuple[int, int]]:
    """Give each sign with the marks that stand on it."""
    starts = [at for at, sign in enumerate(text) if at == 0 or not _stands_on(sign)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _stands_on(sign: str) -> bool:
    return sign > "\u02ff" and unicodedata.combining(unicodedata.normalize("NFD", sign)[0]) != 0


def _piece(sign: str) -> str:
    bare = "".join(one for one in unicodedata.normalize("NFD", sign) if not _mark_off(one))
    lower = unicodedata.normalize("NFD", bare.casefold())
    return "".join(_one(like) for one in lower if not _mark_off(one) for like in _LIKE.get(one, one))


def _mark_off(sign: str) -> bool:
    """Tell whether a mark is left off: an accent, a Hebrew or Arabic point; never a vowel that hangs on its letter."""
    kind, place = unicodedata.category(sign), unicodedata.combining(sign)
    if kind == "Mn":
        varies = "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef"
        return varies or place == 1 or 10 <= place <= 35 or place >= 200
    return kind == "Me" or (kind == "Cf" and sign not in _LIKE)


def _one(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind[0] not in "LNM":
        return " "
    if kind == "Nd":
        return str(unicodedata.decimal(sign))
    code = ord(sign)
    return f" {sign} " if any(first <= code <= last for first, last in _ALONE) else sign


_PIECES = _Pieces()
