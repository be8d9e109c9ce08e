"""The evening that every page is shown on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.pages.evening import Evening


@pytest.fixture
def evening(tmp_path: Path, dressed: QApplication) -> Iterator[Evening]:
    """Fourteen are here; three weeks ago something was said."""
    assert dressed is not None
    made = Evening(tmp_path, 14)
    yield made
    made.put_away()
    made.desk.close()
