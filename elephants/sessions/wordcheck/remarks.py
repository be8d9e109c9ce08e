"""Finds in a line what a reader may stumble over, or what a paper left on a bus should not tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from elephants.sessions.wordcheck import known
from elephants.words import tr

LONGEST_SENTENCE = 15
"""Words in a sentence that is easy to read (METHOD.md, Outcome sheet)."""

_SENTENCE = re.compile(r"[^.!?\u2026\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_CAPITALS = re.compile(r"\b(?:[A-Z]{2,}s?|(?:[A-Z]\.){2,})(?!\w)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w-])(?<!\d )(?:\+\d|\(?0)(?:[ ()\-]{0,2}\d){7,14}(?![\w-])")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", re.IGNORECASE)


@dataclass(frozen=True)
class Remark:
    """Something to look at in a line: the words themselves, where they stand, why, and what to say instead if known."""

    kind: str
    words: str
    start: int
    why: str
    instead: str = ""

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.start + len(self.words)


def remarks(line: str, people: Iterable[str] = ()) -> list[Remark]:
    """Look through one line; `people` are the names of this space. Each stretch is told once, by its gravest reason."""
    found: list[Remark] = []
    for look in _LOOKS:
        found += [one for one in look(line) if not any(_touch(one, other) for other in found)]
    found += [one for one in _names(line, people) if not any(_touch(one, other) for other in found)]
    return sorted((*found, *_long(line)), key=lambda one: (one.start, one.kind == "long"))


def _touch(one: Remark, other: Remark) -> bool:
    return one.start < other.end and other.start < one.end


def _each(kind: str, pattern: re.Pattern[str], line: str, why: str) -> Iterator[Remark]:
    yield from (Remark(kind, found[0], found.start(), why) for found in pattern.finditer(line))


def _mail(line: str) -> Iterator[Remark]:
    yield from _each("mail", _MAIL, line, tr("This is somebody's e-mail address."))


def _phone(line: str) -> Iterator[Remark]:
    yield from _each("phone", _PHONE, line, tr("This looks like a phone number."))


def _postcode(line: str) -> Iterator[Remark]:
    yield from _each("postcode", _POSTCODE, line, tr("This looks like a postcode."))


def _not_ours(line: str) -> Iterator[Remark]:
    yield from _told(line, "not_ours", tr("We do not use this word about people."))


def _hard(line: str) -> Iterator[Remark]:
    yield from _told(line, "hard", tr("This is a hard word."))


def _told(line: str, kind: str, why: str) -> Iterator[Remark]:
    for found in known.pattern(kind).finditer(line):
        yield Remark(kind, found[0], found.start(), why, known.instead_of(kind, found[0]))


def _capitals(line: str) -> Iterator[Remark]:
    for one in _each("capitals", _CAPITALS, line, tr("These may be first letters only. Say the whole words.")):
        if one.words.removesuffix("s").replace(".", "") not in known.short_forms() and line.upper() != line:
            yield one


def _names(line: str, people: Iterable[str]) -> Iterator[Remark]:
    ours = {name.casefold() for name in people}
    first = _beginnings(line)
    for found in _WORD.finditer(line):
        word, said = found[0], found[0].casefold().removesuffix("'s").removesuffix("\u2019s")
        named = word[: len(said)]
        if said in ours and not named.islower():
            yield Remark("name", named, found.start(), tr("This is the name of one of us."))
        elif (
            said in known.forenames()
            and not named.islower()
            and not (said in known.also_words() and found.start() in first)
        ):
            yield Remark("name", named, found.start(), tr("This may be somebody's name."))


def _beginnings(line: str) -> set[int]:
    """Where a sentence begins: a capital there says nothing."""
    words = (_WORD.search(line, sentence.start(), sentence.end()) for sentence in _SENTENCE.finditer(line))
    return {word.start() for word in words if word is not None}


def _long(line: str) -> Iterator[Remark]:
    for found in _SENTENCE.finditer(line):
        words = found[0].strip()
        count = len(words.split())
        if count > LONGEST_SENTENCE:
            why = tr("This sentence has {n} words. Up to {most} are easy to read.", n=count, most=LONGEST_SENTENCE)
            yield Remark("long", words, found.start() + found[0].index(words[0]), why)


_LOOKS: tuple[Callable[[str], Iterator[Remark]], ...] = (_mail, _phone, _postcode, _not_ours, _capitals, _hard)
"""What is looked for, the gravest first."""
