"""A laptop with a secret ballot of seven people, and a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.booth.laptop import Laptop, Time


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    return Time(monkeypatch)


@pytest.fixture
def laptop(tmp_path: Path, time: Time, dressed: QApplication) -> Iterator[Laptop]:
    made = Laptop(tmp_path, time)
    yield made
    made.put_away()
