"""Reads an old paper written in Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

HEADING, ITEM, TEXT, ROW, CODE = "heading", "item", "text", "row", "code"
KINDS = (HEADING, ITEM, TEXT, ROW, CODE)
"""What a paragraph of an old paper is; a row is one of a table."""


@dataclass(frozen=True, repr=False)  # no repr: old words must not reach a log
class Paragraph:
    """One paragraph as it was written, without the signs of Markdown around it."""

    kind: str
    level: int
    text: str


@dataclass(frozen=True, repr=False)
class Minutes:
    """One old paper as it was read: its file's name, the day it tells of, its title and its paragraphs.

    `guessed` says that its letters were read by a guess, for they are not written in UTF-8.
    """

    source: str
    digest: str
    day: date | None
    title: str
    paragraphs: tuple[Paragraph, ...]
    guessed: bool = False
