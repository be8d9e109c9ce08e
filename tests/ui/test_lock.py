"""Safe keeping by keys and clicks in the real windows: the lock, the passphrase, backups, restoring, a damaged file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from elephants.app import App
from elephants.sessions.session import Session
from elephants.sessions.space import Home, Space
from elephants.settings import Settings
from elephants.store import vault
from elephants.store.backup import back_up
from elephants.store.backup_names import backups_folder, kept_in
from elephants.store.vault import key_mark
from elephants.ui.lockpage import LockPage
from elephants.ui.passphrase import SetPassphrase, SheetDialog
from elephants.ui.restore import DamagedDialog, RestoreDialog
from tests.store import play
from tests.store.passphrases import cheap_keys
from tests.ui.walking import an_app, settle

WORDS, NAME, LATER = "four words in a row", "Tuesday kitchen", "Wednesday kitchen"


@pytest.fixture(autouse=True)
def own_laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    cheap_keys(monkeypatch)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store in which a session runs."""
    path = tmp_path / "elephants.store"
    with play.a_desk(path) as desk:
        play.open_session(desk)
        desk.change(desk.home.spaces[0], Space.rename, NAME)
    return path


@pytest.fixture
def app(store: Path, tmp_path: Path) -> Iterator[App]:
    with an_app(tmp_path) as app:
        app.window.activateWindow()
        yield app


def seen(window: QWidget) -> str:
    """All that can be read in a window."""
    found = [one for one in window.findChildren(QWidget) if one.isVisible()]
    return " ".join(f"{one.accessibleName()} {getattr(one, 'text', str)()}" for one in found)


def page_of(app: App) -> LockPage:
    page = app.window.stack.currentWidget()
    assert isinstance(page, LockPage)
    return page


def type_in(page: LockPage, words: str) -> None:
    page.field.clear()
    QTest.keyClicks(page.field, words)
    QTest.keyClick(page.field, Qt.Key.Key_Return)


def answered(kind: type[QDialog], act: Callable[[QDialog], None]) -> None:
    """Do something in the next dialog of a kind, as soon as it is there."""

    def look() -> None:
        dialog = next(
            (one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()), None
        )
        if dialog is None:
            QTimer.singleShot(10, look)
            return
        try:
            act(dialog)
        except BaseException:
            dialog.reject()  # else it would wait for ever
            raise

    QTimer.singleShot(10, look)


def type_twice(dialog: SetPassphrase, words: str) -> None:
    for field in (dialog.first, dialog.again):
        field.clear()
        QTest.keyClicks(field, words)
    dialog.do.click()


def listed(store: Path) -> int:
    return len(kept_in(backups_folder(store), key_mark(vault.read_key(store))))


def test_ctrl_l_covers_the_console_gives_the_room_a_breather_and_comes_back_where_it_was(
    app: App, store: Path, qtbot: QtBot
) -> None:
    vault.set_passphrase(store, WORDS)
    app.open_session(app.desk.home.spaces[0].sessions[0].id)
    console, room = app.console, app.room
    assert console is not None
    assert room is not None
    console.show_room(True)
    assert NAME in seen(app.window), "control"
    QTest.keyClick(app.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    page = page_of(app)
    assert NAME not in seen(app.window)
    assert app.desk.breather.paused
    assert "breather" in room.accessibleDescription()
    turn = app.desk.turn
    for key in (Qt.Key.Key_F6, Qt.Key.Key_PageDown):  # of a clicker in the room's window
        QTest.keyClick(room, key)
        QTest.keyClick(app.window, key)
    assert app.desk.turn == turn
    type_in(page, "not these words")
    assert "not the passphrase" in page.said.text()
    assert not page.unlock.isEnabled()
    type_in(page, WORDS)
    assert page_of(app) is page, "not before the pause is over"
    qtbot.waitUntil(page.unlock.isEnabled)
    type_in(page, WORDS)
    assert app.window.stack.currentWidget() is console
    assert console.isEnabled()
    assert not app.desk.breather.paused


def test_the_pause_after_wrong_words_grows_to_half_a_minute(app: App) -> None:
    def wrong(_words: str) -> None:
        vault.key_of("", "")

    page = LockPage(wrong)
    waits = []
    for _ in range(7):
        page._left = 0
        page.unlock.setEnabled(True)
        page.field.setText("x")
        page.attempt()
        waits.append(page._left)
    assert waits == [1, 2, 4, 8, 16, 30, 30]
    page.deleteLater()
    assert app.window.isVisible()


def test_idle_minutes_lock_and_close_what_is_open_and_a_key_begins_them_anew(app: App, store: Path) -> None:
    vault.set_passphrase(store, WORDS)
    idle = app.keeping.idle
    assert idle is not None
    assert idle.clock.interval() == 15 * 60_000
    app.keeping.menu.lock_after(5)
    assert idle.clock.interval() == 5 * 60_000
    dialog = QDialog(app.window)
    dialog.open()
    idle.clock.timeout.emit()
    assert not dialog.isVisible()
    type_in(page_of(app), WORDS)
    assert app.window.stack.currentWidget() is app.home
    app.keeping.menu.lock_after(0)
    assert not idle.clock.isActive()


def test_without_a_passphrase_nothing_locks_and_home_says_so(app: App) -> None:
    assert app.home.rail.locked.text() == "Not yet locked with a passphrase"
    QTest.keyClick(app.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert app.window.stack.currentWidget() is app.home
    assert "no passphrase yet" in app.home.note.words.text()


def test_a_passphrase_is_set_by_hand_a_sheet_is_saved_and_the_next_start_asks(
    app: App, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, all_named: Callable[[QWidget], bool]
) -> None:
    file = tmp_path / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))

    def save(dialog: QDialog) -> None:
        assert isinstance(dialog, SheetDialog)
        assert all_named(dialog)
        dialog.save.click()
        assert "delete that file" in dialog.said.text()
        dialog.leave.click()

    def set_it(dialog: QDialog) -> None:
        assert isinstance(dialog, SetPassphrase)
        assert all_named(dialog)
        answered(SheetDialog, save)
        type_twice(dialog, "short")
        assert "too short" in dialog.said.text()
        type_twice(dialog, WORDS)

    answered(SetPassphrase, set_it)
    app.keeping.menu.menu().actions()[0].trigger()
    assert file.read_bytes().startswith(b"%PDF-")
    assert app.home.rail.locked.text() == "Locked with a passphrase"
    app.window.close()
    vault.forget(store)
    with an_app(tmp_path) as again:
        page = page_of(again)
        assert all_named(again.window)
        assert NAME not in seen(again.window)
        type_in(page, WORDS)
        assert NAME in seen(again.window)


def test_the_first_run_offers_a_passphrase_and_it_may_be_put_off(tmp_path: Path) -> None:
    with an_app(tmp_path) as app:
        assert "whoever uses your account here can read it" in app.home.about.text()
        answered(SetPassphrase, QDialog.reject)
        app.home.passphrase.click()
        app.home.new_space.emit(NAME)
        assert not app.home.passphrase.isVisible()
        assert app.home.rail.keep.isVisible()


def test_a_session_that_is_closed_is_backed_up_aside(app: App, store: Path, qtbot: QtBot) -> None:
    app.open_session(app.desk.home.spaces[0].sessions[0].id)
    session = app.desk.session
    assert session is not None
    app.desk.change(session, Session.note, "a note")
    assert listed(store) == 0
    app.desk.change(session, Session.close)
    qtbot.waitUntil(lambda: listed(store) == 1)
    app.desk.change(session, Session.note, "another note")
    assert listed(store) == 1


def test_a_second_folder_gets_them_too_and_a_stick_that_is_away_is_no_trouble(
    app: App, store: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    app.settings.backup_folder = str(tmp_path / "stick")
    app.keeping.menu.back_up()
    qtbot.waitUntil(lambda: "stick plugged in" in app.home.note.words.text())
    (tmp_path / "stick").mkdir()
    app.keeping.menu.back_up()
    qtbot.waitUntil(lambda: app.home.note.words.text() == "A backup was made and checked.")
    assert len(list((tmp_path / "stick").glob("*.backup"))) == 1
    assert listed(store) == 2


def test_restore_from_home_shows_what_is_inside_first(
    tmp_path: Path, store: Path, all_named: Callable[[QWidget], bool]
) -> None:
    with play.a_desk(store) as desk:
        back_up(desk.store)
        desk.change(desk.home.spaces[0], Space.rename, LATER)
        desk.change(desk.home, Home.new_space, "Another")

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, RestoreDialog)
        assert all_named(dialog)
        assert f"1 space: {NAME}" in dialog.inside.text()
        assert "1 session, the newest on" in dialog.inside.text()
        dialog.do.click()

    with an_app(tmp_path) as app:
        assert LATER in seen(app.window)
        answered(RestoreDialog, look)
        actions = {one.text(): one for one in app.keeping.menu.menu().actions()}
        actions["Restore a backup"].trigger()
        assert NAME in seen(app.window)
        assert LATER not in seen(app.window)
        assert "is kept in" in app.home.note.words.text()


def test_a_backup_from_another_laptop_is_opened_with_its_passphrase_and_shown_before_it_is_restored(
    made_stores: None,
    tmp_path: Path,
    store: Path,
    monkeypatch: pytest.MonkeyPatch,
    all_named: Callable[[QWidget], bool],
) -> None:
    stick, new = tmp_path / "stick", tmp_path / "new"
    for folder in (stick, new):
        folder.mkdir()
    vault.set_passphrase(store, WORDS)
    with play.a_desk(store) as desk:
        kept = back_up(desk.store, stick)
    monkeypatch.setattr(vault, "_open", {})
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(kept.path), ""))

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, RestoreDialog)
        assert not dialog.words.isVisible()
        dialog.other.click()
        assert "a passphrase of its own" in dialog.inside.text()
        assert all_named(dialog)
        for words, says in (("not these words", "not the passphrase"), (WORDS, f"1 space: {NAME}")):
            assert not dialog.do.isEnabled()
            dialog.words.clear()
            QTest.keyClicks(dialog.words, words)
            QTest.keyClick(dialog.words, Qt.Key.Key_Return)
            assert says in dialog.inside.text()
        assert dialog.isVisible(), "Enter looks inside, and does not restore"
        assert not dialog.words.isVisible()
        dialog.do.click()

    with an_app(new) as app:
        answered(RestoreDialog, look)
        app.keeping.menu.restore()
        assert NAME in seen(app.window)
        assert app.home.rail.locked.text() == "Locked with a passphrase"
    vault.forget(new / "elephants.store")
    with an_app(new) as app:
        type_in(page_of(app), WORDS)
        assert NAME in seen(app.window)


@pytest.mark.parametrize("how", ["whole", "middle", "empty"])
def test_a_damaged_file_at_the_start_offers_the_newest_good_backup(
    tmp_path: Path, store: Path, qtbot: QtBot, how: str, all_named: Callable[[QWidget], bool]
) -> None:
    with play.a_desk(store) as desk:
        back_up(desk.store)
    content = store.read_bytes()
    pages = len(content) // 4096
    spoilt = b"" if how == "empty" else b"a letter to my aunt" * 400
    if how == "middle":  # every page but the first
        spoilt = content[:4096] + b"".join(b"\1" * 64 + content[n * 4096 + 64 :][:4032] for n in range(1, pages))
    store.write_bytes(spoilt)
    with an_app(tmp_path) as app:
        dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, DamagedDialog))
        assert all_named(dialog)
        assert NAME in dialog.inside.text()
        dialog.do.click()
        settle()
        assert NAME in seen(app.window)
    aside = [one.read_bytes() for one in backups_folder(store).glob("*.aside")]
    assert aside == ([spoilt] if spoilt else [])


def test_what_this_computer_remembers_of_it(tmp_path: Path) -> None:
    settings = Settings(lock_after=30, backup_folder="/media/stick")
    settings.write(tmp_path / "settings.json")
    assert Settings.read(tmp_path / "settings.json") == settings
    (tmp_path / "settings.json").write_text('{"lock_after": "soon", "backup_folder": 3}')
    assert Settings.read(tmp_path / "settings.json") == Settings()


def test_a_lock_asked_for_in_a_rehearsal_waits_where_it_ends(app: App, store: Path) -> None:
    vault.set_passphrase(store, WORDS)
    assert NAME in seen(app.window), "control"
    app.rehearse()
    settle()
    QTest.keyClick(app.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert "It asks for the passphrase when the rehearsal ends." in seen(app.window)
    app.rehearse()
    settle()
    page = page_of(app)
    assert NAME not in seen(app.window)
    type_in(page, WORDS)
    settle()
    assert NAME in seen(app.window)
    assert app.desk.store.path == store
