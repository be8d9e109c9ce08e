"""Restoring from home: which backup, what is in it, and only then the change; the present store is kept aside."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from elephants.safekeeping import inside_words, moment_words
from elephants.sessions.text import Refused
from elephants.store.backup_names import Kept, backups_folder, kept_in
from elephants.store.backup_restore import Inside, key_for, look_inside, newest_good
from elephants.store.vault import Locked, key_mark
from elephants.ui.lockpage import PassField
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.choice import choice, fill
from elephants.ui.parts.patience import with_patience
from elephants.ui.parts.words import Words
from elephants.ui.talldialog import TallQuestion
from elephants.words import tr

SHOWN = 60


class RestoreDialog(TallQuestion):
    """Lists the backups, newest first, shows what is in the one that is chosen; `chosen` is what to restore."""

    def __init__(self, store: Path, key: str, more: list[Path], parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Restore a backup"),
            tr("It takes the place of all that is in your file now. The file as it is now is kept aside, whole."),
            tr("Restore this one"),
            tr("Leave it as it is"),
            parent,
        )
        self._store, self._file = store, Path()
        self.chosen: tuple[Path, str, str] | None = None
        self.kept = choice(tr("Backups"), {}, self)
        self.other = PlainButton(tr("Another file"), "folder-open", parent=self)
        self.inside = Words("", parent=self)
        self.words = PassField(tr("The passphrase of this backup"), self)
        self.unlock = PlainButton(tr("Look inside"), "key", parent=self)
        for part in (self.kept, self.inside, self.words):
            self.body.lay.addWidget(part)
        for button in (self.unlock, self.other):
            self.body.lay.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._connect()
        self._begin(_listed(store, key, more))

    def _connect(self) -> None:
        self.kept.activated.connect(lambda _at: self.look(Path(self.kept.currentData())))
        self.other.clicked.connect(self._ask)
        self.do.setDefault(False)  # Enter in the field looks inside, and never restores
        for tried in (self.unlock.clicked, self.words.returnPressed):
            tried.connect(lambda: self.look(self._file, self.words.text()))

    def _begin(self, listed: list[Kept]) -> None:
        fill(self.kept, [(_words(one), str(one.path)) for one in listed], None)
        self.kept.setVisible(bool(listed))
        self.do.setEnabled(False)
        self._ask_words(on=False)
        if listed:
            self.kept.setCurrentIndex(0)
            self.look(listed[0].path)
        else:
            self.inside.setText(tr("There is no backup on this computer yet. One is made after each session."))

    def _ask_words(self, *, on: bool) -> None:
        """Ask for the passphrase of a backup that came from elsewhere, such as on a stick."""
        self.words.setVisible(on)
        self.unlock.setVisible(on)
        if on:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
            self.words.selectAll()
        else:
            self.words.clear()

    def look(self, file: Path, words: str = "") -> None:
        """Show what is in a backup, and offer to restore it where it is whole; `words` unlock it."""
        self.do.setEnabled(False)
        self.chosen, self._file = None, file
        try:
            found = with_patience(self, tr("Looking into the backup"), lambda _told: self._opened(file, words))
        except Refused as refusal:
            self.inside.setText(str(refusal))
            self._ask_words(on=isinstance(refusal, Locked))
            self.grow()
            return
        self._ask_words(on=False)
        if found is not None:
            inside, key, comes_with = found
            self.inside.setText("\n".join(inside_words(inside)))
            self.chosen = (file, key, comes_with)
            self.do.setEnabled(True)
        self.grow()

    def _opened(self, file: Path, words: str) -> tuple[Inside, str, str]:
        try:
            key, comes_with = key_for(self._store, file, words)
        except Locked as locked:
            raise (
                locked
                if words
                else Locked(tr("This backup has a passphrase of its own. Type it to see what is inside."))
            ) from None
        return look_inside(file, key, backups_folder(self._store)), key, comes_with

    def _ask(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, tr("Another file"), "", tr("Backups (*.backup *.aside);;All (*)"))
        if file:
            self.look(Path(file))


class DamagedDialog(TallQuestion):
    """Says that the store is damaged, and offers the newest backup that can be read."""

    def __init__(self, inside: Inside, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Your file cannot be read"),
            tr("It is damaged. This is the newest backup that is whole:"),
            tr("Open this backup"),
            tr("Not now"),
            parent,
        )
        self.inside = Words("\n".join(inside_words(inside)), "strong", parent=self)
        self.body.lay.addWidget(self.inside)
        kept = tr("The damaged file is kept aside. Somebody may still get more out of it.")
        self.body.lay.addWidget(Words(kept, "quiet"))


def good_backup(store: Path, more: list[Path], parent: QWidget) -> Inside | None:
    """Look for the newest backup that can be read, aside from the window."""
    return with_patience(parent, tr("Looking for a good backup"), lambda _told: newest_good(store, *more))


def _listed(store: Path, key: str, more: list[Path]) -> list[Kept]:
    mark = key_mark(key)
    found = [one for folder in (backups_folder(store), *more) for one in kept_in(folder, mark, aside=True)]
    return sorted(found, key=lambda one: one.made, reverse=True)[:SHOWN]


def _words(one: Kept) -> str:
    when = moment_words(one.made)
    return tr("{when}, before a restore", when=when) if one.aside else when
