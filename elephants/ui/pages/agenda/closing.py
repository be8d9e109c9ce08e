"""How an item closes: decided, talked through, carried over or let go; and the way to deciding together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.session import Session
from elephants.ui.pages.agenda.words import SIGNS, closed_words
from elephants.ui.parts.buttons import PlainButton, QuietButton
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.agenda.agenda import AgendaPage


class Closing(QWidget):
    """Equal buttons for the ways an item closes; a closed one says how, and can be opened again."""

    def __init__(self, page: AgendaPage) -> None:
        super().__init__(page)
        self.page = page
        self.decide = PlainButton(tr("Decide together"), "users-three", parent=self)
        self.short = PlainButton(tr("Decide, the short form"), "users", parent=self)
        self.go = PlainButton(tr("Go to the decision"), "arrow-right", parent=self)
        self.ask = Words(tr("How does this item close?"), "label", parent=self)
        self.decided = PlainButton(tr("Decided"), SIGNS["decided"], parent=self)
        self.talked = PlainButton(tr("Talked through"), SIGNS["talked"], parent=self)
        self.carry = PlainButton(tr("Carry over"), SIGNS["carried"], parent=self)
        self.let_go = PlainButton(tr("Let it go"), SIGNS["let go"], parent=self)
        self.ways = Flow(self.decided, self.talked, self.carry, self.let_go, parent=self)
        self.how = Words("", "heading", parent=self)
        self.next_time = Words(tr("It comes first next time, with its history."), "quiet", parent=self)
        self.again = QuietButton(tr("Open it again"), "arrow-u-up-left", parent=self)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(6))
        for part in (self.ask, self.ways, self.how, self.next_time, Flow(self.again, parent=self)):
            lay.addWidget(part)
        self._connect()

    def _connect(self) -> None:
        for button, how in (
            (self.decided, "decided"),
            (self.talked, "talked"),
            (self.carry, "carried"),
            (self.let_go, "let go"),
        ):
            button.clicked.connect(lambda _checked=False, how=how: self._close(how))
        self.again.clicked.connect(self._open_again)
        self.decide.clicked.connect(lambda: self.begin(short=False))
        self.short.clicked.connect(lambda: self.begin(short=True))
        self.go.clicked.connect(self.go_there)

    def refresh(self, item: AgendaItem) -> None:
        """Show the ways to close an open item, or how a closed one closed."""
        is_open, decision = item.closed is None, item.decision
        for part in (self.decide, self.short):
            part.setVisible(is_open and decision is None)
        self.go.setVisible(decision is not None)
        for asking in (self.ask, self.ways):
            asking.setVisible(is_open)
        self.decided.setVisible(decision is not None and decision.ending is not None)
        for telling in (self.how, self.again):
            telling.setVisible(not is_open)
        self.next_time.setVisible(item.closed == "carried")
        self.how.say(closed_words(item))

    def ask_how(self) -> None:
        """Put the focus on the first way to close, and ask."""
        self.page.said.emit(tr("How does this item close? Talked through, carried over or let go."))
        first = self.talked if self.decided.isHidden() else self.decided
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, *, short: bool) -> None:
        """Open deciding together for the item; the session goes there by itself."""
        self.page.keep_typed()
        item = self.page.item()
        if item is not None:
            self.page.do(self.page.activity, Agenda.decide, item, short=short)

    def go_there(self) -> None:
        """Go to the decision of the item in the run sheet."""
        self.page.keep_typed()
        item = self.page.item()
        decision = item.decision if item is not None else None
        found = next((one for one in self.page.session.activities if one.decision is not None and
                      one.decision is decision), None)  # fmt: skip
        if found is not None:
            self.page.do(self.page.session, Session.go, found)

    def _close(self, how: str) -> None:
        item = self.page.item()
        if item is not None and self.page.do(item, AgendaItem.close, how):
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_again(self) -> None:
        item = self.page.item()
        if item is not None and self.page.do(item, AgendaItem.reopen):
            self.talked.setFocus(Qt.FocusReason.OtherFocusReason)
