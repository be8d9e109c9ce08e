"""What happened since, one thing at a time: what we said, and what became of it (METHOD.md, What happened since)."""

from __future__ import annotations

from elephants.sessions.decision import Action, Decision, Need, Part, Update
from elephants.sessions.knew import NO, UNMET, Known, other_needs, what_the_no_knew
from elephants.sessions.since import Since, answer_words, met_words, worry_words
from elephants.ui.views.flow import Line, large, quiet
from elephants.ui.views.scene import Scene, SceneView
from elephants.words import day_words, tr

_SIGNS = {
    "done": "check-circle",
    "on its way": "arrow-right",
    "stuck": "pause",
    "let go": "feather",
    "met": "check-circle",
    "partly": "minus",
    "not met": "clock",
    "no longer needed": "feather",
    "still right": "calendar-check",
    "agenda": "list-checks",
    "ended": "flag",
}
"""A sign before each answer; the word always stands beside it."""


class SinceView(SceneView):
    """Shows the thing at the finger, large, and the room's answer when there is one."""

    def scene(self) -> Scene:
        since = self.live(Since)
        due = since.due()
        if not due:
            return Scene(
                label=tr("What happened since"), lines=(large(tr("Nothing is waiting. Thank you.")),), middle=True
            )
        thing = due[min(self.desk.moment(since).at, len(due) - 1)]
        update = since.update_of(thing)
        lines = (*_said(thing), *(_became(update) if update is not None else ()))
        return Scene(
            label=_label(thing),
            lines=lines,
            small="" if update is not None else _asks(thing),
            picture=lines[0].words,
            middle=True,
        )


def _label(thing: Action | Need | Decision) -> str:
    if isinstance(thing, Action):
        return tr("We said:")
    return tr("We decided:") if isinstance(thing, Decision) else tr("We added this because some of us need it:")


def _asks(thing: Action | Need | Decision) -> str:
    if isinstance(thing, Action):
        return tr("What became of it?")
    return tr("Did the worry come true? Is it still right?") if isinstance(thing, Decision) else tr("Was it met?")


def _said(thing: Action | Need | Decision) -> tuple[Line, ...]:
    """What we said; who by name only where somebody chose to be named."""
    if isinstance(thing, Action):
        return large(thing.text), quiet(who_and_when(thing))
    if isinstance(thing, Need):
        decision = thing.decision
        return large(thing.sentence or thing.text), quiet(decision.title or decision.question)
    words = (Line(thing.words),) if thing.words not in ("", thing.title) else ()
    needs = tuple(line for need in other_needs(thing) for line in _added_and_met(need))
    return large(thing.title or thing.question), *knew_lines(thing), *words, *needs


def knew_lines(decision: Decision) -> tuple[Line, ...]:
    """Give what the no knew: a no in the words the room agreed to keep, and the needs that are not met."""
    return tuple(line for one in what_the_no_knew(decision) for line in _known(one))


def _known(one: Known) -> tuple[Line, ...]:
    if one.kind == NO:
        return Line(one.words, icon="hand-palm"), quiet(tr("a no that remained"))
    if one.kind == UNMET:
        return part_line(Part(one.words, added=True)), quiet(one.more, "clock")
    return _not_now(one.words, one.more)


def part_line(part: Part) -> Line:
    """Give a stretch of a decision's text; what was added because some of us need it stays marked."""
    if part.added:
        return Line(part.words, 72.0, colour="plum", icon="plus-circle", added=True)
    return Line(part.words)


def reason_lines(need: Need) -> tuple[Line, ...]:
    """Give a need that is not now, never without the room's reason."""
    return _not_now(need.text, need.words)


def _not_now(need: str, reason: str) -> tuple[Line, ...]:
    return Line(tr("Not now: {need}", need=need), 60.0, icon="clock"), quiet(tr("because {reason}", reason=reason))


def _added_and_met(need: Need) -> tuple[Line, ...]:
    """Give what was added, marked, and whether it was met."""
    met = met_words(need)
    said = part_line(Part(need.sentence, added=True))
    return said, *((quiet(met, _SIGNS[need.met or ""]),) if met else ())


def who_and_when(action: Action) -> str:
    """Say who does it and by when."""
    if action.by is None:
        return action.owner()
    return tr("{who}, by {day}", who=action.owner(), day=day_words(action.by))


def _became(update: Update) -> tuple[Line, ...]:
    worry = worry_words(update)
    said = [Line(answer_words(update), bold=True, icon=_SIGNS.get(update.answer, "check-circle"), apart=True)]
    if worry:
        said.append(quiet(worry))
    if update.words:
        said.append(Line(update.words, close=True))
    return tuple(said)
