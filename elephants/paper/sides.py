"""Says plainly what did not fit on the sides easy reading should have: no letter is made smaller than asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elephants.paper.document import AddedRows, Boxed, Document, Heading
from elephants.paper.layout import pages_of
from elephants.paper.pictured import Box, Pictured
from elephants.paper.pieces import Paragraph, Piece, Stack
from elephants.words import tr, trn


def over_words(document: Document) -> str:
    """Say how many sides a sheet takes and which of its parts stand beyond its `sides`; "" where all of it fits."""
    pages, sides = pages_of(document), document.sides
    if len(pages) <= sides:
        return ""
    first = [title for page in pages[:sides] for title in _titles(page, document)]
    beyond = [title for page in pages[sides:] for title in _titles(page, document)]
    if first and not _begins(pages[sides], document):
        beyond.insert(0, tr("the rest of {part}", part=first[-1]))
    n = len(pages) - sides
    took = (
        trn("This sheet takes {n} side more than one.", "This sheet takes {n} sides more than one.", n)
        if sides == 1
        else trn("This sheet takes {n} side more than two.", "This sheet takes {n} sides more than two.", n)
    )
    did_not = tr("What did not fit: {parts}.", parts=", ".join(beyond)) if beyond else ""
    return " ".join(part for part in (took, did_not, tr("Smaller letters or fewer lines may help.")) if part)


def _begins(page: Sequence[Piece], document: Document) -> bool:
    """Whether a page begins with a part of its own."""
    return bool(page) and bool(_titles(page[:1], document))


def _titles(pieces: Sequence[Piece], document: Document) -> list[str]:
    """The titles of the parts that begin among these pieces."""
    known = {block.words for block in document.blocks if isinstance(block, Heading)}
    known |= {block.title for block in document.blocks if isinstance(block, AddedRows | Boxed)}
    return [words for piece in pieces for words in _said(piece) if words in known]


def _said(piece: Piece) -> Iterator[str]:
    match piece:
        case Paragraph():
            yield " ".join("".join(part.words for part in line.stretches).strip() for line in piece.lines)
        case Stack():
            for one in piece.pieces:
                yield from _said(one)
        case Box():
            yield from _said(piece.inside)
        case Pictured():
            yield from _said(piece.words)
