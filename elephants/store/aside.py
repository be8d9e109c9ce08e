"""Reads a store that lies where nothing can be written: a disc, a locked stick, a folder that is somebody else's."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from elephants.store.left_wal import WAL, is_damaged

SHARED = "-shm"


class Copy:
    """A store and its -wal, encrypted as they are, in a folder that only its owner may read; gone with `away`."""

    def __init__(self, store: Path) -> None:
        self._folder = TemporaryDirectory(prefix="elephants-", ignore_cleanup_errors=True)
        self.path = Path(self._folder.name) / store.name
        for end in ("", WAL):
            if Path(f"{store}{end}").is_file():
                shutil.copyfile(f"{store}{end}", f"{self.path}{end}")

    def away(self) -> None:
        """Throw the copy away."""
        self._folder.cleanup()


def copy_where_needed(store: Path) -> Copy | None:
    """Copy a store that SQLite cannot read where it lies: it can make no shared memory beside it, and none is there.

    SQLite's own way out, `immutable=1`, leaves out what still stands in the -wal, without a word: the last deeds.
    A -wal with a damaged end is copied too: SQLite would throw it away as it closes, and nobody could tell any more.
    """
    if (os.access(store.parent, os.W_OK) or Path(f"{store}{SHARED}").exists()) and not is_damaged(store):
        return None
    return Copy(store)
