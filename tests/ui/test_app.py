"""The app as a whole: what goes wrong is said and nothing is lost; places, zoom and broken settings; going on."""

from __future__ import annotations

import logging
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from elephants.app import App
from elephants.desk import Desk
from elephants.sessions.session import Session
from elephants.sessions.space import Home as Root
from elephants.settings import Settings, settings_path
from elephants.store.store import Store
from elephants.store.vault import key_file
from elephants.ui.lastresort import LastResort
from elephants.ui.parts.buttons import Button
from elephants.ui.style import CONTRAST, palette_of, zoom
from tests.ui.walking import an_app, console_of, open_sample, settle


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    with an_app(tmp_path) as app:
        app.window.activateWindow()
        yield app


def offered(app: App) -> set[str]:
    """The words of every button of home that can be pressed."""
    return {one.words() for one in app.home.findChildren(Button) if one.isVisible() and one.isEnabled()}


# -- a store that cannot be opened --------------------------------------------------------------------------------


def not_a_store(store: Path) -> None:
    Store(store).close()
    store.write_bytes(b"a letter to my aunt" * 400)


def newer(store: Path) -> None:
    made = Store(store)
    with made.raw() as raw:
        raw.execute("PRAGMA user_version = 99")
    made.close()


def keyless(store: Path) -> None:
    Store(store).close()
    key_file(store).unlink()


@pytest.mark.parametrize("broken", [not_a_store, newer, keyless])
def test_a_store_that_cannot_be_opened_is_said_and_nothing_is_offered_that_would_fail(
    tmp_path: Path, broken: object
) -> None:
    assert callable(broken)
    broken(tmp_path / "elephants.store")
    kept = {path: path.read_bytes() for path in tmp_path.glob("elephants*")}
    with an_app(tmp_path) as app:
        assert app.home.day.text() == "The store is not open"
        assert app.home.about.text().endswith(".")
        assert "Error" not in app.home.about.text()
        assert offered(app) == {"Rehearse", "Colours", "The manual", "About Elephants"}
    assert {path: path.read_bytes() for path in kept} == kept


def test_a_store_open_in_another_window_is_said(tmp_path: Path) -> None:
    other = Store(tmp_path / "elephants.store")
    with an_app(tmp_path) as app:
        assert "open in another window" in app.home.about.text()
        assert offered(app) == {"Rehearse", "Colours", "The manual", "About Elephants"}
        other.close()
        app.home.rehearse.click()
        app.home.rehearse.click()
        assert app.home.day.text() == "Give your space a name"


def test_a_rehearsal_is_there_even_when_the_store_is_not(tmp_path: Path) -> None:
    newer(tmp_path / "elephants.store")
    with an_app(tmp_path) as app:
        app.home.rehearse.click()
        assert "Start" in offered(app)
        app.home.rehearse.click()
        assert offered(app) == {"Rehearse", "Colours", "The manual", "About Elephants"}


# -- the last resort ----------------------------------------------------------------------------------------------


@pytest.fixture
def last_resort(app: App) -> Iterator[LastResort]:
    before = sys.excepthook
    made = LastResort(app.window)
    made.begin()
    yield made
    sys.excepthook = before


def test_a_bug_is_logged_and_said_once_without_its_words_and_the_app_goes_on(
    app: App, last_resort: LastResort, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    console = open_sample(app)

    def breaks() -> None:
        raise ValueError("Anna said the secret")

    console.footer.slow.clicked.connect(breaks)
    QTimer.singleShot(0, breaks)
    qtbot.waitUntil(lambda: last_resort.dialog is not None)
    dialog = last_resort.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert not dialog.details.isVisible()
    dialog.fold.click()
    assert dialog.details.isVisible()
    assert dialog.details.text().startswith("ValueError in test_app.py, line ")
    assert "Anna" not in dialog.details.text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    QTimer.singleShot(0, breaks)
    qtbot.waitUntil(lambda: len(caplog.records) == 2)
    assert last_resort.dialog is dialog, "the same bug is not shown again"
    assert not dialog.isVisible()
    app.desk.change(console.session, Session.start, 14)
    assert console.header.here.number() == 14
    assert [one.levelno for one in caplog.records] == [logging.ERROR] * 2
    caplog.clear()


# -- places and zoom ----------------------------------------------------------------------------------------------


def test_the_window_opens_where_it_was_and_as_large(tmp_path: Path) -> None:
    with an_app(tmp_path) as app:
        app.window.setGeometry(40, 50, 1000, 640)
        settle()
        QTest.keyClick(app.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    kept = Settings.read(settings_path())
    assert kept.window == (40, 50, 1000, 640)
    assert kept.zoom == 1.1
    with an_app(tmp_path, kept) as app:
        shape = app.window.geometry()
        assert (shape.x(), shape.y(), shape.width(), shape.height()) == (40, 50, 1000, 640)


def test_colours_are_chosen_at_home_by_keys_seen_at_once_and_kept(tmp_path: Path) -> None:
    with an_app(tmp_path) as app:
        app.window.activateWindow()
        app.home.rail.colours.setFocus()
        QTest.keyClick(app.window.windowHandle(), Qt.Key.Key_Return)
        settle()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert [one.text() for one in menu.actions() if one.isChecked()] == ["As this computer has it"]
        for key in (*[Qt.Key.Key_Down] * 4, Qt.Key.Key_Return):
            QTest.keyClick(menu, key)
        settle()
        assert app.window.grab().toImage().pixelColor(0, 300).name().upper() == CONTRAST.line
        assert palette_of() is CONTRAST
    assert Settings.read(settings_path()).colours == "contrast"
    with an_app(tmp_path, Settings.read(settings_path())) as app:
        app.window.zoom_by(0.1)
        assert palette_of() is CONTRAST
        assert [one.isChecked() for one in app.home.rail.menu_of_colours().actions()] == [False, False, False, True]


def test_a_window_that_was_on_a_display_now_gone_comes_back_in_sight(tmp_path: Path) -> None:
    with an_app(tmp_path, Settings(window=(5000, 5000, 1000, 640))) as app:
        assert app.window.screen().geometry().intersects(app.window.geometry())


def test_keys_make_everything_larger_and_smaller_within_its_limits(app: App) -> None:
    ctrl = Qt.KeyboardModifier.ControlModifier
    for key, near, limit in ((Qt.Key.Key_Plus, 1.9, 2.0), (Qt.Key.Key_Minus, 0.9, 0.8)):
        app.settings.zoom = near
        for _ in range(2):
            QTest.keyClick(app.window, key, ctrl)
        assert zoom() == limit
    QTest.keyClick(app.window, Qt.Key.Key_0, ctrl)
    assert zoom() == 1.0


@pytest.mark.parametrize(
    "words",
    ["", "{", "[]", '"x"', '{"zoom": 9, "window": [1], "space": "a", "colours": "pink"}', '{"zoom": null}', "\x00\xff"],
)
def test_broken_settings_are_forgotten_and_written_anew(tmp_path: Path, words: str) -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text(words, encoding="utf-8")
    assert Settings.read(settings_path()) == Settings()
    with an_app(tmp_path, Settings.read(settings_path())):
        pass
    assert Settings.read(settings_path()).window is not None


def test_settings_that_cannot_be_written_keep_nobody_from_closing(tmp_path: Path) -> None:
    settings_path().parent.parent.mkdir(parents=True, exist_ok=True)
    settings_path().parent.write_text("a file where a folder should be", encoding="utf-8")
    with an_app(tmp_path):
        pass


# -- quitting and going on ----------------------------------------------------------------------------------------


def test_quitting_in_a_session_loses_nothing_and_home_goes_on_with_it(tmp_path: Path) -> None:
    with an_app(tmp_path) as app:
        desk = app.desk
        desk.change(desk.home, Root.new_space, "Tuesday kitchen")
        app.look()
        space = desk.home.spaces[0]
        desk.change(space, type(space).plan, app.now().date(), app.now().time(), 90)
        app.look()
        app.home.start.click()
        settle()
        console = console_of(app)
        QTest.keyClick(app.window.windowHandle(), Qt.Key.Key_PageDown)
        settle()
        console.side.notes.setFocus()
        QTest.keyClicks(console.side.notes, "bring the keys")
    with an_app(tmp_path) as app:
        assert app.home.label.text() == "The session is open"
        assert app.home.start.words() == "Go on"
        app.home.start.click()
        settle()
        console = console_of(app)
        assert console.session.state == "running"
        assert console.side.notes.toPlainText() == "bring the keys"


def test_the_store_is_free_again_when_the_window_is_closed(tmp_path: Path) -> None:
    with an_app(tmp_path) as app:
        app.rehearse()
        settle()
    Desk(Store(tmp_path / "elephants.store")).close()


def test_the_store_is_not_a_plain_file(tmp_path: Path) -> None:
    with an_app(tmp_path):
        pass
    plain = sqlite3.connect(tmp_path / "elephants.store")
    with pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT * FROM space")
    plain.close()


def test_a_rehearsal_leaves_the_real_store_as_it_was(app: App, qapp: QApplication) -> None:
    assert qapp is not None
    console = open_sample(app)
    app.desk.change(console.session, Session.start, 14)
    console.header.home.click()
    settle()
    assert app.home.start.words() == "Go on"
    app.home.rehearse.click()
    settle()
    assert app.home.day.text() == "Give your space a name"
