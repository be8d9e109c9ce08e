"""Paper slips join the box on the laptop: counted in a dialog at the end, three or more, all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from elephants.sessions.deciding.ballot import Ballot
from elephants.sessions.deciding.result import LETTERS, MOST_HANDS
from elephants.ui.parts.counter import Counter
from elephants.ui.parts.dialogs import Question
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.deciding.deciding import DecidingPage


class SlipsDialog(Question):
    """Asks how many slips there are for each option; what the box refuses is said, and nothing typed is lost."""

    def __init__(self, page: DecidingPage, ballot: Ballot, parent: QWidget) -> None:
        super().__init__(
            tr("Paper slips join the box"),
            tr("When everybody has had the laptop: shake the slips, open them, and count them here, three or more. "
               "One alone could be recognised."),
            tr("Put them in the box"), tr("Not yet"), parent,
        )  # fmt: skip
        self.page, self.ballot = page, ballot
        self.told = Words("", "told", parent=self)
        self.counters: list[Counter] = []
        body = QWidget(self)
        rows = QGridLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setColumnStretch(0, 1)
        options = page.activity.poll.options
        named = [tr("{letter}: {option}", letter=LETTERS[at], option=one.text) for at, one in enumerate(options)]
        for at, name in enumerate((*named, tr("I'm not sure"), tr("Empty: I pass"))):
            self._add(rows, at, name, body)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        scroll.setMinimumHeight(min(body.sizeHint().height(), px(300)))
        self.lay.insertWidget(2, scroll, 1)
        self.lay.insertWidget(3, self.told)
        self.counters[0].setFocus()

    def ask(self) -> None:
        """Ask until they are in the box or somebody leaves it."""
        while self.exec():
            *slips, empty = (one.number() for one in self.counters)
            refused = self.page.tried(self.ballot, Ballot.join, slips, empty)
            if not refused:
                break
            self.told.say(refused)
        self.deleteLater()

    def _add(self, rows: QGridLayout, at: int, name: str, body: QWidget) -> None:
        counter = Counter(name, self._say, most=MOST_HANDS, big=True, parent=body)
        counter.asked.connect(counter.show_number)
        rows.addWidget(Words(name, parent=body), at, 0)
        rows.addWidget(counter, at, 1)
        self.counters.append(counter)

    def _say(self, slips: int) -> str:
        return "•" if self.page.covered else str(slips)
