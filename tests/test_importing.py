"""`elephants import`: a folder of old minutes comes in, twice changes nothing, and each file is answered for."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from elephants import bringing, cli
from elephants.desk import Desk
from elephants.sessions.base import NotSaved
from elephants.sessions.brought.reading import Minutes
from tests.store import play

COUNCIL = Path(__file__).parent / "data" / "minutes-rust"


def said(capsys: pytest.CaptureFixture[str], *words: object, code: int = 0) -> str:
    assert cli.main([str(one) for one in words]) == code
    out = capsys.readouterr()
    assert "Traceback" not in out.out + out.err
    return out.out + out.err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "old kitchen"
    shutil.copytree(COUNCIL, made)
    return made


def kept(store: Path) -> list[tuple[str, date | None, str, int]]:
    """Give the space, the day, the title and how many paragraphs of each paper, as the store has them."""
    with play.a_desk(store) as desk, desk.store.raw() as raw:
        rows = raw.execute(
            "SELECT space.name, brought.date, brought.title, count(brought_paragraph.id) FROM brought "
            "JOIN space ON space.id = space_id LEFT JOIN brought_paragraph ON brought_id = brought.id "
            "GROUP BY brought.id ORDER BY brought.date"
        ).fetchall()
    return [(name, day and date.fromisoformat(day), title, n) for name, day, title, n in rows]


def test_a_folder_comes_in_and_twice_changes_nothing(
    folder: Path, store_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = said(capsys, "import", folder, "--store", store_path)
    assert told.splitlines()[0] == "These papers name people."
    assert "Into the space old kitchen: 2 papers came in. 3 other files are not Markdown." in told
    before = kept(store_path)
    assert before == [
        ("old kitchen", date(2024, 8, 30), "Council meeting 2024 08 30", 240),
        ("old kitchen", date(2024, 12, 20), "Council meeting 2024-12-20", 149),
    ]
    again = said(capsys, "import", folder, "--store", store_path)
    assert "0 papers came in. 2 were here already." in again
    one = said(capsys, "import", folder / "2024-08-30.md", "--store", store_path)
    assert "1 was here already." in one
    assert kept(store_path) == before
    (folder / "2024-08-30.md").write_text("# Tea\n\nand cake", encoding="utf-8")
    assert "1 had changed: it is here as it is now." in said(capsys, "import", folder, "--store", store_path)
    assert kept(store_path)[0] == ("old kitchen", date(2024, 8, 30), "Tea", 2)
    assert "no space of this name. There are: old kitchen." in said(
        capsys, "import", folder, "--space", "other", "--store", store_path, code=1
    )
    said(capsys, "import", folder, "--space", "OLD kitchen", "--store", store_path)
    assert len(kept(store_path)) == 2


def test_what_cannot_be_read_is_named_and_the_others_come_in(
    tmp_path: Path, store_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mixed"
    (folder / "deep" / "down").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    (folder / "a folder.md").mkdir()
    for name, given in (
        ("good.md", b"# Tea"), ("deep/down/2020-01-02.MD", b"cake"), ("empty.md", b""), ("picture.md", b"\x89PNG\0\0"),
        ("large.md", b"a" * 2_000_001), (".hidden/no.md", b"no"), ("a folder.md/no.md", b"no"), ("notes.txt", b"no"),
        ("old letters.md", "Café".encode("cp1252")),
    ):  # fmt: skip
        (folder / name).write_bytes(given)
    (folder / "circle.md").symlink_to(folder / "circle.md")
    (folder / "round").symlink_to(folder)
    os.mkfifo(folder / "pipe.md")
    told = said(capsys, "import", folder, "--store", store_path)
    for file, why in (
        ("empty.md", "It is empty."), ("picture.md", "It is not text."), ("large.md", "It is too large."),
        ("a folder.md", "It is a folder."), ("circle.md", "It cannot be read."), ("pipe.md", "It is no file."),
        ("round", "It leads to another folder."),
    ):  # fmt: skip
        assert f"Left out: mixed/{file}. {why}" in told
    assert "3 papers came in. 7 were left out. 1 other file is not Markdown." in told
    assert "mixed/old letters.md). It names no day. Its letters were guessed." in told
    assert kept(store_path)[-1] == ("mixed", date(2020, 1, 2), "2020-01-02", 1)


def test_what_may_not_be_read_is_named(
    folder: Path, store_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may read everything, so the system's no is said here."""
    (folder / "shut").mkdir()
    opens, scans = Path.open, os.scandir

    def open_one(path: Path, *words: Any, **more: Any) -> Any:
        if path.name == "2024-08-30.md":
            raise PermissionError
        return opens(path, *words, **more)

    def scan(path: str) -> object:
        if Path(path).name == "shut":
            raise PermissionError(13, "no", path)
        return scans(path)

    monkeypatch.setattr(Path, "open", open_one)
    monkeypatch.setattr(os, "scandir", scan)
    told = said(capsys, "import", folder, "--store", store_path)
    assert "old kitchen/2024-08-30.md. It may not be read by you." in told
    assert "old kitchen/shut. This folder may not be opened." in told
    assert "1 paper came in. 2 were left out." in told


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ((), "Which folder?"),
        (("none",), "no folder or file"),
        (("empty",), "no paper in Markdown"),
        (("only",), "can be read. Nothing was brought in.\nLeft out: only/empty.md. It is empty."),
        (("old kitchen", "--space", "X"), "There is no space in this store yet."),
    ],
)
def test_what_is_no_folder_of_papers_is_said(
    folder: Path, store_path: Path, capsys: pytest.CaptureFixture[str], place: tuple[str, ...], says: str
) -> None:
    for name in ("empty", "only"):
        (folder.parent / name).mkdir()
    (folder.parent / "only" / "empty.md").touch()
    words = [folder.parent / place[0], *place[1:]] if place else []
    assert says in said(capsys, "import", *words, "--store", store_path, code=1)
    if store_path.exists():
        assert kept(store_path) == []


def test_stopped_in_the_middle_whole_papers_stay(
    folder: Path, store_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bring, done = bringing.bring, list[str]()

    def one_only(desk: Desk, space_id: int, minutes: Minutes) -> str:
        if done:
            raise (KeyboardInterrupt, NotSaved)[len(done) - 1]
        done.append("one")
        return bring(desk, space_id, minutes)

    monkeypatch.setattr(bringing, "bring", one_only)
    assert "Stopped. 1 paper was done before, and stays." in said(
        capsys, "import", folder, "--store", store_path, code=130
    )
    done.append("two")
    assert "disk may be full" in said(capsys, "import", folder, "--store", store_path, code=1)
    assert [n for *_, n in kept(store_path)] == [240]
