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
from elephants.store.vault import install_key, key_file

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

EVENING = datetime(2026, 11, 24, 18)  # noqa: DTZ001  (a clock on a wall has no zone)


@pytest.fixture(scope="session", autouse=True)
def new_stores_are_copies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[pytest.MonkeyPatch]:
    """Make the tables of a new store once, and give every other its copy: a twentieth of the time, and the same key.

    A test that is about the making of stores, or needs two keys, asks for `made_stores`.
    """
    first = Store(tmp_path_factory.mktemp("first") / "first.store")
    with first.raw() as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    first.close()
    tables, make = first.path.read_bytes(), Store._make

    def copied(store: Store) -> None:
        if store.path.exists() or key_file(store.path).exists():
            make(store)
        else:
            install_key(store.path, first.key)
            store.path.write_bytes(tables)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, "_make", copied)
        yield patch


@pytest.fixture
def made_stores(new_stores_are_copies: pytest.MonkeyPatch) -> Iterator[None]:
    """Let every store of this test be made from nothing, with a key of its own."""
    copied = Store._make
    new_stores_are_copies.undo()
    yield
    new_stores_are_copies.setattr(Store, "_make", copied)


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
