"""Notes beside the store which session is open, so that after a crash the next start goes back to where the room was.

It holds the number of the session and whether the room's screen was on, no word, and goes when the session is left.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from elephants.store.vault import sync_folder

_LARGEST = 1_000


@dataclass(frozen=True)
class OpenRoom:
    """Where the room is: which session, and whether its screen is on."""

    session: int
    screen: bool = False
    back: int = 0
    """How often the app came back to it by itself, without being closed since."""


def note(store: Path, room: OpenRoom) -> None:
    """Write down where the room is, as sure as a deed; what cannot be written keeps nobody from meeting."""
    where = _file(store)
    aside = where.with_name(f"{where.name}.new")
    with suppress(OSError):
        with aside.open("w", encoding="ascii") as file:
            json.dump(asdict(room), file)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(where)
        sync_folder(where.parent)


def noted(store: Path) -> OpenRoom | None:
    """Tell where the room was when the app ended without being closed; None where it was closed."""
    try:
        with _file(store).open(encoding="ascii") as file:
            found = json.loads(file.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    session, screen, back = found.get("session"), found.get("screen"), found.get("back")
    return OpenRoom(session, screen is True, back) if isinstance(session, int) and isinstance(back, int) else None


def clear(store: Path) -> None:
    """Note that no session is open."""
    with suppress(OSError):
        _file(store).unlink(missing_ok=True)


def _file(store: Path) -> Path:
    return store.absolute().with_name(f"{store.name}.open")
