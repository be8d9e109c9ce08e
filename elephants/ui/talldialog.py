"""A question with more to read: as tall as its words need, and where all is large the middle scrolls."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from elephants.ui.parts.dialogs import Question
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.words import Words
from elephants.ui.style import px


class TallQuestion(Question):
    """Put parts into `body.lay`, between the title and the buttons; call `grow` when they say more."""

    def __init__(self, title: str, words: str, do: str, leave: str, parent: QWidget | None = None) -> None:
        super().__init__(title, "", do, leave, parent)
        self.body = Scrolled(self)
        self.body.lay.setSpacing(px(12))
        self.body.lay.addWidget(Words(words))
        self.lay.insertWidget(1, self.body, 1)
        self.setMinimumWidth(px(520))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.grow()

    def grow(self) -> None:
        """Be as tall as all of it needs, as far as the screen goes."""
        self.body.lay.activate()
        self.lay.activate()
        wide = self.width() - px(56)
        rest = self.lay.totalHeightForWidth(self.width()) - self.body.sizeHint().height()
        needed = self.body.lay.minimumHeightForWidth(wide) + rest
        self.resize(self.width(), min(needed, self.screen().availableGeometry().height() - px(40)))
