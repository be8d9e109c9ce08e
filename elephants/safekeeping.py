"""The commands that keep the store safe: backup, restore, check; and the passphrase, asked for where somebody can type.

Each gives the lines to print; none imports Qt.
"""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from elephants.sessions.text import Refused
from elephants.words import clock_words, day_words, tr, trn

if TYPE_CHECKING:
    from elephants.store.backup_restore import Inside

_LONGEST_LINE = 10_000

Act = Callable[[argparse.Namespace], Iterable[str]]


class NewCommand(Protocol):
    """Adds one command to the parser, with what it says of itself and what it does."""

    def __call__(self, name: str, says: str, act: Act) -> argparse.ArgumentParser:
        """Add it, and give its parser for what it takes."""


def add_commands(command: NewCommand, store_of: Callable[[argparse.Namespace], Path]) -> None:
    """Add the three commands; `store_of` says which store the words of a command mean, locked or not."""
    backup = command(
        "backup", tr("Make a backup of the store, and check it."),
        lambda words: back_up(unlocked(store_of(words), passphrase_of(words)), words.to),
    )  # fmt: skip
    backup.add_argument("--to", metavar="FOLDER", type=Path, help=tr("into this folder, such as a stick"))
    restore = command(
        "restore", tr("Put a backup in the place of the store, which is kept aside."),
        lambda words: put_back(store_of(words), words.file, passphrase_of(words)),
    )  # fmt: skip
    restore.add_argument("file", metavar="FILE", nargs="?", type=Path)
    command(
        "check", tr("Look whether the store is whole, and what backups there are."),
        lambda words: check(unlocked(store_of(words), passphrase_of(words))),
    )  # fmt: skip


# -- the passphrase ------------------------------------------------------------------------------------------------


def passphrase_of(words: argparse.Namespace) -> Path | None:
    """Give the file of `--passphrase-file`, where it was given."""
    file: Path | None = getattr(words, "passphrase_file", None)
    return file


def unlocked(store: Path, file: Path | None) -> Path:
    """Unlock a store for this process, where it is locked; gives its path.

    By the file with the passphrase; without one by the keyring, where somebody ticked that at home; else by asking at
    the terminal. Refuses where nobody can be asked.
    """
    from elephants.store import vault

    if vault.is_locked(store):
        why = by_keyring(store) if file is None else ""
        if vault.is_locked(store):
            vault.unlock(store, asked(file, why))
    return store


def by_keyring(store: Path) -> str:
    """Unlock a store with the keyring of this computer, where somebody allowed that; gives why it could not be."""
    from elephants.store import remembered, vault

    if not remembered.is_remembered(store):
        return ""
    if remembered.asks_first(store):
        return tr("It was locked by hand, so the keyring opens it again once its passphrase was typed in the window.")
    try:
        vault.opened(store, remembered.recall_soon(store, remembered.LONG))
    except remembered.NoKeyring as no:
        return str(no)
    return ""


def asked(file: Path | None, why: str = "") -> str:
    """Read the passphrase from the first line of a file, or ask at the terminal without showing it.

    `why` says why the keyring did not save the asking.
    """
    if file is not None:
        return _first_line(file)
    if sys.stdin is None or not sys.stdin.isatty():
        locked = tr("This store is locked with a passphrase.")
        how = tr("Give it by --passphrase-file FILE, or start at a terminal.")
        raise Refused(f"{locked} {why} {how}" if why else f"{locked} {how}")
    question = tr("Passphrase: ")
    try:
        return getpass.getpass(f"{why}\n{question}" if why else question, stream=sys.stderr)
    except EOFError:
        raise Refused(tr("No passphrase was given. Nothing was changed.")) from None
    except UnicodeDecodeError:
        raise Refused(
            tr("What this terminal sends is no text in UTF-8. Give the passphrase by --passphrase-file FILE.")
        ) from None


def _first_line(file: Path) -> str:
    try:
        with file.open(encoding="utf-8-sig") as lines:
            return lines.readline(_LONGEST_LINE).rstrip("\n")
    except (OSError, ValueError):  # ValueError: letters that are none, and a name that no file can have
        raise Refused(tr("The passphrase cannot be read from {place}.", place=file)) from None


def belongs_to(store: Path, file: Path) -> bool:
    """Tell whether a file is the store or lies with its key or its backups: nothing else may be written there."""
    from elephants.store.backup_names import backups_folder
    from elephants.store.vault import key_file

    real, own = Path(os.path.realpath(file)), os.path.realpath(store)
    folders = (os.path.realpath(backups_folder(store)), os.path.realpath(key_file(store).parent))
    return str(real) in (own, f"{own}-wal", f"{own}-shm", f"{own}.lock") or str(real.parent) in folders


# -- what the commands do --------------------------------------------------------------------------------------------


def back_up(path: Path, to: Path | None) -> list[str]:
    """Make a backup, also while the app has the store open; says where it is and when it opens only here."""
    from elephants.store import backup, vault
    from elephants.store.store import Store

    store = Store(path, writing=False)
    try:
        kept = backup.back_up(store, to)
    finally:
        store.close()
    lines = [tr("The backup is in {place}. It was opened and checked.", place=kept.path)]
    if to is not None and not vault.locked_key(path):
        lines.append(
            tr("It opens only with the key of this computer. Lock the store with a passphrase to change that.")
        )
    return lines


def put_back(path: Path, file: Path | None, words: Path | None) -> Iterator[str]:
    """Restore a backup, a line at a time: what is in it comes before it is done, where the old store is kept after."""
    from elephants.store import backup_restore as restoring
    from elephants.store.backup_names import backups_folder

    if file is None:
        raise Refused(tr("Which backup? They are in {place}.", place=backups_folder(path)))
    if not file.is_file():
        raise Refused(tr("There is no backup at {place}.", place=file))
    key, comes_with = _key_for(path, file, words)
    yield from inside_words(restoring.look_inside(file, key, backups_folder(path)))
    aside = restoring.restore(path, file, key=key, comes_with=comes_with)
    yield tr("It is the store at {place} now.", place=path)
    if aside:
        yield tr("The store that was there is kept in {place}.", place=aside)


def _key_for(path: Path, file: Path, words: Path | None) -> tuple[str, str]:
    """Find the key of a backup, and what comes with it: as the store is, then by the keyring, then by asking."""
    from elephants.store.backup_restore import key_for
    from elephants.store.vault import Locked

    with suppress(Locked):
        return key_for(path, file)
    why = by_keyring(path) if words is None else ""
    with suppress(Locked):
        return key_for(path, file)
    return key_for(path, file, asked(words, why))


def check(path: Path) -> list[str]:
    """Read every page of the store; refuses one that is not whole, and says which backup is."""
    from elephants.store import backup, backup_restore
    from elephants.store.left_wal import is_damaged
    from elephants.store.store import Damaged, Store

    end = is_damaged(path)
    try:
        store = Store(path, writing=False)
        with closing(store), store.raw() as raw:
            whole = not end and backup.is_whole(raw) and not raw.execute("PRAGMA foreign_key_check").fetchall()
    except Damaged:
        whole = False
    newest = backup_restore.newest_good(path)
    of_backup = tr("There is no backup that can be read.")
    if newest is not None:
        of_backup = tr("The newest good backup is {place}.", place=newest.path)
    if not whole:
        raise Refused(tr("The store at {place} is damaged.", place=path) + " " + of_backup)
    return [tr("The store at {place} is whole.", place=path), *warnings(path), of_backup]


def warnings(path: Path) -> list[str]:
    """Say what is not safe about where a store lies."""
    from elephants.store.places import lies_in

    where = lies_in(path)
    return [tr("Take care: {where}", where=where)] if where else []


def inside_words(inside: Inside) -> list[str]:
    """Say what is in a backup: when it was made, the spaces, how many sessions, the newest day."""
    said = []
    if inside.made is not None:
        said.append(tr("Made on {when}.", when=moment_words(inside.made)))
    names = ", ".join(inside.spaces)
    spaces = trn("{n} space", "{n} spaces", len(inside.spaces))
    said.append(tr("{spaces}: {names}.", spaces=spaces, names=names) if names else tr("There is no space in it yet."))
    sessions = trn("{n} session", "{n} sessions", inside.sessions)
    if inside.newest is not None:
        said.append(tr("{sessions}, the newest on {day}.", sessions=sessions, day=day_words(inside.newest)))
    else:
        said.append(tr("No session was held yet."))
    if inside.holds_words_that_went:
        said.append(tr("Words were taken out since. They come back with it: take them out again."))
    return said


def moment_words(made: datetime) -> str:
    """Say a moment as the clock on the wall had it."""
    here = made.astimezone()
    return tr("{day}, {time}", day=day_words(here.date()), time=clock_words(here.time()))
