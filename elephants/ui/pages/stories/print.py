"""Cards on paper: the deck that lies on the table as a PDF to cut out, for other tables too."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from elephants.paper.cards import cards_file_name, cards_missing, cards_pdf, cards_too_long
from elephants.paper.papers import write
from elephants.sessions.base import Refused
from elephants.sessions.stories.table import CardTable
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.dialogs import Question
from elephants.ui.parts.patience import with_patience
from elephants.ui.parts.toggle import Toggle
from elephants.ui.parts.words import Words
from elephants.words import tr, trn


class CardsOnPaper(Question):
    """Saves the cards as a PDF, and opens it where wanted; says which words or letters do not fit on a card."""

    def __init__(self, table: CardTable, parent: QWidget | None = None) -> None:
        deck = table.deck
        pages = -(-len(deck.cards) // 4)
        count = trn("{n} card", "{n} cards", len(deck.cards))
        super().__init__(
            tr("Cards on paper"),
            tr("{deck}: {cards}, four to an A4 page. Cut along the marks.", deck=deck.name(), cards=count),
            tr("Save as PDF"),
            tr("Close"),
            parent,
        )
        self.deck, self.language = deck, table.language
        self.backs = Toggle(tr("Print on both sides, with backs"), self)
        self.backs.setChecked(True)
        self.how = Words("", "quiet", parent=self)
        self.told = Words("", "told", parent=self)
        self.open_it = PlainButton(tr("Save and open, to print"), "printer", parent=self)
        for place, part in enumerate((self.backs, self.how, self.told, self.open_it), 2):
            self.lay.insertWidget(place, part)
        self._pages = pages
        self.backs.toggled.connect(self._say_how)
        self.do.clicked.disconnect()
        self.do.clicked.connect(self.save)
        self.open_it.clicked.connect(self.save_and_open)
        self._say_how()
        self.told.say(self._warnings())

    def _say_how(self) -> None:
        if self.backs.isChecked():
            sheets = trn("{n} sheet of paper.", "{n} sheets of paper.", self._pages)
            self.how.say(tr("{sheets} In the printer, choose: both sides, flip on long edge.", sheets=sheets))
        else:
            self.how.say(trn("{n} sheet of paper, faces only.", "{n} sheets of paper, faces only.", self._pages))

    def _warnings(self) -> str:
        said = []
        if long := cards_too_long(self.deck, self.language):
            words = trn("{n} card has more words than it can hold.", "{n} cards have more words than they can hold.",
                        len(long))  # fmt: skip
            said.append(words)
        if letters := cards_missing(self.deck, self.language):
            shown = " ".join(letters[:20])
            said.append(
                tr("No font here has these letters. They are spelled out or left out: {letters}", letters=shown)
            )
        return " ".join(said)

    def save(self) -> Path | None:
        """Ask where, and save; gives the file, or None where nobody chose one, cancelled, or it cannot be written."""
        name = str(Path.home() / cards_file_name(self.deck))
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Cards on paper"), name, tr("PDF file (*.pdf)"))
        if not chosen:
            return None
        deck, language, backs = self.deck, self.language, self.backs.isChecked()
        try:
            pdf = with_patience(
                self, tr("Making the cards"), lambda told: cards_pdf(deck, language, backs=backs, told=told)
            )
            if pdf is None:
                self.told.say(tr("Stopped. Nothing was saved."))
                return None
            write(pdf, Path(chosen))
        except Refused as refusal:
            self.told.say(str(refusal))
            return None
        self.told.say(tr("Saved: {name}", name=Path(chosen).name))
        return Path(chosen)

    def save_and_open(self) -> None:
        """Save, then open the file in the system's own viewer, which prints it."""
        saved = self.save()
        if saved is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(saved))):
            self.told.say(
                tr("The cards are saved, but no program here opens PDF files. Open them on another computer.")
            )
