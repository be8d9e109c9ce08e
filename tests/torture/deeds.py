"""Every deed that a face or a rehearsal asks for, found in their own lines, and what can be said to it."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import random
import re
from collections.abc import Callable, Iterator
from datetime import time, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import inspect as look_at
from sqlalchemy.exc import InvalidRequestError

import elephants
from elephants import sessions
from elephants.desk import Desk
from elephants.sessions import catch_up
from elephants.sessions.activity import Activity
from elephants.sessions.agenda.agenda import ask_for
from elephants.sessions.agreement import Agreement
from elephants.sessions.base import Base
from elephants.sessions.deciding.result import Tally
from elephants.sessions.learning.learned import add_slip
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.sensing.sensing import Sensing
from elephants.sessions.session import Session
from elephants.sessions.since import Since
from elephants.sessions.space import Space
from elephants.sessions.stories.stories import first_deck
from tests.torture.ours import words_of

Deed = Callable[..., object]

_NAMED = re.compile(r"[,(]\s*([A-Z]\w+)\.([a-z_]+)\s*[,)]")
_LOOSE: tuple[Deed, ...] = (
    ask_for, add_slip, catch_up.took_place, catch_up.did_not, catch_up.over, catch_up.decide_on_paper,
    catch_up.chose_on_paper, catch_up.back_to_choice, catch_up.leave_undecided,
)  # fmt: skip
WORDS = (
    "A lift home",
    "Warm soup",
    "The hall",
    "The kitchen",
    "x" * 400,
    "",
    "ß 保險 \N{COMBINING ACUTE ACCENT}'); --",
)


def every_deed() -> dict[str, tuple[type[object], Deed]]:
    """Give each deed with the kind of thing it is done to, by its name."""
    kinds, root = _kinds(), Path(elephants.__file__).parent
    lines = "\n".join(file.read_text("utf-8") for part in ("ui", "rehearsal") for file in (root / part).rglob("*.py"))
    found: dict[str, tuple[type[object], Deed]] = {}
    for kind, name in sorted(set(_NAMED.findall(lines))):
        deed = getattr(kinds.get(kind), name, None)
        if inspect.isfunction(deed):
            found[f"{kind}.{name}"] = (kinds[kind], deed)
    for deed in _LOOSE:
        first = next(iter(inspect.signature(deed).parameters.values()))
        found[deed.__name__] = (kinds[str(first.annotation)], deed)
    return found


def _kinds() -> dict[str, type[object]]:
    kinds: dict[str, type[object]] = {}
    for found in pkgutil.walk_packages(sessions.__path__, f"{sessions.__name__}."):
        module = importlib.import_module(found.name)
        ours = [one for one in vars(module).values() if inspect.isclass(one) and one.__module__ == found.name]
        kinds |= {one.__name__: one for one in ours}
    return kinds


def things(desk: Desk) -> list[object]:
    """Give what the faces of the open session hold: what belongs to it and to its space, and things of the moment."""
    session = desk.session
    if session is None:
        return [desk.home, desk.breather]
    found: list[object] = [desk.home, desk.breather, session.space, *_own(session.space, Session), session]
    found += [one for thing in _own(session) for one in (thing, *_own(thing, Session, Space))]
    if session.now is not None:
        found += in_moment(desk.moment(session.now))
    return list({id(one): one for one in found if one is not None}.values())


def in_moment(moment: object) -> list[object]:
    """Give a thing of the moment, and what lies within it: the dots on a table, the count of a box."""
    within = vars(moment).values() if hasattr(moment, "__dict__") else ()
    return [moment, *(one for one in within if type(one).__module__.startswith(sessions.__name__))]


def _own(thing: Base, *but: type[Base]) -> Iterator[Base]:
    for relation in look_at(type(thing)).relationships:
        try:
            value = getattr(thing, relation.key)
        except InvalidRequestError:  # not loaded, and not for faces
            continue
        near = value if relation.uselist else [value] if value is not None else []
        yield from (one for one in near if not isinstance(one, but))


def words_for(thing: object, deed: Deed, desk: Desk, chance: random.Random) -> dict[str, Any] | None:
    """Draw something to say to each thing a deed asks for; None where there is nothing of that kind here."""
    said: dict[str, Any] = {}
    for asked in list(inspect.signature(deed).parameters.values())[1:]:
        kind = str(asked.annotation)
        if asked.default is not inspect.Parameter.empty and chance.random() < 0.4:
            continue
        if kind.endswith(" | None") and chance.random() < 0.3:
            said[asked.name] = None
            continue
        ours = words_of(thing, deed, asked.name)
        drawn = _draw(thing, asked.name, kind.removesuffix(" | None"), desk, chance, ours)
        if drawn is None:
            return None
        said[asked.name] = drawn
    return said


def _draw(thing: object, name: str, kind: str, desk: Desk, chance: random.Random, ours: tuple[str, ...]) -> Any:
    simple: dict[str, Callable[[], Any]] = {
        "str": lambda: chance.choice(ours if ours and chance.random() < 0.7 else WORDS),
        "int": lambda: _number(thing, name, chance),
        "Hashable": lambda: chance.choice((None, "a pile")),
        "Deck": first_deck,
        "bool": lambda: chance.random() < 0.5,
        "date": lambda: desk.today() if name == "today" else desk.today() + timedelta(chance.choice((-1, 1, 30, 900))),
        "time": lambda: time(chance.randrange(24)),
        "random.Random": lambda: random.Random(chance.random()),
        "Sequence[int]": lambda: _items(desk, chance) if name == "items" else chance.choices(range(4), k=2),
        "Sequence[str]": lambda: [chance.choice(WORDS) for _ in range(chance.randrange(4))],
        "Tally": lambda: Tally(tuple(chance.choices(range(9), k=chance.randrange(1, 4))), chance.randrange(3), 14),
    }  # fmt: skip
    if kind in simple:
        return simple[kind]()
    near = list(_near(thing)) if kind != "ReadLine" else [*thing.lines()] if isinstance(thing, ReadBack) else []
    fitting = [one for one in near if kind in {base.__name__ for base in type(one).__mro__}]
    return chance.choice(fitting) if fitting else None


def _near(thing: object) -> Iterator[object]:
    """Give what a face of this thing offers: its own, that of its session, and of what is decided there."""
    if isinstance(thing, Base):
        yield from _own(thing)
    if isinstance(thing, Since):
        yield from thing.due()
    if isinstance(thing, Agreement):
        yield from thing.session.space.agreement
    if isinstance(thing, Activity):
        yield from _own(thing.session)
        if thing.decision is not None:
            yield from _own(thing.decision)


def _items(desk: Desk, chance: random.Random) -> list[int]:
    items = desk.session.items if desk.session is not None else []
    return [item.id for item in items if chance.random() < 0.8]


def _number(thing: object, name: str, chance: random.Random) -> int | None:
    if name == "place":  # a face asks for no place that is not there
        places = len(thing.options) if isinstance(thing, Sensing) else 2
        return chance.randrange(places) if places else None
    return chance.choice((0, 1, 2, 3, 5, 14, 14, 60, -1, 501))
