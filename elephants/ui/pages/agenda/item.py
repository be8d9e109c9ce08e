"""One item of the agenda, large: what it is for, what is kept of it, and how it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.sessions.agenda.agenda import AgendaItem
from elephants.ui.pages.agenda.closing import Closing
from elephants.ui.pages.agenda.jump import ItemPath
from elephants.ui.pages.agenda.kept import Kept
from elephants.ui.pages.agenda.time import InHand
from elephants.ui.pages.agenda.words import about, history_words
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.words import Words
from elephants.ui.style import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from elephants.ui.pages.agenda.agenda import AgendaPage


class ItemPart(QWidget):
    """The item the room is at; the circles above lead to the others."""

    def __init__(self, page: AgendaPage) -> None:
        super().__init__(page)
        self.page = page
        self.path = ItemPath(self)
        self.title = Words("", "big", parent=self)
        self.about = Words("", "quiet", parent=self)
        self.kept = Kept(page)
        self.history = Words("", "quiet", parent=self)
        self.in_hand = InHand(page)
        self.closing = Closing(page)
        hand, closing = self.in_hand, self.closing
        ways = Flow(self.kept.fold, closing.decide, closing.short, closing.go, hand.another, hand.more, hand.park,
                    parent=self)  # fmt: skip
        scrolled = Scrolled(self)
        scrolled.lay.setSpacing(px(8))
        for part in (self.path, self.title, self.about, self.history):
            scrolled.lay.addWidget(part)
        scrolled.lay.addWidget(self.kept, 1)
        scrolled.lay.addWidget(self.in_hand)
        scrolled.lay.addWidget(ways)
        scrolled.lay.addWidget(self.closing)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.addWidget(scrolled)

    def begin(self) -> None:
        """Put the keyboard where the next words go."""
        self.kept.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, items: Sequence[AgendaItem], at: int) -> None:
        """Draw the item at a place, and where it stands among the others."""
        item = items[at]
        self.path.tell(items, at)
        self.title.say(item.title)
        self.about.say(about(item))
        self.history.say(history_words(item))
        self.history.setVisible(bool(self.history.text()))
        self.kept.refresh(item)
        self.in_hand.refresh(item)
        self.closing.refresh(item)
