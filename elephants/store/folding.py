"""Folds words so that they are found however they were typed: "strasse" finds "straße" (STORE.md, Search).

Letters lose their case and their marks (ß is ss, ł is l), every sign that is no letter or digit becomes a blank, and
where a language writes no blanks between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese) each sign is a word of
its own. The index holds only folded words, so that it and we always agree on what a word is.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from operator import itemgetter

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
    if text.isascii():
        return text.encode("ascii").translate(_PLAIN).decode("ascii")
    return unicodedata.normalize("NFD", text).translate(_PIECES)


class Placed:
    """A folded text that knows where in the original each of its signs comes from, so that marks go on the original.

    Most signs become one sign. Of the odd ones (ß, a lone accent, a Han sign between its blanks) it keeps where they
    stand in both texts.
    """

    def __init__(self, text: str) -> None:
        self.folded = fold(text)
        self._text = text
        self._odd: list[tuple[int, int, int]] = []
        if text.isascii():
            return
        text.translate(_PIECES)  # meets every sign, so that the odd ones among them are known
        if _PIECES.odd.isdisjoint(text):
            return
        moved = 0
        for at, sign in enumerate(text):
            if sign in _PIECES.odd:
                long = len(_PIECES[ord(sign)])
                self._odd.append((at + moved, at + moved + long, at))
                moved += long - 1

    def original(self, begin: int, end: int) -> tuple[int, int]:
        """Give first sign and end in the original of a stretch of the folded text, with the accents at its end."""
        if not self._odd:
            return begin, end
        last = self._at(end - 1) + 1
        while last < len(self._text) and not _PIECES[ord(self._text[last])]:
            last += 1
        return self._at(begin), last

    def _at(self, place: int) -> int:
        before = bisect_right(self._odd, place, key=itemgetter(0)) - 1
        if before < 0:
            return place
        _, end, at = self._odd[before]
        return at if place < end else at + 1 + place - end


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
_PLAIN = bytes(ord(_PIECES[code]) if code < 128 else code for code in range(256))
