"""Where more is due than a room can answer in an evening: how much there is, a portion of it at a time, and enough."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.sessions.since import EVENING
from elephants.ui.parts.buttons import PlainButton, QuietButton
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.words import Words
from elephants.words import tr

PORTION = 40
"""So many lines are listed at once."""


def portion(at: int, number: int) -> range:
    """Give the places that are listed while the room is at one of so many."""
    first = at - at % PORTION
    return range(first, min(first + PORTION, number))


class Many(QWidget):
    """Says that nobody has to answer all of it today; nothing of this is seen where it fits into an evening.

    `wanted(place)` asks for the first line of another portion, `enough` for the rest to be left for next time. `told`
    is a line of words that stands elsewhere on the page.
    """

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = range(0)
        self.told = Words("", "quiet", parent=parent)
        self.enough = PlainButton(tr("Enough for today"), "arrow-right", parent=self)
        self.before = QuietButton("", "caret-up", parent=self)
        self.after = QuietButton("", "caret-down", parent=self)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.addWidget(Flow(self.enough, self.before, self.after, parent=self))
        self.before.clicked.connect(lambda: self.wanted.emit(self._part.start - PORTION))
        self.after.clicked.connect(lambda: self.wanted.emit(self._part.stop))

    def tell(self, number: int, at: int, *, may_stop: bool) -> None:
        """Tell how many things are due, and offer the portions before and after the one the room is in."""
        part = self._part = portion(at, number)
        many = number > EVENING
        for one in (self, self.told):
            one.setVisible(many)
        self.told.say(
            tr("{n} things wait here. Answer as many as you have time for. The rest waits for next time.", n=number)
        )
        self.enough.setVisible(may_stop)
        self.before.say(tr("Numbers {first} to {last}", first=part.start - PORTION + 1, last=part.start))
        self.before.setVisible(part.start > 0)
        last = min(part.stop + PORTION, number)
        self.after.say(tr("Numbers {first} to {last}", first=part.stop + 1, last=last))
        self.after.setVisible(part.stop < number)
