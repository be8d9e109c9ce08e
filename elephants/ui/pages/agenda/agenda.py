"""The agenda on the console: the list the group settles, then one item after the other (METHOD.md, Agenda)."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from elephants.desk import Desk
from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.agenda.table import AgendaTable
from elephants.ui.pages.agenda.dots import DotsPart
from elephants.ui.pages.agenda.item import ItemPart
from elephants.ui.pages.agenda.settle import SettlePart
from elephants.ui.pages.base import Page
from elephants.words import tr


class AgendaPage(Page[Agenda]):
    """Settles what we talk about and in which order, then holds the item the room is at."""

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, activity_id, parent)
        self.settle = SettlePart(self)
        self.work = ItemPart(self)
        self.dots = DotsPart(self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.settle)
        self.stack.addWidget(self.work)
        self.stack.addWidget(self.dots)
        self.lay.addWidget(self.stack)
        self.work.path.wanted.connect(self._point)
        self.work.path.listed.connect(lambda: self.do(self.activity, Agenda.unsettle))

    @property
    def table(self) -> AgendaTable:
        """Where the room is in the list, dots and roles; memory only."""
        lies: AgendaTable = self.desk.moment(self.activity)
        return lies

    def at(self) -> int:
        """Give the place of the item the room is at."""
        return min(self.table.at, max(0, len(self.session.items) - 1))

    def item(self) -> AgendaItem | None:
        """Give the item the room is at; None while there is none."""
        items = self.session.items
        return items[self.at()] if items else None

    def working(self) -> bool:
        """Tell whether the list is settled and the room goes through its items."""
        return self.activity.settled and bool(self.session.items)

    def refresh(self) -> None:
        agenda = self.activity
        part = self._part()
        self.settle.refresh(agenda)
        if part is self.dots:
            self.dots.refresh()
        elif part is self.work:
            self.work.refresh(self.session.items, self.at())
        if part is not self.stack.currentWidget():
            self.stack.setCurrentWidget(part)
            if self.isVisible():
                part.begin()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # No focus proxy: with one, Tab would go to the field at once and past the list above it.
        super().focusInEvent(event)
        self._part().begin()

    def _part(self) -> SettlePart | ItemPart | DotsPart:
        if self.table.dots is not None:
            return self.dots
        return self.work if self.working() else self.settle

    def cover(self, *, on: bool) -> None:
        """Show dots for the numbers that are counted, where the room may see this screen; or the numbers again."""
        self.dots.cover(on=on)

    def more(self) -> None:
        self.dots.step(1)

    def fewer(self) -> None:
        self.dots.step(-1)

    def onward(self) -> str:
        if self.table.dots is not None:
            return self.dots.onward()
        waiting = self._next_open()
        if not self.working():
            return tr("Next: the first item") if waiting is not None else ""
        item = self.item()
        if item is not None and item.closed is None:
            return self._onward_of(item)
        return tr("The next item") if waiting is not None else ""

    def go_on(self) -> bool:
        if not self.onward():
            return False
        if self.table.dots is not None:
            return self.dots.go_on()
        item = self.item()
        if self.working() and item is not None and item.closed is None:
            self._go_on_with(item)
        elif self._point_onward() and not self.working():
            self.do(self.activity, Agenda.settle)
        return True

    def go_back(self) -> bool:
        if self.table.dots is not None:
            return self.do(self.table, AgendaTable.put_dots_away)
        if not self.working():
            return False
        if self.at() > 0:
            return self._point(self.at() - 1)
        return self.do(self.activity, Agenda.unsettle)

    def leave(self) -> bool:
        self.settle.keep_typed()
        self.keep_typed()
        return False

    def keep_typed(self) -> None:
        """Keep what was typed for an item and not yet added, before the room goes elsewhere."""
        self.work.kept.keep_typed()

    def park(self, item: AgendaItem) -> None:
        """Put an item behind the others of today, and turn to the next one."""
        item_id = item.id
        if not self.do(self.activity, Agenda.park, item):
            return
        now = self.item()
        if now is not None and (now.id == item_id or now.closed is not None):
            self._point_onward()
        self.work.begin()

    def talk_about(self, item: AgendaItem) -> None:
        """Go from the list to any of its items; the order is settled by that, for now."""
        place = self.session.items.index(item)
        if self._point(place) and not self.activity.settled:
            self.do(self.activity, Agenda.settle)

    def _next_open(self) -> int | None:
        """Say where the next open item is: after the one we are at, else from the first; while settling, the first."""
        items = self.session.items
        start = self.at() + 1 if self.working() else 0
        order = [*range(start, len(items)), *range(start)]
        return next((place for place in order if place < len(items) and items[place].closed is None), None)

    def _onward_of(self, item: AgendaItem) -> str:
        if item.decision is not None and item.decision.ending is None:
            return tr("Go to the decision")
        if item.decision is None and item.purpose == "decide":
            return tr("Decide in the short form") if self.activity.short_first else tr("Decide together")
        return tr("Close this item")

    def _go_on_with(self, item: AgendaItem) -> None:
        closing = self.work.closing
        if item.decision is not None and item.decision.ending is None:
            closing.go_there()
        elif item.decision is None and item.purpose == "decide":
            closing.begin(short=self.activity.short_first)
        else:
            closing.ask_how()

    def _point_onward(self) -> bool:
        place = self._next_open()
        return place is not None and self._point(place)

    def _point(self, place: int) -> bool:
        return self.do(self.table, AgendaTable.point, place)
