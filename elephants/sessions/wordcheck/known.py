"""The words the wordcheck knows: those we do not use, hard ones with a simpler one, forenames, short forms."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from elephants.places import asset


@cache
def _words() -> dict[str, dict[str, str]]:
    table = tomllib.loads(asset("wordcheck", "words.toml").read_text(encoding="utf-8"))
    return {kind: dict(table[kind]) for kind in ("not_ours", "hard")}


def instead_of(kind: str, said: str) -> str:
    """Give what to say instead of a word or phrase of a kind, "not_ours" or "hard", in any of its forms."""
    words = _words()[kind]
    return next((words[form] for form in _forms(said.casefold()) if form in words), "")


@cache
def pattern(kind: str) -> re.Pattern[str]:
    """Find every word and phrase of a kind, the longest first; an ending of many or of the past is found too."""
    said = sorted((form for word in _words()[kind] for form in _written(word)), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, said))})\b", re.IGNORECASE)


def _written(word: str) -> set[str]:
    """A word as it may stand in a sentence: one, many, in the past, doing it."""
    stem = word.removesuffix("e")
    many = f"{word[:-1]}ies" if word.endswith("y") and word[-2] not in "aeiou" else f"{word}s"
    return {word, many, f"{stem}ed", f"{stem}ing"}


def _forms(said: str) -> list[str]:
    words = [*_words()["not_ours"], *_words()["hard"]]
    return [word for word in words if said in _written(word)]


@cache
def forenames() -> frozenset[str]:
    """Forenames that are common somewhere, folded in case: what is among them may be a name."""
    return frozenset(asset("wordcheck", "forenames.txt").read_text(encoding="utf-8").casefold().split("\n")) - {""}


@cache
def also_words() -> frozenset[str]:
    """Forenames that are words too: only a capital within a sentence makes a name of them."""
    return frozenset(_known()["also_words"])


@cache
def short_forms() -> frozenset[str]:
    """Capitals that everybody knows as they are written."""
    return frozenset(_known()["short"])


def _known() -> dict[str, list[str]]:
    table = tomllib.loads(asset("wordcheck", "words.toml").read_text(encoding="utf-8"))
    return dict(table["known"])
