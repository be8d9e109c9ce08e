"""READ BACK: the decision, large: words, what was added, who does what by when, when we look again (METHOD.md)."""

from __future__ import annotations

from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.steps import Answer
from elephants.sessions.decision import Decision
from elephants.ui.views.canvas import QUESTION, SMALLEST
from elephants.ui.views.deciding.needs import added_lines, not_now_lines, remaining
from elephants.ui.views.flow import Line, quiet
from elephants.ui.views.scene import Scene
from elephants.ui.views.since import who_and_when
from elephants.words import day_words, tr


def read_back(activity: Deciding) -> Scene:
    """Show the text as it will be kept; added parts stay marked, and are not louder than the decision."""
    poll = activity.poll
    lines = [*_decided(activity), *_added(poll), *not_now_lines(poll)]
    for action in poll.actions:
        lines += [Line(action.text, 60.0, icon="hand"), quiet(who_and_when(action))]
    return Scene(heading=poll.title or poll.question, size=QUESTION, lines=(*lines, *_again(poll), *remaining(poll)))


def _decided(activity: Deciding) -> list[Line]:
    poll = activity.poll
    if activity.came_by == Answer.NEXT_STEP:
        step = [Line(tr("Next step: {step}", step=poll.next_step))] if poll.next_step else []
        return [Line(tr("Not decided yet")), *step]
    return [Line(poll.words)] if poll.words and poll.words != poll.title else []


def _added(poll: Decision) -> list[Line]:
    added = added_lines(poll)
    if not added:
        return [quiet(tr("We asked what people need; nothing came."))] if poll.nothing_came else []
    heading = tr("Added because some of us need it")
    return [Line(heading, SMALLEST, colour="plum", added=True), *added]


def _again(poll: Decision) -> list[Line]:
    if poll.look_again is not None:
        words = tr("We look again on {day}", day=day_words(poll.look_again))
    elif poll.no_look_again:
        words = tr("No need to look again, because {reason}", reason=poll.no_look_again)
    else:
        return []
    return [Line(words, 60.0, icon="calendar")]
