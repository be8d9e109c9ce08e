"""What a record is made of: every passage that the room agrees, and where it stands in the store.

Facts beside the words (an ending, a date, a result) are passages too, so that a check code speaks for all of it. What
a later session says of a thing (done, met, still right) is no part of the record that was agreed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from elephants.sessions.agreement import new_lines
from elephants.sessions.base import Base
from elephants.sessions.decision import Action, Decision

if TYPE_CHECKING:
    from elephants.sessions.session import Session

FACTS, OWNER = "facts", "owner"


@dataclass(frozen=True, repr=False)
class Passage:
    """One passage of a record as it stands now: the row it belongs to, and the column or another part of it."""

    thing: Base
    part: str

    @property
    def key(self) -> tuple[str, int, str]:
        """Tells this passage from every other, in all versions alike."""
        return (self.thing.__tablename__, self.thing.id, self.part)

    @property
    def words(self) -> str:
        """The words that stand here now."""
        if self.part == FACTS:
            return json.dumps(_facts(self.thing), ensure_ascii=False)
        if isinstance(self.thing, Action) and self.part == OWNER:
            return self.thing.person.name if self.thing.person is not None else self.thing.who
        words: str = getattr(self.thing, self.part)
        return words

    def put(self, words: str) -> None:
        """Write other words here; facts cannot be written so."""
        if self.part == FACTS:
            raise ValueError(self.part)
        if isinstance(self.thing, Action) and self.part == OWNER:
            self.thing.person, self.thing.who = None, words
        else:
            setattr(self.thing, self.part, words)


WORDS: dict[str, tuple[str, ...]] = {
    "session": ("celebrate",),
    "space": ("privacy_line",),
    "agreement_line": ("text",),
    "agenda_item": ("title",),
    "point": ("text",),
    "learned": ("text",),
    "decision": ("title", "question", "words", "next_step", "no_look_again", "remaining_no"),
    "need": ("text", "words", "sentence"),
    "option": ("text",),
    "view": ("text",),
    "action": ("text", OWNER),
    "update": ("words",),
}
"""The parts of each kind of row that hold words of the room."""


def passages(session: Session) -> Iterator[Passage]:
    """Give every passage of the record of a session, in an order that stays."""
    for thing in _things(session):
        if thing.__tablename__ in _FACTS:
            yield Passage(thing, FACTS)
        yield from (one for part in WORDS[thing.__tablename__] if (one := Passage(thing, part)).words)


def _things(session: Session) -> Iterator[Base]:
    yield session
    yield from session.updates
    yield from new_lines(session)
    if session.space.privacy_line and session.space.privacy_since == session.date:
        yield session.space
    for item in session.items:
        yield item
        yield from item.points
    yield from session.learned
    for decision in session.decisions:
        yield decision
        for rows in (decision.needs, decision.options, decision.views):
            yield from rows
    yield from session.actions


def _facts(thing: Base) -> dict[str, Any]:
    """Give the facts of a row; `filled` says which of its words are there, so that no line can be slipped in."""
    facts = {name: _plain(getattr(thing, name)) for name in _FACTS[thing.__tablename__]}
    facts["filled"] = [part for part in WORDS[thing.__tablename__] if Passage(thing, part).words]
    more = _MORE.get(thing.__tablename__)
    return facts if more is None else {**facts, **more(thing)}


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, str | int | dict) else value.isoformat()


def _chosen(decision: Decision) -> dict[str, Any]:
    """Say which option was chosen by its place: its words have a passage of their own."""
    chosen = decision.chosen if decision.carried else ""
    return {"chosen": next((one.place for one in decision.options if one.text == chosen), None)}


def _held(action: Action) -> dict[str, Any]:
    """Say by places what an action stands under."""
    decision = action.decision
    return {
        "item": action.item.place if action.item is not None else None,
        "decision": action.session.decisions.index(decision) if decision in action.session.decisions else None,
        "need": action.need.place if action.need is not None else None,
    }


_FACTS: dict[str, tuple[str, ...]] = {
    "session": ("date", "starts", "minutes", "place", "here", "most_here"),
    "agenda_item": ("purpose", "openness", "closed"),
    "decision": (
        "openness", "short", "splits", "form", "carried", "totals", "nothing_came", "ending", "look_again", "print_no",
    ),
    "learned": ("kind", "place"),
    "need": ("answer",),
    "view": ("away", "shared"),
    "action": ("by",),
    "update": ("answer", "worry", "look_again"),
}  # fmt: skip
"""The facts beside the words, by kind of row; a row with one line that is never blank needs none."""

_MORE: dict[str, Callable[[Any], dict[str, Any]]] = {"decision": _chosen, "action": _held}
