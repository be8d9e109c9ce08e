"""Keeps the key of a store: 256 random bits, in a file apart from it that only its owner may read.

As it is made the key lies there plainly. With a passphrase it lies there wrapped, and nowhere else; the words of the
room need not be encrypted anew when the passphrase changes.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from pathlib import Path
from typing import Any

from elephants.sessions.text import Refused
from elephants.store.wrapping import CODE_SIGNS, Wrapped, new_code, read_code, signs_of_code, unwrap, wrap
from elephants.words import tr, trn

KEY_BYTES = 32
SHORTEST = 8
"""Signs that a passphrase has at the least."""

_KEY_SIGNS = 2 * KEY_BYTES
_KIND = "a locked key of Elephants"
_LARGEST = 20_000

_open: dict[Path, str] = {}
"""The keys that were unlocked in this process, and nowhere else, by the place of their store."""


class Locked(Refused):
    """Says that a store is locked with a passphrase, and that this one was not given or is another."""


def key_file(store: Path) -> Path:
    """Say where the key of a store lies: in a folder of its own beside the store."""
    return store.parent / "key" / f"{store.name}.key"


def key_mark(key: str) -> str:
    """Give what a key is known by in the names of its backups; nobody comes back from it to the key."""
    return hashlib.blake2b(bytes.fromhex(key), digest_size=8, person=b"elephants mark").hexdigest()


def make_key(store: Path) -> str:
    """Make a new random key for a store and put it where only its owner may read it."""
    where = key_file(store)
    where.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = secrets.token_hex(KEY_BYTES)
    put(where, key)
    sync_folder(store.parent)
    return key


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder are on the disk."""
    if os.name == "nt":  # Windows cannot open a folder; NTFS journals the name itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_key(store: Path) -> str:
    """Give the key of a store; refuses in a sentence when it is missing, is not a key or is still locked."""
    store = store.absolute()
    if store in _open:
        return _open[store]
    where = key_file(store)
    text = _text(where)
    if _locked(text) is not None:
        raise Locked(tr("This store is locked with a passphrase. Nothing was changed."))
    if not is_key(text):
        raise Refused(tr("The file at {place} is not the key of a store. Nothing was changed.", place=where))
    return text


def is_key(text: str) -> bool:
    """Tell whether a text is a key as it lies in a key file."""
    return len(text) == _KEY_SIGNS and all(sign in "0123456789abcdef" for sign in text)


# -- the passphrase ------------------------------------------------------------------------------------------------


def is_locked(store: Path) -> bool:
    """Tell whether a passphrase is needed to open a store, and was not given in this process."""
    return store.absolute() not in _open and bool(locked_key(store))


def locked_key(store: Path) -> str:
    """Give the wrapped key as it is written down, which may lie beside backups; "" where no passphrase was set."""
    try:
        text = _text(key_file(store.absolute()))
    except Refused:
        return ""
    return text if _locked(text) is not None else ""


def mark_of(store: Path) -> str:
    """Give the mark of a key that is locked with a passphrase, without opening it; "" where none was set."""
    return str((_locked(locked_key(store)) or {}).get("mark", ""))


def has_sheet(store: Path) -> bool:
    """Tell whether a recovery sheet was made."""
    return _sheet(_locked(locked_key(store)) or {}) is not None


def unlock(store: Path, words: str) -> None:
    """Open a store for this process with its passphrase, or with the code of its recovery sheet.

    Takes half a second, so not in the thread of the window. Refuses words that are neither.
    """
    _open[store.absolute()] = key_of(locked_key(store), words)


def key_of(locked: str, words: str) -> str:
    """Give the key behind a wrapped one; refuses words that do not open it."""
    found = _locked(locked)
    if found is None:
        raise Refused(tr("This is not a locked key. Nothing was changed."))
    code, sheet, by_words = read_code(words), _sheet(found), Wrapped.read(found.get("passphrase"))
    key = unwrap(sheet, code) if code and sheet is not None else ""
    key = key or (unwrap(by_words, words) if by_words is not None else "")
    if not key or key_mark(key) != found.get("mark"):
        raise Locked(_why_not(words))
    return key


def _why_not(words: str) -> str:
    """Say what may be wrong with words that do not open: somebody who types a code should not look for a passphrase."""
    signs = signs_of_code(words)
    if read_code(words):
        return tr("This code is typed right, but it does not open this file. If a newer sheet was printed, take that.")
    if signs == CODE_SIGNS:
        return tr(
            "This does not open it. If it is the code of a recovery sheet, a sign is wrong. Look again at 5 and S, "
            "8 and B, 2 and Z, 0 and D."
        )
    if signs:
        return trn(
            "This does not open it. If it is the code of a recovery sheet: it has 28 signs, and here is {n}.",
            "This does not open it. If it is the code of a recovery sheet: it has 28 signs, and here are {n}.", signs,
        )  # fmt: skip
    return tr("This is not the passphrase. Look at capitals and at the keyboard, and try again.")


def opened(store: Path, key: str) -> None:
    """Take a key that was unlocked for the key of a store, in this process."""
    _open[store.absolute()] = key


def forget(store: Path) -> None:
    """Forget the key of a store that was unlocked in this process."""
    _open.pop(store.absolute(), None)


def set_passphrase(store: Path, words: str) -> None:
    """Lock the key with a passphrase, or with another one; the store itself stays as it is.

    A recovery sheet made before opens it still. Refuses fewer than eight signs. Takes half a second.
    """
    may_be_passphrase(words)
    store = store.absolute()
    key = read_key(store)
    sheet = (_locked(locked_key(store)) or {}).get("sheet")
    _lock_away(store, key, {"passphrase": wrap(key, words).plain(), "sheet": sheet})


def make_sheet(store: Path) -> str:
    """Draw the code for a new recovery sheet, which opens the store too; an older sheet opens no more.

    Refuses a store without a passphrase. Takes half a second.
    """
    store = store.absolute()
    key, found = read_key(store), _locked(locked_key(store))
    if found is None:
        raise Refused(tr("Set a passphrase first. A recovery sheet is for the day when it is forgotten."))
    code = new_code()
    _lock_away(store, key, {"passphrase": found["passphrase"], "sheet": wrap(key, read_code(code)).plain()})
    return code


def may_be_passphrase(words: str) -> None:
    """Refuse a passphrase that is too short to keep anybody out."""
    if len(words.strip()) < SHORTEST:
        raise Refused(tr("This is too short. Take eight letters or more; four words are good."))


def install_key(store: Path, text: str) -> None:
    """Put a key, plain or locked, where that of a store belongs, as a backup of another store comes in."""
    where = key_file(store.absolute())
    where.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    put(where, text)


def _lock_away(store: Path, key: str, locks: dict[str, Any]) -> None:
    where = key_file(store)
    try:
        put(where, json.dumps({"kind": _KIND, "mark": key_mark(key), **locks}, indent=1))
    except OSError:
        raise Refused(tr("The key at {place} cannot be written. Nothing was changed.", place=where)) from None
    _open[store] = key


def put(where: Path, text: str) -> None:
    """Write a key aside and rename it, whole or not at all: half a key would lock the store for ever.

    For its owner only; what stood there before is written over.
    """
    aside = where.with_suffix(".new")
    aside.unlink(missing_ok=True)
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    with _OverWritten(where):
        aside.replace(where)
        sync_folder(where.parent)


class _OverWritten:
    """Writes over a plain key once another stands in its place, as far as a disk lets itself be written over."""

    def __init__(self, where: Path) -> None:
        self._old = None if os.name == "nt" or not where.is_file() else where.open("r+b")  # Windows replaces none open

    def __enter__(self) -> None: ...

    def __exit__(self, kind: type[BaseException] | None, *_more: object) -> None:
        if self._old is None:
            return
        with self._old as old:
            if kind is None:
                old.write(b"\0" * os.fstat(old.fileno()).st_size)
                old.flush()
                os.fsync(old.fileno())


def _text(where: Path) -> str:
    try:
        with where.open(encoding="ascii") as file:
            return file.read(_LARGEST).strip()
    except (OSError, UnicodeDecodeError):
        raise Refused(
            tr("The key of this store cannot be read. Nothing was changed. It belongs at {place}.", place=where)
        ) from None


def _locked(text: str) -> dict[str, Any] | None:
    try:
        found = json.loads(text) if text.startswith("{") else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or found.get("kind") != _KIND or Wrapped.read(found.get("passphrase")) is None:
        return None
    return found


def _sheet(found: dict[str, Any]) -> Wrapped | None:
    return Wrapped.read(found.get("sheet"))
