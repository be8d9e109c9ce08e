"""Setting or changing the passphrase, and the recovery sheet for the day when it is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from elephants.sessions.text import Refused
from elephants.store import vault
from elephants.ui.lockpage import PassField
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.patience import with_patience
from elephants.ui.parts.toggle import Toggle
from elephants.ui.parts.words import Words
from elephants.ui.talldialog import TallQuestion
from elephants.words import tr


class SetPassphrase(TallQuestion):
    """Asks twice for a new passphrase and sets it; says what it means to have none, and to forget one."""

    def __init__(self, store: Path, parent: QWidget | None = None) -> None:
        there = bool(vault.locked_key(store))
        super().__init__(
            tr("Change the passphrase") if there else tr("Lock your file with a passphrase"),
            tr("The words in your file stay as they are; only the way in changes.") if there else
            tr("Without one, whoever uses your account on this computer can read all that your groups wrote. "
               "You can do this later too: it stays open until then."),
            tr("Set the passphrase"),
            tr("Leave it as it is") if there else tr("Not now"),
            parent,
        )  # fmt: skip
        self._store = store
        self.first = PassField(tr("New passphrase, eight letters or more"), self)
        self.again = PassField(tr("The same once more"), self)
        self.show_it = Toggle(tr("Show what I type"), self)
        self.said = Words("", parent=self)
        self.said.hide()
        warning = tr(
            "Four words that do not belong together are good. Nobody can open the file without them: we cannot either. "
            "So print a recovery sheet afterwards."
        )
        for part in (Words(warning, "quiet"), self.first, self.again, self.said, self.show_it):
            self.body.lay.addWidget(part)
        self._connect()
        self.first.setFocus()

    def _connect(self) -> None:
        for field in (self.first, self.again):
            field.textChanged.connect(self._look)
            self.show_it.toggled.connect(field.show_words)
        self.do.clicked.disconnect()
        self.do.clicked.connect(self.set_it)
        self._look()

    def _look(self) -> None:
        both = self.first.text() == self.again.text()
        self.do.setEnabled(bool(self.first.text()) and both)
        self.say("" if both or not self.again.text() else tr("The two are not the same yet."))

    def say(self, sentence: str) -> None:
        """Say what is in the way."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        self.grow()

    def set_it(self) -> None:
        """Set it; what is refused is said and asked again."""
        words = self.first.text()
        try:
            vault.may_be_passphrase(words)
            with_patience(
                self, tr("Locking the key"), lambda _told: vault.set_passphrase(self._store, words), stops=False
            )
        except Refused as refusal:
            self.say(str(refusal))
            return
        self.accept()


class SheetDialog(TallQuestion):
    """Offers a recovery sheet: printed, or put in a file that should be printed and thrown away."""

    def __init__(self, store: Path, today: date, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Print a recovery sheet"),
            tr("A sheet of paper with a code that opens your file when the passphrase is forgotten. Keep it where you "
               "keep keys, not beside the laptop. An older sheet opens nothing from then on."),
            tr("Print it"),
            tr("Not now"),
            parent,
        )  # fmt: skip
        self._store, self._today = store, today
        self._pdf = b""
        self.save = PlainButton(tr("Save it as a file"), "file-pdf", parent=self)
        self.said = Words("", parent=self)
        self.said.hide()
        self.body.lay.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.lay.addWidget(self.said)
        self.do.clicked.disconnect()
        self.do.clicked.connect(self.print_it)
        self.save.clicked.connect(self.save_it)
        self.do.setFocus()

    def sheet(self) -> bytes:
        """Make the sheet, once: a second one would make the first useless."""
        if not self._pdf:
            self._pdf = with_patience(self, tr("Making the sheet"), self._make, stops=False) or b""
        return self._pdf

    def _make(self, _told: Callable[[float], None]) -> bytes:
        from elephants.paper.recovery import recovery_sheet

        return recovery_sheet(vault.make_sheet(self._store), self._today)

    def print_it(self) -> None:
        """Send the sheet to a printer."""
        from elephants.ui.printing import print_paper

        self._try(lambda: print_paper(self, self.sheet(), tr("Recovery sheet"), 1))

    def save_it(self) -> None:
        """Put the sheet in a file."""
        file, _ = QFileDialog.getSaveFileName(self, tr("Save it as a file"), tr("Recovery sheet") + ".pdf", "*.pdf")
        if file:
            self._try(lambda: self._written(Path(file)))

    def _written(self, file: Path) -> str:
        from elephants.paper.papers import write

        write(self.sheet(), file)
        return tr(
            "The sheet is in {place}. Print it, then delete that file: whoever finds it has your key.", place=file
        )

    def _try(self, act: Callable[[], str]) -> None:
        try:
            said = act()
        except Refused as refusal:
            said = str(refusal)
        if said:
            self.said.setText(said)
            self.said.show()
            self.grow()
            self.leave.say(tr("Done"))
