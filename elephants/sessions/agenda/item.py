"""One thing to talk about, what is kept of it, and how it closed (METHOD.md, Agenda, made together)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elephants.sessions.base import Base, Refused, Travels, in_order, number_of, words_of
from elephants.sessions.deciding.steps import Ending
from elephants.sessions.decision import Action, Decision, new_action
from elephants.sessions.terms import CLOSINGS, OPENNESS, PURPOSES
from elephants.words import tr

if TYPE_CHECKING:
    from datetime import date

    from elephants.sessions.session import Session
    from elephants.sessions.space import Space

USUAL_MINUTES, MOST_MINUTES = 10, 240


class AgendaItem(Travels, Base):
    """One thing somebody wants to talk about; never who asked."""

    __tablename__ = "agenda_item"
    __table_args__ = (Index("ix_agenda_item_space_id_session_id", "space_id", "session_id"),)
    belongs_to = "session"

    space_id: Mapped[int] = mapped_column(ForeignKey("space.id"))
    session_id: Mapped[int | None] = mapped_column(ForeignKey("session.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    title: Mapped[str]
    purpose: Mapped[str]
    openness: Mapped[str | None]
    minutes: Mapped[int] = mapped_column(default=USUAL_MINUTES)
    closed: Mapped[str | None]
    carried_from_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    again_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id", use_alter=True), index=True)

    space: Mapped[Space] = relationship(back_populates="items", lazy="raise_on_sql")
    session: Mapped[Session | None] = relationship(back_populates="items", lazy="raise_on_sql")
    carried_from: Mapped[AgendaItem | None] = relationship(
        remote_side="AgendaItem.id", lazy="raise_on_sql", post_update=True
    )
    points: Mapped[list[Point]] = relationship(
        back_populates="item", order_by="Point.place", cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    actions: Mapped[list[Action]] = relationship(back_populates="item", order_by="Action.id", lazy="raise_on_sql")
    decision: Mapped[Decision | None] = relationship(
        back_populates="item", foreign_keys="Decision.item_id", lazy="raise_on_sql"
    )
    again: Mapped[Decision | None] = relationship(foreign_keys=again_id, post_update=True, lazy="raise_on_sql")
    """The earlier decision that the room looks at again here."""

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
        self.minutes = number_of(minutes, 1, MOST_MINUTES, tr("An item lasts from 1 to 240 minutes."))

    def extend(self, by: int) -> None:
        """Give the item some more minutes while it is talked about; refuses more than 240 in all."""
        more = number_of(by, 1, MOST_MINUTES, tr("Give it from 1 to 240 minutes more."))
        self.last(self.minutes + more)

    def before(self) -> list[AgendaItem]:
        """Give the same item on the agendas that carried it over, the earliest first."""
        found, one = list[AgendaItem](), self.carried_from
        while one is not None:
            found.insert(0, one)
            one = one.carried_from
        return found

    @property
    def reached(self) -> bool:
        """Whether it was talked about: a line, an action or a decision was kept of it."""
        return bool(self.points or self.actions or self.decision)

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
        if self.again is not None and self.again.standing == "agenda" and how in ("talked", "let go"):
            self.again.standing = "standing"  # so that the room is asked of it again
        if how == "carried":
            again = AgendaItem(uid=uuid4(), title=self.title, purpose=self.purpose, openness=self.openness,
                               minutes=self.minutes, carried_from=self, place=self.place, again=self.again)  # fmt: skip
            self.space.items.append(again)

    def reopen(self) -> None:
        """Take the closing back."""
        self._uncarry()
        self.closed = None

    def _uncarry(self) -> None:
        for again in [one for one in self.space.items if one.carried_from is self and one.session is None]:
            again.carried_from = again.again = None
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
