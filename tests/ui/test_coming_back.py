"""A crash: what it leaves tells nobody anything, and the next start is where the room was; a clean close leads home."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from elephants.app import App
from elephants.store import vault
from elephants.store.backup import open_file
from elephants.store.open_room import OpenRoom, note, noted
from tests.killed import PASSPHRASE
from tests.killed import WORDS as ROOM
from tests.store import play
from tests.store.passphrases import cheap_keys
from tests.ui.walking import an_app, console_of, settle

ROOT = Path(__file__).resolve().parents[2]

LONG = re.compile(rb"[ -~]{24}")
"""Readable signs in a row that chance does not put into what is encrypted."""


def readable(laptop: Path, *words: str) -> set[str]:
    """Name the files that hold one of these words, in themselves or in their names."""
    found = set()
    for file in laptop.rglob("*"):
        content = str(file.relative_to(laptop)).encode() + (file.read_bytes() if file.is_file() else b"")
        for word in words:
            if any(one in content.lower() for one in (word.lower().encode(), word.lower().encode("utf-16-le"))):
                found.add(file.name)
    return found


def opens(file: Path, key: str) -> bool:
    raw = open_file(file, key)
    try:
        return bool(raw.execute("PRAGMA user_version").fetchone()[0])
    except sqlcipher3.DatabaseError:
        return False
    finally:
        raw.close()


def opened_by_a_thief(laptop: Path) -> set[str]:
    """Try all that looks like a key, in whatever file it lies, on every store and backup."""
    files = [one for one in laptop.rglob("*") if one.is_file()]
    keys = {key.decode() for one in files for key in re.findall(rb"[0-9a-f]{64}", one.read_bytes())}
    opened = set()
    for file in files:
        if file.suffix in (".store", ".backup"):
            assert not LONG.search(file.read_bytes()), f"{file.name} holds readable words"
            opened |= {file.name for key in keys if opens(file, key)}
    return opened


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
    return path


def is_back(app: App) -> bool:
    return app.console is not None and app.window.stack.currentWidget() is app.console


def type_in(app: App) -> None:
    page = app.keeping.page
    assert page is not None
    QTest.keyClicks(page.field, PASSPHRASE)
    QTest.keyClick(page.field, Qt.Key.Key_Return)


def wait(qtbot: QtBot, app: App) -> None:
    """Until a session could be opened."""
    qtbot.waitUntil(lambda: app._loading is not None and not app._loading.is_alive())


def killed(laptop: Path) -> tuple[dict[str, object], list[str]]:
    """Have the evening of tests/killed.py; gives what it told of itself, and what was heard of the planted socket."""
    places = {name: str(laptop / name.lower()) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.killed", str(laptop)],
        cwd=ROOT, env=os.environ | places, capture_output=True, text=True, check=False, timeout=200,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr
    told, planted = map(json.loads, done.stdout.splitlines())
    return told, planted


def tells_a_thief_nothing(laptop: Path) -> None:
    kinds = {one.suffix for one in laptop.rglob("*")}
    assert kinds >= {".store-wal", ".backup", ".log", ".json", ".remembered", ".open"}
    assert readable(laptop, PASSPHRASE, *PASSPHRASE.split(), *ROOM) == set()
    assert opened_by_a_thief(laptop) == set()
    store = laptop / "elephants.store"
    vault.unlock(store, PASSPHRASE)
    (laptop / "plainly.key").write_text(vault.read_key(store))
    assert len(opened_by_a_thief(laptop)) == 2, "control: store and backup, by a key that lies about"
    with play.a_desk(store) as desk, desk.store.raw() as raw:
        raw.execute(f"ATTACH DATABASE '{laptop / 'copy'}' AS plain KEY ''")
        raw.execute("SELECT sqlcipher_export('plain')")
    for word in ROOM[:-1]:
        assert readable(laptop, word) == {"copy"}, "control: the words are in the store"


def comes_back(laptop: Path, qtbot: QtBot, kind: str) -> None:
    with an_app(laptop) as app:
        type_in(app)
        qtbot.waitUntil(lambda: is_back(app))
        console = console_of(app)
        assert console.session.now is not None
        assert console.session.now.kind == kind
        assert console.side.notes.toPlainText() in ROOM
        assert app.room is not None
        assert app.room.isVisible()
        assert "This is where you were" in console.note.words.text()
    assert noted(laptop / "elephants.store") is None
    with an_app(laptop) as app:
        wait(qtbot, app)
        settle()
        assert not is_back(app)
        assert app.home.start.words() == "Go on"


@pytest.mark.skipif(sys.platform != "linux", reason="what a process has open is read as Linux tells it")
def test_a_killed_evening_opened_no_network_tells_a_thief_nothing_and_comes_back(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, planted = killed(tmp_path)
    assert planted == ["socket.__new__", "socket.bind", "open"], "control: a socket that is there is heard and seen"
    assert told["heard"] == []

    tells_a_thief_nothing(tmp_path)
    monkeypatch.setattr(vault, "_open", {})
    comes_back(tmp_path, qtbot, str(told["kind"]))


def test_behind_a_passphrase_it_comes_back_when_the_file_is_open_and_to_a_hidden_room(
    tmp_path: Path, store: Path, qtbot: QtBot
) -> None:
    vault.set_passphrase(store, PASSPHRASE)
    vault.forget(store)
    note(store, OpenRoom(1))
    with an_app(tmp_path) as app:
        wait(qtbot, app)
        assert not is_back(app)
        type_in(app)
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
