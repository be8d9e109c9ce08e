"""Reads a deck from JSON: our own form, a bare list of prompts, or lists of questions as other card apps keep them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import PurePath

from elephants.sessions.decks.deck import Deck
from elephants.sessions.decks.rows import LANGUAGE, Rows, language_of, texts_of
from elephants.sessions.text import tidy
from elephants.words import tr

_LISTS = ("cards", "card", "questions", "prompts")
_WORDS = ("text", "question", "prompt", "card")
_OWN = ("id", "shelf", "picture")
_DEEP = 6
_TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|[{}\[\],]', re.DOTALL)

Step = str | int


def from_json(file: str, text: str) -> Deck:
    """Read a list of cards wherever the file keeps it; refuses what is no JSON and what holds no list of cards.

    A card is its words alone, or `{"text": ...}` as in our own form; `question` and `prompt` are taken for `text`,
    and groups of questions are read as one list.
    """
    paths: list[tuple[Step, ...]] = []
    found = _found(Rows(file), text)
    about = _about(found)
    rows = Rows(file, lambda place: line_of(text, paths[place]), language=language_of(about.get("language")))
    cards: list[object] = []
    for path, card in _cards(rows, found, ()):
        paths.append(path)
        cards.append(card)
    title = texts_of(about.get("title") or about.get("name")) or {"en": PurePath(file).stem}
    licence = about.get("licence") or about.get("license")
    return Deck(title, tidy(licence) if isinstance(licence, str) else "", rows.cards(cards))


def _found(rows: Rows, text: str) -> object:
    try:
        found: object = json.loads(text)
    except json.JSONDecodeError as trouble:
        said = tr("this is not written as a deck file is. Look at the quotes and brackets.")
        raise rows.refused(trouble.lineno, said) from None
    except (RecursionError, ValueError):
        raise rows.refused(1, tr("there are too many brackets inside one another.")) from None
    return found


def _about(found: object) -> dict[str, object]:
    """Give the part that tells of the deck as a whole: `deck`, `app`, or the whole."""
    whole = found if isinstance(found, dict) else {}
    part = next((whole[name] for name in ("deck", "app") if isinstance(whole.get(name), dict)), whole)
    return dict(part)


def _cards(rows: Rows, found: object, path: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], object]]:
    """Give each card with the way to it; refuses what holds no list, and groups deep within groups."""
    name = _list_in(found)
    if name:
        found, path = found[name] if isinstance(found, dict) else found, (*path, name)
    if not isinstance(found, list):
        raise rows.refused(1, tr("there is no list of cards in this file."))
    if len(path) > _DEEP:
        raise rows.refused(1, tr("there are too many brackets inside one another."))
    for place, one in enumerate(found):
        if isinstance(one, list) or _list_in(one):
            yield from _cards(rows, one, (*path, place))
        else:
            yield (*path, place), _card(one)


def _list_in(found: object) -> str:
    names = _LISTS if isinstance(found, dict) else ()
    return next((name for name in names if isinstance(found, dict) and isinstance(found.get(name), list)), "")


def _card(one: object) -> object:
    if not isinstance(one, dict):
        return one
    name = next((name for name in _WORDS if name in one), "")
    texts = one[name] if name else {key: words for key, words in one.items() if LANGUAGE.fullmatch(key)}
    return {**{key: one[key] for key in _OWN if key in one}, "text": texts}


def line_of(text: str, path: tuple[Step, ...]) -> int:
    """Tell on which line of a JSON text the thing at the end of this way begins; the first where it is not found."""
    at: list[Step] = []
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign in ("}", "]"):
            at.pop()
        elif sign == ",":
            step = at[-1]
            at[-1] = step + 1 if isinstance(step, int) else ""
        elif sign[0] == '"' and at and at[-1] == "":
            at[-1] = str(json.loads(sign))
        elif tuple(at) == path:
            return text.count("\n", 0, token.start()) + 1
        elif sign in ("{", "["):
            at.append("" if sign == "{" else 0)
    return 1
