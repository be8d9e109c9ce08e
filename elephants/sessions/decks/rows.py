"""What every form of deck file shares: loose rows become cards, and what is no card is refused with line and reason."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping

from elephants.sessions.decks.deck import EASY, LONGEST_PROMPT, MOST_CARDS, SHELVES, Card
from elephants.sessions.text import Refused, blank, tidy
from elephants.words import tr

LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")
_NAMED = {
    "arabic": "ar", "bengali": "bn", "chinese": "zh", "dutch": "nl", "english": "en", "farsi": "fa", "french": "fr",
    "german": "de", "hindi": "hi", "italian": "it", "kurdish": "ku", "pashto": "ps", "persian": "fa", "polish": "pl",
    "portuguese": "pt", "punjabi": "pa", "romanian": "ro", "russian": "ru", "somali": "so", "spanish": "es",
    "swedish": "sv", "tigrinya": "ti", "turkish": "tr", "ukrainian": "uk", "urdu": "ur", "vietnamese": "vi",
    "welsh": "cy",
}  # fmt: skip

At = Callable[[int], int]
"""Tells on which line of the file the row of a place stands."""


def no_line(_place: int) -> int:
    """Say that a form cannot tell its lines: the first stands for all."""
    return 1


def language_of(name: object) -> str:
    """Give the code of a language by its code or its English name; what is neither is English."""
    said = name.strip() if isinstance(name, str) else ""
    return _NAMED.get(said.casefold()) or (said if LANGUAGE.fullmatch(said) else "en")


def texts_of(given: object, language: str = "en") -> dict[str, str]:
    """Language and clean words; what is empty or no text is left out. A text alone is in the file's language."""
    if isinstance(given, str):
        given = {language: given}
    if not isinstance(given, dict):
        return {}
    tidied = {str(lang): tidy(text).strip() for lang, text in given.items() if isinstance(text, str)}
    return {lang: text for lang, text in tidied.items() if not blank(text)}


def alike(words: str) -> str:
    """Fold words so that the same prompt is known again whatever its capitals, spaces and end mark."""
    plain = unicodedata.normalize("NFC", words).casefold()
    return " ".join(plain.split()).rstrip(".!?… ")


def made_id(texts: Mapping[str, str]) -> str:
    """Give a card without an id one that is the same whenever its file is read, in whatever order its cards stand."""
    return hashlib.blake2b(alike(next(iter(texts.values()))).encode(), digest_size=8).hexdigest()


class Rows:
    """Turns the loose rows of one file into cards; `at` knows the lines, `alone` whether a card may lack an id."""

    def __init__(self, file: str, at: At = no_line, *, ids: bool = False, language: str = "en") -> None:
        self.file, self._at, self._ids, self._language = file, at, ids, language

    def refused(self, line: int, reason: str) -> Refused:
        """Make the refusal: file, line, reason."""
        return Refused(tr("{file}, line {line}: {reason}", file=self.file, line=line, reason=reason))

    def cards(self, rows: list[object]) -> tuple[Card, ...]:
        """Give the cards; refuses none, more than 5,000, and what is no card with its line and the reason."""
        if not rows:
            raise self.refused(1, tr("there is no card in this deck."))
        if len(rows) > MOST_CARDS:
            raise self.refused(1, tr("there are {n} cards. {most} is the most.", n=len(rows), most=MOST_CARDS))
        return tuple(self._each(rows))

    def _each(self, rows: Iterable[object]) -> Iterator[Card]:
        seen: set[str] = set()
        for place, row in enumerate(rows):
            card = self._card(place, row)
            if card.id not in seen:
                seen.add(card.id)
                yield card
            elif self._ids or (isinstance(row, dict) and row.get("id")):
                raise self.refused(self._at(place), tr("there is a card with this id already."))
            # without ids of their own, the same words twice are one card

    def _card(self, place: int, row: object) -> Card:
        if isinstance(row, str):
            row = {"text": row}
        if not isinstance(row, dict):
            raise self.refused(self._at(place), tr("this is not a card."))
        texts = texts_of(row.get("text"), self._language)
        return Card(self._id(place, row, texts), self._shelf(place, row), self._picture(place, row), texts)

    def _id(self, place: int, row: dict[str, object], texts: dict[str, str]) -> str:
        name = row.get("id")
        if self._ids and (not isinstance(name, str) or blank(name)):
            raise self.refused(self._at(place), tr("this card has no id."))
        if not texts:
            raise self.refused(self._at(place), tr("this card has no prompt in any language."))
        if max(map(len, texts.values())) > LONGEST_PROMPT:
            said = tr("this prompt is too long. {most} signs is the most.", most=LONGEST_PROMPT)
            raise self.refused(self._at(place), said)
        given = tidy(str(name)).strip() if isinstance(name, str | int) else ""
        return given[:100] if not blank(given) else made_id(texts)

    def _shelf(self, place: int, row: dict[str, object]) -> str:
        shelf = row.get("shelf") or EASY
        if shelf not in SHELVES:
            raise self.refused(self._at(place), tr('the shelf of this card is neither "easy" nor "more".'))
        return str(shelf)

    def _picture(self, place: int, row: dict[str, object]) -> str:
        picture = row.get("picture") or ""
        if not isinstance(picture, str):
            raise self.refused(self._at(place), tr("the picture of this card is not a name."))
        return tidy(picture).strip()[:100]
