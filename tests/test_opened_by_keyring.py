"""A command opens a store by the keyring where somebody allowed that; else it asks, or says why nobody can be asked."""

from __future__ import annotations

import getpass
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from elephants import cli
from elephants.sessions.space import Home
from elephants.store import remembered, vault
from elephants.store.backup import back_up
from tests.shelf import NONE, Broken, Closed, Shelf, a_shelf, use
from tests.store import play
from tests.store.passphrases import cheap_keys

NAME, WORDS = "Tuesday kitchen", "four words in a row"


class Terminal:
    """Standard input where somebody sits, or nobody."""

    def __init__(self, *, somebody: bool) -> None:
        self._somebody = somebody

    def isatty(self) -> bool:
        return self._somebody


class Silent(Shelf):
    """A keyring that waits for its owner."""

    let = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.let.wait(60)
        return super().get_password(service, username)


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    cheap_keys(monkeypatch)
    monkeypatch.setattr(sys, "stdin", Terminal(somebody=False))
    with a_shelf() as shelf:
        yield shelf


@pytest.fixture
def store(store_path: Path) -> Path:
    """A store with a passphrase, which the keyring remembers, and not open in this process."""
    with play.a_desk(store_path) as desk:
        desk.change(desk.home, Home.new_space, NAME)
        back_up(desk.store)
    vault.set_passphrase(store_path, WORDS)
    remembered.remember(store_path)
    vault.forget(store_path)
    return store_path


def said(capsys: pytest.CaptureFixture[str], store: Path, *words: str, code: int = 0) -> str:
    """Do a command as a process of its own would, and give what it says."""
    assert cli.main([*words, "--store", str(store)]) == code
    vault.forget(store)
    told = capsys.readouterr()
    assert (told.err if code == 0 else told.out) == ""
    return told.out + told.err


def test_it_opens_every_command_and_a_restore_but_not_what_was_locked_by_hand(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "no session" in said(capsys, store, "sessions")
    assert "is whole" in said(capsys, store, "check")
    [backup] = (store.parent / "backups").glob("*.backup")
    assert NAME in said(capsys, store, "restore", str(backup))
    remembered.ask_first(store, on=True)
    for words in (["sessions"], ["restore", str(backup)]):
        assert "It was locked by hand" in said(capsys, store, *words, code=1)
    remembered.forget(store)
    assert said(capsys, store, "sessions", code=1) == (
        "This store is locked with a passphrase. Give it by --passphrase-file FILE, or start at a terminal.\n"
    )


@pytest.mark.parametrize(
    ("ring", "says"),
    [
        (NONE, "no keyring that is safe"),
        (Closed(), "is locked"),
        (Broken(), "does not answer"),
        (Silent(), "not answer"),
    ],
)
def test_one_that_does_not_help_is_a_sentence_and_the_passphrase_is_asked_for(
    store: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    ring: Shelf | str,
    says: str,
) -> None:
    Silent.let.clear()
    monkeypatch.setattr(remembered, "LONG", 0.2)
    asked: list[str] = []

    def ask(question: str, **_more: object) -> str:
        asked.append(question)
        return WORDS

    monkeypatch.setattr(getpass, "getpass", ask)
    use(ring)
    told = said(capsys, store, "sessions", code=1)
    assert says in told
    assert told.endswith("Give it by --passphrase-file FILE, or start at a terminal.\n")
    monkeypatch.setattr(sys, "stdin", Terminal(somebody=True))
    said(capsys, store, "sessions")
    [question] = asked
    assert says in question.splitlines()[0]
    assert question.splitlines()[1] == "Passphrase: "
    Silent.let.set()


def test_a_file_with_the_passphrase_asks_no_keyring_and_only_its_first_line_is_read(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    use(Broken())
    words, far, none = tmp_path / "words", Path("/dev/zero"), tmp_path / "none"
    words.write_text(f"\ufeff{WORDS}\r\nand more\n", encoding="utf-8")
    none.write_text("", encoding="utf-8")
    said(capsys, store, "sessions", "--passphrase-file", str(words))
    if far.exists():
        assert "not the passphrase" in said(capsys, store, "sessions", "--passphrase-file", str(far), code=1)
    assert "not the passphrase" in said(capsys, store, "sessions", "--passphrase-file", str(none), code=1)
    assert "cannot be read" in said(capsys, store, "sessions", "--passphrase-file", str(tmp_path), code=1)
    words.write_bytes(b"\xff\xfe")
    assert "cannot be read" in said(capsys, store, "sessions", "--passphrase-file", str(words), code=1)


def test_what_is_no_letter_is_only_a_wrong_passphrase(
    store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    use(NONE)
    monkeypatch.setattr(sys, "stdin", Terminal(somebody=True))
    monkeypatch.setattr(getpass, "getpass", lambda _question, **_more: "caf\udce9 caf\udce9")
    assert "not the passphrase" in said(capsys, store, "sessions", code=1)
    monkeypatch.setattr(getpass, "getpass", lambda _question, **_more: b"caf\xe9 au lait".decode())
    assert "no text in UTF-8" in said(capsys, store, "sessions", code=1)
