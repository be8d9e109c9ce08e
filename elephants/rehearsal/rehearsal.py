"""A rehearsal: one written session, read from its file and played through the desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day
from datetime import datetime, time
from pathlib import Path

from elephants.desk import Desk
from elephants.rehearsal.before import ask, play_earlier
from elephants.rehearsal.cameout import CameOut
from elephants.rehearsal.clock import Clock
from elephants.rehearsal.form import About, Before, Line, Planned, SpaceOf
from elephants.rehearsal.reading import Page, text_of
from elephants.rehearsal.stage import Stage
from elephants.rehearsal.verbs import VERBS
from elephants.sessions.activity import Activity
from elephants.sessions.base import NotSaved, Refused
from elephants.sessions.learning.learned import add_slip
from elephants.sessions.past import meets_on
from elephants.sessions.session import Session
from elephants.sessions.space import Home, Space
from elephants.words import day_words, tr

EVENING = time(18)


@dataclass(frozen=True, repr=False)
class Rehearsal:
    """One written session; give its `clock` to the desk that plays it, so that its days are past or not by its own."""

    file: str
    about: About
    space: SpaceOf
    before: Before
    session: Planned
    following: Planned | None
    lines: tuple[Line, ...]
    came_out: tuple[tuple[int, CameOut], ...]
    clock: Clock

    def play(self, desk: Desk) -> None:
        """Play all of it: what stood before, and every line. Refuses as the deeds do, with file and line.

        Refuses too, with its line, where a decision came out otherwise than the file says.
        """
        self.set_up(desk)
        for _ in self.steps(desk):
            pass
        for number, expected in self.came_out:
            otherwise = expected.otherwise(Stage(desk).space.decisions)
            if otherwise:
                raise self._refused(number, otherwise)

    def set_up(self, desk: Desk) -> None:
        """Make the space, what stood before, and the session ready to be opened; refuses a store that has it already.

        Nothing was written when it refuses for that reason.
        """
        desk.clock = self.clock
        self._room_for(desk)
        try:
            self._prepare(desk)
        except NotSaved:
            raise
        except Refused as no:
            raise Refused(tr("{file}: {reason}", file=self.file, reason=no)) from None

    def _prepare(self, desk: Desk) -> None:
        space = self._space(desk)
        if self.before.date is not None:
            self._earlier(desk, self.before.date)
        for asked in self.before.item:
            ask(Stage(desk), space, asked)
        for slip in self.before.slips:
            desk.change(space, add_slip, slip, desk.chance)
        self.clock.show(self.session.begins)
        self._plan(desk, self.session)

    def steps(self, desk: Desk) -> Iterator[Line]:
        """Give each line before it is played; it is played when the next one is asked for."""
        for line in self.lines:
            yield line
            self.do(line, desk)

    def do(self, line: Line, desk: Desk) -> None:
        """Play one line on the session that is open, and let its minute pass. Refuses as its deeds do."""
        try:
            VERBS[line.do](Stage(desk, self.following), **line.words)
        except NotSaved:
            raise
        except Refused as no:
            raise self._refused(line.number, str(no)) from None
        self.clock.tick()

    def _refused(self, line: int, reason: str) -> Refused:
        return Refused(tr("{file}, line {line}: {reason}", file=self.file, line=line, reason=reason))

    def _room_for(self, desk: Desk) -> None:
        space = _named(desk, self.space.name)
        if space is None:
            return
        following = self.following.date if self.following else None
        days = sorted(day for day in (self.session.date, self.before.date, following) if day is not None)
        taken = next((day for day in days if desk.change(space, meets_on, day)), None)
        if taken is not None:
            raise Refused(
                tr(
                    "{space} has a session on {day} in this store already. Nothing was changed. "
                    "Play it in another store.",
                    space=space.name,
                    day=day_words(taken),
                )
            )

    def _space(self, desk: Desk) -> Space:
        space = _named(desk, self.space.name)
        if space is None:
            desk.change(desk.home, Home.new_space, self.space.name)
            space = desk.home.spaces[-1]
        if self.space.contact:
            desk.change(space, Space.say_contact, self.space.contact)
        return space

    def _earlier(self, desk: Desk, day: Day) -> None:
        self.clock.show(datetime.combine(day, EVENING))
        self._plan(desk, Planned(date=day))
        play_earlier(Stage(desk), self.before)
        desk.leave()

    def _plan(self, desk: Desk, plan: Planned) -> None:
        space = _named(desk, self.space.name)
        if space is None:
            raise Refused(tr("There is no such space."))
        uid = desk.change(
            space, Space.plan, plan.date, plan.starts, plan.minutes,
            place=plan.place, food=plan.food, template=plan.template,
        )  # fmt: skip
        session = desk.open(next(one.id for one in space.sessions if one.uid == uid))
        if plan.notes:
            desk.change(session, Session.note, plan.notes)
        for activity in list(session.activities):
            if activity.kind in plan.leave_out:
                desk.change(session, Session.remove_activity, activity)
            elif activity.kind in plan.run_sheet:
                desk.change(activity, Activity.last, plan.run_sheet[activity.kind])


def read_rehearsal(path: Path) -> Rehearsal:
    """Read a rehearsal file (docs/rehearsals.md); refuses a broken one with its line and the reason, in a sentence."""
    page = Page(path.name, text_of(path))
    page.known()
    session = page.session()
    return Rehearsal(
        file=path.name,
        about=page.about(),
        space=page.space(),
        before=page.before(),
        session=session,
        following=page.following(),
        lines=tuple(page.lines()),
        came_out=tuple(page.came_out()),
        clock=Clock(session.begins),
    )


def _named(desk: Desk, name: str) -> Space | None:
    return next((space for space in desk.home.spaces if space.name.casefold() == name.casefold()), None)
