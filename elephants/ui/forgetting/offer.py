"""What home says, calmly, when something has been kept long enough; it does nothing by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr


class Offer(QWidget):
    """One sentence and a way to look at them; away where there is nothing."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Words(tr("Some things have been kept long enough."), "quiet", parent=self)
        self.look = PlainButton(tr("Look at them"), "eye", parent=self)
        self.look.clicked.connect(self.wanted)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(8))
        lay.addWidget(self.words)
        lay.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()
