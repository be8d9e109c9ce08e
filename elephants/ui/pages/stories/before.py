"""Before the first cards: which deck, in which language, how many tables, and cards on paper for the others."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from elephants.sessions.stories.stories import MOST_AT_ONE_TABLE
from elephants.sessions.stories.table import FIRST, CardTable
from elephants.ui.parts.buttons import QuietButton
from elephants.ui.parts.choice import choice, fill
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.remark import Remark
from elephants.ui.parts.toggle import Toggle
from elephants.ui.style import px
from elephants.words import tr, trn

if TYPE_CHECKING:
    from elephants.ui.pages.stories.stories import StoriesPage


class BeforeCards(QWidget):
    """What is settled before cards are on the table; it goes when they are (never during telling)."""

    def __init__(self, page: StoriesPage) -> None:
        super().__init__(page)
        self._page = page
        self.deck = choice(tr("Which cards?"), {}, self)
        self.language = choice(tr("In which language?"), {}, self)
        self.decks = QuietButton(tr("Your own decks"), "cards", parent=self)
        self.print = QuietButton(tr("Cards on paper"), "printer", parent=self)
        self.tables = Remark("", "users-three", self)
        self.one_by_one = Toggle(tr("One table after another"), self)
        for box in (self.deck, self.language):
            box.setMinimumContentsLength(16)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setToolTip("")  # a name that a group gave must not be taken for markup
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(8))
        lay.addWidget(Flow(self.tables, self.one_by_one))
        lay.addWidget(Flow(self.deck, self.language, self.decks, self.print))
        self.deck.activated.connect(self._lay_out)
        self.language.activated.connect(self._speak)
        self.one_by_one.toggled.connect(self._one_by_one)

    def refresh(self, table: CardTable) -> None:
        """Show what can be chosen, and what is."""
        here = self._page.session.here or 0
        many = here > MOST_AT_ONE_TABLE
        self.tables.say(tables_words(here))
        self.tables.setVisible(many)
        self.one_by_one.setVisible(many or table.tables > 1)
        self.one_by_one.show_on(table.tables > 1)
        decks = {key: deck for key, deck in self._page.activity.decks().items() if deck.cards}
        names = [(tr("First deck") if key == FIRST else deck.name(), key) for key, deck in decks.items()]
        fill(self.deck, names, table.key)
        languages = table.deck.languages()
        fill(self.language, [(_have_words(table, one), one) for one in languages], table.language)
        self.language.setVisible(len(languages) > 1)

    def _lay_out(self, at: int) -> None:
        key: Hashable = self.deck.itemData(at)
        deck = self._page.activity.decks().get(key)
        if deck is not None:
            self._page.do(self._page.table, CardTable.lay_out, key, deck)

    def _speak(self, at: int) -> None:
        self._page.do(self._page.table, CardTable.speak, str(self.language.itemData(at)))

    def _one_by_one(self, on: bool) -> None:
        tables = tables_for(self._page.session.here or 0) if on else 1
        self._page.do(self._page.table, CardTable.one_after_another, max(2, tables) if on else 1)


def tables_for(here: int) -> int:
    """How many tables of at most eight that is."""
    return -(-here // MOST_AT_ONE_TABLE)


def tables_words(here: int) -> str:
    """Propose how many tables there are to be, for 4 to 8 people each."""
    return trn(
        "{all} are here: {n} table",
        "{all} are here: make {n} tables, with cards on paper, or go one after another",
        tables_for(here),
        all=here,
    )


def language_words(language: str) -> str:
    """Say a language by its name, by its code where it has none here."""
    known = QLocale(language).language()
    return QLocale.languageToString(known) if known != QLocale.Language.C else language


def _have_words(table: CardTable, language: str) -> str:
    """Say a language, and how many cards have it where not all do."""
    name = language_words(language)
    have, whole = table.deck.in_language(language), len(table.deck.cards)
    return name if have == whole else tr("{language} ({n} of {all})", language=name, n=have, all=whole)
