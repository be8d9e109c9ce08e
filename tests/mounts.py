"""Real mounts for the tests: a place that cannot be written, and a small disk; skipped, by name, where none can be."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(at: Path, size: str) -> Iterator[Path]:
    """Mount an empty disk of this size, such as "2m", at a new folder."""
    at.mkdir()
    _mount("a disk that is full", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(at))
    try:
        yield at
    finally:
        _done("umount", str(at))


@contextmanager
def read_only(folder: Path, at: Path) -> Iterator[Path]:
    """Show a folder at another place, where nobody can write, not even root."""
    at.mkdir()
    _mount("read-only media", "--bind", str(folder), str(at))
    try:
        assert _done("mount", "-o", "remount,ro,bind", str(at))
        yield at
    finally:
        _done("umount", str(at))


def _mount(what: str, *words: str) -> None:
    if shutil.which("mount") is None or not _done("mount", *words):
        pytest.skip(f"NOT CHECKED: {what}. Only root may mount one here.")


def _done(*words: str) -> bool:
    return subprocess.run(words, capture_output=True, check=False, timeout=30).returncode == 0
