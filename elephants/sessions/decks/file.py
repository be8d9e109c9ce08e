"""Reads a deck of story cards from its file: TOML, CSV or JSON (docs/decks.md)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from elephants.sessions.decks.deck import Deck
from elephants.sessions.decks.from_csv import from_csv
from elephants.sessions.decks.from_json import from_json
from elephants.sessions.decks.from_toml import from_toml
from elephants.sessions.text import Refused
from elephants.words import tr

LARGEST_FILE = 8_000_000  # bytes: five thousand long prompts in several languages

FORMS: dict[str, Callable[[str, str], Deck]] = {
    ".toml": from_toml,
    ".csv": from_csv,
    ".tsv": from_csv,
    ".json": from_json,
}
"""How a file is read, by the end of its name; each takes the file's name and its text."""


def read_deck(path: Path) -> Deck:
    """Read a deck file, in the form that the end of its name says.

    Refuses, in a sentence with the line and the reason where there is one, what is no deck: not to be read, over
    8 MB, no text in UTF-8, another form, no card, a card without a prompt, a prompt over 2,000 signs, an id twice,
    an unknown shelf, more than 5,000 cards.
    """
    form = FORMS.get(path.suffix.casefold())
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Refused(tr("{file} is too large for a deck of cards.", file=path.name))
        given = path.read_bytes()
    except (OSError, ValueError) as trouble:
        raise Refused(tr("{file} cannot be read. Is it still there?", file=path.name)) from trouble
    if form is None:
        raise Refused(tr("{file} is not a deck of cards. A deck ends in .toml, .csv or .json.", file=path.name))
    try:
        text = given.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(
            tr("{file} is not a text file in UTF-8. Save it again as UTF-8, then bring it in.", file=path.name)
        ) from None
    return form(path.name, text)
