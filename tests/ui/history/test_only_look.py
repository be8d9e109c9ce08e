"""`elephants --only-look`: the history of a store that cannot be written, in a window that offers no deed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from elephants.sessions.text import Refused
from elephants.settings import Settings
from elephants.store.store import Store
from elephants.ui.history.decision import DecisionPage
from elephants.ui.history.page import HistoryPage
from elephants.ui.onlylook import OnlyLook
from tests.ui.history.conftest import LATER
from tests.ui.walking import settle


def test_a_store_that_cannot_be_written_is_looked_through_and_stays_as_it_is(
    kept: Path, tmp_path: Path, qapp: QApplication
) -> None:
    place = tmp_path / "stick"
    shutil.copytree(kept, place)
    before = {file: file.read_bytes() for file in place.rglob("*") if file.is_file()}
    for file in (*before, place):
        file.chmod(0o555 if file.is_dir() else 0o444)
    look = OnlyLook(place / "elephants.store", Settings(), clock=lambda: LATER)
    look.window.show()
    settle()
    page = look.window.stack.currentWidget()
    assert isinstance(page, HistoryPage)
    assert "only looks" in page.note.words.text()
    decision = next(row for row, hit in enumerate(page.hits.found.hits) if hit.kind == "decision")
    page.hits.setCurrentIndex(page.hits.found.index(decision))
    page.hits.setFocus()
    QTest.keyClick(page.hits, Qt.Key.Key_Return)
    settle()
    story = look.window.stack.currentWidget()
    assert isinstance(story, DecisionPage)
    assert not story.session.isVisible()
    assert not story.add_theme.isVisible()
    QTest.keyClick(story, Qt.Key.Key_Escape)
    QTest.keyClick(page, Qt.Key.Key_Escape)  # the note goes
    QTest.keyClick(page, Qt.Key.Key_Escape)
    settle()
    assert not look.window.isVisible()
    look.close()
    place.chmod(0o755)
    assert {file: file.read_bytes() for file in place.rglob("*") if file.is_file()} == before


def test_a_store_without_a_space_has_nothing_to_look_at(tmp_path: Path, qapp: QApplication) -> None:
    Store(tmp_path / "new.store").close()
    with pytest.raises(Refused, match="no space"):
        OnlyLook(tmp_path / "new.store", Settings())
