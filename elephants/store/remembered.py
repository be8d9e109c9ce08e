"""Lets the system's keyring remember what opens a store, for this account on this computer, where somebody wants that.

The keyring gets a random secret and not the key. The key lies beside the store once more, hidden behind that secret:
either alone opens nothing, so what is forgotten here is forgotten, also by a keyring that does not answer.
"""

from __future__ import annotations

import json
import os
import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from elephants.sessions.text import Refused
from elephants.store.vault import is_key, key_file, key_mark, mark_of, put, read_key
from elephants.store.wrapping import HIDDEN, bare, hide, is_hex
from elephants.words import tr

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

R = TypeVar("R")

SERVICE = "Elephants"
"""What the system shows in its list of secrets; beside it stands a random number, and no name of a group."""

LONG = 10
"""Seconds that a command waits for a keyring; its owner may have to open it first."""

_KIND = "a remembered key of Elephants"
_LARGEST = 2_000


class NoKeyring(Refused):
    """Says why the keyring of this computer is of no use now."""


def is_remembered(store: Path) -> bool:
    """Tell whether the keyring is said to open a store; asks no keyring, and costs no time."""
    return _read(store) is not None


def asks_first(store: Path) -> bool:
    """Tell whether a store was locked by hand and not opened since: then the keyring is not asked at the next start."""
    return _lock_file(store.absolute()).exists()


def ask_first(store: Path, *, on: bool) -> None:
    """Let the passphrase be typed before the keyring opens a store again: closing a locked window is no way in."""
    with suppress(OSError):
        if not on:
            _lock_file(store.absolute()).unlink(missing_ok=True)
        elif is_remembered(store):
            _lock_file(store.absolute()).touch(mode=0o600)


def remember(store: Path, still: Callable[[], object] = lambda: None) -> None:
    """Let the keyring remember a store that is open; refuses in a sentence where there is no keyring, or a weak one.

    The system may ask its user something meanwhile, so not in the thread of the window. `still` raises where nobody
    waits for it any more; then nothing is remembered.
    """
    store = store.absolute()
    key, mark = read_key(store), mark_of(store)
    if not mark:
        raise Refused(tr("Set a passphrase first. The keyring only saves you from typing it."))
    entry, secret = secrets.token_hex(8), secrets.token_hex(32)
    forget(store)
    try:
        _give(entry, secret)
        still()
        ours = {"kind": _KIND, "mark": mark, "entry": entry, "hidden": hide(key, secret)}
        put(_file(store), json.dumps(ours, indent=1))
    except OSError:
        _drop(entry)
        raise Refused(tr("The folder of the key cannot be written. Nothing was changed.")) from None
    except BaseException:
        _drop(entry)
        raise


def recall(store: Path) -> str:
    """Give the key of a store with the help of the keyring; refuses in a sentence where it does not help.

    The system may ask its user something first, and a keyring may never answer: never in the thread of the window.
    """
    found = _read(store)
    if found is None:
        raise NoKeyring(tr("The keyring of this computer does not open this file. Type the passphrase."))
    secret = _asked(lambda ring: ring.get_password(SERVICE, found["entry"])) or ""
    key = bare(found["hidden"], secret) if is_key(secret) else ""
    if not key or key_mark(key) != found["mark"]:
        raise NoKeyring(tr("The keyring of this computer does not know this file any more. Type the passphrase."))
    return key


def recall_soon(store: Path, seconds: float) -> str:
    """Give the key as `recall` does, and refuse where the keyring says nothing for so long.

    It may wait for its owner, and for ever: nobody waits for the thread that asked it, nor does the program's end.
    """
    came: list[str | Refused] = []

    def ask() -> None:
        try:
            came.append(recall(store))
        except Refused as no:
            came.append(no)

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds)
    said = came[0] if came else NoKeyring(no_answer())
    if isinstance(said, Refused):
        raise said
    return said


def no_answer() -> str:
    """Say that the keyring is of no help because it says nothing, or fails in a way of its own."""
    return tr("The keyring of this computer does not answer. Type the passphrase.")


def forget(store: Path) -> bool:
    """Let the keyring remember a store no more; tells whether the keyring forgot its part as well.

    Without the part that lies beside the store its part opens nothing.
    """
    where = _file(store.absolute())
    entry = _entry(where)
    try:
        with where.open("r+b") as file:
            file.write(b"\0" * os.fstat(file.fileno()).st_size)
            file.flush()
            os.fsync(file.fileno())
        where.unlink()
    except FileNotFoundError:
        return True
    except OSError:
        raise Refused(tr("The folder of the key cannot be written. Nothing was changed.")) from None
    return not entry or _drop(entry)


def _file(store: Path) -> Path:
    return key_file(store).with_suffix(".remembered")


def _lock_file(store: Path) -> Path:
    return key_file(store).with_suffix(".locked")


def _read(store: Path) -> dict[str, str] | None:
    """Read our part; None where there is none, or where it belongs to another key, as after another store came in."""
    store = store.absolute()
    found = _written(_file(store))
    fits = found.get("kind") == _KIND and is_hex(found.get("hidden", ""), HIDDEN) and is_hex(found.get("entry", ""), 8)
    return found if fits and found.get("mark") == mark_of(store) else None


def _entry(where: Path) -> str:
    entry = _written(where).get("entry", "")
    return entry if is_hex(entry, 8) else ""


def _written(where: Path) -> dict[str, str]:
    try:
        with where.open(encoding="ascii") as file:
            found: Any = json.loads(file.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    return {name: one for name, one in found.items() if isinstance(one, str)} if isinstance(found, dict) else {}


def _give(entry: str, secret: str) -> None:
    _asked(lambda ring: ring.set_password(SERVICE, entry, secret))
    if _asked(lambda ring: ring.get_password(SERVICE, entry)) != secret:
        raise NoKeyring(tr("The keyring of this computer did not keep it. Type the passphrase at each start."))


def _drop(entry: str) -> bool:
    with suppress(Refused):
        _asked(lambda ring: ring.delete_password(SERVICE, entry))
        return True
    return False


def _asked(deed: Callable[[KeyringBackend], R]) -> R:
    """Ask the keyring; whatever it throws becomes a sentence: it is a world of its own on each system."""
    try:
        from keyring.errors import KeyringLocked

        try:
            return deed(_ring())
        except KeyringLocked:
            raise NoKeyring(tr("The keyring of this computer is locked. Type the passphrase.")) from None
    except Refused:
        raise
    except Exception:  # noqa: BLE001  (D-Bus, a keychain, a vault: each fails in its own way)
        raise NoKeyring(no_answer()) from None


def _ring() -> KeyringBackend:
    import keyring

    ring = keyring.get_keyring()
    if ring.priority < 1:  # none at all, or one that its makers do not recommend: it keeps secrets plainly
        raise NoKeyring(tr("This computer has no keyring that is safe to use. Type the passphrase at each start."))
    return ring
