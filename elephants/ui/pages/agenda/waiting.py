"""How many decisions wait to be looked at again at a later session, and one of them for today's agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.sessions.again import waiting, waiting_words
from elephants.sessions.agenda.agenda import Agenda
from elephants.ui.parts.buttons import QuietButton
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.words import Words
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.agenda.agenda import AgendaPage


class WaitingAgain(QWidget):
    """Says it plainly where more is due than one agenda takes; nothing is seen where all of it fits."""

    def __init__(self, page: AgendaPage) -> None:
        super().__init__(page)
        self.page = page
        self.told = Words("", "quiet", parent=self)
        self.one = QuietButton(tr("Put the oldest of them on the agenda too"), "plus", parent=self)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.addWidget(self.told)
        lay.addWidget(Flow(self.one, parent=self))
        self.one.clicked.connect(self._put_one)

    def refresh(self) -> None:
        """Say how many wait now."""
        words = waiting_words(self.page.session)
        where = tr("You see all of them in the history, under What is due.")
        self.told.say(f"{words} {where}" if words else "")
        self.setVisible(bool(words))

    def _put_one(self) -> None:
        for decision in waiting(self.page.session)[:1]:
            self.page.do(self.page.activity, Agenda.look_again, decision)
