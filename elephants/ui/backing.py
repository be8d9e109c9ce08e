"""Makes backups while the app is open, aside from the window: after each closed session, at most every half hour."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from elephants.sessions.text import Refused
from elephants.store.store import Store
from elephants.words import tr

EVERY = 30 * 60
"""Seconds of use between two backups."""
_LOOK = 60_000


class Backing(QObject):
    """One thread at a time makes a backup of a store, and brings it to a second folder where one is named.

    `may` tells whether no ballot box is open. `told` says the sentence when one could not be made, and "" when all
    went well; a stick that is not plugged in is no trouble.
    """

    told = Signal(str)
    done = Signal()

    def __init__(self, store: Store, second: Callable[[], str], may: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._second, self._may = store, second, may
        self._thread: threading.Thread | None = None
        self._last, self._wanted, self._changed, self._asked = time.monotonic(), False, False, False
        self._clock = QTimer(self, interval=_LOOK)
        self._clock.timeout.connect(self.look)
        self._clock.start()
        self.done.connect(self._ended)

    def changed(self) -> None:
        """Hear that something was saved."""
        self._changed = True

    def want(self, *, asked: bool = False) -> None:
        """Make one as soon as it may be; `asked` by a person, who hears when it is done."""
        self._wanted, self._asked = True, self._asked or asked
        self.look()

    def look(self) -> None:
        """Begin one where it is time."""
        due = self._changed and time.monotonic() - self._last >= EVERY
        if not (self._wanted or due) or self.busy or not self._may():
            return
        self._wanted, self._changed, self._last = False, False, time.monotonic()
        self._thread = threading.Thread(target=self._work, args=(self._second(), self._asked), daemon=True)
        self._asked = False
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Whether one is being made."""
        return self._thread is not None and self._thread.is_alive()

    def away(self) -> None:
        """Wait for the one that is being made, before the store is closed; one that was wanted is made now."""
        self._clock.stop()
        if self._wanted:
            self.look()
        if self._thread is not None:
            self._thread.join()

    def _work(self, second: str, asked: bool) -> None:
        from elephants.store import backup

        said = ""
        try:
            kept = backup.back_up(self._store)
            said = tr("A backup was made and checked.") if asked else ""
            if second and Path(second).is_dir():
                backup.bring_along(self._store, kept, Path(second))
            elif second and asked:
                said = tr(
                    "A backup was made on this computer. The second folder is not there: is the stick plugged in?"
                )
        except backup.BoxOpen:
            said = ""
        except Refused as refusal:
            said = str(refusal)
        self.told.emit(said)
        self.done.emit()

    def _ended(self) -> None:
        if self._wanted:
            self.look()
