"""Deciding together: what the room sees at each step (METHOD.md, Deciding together)."""

from __future__ import annotations

import random
from collections.abc import Callable, Hashable
from functools import lru_cache

from elephants.sessions.agenda.agenda import OPENNESS
from elephants.sessions.deciding.ballot import Ballot
from elephants.sessions.deciding.debate import Debate
from elephants.sessions.deciding.deciding import LAST_SPLIT, Deciding
from elephants.sessions.deciding.result import Count, seen_alone
from elephants.sessions.deciding.steps import Step
from elephants.sessions.deciding.ways import KINDS, Way
from elephants.sessions.decision import View
from elephants.ui.views.canvas import QUESTION, SMALLEST, TITLE
from elephants.ui.views.deciding.again import framed_again
from elephants.ui.views.deciding.choose import draw_choice, draw_sum
from elephants.ui.views.deciding.deeper import debating
from elephants.ui.views.deciding.needs import adding, checking, closed
from elephants.ui.views.deciding.reveal import Result, draw_result, revealed, split
from elephants.ui.views.deciding.text import read_back
from elephants.ui.views.flow import Line, large, quiet
from elephants.ui.views.scene import Scene, SceneView
from elephants.ui.views.stage import Stage
from elephants.words import tr


class DecidingView(SceneView):
    """Shows the step the room is at; counts stay sealed, and views stand unsigned and all at one size."""

    def scene(self) -> Scene:
        activity = self.live(Deciding)
        if activity.decision is None:
            return Scene(heading=tr("This decision was taken out."))
        moment = self.desk.moment(activity)
        if isinstance(moment, Debate):
            return debating(activity, moment)
        return revealed(activity) if seen_alone(moment, activity.settings) else _SCENES[activity.step](activity)

    def words(self) -> str:
        told = self.moving()
        return f"{super().words()} {told[2]}".strip() if isinstance(told, tuple) else super().words()

    def draw(self, stage: Stage) -> None:
        scene = self.told()
        if isinstance(scene, Result):
            draw_result(stage, scene)
        elif scene.options:
            draw_choice(stage, scene)
        else:
            super().draw(stage)

    def moving(self) -> Hashable:
        try:
            activity = self.live(Deciding)
        except LookupError:
            return None
        if activity.decision is None or activity.step != Step.CHOOSE:
            return None
        count = self.desk.moment(activity)
        if isinstance(count, Ballot):
            return (count.here, count.lit, "")  # a chair lights for each turn, and no number is said
        if not isinstance(count, Count):
            return None
        return (count.here, self._counted(activity, count), _sum(activity, count))

    def draw_moving(self, stage: Stage) -> None:
        told, where = self.moving(), stage.spots.get("circle")
        if isinstance(told, tuple):
            here, lit, said = told
            if where is not None:
                leaning = () if isinstance(self.desk.moment(self.live(Deciding)), Ballot) else lit
                stage.circle(here, lit, leaning=leaning, rect=where)
            draw_sum(stage, said)

    def _counted(self, activity: Deciding, count: Count) -> frozenset[int]:
        """Chairs of the hands counted so far, in an order of chance.

        Only where the room sees the hands itself: with eyes shut the chairs would tell how many chose what.
        """
        if activity.way is not Way.OPEN:
            return frozenset()
        order = list(range(count.here))
        random.Random(self.activity_id).shuffle(order)
        return frozenset(order[: count.counted])


def _sum(activity: Deciding, count: Count) -> str:
    """Say how many hands were counted so far of all who are here; nothing where the room does not see the hands."""
    if activity.way is not Way.OPEN or not count.counted:
        return ""
    return tr("{n} of {here} counted", n=count.counted, here=count.here)


def _framed(activity: Deciding) -> Scene:
    poll = activity.poll
    if activity.again is not None:
        return framed_again(activity, activity.again)
    return Scene(
        label=tr("This is the question"),
        lines=(large(poll.question), Line(tr(OPENNESS[poll.openness]))),
        small=tr("Is it the right one, in plain words?"),
        picture=poll.question,
        middle=True,
    )


def _viewed(activity: Deciding) -> Scene:
    return _with_views(activity, tr("What do you think?"), tr("It all counts. We are collecting, not arguing yet."))


def _heard(activity: Deciding) -> Scene:
    more = tr("Who sees it another way, even a bit?\nWhat would someone who is not here say?")
    return _with_views(activity, tr("What have we not heard?"), more)


def _spread(activity: Deciding) -> Scene:
    return _with_views(activity, tr("Who has a little of that too?"), "")


def _with_views(activity: Deciding, asked: str, small: str) -> Scene:
    poll = activity.poll
    lines = tuple(line for view in poll.views for line in _view_lines(view))
    return Scene(label=poll.question, heading=asked, size=QUESTION if not lines else TITLE, lines=lines, small=small)


def _view_lines(view: View) -> tuple[Line, ...]:
    """Give a view as it was said, with what it is marked with; all views alike."""
    chips = []
    if view.shared:
        chips.append(quiet(tr("some of us feel this too"), "users"))
    if view.away:
        chips.append(quiet(tr("not in the room"), "door"))
    return _said(view.text), *chips


@lru_cache(maxsize=512)  # a view more leaves all the others as they were
def _said(words: str) -> Line:
    return Line(words)


def _ready(activity: Deciding) -> Scene:
    poll = activity.poll
    asked = tr("Are we ready to choose, or is there more to say?")
    options = tuple(
        Line(tr("{letter}: {option}", letter=option.letter, option=option.text), 64.0) for option in poll.options
    )
    small = ""
    if poll.splits >= LAST_SPLIT:
        small = tr("This is the last time we choose today.")
    elif poll.options:
        small = tr("{way}. {learns}", way=tr(KINDS[activity.way].name), learns=activity.who_learns())
    return Scene(label=poll.question, heading=asked, lines=options, small=small)


def _choosing(activity: Deciding) -> Scene:
    return Scene(
        heading=activity.poll.question,
        options=tuple((option.letter, option.text) for option in activity.poll.options),
        lines=(Line(activity.who_learns(), SMALLEST, colour="slate"),),
        small=tr("Closed until we open it"),
    )


def _not_decided(activity: Deciding) -> Scene:
    step = activity.poll.next_step
    return Scene(
        label=activity.poll.question,
        lines=(large(tr("We do not decide this today.")), *((Line(step),) if step else ())),
        small=tr("What is the next step?"),
        middle=True,
    )


_SCENES: dict[Step, Callable[[Deciding], Scene]] = {
    Step.FRAME: _framed,
    Step.VIEWS: _viewed,
    Step.OTHER_VIEW: _heard,
    Step.SPREAD: _spread,
    Step.READY: _ready,
    Step.CHOOSE: _choosing,
    Step.SPLIT: split,
    Step.ADD: adding,
    Step.CHECK: checking,
    Step.NOT_DECIDED: _not_decided,
    Step.READ_BACK: read_back,
    Step.CLOSED: closed,
}
