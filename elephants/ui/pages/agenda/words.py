"""How the items of an agenda are told on the console: each on its line, and how it closed."""

from __future__ import annotations

from elephants.sessions.again import why_here
from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.decision import Action
from elephants.sessions.terms import CLOSINGS, OPENNESS, PURPOSES
from elephants.ui.parts.lines import Chip, Line
from elephants.words import day_words, tr, trn

SIGNS = {"decided": "check-circle", "talked": "chat", "carried": "arrow-right", "let go": "feather"}


def minutes_words(minutes: int) -> str:
    """Say a number of minutes."""
    return trn("{n} minute", "{n} minutes", minutes)


def about(item: AgendaItem) -> str:
    """Say what an item is for, how open it is and how long it may take."""
    purpose, minutes = tr(PURPOSES[item.purpose]), minutes_words(item.minutes)
    if item.openness is None:
        return tr("{purpose}, {minutes}", purpose=purpose, minutes=minutes)
    openness = tr(OPENNESS[item.openness])
    return tr("{purpose}, {minutes}. {openness}.", purpose=purpose, minutes=minutes, openness=openness)


def closed_words(item: AgendaItem) -> str:
    """Say how an item closed, with the ending of its decision; "" while it is open."""
    if item.closed is None:
        return ""
    ending = item.decision.ending_words() if item.decision is not None else ""
    return ending if item.closed == "decided" and ending else tr(CLOSINGS[item.closed])


def asked_words(agenda: Agenda) -> str:
    """Say how many minutes are asked for and how many there are."""
    there = agenda.minutes_there()
    return trn("{n} minute asked for, {there} there.", "{n} minutes asked for, {there} there.",
               agenda.minutes_asked(), there=there)  # fmt: skip


def over_words(agenda: Agenda) -> str:
    """Say gently that it is more than there is time for; "" while all of it fits."""
    over = agenda.minutes_asked() - agenda.minutes_there()
    if over <= 0:
        return ""
    return trn("That is {n} minute more than there are. What can wait?",
               "That is {n} minutes more than there are. What can wait?", over)  # fmt: skip


def left_words(minutes: int, spent: float) -> str:
    """Say gently, and early, that the minutes of an item run short; "" while there are enough."""
    left = minutes - spent
    if left > max(2.0, minutes / 5):
        return ""
    if left <= 0:
        return tr("The time for this one is used up. Give it more time, park it, or carry it over?")
    return trn("About {n} minute is left for this one. Give it more time, park it, or carry it over?",
               "About {n} minutes are left for this one. Give it more time, park it, or carry it over?",
               max(1, round(left)))  # fmt: skip


def history_words(item: AgendaItem) -> str:
    """Say why an item is here again and on which agendas it stood before, reached or not; "" for one that is new."""
    said = [why_here(item)] if item.again is not None else []
    for one in item.before():
        if one.session is not None:
            day = day_words(one.session.date)
            said.append(tr("Talked about on {day} and carried over.", day=day) if one.reached else
                        tr("On the agenda of {day}, not reached.", day=day))  # fmt: skip
    return " ".join(said)


def item_line(item: AgendaItem, number: int) -> Line:
    """Tell an item as a row of the list that the group puts in order."""
    chips = list[Chip]()
    if item.carried_from_id is not None:
        chips.append(Chip(tr("from last time"), "arrow-bend-down-right"))
    purpose, minutes = tr(PURPOSES[item.purpose]), minutes_words(item.minutes)
    if item.closed is not None:
        chips.append(Chip(tr(CLOSINGS[item.closed]), SIGNS[item.closed]))
    return Line(
        item.id, item.title, tuple(chips), lead=str(number), strong=item.closed is None,
        trail=tr("{purpose}, {minutes}", purpose=purpose, minutes=minutes),
        under=_under(item) if item.closed is None else "",
        actions=_actions(item),
    )  # fmt: skip


def _under(item: AgendaItem) -> str:
    openness = tr("{openness}.", openness=tr(OPENNESS[item.openness])) if item.openness is not None else ""
    return " ".join(part for part in (openness, history_words(item)) if part)


def _actions(item: AgendaItem) -> tuple[tuple[str, str], ...]:
    order = (("up", tr("Move up")), ("down", tr("Move down")))
    if item.closed is not None:
        return (("open", tr("Open it again")), *order)
    return (
        ("words", tr("Change the words")),
        ("purpose", tr("Change what it is for")),
        ("minutes", tr("Change the minutes")),
        *order,
        ("now", tr("Talk about it now")),
        ("carried", tr("Carry over to next time")),
        ("out", tr("Take it out")),
    )


def who_and_when(action: Action) -> str:
    """Say who does it, and by which day."""
    if action.by is None:
        return action.owner()
    return tr("{who}, by {day}", who=action.owner(), day=day_words(action.by))
