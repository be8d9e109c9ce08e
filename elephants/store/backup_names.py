"""How backups are named and thinned: by a mark of the key and by when they were made, never by a word of the room."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

END, PART, ASIDE, KEY, GONE = ".backup", ".part", ".aside", ".key", ".gone"
_STAMP = "%Y%m%dT%H%M%S%fZ"
_NAME = re.compile(r"elephants-([0-9a-f]{16})-(\d{8}T\d{12}Z)(\.backup|\.aside)")

ALL_FOR = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 12, 10, 9
"""Beside the two days in which all stay: how many days, weeks and months keep their newest one, today's among them."""


@dataclass(frozen=True)
class Kept:
    """One backup that lies in a folder, or a store that was put aside for one."""

    path: Path
    made: datetime
    """In UTC: a stamp that no change of summer time puts out of order."""

    @property
    def aside(self) -> bool:
        """Whether this is a store that a restored one took the place of."""
        return self.path.suffix == ASIDE


def backups_folder(store: Path) -> Path:
    """Say where the backups of a store lie on this computer: in a folder of their own beside it."""
    return store.absolute().parent / "backups"


def file_of(folder: Path, mark: str, made: datetime, end: str = END) -> Path:
    """Name a backup."""
    return folder / f"elephants-{mark}-{made.astimezone(UTC).strftime(_STAMP)}{end}"


def beside(folder: Path, mark: str, end: str) -> Path:
    """Name what there is once for all the backups of a store in a folder: its locked key, what went, the lock."""
    return folder / f"elephants-{mark}{end}"


def mark_in(name: str) -> str:
    """Give the mark of the key that a file's name bears; "" where people gave it a name of their own."""
    found = _NAME.fullmatch(name)
    return found[1] if found else ""


def made_at(path: Path) -> datetime | None:
    """Tell when a backup was made, by its name."""
    found = _NAME.fullmatch(path.name)
    try:
        return datetime.strptime(found[2], _STAMP).replace(tzinfo=UTC) if found else None
    except ValueError:
        return None


def kept_in(folder: Path, mark: str, *, aside: bool = False) -> list[Kept]:
    """List the backups of one store in a folder, the newest first; with `aside` the stores put aside too."""
    try:
        names = sorted(folder.iterdir(), reverse=True)
    except OSError:  # no folder yet, or a stick that is not here
        return []
    found = []
    for path in names:
        made = made_at(path)
        if made is not None and mark_in(path.name) == mark and (aside or path.suffix == END):
            found.append(Kept(path, made))
    return sorted(found, key=lambda one: one.made, reverse=True)


def too_many(kept: Iterable[Kept], now: datetime) -> list[Kept]:
    """Choose what may go: two days keep all; of 12 days, 10 weeks and 9 months with one the newest stays.

    The newest of all always stays, whatever the clock of this computer says.
    """
    listed = sorted((one for one in kept if not one.aside), key=lambda one: one.made, reverse=True)
    stay = {one.path for one in listed if now - one.made <= ALL_FOR} | {one.path for one in listed[:1]}
    ways: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
        (DAILY, lambda made: made.date()),
        (WEEKLY, lambda made: made.isocalendar()[:2]),
        (MONTHLY, lambda made: (made.year, made.month)),
    )
    for most, period in ways:
        stay |= {one.path for one in _newest_of_each(listed, period)[:most]}
    return [one for one in listed if one.path not in stay]


def _newest_of_each(listed: list[Kept], period: Callable[[datetime], Hashable]) -> list[Kept]:
    newest: dict[Hashable, Kept] = {}
    for one in listed:
        newest.setdefault(period(one.made), one)
    return list(newest.values())
