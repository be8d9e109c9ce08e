"""Shortens a long line for a list, so that what was looked for can be seen."""

from __future__ import annotations

BEFORE, LONGEST = 80, 260
"""How many letters stand before the first mark, and how many in all."""

Marks = tuple[tuple[int, int], ...]
Marked = tuple[str, Marks]
"""Words, and which stretches of them are marked."""


def titled(text: str, marks: Marks) -> tuple[Marked, Marked]:
    """Give the first line of a text as its title, and of the rest what `excerpt` leaves; one line has no title."""
    title, line, rest = text.partition("\n")
    if not line or len(title) > LONGEST:
        return ("", ()), excerpt(text, marks)
    begins = len(title) + 1
    above = tuple((a, b) for a, b in marks if b <= len(title))
    below = tuple((a - begins, b - begins) for a, b in marks if a >= begins)
    return (title, above), excerpt(rest, below)


def excerpt(text: str, marks: Marks) -> Marked:
    """Give the part of a text that holds its first mark, with the marks that lie in it; a short text whole.

    Where something is left out stands one sign for it; words stay whole where there is a blank near by.
    """
    shown = text.replace("\n", " ")
    if len(shown) <= LONGEST:
        return shown, marks
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
