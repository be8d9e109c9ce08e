"""The words the wordcheck knows: those we do not use, hard ones with a simpler one, forenames, short forms."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Any

from elephants.places import asset


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(asset("wordcheck", "words.toml").read_text(encoding="utf-8"))


@cache
def _instead(kind: str) -> dict[str, str]:
    """What to say instead, by every form in which a word or phrase may stand."""
    forms: dict[str, str] = {}
    for word, instead in _table()[kind].items():
        for form in _written(word):
            forms.setdefault(form, instead)
    return forms


def instead_of(kind: str, said: str) -> str:
    """Give what to say instead of a word or phrase of a kind, "not_ours" or "hard", in any of its forms."""
    return _instead(kind).get(said.casefold(), "")


@cache
def pattern(kind: str) -> re.Pattern[str]:
    """Find every word and phrase of a kind, the longest first; an ending of many or of the past is found too."""
    said = sorted(_instead(kind), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, said))})\b", re.IGNORECASE)


def _written(word: str) -> set[str]:
    """A word as it may stand in a sentence: one, many, in the past, doing it."""
    stem = word.removesuffix("e")
    many = f"{word[:-1]}ies" if word.endswith("y") and word[-2] not in "aeiou" else f"{word}s"
    return {word, many, f"{stem}ed", f"{stem}ing"}


@cache
def forenames() -> frozenset[str]:
    """Forenames that are common somewhere, folded in case: what is among them may be a name."""
    return frozenset(asset("wordcheck", "forenames.txt").read_text(encoding="utf-8").casefold().split("\n")) - {""}


@cache
def also_words() -> frozenset[str]:
    """Forenames that are words too: only a capital within a sentence makes a name of them."""
    return frozenset(_table()["known"]["also_words"])


@cache
def short_forms() -> frozenset[str]:
    """Capitals that everybody knows as they are written."""
    return frozenset(_table()["known"]["short"])
