"""The agenda: what people asked for, then the item the room is at (METHOD.md, Agenda, made together)."""

from __future__ import annotations

from elephants.sessions.again import waiting, why_here
from elephants.sessions.agenda.agenda import CLOSINGS, OPENNESS, PURPOSES, Agenda, AgendaItem
from elephants.sessions.agenda.table import ROLES, AgendaTable
from elephants.ui.views.agenda.dots import dots_scene
from elephants.ui.views.canvas import SMALLEST
from elephants.ui.views.flow import Line, large, quiet
from elephants.ui.views.scene import Scene, SceneView
from elephants.ui.views.since import who_and_when
from elephants.words import day_words, tr, trn

MOST_TOLD = 20
"""Up to so many items are told with what they are for and how long."""
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
        table: AgendaTable = self.desk.moment(agenda)
        if table.dots is not None:
            return dots_scene(table.dots, items)
        if agenda.settled:
            return _item(items[min(table.at, len(items) - 1)])
        told = _listed if len(items) <= MOST_TOLD else _listed_short
        lines = [line for n, item in enumerate(items, 1) for line in told(n, item)]
        small = _roles(table) or " ".join(part for part in (_time(agenda), _later(agenda)) if part)
        return Scene(heading=tr("What people asked for"), lines=tuple(lines), small=small)


def _time(agenda: Agenda) -> str:
    """Say gently whether all of it fits."""
    asked, there = agenda.minutes_asked(), agenda.minutes_there()
    if asked <= there:
        return tr("This takes {asked} minutes. We have {there}.", asked=asked, there=there)
    return tr("This takes {asked} minutes. We have {there}. What can wait?", asked=asked, there=there)


def _later(agenda: Agenda) -> str:
    """Say that more decisions wait than come back to one agenda; "" where all of them do."""
    number = len(waiting(agenda.session))
    more = trn("{n} more decision waits for a later session.", "{n} more decisions wait for a later session.", number)
    return more if number else ""


def _roles(table: AgendaTable) -> str:
    """Ask who would like to do what; "" while nobody is asked. Whoever does it is named nowhere."""
    if not table.offered:
        return ""
    free = " · ".join(tr(ROLES[role]) for role in table.free())
    return tr("Who helps today? {roles}", roles=free) if free else tr("All of it is taken. Thank you.")


def _listed_short(n: int, item: AgendaItem) -> tuple[Line, ...]:
    """Tell one of many by its words alone, so that the room need not turn ten pages."""
    words = tr("{n}. {title}", n=n, title=item.title)
    return (Line(words, SMALLEST, icon=_SIGNS[item.closed] if item.closed is not None else ""),)


def _listed(n: int, item: AgendaItem) -> tuple[Line, ...]:
    words = Line(tr("{n}. {title}", n=n, title=item.title))
    if item.closed is not None:
        return words, quiet(tr(CLOSINGS[item.closed]), _SIGNS[item.closed])
    purpose, minutes = tr(PURPOSES[item.purpose]), trn("{n} minute", "{n} minutes", item.minutes)
    about = quiet(tr("{purpose}, {minutes}", purpose=purpose, minutes=minutes))
    return (words, about, *_history(item))


def _history(item: AgendaItem) -> tuple[Line, ...]:
    """Say that an item waited, and since when: whoever asked for it sees that it was not forgotten."""
    why = why_here(item)
    again = (quiet(why, "arrow-u-up-left"),) if why else ()
    past = [one for one in item.before() if one.session is not None]
    if not past or past[0].session is None:
        return again
    day = day_words(past[0].session.date)
    if past[-1].reached:
        return *again, quiet(tr("Carried over, first on {day}", day=day), "arrow-bend-down-right")
    return *again, quiet(tr("Not reached last time, first on {day}", day=day), "arrow-bend-down-right")


def _item(item: AgendaItem) -> Scene:
    lines = [large(item.title)]
    if item.openness is not None:
        lines.append(Line(tr(OPENNESS[item.openness]), 60.0, colour="slate", close=True))
    lines += _history(item)
    lines += [Line(point.text) for point in item.points]
    for action in item.actions:
        lines += [Line(action.text, icon="hand"), quiet(who_and_when(action))]
    if item.closed is not None:
        lines.append(Line(tr(CLOSINGS[item.closed]), bold=True, icon=_SIGNS[item.closed], apart=True))
    return Scene(label=tr(PURPOSES[item.purpose]), lines=tuple(lines), picture=item.title, middle=True)
