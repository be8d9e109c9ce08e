"""Commands with words nobody should give: one plain sentence, the right code, and nothing of ours overwritten."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from elephants import cli
from elephants.store.backup_names import backups_folder
from elephants.store.vault import key_file
from tests.mounts import small_disk
from tests.rehearsals import play, shipped

ROOT = Path(__file__).resolve().parent.parent
WRITERS = (["minutes", "2"], ["export"], ["story"], ["kept"])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a backup."""
    path = tmp_path_factory.mktemp("hostile") / "kept.store"
    play(shipped("tuesday-kitchen"), path).desk.close()
    assert cli.main(["backup", "--store", str(path)]) == 0
    return path


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """Let Ctrl+C reach the commands also where these tests run behind another program, which would not hear it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(autouse=True)
def laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "laptop"
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home / name))
    return home


@pytest.fixture
def refused(store: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Do a command that must be refused in one plain sentence."""

    def refusal(*words: object, code: int = 1, at: Path = store) -> str:
        capsys.readouterr()
        assert cli.main([*map(str, words), "--store", str(at)]) == code
        said = capsys.readouterr()
        assert (said.out, said.err.count("\n")) == ("", 1)
        assert "this program" not in said.err
        return said.err

    return refusal


def test_a_name_that_is_none_is_refused(refused: Callable[..., str], tmp_path: Path) -> None:
    writing = [(*one, "--to") for one in (*WRITERS, ["backup"])]
    for name in ("", "a\0b", str(tmp_path / ("x" * 256)), "é" * 128):
        for words in (*writing, ["import"], ["restore"], ["check-paper"]):
            assert "cannot be the name of a file" in refused(*words, name)
        assert "cannot be the name of a file" in refused("sessions", "--passphrase-file", name)


def test_a_name_in_other_letters_than_utf_8_is_a_name(store: Path, tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("NOT CHECKED: names that are no UTF-8. Only Linux has them.")
    to = tmp_path / os.fsdecode(b"caf\xe9.json")
    words = [sys.executable, "-m", "elephants", "export", "--to", str(to), "--store", str(store)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    assert to.exists()


def test_nothing_is_written_over_the_store_its_key_or_a_backup(
    refused: Callable[..., str], store: Path, tmp_path: Path
) -> None:
    [backup] = backups_folder(store).glob("*.backup")
    link = tmp_path / "link.pdf"
    link.symlink_to(store)
    places = (store, f"{store}-wal", f"{store}.lock", key_file(store), backup, backups_folder(store) / "x.pdf", link)
    for place in places:
        assert "belongs to the store" in refused("minutes", "2", "--to", place)
    assert cli.main(["check", "--store", str(store)]) == 0
    assert cli.main(["backup", "--to", str(store.parent), "--store", str(store)]) == 0


def test_a_paper_takes_the_place_of_no_device(refused: Callable[..., str], store: Path, tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("NOT CHECKED: a pipe in a folder. Windows has none.")
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    for words in (["minutes", "2"], ["export"], ["story"], ["kept"]):
        assert "no ordinary file" in refused(*words, "--to", pipe)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert not [name for name in tmp_path.iterdir() if name.suffix == ".part"]


def test_days_the_wrong_way_round_are_said_by_both_who_take_days(refused: Callable[..., str], tmp_path: Path) -> None:
    days = ("--since", "2027-01-01", "--until", "2026-01-01")
    assert "The last day comes before the first one." in refused("history", *days)
    assert "The last day comes before the first one." in refused("story", "--to", tmp_path / "s.pdf", *days)


def test_an_empty_file_is_a_damaged_store_where_it_had_more(
    refused: Callable[..., str], store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = store.read_bytes()
    store.write_bytes(b"")
    try:
        for words in (["history"], ["sessions"], ["backup"], ["import", ROOT / "docs"]):
            assert "damaged" in refused(*words)
        assert "newest good backup is" in refused("check")
        assert store.stat().st_size == 0
    finally:
        store.write_bytes(whole)
    new = tmp_path / "new.store"
    new.touch()
    capsys.readouterr()
    assert cli.main(["import", str(ROOT / "docs"), "--store", str(new)]) == 0, "control: a new one may be empty"


def test_damage_is_one_sentence_and_only_the_log_has_more(
    refused: Callable[..., str], store: Path, tmp_path: Path, laptop: Path, caplog: pytest.LogCaptureFixture
) -> None:
    whole, spoilt = store.read_bytes(), 9000
    store.write_bytes(whole[:spoilt] + bytes(64) + whole[spoilt + 64 :])
    try:
        for words in (["sessions"], ["decisions"], *((*one, "--to", tmp_path / "x.md") for one in WRITERS)):
            assert "damaged" in refused(*words)
    finally:
        store.write_bytes(whole)
        caplog.clear()
    [log] = laptop.rglob("elephants.log")
    assert "not read: DatabaseError" in log.read_text(encoding="utf-8")


def test_what_it_says_has_no_room(store: Path) -> None:
    full = Path("/dev/full")
    if not full.is_char_device():
        pytest.skip("NOT CHECKED: a full disk behind the words of a command. There is no /dev/full.")
    with full.open("w") as out:
        done = subprocess.run(
            [sys.executable, "-m", "elephants", "decisions", "--store", str(store)], cwd=ROOT, stdout=out,
            stderr=subprocess.PIPE, text=True, check=False, timeout=60,
        )  # fmt: skip
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "The disk may be full." in done.stderr


def test_an_import_that_nobody_listens_to_is_done_all_the_same(store_path: Path) -> None:
    minutes = ROOT / "tests" / "data" / "minutes-rust"
    words = [sys.executable, "-m", "elephants", "import", str(minutes), "--store", str(store_path)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(timeout=60) == 0
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "0 papers came in. 2 were here already." in done.stdout


def test_a_small_disk_gets_no_half_file(refused: Callable[..., str], tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick", "64k") as stick:
        (stick / "much").write_bytes(bytes(60_000))
        for words in (["minutes", "2"], ["story"], ["kept"]):
            assert "The disk is full." in refused(*words, "--to", stick / "x.pdf")
        assert "The disk is full." in refused("backup", "--to", stick)
        assert sorted(one.name for one in stick.iterdir() if one.suffix != ".lock") == ["much"]


# -- Ctrl+C ------------------------------------------------------------------------------------------------------------


def test_stopped_as_it_writes_nothing_half_is_left(
    refused: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_words: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", stopped)
    for words in WRITERS:
        assert refused(*words, "--to", tmp_path / "x.md", code=130) == "Stopped.\n"
    assert [one for one in tmp_path.iterdir() if one.is_file()] == []


BEFORE_ALL = """
import os, signal, sys
class Pressed:
    def find_spec(self, name, *more):
        if name == "elephants.cli":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Pressed())
from elephants.__main__ import main
sys.exit(main())
"""
WITHOUT = BEFORE_ALL.replace("from elephants.__main__ import main", "from elephants.cli import main")


@pytest.mark.skipif(os.name == "nt", reason="NOT CHECKED: Ctrl+C as the program begins. Windows has no such signal.")
def test_stopped_before_anything_was_begun_it_ends_without_a_word() -> None:
    for code, quiet in ((BEFORE_ALL, True), (WITHOUT, False)):
        done = subprocess.run(
            [sys.executable, "-c", code, "sessions"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
        )
        assert done.returncode == -signal.SIGINT
        assert (done.stderr == "") is quiet, "control: without us it is a traceback"


AS_IT_TIDIES = """
import os, signal, sys, weakref
from elephants import cli
class Thing: ...
def work():
    thing = Thing()
    kept = weakref.ref(thing, lambda _gone: os.kill(os.getpid(), signal.SIGINT))
    del thing
    while True: yield "on and on"
cli.commands.sessions = lambda *_words, **_more: work()
from elephants.__main__ import main
sys.exit(main())
"""


@pytest.mark.skipif(os.name == "nt", reason="NOT CHECKED: Ctrl+C as Python tidies up. Windows has no such signal.")
def test_stopped_where_python_throws_it_away_it_is_stopped_all_the_same(store: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", AS_IT_TIDIES, "sessions", "--store", str(store)], cwd=ROOT, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (130, "Stopped.\n")
