"""The learning session: what happened, raw points, what we see, what we try next, who else should hear (METHOD.md)."""

from __future__ import annotations

import random
from datetime import date
from typing import NamedTuple

from elephants.sessions.action import Action, new_action
from elephants.sessions.activity import Activity, Finger
from elephants.sessions.again import remove
from elephants.sessions.agenda.item import AgendaItem, ask_for
from elephants.sessions.base import Refused, in_order, words_of
from elephants.sessions.decision import Decision
from elephants.sessions.learning.happened import decisions_since
from elephants.sessions.learning.learned import (
    GROUP,
    TRY,
    Learned,
    add_line,
    arranged,
    grouped,
    mix,
    of_kind,
    rearrange,
    take_up_slips,
)  # fmt: skip
from elephants.words import mark, tr

HAPPENED, RAW, SEE, NEXT, OTHERS = "happened", "points", "groups", "try", "hear"


class LearningStep(NamedTuple):
    """A step: what it is called, the words to say, and a line for the facilitator alone."""

    label: str
    say: str
    hint: str


STEPS: dict[str, LearningStep] = {
    HAPPENED: LearningStep(
        mark("What happened"),
        mark("This is what we decided, and what became of it."),
        mark("Only look. What went right or did not comes next."),
    ),
    RAW: LearningStep(
        mark("Raw points"),
        mark("What went right? What did not? What surprised us? Where did power show?"),
        mark("Write the words as they were said. No names. What did not go right has as much room as what did."),
    ),
    SEE: LearningStep(
        mark("What we see"),
        mark("Here are all of them, in no order. What belongs together? What shall we call it?"),
        mark("The room groups, you only move. A point may stay alone."),
    ),
    NEXT: LearningStep(
        mark("What we try next"),
        mark("What do we try next? Something small is good."),
        mark("A try is not a promise. It may go on the next agenda, or somebody may do it."),
    ),
    OTHERS: LearningStep(
        mark("Who else should hear"),
        mark("Who else should hear this? What would they need to know?"),
        mark(
            "A place or a group, never a person who is not here. What is said here stays here; what we learn can leave."
        ),
    ),
}
"""The steps in their order, by the key that is kept."""

_ORDER = tuple(STEPS)


class Learning(Activity):
    """Looks back together; kept are unsigned points in groups, what we try next, and who else should hear."""

    __mapper_args__ = {"polymorphic_identity": "learning"}
    name = mark("What we learn")

    @property
    def step(self) -> str:
        """The key of the step the room is at."""
        return str(self.settings.get("step", HAPPENED))

    def say(self) -> str:
        """Ask what the step asks."""
        return tr(STEPS[self.step].say)

    def hint(self) -> str:
        """Remind of what the step is for."""
        return tr(STEPS[self.step].hint)

    @property
    def finished(self) -> bool:
        """Whether the room is at its last step."""
        return self.step == OTHERS

    def decisions(self) -> list[Decision]:
        """List what was decided since the last learning session."""
        return decisions_since(self.session)

    def lines(self, *kinds: str) -> list[Learned]:
        """Give the lines of some kinds; of the whole session, as with its agenda."""
        return of_kind(self.session, *kinds)

    # -- the way on --------------------------------------------------------------------------------------------

    def go_on(self, chance: random.Random) -> None:
        """Go to the next step. Slips join the raw points; when these are collected they lie in an order of `chance`."""
        at = _ORDER.index(self.step)
        if at + 1 == len(_ORDER):
            raise Refused(tr("This is the last step. Go on in the run sheet."))
        if self.step == RAW:
            mix(self.session, chance)
        self._turn(_ORDER[at + 1])

    def go_back(self, chance: random.Random) -> None:
        """Go to the step before; nothing that was written is lost."""
        at = _ORDER.index(self.step)
        if at == 0:
            raise Refused(tr("This is the first step."))
        if self.step == RAW:
            mix(self.session, chance)
        self._turn(_ORDER[at - 1])

    def leave(self) -> None:
        """Leave no order of arrival behind, by whatever way the room leaves while points are collected."""
        if self.step == RAW:
            mix(self.session, random.SystemRandom())

    def _turn(self, step: str) -> None:
        self.set(step=step)
        if step == RAW:
            take_up_slips(self.session)

    # -- what is written ---------------------------------------------------------------------------------------

    def add(self, kind: str, text: str) -> None:
        """Keep one line: a point under one of the four questions, the name of a group, a try, who else should hear."""
        add_line(self.session, kind, text)

    def take_out(self, line: Learned) -> None:
        """Take a line out; it is gone. The points of a group that goes stay, in no group."""
        drop(line)

    def put(self, line: Learned, to: int) -> None:
        """Put a point or a whole group at a place among all of them, counted without itself as they stand.

        A point that is put behind the name of a group lies in that group. Refuses what has no place among them.
        """
        self._among_points(line)
        if line.kind == GROUP:
            order = _with_group_at(line, to)
        else:
            order = [one for one in arranged(self.session) if one is not line]
            order.insert(max(0, to), line)
        rearrange(self.session, order)

    def move(self, line: Learned, by: int) -> None:
        """Put a point one row, or a whole group one group, up (-1) or down (1); at the end nothing happens."""
        self._among_points(line)
        order = arranged(self.session)
        if line.kind != GROUP:
            self.put(line, order.index(line) + by)
            return
        blocks = [(group, points) for group, points in grouped(self.session) if group is not None]
        at = next(place for place, (group, _) in enumerate(blocks) if group is line) + by
        if 0 <= at < len(blocks):
            order.remove(line)
            other, points = blocks[at]
            self.put(line, order.index(other) + (len(points) + 1 if by > 0 else 0))

    def put_into(self, point: Learned, group: Learned | None) -> None:
        """Put a point behind the others of a group, or (None) into no group; refuses what is no point."""
        self._among_points(point, but=GROUP)
        if group is not None and group.kind != GROUP:
            raise Refused(tr("This is no group."))
        rest = [(one, [other for other in points if other is not point]) for one, points in grouped(self.session)]
        order = [point] if group is None else list[Learned]()
        for one, points in rest:
            order += [*([one] if one is not None else []), *points, *([point] if one is group and group else [])]
        rearrange(self.session, order)

    def _among_points(self, line: Learned, but: str = "") -> None:
        if line.kind == but or line not in arranged(self.session):
            raise Refused(tr("This line has no place among the points."))

    # -- what comes of it --------------------------------------------------------------------------------------

    def put_on_agenda(self, line: Learned) -> None:
        """Put what we try on the agenda of next time; refuses it twice, and words too long for an item."""
        self._tried(line)
        if asked_for(line) is not None:
            raise Refused(tr("It is on the next agenda already."))
        ask_for(self.session.space, line.text)

    def add_action(self, line: Learned, today: date, *, name: str = "", who: str = "", by: date | None = None) -> None:
        """Keep that somebody does what we try, by when; as `new_action` refuses, and a second time."""
        self._tried(line)
        if done_for(line) is not None:
            raise Refused(tr("Somebody does this already."))
        self.session.actions.append(new_action(self.session.space, line.text, today, name=name, who=who, by=by))

    def _tried(self, line: Learned) -> None:
        if line.kind != TRY:
            raise Refused(tr("This is for what we try next."))

    def new_moment(self, chance: random.Random) -> object | None:
        """Lay a finger on the first decision."""
        del chance
        return Finger()


def asked_for(line: Learned) -> AgendaItem | None:
    """Give the item that waits for next time under the words of a try; None where it was not put there."""
    waiting = line.session.space.open_items() if line.kind == TRY else []
    return next((one for one in waiting if one.title == line.text), None)


def done_for(line: Learned) -> Action | None:
    """Give the action that stands for a try, of no item and no decision; None where there is none."""
    loose = [one for one in line.session.actions if one.item is None and one.decision is None]
    return next((one for one in loose if line.kind == TRY and one.text == line.text), None)


def say_otherwise(line: Learned, text: str) -> None:
    """Say a line in other words; the item or the action that stands for a try follows. Refuses blank and too long."""
    words = words_of(text, "title" if line.kind == GROUP else "line", empty=tr("Write one line."))
    item, action = asked_for(line), done_for(line)
    if item is not None:
        item.reword(words)
    if action is not None:
        action.reword(words)
    line.text = words


def drop(line: Learned) -> None:
    """Take a line out of its session; what waits for next time in its words goes with it.

    The points of a group that goes lie in no group.
    """
    session = line.session
    if line.kind == GROUP:
        free = next(points for group, points in grouped(session) if group is line)
        kept = [one for one in arranged(session) if one not in free]
        at = next(place for place, one in enumerate(kept) if one.kind == GROUP)
        rearrange(session, [*kept[:at], *free, *kept[at:]])
    item = asked_for(line)
    if item is not None:
        remove(item)
    session.learned.remove(line)
    in_order(session.learned)


def _with_group_at(group: Learned, to: int) -> list[Learned]:
    """Give the arrangement with a whole group moved: behind every other group of which at least half comes before."""
    blocks = grouped(group.session)
    own = next(block for block in blocks if block[0] is group)
    rest = [block for block in blocks if block is not own]
    rows = [one for one in arranged(group.session) if one is not group]
    passed = sum(rows.index(one) + (len(points) + 1) / 2 <= to for one, points in rest if one is not None)
    loose = sum(one is None for one, _ in rest)
    rest.insert(loose + passed, own)
    return [line for one, points in rest for line in (*([one] if one is not None else []), *points)]
