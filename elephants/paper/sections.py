"""What the shared record says of each kind of activity: the paper face of every activity (ARCHITECTURE.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from elephants.paper.deciding import decision_blocks, who_does_what
from elephants.paper.document import Block, Column, Heading, Line, Lines, Run, Table, Text, Words, quiet, strong
from elephants.paper.phrases import joined, sentence
from elephants.sessions.activity import DONE, NOW, Activity
from elephants.sessions.agenda.agenda import CLOSINGS, PURPOSES, AgendaItem
from elephants.sessions.agreement import lines_gone, new_lines
from elephants.sessions.decision import Update
from elephants.sessions.learning.learned import HEAR, TRY, grouped, of_kind
from elephants.sessions.sensing.sensing import Sensing
from elephants.sessions.since import about_words as about_words
from elephants.sessions.since import answer_words, worry_words
from elephants.words import tr, trn

Section: TypeAlias = Callable[[Activity], Iterator[Block]]

_AGENDA = (Column(0.05), Column(0.55, heads=True), Column(0.2), Column(0.2))
_SINCE = (Column(0.45, heads=True), Column(0.55))


def since(activity: Activity) -> Iterator[Block]:
    """You said, we did: what became of what was open (METHOD.md, What happened since)."""
    updates = activity.session.updates
    if not updates:
        return
    yield Heading(tr("What happened since last time"))
    header = (quiet(tr("You said")), quiet(tr("We did")))
    rows: list[tuple[Words, ...]] = [(_about(update), joined(*update_words(update))) for update in updates]
    yield Table(_SINCE, tuple(rows), ruled=True, header=header)


def _about(update: Update) -> Words:
    """What an answer is about; what was added because some of us need it says so here too."""
    words = about_words(update)
    if no := kept_no(update):
        return Run(f"{sentence(words)} "), Run(no, "quiet")
    if update.need is None:
        return words
    return Run(f"{sentence(words)} "), Run(tr("Added because some of us need it."), "added")


def kept_no(update: Update) -> str:
    """Say the no that remained of a decision that was looked at again, where the room said that papers may; else ""."""
    decision = update.decision
    if decision is None or not (decision.print_no and decision.remaining_no):
        return ""
    return tr("A no that remained: {words}", words=sentence(decision.remaining_no))


def update_words(update: Update) -> tuple[str, ...]:
    """Say what became of it: the answer, the room's own line, and whether a worry came true."""
    return tuple(part for part in (answer_words(update), update.words, worry_words(update)) if part)


def agreement(activity: Activity) -> Iterator[Block]:
    """What changed in the working agreement; never who asked."""
    session = activity.session
    fresh, gone = new_lines(session), lines_gone(session)
    if fresh:
        yield Heading(tr("New in our working agreement"))
        yield Lines(tuple(Line(line.text) for line in fresh))
    if gone:
        said = trn("We took {n} line out of our agreement.", "We took {n} lines out of our agreement.", gone)
        yield Text(quiet(said))
    elif not fresh and took_place(activity):
        yield Text(quiet(tr("We read our working agreement again. Nothing changed.")))


def checkin(activity: Activity) -> Iterator[Block]:
    """Only that it took place (METHOD.md, Check-in: Never answers, moods, who, how long)."""
    if took_place(activity):
        yield Text(quiet(tr("We had a round of talk.") if activity.of_an_item else tr("We had a check-in.")))


def stories(activity: Activity) -> Iterator[Block]:
    """Only that it took place: stories stay in the room (promise 5)."""
    if took_place(activity):
        yield Text(quiet(tr("We told stories with the cards of More than One Story.")))


def sensing(activity: Activity) -> Iterator[Block]:
    """Only that it took place, in words of ours; never what was asked, what came or how many (METHOD.md, Sensing)."""
    if took_place(activity) and isinstance(activity, Sensing):
        template = activity.template
        yield Text(quiet(tr(template.kept) if template is not None else tr("We asked how it is for us.")))


def learning(activity: Activity) -> Iterator[Block]:
    """What we learned: groups with their points, unsigned; what we try next, and who else should hear."""
    session = activity.session
    groups, tries, hear = grouped(session), of_kind(session, TRY), of_kind(session, HEAR)
    if groups:
        yield Heading(tr("What we learned"))
    for group, points in sorted(groups, key=lambda one: one[0] is None):  # what lies in no group comes last
        if group is not None or len(groups) > 1:
            yield Heading(group.text if group is not None else tr("Standing alone"), 3)
        if points:
            yield Lines(tuple(Line(point.text, point.asked()) for point in points))
    for title, lines in ((tr("What we try next"), tries), (tr("Who else should hear"), hear)):
        if lines:
            yield Heading(title)
            yield Lines(tuple(Line(one.text) for one in lines))


def checkout(activity: Activity) -> Iterator[Block]:
    """Only that it took place."""
    if took_place(activity):
        yield Text(quiet(tr("We had a check-out.")))


def agenda(activity: Activity) -> Iterator[Block]:
    """The agenda and how each item closed, then what was kept of each, under the number it has on the agenda.

    An item of which nothing was kept has its line as long as others follow: the numbers have no gap.
    """
    items = activity.session.items
    if not items:
        return
    yield Heading(tr("The agenda, and how each item closed"))
    yield Table(_AGENDA, tuple(_agenda_row(number, item) for number, item in enumerate(items, start=1)))
    last = max((number for number, item in enumerate(items, start=1) if _kept(item)), default=0)
    for number, item in enumerate(items[:last], start=1):
        if item.decision is not None:
            yield from decision_blocks(item.decision, number)
        else:
            yield from _item(number, item)


def _kept(item: AgendaItem) -> bool:
    return bool(item.decision or item.points or item.actions)


def _agenda_row(number: int, item: AgendaItem) -> tuple[Words, ...]:
    closed = _closed(item) if item.closed else quiet(_closed(item))
    return quiet(str(number)), item.title, quiet(tr(PURPOSES[item.purpose])), closed


def _closed(item: AgendaItem) -> str:
    return tr(CLOSINGS[item.closed]) if item.closed else tr("Still open")


def _item(number: int, item: AgendaItem) -> Iterator[Block]:
    yield Heading(tr("{number}. {title}", number=number, title=item.title), 2)
    if item.closed or not _kept(item):
        yield Text(quiet(sentence(_closed(item))), stays=_kept(item))
    if item.points:
        yield Lines(tuple(Line(point.text) for point in item.points))
    yield from who_does_what(item.actions)


def deciding(activity: Activity) -> Iterator[Block]:
    """A decision that stands under no item of the agenda; the others are told with their item."""
    decision = activity.decision
    if decision is not None and (decision.item is None or decision.item not in activity.session.items):
        yield from decision_blocks(decision)


def readback(activity: Activity) -> Iterator[Block]:
    """What the room wants to celebrate, said as the record closes."""
    session = activity.session
    if session.celebrate:
        yield Heading(tr("Something to celebrate"))
        yield Text(strong(sentence(session.celebrate)))


def took_place(activity: Activity) -> bool:
    """Whether the room was in this activity, or is."""
    return activity.state in (NOW, DONE)


SECTIONS: dict[str, Section] = {
    "since": since,
    "agreement": agreement,
    "checkin": checkin,
    "stories": stories,
    "sensing": sensing,
    "learning": learning,
    "agenda": agenda,
    "deciding": deciding,
    "checkout": checkout,
    "readback": readback,
}
"""The paper face of every kind of activity, by the name its four faces share."""
