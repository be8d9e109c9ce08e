"""A kitchen for each test, copied from one that was made once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ui.views.kitchen import Kitchen


@pytest.fixture
def open_kitchen(before: Path, tmp_path: Path) -> Iterator[Callable[[int], Kitchen]]:
    """Open kitchens with so many people here; they are closed when the test ends."""
    opened: list[Kitchen] = []

    def make(here: int) -> Kitchen:
        folder = tmp_path / f"kitchen {len(opened)}"
        shutil.copytree(before, folder)
        opened.append(Kitchen(folder, here))
        return opened[-1]

    yield make
    for kitchen in opened:
        kitchen.desk.close()


@pytest.fixture
def kitchen(open_kitchen: Callable[[int], Kitchen]) -> Kitchen:
    return open_kitchen(14)
