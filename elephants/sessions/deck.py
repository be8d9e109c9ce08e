"""Reads a deck of story cards from its file, and lays the cards on the table (METHOD.md, More than One Story).

The table is a thing of the moment: which cards were up, swapped or told is in memory only and never written.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from elephants.sessions.text import Refused, blank, tidy
from elephants.words import tr

EASY = "easy"
MORE = "more"
SHELVES = (EASY, MORE)
LONGEST_PROMPT = 1_000
MOST_CARDS = 5_000
FACE_UP = 3
_LARGEST_FILE = 8_000_000  # bytes: five thousand long prompts in several languages
_HEAD = re.compile(r"\s*\[\[\s*(?:card|'card'|\"card\")\s*\]\]")


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


def read_deck(path: Path) -> Deck:
    """Read a deck file (TOML: `[deck]`, then a `[[card]]` for each card).

    Refuses, in a sentence with the line and the reason, what is no deck: not to be read, not TOML, no card, a card
    without id or prompt, a prompt over 1,000 signs, an id twice, an unknown shelf, more than 5,000 cards.
    """
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise Refused(tr("{file} is too large for a deck of cards.", file=path.name))
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as trouble:
        raise Refused(tr("{file} cannot be read. Is it still there?", file=path.name)) from trouble
    except UnicodeDecodeError as trouble:
        raise Refused(tr("{file} is not a text file in UTF-8.", file=path.name)) from trouble
    return _Reader(path.name, text).deck()


class _Reader:
    """Turns the text of one file into a deck, and knows on which line each card begins."""

    def __init__(self, file: str, text: str) -> None:
        self.file, self.text = file, text
        self.heads = [n for n, line in enumerate(text.splitlines(), 1) if _HEAD.match(line)]

    def refused(self, line: int, reason: str) -> Refused:
        return Refused(tr("{file}, line {line}: {reason}", file=self.file, line=line, reason=reason))

    def deck(self) -> Deck:
        table = self._table()
        head, rows = table.get("deck"), table.get("card")
        if not isinstance(head, dict):
            raise self.refused(1, tr("the part [deck] is missing."))
        if not isinstance(rows, list) or not rows:
            raise self.refused(1, tr("there is no [[card]] in this deck."))
        if len(rows) > MOST_CARDS:
            raise self.refused(1, tr("there are {n} cards. {most} is the most.", n=len(rows), most=MOST_CARDS))
        title, licence = head.get("title"), head.get("licence")
        return Deck(_texts(title), tidy(licence) if isinstance(licence, str) else "", tuple(self._cards(rows)))

    def _table(self) -> dict[str, object]:
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as trouble:
            found = re.search(r"at line (\d+)", str(trouble))
            line = int(found.group(1)) if found else len(self.text.splitlines()) or 1
            raise self.refused(
                line, tr("this is not written as a deck file is. Look at the quotes and brackets.")
            ) from None
        except RecursionError:
            raise self.refused(1, tr("there are too many brackets inside one another.")) from None

    def _cards(self, rows: list[object]) -> Iterable[Card]:
        seen: set[str] = set()
        for place, row in enumerate(rows):
            line = self.heads[place] if len(self.heads) == len(rows) else 1
            if not isinstance(row, dict):
                raise self.refused(line, tr("a card is written as [[card]] with its lines below."))
            card = self._card(line, row)
            if card.id in seen:
                raise self.refused(line, tr("there is a card with this id already."))
            seen.add(card.id)
            yield card

    def _card(self, line: int, row: dict[str, object]) -> Card:
        name, shelf, picture = row.get("id"), row.get("shelf", EASY), row.get("picture", "")
        if not isinstance(name, str) or blank(name):
            raise self.refused(line, tr("this card has no id."))
        if shelf not in SHELVES:
            raise self.refused(line, tr('the shelf of this card is neither "easy" nor "more".'))
        if not isinstance(picture, str):
            raise self.refused(line, tr("the picture of this card is not a name."))
        texts = _texts(row.get("text"))
        if not texts:
            raise self.refused(line, tr("this card has no prompt in any language."))
        if max(map(len, texts.values())) > LONGEST_PROMPT:
            raise self.refused(line, tr("this prompt is too long. {most} signs is the most.", most=LONGEST_PROMPT))
        return Card(tidy(name), str(shelf), tidy(picture), texts)


def _texts(given: object) -> dict[str, str]:
    """Language and clean words; what is empty or no text is left out. A text without a language is English."""
    if isinstance(given, str):
        given = {"en": given}
    if not isinstance(given, dict):
        return {}
    tidied = {str(lang): tidy(text).strip() for lang, text in given.items() if isinstance(text, str)}
    return {lang: text for lang, text in tidied.items() if not blank(text)}


class CardTable:
    """The cards on the table: three face up, one chosen and told, thanks, and the next three.

    No card comes up twice until all of the open shelves were up; then they are shuffled again.
    """

    def __init__(self, deck: Deck, chance: random.Random) -> None:
        self._deck, self._chance = deck, chance
        self._pile: list[Card] = []
        self.shown: list[Card] = []
        self.telling: Card | None = None
        self.thanked = False
        self.more_open = False

    def deal(self) -> None:
        """Three cards face up for whoever is next; a story that was told is put away."""
        self.telling, self.thanked = None, False
        self._turn_up()

    def other_cards(self) -> None:
        """Three others instead, without limit and without a reason; refused while a card is being told."""
        if self.telling:
            raise Refused(tr("A card is being told. Put it back or say thank you before."))
        self._turn_up()

    def choose(self, card_id: str) -> None:
        """Take one of the cards that are up; any other is refused."""
        card = next((c for c in self.shown if c.id == card_id), None)
        if card is None:
            raise Refused(tr("This card is not on the table. Choose one that is."))
        self.telling, self.thanked = card, False

    def put_back(self) -> None:
        """Lay the chosen card down again, untold, beside the others that are up."""
        self.telling, self.thanked = None, False

    def thank(self) -> None:
        """The teller is done; refused when nobody has a card."""
        if not self.telling:
            raise Refused(tr("Nobody has a card yet."))
        self.thanked = True

    def open_more(self) -> None:
        """The group opts in to the shelf *a bit more*: its cards are shuffled into those still to come."""
        if not self.more_open:
            self.more_open = True
            self._pile += [c for c in self._deck.cards if c.shelf == MORE]
            self._chance.shuffle(self._pile)

    @property
    def more_to_open(self) -> bool:
        """Whether this deck has a shelf *a bit more* that the group has not opened yet."""
        return not self.more_open and any(c.shelf == MORE for c in self._deck.cards)

    def _open_cards(self) -> list[Card]:
        return [c for c in self._deck.cards if c.shelf == EASY or self.more_open]

    def _turn_up(self) -> None:
        before, self.shown = self.shown, self._take(FACE_UP)
        open_cards = self._open_cards()
        missing = min(FACE_UP, len(open_cards)) - len(self.shown)
        if missing > 0:
            self._chance.shuffle(open_cards)
            # those up now come last, those just seen before them: the sort keeps the shuffle otherwise
            self._pile = sorted(open_cards, key=lambda c: (c in self.shown, c in before))
            self.shown += self._take(missing)

    def _take(self, n: int) -> list[Card]:
        taken, self._pile = self._pile[:n], self._pile[n:]
        return taken
