"""Turns each kind of block into pieces of a page, in the measures of one look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from elephants.paper import document as doc
from elephants.paper.ink import MARGIN, PAGE_WIDTH, PLUM, Look, Style
from elephants.paper.pictured import Box, Pictured
from elephants.paper.pieces import Columns, Paragraph, Piece, Stack
from elephants.paper.setting import set_words

WIDTH = PAGE_WIDTH - 2 * MARGIN
_NEW_PARAGRAPH = re.compile(r"\s*\n\s*\n\s*|[\u2028\u2029]+")
_TALLEST = 420.0  # points: a row or box taller than this is set as plain words, which can go over pages


def pieces_of(block: doc.Block, look: Look) -> Iterator[Piece]:
    """Build the pieces of one block, from the top down."""
    match block:
        case doc.Heading():
            style = look.heading(block.level)
            yield Paragraph(set_words(block.words, style, WIDTH), style, stays=True)
        case doc.Text():
            yield from _paragraphs(block.words, look.lead if block.lead else look.text, WIDTH, stays=block.stays)
        case doc.Lines():
            for number, item in enumerate(block.items):
                yield _list_line(item, look, stays=_with_next(number, len(block.items)))
            yield _space(look.row.leading * 0.15)
        case doc.Table():
            yield from _rows(block, look)
        case doc.Added():
            yield _added(block, look)
        case doc.Spacer():
            yield _space(block.lines * look.text.leading)
        case _:
            yield _easy(block, look)


def _easy(block: doc.PictureRow | doc.AddedRows | doc.Boxed, look: Look) -> Piece:
    match block:
        case doc.PictureRow():
            return _pictured(block, look, look.big_picture if block.big else look.picture)
        case doc.AddedRows():
            return _added_rows(block, look)
        case doc.Boxed():
            return _boxed(block, look)


def _space(points: float) -> Piece:
    return Stack((), before=points)


def _paragraphs(words: doc.Words, style: Style, width: float, *, stays: bool = False) -> Iterator[Piece]:
    for part in _NEW_PARAGRAPH.split(words) if isinstance(words, str) else (words,):
        if lines := set_words(part, style, width):
            yield Paragraph(lines, style, stays=stays)


def _with_next(number: int, count: int) -> bool:
    """Whether a row stays with the next: the first two and the last two never part, so that none stands alone."""
    return number in (0, count - 2) and number < count - 1


def _list_line(item: doc.Line, look: Look, *, stays: bool) -> Piece:
    style = look.row
    indent = style.size * 1.3
    words: doc.Words = item.words
    if item.tail:
        words = (doc.Run(item.words), doc.Run(" " + item.tail, "quiet"))
    return Paragraph(set_words(words, style, WIDTH - indent), style, indent, "dash", stays)


def _rows(table: doc.Table, look: Look) -> Iterator[Piece]:
    style = replace(look.row, before=0.0, after=0.0)
    gap = style.size * (0.45 if table.ruled else 0.22)
    for number, row in enumerate(table.rows):
        cells: list[tuple[float, Paragraph]] = []
        left = 0.0
        for column, words in zip(table.columns, row, strict=True):
            wide = column.share * WIDTH
            inner = wide if column.right else wide - style.size
            lines = set_words(words, style, inner)
            cells.append((left, Paragraph(lines, style, right=wide if column.right else 0.0)))
            left += wide
        stays = _with_next(number, len(table.rows))
        space = style.size * 0.4 if number == len(table.rows) - 1 else 0.0
        yield Columns(cells, gap, table.ruled, number == 0, stays=stays, after=space, width=WIDTH)


def _added(block: doc.Added, look: Look) -> Piece:
    inset, style = look.row.size * 1.4, replace(look.row, colour=PLUM)
    indent = style.size * 1.8
    inner = WIDTH - inset
    title = Paragraph(set_words(block.title, look.tag, inner), look.tag, stays=True)
    lines = [Paragraph(set_words(item, style, inner - indent), style, indent, "plus") for item in block.items]
    return Stack([title, *lines], PLUM, inset=inset, before=6, after=8)


def _words_stack(words: tuple[doc.Words, ...], look: Look, width: float) -> Stack:
    style = replace(look.text, before=0.0, after=0.0)
    lines: list[Piece] = [piece for part in words for piece in _paragraphs(part, style, width)]
    return Stack(lines)


def _pictured(row: doc.PictureRow, look: Look, size: float, plus: float = 0.0) -> Piece:
    words = _words_stack(row.words, look, WIDTH - look.words_at)
    if words.height > _TALLEST:
        return Stack(words.pieces, before=look.row_gap, after=look.row_gap)
    return Pictured(row.picture, words, size, look.words_at, look.big_picture, plus, look.row_gap, look.row_gap)


def _added_rows(block: doc.AddedRows, look: Look) -> Piece:
    title = Paragraph(set_words(block.title, look.tag, WIDTH), look.tag, stays=True)
    rows = [_pictured(row, look, look.picture, plus=look.text.size * 0.62) for row in block.rows]
    return Stack([title, *rows], PLUM, bar_at=-20.0, before=look.part.before, after=look.part.before)


def _boxed(block: doc.Boxed, look: Look) -> Piece:
    padding = look.text.size * 1.1
    at = look.words_at - padding if block.picture else 0.0
    width = WIDTH - 2 * padding - at
    title = Paragraph(set_words(block.title, look.part, width), replace(look.part, before=0.0, after=2.0), stays=True)
    words = Stack([title, *_words_stack(block.words, look, width).pieces])
    if words.height > _TALLEST:
        return Stack(words.pieces, before=look.part.before)
    inside: Piece = words
    if block.picture:
        inside = Pictured(block.picture, words, look.picture, at, look.big_picture)
    return Box(inside, WIDTH, padding, before=look.part.before, after=look.part.before)
