"""Asks the system's keyring to open the store, while the page of the lock is there to type the passphrase into."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from elephants.sessions.text import Refused
from elephants.store.remembered import no_answer, recall
from elephants.store.vault import opened
from elephants.words import tr

LONG = 5
"""Seconds after which a keyring that says nothing is given no more hope; an answer that comes later still opens."""
_LOOK = 50


class Recalling(QTimer):
    """Tells by `came` that the store is unlocked, and by `said` why the keyring is of no help.

    It looks for the answer of its thread from time to time and dies with the page: a keyring may never answer, and
    nobody waits for it, neither the start nor the end of the program.
    """

    came = Signal()
    said = Signal(str)

    def __init__(self, store: Path, page: QWidget) -> None:
        super().__init__(page, interval=_LOOK)
        self._store, self._left = store, LONG * 1000 // _LOOK
        self._key, self._why = "", ""
        self._thread = threading.Thread(target=self._ask, daemon=True)
        self.timeout.connect(self._look)

    def begin(self) -> None:
        """Ask."""
        self.said.emit(tr("The keyring of this computer is asked. You can type the passphrase as well."))
        self._thread.start()
        self.start()

    def _ask(self) -> None:
        try:
            self._key = recall(self._store)
        except Refused as refusal:
            self._why = str(refusal)

    def _look(self) -> None:
        self._left -= 1
        if not self._thread.is_alive():
            self.stop()
            self._tell()
        elif not self._left:
            self.said.emit(no_answer())

    def _tell(self) -> None:
        if self._why:
            self.said.emit(self._why)
        elif self._key:
            opened(self._store, self._key)
            self.came.emit()
