"""The row below the papers: save, save and open, print, and how many copies; it says what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.making import Made
from elephants.paper.wanted import Form
from elephants.ui.pages.papers import files
from elephants.ui.parts.buttons import PlainButton, PrimaryButton
from elephants.ui.parts.counter import Counter
from elephants.ui.parts.dialogs import ask
from elephants.ui.parts.dressed import Dressed
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.words import Words
from elephants.ui.printing import print_paper
from elephants.ui.style import px
from elephants.words import tr, trn


class OutPart(Dressed):
    """Hands the files on that it was told of; `said(sentence)` carries what could not be done."""

    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: Made | None = None
        self._names: Sequence[str] = ()
        self._form: Form = "pdf"
        self.save = PrimaryButton(tr("Save"), "", parent=self)
        self.open = PlainButton(tr("Save and open"), "folder-open", parent=self)
        self.print = PlainButton(tr("Print"), "printer", parent=self)
        self.copies = Counter(tr("Copies"), lambda n: trn("{n} copy", "{n} copies", n), least=1, most=99, parent=self)
        self.done = Words("", "saved", parent=self)
        self._lay = QVBoxLayout(self)
        self._lay.setContentsMargins(0, 0, 0, 0)
        self._lay.addWidget(self.done)
        self._lay.addWidget(Flow(self.save, self.open, self.print, self.copies, parent=self))
        self.done.hide()
        self.save.clicked.connect(self.save_as)
        self.open.clicked.connect(self.save_and_open)
        self.print.clicked.connect(self.print_pages)
        self.copies.asked.connect(self.copies.show_number)
        self.redress()

    def tell(self, made: Made | None, names: Sequence[str], form: Form) -> None:
        """Take the files that are shown, what they are called, and the form of the first; None while they are made."""
        self._made, self._names, self._form = made, names, form
        for button in (self.save, self.open, self.print):
            button.setEnabled(made is not None and (button is not self.print or form == "pdf"))

    def save_as(self) -> Path | None:
        """Ask where, and save; gives the first file, or None where nobody chose one or it could not be written."""
        if self._made is None:
            return None
        places = self._places()
        saved, sentences = files.put(list(zip(places, self._made.files, strict=False)))
        self._say(tr("Saved: {name}", name=", ".join(one.name for one in saved)) if saved else "")
        self.said.emit(" ".join(sentences))
        return saved[0] if saved and saved[0] == places[0] else None

    def _places(self) -> list[Path]:
        """Ask for the place of one file, or for the folder of several; none where nobody chose one."""
        if len(self._names) == 1:
            chosen = files.where(self, self._names[0], self._form)
            return [chosen] if chosen is not None else []
        folder = files.which_folder(self)
        if folder is None:
            return []
        if there := files.there(folder, self._names):
            words = tr("In this folder there is already: {names}.", names=", ".join(there))
            if not ask(self, tr("Write over these files?"), words, tr("Write over them"), tr("Leave them")):
                return []
        return [folder / name for name in self._names]

    def save_and_open(self) -> None:
        """Save, then open the first file in the system's own program for it."""
        saved = self.save_as()
        if saved is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(saved))):
            self.said.emit(tr("The paper is saved, but no program here opens such files. Open it on another computer."))

    def print_pages(self) -> None:
        """Ask for a printer and print the pages that are shown."""
        if self._made is not None and self._form == "pdf":
            self._say("")
            self._say(print_paper(self, self._made.files[0], self._names[0], self.copies.number()))

    def _say(self, sentence: str) -> None:
        self.done.say(sentence)
        self.done.setVisible(bool(sentence))

    def redress(self) -> None:
        self._lay.setSpacing(px(8))
