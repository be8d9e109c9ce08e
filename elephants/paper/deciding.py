"""What a paper says of one decision: the text with what was added, and everything that is kept with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elephants.paper.document import (
    Added,
    Block,
    Column,
    Heading,
    Line,
    Lines,
    Table,
    Text,
    Words,
    plain_words,
    quiet,
    strong,
)
from elephants.paper.phrases import by_words, joined, sentence
from elephants.sessions.deciding.result import WORDS
from elephants.sessions.deciding.steps import Ending
from elephants.sessions.decision import Action, Decision, Need, View
from elephants.sessions.replacing import decided_before
from elephants.words import day_words, tr, trn

_WHO, _WHAT, _WHEN, _ALL = Column(0.19), Column(0.46), Column(0.35, right=True), Column(0.81)


def decision_blocks(decision: Decision, number: int | None = None) -> Iterator[Block]:
    """Give everything the shared record says of a decision (METHOD.md, Deciding: Kept)."""
    title = decision.title or decision.question
    yield Heading(title if number is None else tr("{number}. {title}", number=number, title=title), 2)
    yield Text(quiet(_how(decision, title)), stays=True)
    if decision.words:
        yield Text(decision.words, lead=True, stays=bool(added_sentences(decision)))
    yield from _needs(decision)
    yield from _result(decision)
    if decision.remaining_no and decision.print_no:
        yield Heading(tr("A no that remains"), 3)
        yield Text(decision.remaining_no)
    if decision.views:
        yield Heading(tr("The views we kept"), 3)
        yield Lines(tuple(Line(view.text, view_tail(view)) for view in unordered(decision)))
    yield from who_does_what(decision.actions, look_again=decision)


def added_sentences(decision: Decision) -> tuple[str, ...]:
    """What was added, as it stands in the text of the decision."""
    return tuple(part.words for part in decision.parts() if part.added)


def not_now(decision: Decision) -> list[Need]:
    """The needs the room cannot meet now, each with its reason."""
    return [need for need in decision.needs if need.answer == "not now"]


def openness_words(decision: Decision) -> str:
    """Say how open the question was when we began."""
    return {
        "wide": tr("It was wide open."),
        "leaning": tr("We leaned one way."),
        "plan": tr("There was a plan. We said what is wrong with it."),
        "decided": tr("It was already decided elsewhere."),
    }.get(decision.openness, "")


def who_does_what(actions: Iterable[Action], look_again: Decision | None = None) -> Iterator[Block]:
    """A table of who does what by when, closed by when we look at the decision again."""
    rows: list[tuple[Words, ...]] = [(strong(a.owner()), a.text, quiet(by_words(a))) for a in actions]
    again = None if look_again is None else _look_again(look_again)
    if rows:
        rows += [again] if again is not None else []
        dated = any(plain_words(when) for *_, when in rows)
        columns = (_WHO, _WHAT, _WHEN) if dated else (_WHO, _ALL)
        yield Heading(tr("Who does what"), 3)
        yield Table(columns, tuple(row[: len(columns)] for row in rows), ruled=True)
    elif look_again is not None and again is not None:
        label, *_ = again
        yield Heading(plain_words(label), 3)
        yield Text(_look_again_sentence(look_again))


def _look_again(decision: Decision) -> tuple[Words, ...] | None:
    if decision.look_again is not None:
        return strong(tr("We look again")), "", quiet(tr("on {day}", day=day_words(decision.look_again)))
    if decision.no_look_again:
        return strong(tr("Look again?")), tr("No need, because {reason}", reason=decision.no_look_again), ""
    return None


def _look_again_sentence(decision: Decision) -> str:
    if decision.look_again is not None:
        return tr("On {day}.", day=day_words(decision.look_again))
    return sentence(tr("No need, because {reason}", reason=decision.no_look_again))


def ending_sentence(decision: Decision) -> str:
    """Say how it ended, so that it can stand by itself; "" while it is open."""
    if decision.ending == Ending.ALL:
        return tr("All of us can come along")
    if decision.ending == Ending.MOST:  # beside "Most of us chose", "most of us" alone would say the same again
        added = added_sentences(decision)
        return tr("Most of us can come along, with these added") if added else tr("Most of us can come along")
    return decision.ending_words()


def _how(decision: Decision, title: str) -> str:
    asked = "" if title == decision.question else _asked(decision)
    ending = ending_sentence(decision) or tr("Still open when this paper was made")
    openness = "" if decision.ending == "already decided" else openness_words(decision)
    return joined(asked, openness, ending, in_the_place_of(decision))


def in_the_place_of(decision: Decision) -> str:
    """Say which earlier decision this one takes the place of; "" where it is the first on its question."""
    older = decided_before(decision)
    if older is None or decision.ending == Ending.NOT_DECIDED:
        return ""
    return tr("It takes the place of what we decided on {day}", day=day_words(older.session.date))


def _asked(decision: Decision) -> str:
    if decision.openness == "decided":  # nobody was asked: it was told
        return tr("It was about this: {question}", question=decision.question)
    return tr("We asked: {question}", question=decision.question)


def _needs(decision: Decision) -> Iterator[Block]:
    if added := added_sentences(decision):
        yield Added(tr("Added because some of us need it"), added)
    if refused := not_now(decision):
        yield Heading(tr("Not now, because"), 3)
        yield Lines(tuple(Line(_with_reason(need)) for need in refused))
    if waiting := [need for need in decision.needs if need.answer is None]:
        yield Heading(tr("Asked for, not answered yet"), 3)
        yield Lines(tuple(Line(need.text) for need in waiting))
    if decision.nothing_came:
        yield Text(tr("We asked what people need to come along. Nothing came."))


def _with_reason(need: Need) -> str:
    return tr("{need}: {reason}", need=need.text.rstrip(". "), reason=sentence(need.words))


def _split(decision: Decision) -> str:
    """Say how often we were split; once is said already where the result is that we were."""
    if decision.carried:
        return trn("We were split once on the way.", "We were split {n} times on the way.", decision.splits)
    return "" if decision.splits == 1 else tr("We were split {n} times in all.", n=decision.splits)


def _result(decision: Decision) -> Iterator[Block]:
    said = joined(decision.result_words(), _split(decision) if decision.splits else "")
    if not said:
        return
    yield Heading(tr("How we chose"), 3)
    yield Text(said)
    if decision.form == WORDS and decision.options:
        yield Text(quiet(tr("We chose between:")), stays=True)
        yield Lines(tuple(Line(tr("{letter}, {option}", letter=o.letter, option=o.text)) for o in decision.options))


def view_tail(view: View) -> str:
    """Say of a view that others feel it too, and that it is of somebody who was not in the room; "" without."""
    away = tr("Not in the room.") if view.away else ""
    return joined(tr("Some of us feel this too.") if view.shared else "", away)


def unordered(decision: Decision) -> list[View]:
    """Views of a decision that is not closed stand in the order they came: nobody is to see that later (promise 1)."""
    if decision.ending is not None:
        return list(decision.views)
    return sorted(decision.views, key=lambda view: view.text.casefold())
