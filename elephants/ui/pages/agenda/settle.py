"""Settling the agenda: what people asked for, in the order the group gives it, and whether there is time for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.agenda.table import AgendaTable
from elephants.ui.pages.agenda.form import ItemForm
from elephants.ui.pages.agenda.roles import Roles
from elephants.ui.pages.agenda.waiting import WaitingAgain
from elephants.ui.pages.agenda.words import asked_words, item_line, over_words
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.drag import Dragging
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.lines import Lines
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.agenda.agenda import AgendaPage


class SettlePart(QWidget):
    """The list and the field for one more; the menu of an item changes it, in the place of that field."""

    def __init__(self, page: AgendaPage) -> None:
        super().__init__(page)
        self.page = page
        self._changing: int | None = None
        self.title = Words(tr("What people asked for"), "title", parent=self)
        self.sum = Words("", "quiet", parent=self)
        self.over = Words("", "text", parent=self)
        self.waits = WaitingAgain(page)
        self.empty = Words(
            tr("Nothing is on the list yet. Ask: what do you want to talk about? Write each in the words it was said."),
            "say", parent=self,
        )  # fmt: skip
        self.order = Words(tr("To put them in order, drag one, or press Alt with Up or Down."), "label", parent=self)
        self.lines = Lines(tr("What people asked for"), self)
        self.drag = Dragging(self.lines, lambda: {row.line.id: row for row in self.lines.rows()})
        self.dots = PlainButton(tr("Order them with dots"), "list-checks", parent=self)
        self.roles = Roles(page)
        self.form = ItemForm(tr("Add an item"), parent=self)
        self.change = ItemForm(tr("Change the item"), may_leave=True, parent=self)
        self.change.field.button.say(tr("Change the item"), "check")
        self.change.hide()
        self._build()
        self.lines.acted.connect(self._act)
        self.drag.moved.connect(self._drop)
        self.dots.clicked.connect(self._lay_dots)
        self.form.asked.connect(self._add)
        # Queued: the field takes the keyboard once more after it has asked.
        self.change.asked.connect(self._change, Qt.ConnectionType.QueuedConnection)
        self.change.left.connect(self._put_away)

    def _build(self) -> None:
        scrolled = Scrolled(self)
        scrolled.lay.setSpacing(px(8))
        for part in (self.title, self.sum, self.over, self.empty, self.order):
            scrolled.lay.addWidget(part)
        scrolled.lay.addWidget(self.lines, 1)
        scrolled.lay.addWidget(self.waits)
        scrolled.lay.addStretch(0)
        scrolled.lay.addWidget(Flow(self.dots, self.roles.fold, parent=self))
        scrolled.lay.addWidget(self.roles)
        scrolled.lay.addWidget(self.form)
        scrolled.lay.addWidget(self.change)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.addWidget(scrolled)

    def begin(self) -> None:
        """Put the keyboard where the next words go."""
        (self.form if self._changing is None else self.change).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, agenda: Agenda) -> None:
        """Draw the list as it is now."""
        items = agenda.session.items
        self.lines.tell([item_line(item, number) for number, item in enumerate(items, 1)])
        self.drag.watch()
        self.waits.refresh()
        self.lines.setVisible(bool(items))
        self.order.setVisible(len(items) > 1)
        self.dots.setVisible(len(agenda.open_items()) > 1)
        self.roles.refresh(self.page.table)
        self.empty.setVisible(not items)
        self.sum.say(asked_words(agenda) if items else "")
        self.sum.setVisible(bool(items))
        self.over.say(over_words(agenda))
        self.over.setVisible(bool(items) and bool(self.over.text()))
        if self._changing is not None and self._item(self._changing) is None:
            self._put_away()

    def keep_typed(self) -> None:
        """Keep an item that was typed and not yet added, before the agenda is left."""
        if self.form.title():
            self._add()

    def _item(self, item_id: int) -> AgendaItem | None:
        return next((one for one in self.page.session.items if one.id == item_id), None)

    def _add(self) -> None:
        refusal = self.page.tried(self.page.activity, Agenda.add_item, self.form.title(), *self.form.kind())
        if refusal:
            self.form.field.say(refusal)
        else:
            self.form.accept()

    def _act(self, item_id: int, action: str) -> None:
        agenda, item = self.page.activity, self._item(item_id)
        if item is None:
            return
        if action in ("words", "purpose", "minutes"):
            self._begin_change(item, action)
        elif action in ("up", "down"):
            by = -1 if action == "up" else 1
            self.page.do(agenda, Agenda.move_item, item, max(0, agenda.session.items.index(item) + by))
            self.lines.choose(item_id)
        elif action == "now":
            self.page.talk_about(item)
        elif action == "carried":
            self.page.do(item, AgendaItem.close, "carried")
        elif action == "open":
            self.page.do(item, AgendaItem.reopen)
        elif action == "out":
            self.page.do(agenda, Agenda.take_out, item)

    def _drop(self, item_id: int, to: int) -> None:
        """Put an item where it was dropped, among the rows that the list shows."""
        item, hidden = self._item(item_id), len(self.page.session.items) - len(self.lines.rows())
        if item is not None:
            self.page.do(self.page.activity, Agenda.move_item, item, hidden + to)
            self.lines.choose(item_id)

    def _lay_dots(self) -> None:
        items = [item.id for item in self.page.activity.open_items()]
        self.page.do(self.page.table, AgendaTable.lay_dots, items, self.page.session.here or 0)

    def _begin_change(self, item: AgendaItem, what: str) -> None:
        self._changing = item.id
        self.form.hide()
        self.change.show()
        self.change.put(item)
        focus: dict[str, QWidget] = {"purpose": self.change.purpose, "minutes": self.change.minutes}
        focus.get(what, self.change.field).setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self) -> None:
        item = self._item(self._changing) if self._changing is not None else None
        if item is None:
            self._put_away()
            return
        refusal = self.page.tried(item, _told_anew, self.change.title(), *self.change.kind())
        if refusal:
            self.change.field.say(refusal)
        else:
            self._put_away()

    def _put_away(self) -> None:
        """Close the form for changes; what was being typed for a new item stands in the other one as it was."""
        changed, self._changing = self._changing, None
        self.change.accept()
        self.change.hide()
        self.form.show()
        if changed is not None and self.isVisible():
            self.lines.choose(changed)


def _told_anew(item: AgendaItem, title: str, purpose: str, openness: str | None, minutes: int) -> None:
    """Change an item's words, purpose and minutes in one deed, so that one undo takes it back."""
    item.reword(title)
    item.mean(purpose, openness)
    item.last(minutes)
