"""Composes the outcome sheet: what participants take home, easy to read (METHOD.md, Outcome sheet)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from elephants.paper.deciding import ending_sentence, in_the_place_of, not_now
from elephants.paper.document import AddedRows, Block, Boxed, Document, Heading, PictureRow, Run, Words, strong
from elephants.paper.phrases import check_words, footer, joined, sentence, sentences
from elephants.paper.sections import about_words, kept_no, update_words
from elephants.pictures.library import choose
from elephants.sessions.activity import AGREED
from elephants.sessions.base import Refused
from elephants.sessions.deciding.steps import Ending
from elephants.sessions.decision import Action, Decision
from elephants.sessions.learning.learned import TRY, of_kind
from elephants.sessions.session import Session
from elephants.words import clock_words, day_words, tr

_OPEN = (None, Ending.NOT_DECIDED)


def outcome(session: Session, name: str = "") -> Document:
    """Make the outcome sheet of a session in any state; only sections that have something are there.

    With a `name` it is this person's own copy, what they said they would do on top; only when somebody asks for it.
    Refuses a name that no action of this session has.
    """
    own = _own(session, name)
    sheet = session.outcome_sheet
    return Document(
        title=tr("Our session on\n{day}", day=day_words(session.date)),
        space=session.space.name,
        kind=tr("Easy to read") if sheet is not None and sheet.checked else tr("Easy to read draft"),
        footer=footer(session),
        check=check_words(session),
        blocks=tuple(_chosen(_blocks(session, own), sheet.pictures if sheet is not None else {})),
        subtitle=tr("Personal copy") if own else "",
        draft=session.state != AGREED,
        look="outcome",
    )


def owners(session: Session) -> list[str]:
    """The names people gave with the actions of this session, each once: whose own copy can be asked for."""
    return list(dict.fromkeys(action.person.name for action in session.actions if action.person is not None))


def picture_rows(document: Document) -> list[PictureRow | Boxed]:
    """Everything on a sheet that has a picture, from the top down: what a hand may choose another one for."""
    rows: list[PictureRow | Boxed] = []
    for block in document.blocks:
        if isinstance(block, AddedRows):
            rows.extend(block.rows)
        elif isinstance(block, PictureRow | Boxed):
            rows.append(block)
    return [row for row in rows if row.picture]


def _own(session: Session, name: str) -> list[Action]:
    wanted = name.strip().casefold()
    if not wanted:
        return []
    own = [one for one in session.actions if one.person is not None and one.person.name.casefold() == wanted]
    if not own:
        raise Refused(tr("No action of this session has this name."))
    return own


def _chosen(blocks: Iterable[Block], pictures: Mapping[str, str]) -> Iterator[Block]:
    """The same blocks with the pictures that somebody chose by hand."""
    for block in blocks:
        if isinstance(block, AddedRows):
            rows = tuple(replace(row, picture=pictures.get(row.key, row.picture)) for row in block.rows)
            yield replace(block, rows=rows)
        elif isinstance(block, PictureRow | Boxed):
            yield replace(block, picture=pictures.get(block.key, block.picture))
        else:
            yield block


def _blocks(session: Session, own: Sequence[Action]) -> Iterator[Block]:
    decided = [decision for decision in session.decisions if decision.ending not in _OPEN]
    waiting = [decision for decision in session.decisions if decision.ending in _OPEN]
    yield from _part(tr("What you said you would do"), _who(own))
    yield from _part(tr("What we talked about"), _talked(session))
    told = [decision for decision in decided if decision.ending == Ending.ALREADY]
    yield from _part(tr("What we decided"), (_decided(decision) for decision in decided if decision not in told))
    yield from _part(tr("What was decided before we met"), (_decided(decision) for decision in told))
    yield from _added(decided)
    yield from _part(tr("Not decided yet"), (_waiting(decision) for decision in waiting))
    yield from _part(tr("What we cannot do and why"), _cannot(session))
    yield from _part(tr("What we try next"), _tries(session))
    yield from _part(tr("Who does what"), _who(action for action in session.actions if action not in own))
    yield from _part(tr("What happened since last time"), _since(session))
    if session.celebrate:
        row = _row("celebrate", session.celebrate, "celebrate", strong(sentence(session.celebrate)))
        yield from _part(tr("Something to celebrate"), [row])
    yield from _next(session)


def _part(title: str, rows: Iterable[Block]) -> Iterator[Block]:
    kept = tuple(rows)
    if kept:
        yield Heading(title)
        yield from kept


def _row(key: str, text: str, section: str, *words: Words) -> PictureRow:
    """One row; its picture is the one the text names, else the calm one of the section."""
    return PictureRow(choose(text, section), tuple(part for part in words if part), key=key)


def _talked(session: Session) -> Iterator[Block]:
    titles = [item.title for item in session.items if item.closed != "carried"]
    if titles:
        yield _row("talked", "", "talked", *(sentence(title) for title in titles))


def _decided(decision: Decision) -> Block:
    title = decision.title or decision.question
    first, *words = sentences(decision.words) or (title,)
    chose = "" if decision.ending == Ending.ALREADY else decision.result_in_words()
    closing = (in_the_place_of(decision), chose, _nothing_came(decision), ending_sentence(decision), _again(decision))
    said: tuple[Words, ...] = (*words, *(sentence(part) for part in closing if part))
    if decision.print_no and decision.remaining_no:
        said = (*said, tr("A no that remains:"), decision.remaining_no)
    picture = choose(joined(title, decision.words), "decided")
    return PictureRow(picture, (strong(sentence(first)), *said), big=True, key=f"decision {decision.id}")


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
    needs = [need for decision in decided for need in decision.needs if need.answer in ("added", "changed")]
    if added := [need for need in needs if need.sentence]:
        rows = tuple(_row(f"need {one.id}", one.sentence, "added", sentence(one.sentence)) for one in added)
        yield AddedRows(tr("What we added so more of us could come along"), rows)


def _waiting(decision: Decision) -> Block:
    step = tr("Next step: {step}", step=decision.next_step) if decision.next_step else ""
    said = (sentence(part) for part in (_nothing_came(decision), step, _again(decision)))
    title = strong(decision.title or decision.question)
    return _row(f"decision {decision.id}", decision.question, "open", title, *said)


def _cannot(session: Session) -> Iterator[Block]:
    for decision in session.decisions:
        for need in not_now(decision):
            why = sentence(tr("Not now, because {reason}", reason=need.words)) if need.words else ""
            yield _row(f"need {need.id}", need.text, "cannot", strong(sentence(need.text)), why)


def _tries(session: Session) -> Iterator[Block]:
    """What we try next; what somebody does by a day is told under *Who does what*."""
    done = {action.text for action in session.actions if action.item is None and action.decision is None}
    for one in of_kind(session, TRY):
        if one.text not in done:
            yield _row(f"try {one.id}", one.text, "open", sentence(one.text))


def _who(actions: Iterable[Action]) -> Iterator[Block]:
    for action in actions:
        who = Run(tr("{name}:", name=action.owner()), "strong")
        said = (who, Run(f" {sentence(action.text)}"))
        yield _row(f"action {action.id}", action.text, "actions", said, _by(action))


def _by(action: Action) -> str:
    return "" if action.by is None else tr("By {day}.", day=day_words(action.by))


def _since(session: Session) -> Iterator[Block]:
    for update in session.updates:
        about = about_words(update)
        answer, *more = update_words(update)
        said = (Run(sentence(answer), "strong"), Run(f" {joined(*more)}"))
        added = (Run(tr("Added because some of us need it."), "added"),) if update.need is not None else ""
        yield _row(f"update {update.id}", about, "since", sentence(about), kept_no(update), added, said)


def _next(session: Session) -> Iterator[Block]:
    words: list[Words] = []
    following = session.next_session
    if following is not None:
        words.append(strong(tr("{day}, {time}", day=day_words(following.date), time=clock_words(following.starts))))
        words.append(joined(following.place, following.food))
        words.append(tr("Bring something to talk about, or just come."))
    if session.space.contact:
        words.append(tr("To add to the agenda, or to ask: {contact}", contact=sentence(session.space.contact)))
    if words:
        title = tr("Next session") if following is not None else tr("Who to ask")
        yield Boxed(title, tuple(part for part in words if part), choose("", "next"), "next")
