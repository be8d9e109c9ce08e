"""Takes the lines of Markdown apart: headings, items with how deep they stand, rows of tables, code, and text.

Nothing of it is ever run or followed: links keep their words and their address, HTML stays the text it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from elephants.sessions.brought.signs import without_signs
from elephants.sessions.text import blank, tidy

HEADING, ITEM, TEXT, ROW, CODE = "heading", "item", "text", "row", "code"
KINDS = (HEADING, ITEM, TEXT, ROW, CODE)
"""What a paragraph of an old paper is; a row is one of a table."""

LONGEST = 2_000
"""Signs: a longer paragraph is kept in parts."""

_FENCE = re.compile(r" *(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(#{1,6})(?: |$)")
_ITEM = re.compile(r"( *)(?:[-*+•]|(\d{1,9}[.)]))(?: +|$)")
_QUOTED = re.compile(r"(?: {0,3}> ?)+")
_UNDER = re.compile(r" {0,3}(=+|--+) *")
_CELLS = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, repr=False)  # no repr: old words must not reach a log
class Paragraph:
    """One paragraph as it was written, without the signs of Markdown around it.

    `kind` is one of KINDS; `level` is how deep a heading, an item or the text below an item stands, from 0.
    """

    kind: str
    level: int
    text: str


def paragraphs(lines: Iterable[str]) -> Iterator[Paragraph]:
    """Give the paragraphs that these lines make, in order; what nothing can be seen of is left out."""
    reading = _Reading()
    for line in lines:
        yield from reading.take(line.expandtabs(4).rstrip())
    yield from reading.end()


class _Reading:
    """What is open while lines are read: the paragraph, the fence of a block of code, the items above, a table."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._kind, self._level = TEXT, 0
        self._fence = ""
        self._indents: list[int] = []
        self._table = False

    def take(self, line: str) -> Iterator[Paragraph]:
        if self._fence:
            yield from self._within_code(line)
            return
        line = _unquoted(line)
        if fence := _FENCE.match(line):
            yield from self.end()
            self._kind, self._fence = CODE, fence[1]
        elif not line.strip():
            yield from self.end()
            self._table = False
        elif heading := _HEADING.match(line):
            yield from self.end()
            self._indents.clear()
            yield from _made(HEADING, len(heading[1]) - 1, _closed(line[heading.end() :]))
        else:
            yield from self._take_words(line)

    def _take_words(self, line: str) -> Iterator[Paragraph]:
        if self._words and self._kind == TEXT and (under := _UNDER.fullmatch(line)):
            self._kind, self._level = HEADING, 0 if under[1][0] == "=" else 1
            yield from self.end()
        elif _is_rule(line):
            yield from self.end()
        elif item := _ITEM.match(line):
            yield from self.end()
            self._begin_item(len(item[1]))
            self._words.append(" ".join(part for part in (item[2], line[item.end() :]) if part))
        elif "|" in line and (self._table or line.lstrip().startswith("|") or _is_between(line)):
            yield from self._take_row(line)
        else:
            self._take_text(line)

    def _take_row(self, line: str) -> Iterator[Paragraph]:
        if _is_between(line) and self._words:
            self._kind = ROW  # the line above names the columns
        yield from self.end()
        self._table = True
        if not _is_between(line):
            cells = [cell.strip() for cell in _CELLS.split(line.strip().strip("|"))]
            yield from _made(ROW, 0, " | ".join(cells))

    def _take_text(self, line: str) -> None:
        indent = len(line) - len(line.lstrip())
        if not self._words:
            if indent == 0:
                self._indents.clear()
            self._kind, self._level = TEXT, len(self._indents)
        self._words.append(line.strip())

    def _begin_item(self, indent: int) -> None:
        while self._indents and self._indents[-1] >= indent:
            self._indents.pop()
        self._indents.append(indent)
        self._kind, self._level = ITEM, len(self._indents) - 1

    def _within_code(self, line: str) -> Iterator[Paragraph]:
        closing = line.strip()
        if closing.startswith(self._fence) and not closing.strip(self._fence[0]):
            self._fence = ""
            yield from self.end()
        else:
            self._words.append(line)

    def end(self) -> Iterator[Paragraph]:
        """End the open paragraph."""
        words, kind, level = self._words, self._kind, self._level
        self._words, self._kind, self._level = [], TEXT, 0
        if words:
            yield from _made(kind, level, "\n".join(words) if kind == CODE else " ".join(words))


def _made(kind: str, level: int, words: str) -> Iterator[Paragraph]:
    for part in parts(words):
        text = tidy(part if kind == CODE else without_signs(part), lines=kind == CODE).strip("\n")
        text = text if kind == CODE else text.strip()
        if not blank(text):
            yield Paragraph(kind, level, text)


def parts(words: str) -> Iterator[str]:
    """Cut what is very long, between words where there are any."""
    at = 0
    while len(words) - at > LONGEST:
        end = words.rfind(" ", at + LONGEST // 2, at + LONGEST)
        end = at + LONGEST if end < 0 else end
        yield words[at:end]
        at = end
    yield words[at:]


def _unquoted(line: str) -> str:
    """Take the signs of a quotation from before a line."""
    quoted = _QUOTED.match(line)
    return line[quoted.end() :] if quoted else line


def _closed(heading: str) -> str:
    """Take the signs from behind a heading that has them on both sides."""
    bare = heading.rstrip("#")
    return heading if bare and not bare.endswith(" ") else bare


def _is_rule(line: str) -> bool:
    signs = line.replace(" ", "")
    return len(signs) > 2 and signs[0] in "-*_" and not signs.strip(signs[0])


def _is_between(line: str) -> bool:
    """Tell the line below the names of a table's columns."""
    return "-" in line and not line.strip(" :|-")
