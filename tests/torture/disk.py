"""What a power cut leaves: everything that was synced, and of the rest whatever chance lets stand.

Plays again what `watched_disk.c` wrote down. A file system promises no more than this: the bytes of a file are there
once that file was synced, and a name in a folder once that folder was. Until then each sector may have been written or
not, in any order; names come in the order in which they were made, up to some point, as journals keep it.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
_HEAD = struct.Struct("<ciqI")
_EMPTIED, _THERE = 1, 2

DROPPED, IN_ORDER, REORDERED, TORN, GARBAGE = "dropped", "in order", "reordered", "torn", "torn, with garbage"
WAYS = (DROPPED, IN_ORDER, REORDERED, TORN, GARBAGE)
"""What becomes of the writes that were not synced: all are gone; the later ones are gone; any of them are gone;
any sector of them is gone; and where a file grew, what stood on the disk before may stand there."""


@dataclass(frozen=True)
class Note:
    """One thing that was done to the disk."""

    what: str
    file: int
    number: int
    words: bytes


def read_notes(path: Path) -> list[Note]:
    """Read everything that was done to the disk, in order."""
    content, at, notes = path.read_bytes(), 0, []
    while at < len(content):
        what, file, number, length = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        notes.append(Note(what.decode(), file, number, content[at : at + length]))
        at += length
    return notes


@dataclass
class _File:
    """The bytes that are on the disk, and what was done since the last sync."""

    safe: bytearray = field(default_factory=bytearray)
    since: list[Note] = field(default_factory=list)

    def sync(self) -> None:
        for note in self.since:
            _do(self.safe, note)
        self.since.clear()

    def left(self, way: str, chance: random.Random) -> bytes:
        """Give what of it is there after the power went."""
        content, size = bytearray(self.safe), len(self.safe)
        since = [] if way == DROPPED else self.since
        if way == IN_ORDER:
            since = since[: chance.randint(0, len(since))]
        for note in since:
            if way == REORDERED and chance.random() < 0.5:
                continue
            for part in _sectors(note) if way in (TORN, GARBAGE) else [note]:
                if way in (REORDERED, IN_ORDER) or chance.random() < 0.5:
                    _do(content, part)
                elif way == GARBAGE and part.what == "w" and part.number >= size:
                    _do(content, Note("w", part.file, part.number, chance.randbytes(len(part.words))))
        return bytes(content)


@dataclass(frozen=True, eq=False)
class _Change:
    """A name that came, one that went, or both at once: a new name."""

    file: _File
    came: str = ""
    went: str = ""

    @property
    def folder(self) -> str:
        return str(Path(self.came or self.went).parent)

    def make(self, names: dict[str, _File]) -> None:
        names.pop(self.went, None)
        if self.came:
            names[self.came] = self.file


class Disk:
    """The disk as it is after so many notes."""

    def __init__(self) -> None:
        self.acknowledged = -1
        """The last gesture that was said to be done; -1 before the store was open."""
        self._names: dict[str, _File] = {}
        self._safe_names: dict[str, _File] = {}
        self._new_names: list[_Change] = []
        self._open: dict[int, _File | str] = {}

    def take(self, note: Note) -> None:
        """Take the next note."""
        if note.what == "a":
            self.acknowledged = note.number
        elif note.what == "o":
            self._opened(note)
        elif note.what in "wt":
            file = self._open[note.file]
            assert isinstance(file, _File)
            file.since.append(note)
        elif note.what == "s":
            self._synced(self._open[note.file])
        elif note.what in "ur":
            self._renamed(*(one.decode() for one in note.words.split(b"\0")))

    def cut_off(self, way: str, chance: random.Random, was: Path, into: Path) -> None:
        """Put what is left of the folder `was` into another one."""
        names = dict(self._safe_names)
        kept = 0 if way == DROPPED else chance.randint(0, len(self._new_names))
        for change in self._new_names[:kept]:
            change.make(names)
        for name, file in names.items():
            there = into / Path(name).relative_to(was)
            there.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            there.write_bytes(file.left(way, chance))
            there.chmod(0o600)

    def _opened(self, note: Note) -> None:
        name = note.words.decode()
        if note.number & _THERE and name not in self._names:
            self._open[note.file] = name  # a folder
            return
        if name not in self._names:
            self._change(_Change(_File(), came=name))
        self._open[note.file] = file = self._names[name]
        if note.number & _EMPTIED:
            file.since.append(Note("t", note.file, 0, b""))

    def _synced(self, what: _File | str) -> None:
        if isinstance(what, _File):
            what.sync()
            return
        for change in [one for one in self._new_names if one.folder == what]:
            change.make(self._safe_names)
            self._new_names.remove(change)

    def _renamed(self, name: str, to: str = "") -> None:
        if name in self._names:  # shared memory is not written down
            self._change(_Change(self._names[name], came=to, went=name))

    def _change(self, change: _Change) -> None:
        change.make(self._names)
        self._new_names.append(change)


def moments(notes: list[Note], cuts: list[int]) -> Iterator[Disk]:
    """Give the disk as it is after so many notes, for each of these numbers, which must rise."""
    disk, at = Disk(), 0
    for cut in cuts:
        for note in notes[at:cut]:
            disk.take(note)
        at = cut
        yield disk


def _do(content: bytearray, note: Note) -> None:
    at = note.number
    if note.what == "t":
        content[at:] = b"" if at < len(content) else bytes(at - len(content))
        return
    if at > len(content):
        content.extend(bytes(at - len(content)))
    content[at : at + len(note.words)] = note.words


def _sectors(note: Note) -> Iterator[Note]:
    if note.what == "t":
        yield note
        return
    at, end = note.number, note.number + len(note.words)
    while at < end:
        to = min(end, (at // SECTOR + 1) * SECTOR)
        yield Note("w", note.file, at, note.words[at - note.number : to - note.number])
        at = to
