"""The read-back: every kept line, large; anyone can change it or strike it; then the room agrees (METHOD.md)."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from elephants.sessions.activity import AGREED, RUNNING, Activity, Finger
from elephants.sessions.agenda import Point
from elephants.sessions.agreement import AgreementLine
from elephants.sessions.base import Base, Refused, in_order, words_of
from elephants.sessions.decision import Action, Decision, Need, Update, View
from elephants.sessions.revision import revise
from elephants.sessions.since import answer_words
from elephants.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from elephants.sessions.session import Session


@dataclass(frozen=True, repr=False)
class ReadLine:
    """One line that is read aloud: what it belongs to, its label, and its words."""

    thing: Base
    part: str
    label: str
    words: str

    @property
    def key(self) -> tuple[str, int, str]:
        """Tells this line from every other while the session is read back."""
        return (type(self.thing).__name__, self.thing.id, self.part)


def lines(session: Session) -> Iterator[ReadLine]:
    """Give every line of the session that is kept and can be changed or struck, in the order it is read."""
    for update in session.updates:
        yield ReadLine(update, "words", answer_words(update), update.words or answer_words(update))
    for line in session.space.agreement:
        if line.since == session.date:
            yield ReadLine(line, "text", tr("Added to our agreement"), line.text)
    for item in session.items:
        yield from (ReadLine(point, "text", item.title, point.text) for point in item.points)
        yield from (ReadLine(action, "text", action.owner(), action.text) for action in item.actions)
    for decision in session.decisions:
        yield from _of_decision(decision)
    if session.celebrate:
        yield ReadLine(session, "celebrate", tr("Something to celebrate"), session.celebrate)


def _of_decision(decision: Decision) -> Iterator[ReadLine]:
    label = decision.title or decision.question
    if decision.words:
        yield ReadLine(decision, "words", label, decision.words)
    for need in decision.needs:
        if need.answer == "not now":
            yield ReadLine(need, "words", tr("Not now, because"), need.words)
        elif need.answer is not None:
            yield ReadLine(need, "sentence", tr("Added because some of us need it"), need.sentence)
    if decision.next_step:
        yield ReadLine(decision, "next_step", tr("Next step"), decision.next_step)
    if decision.remaining_no:
        yield ReadLine(decision, "remaining_no", tr("A no that remains"), decision.remaining_no)
    yield from (ReadLine(action, "text", action.owner(), action.text) for action in decision.actions)
    yield from (ReadLine(view, "text", tr("A view"), view.text) for view in decision.views)


class ReadBack(Activity):
    """Reads the record aloud, line by line, until the room agrees it."""

    __mapper_args__ = {"polymorphic_identity": "readback"}
    name = mark("Read-back")

    def lines(self) -> list[ReadLine]:
        """The lines of this session, in the order they are read."""
        return list(lines(self.session))

    def say(self) -> str:
        """Ask for each line."""
        return tr("Is this right? Anything to take out?")

    def hint(self) -> str:
        """Say what striking means."""
        return tr("Struck means gone. Undo brings it back until the room has agreed.")

    def change_line(self, line: ReadLine, words: str) -> None:
        """Write a line in the words the room wants; refuses blank (strike it instead) and what is agreed."""
        self._draft()
        field = _FIELDS.get((type(line.thing), line.part), "line")
        said = words_of(words, field, empty=tr("Write the line, or strike it."))
        setattr(line.thing, line.part, said)

    def strike(self, line: ReadLine) -> None:
        """Strike a line: its row is deleted, or its words where the row says more; refuses what is agreed."""
        self._draft()
        thing = line.thing
        for kind, strike in _STRIKES.items():
            if isinstance(thing, kind):
                strike(thing)
                return
        setattr(thing, line.part, "")

    def agree(self, today: date) -> None:
        """The room agrees the record: each decision's first revision goes on its chain. Refuses a second time."""
        self._draft()
        session = self.session
        if not session.started:
            raise Refused(tr("This session has not been opened yet."))
        for decision in session.decisions:
            if decision.ending is None:
                raise Refused(tr("A decision is still open. Bring it to an ending, or say what the next step is."))
        if session.state == RUNNING:
            session.close()
        for decision in session.decisions:
            revise(decision, today, b"")
        session.state = AGREED

    def new_moment(self, chance: random.Random) -> object | None:
        """Lay a finger on the first line."""
        del chance
        return Finger()

    def _draft(self) -> None:
        if self.session.state == AGREED:
            raise Refused(tr("The room has agreed this record. It can be corrected or taken out later."))


def _strike_point(point: Point) -> None:
    point.item.take_out(point)


def _strike_action(action: Action) -> None:
    holder = action.decision or action.item
    if holder is not None:
        holder.drop_action(action)


def _strike_view(view: View) -> None:
    views = view.decision.views
    views.remove(view)
    in_order(views)


def _strike_need(need: Need) -> None:
    needs = need.decision.needs
    for action in list(need.actions):
        action.need = None
    needs.remove(need)
    in_order(needs)


def _strike_agreement(line: AgreementLine) -> None:
    kept = line.space.agreement
    kept.remove(line)
    in_order(kept)


def _strike_update(update: Update) -> None:
    update.session.updates.remove(update)


_FIELDS = {(Decision, "words"): "decision", (View, "text"): "view"}
"""The limits of those lines that are not a plain one."""

_STRIKES: dict[type, Callable[[Any], None]] = {
    Point: _strike_point,
    Action: _strike_action,
    View: _strike_view,
    Need: _strike_need,
    AgreementLine: _strike_agreement,
    Update: _strike_update,
}
