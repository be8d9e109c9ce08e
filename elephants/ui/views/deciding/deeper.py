"""DEEPER: the side all of us speak for, large and alone; a quiet minute that no clock counts (METHOD.md, Deeper)."""

from __future__ import annotations

from elephants.sessions.deciding.debate import Debate, Turn
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.steps import ROWS, Step
from elephants.ui.views.canvas import TITLE
from elephants.ui.views.flow import Line, large
from elephants.ui.views.scene import Scene
from elephants.words import tr


def debating(activity: Deciding, debate: Debate) -> Scene:
    """Show the turn of the debate: one thing at a time."""
    if debate.speaking:
        return Scene(label=tr("All of us speak for this side:"), lines=(large(debate.speaking),), middle=True)
    if debate.turn is Turn.QUIET:
        return Scene(lines=(large(tr("A quiet minute.")),), mist=True, middle=True)
    if debate.turn is Turn.HOME:
        return Scene(
            lines=(large(tr("What hit home?")),), small=tr("One thing, for yourself. No replies."), middle=True
        )
    said = Line(tr(ROWS[Step.DEEPER].say), TITLE, bold=True)
    return Scene(label=activity.poll.question, lines=(said,), small=tr("What are the two sides?"), middle=True)
