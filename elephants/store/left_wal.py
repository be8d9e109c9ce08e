"""Looks at the -wal that a crash left: SQLite reads it up to the first broken place, and says nothing of what follows.

After a power cut that is right: the end was never synced, so nobody was told that it is kept. Where whole gestures
follow a broken place, though, that place was on the disk before and is damaged since.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

WAL = "-wal"

_HEAD, _FRAME_HEAD = 32, 24
_BIG, _LITTLE = 0x377F0683, 0x377F0682
_MASK = 0xFFFFFFFF

Sums = tuple[int, int]


class _Frame(NamedTuple):
    """One page in the -wal, as it stands there."""

    ends: bool
    """Whether a gesture ends with it, by what it says of itself."""
    follows: bool
    """Whether its sums are right for the one before it."""
    true: bool
    """Whether they are right all the way from the beginning, too."""


def is_damaged(store: Path) -> bool:
    """Tell whether gestures that were kept cannot be read from the -wal of a store any more.

    For one that nobody writes meanwhile. What is damaged in the very last gesture looks like one that a power cut
    broke off, and is not found.
    """
    try:
        content = Path(f"{store}{WAL}").read_bytes()
        size = store.stat().st_size + len(content)
    except OSError:
        return False
    if len(content) < _HEAD + _FRAME_HEAD:
        return False
    order = {_BIG: ">", _LITTLE: "<"}.get(struct.unpack_from(">I", content)[0])
    if order is None or _sums(content[:24], (0, 0), order) != struct.unpack_from(">II", content, 24):
        return True  # 32 bytes of one sector are written whole or not at all, and before any page behind them
    return _goes_on(list(_frames(content, order, size)))


def _goes_on(frames: list[_Frame]) -> bool:
    """Tell whether kept gestures stand behind the first broken place.

    A gesture is synced before the next one is written: so no power cut leaves one behind another that is broken.
    """
    broken = next((at for at, frame in enumerate(frames) if not frame.true), len(frames))
    behind = frames[broken:]
    if sum(frame.ends for frame in behind) > 1:
        return True
    return any(frame.ends and frame.follows and after.follows for frame, after in pairwise(behind))


def _frames(content: bytes, order: str, size: int) -> Iterator[_Frame]:
    """Give each frame; one ends a gesture that bears the mark of this -wal and a number of pages that may be.

    Where a power cut tore the head of a frame in two, the number may be any; `size` bytes are the most there are.
    """
    page: int = struct.unpack_from(">I", content, 8)[0]
    mark, sums = content[16:24], struct.unpack_from(">II", content, 24)
    stands, true = sums, True
    for at in range(_HEAD, len(content) - _FRAME_HEAD - page + 1, _FRAME_HEAD + page):
        head = content[at : at + _FRAME_HEAD]
        ours = head[8:16] == mark
        right = _sums(content[at + _FRAME_HEAD : at + _FRAME_HEAD + page], _sums(head[:8], stands, order), order)
        stands = struct.unpack_from(">II", head, 16)
        follows = ours and right == stands
        true = true and follows
        pages: int = struct.unpack_from(">I", head, 4)[0]
        yield _Frame(ours and 0 < pages <= size // page, follows, true)


def _sums(content: bytes, sums: Sums, order: str) -> Sums:
    first, second = sums
    words = struct.unpack(f"{order}{len(content) // 4}I", content)
    for one, other in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & _MASK
        second = (second + other + first) & _MASK
    return first, second
