"""The agenda, made together: items in the order people asked, and how each one closed (METHOD.md, Agenda)."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elephants.sessions.activity import DONE, NOW, Activity, Finger
from elephants.sessions.base import Base, Refused, Travels, in_order, move, number_of, words_of
from elephants.sessions.deciding import Deciding
from elephants.sessions.decision import Action, Decision, new_action
from elephants.sessions.steps import Ending
from elephants.sessions.terms import CLOSINGS as CLOSINGS
from elephants.sessions.terms import OPENNESS as OPENNESS
from elephants.sessions.terms import PURPOSES as PURPOSES
from elephants.words import mark, tr

if TYPE_CHECKING:
    from datetime import date

    from elephants.sessions.session import Session
    from elephants.sessions.space import Space

USUAL_MINUTES = 10


class AgendaItem(Travels, Base):
    """One thing somebody wants to talk about; never who asked."""

    __tablename__ = "agenda_item"
    belongs_to = "session"

    space_id: Mapped[int] = mapped_column(ForeignKey("space.id"), index=True)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("session.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    title: Mapped[str]
    purpose: Mapped[str]
    openness: Mapped[str | None]
    minutes: Mapped[int] = mapped_column(default=USUAL_MINUTES)
    closed: Mapped[str | None]
    carried_from_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"), index=True)

    space: Mapped[Space] = relationship(back_populates="items", lazy="raise_on_sql")
    session: Mapped[Session | None] = relationship(back_populates="items", lazy="raise_on_sql")
    carried_from: Mapped[AgendaItem | None] = relationship(
        remote_side="AgendaItem.id", lazy="raise_on_sql", post_update=True
    )
    points: Mapped[list[Point]] = relationship(
        back_populates="item", order_by="Point.place", cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    actions: Mapped[list[Action]] = relationship(back_populates="item", order_by="Action.id", lazy="raise_on_sql")
    decision: Mapped[Decision | None] = relationship(back_populates="item", lazy="raise_on_sql")

    def reword(self, title: str) -> None:
        """Say the item in other words."""
        self.title = words_of(title, "title", empty=tr("What do you want to talk about?"))

    def mean(self, purpose: str, openness: str | None = None) -> None:
        """Say what the item is for, and for a decision how open it is; refuses any other word."""
        if purpose not in PURPOSES or (openness is not None and openness not in OPENNESS):
            raise Refused(tr("Choose: to share, to think, to decide or to put right."))
        self.purpose = purpose
        self.openness = (openness or "wide") if purpose == "decide" else None

    def last(self, minutes: int) -> None:
        """Give the item its minutes; refuses less than 1 and more than 240."""
        self.minutes = number_of(minutes, 1, 240, tr("An item lasts from 1 to 240 minutes."))

    def add_point(self, text: str) -> None:
        """Keep one line of what was said in the room, unsigned."""
        text = words_of(text, "line", empty=tr("What should be kept? Write one line."))
        self.points.append(Point(text=text, place=len(self.points)))

    def take_out(self, point: Point) -> None:
        """Take a point out; it is gone."""
        self.points.remove(point)
        in_order(self.points)

    def add_action(self, text: str, today: date, *, name: str = "", who: str = "", by: date | None = None) -> None:
        """Keep who does what by when; as `new_action` refuses."""
        if self.session is None:
            raise Refused(tr("This item is for next time. Actions come when we talk about it."))
        action = new_action(self.space, text, today, name=name, who=who, by=by)
        action.session = self.session
        self.actions.append(action)

    def drop_action(self, action: Action) -> None:
        """Take an action out; it is gone."""
        self.space.drop_action(action)

    def close(self, how: str) -> None:
        """Close the item in one of four ways; carried over, it comes first next time with its history."""
        if how not in CLOSINGS:
            raise Refused(tr("An item is decided, talked through, carried over or let go."))
        decision = self.decision
        if decision is not None and decision.carried and decision.ending is None:
            raise Refused(tr("Most of us chose an option. First ask what people need to come along, then check."))
        if how == "decided" and (decision is None or decision.ending in (None, Ending.NOT_DECIDED)):
            raise Refused(tr("Nothing was decided on this item yet. Talked through is fine too."))
        self._uncarry()
        self.closed = how
        if how == "carried":
            again = AgendaItem(uid=uuid4(), title=self.title, purpose=self.purpose, openness=self.openness,
                               minutes=self.minutes, carried_from=self, place=self.place)  # fmt: skip
            self.space.items.append(again)

    def reopen(self) -> None:
        """Take the closing back."""
        self._uncarry()
        self.closed = None

    def _uncarry(self) -> None:
        for again in [one for one in self.space.items if one.carried_from is self and one.session is None]:
            again.carried_from = None
            self.space.items.remove(again)


class Point(Base):
    """One line of what was said on an item, unsigned."""

    __tablename__ = "point"
    belongs_to = "item"

    item_id: Mapped[int] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    text: Mapped[str]

    item: Mapped[AgendaItem] = relationship(back_populates="points", lazy="raise_on_sql")

    def reword(self, text: str) -> None:
        """Say the point in other words."""
        self.text = words_of(text, "line", empty=tr("Write the line, or take it out."))


def new_item(space: Space, title: str, purpose: str, openness: str | None, minutes: int) -> AgendaItem:
    """Make an item from what somebody asked for; refuses as its deeds do."""
    item = AgendaItem(uid=uuid4())
    item.reword(title)
    item.mean(purpose, openness)
    item.last(minutes)
    item.place = max((other.place for other in space.items), default=-1) + 1
    return item


def ask_for(
    space: Space, title: str, purpose: str = "think", openness: str | None = None, minutes: int = USUAL_MINUTES
) -> None:
    """Put an item on the next agenda; open to anyone from the moment the last session ends."""
    space.items.append(new_item(space, title, purpose, openness, minutes))


class Agenda(Activity):
    """Settles the order together, then goes from item to item."""

    __mapper_args__ = {"polymorphic_identity": "agenda"}
    name = mark("Agenda")

    @property
    def settled(self) -> bool:
        """Whether the group has settled the order and works through the items."""
        return bool(self.settings.get("settled"))

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
        others = (one.minutes for one in self.session.activities if one is not self and one.kind != "deciding")
        return max(0, self.session.minutes - sum(others))

    def add_item(
        self, title: str, purpose: str = "think", openness: str | None = None, minutes: int = USUAL_MINUTES
    ) -> None:
        """Add what somebody wants to talk about at the end of the list."""
        item = new_item(self.session.space, title, purpose, openness, minutes)
        self.session.space.items.append(item)
        self.session.items.append(item)
        in_order(self.session.items)

    def take_out(self, item: AgendaItem) -> None:
        """Take an item off; refuses one that holds a decision, points or actions."""
        if item.decision is not None or item.points or item.actions:
            raise Refused(tr("Something was already written for this item. Let it go instead."))
        item.reopen()
        self.session.items.remove(item)
        self.session.space.items.remove(item)

    def move_item(self, item: AgendaItem, to: int) -> None:
        """Put an item at another place, as the group orders it."""
        move(self.session.items, item, to)

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
        if not any(item is one for one in self.session.items):
            raise Refused(tr("This item is not on today's agenda."))
        decision = Decision(uid=uuid4(), question=item.title, openness=item.openness or "wide", short=short)
        decision.item = item
        self.session.space.decisions.append(decision)
        self.session.decisions.append(decision)
        activity = Deciding(uid=uuid4(), title=item.title, minutes=item.minutes, decision=decision)
        self.minutes = max(1, self.minutes - item.minutes)
        at = self.session.activities.index(self) + 1
        self.session.activities.insert(at, activity)
        in_order(self.session.activities)
        if self.state == NOW:
            self.state = DONE
            activity.state = NOW

    def new_moment(self, chance: random.Random) -> object | None:
        """Lay a finger on the first item that is not closed."""
        del chance
        open_places = (at for at, item in enumerate(self.session.items) if item.closed is None)
        return Finger(next(open_places, 0))
