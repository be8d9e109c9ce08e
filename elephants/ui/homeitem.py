"""What somebody wants to talk about next time: the words, what it is for, and for a decision how open it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.sessions.terms import OPENNESS, PURPOSES
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.buttons import QuietButton
from elephants.ui.parts.choice import choice
from elephants.ui.parts.flow import Flow
from elephants.ui.style import px
from elephants.words import tr

USUAL_PURPOSE = "think"
LONGEST = 120


class HomeItem(QWidget):
    """Asks for an item of the next agenda; `asked(title, purpose, openness)` tells of Enter or the button.

    Openness is None where there is nothing to decide. `slip_wanted` asks for a learning slip instead. What was typed
    stays until `accept()`.
    """

    asked = Signal(str, str, object)
    slip_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = AddField(
            tr("What do you want to talk about?"), tr("Add an item"), limit=LONGEST, parent=self
        )  # fmt: skip
        self.purpose = choice(tr("What is it for?"), PURPOSES, self)
        self.openness = choice(tr("How open is it?"), OPENNESS, self)
        self.slip = QuietButton(tr("Add a learning slip"), "note", parent=self)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(8))
        lay.addWidget(self.field)
        lay.addWidget(Flow(self.purpose, self.openness, self.slip, parent=self))
        self.setFocusProxy(self.field)
        self.field.added.connect(self._ask)
        self.slip.clicked.connect(self.slip_wanted)
        self.purpose.currentIndexChanged.connect(self._ask_how_open)
        self._begin()

    def accept(self) -> None:
        """Empty the form: the item is kept now."""
        self.field.accept()
        self._begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        choosing = self.focusWidget() in (self.purpose, self.openness)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and choosing:
            self.field.button.click()
        else:
            super().keyPressEvent(event)

    def _begin(self) -> None:
        self.purpose.setCurrentIndex(self.purpose.findData(USUAL_PURPOSE))
        self.openness.setCurrentIndex(0)
        self._ask_how_open()

    def _ask(self, title: str) -> None:
        purpose = str(self.purpose.currentData())
        self.asked.emit(title, purpose, str(self.openness.currentData()) if purpose == "decide" else None)

    def _ask_how_open(self) -> None:
        self.openness.setVisible(self.purpose.currentData() == "decide")
