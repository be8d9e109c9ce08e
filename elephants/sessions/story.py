"""The story of a decision, from when it was asked for to what became of it: of things and days, never of a person.

What was promised and what came of it is what a core team looks back for, and what people in the room never hear.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from elephants.sessions.action import Update
from elephants.sessions.record.revision import CORRECTED, TAKEN_OUT, Version
from elephants.sessions.replacing import decided_before, decided_since
from elephants.sessions.since import about_words, answer_words, worry_words
from elephants.sessions.standing import OPEN, STANDING
from elephants.sessions.terms import CLOSINGS
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.sessions.agenda.item import AgendaItem
    from elephants.sessions.base import Base
    from elephants.sessions.decision import Decision

ASKED, DECIDED, SAID, CORRECTION, REPLACED, AGAIN = "asked", "decided", "said", "corrected", "replaced", "again"


@dataclass(frozen=True, repr=False)
class Moment:
    """One thing that happened to a decision on a day, in a line, and what was said with it."""

    day: date
    kind: str
    words: str
    more: str = ""


def story(decision: Decision) -> list[Moment]:
    """Tell what happened to a decision and when it is looked at again, the earliest first."""
    told = [
        *_asked(decision.item), *_decided(decision), *_said(decision), *_asked_again(decision), *_versions(decision),
        *_replaced(decision),
    ]  # fmt: skip
    told.extend(_to_come(decision, max(moment.day for moment in told)))
    return sorted(told, key=lambda moment: moment.day)


def _asked(item: AgendaItem | None) -> Iterator[Moment]:
    """Each time it stood on an agenda before the one it was decided on."""
    before = item.carried_from if item is not None else None
    while before is not None:
        if before.session is not None:
            carried = tr("Carried over to the next session.")
            yield Moment(before.session.date, ASKED, tr("It was on the agenda."), carried)
        before = before.carried_from


def _decided(decision: Decision) -> Iterator[Moment]:
    day = decision.session.date
    older = decided_before(decision)
    if older is not None:
        yield Moment(day, ASKED, tr("We looked again at: {title}", title=older.title or older.question))
    yield Moment(day, ASKED, tr("We asked: {question}", question=decision.question))
    if decision.ending is not None:
        yield Moment(day, DECIDED, decision.ending_words(), decision.result_words())


def _said(decision: Decision) -> Iterator[Moment]:
    """What later sessions said of it, of its needs and of its actions."""
    updates = list(decision.updates)
    updates += [update for need in decision.needs for update in need.updates]
    updates += [update for action in decision.actions for update in action.updates]
    for update in updates:
        yield Moment(update.session.date, SAID, _about(decision, update), _more(update))


def _asked_again(decision: Decision) -> Iterator[Moment]:
    """Each later session that had it on its agenda again and did not put another decision in its place."""
    newer = decided_since(decision)
    for item in decision.came_back:
        if item.session is None or (item.decision is not None and item.decision is newer):
            continue
        asked = item.decision
        if asked is None:
            more = tr(CLOSINGS[item.closed]) if item.closed is not None else ""
            yield Moment(item.session.date, ASKED, tr("It was on the agenda again."), more)
        else:
            words = tr("We asked again: {question}", question=asked.question)
            yield Moment(item.session.date, ASKED, words, asked.ending_words())


def _about(decision: Decision, update: Update) -> str:
    answer = answer_words(update)
    if update.decision is decision:
        return answer
    return tr("{thing}: {answer}", thing=about_words(update).rstrip("."), answer=answer)


def _more(update: Update) -> str:
    said = (one.rstrip(".") for one in (worry_words(update), update.words) if one)
    return ". ".join(said)


def _versions(decision: Decision) -> Iterator[Moment]:
    """Each later version of the record that changed a word of this decision; never the words that went."""
    rows = {(one.__tablename__, one.id) for one in _rows(decision)}
    words = {CORRECTED: tr("The words were corrected."), TAKEN_OUT: tr("Something was taken out.")}
    for version in decision.session.versions:
        if version.reason in words and _touches(version, rows):
            which = tr("Version {n} of the record", n=version.number)
            yield Moment(version.day, CORRECTION, words[version.reason], which)


def _rows(decision: Decision) -> tuple[Base, ...]:
    return (decision, *decision.needs, *decision.options, *decision.views, *decision.actions)


def _touches(version: Version, rows: set[tuple[str, int]]) -> bool:
    return any((line.thing, line.row) in rows for line in version.lines)


def _replaced(decision: Decision) -> Iterator[Moment]:
    newer = decided_since(decision)
    if newer is not None:
        title = newer.title or newer.question
        yield Moment(newer.session.date, REPLACED, tr("A newer decision took its place: {title}", title=title))


def _to_come(decision: Decision, latest: date) -> Iterator[Moment]:
    """The day to look again, also of what was not decided yet; a day that something was told of since is past."""
    if decision.standing in (STANDING, OPEN) and decision.ending is not None and decision.look_on is not None:
        past = decision.look_on < latest
        words = tr("This was the day to look at it again.") if past else tr("We look at it again.")
        yield Moment(decision.look_on, AGAIN, words)
