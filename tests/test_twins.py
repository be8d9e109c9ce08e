"""Twins: the same evening with other cards, chairs, swaps and passes leaves nothing that could tell them apart.

Chairs, cards and who passed are of the moment (METHOD.md, Things of the moment): a store, its -wal, the log, the
settings and the papers must be equal but for ids, salts and times. One changed view must show in that comparison.
"""

from __future__ import annotations

import random
import secrets
from dataclasses import dataclass
from pathlib import Path

import pytest

from elephants.paper import papers
from elephants.settings import log_folder, settings_path
from tests.rehearsals import dump, play, shipped

RANDOM = ("uid", "salt", "commitment", "link")
"""What is drawn anew for each row, and what is made from it."""

OTHER_MOMENTS = {
    "told = 6\nswap = 2\npassed = 1": "told = 3\nswap = 7\npassed = 5",
    "spoke = 11\npassed = 3": "spoke = 4\npassed = 9",
    "spoke = 9\npassed = 4": "spoke = 12\npassed = 0",
}
OTHER_VIEW = {"I just want it to be warm.": "We just want it to be warm."}


@dataclass(frozen=True)
class Left:
    """Everything an evening leaves behind."""

    rows: dict[str, list[dict[str, object]]]
    wal: int
    papers: dict[str, bytes]
    elsewhere: dict[str, bytes]


def leave(folder: Path, changes: dict[str, str], *, draw: int, monkeypatch: pytest.MonkeyPatch) -> Left:
    """Play the evening in a fresh folder, as if on a laptop of its own, and look at what stays there."""
    folder.mkdir(exist_ok=True)
    laptop = folder / "laptop"
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(laptop / name))
    text = shipped("tuesday-kitchen").read_text("utf-8")
    for was, becomes in changes.items():
        assert text.count(was) == 1, was
        text = text.replace(was, becomes)
    written = folder / "evening.toml"
    written.write_text(text, "utf-8")
    monkeypatch.setattr(secrets, "token_bytes", random.Random(1).randbytes)  # papers say the start of the chain
    evening = play(written, folder / "kept" / "elephants.store", draw=draw, chance=1)
    made = {kind: papers.build(evening.session, kind) for kind in papers.PAPERS}
    rows = {table: [_lasting(row) for row in rows] for table, rows in dump(evening.desk.store).items()}
    wal = (folder / "kept" / "elephants.store-wal").stat().st_size
    evening.desk.close()
    return Left(rows, wal, made, _files(laptop))


def _lasting(row: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if name not in RANDOM}


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_twins_leave_the_same_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = leave(tmp_path / "one", {}, draw=1, monkeypatch=monkeypatch)
    two = leave(tmp_path / "two", OTHER_MOMENTS, draw=2, monkeypatch=monkeypatch)
    assert one.rows == two.rows
    assert one.wal == two.wal == 0, "the order of the points left it when the room agreed"
    assert one.papers == two.papers
    assert one.elsewhere == two.elsewhere
    assert one == two

    other = leave(tmp_path / "other", OTHER_VIEW, draw=1, monkeypatch=monkeypatch)
    assert one.rows != other.rows
    assert one.papers["minutes"] != other.papers["minutes"]
    assert one != other


def test_the_log_and_the_settings_are_among_what_is_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = leave(tmp_path, {}, draw=1, monkeypatch=monkeypatch)
    assert settings_path().is_relative_to(tmp_path / "laptop")
    assert log_folder().is_relative_to(tmp_path / "laptop")
    assert left.elsewhere == {}
    (settings_path().parent).mkdir(parents=True)
    settings_path().write_text("kept", "utf-8")
    assert b"kept" in _files(tmp_path / "laptop").values()


def test_the_moments_were_really_others(tmp_path: Path) -> None:
    """The twins must differ where they may: the chairs and the cards of two draws are not the same."""
    lit = []
    for draw in (1, 2):
        evening = play(shipped("tuesday-kitchen"), tmp_path / str(draw) / "store", draw=draw)
        rounds = [one for one in evening.session.activities if one.kind == "stories"]
        table = evening.desk.moment(rounds[0])
        table.deal()
        lit.append([card.id for card in table.shown])
        evening.desk.close()
    assert lit[0] != lit[1]
