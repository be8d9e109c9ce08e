"""A store on read-only media is read whole, with what still stands in its -wal; a writer is refused in a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlcipher3

from elephants import cli
from elephants.sessions.base import Refused
from elephants.sessions.space import Home
from elephants.store import aside
from elephants.store.store import Store
from tests import mounts
from tests.rehearsals import play as play_rehearsal
from tests.rehearsals import shipped
from tests.store import play

LAST = "The last deed"
ROOT = Path(__file__).resolve().parents[2]
CUT_OFF = """
import os, sys
from pathlib import Path
from elephants.desk import Desk
from elephants.sessions.space import Home
from elephants.store.store import Store
Store.empty_wal = lambda self, connection: True
desk = Desk(Store(Path(sys.argv[1])))
desk.change(desk.home, Home.new_space, sys.argv[2])
os._exit(9)
"""


@contextmanager
def by_mode(folder: Path, at: Path) -> Iterator[Path]:
    """A folder in which this user may not write."""
    assert at != folder
    folder.chmod(0o500)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("NOT CHECKED: a folder without the right to write. Root, and Windows, have it in every folder.")
        yield folder
    finally:
        folder.chmod(0o700)


PLACES = {"mount": mounts.read_only, "mode": by_mode}


def closed(store: Path) -> None:
    """As it is after the app was closed: everything is in one file."""
    with play.a_desk(store) as desk:
        desk.change(desk.home, Home.new_space, LAST)
    assert not Path(f"{store}-wal").exists()


def cut_off(store: Path) -> None:
    """As it is after the power went: the last deed stands in the -wal alone, beside its shared memory."""
    assert subprocess.run([sys.executable, "-c", CUT_OFF, store, LAST], cwd=ROOT, check=False).returncode == 9
    assert Path(f"{store}-wal").stat().st_size > 0


def copied(store: Path) -> None:
    """As it is when somebody copied a store that was cut off, without its shared memory."""
    cut_off(store)
    Path(f"{store}-shm").unlink()


def lasting(folder: Path) -> dict[str, bytes]:
    """Every file but the shared memory, in which SQLite notes where readers are."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.suffix != ".store-shm"}


@contextmanager
def lying(tmp_path: Path, kind: str, place: str) -> Iterator[Path]:
    """Give a store in a place where nothing can be written; no file there may be another afterwards."""
    folder = tmp_path / "media"
    folder.mkdir()
    {"closed": closed, "cut off": cut_off, "copied": copied}[kind](folder / "elephants.store")
    for path in folder.iterdir():
        if path.is_file():
            path.chmod(0o400)
    before = lasting(folder)
    with PLACES[place](folder, tmp_path / "mounted") as there:
        yield there / "elephants.store"
    assert lasting(folder) == before


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", ["closed", "cut off", "copied"])
def test_it_is_read_whole_and_left_as_it_is(tmp_path: Path, kind: str, place: str) -> None:
    with lying(tmp_path, kind, place) as path:
        with pytest.raises(OSError, match=r"Read-only|Permission"):
            (path.parent / "x").touch()
        store = Store(path, writing=False)
        with store.raw() as raw:
            assert [row[0] for row in raw.execute("SELECT name FROM space")] == [LAST]
            with pytest.raises(sqlcipher3.OperationalError):
                raw.execute("INSERT INTO home (id) VALUES (2)")
        store.close()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", ["closed", "cut off", "copied"])
def test_a_writer_is_refused_in_a_sentence(tmp_path: Path, kind: str, place: str) -> None:
    with (
        lying(tmp_path, kind, place) as path,
        pytest.raises(Refused, match=r"cannot be written\. Nothing was changed\."),
    ):
        Store(path)


def test_the_copy_it_is_read_from_is_encrypted_and_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    path = tmp_path / "media" / "elephants.store"
    path.parent.mkdir()
    copied(path)
    copy = aside.Copy(path)
    assert copy.path.parent.parent == tmp_path
    assert {one.name for one in copy.path.parent.iterdir()} == {"elephants.store", "elephants.store-wal"}
    assert os.name == "nt" or copy.path.parent.stat().st_mode & 0o777 == 0o700
    assert all(LAST.encode() not in one.read_bytes() for one in copy.path.parent.iterdir())
    copy.away()
    assert {one.name for one in tmp_path.iterdir()} == {"media"}


@pytest.mark.parametrize("place", PLACES)
def test_the_commands_that_read_work_there(
    tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("HOME", "XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "laptop"))
    (tmp_path / "media").mkdir()
    play_rehearsal(shipped("tuesday-kitchen"), tmp_path / "media" / "kept.store").desk.close()
    with PLACES[place](tmp_path / "media", tmp_path / "mounted") as there:
        at = ["--store", str(there / "kept.store")]
        for words in (["sessions"], ["decisions"], ["minutes", "2", "--to", str(tmp_path / "m.pdf")]):
            assert cli.main([*words, *at]) == 0, capsys.readouterr().err
        assert (tmp_path / "m.pdf").read_bytes().startswith(b"%PDF-")
        assert "Where we meet in winter" in capsys.readouterr().out
        assert cli.main(["rehearse", str(shipped("council-2024-08-30")), *at]) == 1
        assert "cannot be written. Nothing was changed." in capsys.readouterr().err
