"""Keeps the key of a store: 256 random bits in a file apart from it, readable by its owner only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from elephants.sessions.text import Refused
from elephants.words import tr

KEY_BYTES = 32
_KEY_SIGNS = 2 * KEY_BYTES


def key_file(store: Path) -> Path:
    """Say where the key of a store lies: in a folder of its own beside the store."""
    return store.parent / "key" / f"{store.name}.key"


def make_key(store: Path) -> str:
    """Make a new random key for a store and put it where only its owner may read it."""
    where = key_file(store)
    where.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = secrets.token_hex(KEY_BYTES)
    aside = where.with_suffix(".new")
    aside.unlink(missing_ok=True)
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write(key)
        out.flush()
        os.fsync(out.fileno())
    aside.replace(where)  # whole or not at all: half a key would lock the store for ever
    sync_folder(where.parent)
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
    """Give the key of a store; refuses in a sentence when it is missing or is not a key."""
    where = key_file(store)
    try:
        key = where.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        raise Refused(
            tr("The key of this store cannot be read. Nothing was changed. It belongs at {place}.", place=where)
        ) from None
    if len(key) != _KEY_SIGNS or not all(sign in "0123456789abcdef" for sign in key):
        raise Refused(tr("The file at {place} is not the key of a store. Nothing was changed.", place=where))
    return key
