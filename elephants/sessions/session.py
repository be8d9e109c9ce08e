"""A session is one meeting of a space: a run sheet that the group may change at any moment."""

from __future__ import annotations

from datetime import date as Day
from datetime import time
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elephants.sessions.activity import AGREED, CLOSED, DONE, NOW, PLANNED, RUNNING, SKIPPED, TO_COME, Activity
from elephants.sessions.again import come_back
from elephants.sessions.base import Base, Refused, Travels, in_order, move, number_of, optional
from elephants.sessions.learning.learned import Learned
from elephants.sessions.outcome_sheet import OutcomeSheet
from elephants.sessions.record.readback import not_read_back
from elephants.sessions.record.revision import Version
from elephants.sessions.sheets import TITLES
from elephants.sessions.templates import new_activity, once_more, read_back_of
from elephants.words import day_words, tr

if TYPE_CHECKING:
    from elephants.sessions.agenda.agenda import AgendaItem
    from elephants.sessions.decision import Action, Decision, Update
    from elephants.sessions.space import Space

MOST_HERE = 500


class Session(Travels, Base):
    """One meeting: when, where, how many are here, and the run sheet (METHOD.md, The session)."""

    __tablename__ = "session"
    __table_args__ = (
        Index("ix_session_space_id_date", "space_id", "date"),
        Index("ix_session_space_id_state_date", "space_id", "state", "date"),
    )

    space_id: Mapped[int] = mapped_column(ForeignKey("space.id"))
    template: Mapped[str]
    date: Mapped[Day]
    starts: Mapped[time]
    minutes: Mapped[int]
    place: Mapped[str] = mapped_column(default="")
    food: Mapped[str] = mapped_column(default="")
    here: Mapped[int | None]
    most_here: Mapped[int | None]
    state: Mapped[str] = mapped_column(default=PLANNED)
    celebrate: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")

    space: Mapped[Space] = relationship(back_populates="sessions", lazy="raise_on_sql")
    activities: Mapped[list[Activity]] = relationship(
        back_populates="session", order_by="Activity.place", cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    items: Mapped[list[AgendaItem]] = relationship(
        back_populates="session", order_by="AgendaItem.place", lazy="raise_on_sql"
    )
    decisions: Mapped[list[Decision]] = relationship(
        back_populates="session", order_by="Decision.id", lazy="raise_on_sql"
    )
    actions: Mapped[list[Action]] = relationship(back_populates="session", order_by="Action.id", lazy="raise_on_sql")
    updates: Mapped[list[Update]] = relationship(
        back_populates="session", order_by="Update.id", cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    learned: Mapped[list[Learned]] = relationship(
        back_populates="session", order_by="Learned.place", cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    outcome_sheet: Mapped[OutcomeSheet | None] = relationship(
        back_populates="session", cascade="all, delete-orphan", lazy="raise_on_sql"
    )
    versions: Mapped[list[Version]] = relationship(
        back_populates="session", order_by="Version.number", lazy="raise_on_sql"
    )

    def is_agreed(self) -> bool:
        """Whether the room has agreed the record this belongs to."""
        return self.state == AGREED

    @property
    def title(self) -> str:
        """The kind of session, as people call it."""
        return tr(TITLES[self.template])

    @property
    def now(self) -> Activity | None:
        """The activity the room is in, if the session runs."""
        return next((activity for activity in self.activities if activity.state == NOW), None)

    @property
    def next_session(self) -> Session | None:
        """The session that is planned after this one, if there is one."""
        later = [other for other in self.space.sessions if other.date > self.date]
        return min(later, key=lambda other: other.date, default=None)

    @property
    def started(self) -> bool:
        """Whether the session was opened at all; what was only prepared is not listed as held."""
        return self.state != PLANNED

    def minutes_left(self) -> int:
        """Say how many minutes the rest of the run sheet asks for."""
        return sum(activity.minutes for activity in self.activities if activity.state in (NOW, TO_COME))

    def replan(self, starts: time, *, place: str, food: str) -> None:
        """Change when it begins, where, and the food."""
        self.starts, self.place, self.food = starts, optional(place, "place"), optional(food, "place")

    def start(self, here: int) -> None:
        """Open the session with a head count; its agenda is what people asked for and what comes back by itself.

        It opens with the read-back of the session before, where that is a draft (METHOD.md). Refuses a second start.
        """
        if self.started:
            raise Refused(tr("This session has been opened already."))
        if not self.activities:
            raise Refused(tr("The run sheet is empty. Add an activity first."))
        self._alone()
        self.count_here(here)
        if (draft := not_read_back(self)) is not None:
            self.activities.insert(0, read_back_of(draft.date))
            in_order(self.activities)
        self.state = RUNNING
        self.outcome_sheet = OutcomeSheet(pictures={}, checked=False)
        self.items.extend(come_back(self))
        in_order(self.items)
        self.activities[0].state = NOW

    def count_here(self, here: int) -> None:
        """Say how many are here now: a head count, never a list; refuses none and more than 500."""
        self.here = number_of(here, 1, MOST_HERE, tr("How many are here? Give a number from 1 to 500."))

    def go(self, activity: Activity) -> None:
        """Go to any line of the run sheet; the one that was left counts as done.

        A closed session that the room has not agreed opens again. Refuses to leave a choice before ADD and CHECK.
        """
        if self.state != CLOSED:
            self._running()
        self._alone()
        left = self.now
        if left is activity:
            return
        if left is not None:
            left.may_end()
            left.leave()
            left.state = DONE
        self._remember_most()
        self.state = RUNNING
        activity.state = NOW

    def onward(self) -> Activity | None:
        """Say which line of the run sheet follows; an item that opened its own activity comes back to the agenda."""
        left = self.now
        if left is None:
            return None
        if left.of_an_item:
            agenda = next((one for one in self.activities if one.kind == "agenda"), None)
            if agenda is not None and agenda.state == DONE and any(item.closed is None for item in self.items):
                return agenda
        at = self.activities.index(left)
        return next((one for one in self.activities[at + 1 :] if one.state == TO_COME), None)

    def walk_on(self) -> None:
        """Go to the next line to come; refuses where the activity must end first (a carried option: ADD and CHECK)."""
        self._leave(DONE)

    def skip(self) -> None:
        """Leave this activity undone and go to the next line, or close the session; refuses as `walk_on` does.

        A session whose read-back is left undone is a draft that waits to be read back next time.
        """
        if self.now is None or self.onward() is not None:
            self._leave(SKIPPED)
            return
        self._running()
        left = self.now
        left.may_end()
        left.leave()
        left.state = DONE if left.finished else SKIPPED
        self.close()

    def walk_back(self) -> None:
        """Go back to the line before; refuses before the first."""
        at = self._at()
        if at == 0:
            raise Refused(tr("This is the first line of the run sheet."))
        left = self.activities[at]
        left.may_end()
        left.leave()
        left.state = DONE if left.finished else TO_COME
        self.activities[at - 1].state = NOW

    def add_activity(self, kind: str, *, title: str = "", minutes: int | None = None) -> None:
        """Put one more activity into the run sheet, behind the one the room is in."""
        self.insert(new_activity(kind, title=title, minutes=minutes))

    def insert(self, activity: Activity) -> None:
        """Put a ready activity behind the one the room is in, or at the end of a plan."""
        at = self._at() + 1 if self.now is not None else len(self.activities)
        self.activities.insert(at, activity)
        in_order(self.activities)

    def move_activity(self, activity: Activity, to: int) -> None:
        """Put one line of the run sheet at another place."""
        move(self.activities, activity, to)

    def remove_activity(self, activity: Activity) -> None:
        """Take a line out of the run sheet; refuses the one the room is in and one that holds a decision."""
        if activity.state == NOW or activity.decision is not None:
            raise Refused(tr("The room is in this activity, or it holds a decision. Skip it instead."))
        self.activities.remove(activity)
        in_order(self.activities)

    def repeat(self, activity: Activity) -> None:
        """Put the same activity on the run sheet once more: behind itself, or behind the one the room is in by now.

        Nothing that was said in it comes along. Refuses one that an item of the agenda opened.
        """
        at = self.activities.index(activity)
        if self.now is not None:
            at = max(at, self._at())
        self.activities.insert(at + 1, once_more(activity))
        in_order(self.activities)

    def leave_out(self, activity: Activity) -> None:
        """Skip a line that is still to come; refuses any other."""
        self._running()
        if activity.state != TO_COME:
            raise Refused(tr("Only what is still to come can be skipped from here."))
        activity.state = SKIPPED

    def take_up(self, activity: Activity) -> None:
        """Let a line that was skipped be one that is still to come; refuses any other."""
        self._running()
        if activity.state != SKIPPED:
            raise Refused(tr("This line was not skipped."))
        activity.state = TO_COME

    def celebrates(self, words: str) -> None:
        """Keep one line of something to celebrate, for the papers; blank takes it away."""
        self.celebrate = optional(words, "line")

    def note(self, words: str) -> None:
        """Keep the facilitator's private notes for the plan; never on the room screen or a shared paper."""
        self.notes = optional(words, "notes", lines=True)

    def close(self) -> None:
        """End the session; what was not reached comes first next time. Its record is a draft until it is agreed."""
        self._running()
        for activity in self.activities:
            activity.may_end()
        for item in self.items:
            if item.closed is None:
                item.close("carried")
        self._remember_most()
        for activity in self.activities:
            if activity.state == NOW:
                activity.leave()
                activity.state = DONE
            elif activity.state == TO_COME:
                activity.state = SKIPPED
        self.state = CLOSED

    def _alone(self) -> None:
        """Refuse while another session of the space is open: one that is left open must not be lost from home."""
        other = next((one for one in self.space.sessions if one is not self and one.state == RUNNING), None)
        if other is not None:
            raise Refused(tr("The session of {day} is still open. Go to it and close it first.",
                             day=day_words(other.date)))  # fmt: skip

    def _remember_most(self) -> None:
        """Remember the most that were here, for the papers: who leaves early need not be seen to have left."""
        if self.here is not None:
            self.most_here = max(self.most_here or 0, self.here)

    def _running(self) -> None:
        if self.state != RUNNING:
            raise Refused(tr("This session is not open."))

    def _at(self) -> int:
        return next((at for at, activity in enumerate(self.activities) if activity.state == NOW), 0)

    def _leave(self, how: str) -> None:
        self._running()
        left = self.now
        if left is None:
            raise Refused(tr("The run sheet has come to its end."))
        left.may_end()
        onward = self.onward()
        if onward is None:
            raise Refused(tr("This is the last line of the run sheet. Close the session when the room is ready."))
        self._remember_most()
        left.leave()
        left.state = DONE if left.finished else how
        onward.state = NOW
