"""Writes a document as one web page that needs nothing else: the twin of the paper for who listens to it.

Nothing a person typed acts as markup: every word is escaped, and the page may fetch and run nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from elephants.paper import document as doc
from elephants.paper.forms.letters import kept
from elephants.paper.forms.levels import blocks_with_levels
from elephants.paper.forms.sheet import SHEET
from elephants.paper.pagehead import draft_words
from elephants.pictures.cutpaper import option_picture
from elephants.pictures.layers import svg_text
from elephants.pictures.library import said
from elephants.words import tr

_FROM_RIGHT = ("ar", "fa", "he", "ps", "ur", "yi")
_ALLOWED = "default-src 'none'; style-src 'unsafe-inline'"


def to_html(document: doc.Document) -> str:
    """Give the whole page as text; the same document gives the same page."""
    language = escape(document.language)
    direction = "rtl" if document.language.split("-")[0] in _FROM_RIGHT else "ltr"
    return "\n".join(
        (
            "<!doctype html>",
            f'<html lang="{language}" dir="{direction}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_ALLOWED}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_plain(document.title)}</title>",
            f"<style>{SHEET}</style>",
            "</head>",
            f'<body class="{document.look}">',
            *_head(document),
            "<main>",
            f"<h1>{_words(document.title)}</h1>",
            *([f'<p class="quiet">{_words(document.subtitle)}</p>'] if document.subtitle else []),
            *(line for block, level in blocks_with_levels(document) for line in _block(block, level)),
            "</main>",
            f"<footer><p>{_words(document.footer)}</p>{_check(document)}</footer>",
            "</body>",
            "</html>",
            "",
        )
    )


def _check(document: doc.Document) -> str:
    return f"<p>{_words(document.check)}</p>" if document.check else ""


def _head(document: doc.Document) -> Iterator[str]:
    yield "<header>"
    yield f"<p><strong>{_words(document.space)}</strong> <span>{_words(document.kind)}</span></p>"
    if document.only:
        yield f'<p class="draft">{_words(document.only)}</p>'
    if document.draft:
        yield f'<p class="draft">{_words(draft_words())}</p>'
    yield "</header>"


def _block(block: doc.Block, level: int) -> Iterator[str]:
    match block:
        case doc.Heading():
            yield f"<h{level}>{_words(block.words)}</h{level}>"
        case doc.Text():
            yield f'<p class="lead">{_words(block.words)}</p>' if block.lead else f"<p>{_words(block.words)}</p>"
        case doc.Lines():
            yield from _list(_line(item) for item in block.items)
        case doc.Table():
            yield from _table(block)
        case doc.Added():
            yield f'<div class="added"><p><strong>{_words(block.title)}</strong></p>'
            yield from _list(_words(item) for item in block.items)
            yield "</div>"
        case doc.PictureRow():
            yield _picture_row(block)
        case doc.AddedRows():
            yield f'<div class="added"><p><strong>{_words(block.title)}</strong></p>'
            yield from map(_picture_row, block.rows)
            yield "</div>"
        case doc.Boxed():
            yield from _boxed(block, level)
        case doc.Spacer():
            return


def _list(items: Iterator[str]) -> Iterator[str]:
    yield "<ul>"
    for item in items:
        yield f"<li>{item}</li>"
    yield "</ul>"


def _line(item: doc.Line) -> str:
    tail = f' <span class="quiet">{_words(item.tail)}</span>' if item.tail else ""
    return _words(item.words) + tail


def _table(table: doc.Table) -> Iterator[str]:
    yield "<table>"
    yield "".join(f'<col style="width:{column.share:.0%}">' for column in table.columns)
    if table.header:
        cells = "".join(f'<th scope="col">{_words(words)}</th>' for words in table.header)
        yield f"<thead><tr>{cells}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        yield f"<tr>{''.join(_cells(table, row))}</tr>"
    yield "</tbody></table>"


def _cells(table: doc.Table, row: tuple[doc.Words, ...]) -> Iterator[str]:
    heads = [column.heads for column in table.columns]
    if not any(heads) and not table.header:
        heads[0] = True
    for words, head in zip(row, heads, strict=True):
        said_words = _words(words)
        yield f'<th scope="row">{said_words}</th>' if head and said_words else f"<td>{said_words}</td>"


def _picture_row(row: doc.PictureRow) -> str:
    words = "".join(f"<p>{_words(part)}</p>" for part in row.words)
    return f'<div class="row{" big" if row.big else ""}">{_picture(row.picture)}<div>{words}</div></div>'


def _boxed(block: doc.Boxed, level: int) -> Iterator[str]:
    deeper = min(level + 1, 6) if level == 1 else level
    words = "".join(f"<p>{_words(part)}</p>" for part in block.words)
    lines = '<div class="line"></div>' * block.lines
    yield f'<section class="boxed"><h{deeper}>{_words(block.title)}</h{deeper}>'
    yield f'<div class="row">{_picture(block.picture)}<div>{words}{lines}</div></div></section>'


def _picture(name: str) -> str:
    return svg_text(option_picture(name, fine=True), tr("Picture: {shows}", shows=said(name))) if name else ""


def _words(words: doc.Words) -> str:
    if isinstance(words, str):
        return _plain(words).replace("\n", "<br>")
    return "".join(_run(run) for run in words)


def _run(run: doc.Run) -> str:
    said_words = _plain(run.words).replace("\n", "<br>")
    if run.tone == "strong":
        return f"<strong>{said_words}</strong>"
    return said_words if run.tone == "plain" else f'<span class="{run.tone}">{said_words}</span>'


def _plain(words: str) -> str:
    """Words that stand for themselves and never for markup."""
    return escape(kept(words))
