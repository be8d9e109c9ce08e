"""The window is painted before anything is read, nothing heavy comes first, and no key pressed meanwhile is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from elephants import app as program
from elephants.settings import Settings

ROOT = Path(__file__).parent.parent
# Opens the window by its own command and says, at the first paint, what has been imported until then.
OPENED = """
import os, sys
from elephants import cli, app

class Watched(app.App):
    def load(self):
        print(*sorted({name.partition(".")[0] for name in sys.modules}), flush=True)
        os._exit(0)

app.App = Watched
cli.main(["--store", sys.argv[1]])
"""
IMPORTED = """
import builtins
own = builtins.__import__
import elephants.app
print(builtins.__import__ is own)
"""


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", OPENED, str(tmp_path / "store")],
        cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    imported = set(done.stdout.split())
    assert "PySide6" in imported
    assert imported.isdisjoint({"sqlalchemy", "reportlab", "sqlcipher3", "alembic", "pypdfium2"})


def test_qt_gives_pythons_own_import_back() -> None:
    said = subprocess.run(
        [sys.executable, "-c", IMPORTED],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert said.stdout.strip() == "True"


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_the_window_is_painted_before_the_store_is_opened(
    qapp: QApplication, qtbot: QtBot, store_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(program, "settings_path", lambda: tmp_path / "settings.json")
    elephants, paints = program.App(store_path, Settings()), Paints()
    elephants.window.installEventFilter(paints)
    seen: list[tuple[int, bool]] = []
    load = elephants.load

    def loading() -> None:
        seen.append((paints.count, store_path.exists()))
        load()

    monkeypatch.setattr(elephants, "load", loading)
    with qtbot.waitSignal(elephants.ready):
        elephants.begin(qapp)
    elephants.window.close()
    assert len(seen) == 1
    assert seen[0][0] > 0
    assert not seen[0][1]


def test_a_key_pressed_before_the_data_is_there_is_not_lost(
    qapp: QApplication, qtbot: QtBot, store_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(program, "settings_path", lambda: tmp_path / "settings.json")
    elephants = program.App(store_path, Settings())
    kept: list[tuple[bool, bool]] = []
    load = elephants.load

    def loading() -> None:
        _type(elephants.window.windowHandle(), "lot")
        QCoreApplication.sendPostedEvents()
        kept.append((elephants.frame is not None, store_path.exists()))
        load()

    monkeypatch.setattr(elephants, "load", loading)
    with qtbot.waitSignal(elephants.ready):
        elephants.begin(qapp)
        _type(elephants.window.windowHandle(), "Al")
    qtbot.waitUntil(lambda: elephants.home.begin.text() == "Allot")
    elephants.window.close()
    assert kept == [(True, False)], "only the frame was there, and no store"


def _type(window: QWindow, words: str) -> None:
    """Send keys as the keyboard does: to the window, in their turn."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.postEvent(window, key)
