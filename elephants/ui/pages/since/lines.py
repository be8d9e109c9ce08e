"""How a thing of last time is told: what it is, who does it, by when, and what was answered today."""

from __future__ import annotations

from dataclasses import dataclass

from elephants.sessions.decision import Action, Decision, Need, Update
from elephants.sessions.knew import other_needs
from elephants.sessions.since import answer_words, need_words
from elephants.ui.parts.lines import Answer, Line
from elephants.words import day_words, tr

Thing = Action | Need | Decision
MARKS = {
    "done": "check-circle",
    "met": "check-circle",
    "still right": "check-circle",
    "on its way": "arrow-right",
    "partly": "wave-sine",
    "stuck": "hand-palm",
    "not met": "hand-palm",
    "let go": "feather",
    "no longer needed": "feather",
    "agenda": "list-checks",
    "ended": "flag",
}
"""A mark beside each answer; none is better than another, and none has a colour of its own."""


@dataclass(frozen=True)
class Told:
    """One thing of last time in words."""

    kind: str
    icon: str
    text: str
    under: str


def told(thing: Thing) -> Told:
    """Say what a thing is and what was said about it."""
    if isinstance(thing, Action):
        by = tr("By {day}", day=day_words(thing.by)) if thing.by is not None else ""
        who = thing.owner()
        return Told(tr("We said we would"), "list-checks", thing.text, tr("{who}. {by}", who=who, by=by) if by else who)
    if isinstance(thing, Need):
        due = thing.by()
        under = tr("By {day}", day=day_words(due)) if due is not None else ""
        return Told(tr("Some of us need it"), "hand-heart", thing.sentence or thing.text, under)
    when = thing.look_on
    again = tr("Look again on {day}", day=day_words(when)) if when is not None else ""
    words = "" if thing.words == thing.title else thing.words
    added = (need_words(need) for need in other_needs(thing))  # the others come first, as what the no knew
    under = "\n".join(part for part in (words, *added, again) if part)
    return Told(tr("A decision to look at again"), "arrow-u-up-left", thing.title or thing.question, under)


def line_of(thing: Thing, at: int, update: Update | None, *, here: bool) -> Line:
    """Make the row of a thing; `here` where the finger lies."""
    said = told(thing)
    answer = None
    if update is not None:
        answer = Answer(answer_words(update), update.words, MARKS[update.answer], "ink")
    return Line(
        at,
        said.text,
        icon=said.icon,
        trail="" if answer else said.kind,
        answer=answer,
        bar="ink" if here else None,
        strong=here,
        pick="point",
    )
