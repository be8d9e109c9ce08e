"""Writes a document as Markdown, for groups that keep their papers as plain text or put them on a page of their own.

What a person typed never acts as markup: every sign that Markdown would read as an order is told to stand for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from elephants.paper import document as doc
from elephants.paper.forms.letters import kept
from elephants.paper.forms.levels import blocks_with_levels
from elephants.paper.pagehead import draft_words

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&$@^]|^[-+=]|(?<=\w):(?=//))", re.MULTILINE)
_NUMBER = re.compile(r"^(\d+)([.)])", re.MULTILINE)
_INDENT = re.compile(r"(?<=\n)[^\S\n]+")
_ADDRESS = re.compile(r"(?<=www)(?=\.)", re.IGNORECASE)


def to_markdown(document: doc.Document) -> str:
    """Give the whole paper as text; the same document gives the same text."""
    parts = [f"**{_one_line(document.space)}** {_one_line(document.kind)}"]
    if document.only:
        parts.append(f"**{_plain(document.only)}**")
    if document.draft:
        parts.append(f"**{_plain(draft_words())}**")
    parts.append(f"# {_one_line(document.title)}")
    if document.subtitle:
        parts.append(_plain(document.subtitle))
    parts += [part for block, level in blocks_with_levels(document) for part in _block(block, level)]
    parts += ["* * *", _plain(document.footer), _plain(document.check)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: doc.Block, level: int) -> Iterator[str]:
    match block:
        case doc.Heading():
            yield f"{'#' * level} {_one_line(block.words)}"
        case doc.Text():
            yield _words(block.words)
        case doc.Lines():
            yield "\n".join(f"- {_on_one_line(_line(item))}" for item in block.items)
        case doc.Table():
            yield _table(block)
        case doc.Added():
            yield f"**{_one_line(block.title)}**"
            yield "\n".join(f"- {_one_line(item)}" for item in block.items)
        case doc.PictureRow():
            yield _lines(block.words)
        case doc.AddedRows():
            yield f"**{_one_line(block.title)}**"
            yield "\n".join(f"- {_on_one_line(_lines(row.words))}" for row in block.rows)
        case doc.Boxed():
            yield f"{'#' * max(level, 2)} {_one_line(block.title)}"
            yield _lines(block.words)
            yield from ("." * 60 for _ in range(block.lines))
        case doc.Spacer():
            return


def _lines(words: tuple[doc.Words, ...]) -> str:
    return "  \n".join(filter(None, map(_words, words)))


def _line(item: doc.Line) -> str:
    return f"{_plain(item.words)} {_plain(item.tail)}".rstrip()


def _table(table: doc.Table) -> str:
    header = table.header or ("",) * len(table.columns)
    rows = [header, *table.rows]
    lines = [f"| {' | '.join(_on_one_line(_words(cell)) for cell in row)} |" for row in rows]
    rule = f"| {' | '.join('---:' if column.right else '---' for column in table.columns)} |"
    return "\n".join((lines[0], rule, *lines[1:]))


def _words(words: doc.Words) -> str:
    if isinstance(words, str):
        return _plain(words).strip()
    return "".join(_run(words, number) for number in range(len(words))).strip()


def _run(runs: tuple[doc.Run, ...], number: int) -> str:
    """One run; it has weight only where white space or nothing is beside it: else its stars could stand as stars."""
    said = _plain(runs[number].words)
    before = runs[number - 1].words if number else ""
    after = runs[number + 1].words if number + 1 < len(runs) else ""
    beside = f"{before[-1:]}{after[:1]}"
    if runs[number].tone != "strong" or not said.strip() or (beside and not beside.isspace()):
        return said
    bare = said.strip()
    return said.replace(bare, f"**{bare}**", 1)


def _plain(words: str) -> str:
    told = _ADDRESS.sub(r"\\", _SIGNS.sub(r"\\\1", kept(words)))
    return _NUMBER.sub(r"\1\\\2", _INDENT.sub("", told)).strip("\n")


def _one_line(words: doc.Words) -> str:
    return _on_one_line(_words(words))


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
