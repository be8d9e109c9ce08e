"""The form of a rehearsal file: its parts, and whether what is written in them fits (docs/rehearsals.md)."""

from __future__ import annotations

import inspect
import types
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date as Day
from datetime import datetime, time
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from elephants.sessions.agenda.agenda import OPENNESS, PURPOSES
from elephants.sessions.base import Refused
from elephants.sessions.deciding.steps import Ending
from elephants.sessions.templates import KINDS, RUN_SHEETS
from elephants.words import tr

STANDS = (Ending.ALL.value, Ending.MOST.value, Ending.GO_AHEAD.value)
"""The endings of a decision that stands."""
LEFT_OPEN = tuple(word for word in OPENNESS if word != "decided")
"""How open a question is that a room can choose on."""


def _one_of(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Name the words a part may choose from; the first parameter of `fit` carries them."""
    return {"one of": tuple(words)}


@dataclass(frozen=True, repr=False)
class About:
    """`[rehearsal]`: what is played here."""

    title: str
    about: str = ""


@dataclass(frozen=True, repr=False)
class SpaceOf:
    """`[space]`: the group that meets."""

    name: str
    contact: str = ""


@dataclass(frozen=True, repr=False)
class Asked:
    """`[[before.item]]`: what somebody asked for before the session, or what was talked about at the earlier one."""

    title: str
    purpose: str = field(default="think", metadata=_one_of(PURPOSES))
    openness: str = field(default="", metadata=_one_of(OPENNESS))
    minutes: int = 10


@dataclass(frozen=True, repr=False)
class Promised:
    """`[[before.action]]`: who does what by when, from the earlier session."""

    text: str
    name: str = ""
    who: str = ""
    by: Day | None = None


@dataclass(frozen=True, repr=False)
class Standing:
    """`[[before.decision]]`: what the room decided at the earlier session; the first of the options was chosen."""

    question: str
    title: str
    text: str
    look_again: Day
    options: list[str]
    openness: str = field(default="wide", metadata=_one_of(LEFT_OPEN))
    ending: str = field(default="all", metadata=_one_of(STANDS))
    added: list[str] = field(default_factory=list)
    nothing_came: bool = False
    remaining_no: str = ""


@dataclass(frozen=True, repr=False)
class Before:
    """`[before]`: what stood already when the session began."""

    date: Day | None = None
    here: int = 0
    agreement: list[str] = field(default_factory=list)
    privacy: str = ""
    slips: list[str] = field(default_factory=list)
    item: list[Asked] = field(default_factory=list)
    action: list[Promised] = field(default_factory=list)
    decision: list[Standing] = field(default_factory=list)
    not_read_back: bool = False

    @property
    def earlier(self) -> bool:
        """Whether there was an earlier session at all."""
        return self.date is not None


@dataclass(frozen=True, repr=False)
class Planned:
    """`[session]` and `[next]`: when and where a session is, and the minutes of its run sheet."""

    date: Day
    starts: time = time(18)
    minutes: int = 90
    place: str = ""
    food: str = ""
    template: str = field(default="working", metadata=_one_of(RUN_SHEETS))
    notes: str = ""
    leave_out: list[str] = field(default_factory=list, metadata=_one_of(KINDS))
    run_sheet: dict[str, int] = field(default_factory=dict, metadata=_one_of(KINDS))

    @property
    def begins(self) -> datetime:
        """The day and time it begins."""
        return datetime.combine(self.date, self.starts)


@dataclass(frozen=True, repr=False)
class Line:
    """One `[[line]]`: what is done, its words, where it stands in the file, and a hint for who plays it by hand."""

    number: int
    do: str
    words: dict[str, Any]
    hint: str = ""


class Unfit(Exception):
    """Says what does not fit, and at which word of the part."""

    def __init__(self, key: str | None, reason: str) -> None:
        super().__init__(reason)
        self.key = key
        self.reason = reason


def fit(form: Callable[..., object], given: dict[str, Any], *, skip: int = 0) -> dict[str, Any]:
    """Take the words of one part for a class or a function; `skip` leaves out its first parameters.

    Raises `Unfit` for a word that is missing, unknown, or of another kind than the form asks for.
    """
    parameters, hints = _taken_by(form)
    wanted = dict(parameters[skip:])
    for key, value in given.items():
        if key not in wanted:
            raise Unfit(key, tr('"{key}" is not known here.', key=key))
        if not _is(value, hints[key]):
            raise Unfit(key, tr('"{key}" should be {kind}.', key=key, kind=_kind(hints[key])))
        _choose(form, key, value)
    for key, parameter in wanted.items():
        if parameter.default is inspect.Parameter.empty and key not in given:
            raise Unfit(None, tr('"{key}" is missing.', key=key))
    return dict(given)


@cache
def _taken_by(form: Callable[..., object]) -> tuple[tuple[tuple[str, inspect.Parameter], ...], dict[str, Any]]:
    """Give the parameters of a form and their kinds; it costs most of the reading, and files ask it line by line."""
    return tuple(inspect.signature(form).parameters.items()), get_type_hints(form)


def _choose(form: Callable[..., object], key: str, value: Any) -> None:
    made = getattr(form, "__dataclass_fields__", {}).get(key)
    words = made.metadata.get("one of") if made is not None else None
    chosen = [value] if isinstance(value, str) else value
    if words is not None and not all(one in words for one in chosen):
        raise Unfit(key, tr('"{key}" should be one of these: {words}.', key=key, words=", ".join(words)))


def times(n: int) -> int:
    """Take how often something is done; refuses less than none and more than a hundred."""
    if not 0 <= n <= 100:
        raise Refused(tr("This is done from 0 to 100 times."))
    return n


def _is(value: object, hint: Any) -> bool:
    if get_origin(hint) in (Union, types.UnionType):
        return any(_is(value, one) for one in get_args(hint))
    if get_origin(hint) is list:
        return isinstance(value, list) and all(_is(one, get_args(hint)[0]) for one in value)
    if get_origin(hint) is dict:
        return isinstance(value, dict) and all(_is(one, get_args(hint)[1]) for one in value.values())
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if hint is Day:
        return isinstance(value, Day) and not isinstance(value, datetime)
    return isinstance(value, hint)


def _kind(hint: Any) -> str:
    named = {
        str: tr('words in quotes, such as "Tuesday kitchen"'),
        int: tr("a number, such as 14"),
        bool: tr("true or false"),
        Day: tr("a date, such as 2026-11-24"),
        time: tr("a time, such as 18:00:00"),
        list[str]: tr('a list of words, such as ["One", "Two"]'),
        list[int]: tr("a list of numbers, such as [8, 3, 2]"),
        dict[str, int]: tr("a list of activities with their minutes, such as { checkin = 7 }"),
    }
    if get_origin(hint) in (Union, types.UnionType):
        hint = get_args(hint)[0]
    return named.get(hint, tr("a part with two brackets, such as [[before.item]]"))
