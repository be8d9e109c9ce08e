"""One thing to talk about as it is asked for: its words, what it is for, how open it is, how many minutes."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.sessions.agenda.agenda import USUAL_MINUTES, AgendaItem
from elephants.sessions.terms import OPENNESS, PURPOSES
from elephants.sessions.text import LIMITS
from elephants.ui.pages.agenda.words import minutes_words
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.buttons import QuietButton
from elephants.ui.parts.choice import choice
from elephants.ui.parts.counter import Counter
from elephants.ui.parts.flow import Flow
from elephants.ui.style import px
from elephants.words import tr

LEAST_MINUTES, MOST_MINUTES, STEP = 1, 240, 5
USUAL_PURPOSE = "think"


class ItemForm(QWidget):
    """Asks for an item; `asked` tells of Enter or the button. What was typed stays until `accept()`.

    Minutes go in steps of five, down to one. Openness is asked for only where the item is there to decide.
    """

    asked = Signal()
    left = Signal()

    def __init__(self, button: str, *, may_leave: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = AddField(tr("What do you want to talk about?"), button, limit=LIMITS["title"], parent=self)
        self.purpose = choice(tr("What is it for?"), PURPOSES, self)
        self.openness = choice(tr("How open is it?"), OPENNESS, self)
        self.minutes = Counter(tr("Minutes"), minutes_words, least=LEAST_MINUTES, most=MOST_MINUTES, parent=self)
        self.leave = QuietButton(tr("Leave it as it is"), "x", tr("Escape"), parent=self)
        self.leave.setVisible(may_leave)
        self._may_leave = may_leave
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(8))
        lay.addWidget(self.field)
        lay.addWidget(Flow(self.purpose, self.openness, self.minutes, self.leave, parent=self))
        self.setFocusProxy(self.field)
        stops = (self.field.field, self.purpose, self.openness, self.minutes, self.field.button, self.leave)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        self.field.added.connect(self.asked)
        self.leave.clicked.connect(self.left)
        self.purpose.currentIndexChanged.connect(self._ask_how_open)
        self.minutes.asked.connect(self._step)
        self._begin()

    def title(self) -> str:
        """Give the words typed."""
        return self.field.text().strip()

    def kind(self) -> tuple[str, str | None, int]:
        """Give purpose, openness (None where there is nothing to decide) and minutes."""
        purpose = str(self.purpose.currentData())
        return purpose, str(self.openness.currentData()) if purpose == "decide" else None, self.minutes.number()

    def put(self, item: AgendaItem) -> None:
        """Put an item that is there already into the form, to be changed."""
        self._choose(item.purpose, item.openness or "wide", item.minutes)
        self.field.put(item.title)

    def accept(self) -> None:
        """Empty the form: the item is kept now."""
        self.field.accept()
        self._begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        choosing = self.focusWidget() in (self.purpose, self.openness, self.minutes)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and choosing:
            self.field.button.click()
        elif event.key() == Qt.Key.Key_Escape and self._may_leave:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _begin(self) -> None:
        self._choose(USUAL_PURPOSE, "wide", USUAL_MINUTES)
        self._ask_how_open()

    def _choose(self, purpose: str, openness: str, minutes: int) -> None:
        self.purpose.setCurrentIndex(self.purpose.findData(purpose))
        self.openness.setCurrentIndex(self.openness.findData(openness))
        self.minutes.show_number(minutes)

    def _ask_how_open(self) -> None:
        self.openness.setVisible(self.purpose.currentData() == "decide")

    def _step(self, wanted: int) -> None:
        now = self.minutes.number()
        stepped = (now // STEP + 1) * STEP if wanted > now else (now - 1) // STEP * STEP
        self.minutes.show_number(max(LEAST_MINUTES, min(stepped, MOST_MINUTES)))
