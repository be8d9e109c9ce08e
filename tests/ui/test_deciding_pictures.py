"""Pictures of every step of deciding together, and the page that shows them in order."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from elephants.sessions.deciding.steps import Step
from elephants.sessions.deciding.ways import Way
from tests.test_shots import STORED, small
from tests.ui.deciding_pictures import BOOTH, SHOTS, names, page, pictures

PAGE = STORED.parent / "deciding.md"
AGAIN = "run: make shots, and copy out/shots/deciding to docs/pictures and out/shots/deciding.md to docs"


@pytest.fixture
def shots() -> Path:
    """The folder the pictures go to."""
    if "ELEPHANTS_SHOTS" not in os.environ:
        pytest.skip("pictures are drawn by make shots")
    return Path(os.environ["ELEPHANTS_SHOTS"])


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def test_every_step_and_every_way_has_its_pictures() -> None:
    assert {shot.step for shot in SHOTS} == set(Step)
    told = "".join(shot.name for shot in SHOTS)
    assert told.count("choose-") == len(Way)
    assert len(BOOTH) == 4


def test_the_page_tells_what_the_table_says() -> None:
    assert PAGE.read_text("utf-8") == page(), AGAIN


def test_no_picture_is_missing_and_none_is_left_over() -> None:
    stored = {one.name for one in (STORED / "deciding").glob("*.png")}
    assert stored == {f"{name}-{who}.png" for name in names() for who in ("console", "room")}, AGAIN


def test_the_pictures_are_small() -> None:
    assert sum(one.stat().st_size for one in (STORED / "deciding").glob("*.png")) < 2_500_000


@pytest.mark.shots
def test_draw_every_step(shots: Path, tmp_path: Path) -> None:
    folder = shots / "deciding"
    folder.mkdir(parents=True, exist_ok=True)
    numbered = {name[3:]: name for name in names()}
    for name, console, room in pictures(tmp_path):
        full = numbered.pop(name)
        small(console, folder / f"{full}-console.png")
        small(room, folder / f"{full}-room.png")
    assert not numbered
    (shots / "deciding.md").write_text(page(), "utf-8")
