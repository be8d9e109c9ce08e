"""Backup, restore and check from the command line, and a store that is locked with a passphrase."""

from __future__ import annotations

import getpass
import io
import shutil
import sys
from pathlib import Path

import pytest

from elephants import cli
from elephants.sessions.space import Home, Space
from elephants.store import backup_restore, vault
from elephants.store.backup_names import backups_folder
from elephants.store.places import lies_in
from tests.store import play
from tests.store.passphrases import cheap_keys

NAME, LATER, WORDS = "Tuesday kitchen", "Wednesday kitchen", "four words in a row"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guessing need not be dear here."""
    cheap_keys(monkeypatch)


@pytest.fixture
def store(store_path: Path) -> Path:
    with play.a_desk(store_path) as desk:
        desk.change(desk.home, Home.new_space, NAME)
    return store_path


def said(capsys: pytest.CaptureFixture[str], *words: object, code: int = 0) -> str:
    assert cli.main([str(one) for one in words]) == code
    out = capsys.readouterr()
    assert (out.err if code == 0 else out.out) == ""
    assert "Traceback" not in out.err
    return out.out + out.err


def names(store: Path) -> list[str]:
    with play.a_desk(store) as desk:
        return [space.name for space in desk.home.spaces]


def test_a_backup_is_made_while_the_app_is_open_checked_and_restored(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with play.a_desk(store) as desk:
        assert "opened and checked" in said(capsys, "backup", "--store", store)
        assert "only with the key of this computer" in said(capsys, "backup", "--to", stick, "--store", store)
        desk.change(desk.home.spaces[0], Space.rename, LATER)
        [file] = stick.glob("*.backup")
        assert cli.main(["restore", str(file), "--store", str(store)]) == 1
        out, err = capsys.readouterr()
        assert f"1 space: {NAME}" in out  # what is inside comes before it is tried
        assert "is the store" not in out
        assert err.count("\n") == 1
        assert "open in another window" in err
    assert "is whole" in said(capsys, "check", "--store", store)
    told = said(capsys, "restore", file, "--store", store)
    assert f"1 space: {NAME}" in told
    assert "is kept in" in told
    assert names(store) == [NAME]
    [aside] = backups_folder(store).glob("*.aside")
    said(capsys, "restore", aside, "--store", store)
    assert names(store) == [LATER]


def test_what_is_inside_is_said_before_it_is_restored(
    store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with play.a_desk(store) as desk:
        play.open_session(desk)
        said(capsys, "backup", "--store", store)
    [file] = backups_folder(store).glob("*.backup")
    before: list[str] = []
    restore = backup_restore.restore

    def restored(store: Path, file: Path, *, key: str, comes_with: str) -> Path | None:
        before.append(capsys.readouterr().out)
        return restore(store, file, key=key, comes_with=comes_with)

    monkeypatch.setattr(backup_restore, "restore", restored)
    after = said(capsys, "restore", file, "--store", store)
    [told] = before
    assert told.startswith("Made on ")
    assert f"1 space: {NAME}.\n1 session, the newest on Tuesday 24 November 2026.\n" in told
    assert after.startswith("It is the store at ")


def test_what_cannot_be_restored_or_backed_up_is_said(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Which backup" in said(capsys, "restore", "--store", store, code=1)
    assert "no backup at" in said(capsys, "restore", tmp_path / "none", "--store", store, code=1)
    letter = tmp_path / "letter"
    letter.write_bytes(b"a letter to my aunt" * 400)
    assert "Nothing was changed" in said(capsys, "restore", letter, "--store", store, code=1)
    assert "stick plugged in" in said(capsys, "backup", "--to", tmp_path / "no", "--store", store, code=1)
    assert names(store) == [NAME]


def test_check_says_what_is_damaged_and_which_backup_is_good(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "backup", "--store", store)
    whole = store.read_bytes()
    for spoilt in (b"a letter" * 999, whole[:-3000] + b"\0" * 64 + whole[-2936:]):
        store.write_bytes(spoilt)
        told = said(capsys, "check", "--store", store, code=1)
        assert "is damaged" in told
        assert "newest good backup is" in told


def test_another_computer_opens_a_backup_with_the_passphrase_and_not_without(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.set_passphrase(store, WORDS)
    stick, words, wrong = tmp_path / "stick", tmp_path / "words", tmp_path / "wrong"
    stick.mkdir()
    words.write_text(WORDS + "\n", encoding="utf-8")
    wrong.write_text("four other words", encoding="utf-8")
    assert "key of this computer" not in said(capsys, "backup", "--to", stick, "--store", store)
    shutil.rmtree(store.parent / "key")
    monkeypatch.setattr(vault, "_open", {})
    [file] = stick.glob("*.backup")
    new = tmp_path / "new" / "elephants.store"
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert "--passphrase-file" in said(capsys, "restore", file, "--store", new, code=1)
    assert "not the passphrase" in said(
        capsys, "restore", file, "--store", new, "--passphrase-file", wrong, code=1
    )  # fmt: skip
    assert not new.exists()
    said(capsys, "restore", file, "--store", new, "--passphrase-file", words)
    monkeypatch.setattr(vault, "_open", {})
    assert "--passphrase-file" in said(capsys, "sessions", "--store", new, code=1)
    assert "no session" in said(capsys, "sessions", "--store", new, "--passphrase-file", words)


def test_at_a_terminal_the_passphrase_is_asked_for(
    store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.set_passphrase(store, WORDS)
    monkeypatch.setattr(vault, "_open", {})
    terminal = io.StringIO("")
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", terminal)
    monkeypatch.setattr(getpass, "getpass", lambda *_, **__: WORDS)
    assert "is whole" in said(capsys, "check", "--store", store)


@pytest.mark.parametrize(
    ("place", "mounts", "found"),
    [
        ("/home/a/.local/share/Elephants/x.store", "", ""),
        ("/home/a/Dropbox/x.store", "", "cloud"),
        ("/home/a/OneDrive - Kitchen/x.store", "", "cloud"),
        ("/home/a/Boxes/Megan/x.store", "", ""),
        ("/mnt/share/x.store", "srv:/x /mnt/share nfs4 rw 0 0\n/dev/sda / ext4 rw 0 0", "network"),
        ("/mnt/other/x.store", "srv:/x /mnt/share nfs4 rw 0 0\n/dev/sda / ext4 rw 0 0", ""),
        ("/mnt/my share/x.store", "//srv/x /mnt/my\\040share cifs rw 0 0", "network"),
    ],
)
def test_a_cloud_or_network_folder_is_named(place: str, mounts: str, found: str) -> None:
    told = lies_in(Path(place), mounts)
    assert (found in told) if found else (told == "")
