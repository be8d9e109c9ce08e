"""What a line can do while the agenda is made together and worked through: dots, roles, more time, park, open."""

from __future__ import annotations

from elephants.rehearsal.stage import Stage
from elephants.sessions.agenda.agenda import Agenda, AgendaItem, ask_for, open_agenda
from elephants.sessions.agenda.dots import USUAL_EACH, Dots
from elephants.sessions.agenda.table import AgendaTable
from elephants.sessions.base import Refused
from elephants.words import tr


def ask_anywhere(stage: Stage, text: str) -> None:
    """Add what somebody asks for during anything; the room stays where it is."""
    agenda = open_agenda(stage.session)
    if agenda is not None:
        stage.change(agenda, Agenda.add_item, text)
    else:
        stage.change(stage.space, ask_for, text)


def take_role(stage: Stage, role: str) -> None:
    """Somebody takes a role, or gives it back; nobody says who."""
    table = _table(stage)
    if not table.offered:
        stage.change(table, AgendaTable.offer)
    stage.change(table, AgendaTable.take, role)


def dot(stage: Stage, dots: list[int], each: int = USUAL_EACH) -> None:
    """Count the dots of each open item in its order; nothing of it is kept."""
    items = [item.id for item in stage.now(Agenda).open_items()]
    if len(dots) != len(items):
        raise Refused(tr("There are {n} to mark. Give one number for each.", n=len(items)))
    table = _table(stage)
    stage.change(table, AgendaTable.lay_dots, items, stage.session.here or 0)
    laid = _laid(table)
    stage.change(laid, Dots.give, each)
    for item, number in zip(items, dots, strict=True):
        stage.change(laid, Dots.put, item, number)


def order_by_dots(stage: Stage) -> None:
    """Order the items by their dots, draw the second place by lot, and keep the order."""
    table = _table(stage)
    laid = _laid(table)
    stage.change(laid, Dots.open)
    if laid.waits_for_the_lot:
        stage.change(laid, Dots.draw, stage.desk.chance)
    stage.change(stage.now(Agenda), Agenda.put_in_order, laid.order)
    stage.change(table, AgendaTable.put_dots_away)


def extend(stage: Stage, item: str, minutes: int = 5) -> None:
    """Give an item more minutes."""
    stage.change(stage.item(item), AgendaItem.extend, minutes)


def park(stage: Stage, item: str) -> None:
    """Put an item behind all others of today."""
    stage.change(stage.now(Agenda), Agenda.park, stage.item(item))


def open_for(stage: Stage, item: str, what: str) -> None:
    """Open something for an item and go there: a round, stories or sensing."""
    stage.change(stage.now(Agenda), Agenda.open, stage.item(item), what)


def _table(stage: Stage) -> AgendaTable:
    return stage.moment(stage.now(Agenda), AgendaTable)


def _laid(table: AgendaTable) -> Dots:
    if table.dots is None:
        raise Refused(tr("This is not the moment for that."))
    return table.dots
