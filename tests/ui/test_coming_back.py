"""A crash: the next start is where the room was, with the room's screen; after a clean close it is home."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from elephants.app import App
from elephants.store import vault, wrapping
from elephants.store.open_room import OpenRoom, note, noted
from tests.store import play
from tests.ui.walking import an_app, console_of, settle

ROOT = Path(__file__).resolve().parents[2]
WORDS = "four words in a row"

CRASH = """
import os, signal, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from elephants.sessions.session import Session
from elephants.ui.style import LIGHT, dress
from tests.ui.walking import an_app, console_of, settle

app = QApplication([])
dress(app, LIGHT, 1.0, motion=False)
with an_app(Path(sys.argv[1])) as elephants:
    elephants.open_session(elephants.desk.home.spaces[0].sessions[0].id)
    console = console_of(elephants)
    console.header.room.click()
    console.footer.next.click()
    settle()
    elephants.desk.change(console.session, Session.note, "a note")
    print(console.session.now.kind, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(autouse=True)
def own_laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr(wrapping, "COST", 2**4)
    monkeypatch.setattr(vault, "_open", {})


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store in which a session runs."""
    path = tmp_path / "elephants.store"
    with play.a_desk(path) as desk:
        play.open_session(desk)
    return path


def is_back(app: App) -> bool:
    return app.console is not None and app.window.stack.currentWidget() is app.console


def wait(qtbot: QtBot, app: App) -> None:
    """Until a session could be opened."""
    qtbot.waitUntil(lambda: app._loading is not None and not app._loading.is_alive())


def test_killed_in_a_session_it_comes_back_with_the_rooms_screen_and_closed_it_does_not(
    tmp_path: Path, store: Path, qtbot: QtBot
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CRASH, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    with an_app(tmp_path) as app:
        qtbot.waitUntil(lambda: is_back(app))
        console = console_of(app)
        assert console.session.now is not None
        assert console.session.now.kind == done.stdout.strip()
        assert console.side.notes.toPlainText() == "a note"
        assert app.room is not None
        assert app.room.isVisible()
        assert "This is where you were" in console.note.words.text()
    assert noted(store) is None
    with an_app(tmp_path) as app:
        wait(qtbot, app)
        settle()
        assert not is_back(app)
        assert app.home.start.words() == "Go on"


def test_behind_a_passphrase_it_comes_back_when_the_file_is_open_and_to_a_hidden_room(
    tmp_path: Path, store: Path, qtbot: QtBot
) -> None:
    vault.set_passphrase(store, WORDS)
    vault.forget(store)
    note(store, OpenRoom(1))
    with an_app(tmp_path) as app:
        wait(qtbot, app)
        assert not is_back(app)
        page = app.keeping.page
        assert page is not None
        QTest.keyClicks(page.field, WORDS)
        QTest.keyClick(page.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: is_back(app))
        assert app.room is not None
        assert not app.room.isVisible()


def test_it_does_not_come_back_for_ever_nor_to_what_is_not_there(tmp_path: Path, store: Path, qtbot: QtBot) -> None:
    note(store, OpenRoom(1, back=2))
    with an_app(tmp_path) as app:
        assert "several times" in app.home.note.words.text()
        assert noted(store) is None
    for spoilt in ('{"session": 99, "screen": true, "back": 0}', "[]", "{", '{"session": "1"}'):
        store.with_name(f"{store.name}.open").write_text(spoilt)
        with an_app(tmp_path) as app:
            wait(qtbot, app)
            settle()
            assert not is_back(app)


def test_what_is_noted_follows_the_room_and_a_rehearsal_notes_nothing(tmp_path: Path, store: Path) -> None:
    with an_app(tmp_path) as app:
        app.open_session(1)
        assert noted(store) == OpenRoom(1)
        console_of(app).header.room.click()
        assert noted(store) == OpenRoom(1, screen=True)
        assert app.room is not None
        app.room.close()
        assert noted(store) == OpenRoom(1)
        app.leave_session()
        assert noted(store) is None
        app.rehearse()
        app.open_session(app.desk.home.spaces[0].sessions[-1].id)
        assert noted(store) is None
        app.rehearse()
    assert list(tmp_path.rglob("*.open")) == []
