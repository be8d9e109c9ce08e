"""Draws a document as a PDF in memory: pages shared out first, then drawn, so every page can say how many there are.

The same document gives the same bytes. The file tells nothing but its title: no author, program, date or path
(METHOD.md, Ten promises 7).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import IO

from elephants.paper import fonts
from elephants.paper.building import WIDTH, pieces_of
from elephants.paper.document import Document
from elephants.paper.ink import INK, MARGIN, MINUTES, OUTCOME, PAGE_HEIGHT, PAGE_WIDTH, Look, sized
from elephants.paper.pagehead import draw_foot, draw_head
from elephants.paper.pieces import Columns, Paragraph, Piece, placed, split_pieces
from elephants.paper.setting import apart, set_words
from elephants.paper.story import Story
from elephants.paper.tagging import Element, TaggedCanvas

_SMALLER = (0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5)  # before an outcome sheet takes a third side
_A_LITTLE = _SMALLER[:5]  # before it takes a last side on which little would stand


Told = Callable[[float], None]
"""Hears how much is done, from 0 to 1, often enough to stop: it may raise."""

_BUILDING = 0.6  # the share of the time that goes by before the first page is drawn


def no_matter(_done: float) -> None:
    """Tell nobody how far it is."""


def new_canvas(out: IO[bytes], title: str, language: str) -> TaggedCanvas:
    """Begin a tagged paper of A4 pages in our first font; every paper is drawn on one of these."""
    return TaggedCanvas(
        out,
        title=fonts.drawable(title),
        language=language,
        font=fonts.body().name,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
    )


def to_pdf(document: Document, told: Told = no_matter) -> bytes:
    """Make the whole file in memory, tagged; nothing a document can hold makes it fail.

    `told` hears before each page how much is done; when it raises, there is no paper.
    """
    out = BytesIO()
    canvas = new_canvas(out, document.title if document.title.strip() else document.kind, document.language)
    look, pages = _fitted(document, canvas.story, told)
    for number, pieces in enumerate(pages, start=1):
        told(_BUILDING + (1 - _BUILDING) * (number - 1) / len(pages))
        canvas.setFillColorRGB(*INK)
        with canvas.artifact("Header"):
            draw_head(canvas, document)
        for piece, down in placed(pieces):
            piece.draw(canvas, MARGIN, PAGE_HEIGHT - look.top - down)
        with canvas.artifact("Footer"):
            draw_foot(canvas, document, number, len(pages), turn_over=look.turn_over)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def pages_of(document: Document) -> list[list[Piece]]:
    """Give what stands on each page, undrawn: for saying what did not fit."""
    return _fitted(document, Element("Document"), no_matter)[1]


def _fitted(document: Document, root: Element, told: Told) -> tuple[Look, list[list[Piece]]]:
    own = sized(MINUTES if document.look == "minutes" else OUTCOME, document.size)
    whole = _pages(document, own, root, told)
    if document.look == "minutes":
        return own, whole
    sides, wanted = len(whole), document.sides
    if sides > 2 * wanted:  # no picture is small enough for that
        return own, whole

    def within(sides: int, shares: Sequence[float]) -> tuple[Look, list[list[Piece]]] | None:
        """Fit it on so many sides with the largest of these shares that does it."""
        looks = (own.smaller(share) for share in (shares if sides else ()))
        tried = ((look, _pages(document, look, root, told)) for look in looks)
        return next(((look, pages) for look, pages in tried if len(pages) <= sides), None)

    fitted = within(wanted, _SMALLER) if sides > wanted else None
    return fitted or within(sides - 1, _A_LITTLE) or (own, whole)


def _pages(document: Document, look: Look, root: Element, told: Told) -> list[list[Piece]]:
    room = PAGE_HEIGHT - look.top - look.bottom
    rest: Sequence[Piece] = list(_pieces(document, look, Story(root), told))
    pages: list[list[Piece]] = []
    while rest:
        told(_BUILDING)
        first = rest[0]
        if pages and isinstance(first, Columns) and (header := first.again(room)) is not None:
            rest = [header, *rest]
        page, rest = split_pieces(rest, room)
        if not page:  # taller than a page and not to be cut: better over the edge than a paper that never ends
            page, rest = list(rest[:1]), rest[1:]
        pages.append(page)
    return pages or [[]]


def _pieces(document: Document, look: Look, story: Story, told: Told) -> Iterator[Piece]:
    yield from _head_pieces(document, look, story)
    for number, block in enumerate(document.blocks):
        told(_BUILDING * number / len(document.blocks))
        yield from pieces_of(block, look, story)


def _head_pieces(document: Document, look: Look, story: Story) -> Iterator[Piece]:
    lines = apart([line for part in document.title.split("\n") for line in set_words(part, look.title, WIDTH)])
    yield Paragraph(lines, look.title, stays=True, element=story.heading(0) if lines else None)
    if document.subtitle:
        words = set_words(document.subtitle, look.subtitle, WIDTH)
        yield Paragraph(words, look.subtitle, element=story.paragraph())
