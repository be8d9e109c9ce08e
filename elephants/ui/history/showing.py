"""Shows the history and its decisions in the facilitator's window, one page at a time, and comes back to home."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from elephants.sessions.put_again import put_on_next_agenda
from elephants.sessions.text import Refused
from elephants.sessions.themes import drop_theme, put_theme
from elephants.store.history import History
from elephants.store.past import read_decision, read_paper
from elephants.ui.history.decision import DecisionPage
from elephants.ui.history.page import HistoryPage
from elephants.ui.history.paper import PaperPage
from elephants.ui.history.quarters import Quarters
from elephants.ui.history.reading import Reading
from elephants.ui.history.themes import ask_theme
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.desk import Desk
    from elephants.paper.document import Document
    from elephants.sessions.decision import Decision
    from elephants.sessions.space import Space
    from elephants.store.search import Hit
    from elephants.ui.history.sessionpapers import SessionPapers
    from elephants.ui.window import Window

    Over = DecisionPage | Reading | PaperPage | SessionPapers


class Showing(QObject):
    """Puts the pages of the history into the window; `left` tells that home is wanted, `session_wanted` a session.

    What is opened lies on what it was opened from, and *Back* leads there again. From a store that is open for reading
    only, a session is not opened but its papers are.
    """

    left = Signal()
    session_wanted = Signal(int)

    def __init__(self, window: Window, desk: Callable[[], Desk], space_id: int | None, today: date) -> None:
        super().__init__(window)
        self.window, self._desk, self.space_id = window, desk, space_id
        self.page = HistoryPage(lambda: desk().store, space_id, today, window)
        self._over: list[Over] = []
        self._gone = False
        self.quarters = Quarters(self.page, lambda: desk().store, self._space_name)
        self.page.left.connect(self.leave)
        self.page.decision_wanted.connect(self.show_decision)
        self.page.line_wanted.connect(self.show_line)
        self.quarters.composed.connect(self.show_paper)
        window.show_page(self.page)
        window.stack.currentChanged.connect(self._passed)

    def leave(self) -> None:
        """Go home; nothing of what was looked for is kept."""
        self.left.emit()
        self._put_away()

    def show_decision(self, number: int) -> None:
        """Show the story of a decision; the one it was opened from is gone back to."""
        if [one.decision.id for one in self._over[-2:-1] if isinstance(one, DecisionPage)] == [number]:
            self.back()
            return
        decision = read_decision(self._desk().store, number)
        if decision is None:
            self.page.note.say(tr("This decision is not there any more."))
            self.back()
            return
        here = self._over[-1] if self._over else None
        page = DecisionPage(decision, self.page.today, may_change=self._desk().store.writing, parent=self.window)
        page.session_wanted.connect(self._open)
        page.decision_wanted.connect(self.show_decision)
        page.theme_wanted.connect(lambda: self._put_theme(decision))
        page.theme_gone.connect(lambda name: self._drop_theme(decision, name))
        page.agenda_wanted.connect(lambda: self._put_on_agenda(decision))
        self._tell_papers(page)
        self._show(page, instead=isinstance(here, DecisionPage) and here.decision.id == number)

    def show_line(self, hit: Hit) -> None:
        """Show a line of no decision: an old paper around it, or its own words, with the way to its session."""
        paper = read_paper(self._desk().store, hit.id) if hit.brought else None
        space = next((one.name for one in self._desk().home.spaces if one.id == hit.space_id), "")
        page = Reading(hit, space, paper, self.window)
        page.session_wanted.connect(self._open)
        self._tell_papers(page)
        self._show(page)

    def show_paper(self, document: Document, name: str) -> None:
        """Show a paper that looks back: to read, to save and to print."""
        page = PaperPage(document, name, self.window)
        self._show(page)
        page.take("pdf")

    def back(self) -> None:
        """Go back to where this was opened from: the list where it stood, or another page."""
        gone = self._over.pop() if self._over else None
        under: QWidget = self._over[-1] if self._over else self.page
        had = under.focusWidget()
        self.window.show_page(under)
        if under is self.page:
            self.page.land()
        elif had is not None:
            had.setFocus(Qt.FocusReason.OtherFocusReason)
        if gone is not None:
            self._drop(gone)
        if self._desk().session is not None and not self._desk().store.writing:
            self._desk().leave()  # it was opened for its papers

    # -- within ------------------------------------------------------------------------------------------------

    def _space_name(self) -> str:
        """The space whose story is told: the one looked through, else the one that home shows."""
        number = self.page.filters.space_id or self.space_id
        return next((one.name for one in self._desk().home.spaces if one.id == number), "")

    def _tell_papers(self, page: DecisionPage | Reading) -> None:
        if not self._desk().store.writing:  # a session is opened to be held, never only to look
            page.session.say(tr("Papers of this session"), "file-pdf")

    def _show(self, page: Over, *, instead: bool = False) -> None:
        gone = self._over.pop() if instead else None
        page.left.connect(self.back)
        self._over.append(page)
        self.window.show_page(page)
        if gone is not None:
            self._drop(gone)

    def _open(self, session_id: int) -> None:
        if self._desk().store.writing:
            self.leave()
            self.session_wanted.emit(session_id)
            return
        from elephants.ui.history.sessionpapers import SessionPapers

        try:
            self._desk().open(session_id)
        except Refused as refusal:
            self.page.note.say(str(refusal))
            self.back()
            return
        self._show(SessionPapers(self._desk(), self.window))

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

    def _put_on_agenda(self, decision: Decision) -> None:
        """Put it on the next agenda by hand; the page then says so."""
        said = tr("It is on the next agenda.")
        try:
            self._desk().change(self._space_of(decision), put_on_next_agenda, decision.id)
        except Refused as refusal:
            said = str(refusal)
        self.show_decision(decision.id)
        here = self._over[-1] if self._over else None
        if isinstance(here, DecisionPage):
            here.note.say(said)

    def _space_of(self, decision: Decision) -> Space:
        return next(one for one in self._desk().home.spaces if one.id == decision.space_id)

    def _passed(self) -> None:
        """Put all away when another page came up: home, the lock, or the page of a session."""
        if self.window.stack.currentWidget() not in (self.page, *self._over):
            self._put_away()

    def _put_away(self) -> None:
        if not self._gone:
            self._gone = True
            self.window.stack.currentChanged.disconnect(self._passed)
            for page in (*self._over, self.page):
                self._drop(page)
            self._over.clear()
            self.deleteLater()

    def _drop(self, page: QWidget) -> None:
        self.window.stack.removeWidget(page)
        page.deleteLater()
