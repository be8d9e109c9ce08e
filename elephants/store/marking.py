"""Finds the words that were looked for in the texts that were found, so that a face can mark them."""

from __future__ import annotations

import re
from itertools import accumulate

from elephants.store.folding import Placed, fold

Marks = tuple[tuple[int, int], ...]
"""First sign and end of each word in the original, in their order."""


class Marked:
    """What to mark: folded phrases, the last of which may be only begun."""

    def __init__(self, words: list[str]) -> None:
        said = [" " + re.escape(word).replace(r"\ ", " +") for word in words]  # plain signs first are found quickly
        self._patterns = [re.compile(word + r"(?![^ \n])") for word in said[:-1]]
        self._patterns += [re.compile(word + r"[^ \n]*") for word in said[-1:]]

    def in_texts(self, texts: list[str]) -> list[Marks]:
        """Give the marks of each text; all are looked through at once, since a page of them is marked per keystroke."""
        folded = [f" {fold(text)}" for text in texts]
        ends = list(accumulate(len(one) + 1 for one in folded))
        marks: list[list[tuple[int, int]]] = [[] for _ in texts]
        at, reached = 0, 0
        for blank, end in self._spans("\n".join(folded)):  # no line end is in a folded text
            if blank < reached:
                continue
            reached = end
            while blank >= ends[at]:
                at += 1
            first = ends[at] - len(folded[at])
            marks[at].append((blank + 1 - first, end - first))
        return [_in_original(text, found) for text, found in zip(texts, marks, strict=True)]

    def _spans(self, folded: str) -> list[tuple[int, int]]:
        """Give where a pattern matches, with the blank before it, in the order of the text; the longer first."""
        spans = [match.span() for pattern in self._patterns for match in pattern.finditer(folded)]
        if len(self._patterns) > 1:
            spans.sort(key=_longer_first)
        return spans


def _in_original(text: str, marks: list[tuple[int, int]]) -> Marks:
    if text.isascii():
        return tuple(marks)
    placed = Placed(text)
    return tuple(placed.original(*mark) for mark in marks)


def _longer_first(span: tuple[int, int]) -> tuple[int, int]:
    return span[0], -span[1]
