"""The agenda, made together: items in the order people asked, and the way from one to the next (METHOD.md, Agenda)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import uuid4

from elephants.sessions.activity import DONE, NOW, RUNNING, TO_COME, Activity
from elephants.sessions.again import bring_back, remove, waiting
from elephants.sessions.agenda.item import USUAL_MINUTES as USUAL_MINUTES
from elephants.sessions.agenda.item import AgendaItem as AgendaItem
from elephants.sessions.agenda.item import Point as Point
from elephants.sessions.agenda.item import ask_for as ask_for
from elephants.sessions.agenda.item import new_item as new_item
from elephants.sessions.agenda.table import AgendaTable
from elephants.sessions.base import Refused, in_order, move
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.decision import Decision
from elephants.sessions.round import CheckIn
from elephants.sessions.sensing.sensing import Sensing
from elephants.sessions.sheets import SHORT
from elephants.sessions.stories.stories import Stories
from elephants.sessions.terms import CLOSINGS as CLOSINGS
from elephants.sessions.terms import OPENNESS as OPENNESS
from elephants.sessions.terms import PURPOSES as PURPOSES
from elephants.words import mark, tr

if TYPE_CHECKING:
    from elephants.sessions.session import Session

OPENS = {"round": mark("A round of talk"), "stories": mark("Story cards"), "sensing": mark("How is it for us?")}
"""What an item can open beside a decision; afterwards the room comes back to the agenda."""


class Agenda(Activity):
    """Settles the order together, then goes from item to item."""

    __mapper_args__ = {"polymorphic_identity": "agenda"}
    name = mark("Agenda")

    @property
    def settled(self) -> bool:
        """Whether the group has settled the order and works through the items."""
        return bool(self.settings.get("settled"))

    @property
    def short_first(self) -> bool:
        """Whether the short form is the usual way to decide here: the session is a short decision."""
        return self.session.template == SHORT

    def say(self) -> str:
        """Ask what is missing; afterwards lead from item to item."""
        if self.settled:
            return tr("What do we want to say about this? What should be kept? Who does what?")
        return tr("Here is what people asked for. What is missing? What must not be squeezed?")

    def hint(self) -> str:
        """Remind of the organiser's place."""
        return tr("The order is the order people asked. You are one of us here.")

    def minutes_asked(self) -> int:
        """Sum what the items still on today's agenda ask for."""
        return sum(item.minutes for item in self.session.items if item.closed != "carried")

    def minutes_there(self) -> int:
        """Say how many minutes there are: the session less the rest of the run sheet."""
        others = (one.minutes for one in self.session.activities if one is not self and not one.of_an_item)
        return max(0, self.session.minutes - sum(others))

    def open_items(self) -> list[AgendaItem]:
        """Give the items that are not closed, in their order."""
        return [item for item in self.session.items if item.closed is None]

    def add_item(
        self, title: str, purpose: str = "think", openness: str | None = None, minutes: int = USUAL_MINUTES
    ) -> None:
        """Add what somebody wants to talk about at the end of the list."""
        item = new_item(self.session.space, title, purpose, openness, minutes)
        self.session.space.items.append(item)
        self.session.items.append(item)
        in_order(self.session.items)

    def look_again(self, decision: Decision) -> None:
        """Put a decision that waits to be looked at again on today's agenda now; refuses one that does not wait."""
        if not any(decision is one for one in waiting(self.session)):
            raise Refused(tr("This decision does not wait any more."))
        self.session.items.append(bring_back(decision))
        in_order(self.session.items)

    def take_out(self, item: AgendaItem) -> None:
        """Take an item off; refuses one that holds a decision, points or actions."""
        if item.decision is not None or item.points or item.actions:
            raise Refused(tr("Something was already written for this item. Let it go instead."))
        item.reopen()
        remove(item)

    def move_item(self, item: AgendaItem, to: int) -> None:
        """Put an item at another place, as the group orders it."""
        move(self.session.items, item, to)

    def park(self, item: AgendaItem) -> None:
        """Put an item behind all others of today, to come back to it; refuses the only one still open."""
        self._on_the_list(item)
        if not any(other is not item for other in self.open_items()):
            raise Refused(tr("Nothing comes after this one. Carry it over, or let it go."))
        move(self.session.items, item, len(self.session.items) - 1)

    def put_in_order(self, first: Sequence[int]) -> None:
        """Put the open items with these ids in this order, in the places that open items have; others stay."""
        known = {item.id: item for item in self.open_items()}
        wanted = [known.pop(one) for one in first if one in known] + list(known.values())
        ordered = iter(wanted)
        in_order([next(ordered) if item.closed is None else item for item in self.session.items])
        self.session.items.sort(key=lambda item: item.place)

    def settle(self) -> None:
        """Settle the order for now; it can be changed at any moment."""
        self.set(settled=True)

    def unsettle(self) -> None:
        """Go back to making the list."""
        self.set(settled=False)

    def decide(self, item: AgendaItem, *, short: bool = False) -> None:
        """Open the item's own activity, deciding together, and go there; refuses a second one for the same item."""
        if item.decision is not None:
            raise Refused(tr("There is a decision for this item already. Go to it in the run sheet."))
        self._on_the_list(item)
        decision = Decision(uid=uuid4(), question=_question(item), openness=item.openness or "wide", short=short)
        decision.item = item
        self.session.space.decisions.append(decision)
        self.session.decisions.append(decision)
        self._go_into(Deciding(uid=uuid4(), title=decision.question, minutes=item.minutes, decision=decision))

    def open(self, item: AgendaItem, what: str) -> None:
        """Open an activity for an item, and go there: a round of talk with its words, cards, or how it is for us.

        Afterwards the room comes back to the agenda. Refuses anything else; a decision has a deed of its own.
        """
        self._on_the_list(item)
        if what not in OPENS:
            raise Refused(tr("Choose a round of talk, story cards or how it is for us."))
        kinds: dict[str, type[Activity]] = {"round": CheckIn, "stories": Stories, "sensing": Sensing}
        # The words of a round are no question of the pack, and the space has not "had" it.
        asked = {"questions": [item.title]} if what == "round" else {}
        settings = {"from_agenda": True, **asked}
        self._go_into(kinds[what](uid=uuid4(), title=item.title, minutes=item.minutes, settings=settings))

    def _go_into(self, activity: Activity) -> None:
        """Put an activity that an item opened behind the agenda, in the item's own minutes, and go there."""
        self.minutes = max(1, self.minutes - activity.minutes)
        at = self.session.activities.index(self) + 1
        self.session.activities.insert(at, activity)
        in_order(self.session.activities)
        if self.state == NOW:
            self.state = DONE
            activity.state = NOW

    def _on_the_list(self, item: AgendaItem) -> None:
        if not any(item is one for one in self.session.items):
            raise Refused(tr("This item is not on today's agenda."))

    def new_moment(self, chance: random.Random) -> object | None:
        """Lay a finger on the first item that is not closed; no dots, and every role is free."""
        del chance
        open_places = (at for at, item in enumerate(self.session.items) if item.closed is None)
        return AgendaTable(next(open_places, 0))

    def tend(self, moment: object) -> None:
        """Put the dots away when the room leaves, or where an item they lie on is gone."""
        if isinstance(moment, AgendaTable):
            moment.follow([item.id for item in self.open_items()] if self.state == NOW else [])


def _question(item: AgendaItem) -> str:
    """Ask what the item says; of a decision that comes back, the question the room had."""
    again = item.again
    return again.question if again is not None and item.title == again.title else item.title


def open_agenda(session: Session) -> Agenda | None:
    """Give the agenda of a session that runs while it is still to come, or while one of its items is talked about.

    Otherwise what somebody asks for belongs on the next one.
    """
    if session.state != RUNNING or session.now is None:
        return None
    agendas = [one for one in session.activities if isinstance(one, Agenda)]
    if session.now.of_an_item:
        return next(iter(agendas), None)
    return next((one for one in agendas if one.state in (NOW, TO_COME)), None)
