"""The learning session: what the room sees at each step; points unsigned and all at one size (METHOD.md)."""

from __future__ import annotations

from collections.abc import Callable

from elephants.sessions.learning.happened import became
from elephants.sessions.learning.learned import HEAR, POINTS, QUESTIONS, TRY, grouped
from elephants.sessions.learning.learning import HAPPENED, NEXT, OTHERS, RAW, SEE, Learning, asked_for, done_for
from elephants.ui.views.canvas import QUESTION, SMALLEST, TITLE
from elephants.ui.views.flow import Line, large, quiet
from elephants.ui.views.scene import Scene, SceneView
from elephants.ui.views.since import who_and_when
from elephants.words import tr


class LearningView(SceneView):
    """Shows the step the room is at: a decision, the four questions, the groups, what we try, who should hear."""

    def scene(self) -> Scene:
        learning = self.live(Learning)
        if learning.step == HAPPENED:
            return self._happened(learning)
        return _SCENES[learning.step](learning)

    def _happened(self, learning: Learning) -> Scene:
        decisions = learning.decisions()
        if not decisions:
            asked = tr("What have we done since we last looked back?")
            return Scene(label=tr("What happened"), lines=(large(asked),), middle=True)
        decision = decisions[min(self.desk.moment(learning).at, len(decisions) - 1)]
        title = decision.title or decision.question
        ended, *more = became(decision)
        said = [Line(ended, bold=True, icon="flag", apart=True), *(Line(one, SMALLEST) for one in more)]
        return Scene(label=tr("We decided:"), lines=(large(title), *said), picture=title, middle=True)


def _collecting(learning: Learning) -> Scene:
    asked = [tr(words) for words in QUESTIONS.values()]
    points = learning.lines(*POINTS)
    if not points:
        return Scene(lines=tuple(large(one) for one in asked), small=tr("No names. All of it counts."), middle=True)
    lines = tuple(Line(one.text) for one in points)
    heading = tr("{right} {not_right}\n{surprise} {power}", right=asked[0], not_right=asked[1], surprise=asked[2],
                 power=asked[3])  # fmt: skip
    return Scene(heading=heading, size=SMALLEST * 1.2, lines=lines, small=tr("No names. All of it counts."))


def _seeing(learning: Learning) -> Scene:
    groups = grouped(learning.session)
    sorted_yet = any(group is not None for group, _ in groups)
    small = "" if sorted_yet else tr("In no order. What belongs together?")
    lines = list[Line]()
    for group, points in groups:
        if group is not None:
            lines.append(Line(group.text, bold=True, apart=True))
        lines += [Line(one.text, 60.0, icon="arrow-bend-down-right" if group is not None else "") for one in points]
    return Scene(heading=tr("What do we see?"), size=TITLE if lines else QUESTION, lines=tuple(lines), small=small)


def _trying(learning: Learning) -> Scene:
    lines = list[Line]()
    for one in learning.lines(TRY):
        action = done_for(one)
        lines.append(Line(one.text, icon="hand" if action is not None else ""))
        if action is not None:
            lines.append(quiet(who_and_when(action)))
        if asked_for(one) is not None:
            lines.append(quiet(tr("On the next agenda"), "list-checks"))
    return _asking(tr("What do we try next?"), lines, tr("Something small is good."))


def _hearing(learning: Learning) -> Scene:
    return _asking(tr("Who else should hear?"), [Line(one.text) for one in learning.lines(HEAR)], "")


def _asking(asked: str, lines: list[Line], small: str) -> Scene:
    return Scene(heading=asked, size=TITLE if lines else QUESTION, lines=tuple(lines), small=small)


_SCENES: dict[str, Callable[[Learning], Scene]] = {RAW: _collecting, SEE: _seeing, NEXT: _trying, OTHERS: _hearing}
