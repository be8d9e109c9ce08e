"""What every test stands on: no screen, a store of its own, a fixed clock and chance, and no warning unheard."""

from __future__ import annotations

import logging
import os
import random
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from elephants.desk import Desk
from elephants.store.store import Store

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

EVENING = datetime(2026, 11, 24, 18)  # noqa: DTZ001  (a clock on a wall has no zone)


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    return tmp_path / "elephants.store"


@pytest.fixture
def desk(store_path: Path) -> Iterator[Desk]:
    made = Desk(Store(store_path), clock=lambda: EVENING, chance=random.Random(1), draw=random.Random(1))
    yield made
    made.close()


@pytest.fixture(autouse=True)
def no_warning_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A test that expects a warning clears caplog when it has read it."""
    yield
    warned = [one.getMessage() for when in ("setup", "call") for one in caplog.get_records(when) if _warns(one)]
    assert warned == []


def _warns(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING
