"""The time on the console: a clock as on a wall, what is left, what the run sheet still asks for; it never shouts."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QProgressBar, QVBoxLayout, QWidget

from elephants.sessions.activity import RUNNING
from elephants.sessions.session import Session
from elephants.sessions.timeleft import gone, left_words, sheet_words
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import clock_words, tr

WIDE = 500
"""How wide it has to be, at 100 %, for all of it to stand on one line."""
PARTS = 200
"""How fine the bar is; a session of nine hours moves it every few minutes."""


class ClockFace(QWidget):
    """Tells the time in plain words and by a quiet bar: no colour of alarm, nothing that moves by itself.

    Past the end the bar is full and the words say so. The room never sees any of it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clock = Words("", "strong", wrap=False, parent=self)
        self.left = Words("", "quiet", parent=self)
        self.sheet = Words("", "label", parent=self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, PARTS)
        self.bar.setAccessibleName(tr("Time left"))
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.addWidget(self.clock)
        self._row.addWidget(self.left, 1)
        self._row.addWidget(self.sheet, 1)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(px(12), 0, px(12), 0)
        lay.setSpacing(px(4))
        lay.addWidget(self.bar)
        lay.addLayout(self._row)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Say all of it on one line, where the run sheet has the whole window: its lines need the height."""
        wide = self.width() >= px(WIDE)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(px(16) if wide else px(4))

    def tell(self, session: Session, now: datetime) -> None:
        """Show the time of now; the same minute again does nothing."""
        self.clock.say(clock_words(now.time()))
        for words, said in ((self.left, left_words(session, now)), (self.sheet, sheet_words(session))):
            words.say(said)
            words.setVisible(bool(said))
        self.bar.setVisible(session.state == RUNNING)
        self.bar.setValue(round(gone(session, now) * PARTS))
        self.bar.setAccessibleDescription(self.left.text())
