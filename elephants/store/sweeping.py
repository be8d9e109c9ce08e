"""Sees to it that words that went are in no page of the file, no -wal and no backup (STORE.md, Gone).

What cannot be done now, as on a full disk or while somebody reads, is tried again.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from elephants.store.backup import before_words_go, renew, words_went
from elephants.store.turn import Aside, at_once

if TYPE_CHECKING:
    from elephants.store.store import Store

R = TypeVar("R")

SELDOM = 60
"""Seconds between two tries, where it could not be done several times."""


class Sweeping:
    """Remembers what is to be swept, and sweeps when it can; `aside` does what takes long for a large store.

    It sweeps on the desk's own connection, which `raw` gives: what another one writes the desk would have to read.
    """

    def __init__(self, store: Store, raw: Callable[[], Any]) -> None:
        self.store, self._raw = store, raw
        self.aside: Aside = at_once
        self._words_linger = self._write_anew = self._renew = self._busy = self._swept = False
        self._failed, self._again = 0, 0.0

    def without_trace(self, work: Callable[[], R]) -> R:
        """Take words out between two backups, and write file and backups anew after it: all of it aside."""

        def swept() -> R:
            before_words_go(self.store)
            done = work()
            words_went(self.store)
            self._write_anew = self._renew = True
            self._try(at_once)
            self._swept = True
            return done

        return self.aside(swept)

    def sweep(self, words_gone: bool) -> None:
        """Empty the -wal when words were struck or changed: until then the old ones stand in it."""
        swept, self._swept = self._swept, False
        if swept:
            return
        self._words_linger = self._words_linger or words_gone
        if self._busy or not self.store.writing:
            return
        if self._write_anew or self._renew:
            if words_gone or time.monotonic() >= self._again:
                self._try(self.aside)
        elif self._words_linger:
            self._words_linger = not self.store.empty_wal(self._raw())

    def _try(self, aside: Aside) -> None:
        """Write all anew; where it cannot be done it is tried again at once, and then less and less often."""
        self._busy = True
        try:
            aside(self._anew)
        finally:
            self._busy = False
        self._failed = self._failed + 1 if self._write_anew or self._renew else 0
        self._again = time.monotonic() + min(SELDOM, 4 ** max(0, self._failed - 1) - 1)

    def _anew(self) -> None:
        """Write the file anew, and then a backup in the place of those before."""
        if self._write_anew:
            self._write_anew = self._words_linger = not self.store.write_anew(self._raw())
        if self._renew and not self._write_anew:
            self._renew = not renew(self.store)
