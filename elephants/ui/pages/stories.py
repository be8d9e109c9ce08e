"""More than One Story: the cards on the table, and nothing that could keep one (METHOD.md, More than One Story)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from elephants.desk import Desk
from elephants.sessions.deck import FACE_UP
from elephants.sessions.stories import MOST_AT_ONE_TABLE, Stories
from elephants.sessions.stories_table import CardTable
from elephants.ui.pages.base import Page
from elephants.ui.parts.buttons import PlainButton, QuietButton
from elephants.ui.parts.cardface import CardFace
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.remark import Remark
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.toggle import Toggle
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr, trn


class StoriesPage(Page[Stories]):
    """Three cards, one that is told, thank you, the next person. Everything lives on the table and goes with it."""

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, activity_id, parent)
        self.title = Words("", "big", parent=self)
        self.unwritten = Remark(tr("Nothing is kept: no card, no story, no turn"), "pencil-simple-slash", self)
        self.tables = Remark("", "users-three", self)
        self.cards = [CardFace(str(n), self) for n in range(1, FACE_UP + 1)]
        self.told = CardFace("", self, large=True)
        self.told.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.told.setEnabled(False)
        self.empty = Words(
            tr("Read the rules aloud. Then put three cards on the table for whoever is ready."), "say", parent=self
        )
        self.deal = PlainButton(tr("Three cards"), "cards", "N", self)
        self.others = PlainButton(tr("Other cards"), "arrows-clockwise", "O", self)
        self.thanks = PlainButton(tr("Thank you"), "hand-heart", "T", self)
        self.next = PlainButton(tr("The next person"), "cards", "N", self)
        self.back = QuietButton(tr("Put it back"), "arrow-u-up-left", "B", self)
        self.more_shelf = Toggle(tr("Also cards that ask a bit more"), self)
        self._build()
        self._connect()

    def _build(self) -> None:
        table = QHBoxLayout()
        table.setSpacing(px(16))
        for card in self.cards:
            table.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        table.addStretch(0)
        table.addWidget(self.told, 0, Qt.AlignmentFlag.AlignTop)
        table.addStretch(0)
        scrolled = Scrolled(self)
        scrolled.lay.setSpacing(px(8))
        scrolled.lay.addWidget(self.title)
        scrolled.lay.addWidget(Flow(self.unwritten, self.tables))
        scrolled.lay.addWidget(self.empty)
        scrolled.lay.addLayout(table, 1)
        buttons = Flow(self.deal, self.thanks, self.next, self.others, self.back, self.more_shelf, ends=1)
        scrolled.lay.addSpacing(px(8))
        scrolled.lay.addWidget(buttons)
        self.lay.addWidget(scrolled)

    def _connect(self) -> None:
        for card in self.cards:
            card.clicked.connect(lambda _checked=False, card=card: self._take(card))
        self.deal.clicked.connect(self._deal)
        self.next.clicked.connect(self._deal)
        self.others.clicked.connect(lambda: self.do(self.table, CardTable.other_cards))
        self.thanks.clicked.connect(lambda: self.do(self.table, CardTable.thank))
        self.back.clicked.connect(lambda: self.do(self.table, CardTable.put_back))
        self.more_shelf.toggled.connect(self._open_more)

    @property
    def table(self) -> CardTable:
        """The cards on the table now; memory only."""
        laid: CardTable = self.desk.moment(self.activity)
        return laid

    def refresh(self) -> None:
        table = self.table
        telling, up = table.telling is not None, bool(table.shown)
        before = QApplication.focusWidget()
        self.title.say(_title(table) or self.activity.title)
        here = self.session.here or 0
        self.tables.setVisible(here > MOST_AT_ONE_TABLE)
        self.tables.say(tables_words(here))
        self.empty.setVisible(not up)
        for place, card in enumerate(self.cards):
            shown = place < len(table.shown) and not telling
            card.tell(table.shown[place] if shown else None)
            card.setVisible(shown)
        self.told.tell(table.telling)
        self.told.setVisible(telling)
        for button, useful in self._useful(table).items():
            button.setVisible(useful)
        self.more_shelf.setVisible(table.more_to_open or table.more_open)
        self.more_shelf.show_on(table.more_open)
        self.more_shelf.setEnabled(not table.more_open)
        if before is not None and self.isAncestorOf(before) and before.isHidden():
            self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _useful(self, table: CardTable) -> dict[QWidget, bool]:
        telling, up = table.telling is not None, bool(table.shown)
        return {
            self.deal: not up,
            self.others: up and not telling,
            self.thanks: telling and not table.thanked,
            self.next: telling and table.thanked,
            self.back: telling and not table.thanked,
        }

    def _first(self) -> QWidget:
        """Where the keyboard belongs in this state of the table."""
        choices: tuple[QWidget, ...] = (self.deal, self.thanks, self.next, self.cards[0])
        return next((one for one in choices if not one.isHidden()), self.others)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = self._keys().get(event.text().casefold())
        if deed is None or event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            super().keyPressEvent(event)
        else:
            deed()

    def _keys(self) -> dict[str, Callable[[], object]]:
        """Single keys: nothing on this page takes text."""
        keys: dict[str, Callable[[], object]] = {
            key: button.click
            for key, button in (("o", self.others), ("t", self.thanks), ("b", self.back))
            if not button.isHidden()
        }
        if not self.deal.isHidden() or not self.next.isHidden():
            keys["n"] = self._deal
        for place, card in enumerate(self.cards):
            if not card.isHidden():
                keys[str(place + 1)] = card.click
        return keys

    def _take(self, face: CardFace) -> None:
        if face.card is not None:
            self.do(self.table, CardTable.choose, face.card.id)

    def _deal(self) -> None:
        self.do(self.table, CardTable.deal)

    def _open_more(self, on: bool) -> None:
        if on:
            self.do(self.table, CardTable.open_more)


def tables_words(here: int) -> str:
    """Propose how many tables there are to be, for 4 to 8 people each."""
    tables = -(-here // MOST_AT_ONE_TABLE)
    return trn(
        "{all} are here: {n} table", "{all} are here: make {n} tables, or go one after another", tables, all=here
    )


def _title(table: CardTable) -> str:
    if table.telling is not None:
        return tr("Thank you.") if table.thanked else tr("We listen")
    return tr("Choose one of the three") if table.shown else ""
