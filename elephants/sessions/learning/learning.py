"""The learning session: what happened, raw points, what we see, what we try next, who else should hear (METHOD.md)."""

from __future__ import annotations

import random
from datetime import date
from typing import NamedTuple

from elephants.sessions.action import Action, new_action
from elephants.sessions.activity import Activity, Finger
from elephants.sessions.agenda_item import AgendaItem, ask_for
from elephants.sessions.base import Refused, in_order, words_of
from elephants.sessions.decision import Decision
from elephants.sessions.learning.happened import decisions_since
from elephants.sessions.learning.learned import (
    GROUP, TRY, Learned, add_line, arranged, grouped, mix, of_kind, rearrange, take_up_slips,
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

    def reword(self, line: Learned, text: str) -> None:
        """Say a line in other words; what waits on the next agenda under the same words follows."""
        words = words_of(text, "title" if line.kind == GROUP else "line", empty=tr("Write one line."))
        item, action = self.asked_for(line), self.done_for(line)
        if item is not None:
            item.reword(words)
        if action is not None:
            action.reword(words)
        line.text = words

    def take_out(self, line: Learned) -> None:
        """Take a line out; it is gone. The points of a group that goes stay, in no group."""
        drop(line)

    def put(self, line: Learned, to: int) -> None:
        """Put a point or a whole group at a place among all of them, counted without itself as they stand.

        A point that is put behind the name of a group lies in that group.
        """
        if line.kind == GROUP:
            order = _with_group_at(line, to)
        else:
            order = [one for one in arranged(self.session) if one is not line]
            order.insert(max(0, to), line)
        rearrange(self.session, order)

    def put_into(self, point: Learned, group: Learned | None) -> None:
        """Put a point behind the others of a group, or (None) into no group."""
        rest = [(one, [other for other in points if other is not point]) for one, points in grouped(self.session)]
        order = [point] if group is None else list[Learned]()
        for one, points in rest:
            order += [*([one] if one is not None else []), *points, *([point] if one is group and group else [])]
        rearrange(self.session, order)

    # -- what comes of it --------------------------------------------------------------------------------------

    def put_on_agenda(self, line: Learned) -> None:
        """Put what we try on the agenda of next time; refuses it twice, and words too long for an item."""
        if self.asked_for(line) is not None:
            raise Refused(tr("It is on the next agenda already."))
        ask_for(self.session.space, line.text)

    def add_action(self, line: Learned, today: date, *, name: str = "", who: str = "", by: date | None = None) -> None:
        """Keep that somebody does what we try, by when; as `new_action` refuses, and a second time."""
        if self.done_for(line) is not None:
            raise Refused(tr("Somebody does this already."))
        self.session.actions.append(new_action(self.session.space, line.text, today, name=name, who=who, by=by))

    def asked_for(self, line: Learned) -> AgendaItem | None:
        """Give the item that waits for next time under the words of a try; None where it was not put there."""
        return next((one for one in self.session.space.open_items() if asks_for(line, one)), None)

    def done_for(self, line: Learned) -> Action | None:
        """Give the action that stands for a try; None where there is none."""
        return next((one for one in self.session.actions if stands_for(line, one)), None)

    def new_moment(self, chance: random.Random) -> object | None:
        """Lay a finger on the first decision."""
        del chance
        return Finger()


def asks_for(line: Learned, item: AgendaItem) -> bool:
    """Tell whether an item that waits for next time says what a try says."""
    return line.kind == TRY and item.title == line.text


def stands_for(line: Learned, action: Action) -> bool:
    """Tell whether an action of the session, of no item and no decision, says what a try says."""
    return line.kind == TRY and action.text == line.text and action.item is None and action.decision is None


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
    for item in session.space.open_items():
        if asks_for(line, item):
            session.space.items.remove(item)
    session.learned.remove(line)
    in_order(session.learned)


def _with_group_at(group: Learned, to: int) -> list[Learned]:
    """Give the arrangement with a whole group moved: before the first group of which less than half comes earlier."""
    blocks = grouped(group.session)
    own = next(block for block in blocks if block[0] is group)
    rest = [block for block in blocks if block is not own]
    upto, at = 0, 0
    for other, points in rest:
        tall = len(points) + (other is not None)
        if other is not None and upto + tall / 2 > to:
            break
        upto, at = upto + tall, at + 1
    rest.insert(at, own)
    return [line for one, points in rest for line in (*([one] if one is not None else []), *points)]
