"""Backups: a whole copy of the store, encrypted with its own key, opened and checked before it counts (STORE.md).

Written aside and renamed, so that no half file is ever taken for a backup; thinned as it grows old.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from filecmp import cmp
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3
from filelock import FileLock, Timeout

from elephants.sessions.text import Refused
from elephants.store.backup_names import (
    END,
    GONE,
    KEY,
    PART,
    Kept,
    backups_folder,
    beside,
    file_of,
    kept_in,
    made_at,
    too_many,
)  # fmt: skip
from elephants.store.vault import key_mark, locked_key, sync_folder
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.store.store import Store

PATIENCE = 60
"""Seconds to wait while another window makes a backup into the same folder."""

_BOX = """
    SELECT count(*) FROM activity JOIN session ON session.id = activity.session_id
    WHERE session.state = 'running' AND json_extract(activity.settings, '$.box') = 'open'
"""


class NotKept(Refused):
    """Says that no backup was made, and why; the backups made before are as they were."""


class BoxOpen(NotKept):
    """Says that a ballot box is open: no copy of the store is made in the middle of a secret ballot."""


def back_up(store: Store, to: Path | None = None, *, now: datetime | None = None) -> Kept:
    """Make one backup of a store, in its own folder or in `to`, and thin those that lie there.

    Refuses, with the older backups untouched: an open box, a full disk, a place that cannot be written, and a copy
    that does not read as it should. Takes 0.6 s for 23 MB: call it aside from the window.
    """
    folder = backups_folder(store.path) if to is None else to
    with _sentences(folder), _folder_of(store, folder) as mark:
        gone = gone_at(backups_folder(store.path), mark)
        made = _later_than(now or datetime.now(UTC), [*kept_in(folder, mark, aside=True)], gone)
        part = file_of(folder, mark, made, END + PART)
        try:
            _copy(store, part)
            _in_place(part, part.with_suffix(""))
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        _leave_key(store, folder, mark)
        kept = Kept(part.with_suffix(""), made)
        _thin(folder, mark, made, gone)
    return kept


def bring_along(store: Store, kept: Kept, folder: Path) -> Kept:
    """Put a backup into a second folder too, such as a stick, read back and compared, and thin those that lie there."""
    with _sentences(folder), _folder_of(store, folder) as mark:
        there = folder / kept.path.name
        part = there.with_name(there.name + PART)
        try:
            shutil.copyfile(kept.path, part)
            _sync(part)
            if not cmp(kept.path, part, shallow=False):
                raise NotKept(tr("The copy in {place} is not whole. It was thrown away.", place=folder))
            _in_place(part, there)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        _leave_key(store, folder, mark)
        _thin(folder, mark, kept.made, gone_at(backups_folder(store.path), mark))
    return Kept(there, kept.made)


def before_words_go(store: Store) -> None:
    """Make a backup before words are taken out, which `renew` throws away once all went well.

    Without room for it, or with a box open, there is none: nobody's words stay for the want of a backup.
    """
    with suppress(NotKept):
        back_up(store)
        words_went(store)


def words_went(store: Store) -> None:
    """Note that words were taken out now: every backup made until now holds them, here and on any stick, and must go.

    Noted before and after the deed: a backup that was begun before it is not trusted either.
    """
    folder, mark = backups_folder(store.path), key_mark(store.key)
    listed = kept_in(folder, mark, aside=True)
    if not listed:
        return
    at, file = max(datetime.now(UTC), listed[0].made), beside(folder, mark, GONE)
    try:
        aside = file.with_name(file.name + PART)
        aside.write_text(file_of(folder, mark, at).name, encoding="ascii")
        _sync(aside)
        _in_place(aside, file)
    except OSError:  # no room even for a line: then rather no backup than one that holds those words
        for one in listed:
            _away(one)


def renew(store: Store) -> bool:
    """Make a backup in the place of those that hold words which were taken out; tells whether none is left of them."""
    if not hold_words_that_went(store):
        return True
    try:
        back_up(store)
    except NotKept:
        return False
    return not hold_words_that_went(store)


def hold_words_that_went(store: Store) -> bool:
    """Tell whether a backup is left from before words were taken out, as after a power cut."""
    folder, mark = backups_folder(store.path), key_mark(store.key)
    gone = gone_at(folder, mark)
    return gone is not None and any(one.made <= gone for one in kept_in(folder, mark, aside=True))


def is_box_open(raw: Any) -> bool:
    """Tell whether a ballot box is open in a session that runs."""
    return bool(raw.execute("SELECT count(*) FROM sqlite_master WHERE name = 'activity'").fetchone()[0]) and bool(
        raw.execute(_BOX).fetchone()[0]
    )


def open_file(file: Path, key: str) -> Any:
    """Open a backup for reading; the caller closes it."""
    raw = sqlcipher3.connect(str(file), timeout=0)
    raw.execute(f"PRAGMA key=\"x'{key}'\"")
    for pragma in ("cipher_log_level=NONE", "trusted_schema=OFF", "temp_store=MEMORY", "query_only=ON"):
        raw.execute(f"PRAGMA {pragma}")
    return raw


def is_whole(raw: Any) -> bool:
    """Tell whether every page is as it was written, and every row and index where it belongs."""
    try:
        pages = raw.execute("PRAGMA cipher_integrity_check").fetchall()
        return not pages and raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except sqlcipher3.DatabaseError:
        return False


def _copy(store: Store, part: Path) -> None:
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with store.raw() as raw:
        raw.isolation_level = None
        if is_box_open(raw):
            raise BoxOpen(tr("A box is open. A backup is made when the result is shown."))
        raw.execute("PRAGMA query_only=OFF")  # of a reader: it writes nothing but the copy
        version = raw.execute("PRAGMA user_version").fetchone()
        raw.execute("VACUUM INTO ?", (str(part),))
    copy = open_file(part, store.key)
    try:
        if copy.execute("PRAGMA user_version").fetchone() != version or not is_whole(copy):
            raise NotKept(tr("The copy is not whole, so it was thrown away. The backups before it are still there."))
    finally:
        copy.close()
    _sync(part)


@contextmanager
def _folder_of(store: Store, folder: Path) -> Iterator[str]:
    """Lend a folder to one who writes backups; sweeps away what a backup that was cut off left there."""
    mark = key_mark(store.key)
    if folder == backups_folder(store.path):
        folder.mkdir(mode=0o700, exist_ok=True)
    elif not folder.is_dir():  # a lock would make it, where the stick should be
        raise FileNotFoundError
    with FileLock(str(beside(folder, mark, ".lock")), timeout=PATIENCE):
        for left in folder.glob(f"elephants-{mark}*{PART}*"):
            left.unlink(missing_ok=True)
        yield mark


@contextmanager
def _sentences(folder: Path) -> Iterator[None]:
    """Say in a sentence what the system says in a number."""
    try:
        yield
    except Timeout:
        raise NotKept(tr("Another window makes a backup just now. Try again in a minute.")) from None
    except (OSError, sqlcipher3.Error) as trouble:
        raise NotKept(_why_not(trouble, folder)) from None


def _why_not(trouble: Exception, folder: Path) -> str:
    number = trouble.errno if isinstance(trouble, OSError) else None
    if number in (errno.ENOSPC, errno.EDQUOT) or "full" in str(trouble):
        return tr("The disk is full. No backup was made. The backups before it are still there.")
    if isinstance(trouble, FileNotFoundError | NotADirectoryError):
        return tr("There is no folder {place}. No backup was made there. Is the stick plugged in?", place=folder)
    if isinstance(trouble, OSError) or "readonly" in str(trouble):
        return tr(
            "The folder {place} cannot be written. No backup was made there. Choose another folder.", place=folder
        )
    return tr("The store could not be read whole. No backup was made. The backups before it are still there.")


def _later_than(now: datetime, kept: list[Kept], gone: datetime | None) -> datetime:
    """Give a time after all that is there, also where the clock of this computer was put back."""
    before = max([one.made for one in kept] + ([gone] if gone else []), default=now - timedelta(days=1))
    return max(now.astimezone(UTC), before + timedelta(microseconds=1))


def gone_at(folder: Path, mark: str) -> datetime | None:
    """Tell when words were last taken out: what was made until then holds them."""
    try:
        return made_at(folder / beside(folder, mark, GONE).read_text(encoding="ascii").strip())
    except (OSError, UnicodeDecodeError):
        return None


def _thin(folder: Path, mark: str, made: datetime, gone: datetime | None) -> None:
    listed = kept_in(folder, mark, aside=True)
    hold_words = [one for one in listed if gone is not None and one.made <= gone and one.made < made]
    for one in {*hold_words, *too_many(listed, made)}:
        _away(one)


def _away(kept: Kept) -> None:
    for end in ("", "-wal", "-shm"):
        with suppress(OSError):
            Path(f"{kept.path}{end}").unlink(missing_ok=True)


def _leave_key(store: Store, folder: Path, mark: str) -> None:
    """Put the key, where it is locked with a passphrase, beside its backups: without it they open nowhere else."""
    there, locked = beside(folder, mark, KEY), locked_key(store.path)
    if locked and not (there.is_file() and there.read_text(encoding="utf-8") == locked):
        part = there.with_name(there.name + PART)
        part.write_text(locked, encoding="utf-8")
        _sync(part)
        _in_place(part, there)


def _in_place(part: Path, there: Path) -> None:
    part.replace(there)
    sync_folder(there.parent)


def _sync(file: Path) -> None:
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
