"""How the room chooses and how the result is written down, settled before CHOOSE opens (METHOD.md, CHOOSE)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import NUMBERS, WORDS
from elephants.sessions.deciding.ways import KINDS, Way, too_few
from elephants.ui.parts.choice import choice
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import mark, tr

if TYPE_CHECKING:
    from elephants.ui.pages.deciding.deciding import DecidingPage

FORMS = {WORDS: mark("In words"), NUMBERS: mark("In numbers")}


class WayPart(QWidget):
    """Picks one of the four ways, and words or numbers; below stands who can learn what, or what was refused."""

    def __init__(self, page: DecidingPage, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = page
        self.way = choice(tr("How we choose"), {way.value: kind.name for way, kind in KINDS.items()}, self)
        for at, kind in enumerate(KINDS.values()):
            self.way.setItemData(at, tr(kind.about), Qt.ItemDataRole.ToolTipRole)
        self.form = choice(tr("How the result is written down"), FORMS, self)
        self.learns = Words("", "quiet", parent=self)
        self.refused = Words("", "told", parent=self)
        lay = QGridLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setHorizontalSpacing(px(12))
        lay.setVerticalSpacing(px(4))
        lay.addWidget(Words(tr("How we choose"), "label", parent=self), 0, 0)
        lay.addWidget(Words(tr("How the result is written down"), "label", parent=self), 0, 1)
        lay.addWidget(self.way, 1, 0)
        lay.addWidget(self.form, 1, 1)
        lay.addWidget(self.refused, 2, 0, 1, 2)
        lay.addWidget(self.learns, 3, 0, 1, 2)
        lay.setColumnStretch(0, 3)
        lay.setColumnStretch(1, 2)
        self.way.activated.connect(self._choose)
        self.form.activated.connect(self._write)

    def refresh(self, deciding: Deciding) -> None:
        """Show the way and the form as they are; where too few are here for the way, say so and what else there is."""
        self.way.setCurrentIndex(self.way.findData(deciding.way.value))
        self.way.setToolTip(tr(KINDS[deciding.way].about))
        self.form.setCurrentIndex(self.form.findData(deciding.poll.form))
        self.learns.say(deciding.who_learns())
        self._say(too_few(self.page.session.here or 0) if deciding.way is Way.BALLOT else "")

    def _say(self, refusal: str) -> None:
        self.refused.say(refusal)
        self.refused.setVisible(bool(refusal))
        self.way.setAccessibleDescription(refusal or self.learns.text())

    def _choose(self) -> None:
        deciding = self.page.activity
        refusal = self.page.tried(deciding, Deciding.choose_by, str(self.way.currentData()))
        if refusal:
            self.refresh(deciding)
            self._say(refusal)

    def _write(self) -> None:
        self.page.do(self.page.activity, Deciding.write_as, str(self.form.currentData()))
