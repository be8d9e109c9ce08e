"""Twins of How is it for us?: the same outcome leaves the same bytes, and no count is ever left at all.

An afternoon with every template is played twice, with other counts: the store, its -wal, the log, the settings and the
papers must be equal but for ids, salts and times. One changed word must show in that comparison.
"""

from __future__ import annotations

import random
import secrets
from pathlib import Path

import pytest

from elephants.paper import papers
from tests.paper.reading import words_of
from tests.rehearsals import dump, play, written
from tests.test_twins import RANDOM

FILE = Path(__file__).parent / "data" / "by-hand" / "how-is-it.toml"
SAME_OUTCOME = {
    "marks = [12, 0, 1]": "marks = [1, 0, 13]",
    "marks = [20, 7]": "marks = [1, 26]",
    "marks = [9, 4, 1]": "marks = [2, 1, 1]",
    "marks = [5, 4, 2, 1, 2]": "marks = [1, 1, 1, 1, 10]",
}
OTHER_OUTCOME = {
    "marks = [12, 0, 1]": "marks = [0, 14, 0]",
    "marks = [20, 7]": "marks = [0, 28]",
    "marks = [9, 4, 1]": "marks = [14, 0, 0]",
    "marks = [5, 4, 2, 1, 2]": "marks = [14, 0, 0, 0, 0]",
}
"""Nothing of what came is kept either: in a store even another outcome looks the same."""
OTHER_WORD = {'text = "What do we plant first?"': 'text = "What do we plant last?"'}
OTHER_ITEM = {"before we try the greenhouse": "before we try the glasshouse"}
Left = tuple[dict[str, list[dict[str, object]]], int, dict[str, bytes], dict[str, bytes]]


def leave(folder: Path, changes: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Left:
    """Play the afternoon in a fresh folder, as if on a laptop of its own, and look at what stays there."""
    folder.mkdir()
    laptop = folder / "laptop"
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(laptop / name))
    text = FILE.read_text("utf-8")
    for was, becomes in changes.items():
        assert text.count(was) == 1, was
        text = text.replace(was, becomes)
    monkeypatch.setattr(secrets, "token_bytes", random.Random(1).randbytes)  # papers say the start of the chain
    played = play(written(folder, text), folder / "kept" / "elephants.store")
    made = {kind: papers.build(played.session, kind) for kind in papers.PAPERS}
    rows = {
        table: [{name: value for name, value in row.items() if name not in RANDOM} for row in rows]
        for table, rows in dump(played.desk.store).items()
    }
    wal = (folder / "kept" / "elephants.store-wal").stat().st_size
    played.desk.close()
    files = {one.relative_to(laptop).as_posix(): one.read_bytes() for one in laptop.rglob("*") if one.is_file()}
    return rows, wal, made, files


def test_whatever_was_marked_leaves_the_same_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = leave(tmp_path / "one", {}, monkeypatch)
    assert leave(tmp_path / "same", SAME_OUTCOME, monkeypatch) == one
    assert leave(tmp_path / "other", OTHER_OUTCOME, monkeypatch) == one
    for name, control in (("word", OTHER_WORD), ("item", OTHER_ITEM)):
        assert leave(tmp_path / name, control, monkeypatch)[0] != one[0]


def test_the_minutes_say_only_that_it_took_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = leave(tmp_path / "one", {}, monkeypatch)[2]
    said = " ".join(words_of(left["minutes"]).split())
    assert "We had a temperature check. We put dots on what matters to us." in said
    assert "We asked what we need before we try something. We asked how something is for us, from yes to no." in said
    for kept in (said, " ".join(words_of(left["outcome"]).split())):
        assert not [words for words in ("Some of us say", "Runner beans", "Go on", "I have a worry") if words in kept]
        assert "What we need before we try the greenhouse" in said  # the control: what the group put on its agenda
    assert "temperature check" not in " ".join(words_of(left["outcome"]).split())
