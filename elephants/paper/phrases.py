"""Short phrases that several papers say alike."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from elephants.sessions.decision import Action
from elephants.sessions.session import Session
from elephants.words import clock_words, day_words, tr

_ENDS = (".", "!", "?", "\u2026", ":")
_CLOSERS = "\"'\u201d\u2019)"
_NEXT_SENTENCE = re.compile(r"(?<=[.!?\u2026])\s+")


def sentence(words: str) -> str:
    """The same words with a full stop, unless they end in a sign of their own."""
    words = words.strip()
    return words if not words or words.rstrip(_CLOSERS).endswith(_ENDS) else f"{words}."


def joined(*parts: str) -> str:
    """Sentences one after the other; empty ones are left out."""
    return " ".join(sentence(part) for part in parts if part.strip())


def sentences(words: str) -> tuple[str, ...]:
    """One sentence a line, for easy reading (METHOD.md, Outcome sheet: one idea a sentence)."""
    return tuple(part for part in _NEXT_SENTENCE.split(words.strip()) if part)


def by_words(action: Action) -> str:
    """Say by when something is done; "" where no day was said."""
    return "" if action.by is None else tr("by {day}", day=day_words(action.by))


def hours(session: Session) -> str:
    """Say from when to when: 6 pm to 7.30 pm."""
    begins = datetime.combine(session.date, session.starts)
    ends = begins + timedelta(minutes=session.minutes)
    return tr("{begins} to {ends}", begins=clock_words(begins.time()), ends=clock_words(ends.time()))


def footer(session: Session) -> str:
    """Say whose paper it is, and of which day, at the foot of every page."""
    return tr("{space}, {day}", space=session.space.name, day=day_words(session.date))


def check_words(session: Session) -> str:
    """Say which version of an agreed record a paper was made from, and its check code; "" of a draft."""
    if not session.is_agreed() or not session.versions:
        return ""
    version = session.versions[-1]
    return tr(
        "Version {number}, {day}. Check code: {code}", number=version.number, day=day_words(version.day),
        code=version.code,
    )  # fmt: skip


def was_here(session: Session) -> str:
    """Say how many were here at the most: a head count, never a list; "" before it was counted.

    Whoever leaves early is not seen to have left, and no count of hands is larger than this number.
    """
    if session.here is None:
        return ""
    most = max(session.here, session.most_here or 0)
    return tr("One of us was here.") if most == 1 else tr("{n} of us were here.", n=most)
