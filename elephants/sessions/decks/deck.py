"""Story cards and the deck they belong to (METHOD.md, More than One Story); where they come from is in `file`."""

from __future__ import annotations

from dataclasses import dataclass, field

EASY = "easy"
MORE = "more"
SHELVES = (EASY, MORE)
LONGEST_PROMPT = 2_000
"""Signs: two hundred words and more; the room reads a long prompt in pages."""
MOST_CARDS = 5_000
FACE_UP = 3


@dataclass(frozen=True, repr=False)  # no repr: a prompt must not reach a log
class Card:
    """One card: its prompt in each of the deck's languages, the shelf it lies on, and the name of its picture."""

    id: str
    shelf: str
    picture: str
    text: dict[str, str] = field(hash=False)

    def prompt(self, language: str = "en") -> str:
        """The prompt in a language ("pl", "pt_BR"), else in English, else in any that there is."""
        for wanted in (language, language.replace("-", "_").split("_")[0], "en"):
            if wanted in self.text:
                return self.text[wanted]
        return next(iter(self.text.values()))


@dataclass(frozen=True, repr=False)
class Deck:
    """The cards of one file, with its title in each language and the licence they come under."""

    title: dict[str, str] = field(hash=False)
    licence: str
    cards: tuple[Card, ...]

    def name(self, language: str = "en") -> str:
        """The title in a language, else in English, else in any, else none."""
        return self.title.get(language) or self.title.get("en") or next(iter(self.title.values()), "")

    def languages(self) -> tuple[str, ...]:
        """The languages its prompts are in, the one most cards have first."""
        count: dict[str, int] = {}
        for card in self.cards:
            for language in card.text:
                count[language] = count.get(language, 0) + 1
        return tuple(sorted(count, key=lambda language: (-count[language], language != "en", language)))

    def in_language(self, language: str) -> int:
        """How many cards have their prompt in a language; the others show theirs in English or any other."""
        return sum(language in card.text for card in self.cards)
