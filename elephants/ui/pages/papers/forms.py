"""In which form a paper is wanted, and what only some of them ask: first names, the deck, backs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.paper.wanted import TABLES, Form, Wanted
from elephants.ui.pages.papers.choices import FORM_WORDS, Choice
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.choice import choice, fill
from elephants.ui.parts.dressed import Dressed
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.toggle import Toggle
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr


class FormsPart(Dressed):
    """Rows of choices below the papers; `asked` tells that something is wanted otherwise."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form: Form = "pdf"
        self.buttons: dict[Form, PlainButton] = {
            form: PlainButton(tr(FORM_WORDS[form]), parent=self) for form in get_args(Form)
        }
        self.several = Words(tr("Three files in one folder: a PDF, a table and a calendar."), "quiet", parent=self)
        self.names = Toggle(tr("First names in it"), self)
        self.deck = choice(tr("Which cards?"), {}, self)
        self.backs = Toggle(tr("With backs, for both sides"), self)
        self.backs.show_on(True)
        self.row = Flow(*self.buttons.values(), parent=self)
        self._lay = QVBoxLayout(self)
        self._lay.setContentsMargins(0, 0, 0, 0)
        for part in (self.row, self.several, Flow(self.names, self.deck, self.backs, parent=self)):
            self._lay.addWidget(part)
        for form, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, form=form: self.take(form))
        self.names.toggled.connect(lambda _on: self.asked.emit())
        self.backs.toggled.connect(lambda _on: self.asked.emit())
        self.deck.currentIndexChanged.connect(lambda _at: self.asked.emit())
        self.redress()

    def take(self, form: Form) -> None:
        """Ask for this form."""
        self.form = form
        self._mark()
        self.asked.emit()

    def tell(self, chosen: Choice, decks: Sequence[str]) -> None:
        """Show what can be asked of a choice."""
        forms = chosen.forms or (chosen.files[0][1],)
        if self.form not in forms:
            self.form = forms[0]
        for form, button in self.buttons.items():
            button.setVisible(form in chosen.forms)
        self.row.setVisible(bool(chosen.forms))
        self.several.setVisible(len(chosen.files) > 1)
        self.names.setVisible(chosen.asks_names)
        cards = chosen.key == "cards"
        with QSignalBlocker(self.deck):
            fill(self.deck, [(deck, deck) for deck in decks], self.deck.currentData() or decks[0])
        self.deck.setVisible(cards and len(decks) > 1)
        self.backs.setVisible(cards)
        self.setVisible(bool(chosen.forms) or chosen.asks_names or cards)
        self._mark()

    def wanted(self, chosen: Choice, *, size: int, name: str) -> tuple[Wanted, ...]:
        """Give what is asked for; the letters and the name are those of the outcome sheet."""
        files = [(paper, self.form if chosen.forms else form) for paper, form in chosen.files]
        return tuple(
            Wanted(
                paper, form, names=self.names.isChecked() and form in TABLES,
                deck=str(self.deck.currentData() or "") if paper == "cards" else "", backs=self.backs.isChecked(),
                size=size if paper == "outcome" else 0, name=name if paper == "outcome" else "",
            )
            for paper, form in files
        )  # fmt: skip

    def _mark(self) -> None:
        for form, button in self.buttons.items():
            button.setChecked(form == self.form)
            button.say(button.words(), "check" if form == self.form else "")

    def redress(self) -> None:
        self._lay.setSpacing(px(8))
