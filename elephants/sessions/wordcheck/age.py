"""Says how old a reader of English has to be for some words, so that a sheet can be made easier in time."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

_WORD = re.compile(r"[a-z]+(?:['\u2019][a-z]+)?", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\u2026\n]+")
_SOUND = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^aeiouyscgzxh]es|[^dt]ed|[^laeiou]e)$")
_YOUNGEST, _OLDEST = 6, 20
_LEAST = 30
"""Words below which an age would say more of chance than of the sheet."""


def reading_age(lines: Iterable[str]) -> int | None:
    """Give the reading age in years by the Flesch-Kincaid grade and five; nothing where too little is in English.

    A line without a full stop is a sentence of its own, as it is on paper.
    """
    said = [words for line in lines for sentence in _SENTENCE.findall(line) if (words := _WORD.findall(sentence))]
    count = sum(map(len, said))
    if count < _LEAST:
        return None
    sounds = sum(syllables(word) for words in said for word in words)
    grade = 0.39 * count / len(said) + 11.8 * sounds / count - 15.59
    return min(max(math.ceil(grade + 5), _YOUNGEST), _OLDEST)


def syllables(word: str) -> int:
    """Count the beats of an English word, near enough for an average."""
    plain = word.casefold()
    return max(1, len(_SOUND.findall(_SILENT.sub(lambda end: end[0][0], plain))))
