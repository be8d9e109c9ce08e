"""The one form of a paper before it has a form: blocks of words, for PDF today and other writers later.

Nothing here knows of pages, fonts or markup, so a section is written once for every kind of file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

Tone = Literal["plain", "strong", "quiet", "added"]
LookName = Literal["minutes", "outcome"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words said in one tone; a writer that has no colour still has the words."""

    words: str
    tone: Tone = "plain"


Words = str | tuple[Run, ...]


def strong(words: str) -> tuple[Run, ...]:
    """Say words with weight, where the eye should land first."""
    return (Run(words, "strong"),)


def quiet(words: str) -> tuple[Run, ...]:
    """Say words in the background: a purpose, a date, a remark."""
    return (Run(words, "quiet"),)


def plain_words(words: Words) -> str:
    """The same words without their tones, for writers and searches that have none."""
    return words if isinstance(words, str) else "".join(run.words for run in words)


@dataclass(frozen=True, slots=True)
class Heading:
    """Names what follows; level 1 is a part of the paper, 2 one thing in it, 3 a detail of that thing."""

    words: str
    level: Literal[1, 2, 3] = 1


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph; `lead` is a step larger, for the words of a decision; `stays` binds it to what follows."""

    words: Words
    lead: bool = False
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list, with a remark such as "Not in the room" said quietly after it."""

    words: str
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """A list in which every line has the same size and weight (METHOD.md, Ten promises 1)."""

    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """How wide a column of a table is, as a share of the line, and which way it leans.

    `heads` says that its cells name their rows, as the name of a person does; a reader hears them with every other cell
    of the row. Where no column does, it is the first, unless the table has a header.
    """

    share: float
    right: bool = False
    heads: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under fixed columns; `ruled` sets a hairline between the rows.

    `header` names the columns, one cell for each: it is said again where the table goes over a page.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...]
    ruled: bool = False
    header: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """What was added because some of us need it: marked by a bar, a plus and these words, never by colour alone."""

    title: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PictureRow:
    """One idea for easy reading: a picture on the left, short words on the right; `big` for what matters most.

    `key` says which line of the record it is, so that a picture chosen by hand stays beside it.
    """

    picture: str
    words: tuple[Words, ...]
    big: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class AddedRows:
    """Easy reading of what was added: picture rows beside one bar, each with a plus."""

    title: str
    rows: tuple[PictureRow, ...]


@dataclass(frozen=True, slots=True)
class Boxed:
    """The thing to keep on the fridge door, with an edge all round: the next session; `lines` are to write on."""

    title: str
    words: tuple[Words, ...]
    picture: str = ""
    key: str = ""
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Spacer:
    """White space where the page should breathe, in lines of the body."""

    lines: float = 1.0


Block = Heading | Text | Lines | Table | Added | PictureRow | AddedRows | Boxed | Spacer


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper: what stands in its head and foot, and the blocks between.

    `draft` puts "Draft, not yet read back" on every page (METHOD.md, Read-back and papers). `size` is that of the
    letters, in points; 0 is the size its look has. `sides` is how many sides of A4 easy reading should fit on. `only`
    says for whom alone it is: a heavy band says so on every page, so that it is never handed out by mistake.
    """

    title: str
    space: str
    kind: str
    footer: str
    blocks: Sequence[Block] = field(default_factory=tuple)
    subtitle: str = ""
    language: str = "en-GB"
    draft: bool = False
    look: LookName = "minutes"
    check: str = ""
    """Which version of an agreed record it is, with its check code; a draft has none."""
    size: int = 0
    sides: int = 2
    only: str = ""
