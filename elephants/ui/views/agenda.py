"""The agenda: what people asked for, then the item the room is at (METHOD.md, Agenda, made together)."""

from __future__ import annotations

from elephants.sessions.agenda import CLOSINGS, OPENNESS, PURPOSES, Agenda, AgendaItem
from elephants.ui.views.flow import Line, large, quiet
from elephants.ui.views.scene import Scene, SceneView
from elephants.ui.views.since import who_and_when
from elephants.words import tr, trn

_SIGNS = {"decided": "check-circle", "talked": "chat", "carried": "arrow-right", "let go": "feather"}


class AgendaView(SceneView):
    """Shows the list while the group settles it, and afterwards the one item at the finger."""

    def scene(self) -> Scene:
        agenda = self.live(Agenda)
        items = agenda.session.items
        if not items:
            asked = tr("What do you want to talk about?")
            return Scene(
                label=tr("Agenda"), lines=(large(asked),), middle=True, small=tr("Nothing is on the list yet.")
            )
        if agenda.settled:
            return _item(items[min(self.desk.moment(agenda).at, len(items) - 1)])
        lines = [line for n, item in enumerate(items, 1) for line in _listed(n, item)]
        return Scene(heading=tr("What people asked for"), lines=tuple(lines), small=_time(agenda))


def _time(agenda: Agenda) -> str:
    """Say gently whether all of it fits."""
    asked, there = agenda.minutes_asked(), agenda.minutes_there()
    if asked <= there:
        return tr("This takes {asked} minutes. We have {there}.", asked=asked, there=there)
    return tr("This takes {asked} minutes. We have {there}. What can wait?", asked=asked, there=there)


def _listed(n: int, item: AgendaItem) -> tuple[Line, ...]:
    words = Line(tr("{n}. {title}", n=n, title=item.title))
    if item.closed is not None:
        return words, quiet(tr(CLOSINGS[item.closed]), _SIGNS[item.closed])
    purpose, minutes = tr(PURPOSES[item.purpose]), trn("{n} minute", "{n} minutes", item.minutes)
    return words, quiet(tr("{purpose}, {minutes}", purpose=purpose, minutes=minutes))


def _item(item: AgendaItem) -> Scene:
    lines = [large(item.title)]
    if item.openness is not None:
        lines.append(Line(tr(OPENNESS[item.openness]), 60.0, colour="slate", close=True))
    lines += [Line(point.text) for point in item.points]
    for action in item.actions:
        lines += [Line(action.text, icon="hand"), quiet(who_and_when(action))]
    if item.closed is not None:
        lines.append(Line(tr(CLOSINGS[item.closed]), bold=True, icon=_SIGNS[item.closed], apart=True))
    return Scene(label=tr(PURPOSES[item.purpose]), lines=tuple(lines), picture=item.title, middle=True)
