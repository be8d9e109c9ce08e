"""Deciding together: what the room sees at each step (METHOD.md, Deciding together)."""

from __future__ import annotations

import random
from collections.abc import Callable, Hashable

from elephants.sessions.agenda import OPENNESS
from elephants.sessions.deciding import Deciding
from elephants.sessions.decision import View
from elephants.sessions.result import Count
from elephants.sessions.steps import ROWS, Step
from elephants.sessions.ways import Way
from elephants.ui.views.canvas import QUESTION, TITLE
from elephants.ui.views.deciding_choose import draw_choice
from elephants.ui.views.deciding_needs import adding, checking, closed, result_lines
from elephants.ui.views.deciding_text import read_back
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
        return _SCENES[activity.step](activity)

    def draw(self, stage: Stage) -> None:
        scene = self.told()
        if scene.options:
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
        return (count.here, self._counted(activity, count)) if isinstance(count, Count) else None

    def draw_moving(self, stage: Stage) -> None:
        told, where = self.moving(), stage.spots.get("circle")
        if isinstance(told, tuple) and where is not None:
            here, lit = told
            stage.circle(here, lit, leaning=lit, rect=where)

    def _counted(self, activity: Deciding, count: Count) -> frozenset[int]:
        """Chairs of the hands counted so far, in an order of chance.

        Only where the room sees the hands itself: with eyes shut the chairs would tell how many chose what.
        """
        if activity.way is not Way.OPEN:
            return frozenset()
        order = list(range(count.here))
        random.Random(self.activity_id).shuffle(order)
        return frozenset(order[: count.counted])


def _framed(activity: Deciding) -> Scene:
    poll = activity.poll
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
    return Line(view.text), *chips


def _ready(activity: Deciding) -> Scene:
    poll = activity.poll
    asked = tr("Are we ready to choose, or is there more to say?")
    options = tuple(
        Line(tr("{letter}: {option}", letter=option.letter, option=option.text), 64.0) for option in poll.options
    )
    return Scene(label=poll.question, heading=asked, lines=options)


def _choosing(activity: Deciding) -> Scene:
    return Scene(
        heading=activity.poll.question,
        options=tuple((option.letter, option.text) for option in activity.poll.options),
        small=tr("Closed until we open it"),
    )


def _split(activity: Deciding) -> Scene:
    poll = activity.poll
    said = large(tr("We are split.\nLet us hear more."))
    return Scene(label=poll.question, lines=(said, *result_lines(poll)), middle=True)


def _deeper(activity: Deciding) -> Scene:
    return Scene(label=activity.poll.question, lines=(Line(tr(ROWS[Step.DEEPER].say), TITLE, bold=True),), middle=True)


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
    Step.SPLIT: _split,
    Step.DEEPER: _deeper,
    Step.ADD: adding,
    Step.CHECK: checking,
    Step.NOT_DECIDED: _not_decided,
    Step.READ_BACK: read_back,
    Step.CLOSED: closed,
}
