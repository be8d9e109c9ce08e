"""FRAME of a decision that is looked at again: what the no knew comes first, and whether the worry came true."""

from __future__ import annotations

from elephants.sessions.again import update_of
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.decision import Decision
from elephants.sessions.since import worry_words
from elephants.sessions.terms import OPENNESS
from elephants.ui.views.flow import Line, large, quiet
from elephants.ui.views.scene import Scene
from elephants.ui.views.since import knew_lines
from elephants.words import day_words, tr


def framed_again(activity: Deciding, old: Decision) -> Scene:
    """Show the question and what was said of it then; ask of the worry, and once that is answered of the question."""
    poll, update = activity.poll, update_of(activity.session, old)
    came = worry_words(update) if update is not None else ""
    then = tr("On {day} we decided: {title}", day=day_words(old.session.date), title=old.title or old.question)
    said = Line(came, 60.0, bold=True, icon="check-circle", apart=True)
    openness = (said, Line(tr(OPENNESS[poll.openness]), 60.0, colour="slate")) if came else ()
    return Scene(
        label=tr("We look at this again"),
        lines=(large(poll.question), quiet(then), *knew_lines(old), *openness),
        small=tr("Is it the right one, in plain words?") if came else tr("Did the worry come true?"),
        picture=poll.question,
        middle=True,
    )
