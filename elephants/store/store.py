"""Opens the one encrypted file that a space lives in: made, checked, upgraded and locked for one writer."""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3
from filelock import FileLock, Timeout

from elephants.sessions.text import Refused
from elephants.store.vault import Locked, key_mark, make_key, read_key, sync_folder
from elephants.words import tr

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

    from elephants.store.aside import Copy

SCHEMA = 1
"""The newest schema this program knows; `user_version` of the file is the gate."""

WAIT = 5
"""Seconds to wait while another connection writes."""

_PRAGMAS = (
    "cipher_log_level=NONE",
    "journal_mode=WAL",
    "synchronous=FULL",
    "fullfsync=ON",
    "checkpoint_fullfsync=ON",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "temp_store=MEMORY",
    "cache_size=-65536",
)

_FULL = frozenset(("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE"))
"""What SQLite calls it when it finds no room, also for what it has to write beside a store."""

log = logging.getLogger(__name__)


class Damaged(Refused):
    """Says that the file cannot be read: it is damaged, is no store, or its key is another; all three look the same."""


class Store:
    """One file, its key and, for a writer, the lock that keeps a second window out.

    `writing=False` reads only, and may do so while the app is open, and where nothing can be written. Refuses, with
    a sentence: a file that is not a store or has another key, a newer store, and for a writer a read-only place and
    a store that is open elsewhere.
    """

    def __init__(self, path: Path, *, writing: bool = True) -> None:
        self.path = path.absolute()
        self.writing = writing
        self._lock = FileLock(f"{self.path}.lock", timeout=0)
        self._copy: Copy | None = None
        self.missing = ""
        """Says, where gestures that were kept could not be read any more as it was opened, that they may be missing."""
        if writing:
            self._begin()
        elif not self.path.is_file():
            raise Refused(tr("There is no store at {place}.", place=self.path))
        try:
            self._key = read_key(self.path)
            self._look_at_empty()
            if not writing:
                from elephants.store.aside import copy_where_needed

                self._copy = copy_where_needed(self.path)
            else:
                self._look_at_end()
            self._gate()
        except BaseException:
            self.close()
            raise

    @property
    def key(self) -> str:
        """The key, as hex; never shown, written or logged."""
        return self._key

    def connect(self, *, check_same_thread: bool = True) -> Any:
        """Give a raw connection with the key set first and every safety on; the caller closes it."""
        file = self.path if self._copy is None else self._copy.path
        raw = sqlcipher3.connect(str(file), timeout=WAIT, check_same_thread=check_same_thread)
        try:
            raw.execute(f"PRAGMA key=\"x'{self._key}'\"")
            for pragma in _PRAGMAS if self.writing else (*_reading(), "query_only=ON"):
                raw.execute(f"PRAGMA {pragma}")
        except BaseException:
            raw.close()
            raise
        return raw

    def engine(self) -> Engine:
        """Give the SQLAlchemy engine of the desk: BEGIN IMMEDIATE, parameters never shown."""
        from elephants.store.engine import engine_of

        return engine_of(self)

    def damaged(self) -> Damaged:
        """Give the sentence for a file that cannot be read; a wrong key and a damaged file look the same."""
        return Damaged(
            tr(
                "{place} cannot be opened: it is not a store of Elephants, it is damaged, or its key is another. "
                "Nothing was changed.",
                place=self.path,
            )
        )

    def refusal(self, trouble: Exception) -> Refused:
        """Give the sentence for what SQLite said as it opened or read: a full disk makes no damaged file."""
        name = getattr(getattr(trouble, "orig", trouble), "sqlite_errorname", "")
        if name in _FULL:
            return self._full()
        return self._unwritable() if self.writing and name == "SQLITE_CANTOPEN" else self.damaged()

    def _unwritable(self) -> Refused:
        return Refused(
            tr("The store at {place} cannot be written. Nothing was changed. Choose another place.", place=self.path)
        )

    def _full(self) -> Refused:
        return Refused(
            tr("The disk is full, so the store at {place} cannot be opened. Nothing was changed. "
               "Make room on the disk, then try again.", place=self.path)
        )  # fmt: skip

    def empty_wal(self, connection: Any) -> bool:
        """Write the -wal into the file and empty it; tells whether it could, without waiting for a reader."""
        connection.execute("PRAGMA busy_timeout=0")
        try:
            busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except sqlcipher3.DatabaseError:  # what was done stays done; it is tried again
            return False
        finally:
            connection.execute(f"PRAGMA busy_timeout={WAIT * 1000}")
        return not busy

    def write_anew(self, connection: Any) -> bool:
        """Write the file anew and empty the -wal, so that no free page holds what was taken out; tells if it could."""
        try:
            connection.execute("VACUUM")
        except sqlcipher3.DatabaseError:  # the disk may be full: what was done stays done, and it is tried again
            return False
        return self.empty_wal(connection)

    def close(self) -> None:
        """Let another window have the store."""
        self._lock.release()
        if self._copy is not None:
            self._copy.away()
            self._copy = None

    @contextmanager
    def raw(self) -> Iterator[Any]:
        """Lend a raw connection for a moment."""
        connection = self.connect()
        try:
            yield connection
        finally:
            connection.close()

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """Lend a raw connection for a moment; what cannot be read is said in a sentence."""
        try:
            with self.raw() as connection:
                yield connection
        except sqlcipher3.DatabaseError as trouble:
            raise self.refusal(trouble) from None

    def _begin(self) -> None:
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self.path.is_dir():
                raise PermissionError
            self._lock.acquire()
            if not self.path.exists() or self.path.stat().st_size == 0:
                self._make()
            elif not (os.access(self.path, os.W_OK) and os.access(self.path.parent, os.W_OK)):  # the -wal lies beside
                raise PermissionError
        except Timeout:
            raise Refused(
                tr("This store is open in another window. Nothing was changed. Close the other window first.")
            ) from None
        except (OSError, sqlcipher3.OperationalError) as trouble:
            self.close()
            if isinstance(trouble, OSError) and trouble.errno in (errno.ENOSPC, errno.EDQUOT):
                raise self._full() from None
            raise self._unwritable() from None

    def _make(self) -> None:
        """Give a new file its key; the first tables follow at the gate, like every later upgrade."""
        try:
            read_key(self.path)  # a first start that was cut off left its key
        except Locked:
            raise  # it opens the backups, and must never be written over
        except Refused:
            make_key(self.path)

    def _look_at_empty(self) -> None:
        """Refuse an empty file that is to be read, or that there are backups of: it lost all it had."""
        if not self.path.is_file() or self.path.stat().st_size:
            return
        from elephants.store.backup_names import backups_folder, kept_in

        if not self.writing or kept_in(backups_folder(self.path), key_mark(self._key)):
            raise self.damaged()

    def _look_at_end(self) -> None:
        """Keep the file as it was found where SQLite would go on, without a word, without its damaged end."""
        from elephants.store.left_wal import is_damaged

        if not is_damaged(self.path):
            return
        from elephants.store.backup_restore import keep_present

        try:
            aside = keep_present(self.path)
        except OSError:
            raise self._full() from None
        self.missing = tr(
            "The end of the file was damaged. What was done last may be missing: look through the last session. "
            "The file as it was found is kept in {place}.", place=aside,
        )  # fmt: skip

    def _gate(self) -> None:
        try:
            with self.raw() as connection:
                version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        except sqlcipher3.DatabaseError as trouble:
            raise self.refusal(trouble) from None
        if version > SCHEMA:
            raise Refused(
                tr("This store was written by a newer Elephants. Nothing was changed. Install the newer Elephants.")
            )
        if version < SCHEMA:
            self._upgrade(version)

    def _upgrade(self, version: int) -> None:
        if not self.writing and not version:
            raise Refused(tr("There is nothing in this store yet. Open it once in the app, then try again."))
        if not self.writing:
            raise Refused(tr("This store is from an older Elephants. Open it once in the app, then try again."))
        from sqlalchemy.exc import DBAPIError

        from elephants.store.upgrades import upgrade

        kept = self._keep_before() if version else None
        engine = self.engine()
        try:
            upgrade(engine, version, SCHEMA)
        except Exception as trouble:
            if kept is None and isinstance(trouble, DBAPIError):
                raise self.refusal(trouble) from None
            if kept is None:
                raise
            log.exception("an upgrade failed")
            raise Refused(
                tr(
                    "The store at {place} could not be brought to this Elephants. It is as it was. The older Elephants "
                    "opens it, and a backup of it is in {backup}.",
                    place=self.path, backup=kept,
                )
            ) from None  # fmt: skip
        finally:
            engine.dispose()
        sync_folder(self.path.parent)

    def _keep_before(self) -> Path:
        from elephants.store.backup import back_up

        return back_up(self).path


def _reading() -> tuple[str, ...]:
    return tuple(one for one in _PRAGMAS if not one.startswith(("journal_mode", "secure_delete")))
