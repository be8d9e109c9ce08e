"""Composes the minutes: the shared record of a session, in the order of the evening (METHOD.md, Papers)."""

from __future__ import annotations

from collections.abc import Iterator

from elephants.paper.deciding import decision_blocks, who_does_what
from elephants.paper.document import Block, Boxed, Document, Text, Words, plain_words, quiet, strong
from elephants.paper.phrases import check_words, footer, hours, joined, was_here
from elephants.paper.sections import SECTIONS, learning, readback
from elephants.sessions.activity import AGREED
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.session import Session
from elephants.words import clock_words, day_words, tr

_TOLD_IN_A_LINE = ("checkin", "stories", "sensing", "checkout")


def minutes(session: Session) -> Document:
    """Make the minutes of a session in any state; before AGREED every page says that it is a draft."""
    return Document(
        title=tr("{title}, {day}", title=session.title, day=day_words(session.date)),
        space=session.space.name,
        kind=tr("Minutes"),
        footer=footer(session),
        check=check_words(session),
        blocks=tuple(_blocks(session)),
        subtitle=_subtitle(session),
        draft=session.state != AGREED,
    )


def _subtitle(session: Session) -> str:
    times = tr("{place}, {hours}", place=session.place, hours=hours(session)) if session.place else hours(session)
    agreed = session.state == AGREED
    return joined(times, was_here(session), tr("Read back and agreed by the room.") if agreed else "")


def _blocks(session: Session) -> Iterator[Block]:
    told: set[str] = set()
    if line := _in_a_line(session):
        yield Text(quiet(line))
    for activity in session.activities:
        # since, agreement and agenda tell of the whole session: a kind that comes twice is told once
        if isinstance(activity, ReadBack) and activity.of_earlier:
            continue  # it belongs to the record of another session
        if activity.kind in _TOLD_IN_A_LINE or (activity.kind in told and activity.kind != "deciding"):
            continue
        told.add(activity.kind)
        yield from SECTIONS[activity.kind](activity)
    yield from _left_over(session, told)
    yield from next_session(session)


def _in_a_line(session: Session) -> str:
    words: list[str] = []
    for activity in session.activities:
        if activity.kind in _TOLD_IN_A_LINE:
            texts = [block for block in SECTIONS[activity.kind](activity) if isinstance(block, Text)]
            words += [said for text in texts if (said := plain_words(text.words)) not in words]
    return joined(*words)


def _left_over(session: Session, told: set[str]) -> Iterator[Block]:
    """What stands under no activity: nothing the room kept is lost because a line of the run sheet was taken out."""
    held = {id(activity.decision) for activity in session.activities}
    for decision in session.decisions:
        if id(decision) not in held and ("agenda" not in told or decision.item not in session.items):
            yield from decision_blocks(decision)
    loose = [action for action in session.actions if action.item is None and action.decision is None]
    yield from who_does_what(loose)
    if "learning" not in told and session.activities:
        yield from learning(session.activities[0])
    if "readback" not in told and session.activities:
        yield from readback(session.activities[0])


def next_session(session: Session) -> Iterator[Block]:
    """When and where we meet next, boxed."""
    following = session.next_session
    if following is None:
        return
    when = tr("{day}, {time}", day=day_words(following.date), time=clock_words(following.starts))
    words: list[Words] = [strong(when)]
    words += [joined(part) for part in (following.place, following.food) if part]
    yield Boxed(tr("Next session"), tuple(words))
