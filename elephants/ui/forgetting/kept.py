"""What is kept, and forgetting: three ways to let something go, and the paper for the wall."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.sessions.forgetting.telling import rules
from elephants.ui.parts.buttons import Button, PlainButton
from elephants.ui.parts.dialogs import Question
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr


class WhatIsKept(Question):
    """Says how long everything is kept, and leads to each way of letting it go; `wanted` is what was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What is kept, and forgetting"), "", tr("Save the paper for the wall"), tr("Close"), parent)
        self.wanted: Callable[[], None] | None = None
        self.body = Scrolled(self)
        self.body.lay.setSpacing(px(10))
        self.body.lay.addWidget(Words("\n".join(rules())))
        self.person = self._way(
            tr("Forget a person's name"), tr("It goes wherever this app wrote it. Lines that hold it are shown first."),
            "users",
        )  # fmt: skip
        self.session = self._way(
            tr("Forget a session"), tr("Everything of it goes. What goes and what stays is shown first."), "calendar"
        )
        self.long = self._way(
            tr("What has been kept long enough"), tr("A list of what may go by now, and of what stays, until when."),
            "clock",
        )  # fmt: skip
        self.lay.insertWidget(1, self.body, 1)
        self.setMinimumWidth(px(560))
        self.do.setDefault(False)

    def choose(self, way: Callable[[], None]) -> None:
        """Choose a way, and close: it has a page of its own."""
        self.wanted = way
        self.accept()

    def _way(self, words: str, about: str, icon: str) -> Button:
        button = PlainButton(words, icon, parent=self)
        part = QVBoxLayout()
        part.setSpacing(px(4))
        part.addWidget(button)
        part.addWidget(Words(about, "quiet", parent=self))
        self.body.lay.addLayout(part)
        return button
