"""Who does what by when, and what became of it, as the room says at a later session."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, mapped_column, object_session, relationship

from elephants.sessions.base import Base, Refused, Travels, optional, words_of
from elephants.words import day_words, tr

if TYPE_CHECKING:
    from elephants.sessions.agenda.agenda import AgendaItem
    from elephants.sessions.decision import Decision, Need
    from elephants.sessions.session import Session
    from elephants.sessions.space import Person, Space


class Action(Travels, Base):
    """Who does what by when; a name only where somebody chose to be named (promise 7)."""

    __tablename__ = "action"
    __table_args__ = (Index("ix_action_space_id_state", "space_id", "state"),)
    belongs_to = "session"

    space_id: Mapped[int] = mapped_column(ForeignKey("space.id"))
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id"), index=True)
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    need_id: Mapped[int | None] = mapped_column(ForeignKey("need.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    text: Mapped[str]
    who: Mapped[str] = mapped_column(default="")
    by: Mapped[date | None]
    state: Mapped[str] = mapped_column(default="open")

    space: Mapped[Space] = relationship(back_populates="actions", lazy="raise_on_sql")
    session: Mapped[Session] = relationship(back_populates="actions", lazy="raise_on_sql")
    decision: Mapped[Decision | None] = relationship(back_populates="actions", lazy="raise_on_sql")
    item: Mapped[AgendaItem | None] = relationship(back_populates="actions", lazy="raise_on_sql")
    need: Mapped[Need | None] = relationship(back_populates="actions", lazy="raise_on_sql")
    person: Mapped[Person | None] = relationship(lazy="raise_on_sql")
    updates: Mapped[list[Update]] = relationship(
        back_populates="action", order_by="Update.id", cascade="all", lazy="raise_on_sql"
    )

    @property
    def open(self) -> bool:
        """Whether the room still waits for it."""
        return self.state not in ("done", "let go")

    def owner(self) -> str:
        """Say who does it: the name somebody chose to give, or words such as *two of us*."""
        if self.person is not None:
            return self.person.name
        return self.who or tr("The group")

    def reword(self, text: str) -> None:
        """Say the action in other words."""
        self.text = words_of(text, "line", empty=tr("What will be done?"))


class Update(Base):
    """What became of an action, a need or a decision, as the room answered it at a later session."""

    __tablename__ = "update"
    belongs_to = "session"

    session_id: Mapped[int] = mapped_column(ForeignKey("session.id"), index=True)
    action_id: Mapped[int | None] = mapped_column(ForeignKey("action.id"), index=True)
    need_id: Mapped[int | None] = mapped_column(ForeignKey("need.id"), index=True)
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"), index=True)
    worry: Mapped[str] = mapped_column(default="")
    answer: Mapped[str]
    words: Mapped[str] = mapped_column(default="")
    look_again: Mapped[date | None]

    session: Mapped[Session] = relationship(back_populates="updates", lazy="raise_on_sql")
    action: Mapped[Action | None] = relationship(back_populates="updates", lazy="raise_on_sql")
    need: Mapped[Need | None] = relationship(back_populates="updates", lazy="raise_on_sql")
    decision: Mapped[Decision | None] = relationship(back_populates="updates", lazy="raise_on_sql")

    @property
    def about(self) -> Action | Need | Decision | None:
        """The action, the need or the decision it is about."""
        return self.action or self.need or self.decision


def new_action(
    space: Space, text: str, today: date, *, name: str = "", who: str = "", by: date | None = None
) -> Action:
    """Make an action; `name` is a person's, given by choice, `who` any other words. Refuses a date that is past."""
    if by is not None and by < today:
        raise Refused(tr("{day} has passed. Choose a day from today on.", day=day_words(by)))
    action = Action(uid=uuid4(), by=by, who=optional(who, "name"))
    action.reword(text)
    if not blank_name(name):
        action.person = space.person(name)
    space.actions.append(action)
    return action


def let_name_go(space: Space, person: Person) -> None:
    """Take a name away that stands on no action any more, also on none that the desk does not hold (promise 7)."""
    if any(other.person is person for other in space.actions):
        return
    db = object_session(space)
    if db is not None:
        db.flush()  # what this deed took the name from must not be found again
        if db.scalar(select(Action.id).where(Action.person_id == person.id).limit(1)) is not None:
            return
    space.people.remove(person)


def blank_name(name: str) -> bool:
    """Tell whether no name was given."""
    return not optional(name, "name")
