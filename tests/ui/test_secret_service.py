"""A real Secret Service, gnome-keyring on a bus of its own, in the real window: open, locked, silent, gone, no more."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from elephants.app import App
from elephants.store import remembered, vault
from elephants.ui.lockpage import LockPage
from elephants.ui.parts.patience import Waiting
from tests.store.passphrases import a_locked_store, cheap_keys
from tests.ui.walking import an_app

pytest.importorskip("secretstorage", reason="NOT CHECKED: a real keyring. There is a Secret Service on Linux only.")

from tests.secretservice import SecretService, a_secret_service, secrets_in

pytestmark = [
    pytest.mark.torture,
    pytest.mark.usefixtures("made_stores"),
    # The library leaves its socket open where the keyring was not opened.
    pytest.mark.filterwarnings("ignore:Exception ignored in. <socket:pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),
]

WORDS, OTHER, NAME = "four words in a row", "four other words", "Tuesday kitchen"
ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def ring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    cheap_keys(monkeypatch)
    with a_secret_service(tmp_path / "account", monkeypatch) as service:
        yield service


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with a passphrase, open in this process."""
    return a_locked_store(tmp_path / "elephants.store", NAME, WORDS)


def tick(app: App) -> None:
    menu = app.keeping.menu.menu()
    [action] = [one for one in menu.actions() if one.text() == "Open by itself on this computer"]
    action.trigger()


def page_of(app: App) -> LockPage:
    page = app.window.stack.currentWidget()
    assert isinstance(page, LockPage)
    return page


def is_home(app: App) -> bool:
    return app.window.stack.currentWidget() is app.home and app.home.rail.space.accessibleName() == NAME


def note(app: App) -> str:
    return app.home.note.words.text()


def type_in(app: App, words: str = WORDS) -> None:
    QTest.keyClicks(page_of(app).field, words)
    QTest.keyClick(page_of(app).field, Qt.Key.Key_Return)
    assert is_home(app)


def opens_by_itself(folder: Path, store: Path, qtbot: QtBot) -> None:
    vault.forget(store)
    with an_app(folder) as app:
        qtbot.waitUntil(lambda: is_home(app))


def asks_and_says(folder: Path, store: Path, qtbot: QtBot, says: str) -> None:
    vault.forget(store)
    with an_app(folder) as app:
        qtbot.waitUntil(lambda: says in page_of(app).said.text(), timeout=20_000)
        type_in(app)


class Beat:
    """The longest time in which the window could not have answered a key, in seconds."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def cancel_once_it_is_shown() -> QTimer:
    def look() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, Waiting) and window.isVisible():
                timer.stop()
                QTest.keyClick(window, Qt.Key.Key_Escape)

    timer = QTimer(interval=20)
    timer.timeout.connect(look)
    timer.start()
    return timer


def test_it_remembers_through_another_passphrase_tells_nothing_and_forgets(
    ring: SecretService, tmp_path: Path, store: Path, qtbot: QtBot
) -> None:
    with an_app(tmp_path) as app:
        tick(app)
        assert "opens by itself for whoever has signed in" in note(app)
    [(label, found_by)] = secrets_in(ring)
    assert "Elephants" in label, "control: it is ours"
    shown = f"{label} {found_by} {[path.read_bytes() for path in ring.home.rglob('*.keyring')]}"
    assert not any(words in shown for words in (NAME, str(tmp_path), store.name, WORDS, vault.read_key(store)))
    opens_by_itself(tmp_path, store, qtbot)
    vault.set_passphrase(store, OTHER)
    opens_by_itself(tmp_path, store, qtbot)
    ring.end()
    ring.begin()
    opens_by_itself(tmp_path, store, qtbot)
    with an_app(tmp_path) as app:
        tick(app)
        assert note(app) == "The passphrase is asked for at each start."
    assert secrets_in(ring) == []
    vault.forget(store)
    with an_app(tmp_path) as app:
        assert not page_of(app).said.isVisible()
        type_in(app, OTHER)


def test_a_locked_keyring_that_nobody_opens_is_a_sentence(
    ring: SecretService, tmp_path: Path, store: Path, qtbot: QtBot
) -> None:
    remembered.remember(store)
    ring.lock()
    asks_and_says(tmp_path, store, qtbot, "is locked")
    ring.asks(says_no=True)
    asks_and_says(tmp_path, store, qtbot, "is locked")
    remembered.forget(store)
    with an_app(tmp_path) as app:
        tick(app)
        assert "is locked" in note(app)
        assert not remembered.is_remembered(store)


def test_the_system_asks_and_nobody_answers_yet_the_window_lives(
    ring: SecretService, tmp_path: Path, store: Path, qtbot: QtBot
) -> None:
    remembered.remember(store)
    ring.lock()
    asked = ring.asks(says_no=False)
    vault.forget(store)
    with an_app(tmp_path) as app:
        beat = Beat()
        qtbot.waitUntil(asked.asked.is_set)
        qtbot.waitUntil(lambda: "does not answer" in page_of(app).said.text(), timeout=20_000)
        type_in(app)
        later = cancel_once_it_is_shown()
        tick(app)  # no more
        assert "What it may still keep opens nothing." in note(app)
        later.start()
        tick(app)
        assert note(app) == "The passphrase is asked for at each start."
        assert not remembered.is_remembered(store)
        assert beat.longest < 1


def test_a_keyring_that_goes_or_stands_still_is_a_sentence_and_what_it_keeps_opens_nothing(
    ring: SecretService, tmp_path: Path, store: Path, qtbot: QtBot
) -> None:
    remembered.remember(store)
    ring.stop()
    asks_and_says(tmp_path, store, qtbot, "does not answer")
    ring.end()
    asks_and_says(tmp_path, store, qtbot, "does not answer")
    with an_app(tmp_path) as app:
        tick(app)
        assert "What it may still keep opens nothing." in note(app)
        tick(app)
        assert "does not answer" in note(app)
    ring.begin()
    assert len(secrets_in(ring)) == 1, "control: it kept its part"
    vault.forget(store)
    with pytest.raises(remembered.NoKeyring):
        remembered.recall(store)
    ring.bus.kill()
    with an_app(tmp_path) as app:
        type_in(app)
        tick(app)
        assert "does not answer" in note(app)


# -- the command line ----------------------------------------------------------------------------------------------


def command(*words: str) -> subprocess.CompletedProcess[str]:
    """Do a command in a process of its own, where nobody can be asked."""
    return subprocess.run(
        [sys.executable, "-m", "elephants", *words], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
        stdin=subprocess.DEVNULL, env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip


def test_a_command_opens_by_the_keyring_and_never_waits_for_long(
    ring: SecretService, tmp_path: Path, store: Path
) -> None:
    at = ("export", "--to", str(tmp_path / "x.json"), "--store", str(store))
    assert "locked with a passphrase. Give it by" in command(*at).stderr
    remembered.remember(store)
    assert (done := command(*at)).returncode == 0, done.stderr
    assert NAME in (tmp_path / "x.json").read_text(encoding="utf-8")
    remembered.ask_first(store, on=True)
    assert "It was locked by hand" in command(*at).stderr
    remembered.ask_first(store, on=False)
    ring.lock()
    ring.asks(says_no=False)
    began = time.monotonic()
    done = command(*at)
    assert time.monotonic() - began < remembered.LONG + 15
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "does not answer. Type the passphrase. Give it by --passphrase-file" in done.stderr
    words = tmp_path / "words"
    words.write_text(WORDS, encoding="utf-8")
    assert command(*at, "--passphrase-file", str(words)).returncode == 0


def test_a_backup_is_restored_by_the_keyring_and_it_knows_the_store_still(
    ring: SecretService, tmp_path: Path, store: Path, qtbot: QtBot
) -> None:
    assert ring.daemon.poll() is None
    remembered.remember(store)
    assert command("backup", "--store", str(store)).returncode == 0
    [backup] = (tmp_path / "backups").glob("*.backup")
    done = command("restore", str(backup), "--store", str(store))
    assert (done.returncode, done.stderr) == (0, "")
    assert f"1 space: {NAME}" in done.stdout
    opens_by_itself(tmp_path, store, qtbot)
