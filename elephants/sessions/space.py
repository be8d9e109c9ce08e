"""A space is a group that meets; it keeps names to be called by, an agreement, and which questions it has had."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elephants.sessions.action import let_name_go
from elephants.sessions.agenda.item import ask_for
from elephants.sessions.base import Base, Refused, Travels, number_of, optional, words_of
from elephants.sessions.brought.brought import Brought
from elephants.sessions.learning.learned import LearningSlip
from elephants.sessions.past import is_first, meets_on
from elephants.sessions.record.revision import Version
from elephants.sessions.session import Session
from elephants.sessions.sheets import RUN_SHEETS, SHORT, WORKING, Suggested, suggested
from elephants.sessions.templates import run_sheet, sheet_again
from elephants.sessions.theme import Theme
from elephants.words import day_words, tr

if TYPE_CHECKING:
    from elephants.sessions.agenda.agenda import AgendaItem
    from elephants.sessions.agreement import AgreementLine
    from elephants.sessions.decision import Action, Decision
    from elephants.sessions.stories.decks import OwnDeck


class Home(Base):
    """The one row at the root of a store: all the spaces that meet with this laptop."""

    __tablename__ = "home"

    spaces: Mapped[list[Space]] = relationship(
        back_populates="home", order_by="Space.id", cascade="all, delete-orphan", lazy="raise_on_sql"
    )

    def new_space(self, name: str) -> UUID:
        """Begin a space; refuses a name that is blank, too long or already there."""
        name = self.free_name(name)
        space = Space(uid=uuid4(), name=name)
        self.spaces.append(space)
        return space.uid

    def free_name(self, name: str, besides: Space | None = None) -> str:
        """Take a name for a space; refuses one that is blank, too long or already there."""
        name = words_of(name, "space", empty=tr("Give the space a name, such as Tuesday kitchen."))
        if any(one.name.casefold() == name.casefold() for one in self.spaces if one is not besides):
            raise Refused(tr("There is a space with this name already. Choose another name."))
        return name


class Space(Travels, Base):
    """A group that meets ("Tuesday kitchen, Wigan"); it lives as long as the group wants (METHOD.md, The session).

    On the desk its lists hold what lives and no more (CONTRIBUTING.md, What the desk holds): a deed that must know of
    the past asks for it, a face never does.
    """

    __tablename__ = "space"

    folded = 0
    """How many sessions were held that the desk does not hold."""

    home_id: Mapped[int] = mapped_column(ForeignKey("home.id"), default=1)
    name: Mapped[str]
    contact: Mapped[str] = mapped_column(default="")
    privacy_line: Mapped[str] = mapped_column(default="")
    privacy_since: Mapped[date | None]
    keep_longer: Mapped[int] = mapped_column(default=0)
    """Months by which views and points are kept longer than METHOD.md says, because the group wants it."""

    home: Mapped[Home] = relationship(back_populates="spaces", lazy="raise_on_sql")
    people: Mapped[list[Person]] = relationship(
        back_populates="space", order_by="Person.id", cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    sessions: Mapped[list[Session]] = relationship(
        back_populates="space", order_by="Session.date, Session.id", cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    agreement: Mapped[list[AgreementLine]] = relationship(
        back_populates="space", order_by="AgreementLine.place", cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    questions_had: Mapped[list[QuestionHad]] = relationship(
        back_populates="space", order_by="QuestionHad.id", cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    questions_retired: Mapped[list[QuestionRetired]] = relationship(
        back_populates="space", order_by="QuestionRetired.id", cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    versions: Mapped[list[Version]] = relationship(
        back_populates="space", order_by="Version.id", cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    decks: Mapped[list[OwnDeck]] = relationship(
        back_populates="space", order_by="OwnDeck.id", cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    actions: Mapped[list[Action]] = relationship(
        back_populates="space", order_by="Action.id", cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    decisions: Mapped[list[Decision]] = relationship(
        back_populates="space", order_by="Decision.id", cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    items: Mapped[list[AgendaItem]] = relationship(
        back_populates="space", order_by="AgendaItem.place, AgendaItem.id", cascade="all, delete-orphan",
        lazy="raise_on_sql",
    )  # fmt: skip
    themes: Mapped[list[Theme]] = relationship(
        back_populates="space", order_by="Theme.id", cascade="all, delete-orphan", lazy="raise_on_sql"
    )

    slips: Mapped[list[LearningSlip]] = relationship(
        back_populates="space", order_by="LearningSlip.id", cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    brought: Mapped[list[Brought]] = relationship(
        back_populates="space", order_by="Brought.date, Brought.id", cascade="all, delete-orphan", lazy="raise_on_sql"
    )

    def rename(self, name: str) -> None:
        """Call the space something else; refuses as a new space does."""
        self.name = self.home.free_name(name, besides=self)

    def say_contact(self, contact: str) -> None:
        """Say who can be asked between sessions; a public contact, printed on papers."""
        self.contact = optional(contact, "title")

    def plan(
        self,
        day: date,
        starts: time,
        minutes: int,
        *,
        place: str = "",
        food: str = "",
        template: str = WORKING,
        today: date | None = None,
    ) -> UUID:
        """Prepare the next session with a run sheet of the template; refuses a second one on the same day.

        With `today` a day that has passed is refused; without it the past can be told, as in a rehearsal.
        """
        session = Session(template=template, date=day, starts=starts, minutes=minutes, place=place, food=food)
        session.activities.extend(run_sheet(template, first=not self.sessions))
        return self._prepare(session, today)

    def plan_like(
        self,
        like: Session,
        day: date,
        starts: time,
        minutes: int,
        *,
        place: str = "",
        food: str = "",
        today: date | None = None,
    ) -> UUID:
        """Prepare a session with the run sheet and the private notes of another; nothing that was said there.

        Refuses as `plan` does.
        """
        session = Session(template=like.template, date=day, starts=starts, minutes=minutes, place=place, food=food)
        session.notes = like.notes
        session.activities.extend(sheet_again(like.activities, first=is_first(self, like)))
        return self._prepare(session, today)

    def plan_short(
        self,
        question: str,
        day: date,
        starts: time,
        minutes: int,
        *,
        place: str = "",
        food: str = "",
        today: date | None = None,
    ) -> UUID:
        """Prepare a short decision, with what is to be decided on its agenda; refuses as `plan` does."""
        uid = self.plan(day, starts, minutes, place=place, food=food, template=SHORT, today=today)
        ask_for(self, question, "decide", minutes=dict(RUN_SHEETS[SHORT])["agenda"])
        return uid

    def _prepare(self, session: Session, today: date | None) -> UUID:
        if today is not None and session.date < today:
            raise Refused(tr("{day} has passed. Choose a day from today on.", day=day_words(session.date)))
        number_of(session.minutes, 10, 540, tr("A session lasts from 10 minutes to nine hours."))
        if meets_on(self, session.date):
            raise Refused(tr("There is a session on that day already."))
        session.uid = uuid4()
        session.place, session.food = optional(session.place, "place"), optional(session.food, "place")
        self.sessions.append(session)
        self.sessions.sort(key=lambda other: other.date)
        return session.uid

    def suggested(self, today: date) -> Suggested:
        """Suggest a template for one more session; one that was prepared and never opened does not count."""
        return suggested(self.folded + sum(one.started or one.date >= today for one in self.sessions))

    def person(self, name: str) -> Person:
        """Find or greet the person of this name: what somebody wants to be called, nothing else."""
        name = words_of(name, "name", empty=tr("What do they want to be called?"))
        for person in self.people:
            if person.name == name:
                return person
        person = Person(name=name)
        self.people.append(person)
        return person

    def had(self, question: str, *, own: bool = False) -> bool:
        """Remember that this space has had a question, perhaps one of its own; tells whether it was new to the space.

        A question of our packs is known by its English words, so that another language forgets none.
        """
        new = all(before.text != question for before in self.questions_had)
        if new:
            self.questions_had.append(QuestionHad(text=question, own=own))
        return new

    def not_had(self, question: str) -> None:
        """Forget a question: it was chosen and not asked after all, or the space wants it off its list."""
        for before in [one for one in self.questions_had if one.text == question]:
            self.questions_had.remove(before)

    def retired(self) -> set[str]:
        """Give the questions that this space does not want to be asked."""
        return {one.text for one in self.questions_retired}

    def retire(self, question: str) -> None:
        """Remember that this space does not want a question; refuses one that is retired already."""
        if question in self.retired():
            raise Refused(tr("This question is retired already."))
        self.questions_retired.append(QuestionRetired(text=question))

    def offer_again(self, question: str) -> None:
        """Let a retired question be offered again; refuses one that is not retired."""
        retired = [one for one in self.questions_retired if one.text == question]
        if not retired:
            raise Refused(tr("This question is not retired."))
        self.questions_retired.remove(retired[0])

    def drop_action(self, action: Action) -> None:
        """Take an action out of every list it stands in; a name that stood on no other goes with it."""
        person = action.person
        for holder in (self, action.session, action.decision, action.item, action.need):
            if holder is not None and action in holder.actions:
                holder.actions.remove(action)
        if person is not None:
            let_name_go(self, person)

    def open_items(self) -> list[AgendaItem]:
        """What people have asked for next time, in the order it was asked; carried over comes first."""
        waiting = [item for item in self.items if item.session_id is None and item.session is None]
        return sorted(waiting, key=lambda item: (item.carried_from is None, item.place))


class Person(Base):
    """A name somebody wants to be called, for actions and badges; nothing else is known (promise 7)."""

    __tablename__ = "person"

    space_id: Mapped[int] = mapped_column(ForeignKey("space.id"), index=True)
    name: Mapped[str]

    space: Mapped[Space] = relationship(back_populates="people", lazy="raise_on_sql")


class QuestionHad(Base):
    """A check-in question that this space has had, of our packs or its own; never an answer (METHOD.md, Check-in)."""

    __tablename__ = "question_had"

    space_id: Mapped[int] = mapped_column(ForeignKey("space.id"), index=True)
    text: Mapped[str]
    own: Mapped[bool] = mapped_column(default=False)

    space: Mapped[Space] = relationship(back_populates="questions_had", lazy="raise_on_sql")


class QuestionRetired(Base):
    """A question of our packs that this space does not want to be asked; never why, and never who said so."""

    __tablename__ = "question_retired"

    space_id: Mapped[int] = mapped_column(ForeignKey("space.id"), index=True)
    text: Mapped[str]

    space: Mapped[Space] = relationship(back_populates="questions_retired", lazy="raise_on_sql")
