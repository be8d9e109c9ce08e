"""The calm moment after a choice: what most of us chose, and nothing else yet (METHOD.md, CHOOSE)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from elephants.pictures.cutpaper import option_picture
from elephants.pictures.library import choose_apart
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import NUMBERS, Reveal, counts
from elephants.sessions.decision import Decision
from elephants.ui.pages.deciding.step import StepPart
from elephants.ui.parts.paint import picture_pixmap
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.deciding.deciding import DecidingPage

SIDE = 150


class RevealStep(StepPart):
    """Shows what the room sees now; the words are the same for 8 to 6, 13 to 1 and 14 to 0."""

    def __init__(self, page: DecidingPage) -> None:
        super().__init__(page)
        self.face = QLabel(self)
        self.letter = Words("", "title", wrap=False, parent=self)
        self.chosen = Words("", "big", parent=self)
        self.others = Words("", parent=self)
        self.numbers = Words("", "quiet", parent=self)
        words = QVBoxLayout()
        words.setSpacing(px(6))
        words.addStretch(1)
        words.addWidget(Words(tr("Most of us chose"), "heading", parent=self))
        named = QHBoxLayout()
        named.setSpacing(px(16))
        named.addWidget(self.letter)
        named.addWidget(self.chosen, 1)
        words.addLayout(named)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(px(28))
        row.addWidget(self.face)
        row.addLayout(words, 1)
        self.lay.addSpacing(px(16))
        self.lay.addLayout(row)
        self.lay.addSpacing(px(20))
        self.lay.addWidget(self.others)
        self.lay.addWidget(self.numbers)
        self.lay.addStretch(1)

    def refresh(self, deciding: Deciding) -> None:
        poll = deciding.poll
        texts = [option.text for option in poll.options]
        at = texts.index(poll.chosen)
        picture, side = choose_apart(texts)[at], px(SIDE)
        self.face.setPixmap(picture_pixmap(option_picture(picture), side, side, self.devicePixelRatioF()))
        self.letter.say(poll.options[at].letter)
        self.chosen.say(poll.chosen)
        self.others.say("\n".join(self._beside(poll)))
        self.numbers.say(tr("No numbers here, so that nobody is singled out."))
        self.numbers.setVisible(poll.totals is None)

    def _beside(self, poll: Decision) -> list[str]:
        """The totals where they were settled on; else the options that were not chosen, all alike."""
        if poll.form == NUMBERS and poll.totals is not None:
            return counts([option.text for option in poll.options], poll.totals)
        others = [option for option in poll.options if option.text != poll.chosen]
        return [*(tr("{letter}: {option}", letter=one.letter, option=one.text) for one in others), tr("I'm not sure")]

    def onward(self, deciding: Deciding) -> str:
        del deciding
        return tr("Ask what people need")

    def go_on(self, deciding: Deciding) -> None:
        moment = self.page.desk.moment(deciding)
        if isinstance(moment, Reveal):
            self.page.do(moment, Reveal.ask)
