"""Composes the facilitator's running order: times, words to say in short, private notes (METHOD.md, papers).

Nobody else gets it: every page says so in a heavy band, and nothing of the private notes is on any other paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from elephants.paper.agenda import asked_for, purpose_words
from elephants.paper.document import Block, Column, Document, Heading, Run, Table, Text, Words, quiet, strong
from elephants.paper.phrases import footer, hours, joined, sentence
from elephants.paper.timing import break_words, timed
from elephants.sessions.activity import SKIPPED, Activity
from elephants.sessions.round import Round
from elephants.sessions.session import Session
from elephants.sessions.timeleft import ends, length_words
from elephants.words import clock_words, day_words, tr

_SHEET = (Column(0.15), Column(0.27, heads=True), Column(0.12), Column(0.46))
_ITEMS = (Column(0.42, heads=True), Column(0.12), Column(0.46))
_SHORT = 120  # letters to say; the rest is on the console
_NEXT_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def running_order(session: Session) -> Document:
    """Make the running order of a session in any state; `only` sets it apart from every paper that is handed out."""
    return Document(
        title=tr("Running order\n{day}", day=day_words(session.date)),
        space=session.space.name,
        kind=tr("Running order"),
        footer=footer(session),
        blocks=tuple(_blocks(session)),
        subtitle=joined(tr("For the facilitator only"), session.place, hours(session), session.food),
        only=tr("For the facilitator only"),
    )


def _blocks(session: Session) -> Iterator[Block]:
    if notes := [line for line in session.notes.split("\n") if line.strip()]:
        yield Heading(tr("Private notes"))
        yield from (Text(line) for line in notes)
    yield Heading(tr("The run sheet"))
    header = (quiet(tr("Time")), quiet(tr("What")), quiet(tr("Minutes")), quiet(tr("To say, in short")))
    rows = [_line(clock_words(at.time()), activity) for at, activity in timed(session)]
    end: tuple[Words, ...] = (strong(clock_words(ends(session).time())), strong(tr("End")), "", _sum(session))
    yield Table(_SHEET, (*rows, end), ruled=True, header=header)
    if not break_words(session):
        yield Text(quiet(tr("No break is planned. Pause when one of us needs it.")))
    items = asked_for(session)
    if items:
        yield Heading(tr("What people asked for"))
        head = (quiet(tr("Item")), quiet(tr("Minutes")), quiet(tr("What it is for")))
        listed = [(item.title, str(item.minutes), quiet(purpose_words(item))) for item in items]
        yield Table(_ITEMS, tuple(listed), ruled=True, header=head)


def _line(at: str, activity: Activity) -> tuple[Words, ...]:
    if activity.state == SKIPPED:
        return "", activity.title, "", quiet(tr("Skipped."))
    return strong(at), activity.title, str(activity.minutes), _say(activity)


def _say(activity: Activity) -> Words:
    """The first words to say, the questions of a round, and quietly the hint for the facilitator."""
    asked = [sentence(question) for question in activity.questions] if isinstance(activity, Round) else []
    words = " ".join((*asked, _in_short(activity.say())))
    hint = activity.hint()
    return (Run(words), Run(f" {hint}", "quiet")) if hint else words


def _in_short(words: str) -> str:
    """The first sentences, at least one, as long as they are short."""
    said = ""
    for part in _NEXT_SENTENCE.split(words):
        if said and len(said) + len(part) > _SHORT:
            break
        said = f"{said} {part}".strip()
    return said


def _sum(session: Session) -> Words:
    asked = sum(activity.minutes for activity in session.activities if activity.state != SKIPPED)
    if asked <= session.minutes:
        return ""
    return tr("The run sheet asks for {asked}. There are {all}.", asked=length_words(asked),
              all=length_words(session.minutes))  # fmt: skip
