"""What outlives a session: decisions with what was added because some of us need it."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sqlalchemy import JSON, ForeignKey, Index, inspect
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elephants.sessions.action import Action as Action
from elephants.sessions.action import Update as Update
from elephants.sessions.action import new_action as new_action
from elephants.sessions.base import Base, Travels, words_of
from elephants.sessions.deciding.result import LETTERS, WORDS, sentence
from elephants.sessions.deciding.steps import ENDING_WORDS, Ending
from elephants.sessions.theme import OnTheme
from elephants.words import day_words, tr

if TYPE_CHECKING:
    from elephants.sessions.activity import Activity
    from elephants.sessions.agenda.agenda import AgendaItem
    from elephants.sessions.session import Session
    from elephants.sessions.space import Space


@dataclass(frozen=True, repr=False)
class Part:
    """A stretch of a decision's text; `added` when some of us need it, and so it stays marked."""

    words: str
    added: bool


class Decision(Travels, Base):
    """A question, what the room decided on it, what was added and why, and when we look again."""

    __tablename__ = "decision"
    __table_args__ = (Index("ix_decision_space_id_standing", "space_id", "standing", "next_look", "look_again"),)
    belongs_to = "session"

    space_id: Mapped[int] = mapped_column(ForeignKey("space.id"))
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    question: Mapped[str]
    openness: Mapped[str]
    short: Mapped[bool] = mapped_column(default=False)
    splits: Mapped[int] = mapped_column(default=0)
    form: Mapped[str] = mapped_column(default="numbers")
    carried: Mapped[bool | None]
    chosen: Mapped[str] = mapped_column(default="")
    totals: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    title: Mapped[str] = mapped_column(default="")
    words: Mapped[str] = mapped_column(default="")
    nothing_came: Mapped[bool] = mapped_column(default=False)
    ending: Mapped[str | None]
    next_step: Mapped[str] = mapped_column(default="")
    look_again: Mapped[date | None]
    next_look: Mapped[date | None]
    no_look_again: Mapped[str] = mapped_column(default="")
    remaining_no: Mapped[str] = mapped_column(default="")
    print_no: Mapped[bool] = mapped_column(default=False)
    standing: Mapped[str] = mapped_column(default="open")
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"), index=True, unique=True)

    space: Mapped[Space] = relationship(back_populates="decisions", lazy="raise_on_sql")
    session: Mapped[Session] = relationship(back_populates="decisions", lazy="raise_on_sql")
    item: Mapped[AgendaItem | None] = relationship(back_populates="decision", foreign_keys=item_id, lazy="raise_on_sql")
    replaces: Mapped[Decision | None] = relationship(
        back_populates="replaced_by", remote_side="Decision.id", post_update=True, lazy="raise_on_sql"
    )
    replaced_by: Mapped[Decision | None] = relationship(
        back_populates="replaces", uselist=False, passive_deletes="all", post_update=True, lazy="raise_on_sql"
    )
    came_back: Mapped[list[AgendaItem]] = relationship(
        foreign_keys="AgendaItem.again_id", order_by="AgendaItem.id", viewonly=True, lazy="raise_on_sql"
    )
    themes: Mapped[list[OnTheme]] = relationship(
        back_populates="decision", order_by="OnTheme.id", cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    activities: Mapped[list[Activity]] = relationship(back_populates="decision", lazy="raise_on_sql")
    views: Mapped[list[View]] = relationship(
        back_populates="decision", order_by="View.place", cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    options: Mapped[list[Option]] = relationship(
        back_populates="decision", order_by="Option.place", cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    needs: Mapped[list[Need]] = relationship(
        back_populates="decision", order_by="Need.place", cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    actions: Mapped[list[Action]] = relationship(back_populates="decision", order_by="Action.id", lazy="raise_on_sql")
    updates: Mapped[list[Update]] = relationship(
        back_populates="decision", order_by="Update.id", cascade="all", lazy="raise_on_sql"
    )

    def parts(self) -> list[Part]:
        """Give the text as it is read back: the words, then what was added because some of us need it."""
        added = [Part(need.sentence, added=True) for need in self.needs if need.answer in ("added", "changed")]
        return [part for part in (Part(self.words, added=False), *added) if part.words]

    def full_text(self) -> str:
        """Give the whole text in one piece, unmarked."""
        return " ".join(part.words for part in self.parts())

    def result_words(self) -> str:
        """Say how the room chose, as it was settled to be written; "" before there is a result."""
        if self.carried is None:
            return ""
        chosen = self.chosen if self.carried else None
        return sentence(self.form, chosen, [option.text for option in self.options], self.totals)

    def result_in_words(self) -> str:
        """Say how the room chose in words always, for the outcome sheet; "" before there is a result."""
        if self.carried is None:
            return ""
        return sentence(WORDS, self.chosen if self.carried else None, [], None)

    def ending_words(self) -> str:
        """Say the ending as the room agreed it, with its date or next step; "" while it is open."""
        if self.ending is None:
            return ""
        if self.ending == Ending.GO_AHEAD and self.look_again is not None:
            return tr("Go ahead and look again on {day}", day=day_words(self.look_again))
        if self.ending == Ending.NOT_DECIDED and self.next_step:
            return tr("Not decided yet. Next step: {step}", step=self.next_step)
        return tr(ENDING_WORDS[Ending(self.ending)])

    def due(self, day: date) -> bool:
        """Tell whether the room should look at it again on this day: its date has come, or a need was not yet met."""
        if self.ending is None or self.standing in ("ended", "open", "agenda", "changed"):
            return False
        return self.look_due(day) or any(need.due(day) for need in self.needs)

    def look_due(self, day: date) -> bool:
        """Tell whether its look-again date has come."""
        again = self.look_on
        return again is not None and again <= day

    @property
    def look_on(self) -> date | None:
        """The day to look again: what a later session said, else what was agreed, which stays as it is."""
        return self.next_look or self.look_again

    def reword(self, words: str) -> None:
        """Change the words of the decision itself; what was added keeps its own words."""
        self.words = words_of(words, "decision", empty=tr("What did we decide? Write it in one or two sentences."))

    def retitle(self, title: str) -> None:
        """Change the title of the decision."""
        self.title = words_of(title, "title", empty=tr("Give the decision a short title."))

    def add_action(
        self, text: str, today: date, need: Need | None = None, *, name: str = "", who: str = "", by: date | None = None
    ) -> None:
        """Keep who does what by when, for the decision or for one of its needs; as `new_action` refuses."""
        action = new_action(self.space, text, today, name=name, who=who, by=by)
        action.session = self.session
        action.need = need
        self.actions.append(action)

    def drop_action(self, action: Action) -> None:
        """Take an action out; it is gone."""
        self.space.drop_action(action)


class View(Base):
    """One unsigned line of what people think; never who said it (promise 1)."""

    __tablename__ = "view"
    belongs_to = "decision"

    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    text: Mapped[str]
    away: Mapped[bool] = mapped_column(default=False)
    shared: Mapped[bool] = mapped_column(default=False)

    decision: Mapped[Decision] = relationship(back_populates="views", lazy="raise_on_sql")

    def reword(self, text: str) -> None:
        """Say the view in other words."""
        self.text = words_of(text, "view", empty=tr("Write the view, or take it out."))


class Option(Base):
    """One thing the room can choose, in the group's words, with a picture; never a count."""

    __tablename__ = "option"
    belongs_to = "decision"

    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    text: Mapped[str]

    decision: Mapped[Decision] = relationship(back_populates="options", lazy="raise_on_sql")

    @property
    def letter(self) -> str:
        """The letter beside the option: A to I."""
        return LETTERS[self.place]


class Need(Travels, Base):
    """What somebody needs to come along, the room's answer, and later whether it was met; never who asked."""

    __tablename__ = "need"
    belongs_to = "decision"

    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    text: Mapped[str]
    answer: Mapped[str | None]
    words: Mapped[str] = mapped_column(default="")
    sentence: Mapped[str] = mapped_column(default="")
    met: Mapped[str | None]

    decision: Mapped[Decision] = relationship(back_populates="needs", lazy="raise_on_sql")
    actions: Mapped[list[Action]] = relationship(back_populates="need", lazy="raise_on_sql")
    updates: Mapped[list[Update]] = relationship(
        back_populates="need", order_by="Update.id", cascade="all", lazy="raise_on_sql"
    )

    def reword(self, text: str) -> None:
        """Say the need in other words."""
        self.text = words_of(text, "view", empty=tr("Write the need, or take it out."))

    def say_in_text(self, words: str) -> None:
        """Change how the need stands in the decision; it stays marked."""
        self.sentence = words_of(words, "line", empty=tr("Write how it stands in the decision."))

    def by(self) -> date | None:
        """Say when it should be met: the latest date of its actions, else when we look at the decision again."""
        dates = [action.by for action in self.actions if action.by is not None]
        return max(dates) if dates else self.decision.look_on

    @property
    def unmet(self) -> bool:
        """Whether the room said that it is met in part or not at all."""
        return self.answer in ("added", "changed") and self.met in ("partly", "not met")

    def due(self, day: date) -> bool:
        """Tell whether the room should say on this day if it was met."""
        if self.answer not in ("added", "changed") or self.met in ("met", "no longer needed"):
            return False
        by = self.by()
        return by is not None and by <= day


def write_anew(rows: list[Any], chance: random.Random) -> None:
    """Write needs or points anew, each in its place but with new ids by chance: ids do not tell who spoke first."""
    drawn = list(rows)
    chance.shuffle(drawn)
    rows[:] = [_anew(row) for row in drawn]  # what comes into the list first gets the smaller id
    rows.sort(key=lambda row: row.place)


def _anew(row: Base) -> Base:
    """Copy a row but for its ids; what pointed to the old one points to the new one."""
    columns = inspect(type(row)).column_attrs
    kept = {one.key: getattr(row, one.key) for one in columns if not (one.key == "id" or one.key.endswith("_id"))}
    if isinstance(row, Travels):
        kept["uid"] = uuid4()
    fresh = type(row)(**kept)
    if isinstance(row, Need) and isinstance(fresh, Need):
        for action in list(row.actions):
            action.need = fresh
        for update in list(row.updates):
            update.need = fresh
    return fresh
