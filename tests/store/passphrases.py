"""Passphrases in tests: guessing them need not be dear, and a store has one at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from elephants.sessions.space import Home
from elephants.store import vault, wrapping
from tests.store import play


def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a key be derived quickly, and no store be open by its key in this process."""
    monkeypatch.setattr(wrapping, "COST", 2**4)
    monkeypatch.setattr(vault, "_open", {})


def a_locked_store(path: Path, space: str, words: str) -> Path:
    """Make a store of one space with a passphrase, open in this process."""
    with play.a_desk(path) as desk:
        desk.change(desk.home, Home.new_space, space)
    vault.set_passphrase(path, words)
    return path
