"""The field where the room's words are typed: Enter adds, nothing typed is ever lost."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.dressed import Dressed
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr, trn

_NEAR = 40
_WIDE = 700
"""How wide it has to be, at 100 %, for two more parts to stand beside the field; else they go below it."""


class AddField(Dressed):
    """One line and a button. `added(str)` tells of Enter or the button; the words stay until `accept()`.

    What was refused is said beneath by `say(sentence)`. The limit is in characters; more is left to be said in two
    lines: the field takes it, says how much is too much and does not add it.
    """

    added = Signal(str)

    def __init__(self, prompt: str, button: str, *, limit: int = 300, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit = limit
        self._beside: list[QWidget] = []
        self.field = QLineEdit(self)
        self.field.setProperty("role", "line")
        self.field.setPlaceholderText(prompt)
        self.field.setAccessibleName(prompt)
        self.button = PlainButton(button, "plus", tr("Enter"), parent=self)
        self.told = Words("", "told", parent=self)
        self.told.hide()
        self._row = QHBoxLayout()
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self.button)
        self._lay = QVBoxLayout(self)
        self._lay.setContentsMargins(0, 0, 0, 0)
        self._lay.addLayout(self._row)
        self._below = QHBoxLayout()
        self._below.addStretch(1)
        self._lay.addLayout(self._below)
        self._lay.addWidget(self.told)
        self.setFocusProxy(self.field)
        self.field.returnPressed.connect(self._ask)
        self.button.clicked.connect(self._ask)
        self.field.textChanged.connect(self._changed)
        self.redress()

    def text(self) -> str:
        """Give what stands in the field."""
        return self.field.text()

    def put(self, words: str) -> None:
        """Put words into the field, to be changed or added; what stood there must have been accepted."""
        self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_for(self, prompt: str, button: str) -> None:
        """Change what is asked for; what is typed stays."""
        if prompt != self.field.placeholderText():
            self.field.setPlaceholderText(prompt)
            self.field.setAccessibleName(prompt)
        self.button.say(button)

    def beside(self, widget: QWidget) -> None:
        """Put one more widget at the end of the row, such as *Paper slips*; two go below where it is narrow."""
        self._row.addWidget(widget)
        self._beside.append(widget)
        self.redress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        to = self._below if len(self._beside) > 1 and self.width() < px(_WIDE) else self._row
        for widget in self._beside:
            if to.indexOf(widget) < 0:
                (self._row if to is self._below else self._below).removeWidget(widget)
                to.insertWidget(to.count() - (to is self._below), widget)

    def accept(self) -> None:
        """Empty the field: its words are kept elsewhere now."""
        self.field.setText("")  # unlike clear() this forgets what was typed: undo must not bring a struck line back
        self.say("")

    def say(self, sentence: str) -> None:
        """Say beneath the field what happened; an empty sentence takes it away."""
        self.told.say(sentence)
        self.told.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)

    def redress(self) -> None:
        self._row.setSpacing(px(8))
        self._below.setSpacing(px(8))
        self._lay.setSpacing(px(6))
        for widget in (self.button, *self._beside):
            widget.setFixedHeight(px(52))
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirror else Qt.AlignmentFlag.AlignLeft
        self.field.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def _ask(self) -> None:
        words = self.field.text().strip()
        if words and len(words) <= self._limit:
            self.added.emit(words)
        if self.field.isVisible():  # what was added may have turned the page
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, words: str) -> None:
        left = self._limit - len(words.strip())
        if left < 0:
            over = trn("{n} letter too many. Make it shorter, or say it in two lines.",
                       "{n} letters too many. Make it shorter, or say it in two lines.", -left)  # fmt: skip
            self.say(over)
        elif left <= min(_NEAR, self._limit // 3):
            self.say(trn("{n} letter left", "{n} letters left", left))
        else:
            self.say("")
