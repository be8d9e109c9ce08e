"""Reads an old paper written in Markdown, as it was written (METHOD.md, Read-back and papers); it looks at no disk."""

from __future__ import annotations

import codecs
import hashlib
import itertools
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from elephants.sessions.brought.days import find_day
from elephants.sessions.brought.lines import HEADING, TEXT, Paragraph, paragraphs, parts
from elephants.sessions.text import LIMITS, Refused, blank, tidy
from elephants.words import tr

LARGEST_FILE = 2_000_000
"""Bytes: a thousand pages; what is larger is no paper of one meeting."""
MOST_PARAGRAPHS = 5_000
_FIRST, _SHORT = 5, 100  # so many paragraphs, so short, are looked at for the day
_LONGEST_FRONT = 60  # lines
_LONGEST_NAME = 300


@dataclass(frozen=True, repr=False)  # no repr: old words must not reach a log
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


def read_minutes(source: str, given: bytes, today: date) -> Minutes:
    """Read one file; `source` is its name with the folders it lies in, the chosen folder first, "/" between.

    The day comes from the name of the file, else from its front matter, its first heading or first lines, else from
    the folders within the chosen one; days after `today` are none. Refuses, in a sentence that does not name the
    file: an empty one, over 2 MB, no text, no words, more than 5,000 paragraphs.
    """
    if not given:
        raise Refused(tr("It is empty."))
    if len(given) > LARGEST_FILE:
        raise Refused(tr("It is too large. At most {n} MB can be read.", n=LARGEST_FILE // 1_000_000))
    text, guessed = _text_of(given)
    front, lines = _apart(text.splitlines())
    read = itertools.chain((Paragraph(TEXT, 0, words) for words in front), paragraphs(lines))
    kept = tuple(itertools.islice(read, MOST_PARAGRAPHS + 1))
    if not kept:
        raise Refused(tr("There are no words in it."))
    if len(kept) > MOST_PARAGRAPHS:
        raise Refused(tr("It is too long. Make two files of it."))
    path = PurePosixPath(source)
    return Minutes(
        _name_of(source), hashlib.sha256(given).hexdigest(), _day_of(path, front, kept, today),
        _title_of(path, front, kept), kept, guessed,
    )  # fmt: skip


def _text_of(given: bytes) -> tuple[str, bool]:
    """Give the text, and whether its letters were guessed; refuses what is no text."""
    try:
        if given.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text, guessed = given.decode("utf-16"), False
        else:
            text, guessed = given.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        text, guessed = given.decode("cp1252", "replace"), True  # the letters of an older computer in the West
    odd = sum(sign < " " and sign not in "\t\n\r\f\x0b" for sign in text)
    if "\0" in text or odd > max(2, len(text) // 100) or (guessed and text.count("\ufffd") > len(text) // 100):
        raise Refused(tr("It is not text."))
    return text, guessed


def _apart(lines: list[str]) -> tuple[list[str], list[str]]:
    """Part the front matter, which some programs write between two lines of "---", from the paper itself."""
    if lines and lines[0].rstrip() == "---":
        for at, line in enumerate(lines[1:_LONGEST_FRONT], 1):
            if line.rstrip() in ("---", "..."):
                said = (tidy(part.expandtabs(4)).rstrip() for one in lines[1:at] for part in parts(one))
                return [one for one in said if not blank(one)], lines[at + 1 :]
    return [], lines


def _said(front: list[str], name: str) -> str:
    """Give what the front matter says of something."""
    for line in front:
        key, _, words = line.partition(":")
        if key.strip().casefold() == name:
            return words.strip().strip("\"'")
    return ""


def _day_of(path: PurePosixPath, front: list[str], kept: tuple[Paragraph, ...], today: date) -> date | None:
    heading = next((one.text for one in kept if one.kind == HEADING), "")
    first = [one.text for one in kept[: _FIRST + len(front)] if len(one.text) <= _SHORT]
    within = "/".join(path.parts[1:])
    places = (path.name, _said(front, "date"), heading[:_SHORT], *first, within)
    return next((day for words in places if (day := find_day(words, today)) is not None), None)


def _title_of(path: PurePosixPath, front: list[str], kept: tuple[Paragraph, ...]) -> str:
    heading = next((one.text for one in kept if one.kind == HEADING), "")
    title = tidy(_said(front, "title") or heading or path.stem).strip()
    most = LIMITS["title"]
    return title if len(title) <= most else title[: most - 1].rstrip() + "…"


def _name_of(source: str) -> str:
    return tidy(source)[-_LONGEST_NAME:]
