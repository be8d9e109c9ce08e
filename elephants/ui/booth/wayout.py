"""How the facilitator, and nobody else, comes out of the booth: a key held for three seconds, or a phrase."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from PySide6.QtCore import QObject, QTimer, Signal

from elephants.ui.booth.clock import Clock

HELD = 3.0
"""Seconds for which the key or the button has to be held."""
_DRAW_MS = 50


class Phrase:
    """A phrase in memory only, and not even there as it was typed; capitals and spaces round it do not matter."""

    def __init__(self, words: str) -> None:
        self._salt = secrets.token_bytes(16)
        self._print = self._of(words)

    def __repr__(self) -> str:
        return "<Phrase>"

    def fits(self, words: str) -> bool:
        """Tell whether these are the words that were set."""
        return hmac.compare_digest(self._of(words), self._print)

    def _of(self, words: str) -> bytes:
        return hashlib.blake2b(words.strip().casefold().encode(), salt=self._salt).digest()


class HeldKey(QObject):
    """Measures how long a key is held; `filled(share)` tells how much of the time has passed, `done` that all has."""

    filled = Signal(float)
    done = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._since: float | None = None
        self._timer = QTimer(self, interval=_DRAW_MS)
        self._timer.timeout.connect(self.look)

    def press(self) -> None:
        """The key went down; a key that is down already stays so."""
        if self._since is None:
            self._since = self._clock.steady()
            self._timer.start()

    def release(self) -> None:
        """The key came up, or something else came between: begin from nothing the next time."""
        self._timer.stop()
        if self._since is not None:
            self._since = None
            self.filled.emit(0.0)

    def look(self) -> None:
        """Tell how far it is."""
        if self._since is None:
            return
        share = (self._clock.steady() - self._since) / HELD
        if share >= 1:
            self.release()
            self.done.emit()
        else:
            self.filled.emit(share)
