"""Starts the player behind the watched disk, wishes for evenings, and hears what was acknowledged."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
DISK = Path(__file__).with_name("watched_disk.c")


@dataclass(frozen=True)
class Told:
    """What stood after one gesture: the rows, what faces read, and where the room was."""

    rows: str
    room: str
    where: str

    @classmethod
    def of(cls, words: list[str]) -> Told:
        """Read it from a line of the player."""
        return cls(words[0], words[1], " ".join(words[2:]))


class Players:
    """One player, which plays one evening after the other, each in a child of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._errors = folder / "errors"
        with self._errors.open("wb") as errors:
            self._program = subprocess.Popen(
                [sys.executable, "-m", "tests.torture.player"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=errors, env=os.environ | {"LD_PRELOAD": str(_built(folder))},
            )  # fmt: skip
        self._heard = b""
        assert self.hear(60) == "ready"

    def wish(self, **more: Any) -> int:
        """Let an evening begin; gives the number of its process."""
        assert self._program.stdin is not None
        self._program.stdin.write(json.dumps({key: _plain(value) for key, value in more.items()}).encode() + b"\n")
        self._program.stdin.flush()
        line = self.hear(60)
        assert line.startswith("child "), line
        return int(line.split()[1])

    def hear(self, seconds: float) -> str:
        """Give the next line, or "" where none comes in that time."""
        assert self._program.stdout is not None
        while b"\n" not in self._heard:
            if not select.select([self._program.stdout], [], [], seconds)[0]:
                return ""
            more = os.read(self._program.stdout.fileno(), 65536)
            assert more, f"the player ended: {self.errors()}"
            self._heard += more
        line, self._heard = self._heard.split(b"\n", 1)
        return line.decode()

    def lines(self) -> Iterator[str]:
        """Give each line until the evening is over; the last is how it ended."""
        while True:
            line = self.hear(120)
            assert line, "the player is silent"
            yield line
            if line.startswith("over"):
                return

    def play(self, **more: Any) -> list[str]:
        """Let an evening be played, and give every line that was said."""
        self.wish(**more)
        said = list(self.lines())
        assert said[-1] in ("over 0", "over -9"), f"{said[-3:]} {self.errors()}"
        return said

    def errors(self) -> str:
        """Give what the player complained of."""
        return self._errors.read_text(encoding="utf-8", errors="replace")[-4000:]

    def __enter__(self) -> Players:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        for end in (self._program.stdin, self._program.stdout):
            assert end is not None
            end.close()
        self._program.wait(30)


@dataclass(frozen=True)
class Evening:
    """A rehearsal as it goes when nothing goes wrong: what stood after each gesture."""

    file: Path
    told: list[Told]
    until: int = 0
    """After how many gestures it stops; 0 plays all of it."""

    @property
    def gestures(self) -> int:
        """How many gestures were acknowledged."""
        return len(self.told) - 1


def evening(players: Players, file: Path, until: int = 0) -> Evening:
    """Play a rehearsal with nothing in its way."""
    with a_folder(players.folder) as folder:
        said = players.play(store=folder / "elephants.store", file=file, whole=True, until=until)
    told = [Told.of(line.split()[1:]) for line in said if line[0].isdigit()]
    assert said[-1] == "over 0"
    return Evening(file, told, until)


@contextmanager
def a_folder(within: Path) -> Iterator[Path]:
    """Lend a folder for one store; it goes again, for there are thousands."""
    folder = Path(tempfile.mkdtemp(dir=within))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _built(folder: Path) -> Path:
    compiler = shutil.which("gcc") or shutil.which("cc")
    if not sys.platform.startswith("linux") or compiler is None:
        pytest.skip("NOT CHECKED: what reaches the disk. It is watched on Linux only, and needs gcc.")
    library = folder / "watched_disk.so"
    subprocess.run(
        [compiler, "-Wall", "-Werror", "-O1", "-shared", "-fPIC", "-o", library, DISK, "-ldl", "-lpthread"],
        check=True, timeout=120,
    )  # fmt: skip
    return library


def _plain(value: object) -> object:
    return str(value) if isinstance(value, Path) else value
