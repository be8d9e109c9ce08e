"""The papers of a space that look back: a menu of the quarters in which it met, and for who only looks what is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from elephants.keeping_told import kept_of
from elephants.sessions.text import Refused
from elephants.telling import story_of
from elephants.ui.parts.patience import with_patience
from elephants.words import day_words, months_words, tr

if TYPE_CHECKING:
    from elephants.paper.document import Document
    from elephants.store.store import Store
    from elephants.ui.history.page import HistoryPage

MOST = 8
"""How many quarters that are over can be chosen from; earlier ones by `elephants story`."""


class Quarters(QObject):
    """Opens the menu when the page wants a story; `store` and `space` give what it is to be told of.

    `composed(document, name)` hands a paper on to be shown, and what its file is called.
    """

    composed = Signal(object, str)

    def __init__(self, page: HistoryPage, store: Callable[[], Store], space: Callable[[], str]) -> None:
        super().__init__(page)
        self.page, self._store, self._space = page, store, space
        page.story_wanted.connect(self.open)

    def open(self) -> None:
        """Open the menu below the button; says so where the space never met."""
        if not self._space():
            self.page.note.say(tr("Choose a space first: each has a story of its own."))
            return
        menu = self.menu()
        if menu.isEmpty():
            self.page.note.say(tr("This space has not met yet, so there is no story to tell."))
            return
        button = self.page.story
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def menu(self) -> QMenu:
        """Make the menu: the last quarter that is over first, the one that runs now at the end."""
        menu = QMenu(self.page)
        menu.setStyleSheet("QMenu { menu-scrollable: 1; }")  # large letters on a low screen: no second column
        quarters, looks = self.page.quarters(), not self._store().writing
        title = tr("The story of {months}") if looks else "{months}"
        for since, until in [one for one in quarters if one[1] < self.page.today][:MOST]:
            self._add(menu, title.format(months=months_words(since, until)), since, until)
        for since, until in quarters:
            if since <= self.page.today <= until:
                menu.addSeparator()
                self._add(menu, tr("{months}, so far", months=title.format(months=months_words(since, until))), since,
                          until)  # fmt: skip
        if looks:
            menu.addSeparator()
            menu.addAction(tr("What is kept about us")).triggered.connect(self.tell_kept)
        return menu

    def _add(self, menu: QMenu, words: str, since: date, until: date) -> None:
        menu.addAction(words).triggered.connect(lambda _checked=False: self.tell(since, until))

    def tell(self, since: date, until: date) -> None:
        """Compose the story of this time."""
        store, space = self._store(), self._space()
        name = tr("{space}, our story, {months}", space=space, months=months_words(since, until))
        self._compose(lambda: story_of(store, space, since, until), name)

    def tell_kept(self) -> None:
        """Compose what is kept about the group, as it is today."""
        store, space, today = self._store(), self._space(), self.page.today
        name = tr("{space}, what is kept, {day}", space=space, day=day_words(today))
        self._compose(lambda: kept_of(store, space, today), name)

    def _compose(self, made: Callable[[], Document], name: str) -> None:
        try:
            document = with_patience(self.page, tr("Looking it up"), lambda _told: made())
        except Refused as refusal:
            self.page.note.say(str(refusal))
            return
        if document is not None:
            self.composed.emit(document, name.replace("/", "-"))
