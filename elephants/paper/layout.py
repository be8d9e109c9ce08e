"""Draws a document as a PDF in memory: pages shared out first, then drawn, so every page can say how many there are.

The same document gives the same bytes. The file tells nothing but its title: no author, program, date or path
(METHOD.md, Ten promises 7).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas

from elephants.paper import fonts
from elephants.paper.building import WIDTH, pieces_of
from elephants.paper.document import Document
from elephants.paper.ink import INK, MARGIN, MINUTES, OUTCOME, PAGE_HEIGHT, PAGE_WIDTH, Look
from elephants.paper.pagehead import draw_foot, draw_head
from elephants.paper.pieces import Paragraph, Piece, placed, split_pieces
from elephants.paper.setting import set_words

_SMALLER = (0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5)  # before an outcome sheet takes a third side
_A_LITTLE = _SMALLER[:5]  # before it takes a last side on which little would stand
_SIDES = 2


class TitleOnly(PDFInfo):
    """What the file says about itself."""

    def format(self, document: PDFDocument) -> bytes:
        return PDFDictionary({"Title": PDFString(self.title)}).format(document)


def to_pdf(document: Document) -> bytes:
    """Make the whole file in memory; nothing a document can hold makes it fail."""
    look, pages = _fitted(document)
    out = BytesIO()
    first_font: dict[str, Any] = {"initialFontName": fonts.body().name}  # else Helvetica slips in, not embedded
    canvas = Canvas(
        out,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        invariant=1,
        pageCompression=1,
        lang=document.language,
        **first_font,
    )
    info = TitleOnly()
    info.title = fonts.drawable(document.title)
    vars(canvas)["_doc"].info = info  # the public setters leave empty fields and an invented date
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for number, pieces in enumerate(pages, start=1):
        canvas.setFillColorRGB(*INK)
        draw_head(canvas, document)
        for piece, down in placed(pieces):
            piece.draw(canvas, MARGIN, PAGE_HEIGHT - look.top - down)
        draw_foot(canvas, document, number, len(pages), turn_over=look.turn_over)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _fitted(document: Document) -> tuple[Look, list[list[Piece]]]:
    if document.look == "minutes":
        return MINUTES, _pages(document, MINUTES)
    whole = _pages(document, OUTCOME)
    sides = len(whole)
    if sides > 2 * _SIDES:  # no picture is small enough for that
        return OUTCOME, whole
    fitted = _within(document, _SIDES, _SMALLER) if sides > _SIDES else None
    return fitted or _within(document, sides - 1, _A_LITTLE) or (OUTCOME, whole)


def _within(document: Document, sides: int, shares: Sequence[float]) -> tuple[Look, list[list[Piece]]] | None:
    """Fit an outcome sheet on so many sides with the largest of these shares that does it."""
    for share in shares if sides else ():
        look = OUTCOME.smaller(share)
        pages = _pages(document, look)
        if len(pages) <= sides:
            return look, pages
    return None


def _pages(document: Document, look: Look) -> list[list[Piece]]:
    room = PAGE_HEIGHT - look.top - look.bottom
    rest: Sequence[Piece] = [*_head_pieces(document, look), *(p for b in document.blocks for p in pieces_of(b, look))]
    pages: list[list[Piece]] = []
    while rest:
        page, rest = split_pieces(rest, room)
        if not page:  # taller than a page and not to be cut: better over the edge than a paper that never ends
            page, rest = list(rest[:1]), rest[1:]
        pages.append(page)
    return pages or [[]]


def _head_pieces(document: Document, look: Look) -> Iterator[Piece]:
    lines = [line for part in document.title.split("\n") for line in set_words(part, look.title, WIDTH)]
    yield Paragraph(lines, look.title, stays=True)
    if document.subtitle:
        yield Paragraph(set_words(document.subtitle, look.subtitle, WIDTH), look.subtitle)
