"""Turns each kind of block into pieces of a page, in the measures of one look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from elephants.paper import document as doc
from elephants.paper.ink import MARGIN, PAGE_WIDTH, PLUM, Look, Style
from elephants.paper.pictured import Blank, Box, Pictured
from elephants.paper.pieces import Columns, Paragraph, Piece, Stack
from elephants.paper.setting import set_words
from elephants.paper.story import Story, cells, figure, list_line
from elephants.paper.tagging import Element

WIDTH = PAGE_WIDTH - 2 * MARGIN
_NEW_PARAGRAPH = re.compile(r"\s*\n\s*\n\s*|[\u2028\u2029]+")
_TALLEST = 420.0  # points: a row or box taller than this is set as plain words, which can go over pages


def pieces_of(block: doc.Block, look: Look, story: Story) -> Iterator[Piece]:
    """Build the pieces of one block, from the top down; `story` is told what they are for a reader."""
    match block:
        case doc.Heading():
            style = look.heading(block.level)
            if lines := set_words(block.words, style, WIDTH):
                yield Paragraph(lines, style, stays=True, element=story.heading(block.level))
        case doc.Text():
            style = look.lead if block.lead else look.text
            yield from _paragraphs(block.words, style, WIDTH, story.root, stays=block.stays)
        case doc.Lines():
            whole = story.group("L")
            for number, item in enumerate(block.items):
                yield _list_line(item, look, whole, stays=_with_next(number, len(block.items)))
            yield _space(look.row.leading * 0.15)
        case doc.Table():
            yield from _rows(block, look, story.group("Table"))
        case doc.Added():
            yield _added(block, look, story.group())
        case doc.Spacer():
            yield _space(block.lines * look.text.leading)
        case _:
            yield _easy(block, look, story)


def _easy(block: doc.PictureRow | doc.AddedRows | doc.Boxed, look: Look, story: Story) -> Piece:
    match block:
        case doc.PictureRow():
            return _pictured(block, look, look.big_picture if block.big else look.picture, story.group())
        case doc.AddedRows():
            return _added_rows(block, look, story)
        case doc.Boxed():
            return _boxed(block, look, story)


def _space(points: float) -> Piece:
    return Stack((), before=points)


def _paragraphs(
    words: doc.Words, style: Style, width: float, within: Element, *, stays: bool = False
) -> Iterator[Piece]:
    for part in _NEW_PARAGRAPH.split(words) if isinstance(words, str) else (words,):
        if lines := set_words(part, style, width):
            yield Paragraph(lines, style, stays=stays, element=Element("P", within))


def _with_next(number: int, count: int) -> bool:
    """Whether a row stays with the next: the first two and the last two never part, so that none stands alone."""
    return number in (0, count - 2) and number < count - 1


def _list_line(item: doc.Line, look: Look, whole: Element, *, stays: bool) -> Piece:
    style = look.row
    indent = style.size * 1.3
    words: doc.Words = item.words
    if item.tail:
        words = (doc.Run(item.words), doc.Run(" " + item.tail, "quiet"))
    label, element = list_line(whole)
    lines = set_words(words, style, WIDTH - indent)
    return Paragraph(lines, style, indent, "dash", stays, element=element, label=label)


def _rows(table: doc.Table, look: Look, whole: Element) -> Iterator[Piece]:
    style = replace(look.row, before=0.0, after=0.0)
    gap = style.size * (0.45 if table.ruled else 0.22)
    rows = (table.header, *table.rows) if table.header else table.rows
    header: Columns | None = None
    for number, row in enumerate(rows):
        row_cells: list[tuple[float, Paragraph]] = []
        left = 0.0
        for column, words, element in zip(table.columns, row, cells(table, whole, number), strict=True):
            wide = column.share * WIDTH
            lines = set_words(words, style, wide if column.right else wide - style.size)
            row_cells.append((left, Paragraph(lines, style, right=wide if column.right else 0.0, element=element)))
            left += wide
        space = style.size * 0.4 if number == len(rows) - 1 else 0.0
        stays = _with_next(number, len(rows))
        piece = Columns(row_cells, gap, table.ruled, number == 0, stays=stays, after=space, width=WIDTH, header=header)
        header = piece if table.header and number == 0 else header
        yield piece


def _added(block: doc.Added, look: Look, whole: Element) -> Piece:
    inset, style = look.row.size * 1.4, replace(look.row, colour=PLUM)
    indent = style.size * 1.8
    inner = WIDTH - inset
    title = Paragraph(set_words(block.title, look.tag, inner), look.tag, stays=True, element=Element("P", whole))
    listed = Element("L", whole)
    lines: list[Piece] = [title]
    for item in block.items:
        label, element = list_line(listed, added=True)
        words = set_words(item, style, inner - indent)
        lines.append(Paragraph(words, style, indent, "plus", element=element, label=label))
    return Stack(lines, PLUM, inset=inset, before=6, after=8)


def _words_stack(words: tuple[doc.Words, ...], look: Look, width: float, within: Element) -> Stack:
    style = replace(look.text, before=0.0, after=0.0)
    lines: list[Piece] = [piece for part in words for piece in _paragraphs(part, style, width, within)]
    return Stack(lines)


def _pictured(row: doc.PictureRow, look: Look, size: float, within: Element) -> Piece:
    """One idea; where it stands in a list, a plus before it says that it was added."""
    label, within = list_line(within, added=True) if within.kind == "L" else (None, within)
    words = _words_stack(row.words, look, WIDTH - look.words_at, within)
    if words.height > _TALLEST:
        return Stack(words.pieces, before=look.row_gap, after=look.row_gap)
    plus = look.text.size * 0.62 if label is not None else 0.0
    gap, shown = look.row_gap, figure(row.picture, within)
    return Pictured(row.picture, words, size, look.words_at, look.big_picture, plus, gap, gap, shown=shown, label=label)


def _added_rows(block: doc.AddedRows, look: Look, story: Story) -> Piece:
    lines = set_words(block.title, look.tag, WIDTH)
    title = Paragraph(lines, look.tag, stays=True, element=story.heading(1) if lines else None)
    listed = story.group("L")
    rows = [_pictured(row, look, look.picture, listed) for row in block.rows]
    return Stack([title, *rows], PLUM, bar_at=-20.0, before=look.part.before, after=look.part.before)


def _boxed(block: doc.Boxed, look: Look, story: Story) -> Piece:
    padding = look.text.size * 1.1
    at = look.words_at - padding if block.picture else 0.0
    width = WIDTH - 2 * padding - at
    whole = story.group("Sect")
    lines = set_words(block.title, look.part, width)
    heading = story.heading(1, whole) if lines else None
    title = Paragraph(lines, replace(look.part, before=0.0, after=2.0), stays=True, element=heading)
    to_write = [Blank(width, look.text.leading * 1.9) for _ in range(block.lines)]
    words = Stack([title, *_words_stack(block.words, look, width, whole).pieces, *to_write])
    if words.height > _TALLEST:
        return Stack(words.pieces, before=look.part.before)
    inside: Piece = words
    if block.picture:
        shown = figure(block.picture, whole)
        inside = Pictured(block.picture, words, look.picture, at, look.big_picture, shown=shown)
    return Box(inside, WIDTH, padding, before=look.part.before, after=look.part.before)
