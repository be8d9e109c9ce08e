"""Composes the outcome sheet: what participants take home, easy to read (METHOD.md, Outcome sheet)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elephants.paper.deciding import added_sentences, ending_sentence, not_now
from elephants.paper.document import AddedRows, Block, Boxed, Document, Heading, PictureRow, Run, Words, strong
from elephants.paper.phrases import footer, joined, sentence, sentences
from elephants.paper.sections import about_words, update_words
from elephants.pictures.library import choose
from elephants.sessions.activity import AGREED
from elephants.sessions.decision import Action, Decision
from elephants.sessions.session import Session
from elephants.sessions.steps import Ending
from elephants.words import clock_words, day_words, tr

_OPEN = (None, Ending.NOT_DECIDED)


def outcome(session: Session) -> Document:
    """Make the outcome sheet of a session in any state; only sections that have something are there."""
    return Document(
        title=tr("Our session on\n{day}", day=day_words(session.date)),
        space=session.space.name,
        kind=tr("Easy to read draft"),
        footer=footer(session),
        blocks=tuple(_blocks(session)),
        draft=session.state != AGREED,
        look="outcome",
    )


def _blocks(session: Session) -> Iterator[Block]:
    decided = [decision for decision in session.decisions if decision.ending not in _OPEN]
    waiting = [decision for decision in session.decisions if decision.ending in _OPEN]
    yield from _part(tr("What we talked about"), _talked(session))
    told = [decision for decision in decided if decision.ending == Ending.ALREADY]
    yield from _part(tr("What we decided"), (_decided(decision) for decision in decided if decision not in told))
    yield from _part(tr("What was decided before we met"), (_decided(decision) for decision in told))
    yield from _added(decided)
    yield from _part(tr("Not decided yet"), (_waiting(decision) for decision in waiting))
    yield from _part(tr("What we cannot do and why"), _cannot(session))
    yield from _part(tr("Who does what"), _who(session))
    yield from _part(tr("What happened since last time"), _since(session))
    if session.celebrate:
        row = _row(session.celebrate, "celebrate", strong(sentence(session.celebrate)))
        yield from _part(tr("Something to celebrate"), [row])
    yield from _next(session)


def _part(title: str, rows: Iterable[Block]) -> Iterator[Block]:
    kept = tuple(rows)
    if kept:
        yield Heading(title)
        yield from kept


def _row(text: str, section: str, *words: Words) -> PictureRow:
    """One row; its picture is the one the text names, else the calm one of the section."""
    return PictureRow(choose(text, section), tuple(part for part in words if part))


def _talked(session: Session) -> Iterator[Block]:
    titles = [item.title for item in session.items if item.closed != "carried"]
    if titles:
        yield PictureRow(choose("", "talked"), tuple(sentence(title) for title in titles))


def _decided(decision: Decision) -> Block:
    title = decision.title or decision.question
    first, *words = sentences(decision.words) or (title,)
    chose = "" if decision.ending == Ending.ALREADY else decision.result_in_words()
    closing = (chose, _nothing_came(decision), ending_sentence(decision), _again(decision))
    said: tuple[Words, ...] = (*words, *(sentence(part) for part in closing if part))
    if decision.print_no and decision.remaining_no:
        said = (*said, tr("A no that remains:"), decision.remaining_no)
    picture = choose(joined(title, decision.words), "decided")
    return PictureRow(picture, (strong(sentence(first)), *said), big=True)


def _nothing_came(decision: Decision) -> str:
    return tr("We asked what people need to come along. Nothing came.") if decision.nothing_came else ""


def _again(decision: Decision) -> str:
    """Say when we look again, or why there is no need, where the ending does not say it already."""
    if decision.look_again is not None:
        said = decision.ending == Ending.GO_AHEAD
        return "" if said else tr("We look again on {day}", day=day_words(decision.look_again))
    reason = decision.no_look_again
    return tr("No need to look again, because {reason}", reason=reason) if reason else ""


def _added(decided: list[Decision]) -> Iterator[Block]:
    added = [words for decision in decided for words in added_sentences(decision)]
    if added:
        rows = tuple(_row(words, "added", sentence(words)) for words in added)
        yield AddedRows(tr("What we added so more of us could come along"), rows)


def _waiting(decision: Decision) -> Block:
    step = tr("Next step: {step}", step=decision.next_step) if decision.next_step else ""
    said = (sentence(part) for part in (_nothing_came(decision), step, _again(decision)))
    return _row(decision.question, "open", strong(decision.title or decision.question), *said)


def _cannot(session: Session) -> Iterator[Block]:
    for decision in session.decisions:
        for need in not_now(decision):
            why = sentence(tr("Not now, because {reason}", reason=need.words)) if need.words else ""
            yield _row(need.text, "cannot", strong(sentence(need.text)), why)


def _who(session: Session) -> Iterator[Block]:
    for action in session.actions:
        who = Run(tr("{name}:", name=action.owner()), "strong")
        yield _row(action.text, "actions", (who, Run(f" {sentence(action.text)}")), _by(action))


def _by(action: Action) -> str:
    return "" if action.by is None else tr("By {day}.", day=day_words(action.by))


def _since(session: Session) -> Iterator[Block]:
    for update in session.updates:
        about = about_words(update)
        answer, *more = update_words(update)
        said = (Run(sentence(answer), "strong"), Run(f" {joined(*more)}"))
        added = (Run(tr("Added because some of us need it."), "added"),) if update.need is not None else ""
        yield _row(about, "since", sentence(about), added, said)


def _next(session: Session) -> Iterator[Block]:
    words: list[Words] = []
    following = session.next_session
    if following is not None:
        words.append(strong(tr("{day}, {time}", day=day_words(following.date), time=clock_words(following.starts))))
        words.append(joined(following.place, following.food))
        words.append(tr("Bring something to talk about, or just come."))
    if session.space.contact:
        words.append(tr("To add to the agenda, or to ask: {contact}", contact=session.space.contact))
    if words:
        title = tr("Next session") if following is not None else tr("Who to ask")
        yield Boxed(title, tuple(part for part in words if part), choose("", "next"))
