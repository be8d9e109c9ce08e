"""The keyring by hand in the real window: it opens the file at the start, holds nobody up, and a lock asks anyway."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from elephants.app import App
from elephants.store import remembered, vault
from elephants.ui import recalling
from elephants.ui.lockpage import LockPage
from tests.shelf import NONE, Broken, Shelf, a_shelf, use
from tests.store.passphrases import a_locked_store, cheap_keys
from tests.ui.walking import an_app, settle

WORDS, NAME = "four words in a row", "Tuesday kitchen"
MENU = "Open by itself on this computer"


class Silent(Shelf):
    """A keyring that says nothing until the test lets it."""

    let = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.let.wait(60)
        return super().get_password(service, username)


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    cheap_keys(monkeypatch)
    with a_shelf() as shelf:
        yield shelf


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with a passphrase, open in this process."""
    return a_locked_store(tmp_path / "elephants.store", NAME, WORDS)


def tick(app: App) -> None:
    [action] = [one for one in app.keeping.menu.menu().actions() if one.text() == MENU]
    action.trigger()


def page_of(app: App) -> LockPage:
    page = app.window.stack.currentWidget()
    assert isinstance(page, LockPage)
    return page


def is_home(app: App) -> bool:
    return app.window.stack.currentWidget() is app.home and app.home.rail.space.accessibleName() == NAME


def lock(app: App) -> None:
    QTest.keyClick(app.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def type_in(app: App) -> None:
    QTest.keyClicks(page_of(app).field, WORDS)
    QTest.keyClick(page_of(app).field, Qt.Key.Key_Return)


def test_it_is_ticked_opens_the_next_start_and_is_forgotten(
    tmp_path: Path, store: Path, shelf: Shelf, qtbot: QtBot
) -> None:
    with an_app(tmp_path) as app:
        tick(app)
        assert "opens by itself for whoever has signed in" in app.home.note.words.text()
        assert "opens by itself" in app.home.rail.locked.text()
    vault.forget(store)
    with an_app(tmp_path) as app:
        qtbot.waitUntil(lambda: is_home(app))
        tick(app)
        assert "asked for at each start" in app.home.note.words.text()
        assert shelf.kept == {}
    vault.forget(store)
    with an_app(tmp_path) as app:
        assert not page_of(app).said.isVisible()


def test_what_was_locked_is_not_for_the_keyring_to_open_neither_at_a_new_start_nor_after_a_rehearsal(
    tmp_path: Path, store: Path, qtbot: QtBot
) -> None:
    def asks(app: App) -> None:
        settle()
        assert not page_of(app).said.isVisible(), "no keyring is asked"
        type_in(app)
        assert is_home(app)

    remembered.remember(store)
    with an_app(tmp_path) as app:
        lock(app)
        asks(app)
        lock(app)
        assert not page_of(app).said.isVisible()
    vault.forget(store)
    with an_app(tmp_path) as app:
        asks(app)
        app.rehearse()
        lock(app)
        app.rehearse()
        asks(app)
    vault.forget(store)
    with an_app(tmp_path) as app:
        qtbot.waitUntil(lambda: is_home(app))


def test_a_keyring_that_says_nothing_holds_nobody_up_and_may_answer_late(
    tmp_path: Path,
    store: Path,
    shelf: Shelf,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    all_named: Callable[[QWidget], bool],
) -> None:
    monkeypatch.setattr(recalling, "LONG", 0.5)
    remembered.remember(store)
    silent = Silent(shelf.kept)
    use(silent)
    vault.forget(store)
    with an_app(tmp_path) as app:
        assert page_of(app).said.isVisible()
        assert all_named(app.window)
        qtbot.waitUntil(lambda: "does not answer" in page_of(app).said.text())
        type_in(app)
        assert is_home(app), "the passphrase opens meanwhile"
    vault.forget(store)
    with an_app(tmp_path) as app:
        qtbot.waitUntil(lambda: "does not answer" in page_of(app).said.text())
        silent.let.set()
        qtbot.waitUntil(lambda: is_home(app))


@pytest.mark.parametrize(("ring", "says"), [(NONE, "no keyring that is safe"), (Broken(), "does not answer")])
def test_without_a_keyring_it_says_so_and_the_passphrase_opens(
    tmp_path: Path, store: Path, qtbot: QtBot, ring: Shelf | str, says: str
) -> None:
    remembered.remember(store)
    use(ring)
    vault.forget(store)
    with an_app(tmp_path) as app:
        qtbot.waitUntil(lambda: says in page_of(app).said.text())
        type_in(app)
        assert is_home(app)
        tick(app)  # no more
        tick(app)
        assert says in app.home.note.words.text()
        assert "by itself" not in app.home.rail.locked.text()
