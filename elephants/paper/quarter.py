"""Composes the story of a quarter, warts and all: what a group decided, what came of it and what did not.

For core teams, and for whoever should hear of it. What did not work has a part as large as what did (METHOD.md,
Learning session); it is about things, so it has no name in it, no count of people and no share of anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from elephants.paper.deciding import added_sentences, ending_sentence, not_now
from elephants.paper.document import Added, Block, Document, Heading, Line, Lines, Text, quiet
from elephants.paper.phrases import joined, sentence
from elephants.sessions.deciding.steps import Ending
from elephants.sessions.decision import Action, Decision, Update
from elephants.sessions.learning.learned import HEAR, QUESTIONS, SLIP, TRY, Learned
from elephants.sessions.replacing import anew_words
from elephants.sessions.session import Session
from elephants.sessions.since import about_words, answer_words, worry_words
from elephants.words import day_words, months_words, tr, trn

_WENT = ("done", "met", "still right")
_BOTH = ("on its way", "agenda", "ended", "no longer needed")


def quarter(space: str, sessions: Sequence[Session], since: date, until: date) -> Document:
    """Make the story of what a space did from a day to another, from its sessions of that time in their order.

    As long as the room has not agreed each of their records it is a draft, and every page says so.
    """
    return Document(
        title=tr("Our story, {months}", months=months_words(since, until)),
        space=space,
        kind=tr("The story of a quarter"),
        footer=tr("{space}, {months}", space=space, months=months_words(since, until)),
        blocks=tuple(_blocks(sessions)),
        subtitle=joined(tr("From {since} to {until}.", since=day_words(since), until=day_words(until)), _met(sessions)),
        draft=any(not one.is_agreed() for one in sessions),
    )


def _met(sessions: Sequence[Session]) -> str:
    if not sessions:
        return tr("We did not meet.")
    open_yet = [day_words(one.date) for one in sessions if not one.is_agreed()]
    waits = tr("Not yet agreed by the room: {days}", days=", ".join(open_yet)) if open_yet else ""
    return joined(trn("We met once.", "We met {n} times.", len(sessions)), waits)


def _blocks(sessions: Sequence[Session]) -> Iterator[Block]:
    if not sessions:
        yield Text(tr("There was no session in this time, so there is no story to tell."))
        return
    decisions = [one for session in sessions for one in session.decisions if one.ending is not None]
    updates = [update for session in sessions for update in session.updates]
    yield from _decided([one for one in decisions if one.ending != Ending.NOT_DECIDED])
    yield from _part(tr("What went well"), _went_well(sessions, updates))
    yield from _part(tr("What did not go well, or not yet"), _did_not(sessions, decisions, updates))
    yield from _part(tr("What else became of it"), _between(updates), said_if_empty=False)
    yield from _learned([line for session in sessions for line in session.learned])
    yield from _part(tr("What is still open"), _open(sessions, decisions))


def _part(title: str, lines: Iterable[Line], *, said_if_empty: bool = True) -> Iterator[Block]:
    """One part of the story; an empty one says so, so that nobody thinks it was left out."""
    told = tuple(dict.fromkeys(Line(sentence(line.words) if line.tail else line.words, line.tail) for line in lines))
    if told or said_if_empty:
        yield Heading(title)
        yield Lines(told) if told else Text(quiet(tr("Nothing was written down here.")))


def _decided(decisions: Sequence[Decision]) -> Iterator[Block]:
    yield Heading(tr("What we decided"))
    if not decisions:
        yield Text(quiet(tr("We decided nothing in this time.")))
    newer = {one.replaces_id: one for one in decisions}
    for decision in decisions:
        yield Heading(decision.title or decision.question, 2)
        anew = anew_words(decision, newer.get(decision.id))
        when = joined(day_words(decision.session.date), ending_sentence(decision), anew)
        yield Text(quiet(when), stays=True)
        if decision.words:
            yield Text(decision.words, lead=True)
        if added := added_sentences(decision):
            yield Added(tr("Added because some of us need it"), added)
        if decision.remaining_no and decision.print_no:
            yield Text(tr("A no that remains: {words}", words=sentence(decision.remaining_no)))


# -- what went well and what did not -----------------------------------------------------------------------------


def _went_well(sessions: Sequence[Session], updates: Sequence[Update]) -> Iterator[Line]:
    yield from (_told(update) for update in updates if update.answer in _WENT and not _came_true(update))
    for session in sessions:
        if session.celebrate:
            yield Line(session.celebrate, tr("Something we celebrated."))


def _did_not(sessions: Sequence[Session], decisions: Sequence[Decision], updates: Sequence[Update]) -> Iterator[Line]:
    for update in updates:
        if _came_true(update) or update.answer not in (*_WENT, *_BOTH):
            yield _told(update)
    newer = {one.replaces_id: one for one in decisions}
    for decision in decisions:
        title = decision.title or decision.question
        if decision.ending == Ending.NOT_DECIDED:
            yield Line(title, joined(decision.ending_words(), anew_words(decision, newer.get(decision.id))))
        for need in not_now(decision):
            reason = need.words.rstrip(". ")
            yield Line(
                need.text, tr("We could not add it to “{title}”, because: {reason}.", title=title, reason=reason)
            )
    for session in sessions:
        for item in session.items:
            if item.closed == "carried" and item.decision is None:
                yield Line(item.title, tr("Not reached on {day}.", day=day_words(session.date)))


def _between(updates: Sequence[Update]) -> Iterator[Line]:
    return (_told(update) for update in updates if update.answer in _BOTH and not _came_true(update))


def _came_true(update: Update) -> bool:
    return update.worry in ("yes", "partly")


def _told(update: Update) -> Line:
    said = (answer_words(update), update.words, worry_words(update))
    return Line(about_words(update), joined(*said))


# -- what was learned, and what is open --------------------------------------------------------------------------


def _learned(lines: Sequence[Learned]) -> Iterator[Block]:
    asked = {**QUESTIONS, SLIP: "", TRY: "", HEAR: ""}
    titles = {SLIP: tr("From slips"), TRY: tr("What we try next"), HEAR: tr("Who else should hear")}
    if any(line.kind in asked for line in lines):
        yield Heading(tr("What we learned"))
    for kind, question in asked.items():
        texts = dict.fromkeys(line.text for line in lines if line.kind == kind)
        if texts:
            yield Heading(titles.get(kind) or tr(question), 3)
            yield Lines(tuple(Line(text) for text in texts))


def _open(sessions: Sequence[Session], decisions: Sequence[Decision]) -> Iterator[Line]:
    actions = {id(one): one for session in sessions for one in session.actions if one.open}
    yield from (_action(one) for one in actions.values())
    for decision in decisions:
        for need in decision.needs:
            if need.answer in ("added", "changed") and need.met is None:
                yield Line(need.sentence or need.text, _asked_on(need.by()))
        if decision.standing in ("standing", "agenda") and decision.look_on is not None:
            yield Line(
                decision.title or decision.question, tr("We look again on {day}.", day=day_words(decision.look_on))
            )


def _action(action: Action) -> Line:
    return Line(action.text, "" if action.by is None else tr("By {day}.", day=day_words(action.by)))


def _asked_on(day: date | None) -> str:
    return "" if day is None else tr("We ask if it was met on {day}.", day=day_words(day))
