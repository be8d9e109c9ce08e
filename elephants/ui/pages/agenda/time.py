"""The item in hand: its minutes, said gently, and what can be done with it beside closing it: more time, park, open."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from elephants.sessions.agenda.agenda import OPENS, Agenda, AgendaItem
from elephants.ui.pages.agenda.words import left_words, over_words
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.agenda.agenda import AgendaPage

MORE_MINUTES = 5
LOOK_MS = 10_000


class InHand(QWidget):
    """Says on the console alone, and early, that time runs short; the room never sees a minute of it.

    How long an item has been in hand is remembered by this page as long as it is open, and nowhere else. A clock that
    was set back begins anew. `more`, `park` and `another` are placed by the page.
    """

    def __init__(self, page: AgendaPage) -> None:
        super().__init__(page)
        self.page = page
        self._item_id: int | None = None
        self._since: datetime = page.desk.now()
        self._spent: dict[int, float] = {}
        self.left = Words("", "text", parent=self)
        self.over = Words("", "text", parent=self)
        self.more = PlainButton(tr("{n} more minutes", n=MORE_MINUTES), "clock", parent=self)
        self.park = PlainButton(tr("Park it for later today"), "arrow-down", parent=self)
        self.another = PlainButton(tr("Open something for this"), "caret-down", parent=self)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(4))
        for words in (self.left, self.over):
            lay.addWidget(words)
        self.more.clicked.connect(self._extend)
        self.park.clicked.connect(self._park)
        self.another.clicked.connect(self._open_menu)
        self._watch = QTimer(self)
        self._watch.setInterval(LOOK_MS)
        self._watch.timeout.connect(self._tick)
        self._watch.start()

    def refresh(self, item: AgendaItem) -> None:
        """Turn to an item, and show what can be done with it."""
        if item.id != self._item_id:
            self._count()
            self._item_id = item.id
        is_open = item.closed is None
        for button in (self.more, self.another):
            button.setVisible(is_open)
        self.park.setVisible(is_open and len(self.page.activity.open_items()) > 1)
        self.look()

    def look(self) -> None:
        """Look at the clock, and say it where the minutes run short."""
        self._count()
        item = self.page.item()
        if item is None or item.closed is not None:
            self._say("", "")
        else:
            self._say(left_words(item.minutes, self._spent.get(item.id, 0.0)), over_words(self.page.activity))

    def menu_of(self) -> QMenu:
        """Make the menu of what an item can open."""
        menu = QMenu(self)
        for what, words in OPENS.items():
            menu.addAction(tr(words)).triggered.connect(lambda _checked=False, what=what: self._open(what))
        return menu

    def _say(self, left: str, over: str) -> None:
        for words, said in ((self.left, left), (self.over, over)):
            words.say(said)
            words.setVisible(bool(said))
        self.setVisible(bool(left or over))

    def _tick(self) -> None:
        if self.page.isVisible() and self.page.desk.session is not None:
            self.look()

    def _count(self) -> None:
        now = self.page.desk.now()
        if self._item_id is not None:
            minutes = (now - self._since).total_seconds() / 60
            self._spent[self._item_id] = self._spent.get(self._item_id, 0.0) + max(0.0, minutes)
        self._since = now

    def _extend(self) -> None:
        item = self.page.item()
        if item is not None:
            self.page.do(item, AgendaItem.extend, MORE_MINUTES)

    def _park(self) -> None:
        item = self.page.item()
        if item is not None:
            self.page.park(item)

    def _open_menu(self) -> None:
        menu = self.menu_of()
        menu.popup(self.another.mapToGlobal(QPoint(0, self.another.height())))
        menu.setActiveAction(menu.actions()[0])

    def _open(self, what: str) -> None:
        self.page.keep_typed()
        item = self.page.item()
        if item is not None:
            self.page.do(self.page.activity, Agenda.open, item, what)
