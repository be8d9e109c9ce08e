"""More than One Story: the cards on the table, and nothing that could keep one (METHOD.md, More than One Story)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QWidget

from elephants.desk import Desk
from elephants.sessions.decks.deck import FACE_UP
from elephants.sessions.stories.stories import Stories
from elephants.sessions.stories.table import ENOUGH_ROUNDS, CardTable
from elephants.ui.pages.base import Page
from elephants.ui.pages.stories.before import BeforeCards
from elephants.ui.pages.stories.editor import DeckEditor
from elephants.ui.pages.stories.print import CardsOnPaper
from elephants.ui.parts.buttons import Button, PlainButton, QuietButton
from elephants.ui.parts.cardface import CardFace
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.remark import Remark
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.toggle import Toggle
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr


class StoriesPage(Page[Stories]):
    """Three cards, one that is told, thank you, the next person. Everything lives on the table and goes with it."""

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, activity_id, parent)
        self.title = Words("", "big", parent=self)
        self.unwritten = Remark(tr("Nothing is kept: no card, no story, no turn"), "pencil-simple-slash", self)
        self.where = Remark("", "users-three", self)
        self.before = BeforeCards(self)
        self.cards = [CardFace(str(n), self) for n in range(1, FACE_UP + 1)]
        self.told = CardFace("", self, large=True)
        self.told.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.told.setEnabled(False)
        self.words = Words("", "say", parent=self)
        self._make_buttons()
        self._build()
        self._connect()

    def _make_buttons(self) -> None:
        self.deal = PlainButton(tr("Three cards"), "cards", "N", self)
        self.others = PlainButton(tr("Other cards"), "arrows-clockwise", "O", self)
        self.thanks = PlainButton(tr("Thank you"), "hand-heart", "T", self)
        self.next = PlainButton(tr("The next person"), "cards", "N", self)
        self.again = PlainButton(tr("One more round"), "cards", "N", self)
        self.table_on = PlainButton(tr("The next table"), "users-three", "X", self)
        self.leave_it = PlainButton(tr("Leave it here"), "hand-heart", "L", self)
        self.back = QuietButton(tr("Put it back"), "arrow-u-up-left", "B", self)
        self.end = QuietButton(tr("The round is over"), "check", "R", self)
        self.more_shelf = Toggle(tr("Also cards that ask a bit more"), self)

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
        scrolled.lay.addWidget(Flow(self.unwritten, self.where))
        scrolled.lay.addWidget(self.before)
        scrolled.lay.addWidget(self.words)
        scrolled.lay.addLayout(table, 1)
        deeds = (self.deal, self.again, self.thanks, self.next, self.table_on, self.leave_it, self.others)
        scrolled.lay.addSpacing(px(8))
        scrolled.lay.addWidget(Flow(*deeds, self.back, self.end, self.more_shelf, ends=1))
        self.lay.addWidget(scrolled)

    def _connect(self) -> None:
        for card in self.cards:
            card.clicked.connect(lambda _checked=False, card=card: self._take(card))
        deeds: dict[Button, Callable[[CardTable], None]] = {
            self.deal: CardTable.deal,
            self.next: CardTable.deal,
            self.others: CardTable.other_cards,
            self.thanks: CardTable.thank,
            self.back: CardTable.put_back,
            self.end: CardTable.end_round,
            self.again: CardTable.another_round,
            self.table_on: CardTable.next_table,
            self.leave_it: CardTable.leave_it_here,
        }
        for button, deed in deeds.items():
            button.clicked.connect(lambda _checked=False, deed=deed: self.do(self.table, deed))
        self.more_shelf.toggled.connect(self._open_more)
        self.before.decks.clicked.connect(lambda: _ask(DeckEditor(self.desk, self.session.space_id, self)))
        self.before.print.clicked.connect(lambda: _ask(CardsOnPaper(self.table, self)))

    @property
    def table(self) -> CardTable:
        """The cards on the table now; memory only."""
        laid: CardTable = self.desk.moment(self.activity)
        return laid

    def refresh(self) -> None:
        table = self.table
        telling = table.telling is not None
        before = QApplication.focusWidget()
        self.title.say(_title(table) or self.activity.title)
        self.words.say(_words(table))
        self.words.setVisible(bool(_words(table)))
        self.before.setVisible(not table.laid)
        if not table.laid:
            self.before.refresh(table)
        self.where.say(tr("Table {n} of {all}", n=table.table, all=table.tables))
        self.where.setVisible(table.tables > 1 and table.laid and not table.closing)
        for place, card in enumerate(self.cards):
            shown = place < len(table.shown) and not telling
            card.tell(table.shown[place] if shown else None, table.language)
            card.setVisible(shown)
        self.told.tell(table.telling, table.language)
        self.told.setVisible(telling)
        self._show_deeds(table)
        if before is not None and self.isAncestorOf(before) and not before.isVisibleTo(self):
            self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_deeds(self, table: CardTable) -> None:
        telling, up = table.telling is not None, bool(table.shown)
        useful: dict[QWidget, bool] = {
            self.deal: not table.laid,
            self.others: up and not telling,
            self.thanks: telling and not table.thanked,
            self.next: telling and table.thanked,
            self.back: telling and not table.thanked,
            self.end: up and (not telling or table.thanked),
            self.again: table.asking or table.closing,
            self.table_on: table.asking and table.table < table.tables,
            self.leave_it: table.asking,
            self.more_shelf: (table.more_to_open or table.more_open) and not table.closing,
        }
        for part, shown in useful.items():
            part.setVisible(shown)
        self.more_shelf.show_on(table.more_open)
        self.more_shelf.setEnabled(not table.more_open)

    def _first(self) -> QWidget:
        """Where the keyboard belongs in this state of the table."""
        choices: tuple[QWidget, ...] = (
            self.deal, self.thanks, self.next, self.table_on, self.leave_it, self.again, self.cards[0],
        )  # fmt: skip
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
        buttons = {
            "o": (self.others,), "t": (self.thanks,), "b": (self.back,), "r": (self.end,), "x": (self.table_on,),
            "l": (self.leave_it,), "n": (self.deal, self.next, self.again),
        }  # fmt: skip
        keys: dict[str, Callable[[], object]] = {}
        for key, those in buttons.items():
            for button in those:
                if not button.isHidden():
                    keys[key] = button.click
        for place, card in enumerate(self.cards):
            if not card.isHidden():
                keys[str(place + 1)] = card.click
        return keys

    def _take(self, face: CardFace) -> None:
        if face.card is not None:
            self.do(self.table, CardTable.choose, face.card.id)

    def _open_more(self, on: bool) -> None:
        if on:
            self.do(self.table, CardTable.open_more)


def _ask(dialog: QDialog) -> None:
    dialog.exec()
    dialog.deleteLater()


def _title(table: CardTable) -> str:
    if table.telling is not None:
        return tr("Thank you.") if table.thanked else tr("We listen")
    if table.closing:
        return tr("Leave it here. What was it like to listen?")
    if table.asking:
        return tr("One more round, or leave it here?")
    return tr("Choose one of the three") if table.shown else ""


def _words(table: CardTable) -> str:
    """What the facilitator may need to know now; never on the room's screen."""
    if table.closing:
        return tr("Whoever likes says a word. Then go on.")
    if table.asking and table.rounds >= ENOUGH_ROUNDS:
        return tr("That was round {n}. Three are enough for most groups: you could leave it here.", n=table.rounds)
    if table.asking:
        return tr("Ask the room. Nobody has to draw again.")
    if not table.laid:
        return tr("Read the rules aloud. Then put three cards on the table for whoever is ready.")
    return ""
