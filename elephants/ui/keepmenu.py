"""The menu of safe keeping at home: passphrase, recovery sheet, lock, backups, a second folder, restoring."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from elephants.sessions.text import Refused
from elephants.words import tr, trn

if TYPE_CHECKING:
    from elephants.store.backup_restore import Inside
    from elephants.ui.keeping import Keeping

MINUTES = (0, 5, 15, 30, 60)
"""After how many minutes without a key or a click the window may lock by itself; 0: never."""


class KeepMenu(QObject):
    """Does what the menu offers; the dialogs are loaded when they are asked for."""

    def __init__(self, keeping: Keeping) -> None:
        super().__init__(keeping)
        self.keeping, self.app = keeping, keeping.app
        self.app.home.rail.keep.clicked.connect(self._open)
        self.app.home.passphrase.clicked.connect(self.set_passphrase)

    def menu(self) -> QMenu:
        """Make the menu of all that keeps the file safe."""
        from elephants.store.vault import locked_key

        menu = QMenu(self.app.window)
        locked = bool(locked_key(self.app.store_path))
        menu.addAction(tr("Change the passphrase") if locked else tr("Set a passphrase"), self.set_passphrase)
        if locked:
            menu.addAction(tr("Print a recovery sheet"), self.print_sheet)
            menu.addAction(tr("Lock now (Ctrl+L)"), self.keeping.lock)
            self._add_minutes(menu)
            self._add_keyring(menu)
        menu.addSeparator()
        menu.addAction(tr("Back up now"), self.back_up)
        folder = self.app.settings.backup_folder
        menu.addAction(
            tr("Second folder: {folder}", folder=Path(folder).name or folder) if folder else
            tr("A second folder for backups"), self.choose_folder
        )  # fmt: skip
        if folder:
            menu.addAction(tr("No second folder any more"), lambda: self._use_folder(""))
        menu.addAction(tr("Restore a backup"), self.restore)
        menu.addSeparator()
        menu.addAction(tr("What is kept, and forgetting"), self.keeping.forgetting.show)
        return menu

    def _add_minutes(self, menu: QMenu) -> None:
        inner = menu.addMenu(tr("Lock by itself"))
        for minutes in MINUTES:
            words = trn("After {n} minute", "After {n} minutes", minutes) if minutes else tr("Never")
            action = inner.addAction(words)
            action.setCheckable(True)
            action.setChecked(minutes == self.app.settings.lock_after)
            action.triggered.connect(lambda _checked=False, minutes=minutes: self.lock_after(minutes))

    def _add_keyring(self, menu: QMenu) -> None:
        from elephants.store.remembered import is_remembered

        action = menu.addAction(tr("Open by itself on this computer"))
        action.setCheckable(True)
        action.setChecked(is_remembered(self.app.store_path))
        action.toggled.connect(self.remember)

    def _open(self) -> None:
        keep = self.app.home.rail.keep
        self.menu().popup(keep.mapToGlobal(QPoint(0, keep.height())))

    def lock_after(self, minutes: int) -> None:
        """Lock by itself after so many minutes without a key or a click."""
        self.app.settings.lock_after = minutes
        self.keeping.watch()

    def set_passphrase(self) -> None:
        """Ask for a new passphrase; then offer the recovery sheet, where there is none."""
        from elephants.store.vault import has_sheet
        from elephants.ui.passphrase import SetPassphrase

        dialog = SetPassphrase(self.app.store_path, self.app.window)
        set_it = dialog.exec()
        dialog.deleteLater()
        if set_it:
            self.keeping.tell()
            self.back_up(asked=False)  # so that the locked key lies beside the backups too
            if not has_sheet(self.app.store_path):
                self.print_sheet()

    def remember(self, on: bool) -> None:
        """Let the keyring of this computer open the file at the start, or no more."""
        from elephants.store import remembered
        from elephants.ui.parts.patience import with_patience

        store, whole = self.app.store_path, True
        try:
            if on:
                words = tr("Asking the keyring of this computer")
                with_patience(self.app.window, words, lambda told: remembered.remember(store, lambda: told(0.5)))
            else:
                whole = bool(with_patience(self.app.window, tr("Forgetting"), lambda _told: remembered.forget(store)))
        except Refused as refusal:
            self.keeping.say(str(refusal))
        else:
            self.keeping.say(_keyring_words(on=remembered.is_remembered(store), whole=whole))
        self.keeping.tell()

    def print_sheet(self) -> None:
        """Offer a recovery sheet."""
        from elephants.ui.passphrase import SheetDialog

        dialog = SheetDialog(self.app.store_path, self.app.now().date(), self.app.window)
        dialog.exec()
        dialog.deleteLater()

    def back_up(self, *, asked: bool = True) -> None:
        """Make a backup now."""
        if self.keeping.backing is not None:
            self.keeping.backing.want(asked=asked)

    def choose_folder(self) -> None:
        """Ask for a second folder."""
        from PySide6.QtWidgets import QFileDialog

        folder = QFileDialog.getExistingDirectory(self.app.window, tr("A second folder for backups"))
        if folder:
            self._use_folder(folder)
            self.back_up()

    def _use_folder(self, folder: str) -> None:
        self.app.settings.backup_folder = folder

    def _second(self) -> list[Path]:
        folder = self.app.settings.backup_folder
        return [Path(folder)] if folder else []

    # -- restoring -------------------------------------------------------------------------------------------------

    def restore(self) -> None:
        """Show the backups and what is in them, and restore the one that is chosen."""
        from elephants.ui.restore import RestoreDialog

        if self.app.store is None or self.app.console is not None:
            return
        dialog = RestoreDialog(self.app.store_path, self.app.store.key, self._second(), self.app.window)
        wanted = dialog.chosen if dialog.exec() else None
        dialog.deleteLater()
        if wanted is not None:
            self._put_back(*wanted)

    def offer_newest(self) -> None:
        """Offer the newest good backup in the place of a damaged store; nothing where there is none."""
        from elephants.ui.restore import DamagedDialog, good_backup

        inside = good_backup(self.app.store_path, self._second(), self.app.window)
        if inside is not None:
            dialog = DamagedDialog(inside, self.app.window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.accepted.connect(lambda: self._put_back_newest(inside))
            dialog.open()

    def _put_back_newest(self, inside: Inside) -> None:
        from elephants.store.vault import read_key

        self._put_back(inside.path, read_key(self.app.store_path), "")

    def _put_back(self, file: Path, key: str, comes_with: str) -> None:
        from elephants.store.backup_restore import restore
        from elephants.ui.parts.patience import with_patience

        app, path = self.app, self.app.store_path
        app.put_desk_away()
        try:
            aside = with_patience(
                app.window, tr("Restoring"),
                lambda _told: restore(path, file, key=key, comes_with=comes_with), stops=False,
            )  # fmt: skip
        except Refused as refusal:
            said = str(refusal)
        else:
            said = tr("Restored.")
            if aside is not None:
                said = tr("Restored. The file as it was before is kept in {place}.", place=aside)
        app.home.seen = None
        app.load()
        self.keeping.say(said)


def _keyring_words(*, on: bool, whole: bool = True) -> str:
    if on:
        return tr(
            "From now on your file opens by itself for whoever has signed in to your account on this computer, on the "
            "command line too. Ctrl+L still asks for the passphrase."
        )
    forgotten = tr("The passphrase is asked for at each start.")
    if whole:
        return forgotten
    return forgotten + " " + tr("The keyring did not answer. What it may still keep opens nothing.")
