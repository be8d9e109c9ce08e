"""The read-back: each kept line large, until the room agrees the record (METHOD.md, Read-back and papers)."""

from __future__ import annotations

from elephants.sessions.activity import AGREED
from elephants.sessions.decision import Action, Decision, Need, Update
from elephants.sessions.record.readback import ReadBack, ReadLine
from elephants.ui.views.flow import large, quiet
from elephants.ui.views.scene import Scene, SceneView
from elephants.words import day_words, tr


class ReadBackView(SceneView):
    """Shows the line at the finger and asks if it is right; at the end it says that the room has agreed."""

    def scene(self) -> Scene:
        activity = self.live(ReadBack)
        if activity.record.state == AGREED:
            agreed = tr("The room has agreed this record. Thank you.")
            return Scene(lines=(large(agreed),), chairs=activity.session.here or 0, middle=True)
        lines = activity.lines()
        if not lines:
            return Scene(label=tr("Read-back"), lines=(large(tr("There is nothing to read back today.")),), middle=True)
        line = lines[min(self.desk.moment(activity).at, len(lines) - 1)]
        label, note = _beside(line)
        said = (large(line.words), *((quiet(note),) if note else ()))
        return Scene(label=label, lines=said, small=_ask(activity), middle=True)


def _ask(activity: ReadBack) -> str:
    if not activity.of_earlier:
        return tr("Is this right? Anything to take out?")
    day = day_words(activity.record.date, year=False)
    return tr("This is from {day}. Is this right? Anything to take out?", day=day)


def _beside(line: ReadLine) -> tuple[str, str]:
    """Give what stands above a line and what stands below it."""
    thing = line.thing
    if isinstance(thing, Action):
        by = tr("By {day}", day=day_words(thing.by)) if thing.by is not None else ""
        return line.label, by
    if isinstance(thing, Update):
        return _about(thing), line.label if line.label != line.words else ""
    return line.label, ""


def _about(update: Update) -> str:
    thing = update.about
    if isinstance(thing, Decision):
        return thing.title or thing.question
    if isinstance(thing, Need):
        return thing.sentence or thing.text
    return thing.text if thing is not None else ""
