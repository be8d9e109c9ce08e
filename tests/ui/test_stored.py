"""Some fifty pictures of pages, views, booth and dialogs are kept; each is drawn anew and has to look the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from elephants.ui.pages import PAGES
from elephants.ui.parts.buttons import PrimaryButton
from elephants.ui.parts.words import Words
from elephants.ui.style import LIGHT, dress
from elephants.ui.views import VIEWS
from tests.ui.compare import alike, keep
from tests.ui.gallery import LAPTOP, SCENES, Seen, kind_of, opened
from tests.ui.walking import settle

STORED = Path(__file__).parent / "stored"
AGAIN = (
    "it looks otherwise now: look at it, and if it is meant, make shots and copy out/shots/stored to tests/ui/stored"
)
ROOM = QSize(960, 540)
PAGES_KEPT = (
    "home", "home-empty", "home-history", "home-history-months", "home-history-due", "home-history-decision", "plan",
    "since-need", "agreement", "checkin", "checkin-welcome", "stories-three", "stories-telling", "stories-asking",
    "stories-editor", "agenda", "agenda-dots", "agenda-item", "frame", "frame-again", "views", "ready", "choose",
    "choose-ballot", "reveal-words", "deeper-one", "add-needs", "check", "sensing", "sensing-dots", "learning-asked",
    "checkout", "readback-line", "papers", "help", "booth-cover", "booth-options", "booth-sure",
)  # fmt: skip
ROOMS_KEPT = (
    "since-decision", "agreement", "checkin", "stories-three", "agenda-drawn", "choose", "reveal-words", "add-needs",
    "frame-again", "sensing-came", "learning-groups", "checkout", "readback-line", "breather",
)  # fmt: skip


def pictures(seen: Seen, name: str, folder: Path) -> dict[Path, QImage]:
    """Draw what is kept of a scene, by the file it is kept in."""
    drawn: dict[Path, QImage] = {}
    if name in PAGES_KEPT:
        drawn[folder / f"{name}.png"] = seen.picture(LAPTOP)
    if name in ROOMS_KEPT:
        drawn[folder / f"room-{name}.png"] = seen.room_picture(ROOM)
    return drawn


@pytest.mark.parametrize("name", sorted({*PAGES_KEPT, *ROOMS_KEPT}))
def test_it_looks_as_it_did(name: str, before: Path, tmp_path: Path) -> None:
    with opened(name, before, tmp_path) as seen:
        for file, picture in pictures(seen, name, STORED).items():
            assert file.exists(), f"{file.name} is not stored: {AGAIN}"
            if not alike(picture, file):
                keep(picture, tmp_path / file.name)
                pytest.fail(f"{file.name}: {AGAIN} (as it is now: {tmp_path / file.name})")


@pytest.mark.shots
@pytest.mark.skipif("ELEPHANTS_SHOTS" not in os.environ, reason="only make shots wants the pictures")
@pytest.mark.parametrize("name", sorted({*PAGES_KEPT, *ROOMS_KEPT}))
def test_draw_what_is_stored(name: str, before: Path, tmp_path: Path) -> None:
    folder = Path(os.environ["ELEPHANTS_SHOTS"]) / "stored"
    folder.mkdir(parents=True, exist_ok=True)
    with opened(name, before, tmp_path) as seen:
        for file, picture in pictures(seen, name, folder).items():
            assert keep(picture, file, small=True).exists()


def test_a_moved_button_another_word_another_colour_and_another_size_are_seen(
    before: Path, tmp_path: Path, dressed: QApplication
) -> None:
    file = STORED / "views.png"
    with opened("views", before, tmp_path) as seen:
        assert alike(seen.picture(LAPTOP), file)
        button = next(one for one in seen.window.findChildren(PrimaryButton) if one.isVisible())
        place = button.pos()
        button.move(place.x() - 4, place.y())
        assert not alike(seen.window.grab().toImage(), file)
        button.move(place)
        assert alike(seen.window.grab().toImage(), file)
        label = next(
            one for one in seen.window.findChildren(Words) if one.isVisible() and one.property("role") == "label"
        )
        said = label.text()
        label.say("Run shout" if said == "Run sheet" else f"{said[:-3]}ist")
        settle()
        assert not alike(seen.window.grab().toImage(), file)
        label.say(said)
        assert alike(seen.picture(LAPTOP), file)
        assert not alike(seen.picture(QSize(1368, 768)), file)
        dress(dressed, LIGHT, 1.1, motion=False)
        assert not alike(seen.picture(LAPTOP), file)


def without(kept: tuple[str, ...], faces: dict[str, object]) -> list[str]:
    """Name every kind of activity that no kept picture shows."""
    return sorted(set(faces) - {kind_of(name) for name in kept})


def test_every_page_and_every_view_has_a_kept_picture_and_one_that_lacks_it_is_named() -> None:
    assert without(PAGES_KEPT, dict(PAGES)) == without(ROOMS_KEPT, dict(VIEWS)) == []
    assert without(tuple(SCENES), {**PAGES, **VIEWS}) == []
    for kind in PAGES:
        assert without(tuple(name for name in PAGES_KEPT if kind_of(name) != kind), dict(PAGES)) == [kind]
    assert without(PAGES_KEPT, {**PAGES, "tea": object()}) == ["tea"]


def test_what_is_stored_is_what_is_compared_and_small() -> None:
    files = {one.name for one in STORED.glob("*.png")}
    assert files == {f"{name}.png" for name in PAGES_KEPT} | {f"room-{name}.png" for name in ROOMS_KEPT}
    assert sum(one.stat().st_size for one in STORED.glob("*.png")) < 3_000_000
