"""When backups are made while the window is open, what the window warns of, and what is done aside from its thread."""

from __future__ import annotations

import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from elephants.app import App
from elephants.sessions.space import Home, Space
from elephants.store import vault, wrapping
from elephants.store.backup_names import backups_folder, kept_in
from elephants.store.vault import key_mark
from elephants.ui import backing
from elephants.ui.lockpage import LockPage
from elephants.ui.passphrase import SetPassphrase
from tests.store import play
from tests.store.passphrases import cheap_keys
from tests.ui.walking import an_app, settle

NAME = "Tuesday kitchen"


@pytest.fixture(autouse=True)
def own_laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    cheap_keys(monkeypatch)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "elephants.store"
    with play.a_desk(path) as desk:
        desk.change(desk.home, Home.new_space, NAME)
    return path


def minute(app: App) -> None:
    """As the clock of the backups strikes, and the one that is begun ends."""
    made = app.keeping.backing
    assert made is not None
    made._clock.timeout.emit()
    while made.busy:
        settle()


def test_in_use_one_is_made_each_half_hour_at_most_and_none_while_a_box_is_open(
    tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr(backing, "time", SimpleNamespace(monotonic=lambda: now[0]))
    mark = key_mark(vault.read_key(store))
    made: list[int] = []

    def at(app: App, minutes: int, *, used: bool = True) -> int:
        now[0] = 1000.0 + 60 * minutes
        if used:
            app.desk.change(app.desk.home.spaces[0], Space.rename, f"{NAME} {minutes}")
        minute(app)
        made.append(len(kept_in(backups_folder(store), mark)))
        return made[-1]

    with an_app(tmp_path) as app:
        assert at(app, 29) == 0
        assert at(app, 31) == 1
        assert at(app, 60) == 1
        assert at(app, 61) == 2
        assert at(app, 200, used=False) == 2, "nothing changed since"
        box = [False]
        assert app.keeping.backing is not None
        monkeypatch.setattr(app.keeping.backing, "_may", lambda: box[0])
        assert at(app, 240) == 2, "a box is open"
        box[0] = True
        assert at(app, 241, used=False) == 3


def test_a_store_in_a_cloud_folder_is_warned_of_at_home(tmp_path: Path, store: Path) -> None:
    with an_app(tmp_path) as app:
        assert not app.home.note.isVisible(), "control"
    cloud = tmp_path / "Dropbox"
    cloud.mkdir()
    with an_app(cloud) as app:
        assert "copied to a cloud" in app.home.note.words.text()
        assert app.home.note.isVisible()


def test_the_passphrase_is_worked_out_aside_from_the_window(
    store: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    threads: list[threading.Thread] = []
    derive = wrapping._derive

    def heard(words: str, salt: bytes, n: int) -> str:
        threads.append(threading.current_thread())
        return derive(words, salt, n)

    monkeypatch.setattr(wrapping, "_derive", heard)
    dialog = SetPassphrase(store)
    for field in (dialog.first, dialog.again):
        QTest.keyClicks(field, "four words in a row")
    dialog.do.click()
    page = LockPage(lambda words: vault.unlock(store, words))
    page.field.setText("four words in a row")
    with qtbot.waitSignal(page.opened):
        page.attempt()
    assert len(threads) == 2
    assert threading.main_thread() not in threads
    for one in (dialog, page):
        one.deleteLater()


def test_a_key_or_a_click_begins_the_idle_minutes_anew(tmp_path: Path, store: Path) -> None:
    with an_app(tmp_path) as app:
        idle = app.keeping.idle
        assert idle is not None
        app.window.activateWindow()
        settle()
        for press in (key, click):
            idle.clock.stop()
            press(app.window)
            assert idle.clock.isActive()
        idle.clock.stop()
        app.window.repaint()
        settle()
        assert not idle.clock.isActive(), "control: what the app does by itself is no hand"


def key(window: QWidget) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    QApplication.processEvents()


def click(window: QWidget) -> None:
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_what_is_said_at_home_comes_into_sight_also_where_all_is_large(tmp_path: Path, store: Path) -> None:
    with an_app(tmp_path) as app:
        app.settings.zoom = 2.0
        app.window.dress()
        settle()
        app.window.resize(1366, 600)
        app.home.rehearse.setFocus()
        settle()
        assert app.home.label.visibleRegion().isEmpty(), "control: the head of the page is out of sight"
        app.keeping.say("a sentence")
        settle()
        assert not app.home.note.visibleRegion().isEmpty()
