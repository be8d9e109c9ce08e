"""Finds a name in words as people write it: in any case, with or without its marks, and with an *'s* behind it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from elephants.sessions.text import Refused, words_of
from elephants.words import tr


class _Bare(dict[int, int | None]):
    """Takes the marks off letters that were taken apart, and the stroke out of a letter; learns each sign once."""

    def __missing__(self, sign: int) -> int | None:
        self[sign] = None if unicodedata.combining(chr(sign)) else sign
        return self[sign]


_BARE = _Bare(zip(map(ord, "łøđ\u0131"), map(ord, "lodi"), strict=True))
_APART = "\0"
"""Stands between two lines while both are folded: no name reaches across it, for it is neither letter nor blank."""

_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR")
"""Scripts that put no space between words, or hang a particle on a name."""


def instead_of_a_name() -> str:
    """Say what stands in the place of a name that was taken out of a line."""
    return tr("[name taken out]")


def holds(words: str, name: str) -> bool:
    """Tell whether a name stands in words, as a word of its own; "Annex" does not hold "Ann"."""
    return _pattern(_asked(name)).search(_plain(words)) is not None


def holding(lines: Sequence[str], name: str) -> Iterator[int]:
    """Give the places of those lines in which a name stands: as `holds` of each by itself, but folded in one go."""
    pattern, begins = _pattern(_asked(name)), _plain(_asked(name)).split()[0]
    plain = _plain(_APART.join(lines))
    if begins not in plain:
        return
    folded = plain.split(_APART)
    for at, one in enumerate(folded if len(folded) == len(lines) else map(_plain, lines)):
        if begins in one and pattern.search(one):
            yield at


def same(words: str, name: str) -> bool:
    """Tell whether words are this name and nothing else."""
    return _plain(words.strip()) == _plain(_asked(name))


def without(words: str, name: str) -> str:
    """Give the words with the name taken out of them; what hangs on it, such as *'s*, stays."""
    plain, places = _placed(words)
    said, at = [], 0
    for found in _pattern(_asked(name)).finditer(plain):
        begins, ends = places[found.start()], places[found.end() - 1] + 1
        while ends < len(words) and unicodedata.combining(words[ends]):
            ends += 1
        said += [words[at:begins], instead_of_a_name()]
        at = ends
    return "".join((*said, words[at:]))


@lru_cache(maxsize=16)  # every line that is kept is asked for the same name
def _asked(name: str) -> str:
    asked = words_of(name, "name", empty=tr("Write the name."))
    if not any(sign.isalnum() for sign in asked):
        raise Refused(tr("Write the name."))
    return asked


def _plain(words: str) -> str:
    """Fold words: no capitals, no marks on letters, and a stroke through a letter left out."""
    folded = words.casefold()
    if folded.isascii():
        return folded
    return unicodedata.normalize("NFD", folded).translate(_BARE)


def _placed(words: str) -> tuple[str, list[int]]:
    """Fold words sign by sign; gives with each folded sign the place it came from."""
    folded: list[str] = []
    places: list[int] = []
    for at, sign in enumerate(words):
        for one in _plain(sign):
            folded.append(one)
            places.append(at)
    return "".join(folded), places


@lru_cache(maxsize=16)
def _pattern(name: str) -> re.Pattern[str]:
    parts = [re.escape(part) for part in _plain(name).split()]
    first, last = _plain(name)[0], _plain(name)[-1]
    before = "" if _unspaced(first) else r"(?<!\w)"
    after = "" if _unspaced(last) else r"(?!\w)"
    return re.compile(before + r"\s+".join(parts) + after)


def _unspaced(sign: str) -> bool:
    return unicodedata.name(sign, "").startswith(_UNSPACED)
