"""One line of the run sheet: an activity with a title, minutes, and words for the facilitator to say."""

from __future__ import annotations

import random
from collections.abc import Hashable
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elephants.sessions.base import Base, Refused, Travels, number_of, words_of
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.sessions.decision import Decision
    from elephants.sessions.session import Session

TO_COME, NOW, DONE, SKIPPED = "to come", "now", "done", "skipped"
PLANNED, RUNNING, CLOSED, AGREED = "planned", "running", "closed", "agreed"
"""The states of an activity, and of a session as a whole."""


class Activity(Travels, Base):
    """What the group does next; every kind has a page, a view and a paper section of the same name."""

    __tablename__ = "activity"
    belongs_to = "session"
    __mapper_args__ = {"polymorphic_on": "kind"}
    name: ClassVar[str]

    session_id: Mapped[int] = mapped_column(ForeignKey("session.id"), index=True)
    kind: Mapped[str]
    title: Mapped[str]
    minutes: Mapped[int]
    place: Mapped[int] = mapped_column(default=0)
    state: Mapped[str] = mapped_column(default=TO_COME)
    settings: Mapped[dict[str, Any]] = mapped_column(default=dict)
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decision.id"), index=True)

    session: Mapped[Session] = relationship(back_populates="activities", lazy="raise_on_sql")
    decision: Mapped[Decision | None] = relationship(back_populates="activities", lazy="raise_on_sql")

    def say(self) -> str:
        """Give the words the facilitator may say now; each is a suggestion."""
        return ""

    def hint(self) -> str:
        """Give one line for the facilitator alone beside the words to say."""
        return ""

    def set(self, **settings: Any) -> None:
        """Replace settings: JSON edited in place would never be saved."""
        self.settings = {**self.settings, **settings}

    def retitle(self, title: str) -> None:
        """Call this line of the run sheet something else."""
        self.title = words_of(title, "title", empty=tr("Give the activity a name."))

    def last(self, minutes: int) -> None:
        """Give this activity another number of minutes; refuses less than 1 and more than 240."""
        self.minutes = number_of(minutes, 1, 240, tr("An activity lasts from 1 to 240 minutes."))

    @property
    def of_an_item(self) -> bool:
        """Whether an item of the agenda opened it: then the room comes back to the agenda, in whose time it is."""
        return self.kind == "deciding" or bool(self.settings.get("from_agenda"))

    @property
    def finished(self) -> bool:
        """Whether there is nothing left to do here, however the room walks past it."""
        return False

    def may_end(self) -> None:
        """Refuse, with a sentence, where the run sheet must not walk on yet."""

    def leave(self) -> None:
        """Do what belongs to its end, by whatever way the room leaves."""

    def moment_place(self) -> Hashable:
        """Say where its thing of the moment lies: activities of one session that share one say the same."""
        return self.id

    def moment_key(self) -> Hashable:
        """Say as long as what the thing of the moment lives: with another key it is gone."""
        return self.id

    def new_moment(self, chance: random.Random) -> object | None:
        """Make the thing of the moment (chairs, cards, counts): in memory only, never kept."""
        del chance
        return None

    def tend(self, moment: object) -> None:
        """Let the thing of the moment follow the room, such as one more chair."""


class Finger:
    """Where the room is in a list that is gone through together; lives in memory only."""

    def __init__(self, at: int = 0) -> None:
        self.at = at

    def point(self, at: int) -> None:
        """Lay the finger on another line; refuses a place before the first."""
        if at < 0:
            raise Refused(tr("This is the first one."))
        self.at = at
