"""Papers to measure with, and the floors beside them: a bare canvas, WeasyPrint, and our own pages without tags."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from html import escape
from importlib import import_module
from io import BytesIO
from typing import Any
from unittest import mock

from reportlab.pdfgen.canvas import Canvas

from elephants.paper import building, fonts, layout, story
from elephants.paper.document import (
    Added,
    AddedRows,
    Boxed,
    Column,
    Document,
    Heading,
    Line,
    Lines,
    PictureRow,
    Table,
    Text,
    plain_words,
    strong,
)
from elephants.paper.ink import MARGIN, PAGE_HEIGHT, PAGE_WIDTH
from elephants.paper.show import draw_picture
from elephants.paper.tagging import Element, TaggedCanvas

WORDS = (
    "The hall is warm and it is free, but it is far for people without a bus pass and the door is heavy.",
    "This kitchen is ours, we painted it; the kitchen has no heating after eight and the lamp is broken.",
    "On the first Tuesday of each month we are in the kitchen and finish by eight, so that nobody is lost.",
    "We set off together from the kitchen at half past five and walk or ride, whoever wants can come along.",
)
PICTURES = ("church", "bus", "key", "soup", "lamp", "door", "clock", "plant")
DECISIONS = 9  # fill ten pages


def minutes(decisions: int = DECISIONS) -> Document:
    """Minutes of an evening with many decisions; nine of them are ten pages of A4."""
    blocks: list[Any] = []
    for number in range(1, decisions + 1):
        views = tuple(Line(f"{number}. {words}", "Some of us feel this too.") for words in WORDS * 2)
        blocks += [
            Heading(f"{number}. Where we meet in winter", 2),
            Text(" ".join(WORDS), lead=True),
            Added("Added because some of us need it", WORDS[:3]),
            Heading("The views we kept", 3),
            Lines(views),
            Heading("Who does what", 3),
            Table(
                (Column(0.19), Column(0.5), Column(0.31, right=True)),
                tuple((strong("The group"), words[:50], "by Tuesday 2 February 2027") for words in WORDS),
                ruled=True,
            ),
        ]
    title = "Working session, Tuesday 24 November 2026"
    return Document(title, "Tuesday kitchen", "Minutes", "Tuesday kitchen, Tuesday 24 November 2026", blocks)


def sheet(number: int, ideas: int) -> Document:
    """One outcome sheet with pictures; three ideas are one side of A4, eight are two."""
    said = [(strong(WORDS[n % 4][:50]), WORDS[n % 3][:60]) for n in range(ideas)]
    rows = [PictureRow(PICTURES[(number + n) % 8], words) for n, words in enumerate(said)]
    added = AddedRows("What we added so more of us could come along", (PictureRow("door", (WORDS[3][:50],)),))
    box = Boxed("Next session", (strong("Tuesday 1 December 2026, 6 pm"), "Bring something to talk about."), "calendar")
    blocks: list[Any] = [Heading("What we decided"), *rows, added, box]
    day = "Tuesday 24 November 2026"
    return Document(f"Our session on\n{day}", "Tuesday kitchen", "Easy to read", day, blocks, look="outcome")


def lines_of(pdf: bytes) -> list[list[str]]:
    """The lines of each page of a PDF, as they stand there."""
    with import_module("pypdfium2").PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range().splitlines() for page in document]


def bare_canvas(pages: list[list[str]], pictures: list[str] | None = None, size: float = 11) -> bytes:
    """The floor: the same lines in the same font and the same pictures, no page layout, no rules, no marks."""
    out = BytesIO()
    first_font: dict[str, Any] = {"initialFontName": fonts.body().name}
    canvas = Canvas(out, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, pageCompression=1, **first_font)
    for place, lines in enumerate(pages):
        canvas.setFont(fonts.body().name, size)
        for number, line in enumerate(lines):
            canvas.drawString(MARGIN, PAGE_HEIGHT - MARGIN - 15 * number, line)
        for number, picture in enumerate((pictures or [])[place :: len(pages)]):
            draw_picture(canvas, picture, MARGIN, PAGE_HEIGHT - MARGIN - 84 * number, 84)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def pictures_of(document: Document) -> list[str]:
    """The pictures of an outcome sheet, in their order."""
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, (PictureRow, Boxed)):
            found.append(block.picture)
        elif isinstance(block, AddedRows):
            found += [row.picture for row in block.rows]
    return found


def as_html(document: Document) -> str:
    """The same words as a page for WeasyPrint, as plain as there is one."""
    parts = [f"<h1>{escape(document.title)}</h1>"]
    for block in document.blocks:
        match block:
            case Heading():
                parts.append(f"<h{block.level + 1}>{escape(block.words)}</h{block.level + 1}>")
            case Text():
                parts.append(f"<p>{escape(plain_words(block.words))}</p>")
            case Lines():
                parts.append(_listed(tuple(f"{line.words} {line.tail}" for line in block.items)))
            case Added():
                parts.append(f"<p><b>{escape(block.title)}</b></p>{_listed(block.items)}")
            case Table():
                cells = ("".join(f"<td>{escape(plain_words(cell))}</td>" for cell in row) for row in block.rows)
                parts.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>")
            case _:
                continue
    look = "@page{size:A4;margin:18mm}body{font:11pt sans-serif;line-height:16pt}table{width:100%}"
    return f"<html lang=en><title>{escape(document.title)}</title><style>{look}</style>{''.join(parts)}</html>"


def _listed(items: tuple[str, ...]) -> str:
    return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>"


def by_weasyprint(html: str) -> bytes:
    """The same words by WeasyPrint, tagged too."""
    return bytes(import_module("weasyprint").HTML(string=html).write_pdf(pdf_variant="pdf/ua-1"))


class Untagged(TaggedCanvas):
    """Our canvas as it was before it had tags: every mark is empty, nothing is written of the structure."""

    def marked(self, *_: object) -> Any:
        """Mark nothing."""
        return nullcontext()

    def artifact(self, *_: object) -> Any:
        """Mark nothing."""
        return nullcontext()

    def showPage(self) -> None:  # noqa: N802
        """End the page."""
        Canvas.showPage(self)

    def save(self) -> None:
        """Write the file."""
        Canvas.save(self)


_ONE = Element("P")


def _one_for_all(*_: object, **__: object) -> Element:
    return _ONE


@contextmanager
def untagged() -> Iterator[None]:
    """While this holds, papers are built without a structure and without the elements it is made of."""
    with ExitStack() as stack:
        stack.enter_context(mock.patch.object(layout, "TaggedCanvas", Untagged))
        for module in (building, story):
            stack.enter_context(mock.patch.object(module, "Element", _one_for_all))
        yield
