"""Keeps the headings of a document in order, for forms in which a heading's level is heard."""

from __future__ import annotations

from collections.abc import Iterator

from elephants.paper.document import Block, Document, Heading

TITLE_LEVEL = 1


def blocks_with_levels(document: Document) -> Iterator[tuple[Block, int]]:
    """Give each block with the level of the heading over it; a heading is never more than one deeper than the last.

    The title of the document is level 1, so a part is 2: who moves from heading to heading misses none.
    """
    level = TITLE_LEVEL
    for block in document.blocks:
        if isinstance(block, Heading):
            level = min(block.level + TITLE_LEVEL, level + 1)
        yield block, level
