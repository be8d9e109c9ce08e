"""Reads a deck from a table: a first line that names the columns, then a line for each card (docs/decks.md)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import PurePath

from elephants.sessions.decks.deck import LONGEST_PROMPT, Deck
from elephants.sessions.decks.rows import LANGUAGE, Rows, language_of
from elephants.sessions.text import tidy
from elephants.words import tr

_PROMPT = ("text", "prompt", "question", "card")
_OWN = ("id", "shelf", "picture")
_BETWEEN = ",;\t"


def from_csv(file: str, text: str) -> Deck:
    """Read a table with commas, semicolons or tabs between; refuses one whose first line names no column of prompts.

    Columns: `id`, `shelf`, `picture`, and the prompts under `text`, or under a language, such as `en` and `pl`. Any
    other column is left out.
    """
    lines: list[int] = []
    rows = Rows(file, lambda place: lines[place])
    named: list[str] | None = None
    cards: list[object] = []
    for line, cells in _cells(rows, text):
        if named is None:
            named = [_column(cell) for cell in cells]
            if not any(name.startswith("text.") for name in named):
                raise rows.refused(line, tr("the first line names the columns, such as: shelf, picture, en, pl."))
            continue
        lines.append(line)
        cards.append(_row(named, cells))
    return Deck({"en": PurePath(file).stem}, "", rows.cards(cards))


def _cells(rows: Rows, text: str) -> Iterator[tuple[int, list[str]]]:
    """Give each line that is not empty, with where it begins in the file."""
    first = text.lstrip().split("\n", 1)[0]
    between = max(_BETWEEN, key=first.count)
    csv.field_size_limit(20 * LONGEST_PROMPT)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=between, strict=True)
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error:
        said = tr("a cell begins with quotes and does not end with them, or it is far too long.")
        raise rows.refused(begins, said) from None


def _column(cell: str) -> str:
    name = tidy(cell).strip().casefold()
    if name in _OWN:
        return name
    if name in _PROMPT:
        return "text.en"
    code = name.removeprefix("text.")
    known = LANGUAGE.fullmatch(code) or language_of(code) != "en" or code == "english"
    return f"text.{language_of(code)}" if known else ""


def _row(named: list[str], cells: list[str]) -> dict[str, object]:
    row: dict[str, object] = {}
    texts: dict[str, str] = {}
    for name, cell in zip(named, cells, strict=False):
        if name.startswith("text."):
            texts.setdefault(name.removeprefix("text."), cell)
        elif name:
            row[name] = cell.strip().casefold() if name == "shelf" else cell
    return {**row, "text": texts}
