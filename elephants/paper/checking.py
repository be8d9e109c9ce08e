"""Compares the words of a paper with the paper made anew from the store (METHOD.md, Read-back and papers).

Every paper there is, in every size, and every copy of somebody's own is tried: one of them must say the same. When the
next session is may have changed since, and whether readers checked an outcome sheet; that is no part of the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from elephants.paper.document import Boxed, Document, plain_words
from elephants.paper.layout import to_pdf
from elephants.paper.papers import PAPERS, SIZES, document
from elephants.paper.reading import lines_of
from elephants.sessions.session import Session
from elephants.words import tr

_OF_PAGES = re.compile(r"\D{0,12}\d+\D{0,12}(\d+\D{0,4})?")
"""The number of a page, in any language."""
_BETWEEN = 12
"""So many words of what was forgotten may stand between those of one line that is still kept."""


@dataclass(frozen=True, repr=False)
class Compared:
    """What a paper says that the record does not, what it leaves out, and what differs about the next session."""

    extra: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    about_next: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether the paper says what the record says, no line more and none less."""
        return not (self.extra or self.missing)


def compare(lines: list[str], session: Session) -> Compared:
    """Compare the lines of a file with every paper of a session; gives the nearest, the same where there is one."""
    nearest = Compared(tuple(lines))
    most = -1.0
    for made in _papers(session):
        ours = lines_of(to_pdf(made))
        if _squeezed(ours) == _squeezed(lines):
            return Compared()
        matcher = SequenceMatcher(None, ours, lines, autojunk=False)
        if matcher.ratio() > most:
            most, nearest = matcher.ratio(), _differences(matcher, ours, lines, _box(made))
    return nearest


def still_missing(compared: Compared, lines: list[str], since: list[str]) -> list[str]:
    """Give what a paper leaves out of a record of which some was forgotten; `since` is what stands in its place now.

    Where lines went, those after them break elsewhere and the pages are fewer: neither is left out.
    """
    paper, instead = " ".join(lines).split(), [_squeezed([one]) for one in since]
    return [
        line for line in compared.missing
        if not _stands_in(line.split(), paper) and not _OF_PAGES.fullmatch(line)
        and not any(one in (said := _squeezed([line])) or said in one for one in instead)
    ]  # fmt: skip


def _stands_in(line: list[str], paper: list[str]) -> bool:
    """Tell whether the words of a line stand in a paper in their order, with no more than a few others between."""
    for start in (at for at, word in enumerate(paper) if line and word == line[0]):
        ahead = iter(paper[start : start + len(line) + _BETWEEN])
        if all(word in ahead for word in line):
            return True
    return False


def _papers(session: Session) -> Iterator[Document]:
    """Compose every paper there is of this session; `session` is on a desk that only reads."""
    names = sorted({action.person.name for action in session.actions if action.person is not None})
    sheet = session.outcome_sheet
    for checked in (False, True) if sheet is not None else (False,):
        if sheet is not None:
            sheet.checked = checked
        for paper in PAPERS:
            if paper == "minutes" and checked:
                continue
            for size in (0, *SIZES):
                yield document(session, paper, size=size)
                if paper == "outcome":
                    yield from (document(session, paper, size=size, name=name) for name in names)


def _squeezed(lines: list[str]) -> str:
    return "".join("".join(lines).split())


def _differences(matcher: SequenceMatcher[str], ours: list[str], lines: list[str], box: str) -> Compared:
    extra: list[str] = []
    missing: list[str] = []
    about_next: list[str] = []
    begins = max((at for at, line in enumerate(lines) if line in _titles()), default=len(lines))
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            missing += [line for line in ours[i:j] if _squeezed([line]) not in box]
            extra += lines[k : min(m, max(k, begins))]
            about_next += lines[max(k, begins) : m]
    joined = _squeezed(ours)
    broken = [line for line in extra if _squeezed([line]) not in joined]
    return Compared(tuple(broken or (extra if missing else ())), tuple(missing), tuple(about_next))


def _titles() -> tuple[str, str]:
    """The headings of the box at the end, which speaks of what is to come."""
    return tr("Next session"), tr("Who to ask")


def _box(made: Document) -> str:
    boxes = [block for block in made.blocks if isinstance(block, Boxed)]
    return _squeezed([block.title + " ".join(plain_words(part) for part in block.words) for block in boxes])
