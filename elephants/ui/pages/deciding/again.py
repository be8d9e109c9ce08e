"""FRAME of a decision that is looked at again: what we decided then, what the no knew, and whether it came true."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.sessions.again import update_of
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.terms import WORRY_ANSWERS
from elephants.ui.pages.base import Page
from elephants.ui.pages.since.answer import mark_chosen
from elephants.ui.pages.since.knew import WhatTheNoKnew
from elephants.ui.parts.buttons import Button, PlainButton
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import day_words, tr


class LookingAgain(QWidget):
    """Asks whether the worry came true: about the decision, never about a person. Hidden where nothing comes back."""

    def __init__(self, page: Page[Deciding], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = page
        self.before = Words("", "strong", parent=self)
        self.knew = WhatTheNoKnew(self)
        self.ask = Words(tr("Did the worry come true?"), "label", parent=self)
        self.worries: dict[str, Button] = {}
        for worry, words in WORRY_ANSWERS.items():
            self.worries[worry] = PlainButton(tr(words), parent=self)
            self.worries[worry].clicked.connect(lambda _checked=False, worry=worry: self._answer(worry))
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, px(8))
        lay.setSpacing(px(4))
        for part in (self.before, self.knew, self.ask, Flow(*self.worries.values(), parent=self)):
            lay.addWidget(part)

    def refresh(self, deciding: Deciding) -> None:
        """Tell of the earlier decision, where there is one, and mark what the room said of the worry."""
        old = deciding.again
        self.setVisible(old is not None)
        self.knew.tell(old)
        if old is not None:
            day, title = day_words(old.session.date), old.title or old.question
            self.before.say(tr("We look at this again. On {day} we decided: {title}", day=day, title=title))
            update = update_of(deciding.session, old)
            mark_chosen(self.worries, update.worry if update is not None else "")

    def _answer(self, worry: str) -> None:
        self.page.do(self.page.activity, Deciding.worry_came, worry)
