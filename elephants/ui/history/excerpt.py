"""Shortens a long line for a list, so that what was looked for can be seen."""

from __future__ import annotations

BEFORE, LONGEST = 80, 260
"""How many letters stand before the first mark, and how many in all."""

Marks = tuple[tuple[int, int], ...]


def excerpt(text: str, marks: Marks) -> tuple[str, Marks]:
    """Give the part of a text that holds its first mark, with the marks that lie in it; a short text as it is.

    A title keeps a line of its own. Where something is left out stands one sign for it; words stay whole where there is
    a blank near by.
    """
    shown = text.replace("\n", " ")
    if len(shown) <= LONGEST:
        title, line, rest = text.partition("\n")
        return f"{title}{line}{rest.replace(chr(10), ' ')}", marks
    first = marks[0][0] if marks else 0
    start = 0 if first <= BEFORE else _after_blank(shown, first - BEFORE, first)
    end = min(len(shown), start + LONGEST)
    if end < len(shown):
        blank = shown.rfind(" ", max(start, end - BEFORE), end)
        end = blank if blank > start else end
    head, tail = "…" if start else "", "…" if end < len(shown) else ""
    moved = len(head) - start
    kept = tuple((a + moved, min(b, end) + moved) for a, b in marks if start <= a < end)
    return f"{head}{shown[start:end]}{tail}", kept


def _after_blank(text: str, start: int, latest: int) -> int:
    blank = text.find(" ", start, latest)
    return blank + 1 if blank >= 0 else start
