"""Reads a deck in our own form: `[deck]`, then a `[[card]]` for each card (docs/decks.md)."""

from __future__ import annotations

import re
import tomllib
from pathlib import PurePath

from elephants.sessions.decks.deck import Deck
from elephants.sessions.decks.rows import Rows, texts_of
from elephants.sessions.text import tidy
from elephants.words import tr

_HEAD = re.compile(r"\s*\[\[\s*(?:card|'card'|\"card\")\s*\]\]")


def from_toml(file: str, text: str) -> Deck:
    """Read our own form; refuses what is not written so, with line and reason."""
    heads = [n for n, line in enumerate(text.splitlines(), 1) if _HEAD.match(line)]
    rows = Rows(file, lambda place: heads[place] if place < len(heads) else 1, ids=True)
    table = _table(rows, text)
    head, given = table.get("deck"), table.get("card")
    if not isinstance(head, dict):
        raise rows.refused(1, tr("the part [deck] is missing."))
    if not isinstance(given, list) or not given:
        raise rows.refused(1, tr("there is no [[card]] in this deck."))
    if not all(isinstance(row, dict) for row in given):
        raise rows.refused(1, tr("a card is written as [[card]] with its lines below."))
    licence = head.get("licence")
    title = texts_of(head.get("title")) or {"en": PurePath(file).stem}
    return Deck(title, tidy(licence) if isinstance(licence, str) else "", rows.cards(given))


def _table(rows: Rows, text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as trouble:
        found = re.search(r"at line (\d+)", str(trouble))
        line = int(found.group(1)) if found else len(text.splitlines()) or 1
        said = tr("this is not written as a deck file is. Look at the quotes and brackets.")
        raise rows.refused(line, said) from None
    except RecursionError:
        raise rows.refused(1, tr("there are too many brackets inside one another.")) from None
