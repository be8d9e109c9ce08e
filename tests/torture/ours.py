"""Words of our own that a deed may ask for: those its module knows, and those that stand on what it is done to."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache
from typing import Any

from elephants.sessions.deciding.steps import Ending
from elephants.sessions.round import Round
from elephants.sessions.stories.decks import OwnDeck
from elephants.sessions.stories.table import CardTable

_MORE: dict[str, tuple[str, ...]] = {
    "line": ("action 1", "decision 1"), "picture": ("key", "meal", ""), "worry": ("", "yes", "partly", "no"),
    "met": ("met", "partly", "not met", "no longer needed"), "ending": tuple(one.value for one in Ending),
    "answer": ("added", "changed", "not now", "still right", "agenda", "ended"),
}  # fmt: skip
"""Words that no constant of the deed's module names, or that stand among many."""
_LONGEST = 30
"""Letters of a word of ours; what is longer is a sentence for people."""


def words_of(thing: object, deed: Callable[..., object], name: str) -> tuple[str, ...]:
    """Give the words of ours that may be meant where a deed asks for `name`."""
    if name == "card_id" and isinstance(thing, CardTable | OwnDeck):
        return tuple(card.id for card in (thing.shown if isinstance(thing, CardTable) else thing.deck.cards))
    if name == "question" and isinstance(thing, Round):
        return tuple(thing.session.space.retired())
    return _MORE.get(name) or _known_to(deed)


@cache
def _known_to(deed: Callable[..., object]) -> tuple[str, ...]:
    module: Any = inspect.getmodule(deed)
    found = {word for name, value in vars(module).items() if name[:2] != "__" for word in _words_in(value)}
    return tuple(sorted(str(word) for word in found if len(word) <= _LONGEST))


def _words_in(constant: object) -> Iterable[str]:
    """Give what a constant, a table or a StrEnum names."""
    if isinstance(constant, str):
        return [constant]
    if inspect.isclass(constant) and issubclass(constant, StrEnum):
        return list(constant.__members__.values())
    return [one for one in constant if isinstance(one, str)] if isinstance(constant, dict | tuple | frozenset) else []
