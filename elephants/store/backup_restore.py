"""Restoring: what is in a backup is shown first; then it takes the place of the store, which is kept aside whole."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import sqlcipher3
from filelock import FileLock, Timeout

from elephants.sessions.text import Refused
from elephants.store import store as stores
from elephants.store.backup import gone_at, is_whole, open_file
from elephants.store.backup_names import ASIDE, KEY, PART, backups_folder, beside, file_of, kept_in, made_at, mark_in
from elephants.store.vault import (
    Locked,
    install_key,
    is_key,
    key_file,
    key_mark,
    key_of,
    locked_key,
    opened,
    read_key,
    sync_folder,
)  # fmt: skip
from elephants.words import tr

_WAL, _SHARED = "-wal", "-shm"


@dataclass(frozen=True, repr=False)
class Inside:
    """What is in a backup, for a person to know which one it is."""

    path: Path
    made: datetime | None
    spaces: tuple[str, ...]
    sessions: int
    newest: date | None
    holds_words_that_went: bool = False
    """Whether words were taken out since: they come back with it (a stick that was not here then)."""


def look_inside(file: Path, key: str, *more: Path) -> Inside:
    """Open a backup, check the whole of it and tell what is in it; refuses what is damaged, newer or no backup.

    `more` are folders beside its own in which it may be noted that words were taken out since.
    """
    if not file.is_file():
        raise Refused(tr("There is no backup at {place}.", place=file))
    try:
        raw = open_file(file, key)
        try:
            if raw.execute("PRAGMA user_version").fetchone()[0] > stores.SCHEMA:
                raise Refused(tr("This backup is from a newer Elephants. Nothing was changed. Install the newer one."))
            if not is_whole(raw):
                raise _unreadable(file)
            return Inside(file, made_at(file), *_counted(raw), _held_words(file, key, *more))
        finally:
            raw.close()
    except sqlcipher3.DatabaseError:
        raise _unreadable(file) from None


def newest_good(store: Path, *more: Path) -> Inside | None:
    """Find the newest backup that can be read, in the store's own folder and in `more`; None where there is none."""
    try:
        key = read_key(store)
    except Refused:
        return None
    mark = key_mark(key)
    listed = [one for folder in (backups_folder(store), *more) for one in kept_in(folder, mark)]
    for one in sorted(listed, key=lambda one: one.made, reverse=True):
        with suppress(Refused):
            return look_inside(one.path, key, backups_folder(store))
    return None


def key_for(store: Path, file: Path, words: str = "") -> tuple[str, str]:
    """Find the key of a backup: that of the store, or one that lies beside the backup, which `words` unlock.

    Gives the key, and the text of a key file to come with it, "" where the store's own opens it. Refuses with `Locked`
    where a passphrase is needed.
    """
    mark = mark_in(file.name)
    if key_file(store.absolute()).is_file() and (not locked_key(store) or not words):
        with suppress(Locked):
            own = read_key(store)
            if (key_mark(own) == mark) if mark else _opens(file, own):
                return own, ""
    for text in _keys_near(file, mark):
        key = text if is_key(text) else key_of(text, words) if words else ""
        if not key:
            raise Locked(tr("This backup is locked with a passphrase. Nothing was changed."))
        if _opens(file, key):
            return key, text
    raise Refused(
        tr("The key of {file} is not here. Restore it on the computer it was made on. Nothing was changed.", file=file)
    )


def restore(store: Path, file: Path, *, key: str, comes_with: str = "") -> Path | None:
    """Put a backup in the place of a store; gives where the store that was there is kept, None where there was none.

    Refuses, with nothing changed: a store that is open elsewhere, a full disk, a backup that is not whole.
    """
    store = store.absolute()
    look_inside(file, key)
    try:
        store.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(f"{store}.lock", timeout=0):
            aside = _put_back(store, file, comes_with)
    except Timeout:
        raise Refused(
            tr("This store is open in another window. Nothing was changed. Close the other window first.")
        ) from None
    except OSError:
        raise Refused(
            tr("There is no room to restore beside {place}, or it cannot be written. The store is as it was.",
               place=store)
        ) from None  # fmt: skip
    if comes_with:
        opened(store, key)
    return aside


def _put_back(store: Path, file: Path, comes_with: str) -> Path | None:
    """Bring the copy beside the store first and keep the present one; only then let one take the other's place."""
    new = store.with_name(store.name + PART)
    try:
        shutil.copyfile(file, new)
        new.chmod(0o600)
        aside = keep_present(store)
        for end in (_WAL, _SHARED):  # a -wal left beside another file would be read into it
            Path(f"{store}{end}").unlink(missing_ok=True)
        if comes_with:
            _key_aside(store)
            install_key(store, comes_with)
        new.replace(store)
        sync_folder(store.parent)
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)
    return aside


def keep_present(store: Path) -> Path | None:
    """Keep a store as it lies there, with its -wal, among its backups; gives where, None where there is nothing."""
    if not store.is_file() or not store.stat().st_size:
        return None
    try:
        mark = key_mark(read_key(store))
    except Refused:
        mark = "0" * 16  # its key is not here: it cannot be told whose it is
    folder = backups_folder(store)
    folder.mkdir(mode=0o700, exist_ok=True)
    aside = file_of(folder, mark, datetime.now(UTC), ASIDE)
    for end in (_WAL, ""):
        if Path(f"{store}{end}").is_file():
            shutil.copyfile(f"{store}{end}", f"{aside}{end}")
            Path(f"{aside}{end}").chmod(0o600)
    sync_folder(folder)
    return aside


def _key_aside(store: Path) -> None:
    """Keep the key of the store that is put aside: without it that one opens no more."""
    where = key_file(store)
    if where.is_file():
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
        shutil.copyfile(where, where.with_name(f"{where.name}.{stamp}{ASIDE}"))


def _keys_near(file: Path, mark: str) -> list[str]:
    """Read the keys that may belong to a backup: locked ones beside it, and that of the store whose folder this is."""
    folder = file.absolute().parent
    listed = [beside(folder, mark, KEY)] if mark else sorted(folder.glob(f"elephants-*{KEY}"))
    listed += sorted((folder.parent / "key").glob("*.key"))
    texts = []
    for one in listed:
        with suppress(OSError, UnicodeDecodeError):
            texts.append(one.read_text(encoding="ascii").strip())
    return [one for one in texts if one and (not is_key(one) or not mark or key_mark(one) == mark)]


def _opens(file: Path, key: str) -> bool:
    try:
        raw = open_file(file, key)
        try:
            raw.execute("PRAGMA user_version").fetchone()
        finally:
            raw.close()
    except sqlcipher3.DatabaseError:
        return False
    return True


def _held_words(file: Path, key: str, *folders: Path) -> bool:
    made = made_at(file)
    noted = [gone_at(folder, key_mark(key)) for folder in (file.parent, *folders)]
    return made is not None and any(at is not None and made <= at for at in noted)


def _counted(raw: Any) -> tuple[tuple[str, ...], int, date | None]:
    names = tuple(str(row[0]) for row in raw.execute("SELECT name FROM space ORDER BY id"))
    count, newest = raw.execute("SELECT count(*), max(date) FROM session WHERE state != 'planned'").fetchone()
    return names, int(count), date.fromisoformat(newest) if newest else None


def _unreadable(file: Path) -> Refused:
    return Refused(
        tr("{file} cannot be read: it is no backup, it is damaged, or its key is another. Nothing was changed.",
           file=file)
    )  # fmt: skip
