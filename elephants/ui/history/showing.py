"""Shows the history and its decisions in the facilitator's window, one page at a time, and comes back to home."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from elephants.sessions.text import Refused
from elephants.sessions.themes import drop_theme, put_theme
from elephants.store.past import read_decision
from elephants.telling import last_quarter, tell
from elephants.ui.history.decision import DecisionPage
from elephants.ui.history.page import HistoryPage
from elephants.ui.parts.dialogs import ask_words
from elephants.words import months_words, tr

if TYPE_CHECKING:
    from elephants.desk import Desk
    from elephants.sessions.decision import Decision
    from elephants.sessions.space import Space
    from elephants.ui.window import Window


class Showing(QObject):
    """Puts the pages of the history into the window; `left` tells that home is wanted, `session_wanted` a session."""

    left = Signal()
    session_wanted = Signal(int)

    def __init__(self, window: Window, desk: Callable[[], Desk], space_id: int | None, today: date) -> None:
        super().__init__(window)
        self.window, self._desk, self.space_id = window, desk, space_id
        self.page = HistoryPage(lambda: desk().store, space_id, today, window)
        self.decision: DecisionPage | None = None
        self.page.left.connect(self.leave)
        self.page.decision_wanted.connect(self.show_decision)
        self.page.session_wanted.connect(self._open)
        self.page.story_wanted.connect(self.tell_quarter)
        window.show_page(self.page)

    def leave(self) -> None:
        """Go home; nothing of what was looked for is kept."""
        self._away()
        self.left.emit()
        self.window.stack.removeWidget(self.page)
        self.page.deleteLater()
        self.deleteLater()

    def show_decision(self, number: int) -> None:
        """Show the story of a decision in the place of the list, or of another decision."""
        decision = read_decision(self._desk().store, number)
        if decision is None:
            self.page.note.say(tr("This decision is not there any more."))
            self.back()
            return
        shown = self.decision
        page = DecisionPage(decision, self.page.today, may_change=self._desk().store.writing, parent=self.window)
        page.left.connect(self.back)
        page.session_wanted.connect(self._open)
        page.decision_wanted.connect(self.show_decision)
        page.theme_wanted.connect(lambda: self._put_theme(decision))
        page.theme_gone.connect(lambda name: self._drop_theme(decision, name))
        self.decision = page
        self.window.show_page(page)
        if shown is not None:
            self._drop(shown)

    def back(self) -> None:
        """Go back to the list, where it stood."""
        self.window.show_page(self.page)
        self._away()
        self.page.hits.setFocus()

    def tell_quarter(self) -> None:
        """Ask where to, and write the story of the last quarter that is over."""
        space = next((one for one in self._desk().home.spaces if one.id == self._space_id), None)
        if space is None:
            self.page.note.say(tr("Choose a space first: each has a story of its own."))
            return
        since, until = last_quarter(self.page.today)
        name = tr("{space}, our story, {months}.pdf", space=space.name, months=months_words(since, until))
        chosen, _ = QFileDialog.getSaveFileName(
            self.window, tr("Save the story"), str(Path.home() / name),
            tr("PDF file (*.pdf);;Web page (*.html);;Markdown (*.md)"),
        )  # fmt: skip
        if chosen:
            try:
                said = tell(self._desk().store, space.name, since, until, Path(chosen))
            except Refused as refusal:
                said = [str(refusal)]
            self.page.note.say(" ".join(said))

    # -- within ------------------------------------------------------------------------------------------------

    @property
    def _space_id(self) -> int | None:
        return self.page.filters.space_id or self.space_id

    def _open(self, session_id: int) -> None:
        self.leave()
        self.session_wanted.emit(session_id)

    def _put_theme(self, decision: Decision) -> None:
        """Ask for a theme until it is taken or left; those that the space has already are said."""
        text, why = "", tr("A word or two, to find it again beside others of its kind, such as food.")
        while text := ask_words(self.window, tr("A theme"), why, tr("Put it on"), text):
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

    def _away(self) -> None:
        if self.decision is not None:
            self._drop(self.decision)
            self.decision = None

    def _drop(self, page: DecisionPage) -> None:
        self.window.stack.removeWidget(page)
        page.deleteLater()
