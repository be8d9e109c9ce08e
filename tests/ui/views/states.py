"""Every state of every activity that the room can see, by name."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from typing import Any

from elephants.sessions.activity import Activity
from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.agenda.dots import Dots
from elephants.sessions.agenda.table import AgendaTable
from elephants.sessions.agreement import Agreement
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.since import Since
from elephants.ui.views.base import View
from tests.ui.views.kitchen import QUESTION, TODAY, Kitchen
from tests.ui.views.states_deciding import DECIDING, closed
from tests.ui.views.states_learning import LEARNING
from tests.ui.views.states_sensing import SENSING


def _since(kitchen: Kitchen) -> View:
    return kitchen.view(kitchen.go("since", Since))


def _since_answered(kitchen: Kitchen) -> View:
    since = kitchen.go("since", Since)
    action = kitchen.space.actions[0]
    kitchen.desk.moment(since)
    kitchen.desk.change(since, Since.answer_action, action, "on its way", "They said they will ring back.")
    return kitchen.view(since)


def _since_decision(kitchen: Kitchen) -> View:
    since = kitchen.go("since", Since)
    kitchen.desk.change(kitchen.desk.moment(since), lambda finger: finger.point(3))
    return kitchen.view(since)


def _since_decision_answered(kitchen: Kitchen) -> View:
    view = _since_decision(kitchen)
    since, eat = kitchen.go("since", Since), kitchen.space.decisions[0]
    kitchen.desk.change(since, Since.answer_decision, eat, "still right", worry="no", look_again=date(2027, 5, 25))
    return view


def _since_need(kitchen: Kitchen) -> View:
    since = kitchen.go("since", Since)
    kitchen.desk.change(kitchen.desk.moment(since), lambda finger: finger.point(2))
    need = kitchen.space.decisions[0].needs[0]
    kitchen.desk.change(since, Since.answer_need, need, "partly", "Twice there was none left.")
    return kitchen.view(since)


def _agreement_empty(kitchen: Kitchen) -> View:
    return kitchen.view(kitchen.go("agreement", Agreement))


def _agreement(kitchen: Kitchen) -> View:
    agreement = kitchen.go("agreement", Agreement)
    kitchen.desk.change(agreement, Agreement.offer_starters)
    return kitchen.view(agreement)


def _checkin_welcome(kitchen: Kitchen) -> View:
    return kitchen.view(kitchen.go("checkin", Activity))


def _round(kind: str, *questions: str) -> Callable[[Kitchen], View]:
    def state(kitchen: Kitchen) -> View:
        activity: Any = kitchen.go(kind, Activity)
        for question in questions:
            kitchen.desk.change(activity, type(activity).ask, question)
        chairs = kitchen.desk.moment(activity)
        for _ in range(min(5, chairs.here)):
            kitchen.desk.change(chairs, type(chairs).light)
        return kitchen.view(activity)

    return state


def _stories(*deeds: str) -> Callable[[Kitchen], View]:
    def state(kitchen: Kitchen) -> View:
        stories = kitchen.go("stories", Activity)
        table: Any = kitchen.desk.moment(stories)
        for deed in deeds:
            if deed == "choose":
                kitchen.desk.change(table, type(table).choose, table.shown[1].id)
            else:
                kitchen.desk.change(table, getattr(type(table), deed))
        return kitchen.view(stories)

    return state


def _agenda_empty(kitchen: Kitchen) -> View:
    return kitchen.view(kitchen.go("agenda", Agenda))


def with_agenda(kitchen: Kitchen) -> Agenda:
    """Put four things on the agenda."""
    agenda = kitchen.go("agenda", Agenda)
    add = Agenda.add_item
    kitchen.desk.change(agenda, add, QUESTION, "decide", "leaning", 35)
    kitchen.desk.change(agenda, add, "The bus pass letter", "put right", None, 10)
    kitchen.desk.change(agenda, add, "The garden on Saturdays", "think", None, 15)
    kitchen.desk.change(agenda, add, "What we tell the council about the survey", "share", None, 10)
    return agenda


def _agenda(kitchen: Kitchen) -> View:
    agenda = with_agenda(kitchen)
    kitchen.desk.change(kitchen.session.items[3], AgendaItem.close, "talked")
    return kitchen.view(agenda)


def _agenda_item(kitchen: Kitchen) -> View:
    agenda = with_agenda(kitchen)
    kitchen.desk.change(agenda, Agenda.settle)
    item = kitchen.session.items[1]
    kitchen.desk.change(item, AgendaItem.add_point, "Nobody knows which form it is.")
    kitchen.desk.change(item, AgendaItem.add_point, "The library helps on Thursdays at ten.")
    kitchen.desk.change(item, AgendaItem.add_action, "Fill in the form together", TODAY, name="Jo",
                        by=date(2026, 12, 3))  # fmt: skip
    kitchen.desk.change(item, AgendaItem.close, "talked")
    kitchen.desk.change(kitchen.desk.moment(agenda), lambda finger: finger.point(1))
    return kitchen.view(agenda)


def _agenda_decide(kitchen: Kitchen) -> View:
    agenda = with_agenda(kitchen)
    kitchen.desk.change(agenda, Agenda.settle)
    return kitchen.view(agenda)


def agenda_dotted(kitchen: Kitchen, *counts: int) -> View:
    """Put so many dots on each of four things."""
    agenda = with_agenda(kitchen)
    table = kitchen.desk.moment(agenda)
    kitchen.desk.change(table, AgendaTable.lay_dots, [item.id for item in kitchen.session.items], 14)
    for item, n in zip(table.dots.items, counts, strict=True):
        kitchen.desk.change(table.dots, Dots.put, item, n)
    return kitchen.view(agenda)


def _agenda_dots(*deeds: str) -> Callable[[Kitchen], View]:
    def state(kitchen: Kitchen) -> View:
        view = agenda_dotted(kitchen, 3, 9, 12, 1)
        dots = kitchen.desk.moment(kitchen.go("agenda", Agenda)).dots
        for deed in deeds:
            kitchen.desk.change(dots, getattr(Dots, deed), *([random.Random(1)] if deed == "draw" else []))
        return view

    return state


def _agenda_roles(kitchen: Kitchen) -> View:
    agenda = with_agenda(kitchen)
    table = kitchen.desk.moment(agenda)
    kitchen.desk.change(table, AgendaTable.offer)
    kitchen.desk.change(table, AgendaTable.take, "time")
    return kitchen.view(agenda)


def read(kitchen: Kitchen, at: int = 0) -> View:
    """Read the record back, at one of its lines."""
    closed("all")(kitchen)
    back = kitchen.go("readback", ReadBack)
    kitchen.desk.change(kitchen.desk.moment(back), lambda finger: finger.point(at))
    return kitchen.view(back)


def _read_words(kitchen: Kitchen) -> View:
    return _read_where(kitchen, "words")


def _read_action(kitchen: Kitchen) -> View:
    return _read_where(kitchen, "Jo")


def _read_where(kitchen: Kitchen, sought: str) -> View:
    """Read the first line of this label, or of this part of a decision."""
    view = read(kitchen)
    back = kitchen.go("readback", ReadBack)
    at = next(n for n, line in enumerate(back.lines()) if sought in (line.label, line.part))
    kitchen.desk.change(kitchen.desk.moment(back), lambda finger: finger.point(at))
    return view


def _agreed(kitchen: Kitchen) -> View:
    view = read(kitchen)
    kitchen.desk.change(kitchen.go("readback", ReadBack), ReadBack.agree, TODAY)
    return view


def _nothing_read(kitchen: Kitchen) -> View:
    return kitchen.view(kitchen.go("readback", ReadBack))


STATES: dict[str, Callable[[Kitchen], View]] = {
    "since-action": _since,
    "since-answered": _since_answered,
    "since-need": _since_need,
    "since-decision": _since_decision,
    "since-decision-answered": _since_decision_answered,
    "agreement-empty": _agreement_empty,
    "agreement": _agreement,
    "checkin-welcome": _checkin_welcome,
    "checkin": _round("checkin", "What is one small thing that went well this week?"),
    "checkout": _round("checkout", "How are you leaving?", "What should next time be like?"),
    "checkout-none": _round("checkout"),
    "stories": _stories(),
    "stories-three": _stories("deal"),
    "stories-telling": _stories("deal", "choose"),
    "stories-thanked": _stories("deal", "choose", "thank"),
    "agenda-empty": _agenda_empty,
    "agenda": _agenda,
    "agenda-roles": _agenda_roles,
    "agenda-dots": _agenda_dots(),
    "agenda-lot": _agenda_dots("open"),
    "agenda-drawn": _agenda_dots("open", "draw"),
    "agenda-item": _agenda_item,
    "agenda-decide": _agenda_decide,
    **DECIDING,
    **SENSING,
    **LEARNING,
    "readback-nothing": _nothing_read,
    "readback-line": _read_words,
    "readback-action": _read_action,
    "readback-agreed": _agreed,
}
