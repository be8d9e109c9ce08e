"""Tells the story of a quarter from the history: a menu of the quarters in which the space met, and a file for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QFileDialog, QMenu

from elephants.sessions.text import Refused
from elephants.telling import tell
from elephants.words import months_words, tr

if TYPE_CHECKING:
    from elephants.store.store import Store
    from elephants.ui.history.page import HistoryPage

MOST = 8
"""How many quarters that are over can be chosen from; earlier ones by `elephants story`."""


class Quarters(QObject):
    """Opens the menu when the page wants a story; `store` and `space` give what it is to be told of."""

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
        quarters = self.page.quarters()
        for since, until in [one for one in quarters if one[1] < self.page.today][:MOST]:
            self._add(menu, months_words(since, until), since, until)
        for since, until in quarters:
            if since <= self.page.today <= until:
                menu.addSeparator()
                self._add(menu, tr("{months}, so far", months=months_words(since, until)), since, until)
        return menu

    def _add(self, menu: QMenu, words: str, since: date, until: date) -> None:
        menu.addAction(words).triggered.connect(lambda _checked=False: self.tell(since, until))

    def tell(self, since: date, until: date) -> None:
        """Ask where to, and write the story of this time."""
        space = self._space()
        name = tr("{space}, our story, {months}.pdf", space=space, months=months_words(since, until))
        chosen, _ = QFileDialog.getSaveFileName(
            self.page.window(), tr("Save the story"), str(Path.home() / name.replace("/", "-")),
            tr("PDF file (*.pdf);;Web page (*.html);;Markdown (*.md)"),
        )  # fmt: skip
        if chosen:
            try:
                said = tell(self._store(), space, since, until, Path(chosen))
            except Refused as refusal:
                said = [str(refusal)]
            self.page.note.say(" ".join(said))
