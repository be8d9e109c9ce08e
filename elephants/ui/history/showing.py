"""Shows the history and its decisions in the facilitator's window, one page at a time, and comes back to home."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from elephants.sessions.text import Refused
from elephants.sessions.themes import drop_theme, put_theme
from elephants.store.history import History
from elephants.store.past import read_decision, read_paper
from elephants.ui.history.decision import DecisionPage
from elephants.ui.history.page import HistoryPage
from elephants.ui.history.quarters import Quarters
from elephants.ui.history.reading import Reading
from elephants.ui.history.themes import ask_theme
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.desk import Desk
    from elephants.sessions.decision import Decision
    from elephants.sessions.space import Space
    from elephants.store.search import Hit
    from elephants.ui.window import Window


class Showing(QObject):
    """Puts the pages of the history into the window; `left` tells that home is wanted, `session_wanted` a session."""

    left = Signal()
    session_wanted = Signal(int)

    def __init__(self, window: Window, desk: Callable[[], Desk], space_id: int | None, today: date) -> None:
        super().__init__(window)
        self.window, self._desk, self.space_id = window, desk, space_id
        self.page = HistoryPage(lambda: desk().store, space_id, today, window)
        self.decision: DecisionPage | Reading | None = None
        self._gone = False
        self.quarters = Quarters(self.page, lambda: desk().store, self._space_name)
        self.page.left.connect(self.leave)
        self.page.decision_wanted.connect(self.show_decision)
        self.page.line_wanted.connect(self.show_line)
        window.show_page(self.page)
        window.stack.currentChanged.connect(self._passed)

    def leave(self) -> None:
        """Go home; nothing of what was looked for is kept."""
        self.left.emit()
        self._put_away()

    def show_decision(self, number: int) -> None:
        """Show the story of a decision in the place of the list, or of another decision."""
        decision = read_decision(self._desk().store, number)
        if decision is None:
            self.page.note.say(tr("This decision is not there any more."))
            self.back()
            return
        page = DecisionPage(decision, self.page.today, may_change=self._desk().store.writing, parent=self.window)
        page.left.connect(self.back)
        page.session_wanted.connect(self._open)
        page.decision_wanted.connect(self.show_decision)
        page.theme_wanted.connect(lambda: self._put_theme(decision))
        page.theme_gone.connect(lambda name: self._drop_theme(decision, name))
        self._show(page)

    def show_line(self, hit: Hit) -> None:
        """Show a line of no decision: an old paper around it, or its own words, with the way to its session."""
        paper = read_paper(self._desk().store, hit.id) if hit.brought else None
        space = next((one.name for one in self._desk().home.spaces if one.id == hit.space_id), "")
        page = Reading(hit, space, paper, self.window)
        page.left.connect(self.back)
        page.session_wanted.connect(self._open)
        self._show(page)

    def back(self) -> None:
        """Go back to the list, where it stood."""
        self.window.show_page(self.page)
        self._away()
        self.page.land()

    # -- within ------------------------------------------------------------------------------------------------

    def _space_name(self) -> str:
        """The space whose story is told: the one looked through, else the one that home shows."""
        number = self.page.filters.space_id or self.space_id
        return next((one.name for one in self._desk().home.spaces if one.id == number), "")

    def _show(self, page: DecisionPage | Reading) -> None:
        if not self._desk().store.writing:  # a session is opened to be held, never only to look
            page.session.hide()
            page.setFocusProxy(page.back)
        shown = self.decision
        self.decision = page
        self.window.show_page(page)
        if shown is not None:
            self._drop(shown)

    def _open(self, session_id: int) -> None:
        self.leave()
        self.session_wanted.emit(session_id)

    def _put_theme(self, decision: Decision) -> None:
        """Ask for a theme until it is taken or left; those that the space has already are said."""
        on = {one.theme.name for one in decision.themes}
        text, why = "", tr("A word or two, to find it again beside others of its kind, such as food.")
        with closing(History(self._desk().store)) as history:
            known = [name for name in history.themes(decision.space_id).values() if name not in on]
        while text := ask_theme(self.window, why, text, known):
            try:
                self._desk().change(self._space_of(decision), put_theme, decision.id, text)
            except Refused as refusal:
                why = str(refusal)
            else:
                self.show_decision(decision.id)
                return

    def _drop_theme(self, decision: Decision, name: str) -> None:
        try:
            self._desk().change(self._space_of(decision), drop_theme, decision.id, name)
        except Refused as refusal:
            self.page.note.say(str(refusal))
        self.show_decision(decision.id)

    def _space_of(self, decision: Decision) -> Space:
        return next(one for one in self._desk().home.spaces if one.id == decision.space_id)

    def _passed(self) -> None:
        """Put all away when another page came up: home, the lock, or the page of a session."""
        if self.window.stack.currentWidget() not in (self.page, self.decision):
            self._put_away()

    def _put_away(self) -> None:
        if not self._gone:
            self._gone = True
            self.window.stack.currentChanged.disconnect(self._passed)
            self._away()
            self._drop(self.page)
            self.deleteLater()

    def _away(self) -> None:
        if self.decision is not None:
            self._drop(self.decision)
            self.decision = None

    def _drop(self, page: QWidget) -> None:
        self.window.stack.removeWidget(page)
        page.deleteLater()
