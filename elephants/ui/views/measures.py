"""The measures of the room's stage: its size, its type sizes, and how words stand (LOOK.md, The room screen)."""

from __future__ import annotations

from dataclasses import dataclass, field

HEIGHT = 1080.0
MARGIN = 104.0
QUESTION, TITLE, LINES, SMALLEST = 116.0, 92.0, 74.0, 52.0
QUESTION_LEADING = 1.14
GAP = 40.0
# A question is large enough at any zoom; what it is about needs the room.
LARGEST = QUESTION


@dataclass(frozen=True)
class How:
    """How words stand: half way down, half way across; `whole` shrinks them to 52 before they come in pages."""

    leading: float = 1.22
    middle: bool = False
    centred: bool = False
    whole: bool = False


PLAIN = How()
BIG = How(QUESTION_LEADING)


@dataclass(frozen=True)
class Row:
    """One row of a list, broken into lines of one size."""

    lines: list[str]
    remark: list[str]
    icon: str
    size: float
    tall: float


@dataclass
class Spoken:
    """What was put on the stage, for tests: the words and the size each stood at."""

    words: list[tuple[str, float]] = field(default_factory=list)
