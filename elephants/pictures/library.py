"""The named pictures, and the words that choose one: "We meet in the church hall" has the church beside it.

The table is `assets/pictures/pictures.toml`. Choosing is the same every time, so a paper printed twice looks the same.
"""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from elephants.pictures.shows import SHOWS
from elephants.places import asset
from elephants.words import tr

_ENDINGS = ("", "s", "es")


@dataclass(frozen=True)
class Named:
    """One picture of the library: its name, its Phosphor drawing and how it stands on a story card."""

    name: str
    icon: str
    stands: bool = True  # on the ground; the sun and a cloud hang in the light instead
    gaps: bool = False  # openings stay open (a handle, a doorway)
    wall: str = ""  # papers of its story card; empty: drawn by the name
    ground: str = ""
    rank: int = 0  # 0 a thing, 1 when and how, 2 what we always do: "meet" and "winter" give way to "church"
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()  # language, folded words or short phrases


@dataclass(frozen=True)
class _Library:
    named: dict[str, Named]
    defaults: dict[str, str]
    spare: tuple[str, ...]


@functools.cache
def _library() -> _Library:
    table = tomllib.loads(asset("pictures", "pictures.toml").read_text(encoding="utf-8"))
    named = {name: _named(name, row) for name, row in table["picture"].items()}
    return _Library(named, dict(table["default"]), tuple(table["spare"]["names"]))


def _named(name: str, row: dict[str, object]) -> Named:
    words = row.get("words")
    folded = tuple((lang, tuple(map(fold, said))) for lang, said in words.items()) if isinstance(words, dict) else ()
    given = row.get("papers")
    wall, ground = given if isinstance(given, list) else ("", "")
    return Named(
        name=name,
        icon=str(row.get("icon", name)),
        stands=row.get("stands") is not False,
        gaps=row.get("gaps") is True,
        wall=wall,
        ground=ground,
        rank=rank if isinstance(rank := row.get("rank"), int) else 0,
        words=folded,
    )


def names() -> tuple[str, ...]:
    """All names of the library, in its order."""
    return tuple(_library().named)


def named(name: str) -> Named:
    """The picture of a name; a name the library does not have gives the calm default, never an error."""
    library = _library()
    return library.named.get(name) or library.named[library.defaults["any"]]


def said(name: str) -> str:
    """What the picture of a name shows, in a few words ("A church"): for who hears the paper, and for the chooser."""
    return tr(SHOWS[named(name).name])


def search(words: str, language: str = "en") -> tuple[str, ...]:
    """The names of all pictures whose own words begin with each of these, in the library's order; all for blank."""
    wanted = fold(words).split()
    return tuple(name for name, own in _own_words(language).items() if all(_begins(own, word) for word in wanted))


def fold(text: str) -> str:
    """Words without accents, capitals and marks, one space between: how words are compared."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain.casefold()))


def choose(text: str, section: str = "any", language: str = "en") -> str:
    """The name of the picture that fits a line: the most concrete thing named, the longer word, then the earlier one.

    Nothing fits: the calm default of the section ("talked", "decided", "added", "open", "cannot", "actions", "since",
    "celebrate", "next", "option", "question"), else of any.
    """
    found = _matches(text, language)
    defaults = _library().defaults
    return found[0] if found else defaults.get(section, defaults["any"])


def on_card(picture: str, prompt: str, language: str = "en") -> str:
    """The picture of a story card: the one it names, else the one that fits its words."""
    return picture if picture in _library().named else choose(prompt, language=language)


def choose_apart(texts: Sequence[str], language: str = "en") -> list[str]:
    """A picture for each option of a vote, no two alike while there are enough: what names nothing gets a quiet one."""
    taken: list[str] = []
    wishes = [_matches(text, language) for text in texts]
    firm = {wish[0] for wish in wishes if wish}
    spare = iter([name for name in _library().spare if name not in firm])
    for wish in wishes:
        free = [name for name in wish if name not in taken]
        taken.append(free[0] if free else next(spare, named("").name))
    return taken


def _own_words(language: str) -> dict[str, set[str]]:
    """The words of each picture: what it shows, and what chooses it."""
    found = {}
    for picture in _library().named.values():
        words = dict(picture.words)
        phrases = (fold(said(picture.name)), *words.get(language, ()), *words.get("en", ()))
        found[picture.name] = {word for phrase in phrases for word in phrase.split()}
    return found


def _begins(own: set[str], wanted: str) -> bool:
    return any(word.startswith(wanted) for word in own)


def _matches(text: str, language: str) -> list[str]:
    """The names whose words stand in the text, the best first."""
    said = f" {fold(text)} "
    scores = []
    for picture in _library().named.values():
        words = dict(picture.words)
        hits = [h for word in (*words.get(language, ()), *(words.get("en", ()))) if (h := _hit(word, said))]
        if hits:
            longest, place = max(hits, key=lambda hit: (hit[0], -hit[1]))
            scores.append((picture.rank, -longest, place, picture.name))
    return [name for *_, name in sorted(scores)]


def _hit(word: str, said: str) -> tuple[int, int] | None:
    """How many words of the phrase stand in the text, and where; one word may have a plural's ending."""
    if word not in said:
        return None  # as nearly always: three cards that come up are compared with a thousand words each
    for ending in _ENDINGS:
        place = said.find(f" {word}{ending} ")
        if place >= 0:
            return word.count(" ") + 1, place
    return None
