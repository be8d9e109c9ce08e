"""Puts words of both directions in the order they stand in on paper: Arabic or Hebrew within a line, and numbers in it.

The Unicode Bidirectional Algorithm (UAX #9) for one line; marks that force a direction never come this far, so its
rules for them are left out. Even levels run to the right, odd ones to the left.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, takewhile
from unicodedata import bidirectional

_PAIRS = "()[]{}\u2045\u2046\u207d\u207e\u208d\u208e\u2308\u2309\u230a\u230b\u27e6\u27e7\u27e8\u27e9\u3008\u3009"
_CLOSES = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_NUMBERS = ("EN", "AN")
_STRONG = ("L", "R", "AL")
_BLANK = ("WS", "S", "B")
_NEUTRAL = ("ON", *_BLANK)
_MOST_OPEN = 63


def runs_backwards(words: str) -> bool:
    """Whether a paragraph is one of right-to-left words: its first letter says so (rules P2 and P3)."""
    return next((kind != "L" for letter in words if (kind := bidirectional(letter)) in _STRONG), False)


def levels(words: str, *, backwards: bool) -> list[int]:
    """Give the level of every letter of a line that belongs to a paragraph of this direction."""
    base = "R" if backwards else "L"
    first = [bidirectional(letter) or "L" for letter in words]
    kinds = _signs(_numbers(_marks(first, base), base), base)
    _brackets(words, kinds, first, base)
    _neutrals(kinds, base)
    least = int(backwards)
    found = [_level(kind, least) for kind in kinds]
    ends = True  # what is blank at the end of a line, or before a tab, has the direction of the paragraph (rule L1)
    for at in range(len(words) - 1, -1, -1):
        ends = first[at] in ("S", "B") or (ends and first[at] in (*_BLANK, "BN"))
        if ends:
            found[at] = least
    return found


def in_sight(found: list[int]) -> Iterator[tuple[int, int, int]]:
    """Give runs of one level from left to right: where each begins and ends in the words, and its level (rule L2)."""
    runs, at = [], 0
    for level, same in groupby(found):
        end = at + len(list(same))
        runs.append((at, end, level))
        at = end
    for least in range(max(found, default=0), 0, -1):
        ready: list[tuple[int, int, int]] = []
        for turned, part in groupby(runs, key=lambda run: run[2] >= least):
            ready.extend(list(part)[:: -1 if turned else 1])
        runs = ready
    return iter(runs)


def _level(kind: str, least: int) -> int:
    if kind in _NUMBERS:
        return least + (1 if least else 2)
    return least + ((kind == "R") != bool(least))


def _marks(kinds: list[str], base: str) -> list[str]:
    """Rule W1: a mark is what it stands on."""
    made: list[str] = []
    for kind in kinds:
        made.append((made[-1] if made else base) if kind in ("NSM", "BN") else kind)
    return made


def _numbers(kinds: list[str], base: str) -> list[str]:
    """Rules W2 to W4: numbers after Arabic letters, and the one sign that stands within a number."""
    strong = base
    for at, kind in enumerate(kinds):
        if kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):
        left, kind, right = kinds[at - 1 : at + 2]
        if left == right and ((kind == "CS" and left in _NUMBERS) or (kind == "ES" and left == "EN")):
            kinds[at] = left
    return kinds


def _signs(kinds: list[str], base: str) -> list[str]:
    """Rules W5 to W7: signs beside a number belong to it, other ones are neutral; numbers among Latin are Latin."""
    made: list[str] = []
    for kind, same in groupby(kinds):
        made.extend(same)
        if kind == "EN":
            back = len(made) - next(n for n, one in enumerate(reversed([*made, ""])) if one != "EN")
            while back and made[back - 1] == "ET":
                back -= 1
                made[back] = "EN"
    for at in range(1, len(made)):
        if made[at] == "ET" and made[at - 1] == "EN":
            made[at] = "EN"
    strong = base
    for at, kind in enumerate(made):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            made[at] = "L"
        elif kind in ("ES", "ET", "CS"):
            made[at] = "ON"
    return made


def _brackets(words: str, kinds: list[str], first: list[str], base: str) -> None:
    """Rule N0: both brackets of a pair run as what is in them does."""
    for left, right in _pairs(words, kinds):
        inside = {_strong(kind) for kind in kinds[left + 1 : right]} - {""}
        if base in inside:
            way = base
        elif inside:
            before = next((strong for kind in reversed(kinds[:left]) if (strong := _strong(kind))), base)
            way = before if before in inside else base
        else:
            continue
        for bracket in (left, right):
            marks = takewhile(lambda kind: kind in ("NSM", "BN"), first[bracket + 1 :])
            for at in range(bracket, bracket + 1 + len(list(marks))):
                kinds[at] = way


def _pairs(words: str, kinds: list[str]) -> list[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    found = []
    for at, letter in enumerate(words):
        if kinds[at] != "ON":
            continue
        if letter in _CLOSES:
            if len(waiting) >= _MOST_OPEN:
                return []
            waiting.append((_CLOSES[letter], at))
        elif any(closing == letter for closing, _ in waiting):
            while waiting[-1][0] != letter:
                waiting.pop()
            found.append((waiting.pop()[1], at))
    return sorted(found)


def _strong(kind: str) -> str:
    return "R" if kind in (*_NUMBERS, "R") else kind if kind == "L" else ""


def _neutrals(kinds: list[str], base: str) -> None:
    """Rules N1 and N2: what has no direction takes that of both its sides, or the paragraph's."""
    at = 0
    for neutral, same in groupby(list(kinds), key=lambda kind: kind in _NEUTRAL):
        end = at + len(list(same))
        if neutral:
            left = _strong(kinds[at - 1]) if at else base
            right = _strong(kinds[end]) if end < len(kinds) else base
            kinds[at:end] = [left if left == right else base] * (end - at)
        at = end
