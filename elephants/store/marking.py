"""Finds the words that were looked for in the texts that were found, so that a face can mark them."""

from __future__ import annotations

import re

from elephants.store.folding import Placed

Marks = tuple[tuple[int, int], ...]
"""First sign and end of each word in the original, in their order."""


class Marked:
    """What to mark: folded phrases, the last of which may be only begun."""

    def __init__(self, words: list[str]) -> None:
        said = [" " + re.escape(word).replace(r"\ ", " +") for word in words]  # plain signs first are found quickly
        patterns = [re.compile(word + "(?![^ ])") for word in said[:-1]]
        self._patterns = [one.finditer for one in (*patterns, *(re.compile(word + "[^ ]*") for word in said[-1:]))]

    def in_text(self, text: str, folded: str) -> Marks:
        """Give the marks of one text, which comes with how it is folded: a page is marked at each keystroke."""
        folded = f" {folded}"  # each word has a blank before it, and the blank stands where the word would
        marks = [(match.start(), match.end() - 1) for finds in self._patterns for match in finds(folded)]
        if len(self._patterns) > 1:
            marks = _apart(marks)
        if text.isascii():
            return tuple(marks)
        placed = Placed(text)
        return tuple(placed.original(*mark) for mark in marks)


def _apart(marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Put marks in their order, and leave out what lies within another: of two words at one place the longer stays."""
    apart: list[tuple[int, int]] = []
    for mark in sorted(marks, key=_longer_first):
        if not apart or mark[0] >= apart[-1][1]:
            apart.append(mark)
    return apart


def _longer_first(mark: tuple[int, int]) -> tuple[int, int]:
    return mark[0], -mark[1]
