"""Pictures: of every page, view and paper into a folder (make shots); and the README's, which has to be true."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from elephants.app import App
from elephants.paper.papers import PAPERS, build
from elephants.ui.parts.room_picture import RoomPicture
from elephants.ui.style import DARK, LIGHT, dress, load_fonts
from elephants.ui.views import VIEWS
from tests.rehearsals import play, shipped
from tests.ui.walking import an_app, console_of, open_sample, settle, walk, walk_fullest

STORED = Path(__file__).parents[1] / "docs" / "pictures"
ROOM_SIZES = (QSize(1366, 768), QSize(1920, 1080))
REAL = ("council-2024-08-30", "council-2024-12-20")


@pytest.fixture
def dressed(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[QApplication]:
    """Light, at 100 %, still; and this computer's own settings left alone."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    load_fonts()
    dress(qapp, LIGHT, 1.0, motion=False)
    yield qapp
    dress(qapp, LIGHT, 1.0, motion=False)


@pytest.fixture
def app(dressed: QApplication, tmp_path: Path) -> Iterator[App]:
    assert dressed is not None
    with an_app(tmp_path) as app:
        app.window.resize(1366, 768)
        yield app


@pytest.fixture
def shots() -> Path:
    """The folder the pictures go to."""
    if "ELEPHANTS_SHOTS" not in os.environ:
        pytest.skip("pictures are drawn by make shots")
    folder = Path(os.environ["ELEPHANTS_SHOTS"])
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def shoot(window: QWidget, to: Path) -> Path:
    """Draw a window into a file."""
    settle()
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()  # a cursor that blinks is in one picture and not in the next
    settle()
    picture = window.grab().toImage()
    picture.setDevicePixelRatio(1.0)
    return small(picture, to)


def small(picture: QImage, to: Path) -> Path:
    """Write a picture with as many colours as a palette holds: a quarter of its size, and nobody sees it."""
    assert picture.save(str(to))
    with Image.open(to) as drawn:
        made = drawn.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    made.save(to, optimize=True)
    return to


def shoot_room(app: App, to: Path, size: QSize) -> None:
    """Draw what the room sees, as large as its display."""
    desk = app.desk
    assert desk.session is not None
    if desk.session.now is None:
        return
    picture = RoomPicture()
    picture.resize(size)
    picture.show_view(VIEWS[desk.session.now.kind](desk, desk.session.now.id))
    small(picture.grab().toImage(), to)
    picture.deleteLater()


def console_picture(app: App, to: Path) -> Path:
    """Draw the picture of the README: choosing, with the hands of the sample counted."""
    counted = False
    for name in walk(app):
        if name == "deciding-choose":
            if counted:
                break
            counted = True
    return shoot(app.window, to)


def far(one: QImage, other: QImage) -> float:
    """Say which share of the points of two pictures differ in more than a trace; all, where the sizes do."""
    if one.size() != other.size():
        return 1.0
    first, second = (bytes(each.convertToFormat(QImage.Format.Format_RGB32).constBits()) for each in (one, other))
    points = len(first) // 4
    return sum(abs(first[at] - second[at]) > 48 for at in range(1, len(first), 4)) / points


def test_the_picture_of_the_readme_shows_the_console_as_it_is(app: App, tmp_path: Path) -> None:
    fresh = QImage(str(console_picture(app, tmp_path / "console.png")))
    stored = QImage(str(STORED / "console.png"))
    assert not stored.isNull(), "run: make shots, and copy out/shots/console.png to docs/pictures"
    assert far(fresh, stored) < 0.02, "the console looks otherwise now: make shots, and store the new picture"


def test_another_page_is_seen_to_be_another(app: App, tmp_path: Path) -> None:
    open_sample(app)
    stored = QImage(str(STORED / "console.png"))
    assert far(QImage(str(shoot(app.window, tmp_path / "plan.png"))), stored) > 0.02


def test_the_stored_pictures_are_small() -> None:
    stored = list(STORED.glob("*.png"))
    assert sum(one.stat().st_size for one in stored) < 1_500_000
    assert all(not QImage(str(one)).isNull() for one in stored)


@pytest.mark.shots
def test_draw_the_console(app: App, shots: Path) -> None:
    assert console_picture(app, shots / "console.png").exists()


@pytest.mark.shots
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_draw_every_page_and_view(app: App, dressed: QApplication, shots: Path, zoom: float) -> None:
    app.settings.zoom = zoom
    dress(dressed, LIGHT, zoom, motion=False)
    mark = "" if zoom == 1 else f"-{zoom:.0%}"
    shoot(app.window, shots / f"home-empty{mark}.png")
    app.rehearse()
    shoot(app.window, shots / f"home{mark}.png")
    app.rehearse()
    drawn = set()
    for name in walk_fullest(app):
        shoot(app.window, shots / f"page-{name}{mark}.png")
        for size in ROOM_SIZES if zoom == 1 else ():
            shoot_room(app, shots / f"room-{name}-{size.height()}.png", size)
        drawn.add(name)
    console_of(app).show_papers()
    shoot(app.window, shots / f"page-papers{mark}.png")
    assert len(drawn) > 20


@pytest.mark.shots
def test_draw_the_dark_and_the_mirrored(app: App, dressed: QApplication, shots: Path) -> None:
    dress(dressed, DARK, 1.0, motion=False)
    console_picture(app, shots / "console-dark.png")
    app.leave_session()
    shoot(app.window, shots / "home-running-dark.png")
    assert (shots / "console-dark.png").exists()


@pytest.mark.shots
@pytest.mark.parametrize("name", ["tuesday-kitchen", *REAL])
def test_draw_the_papers(dressed: QApplication, shots: Path, tmp_path: Path, name: str) -> None:
    played = play(shipped(name), tmp_path / "played.store")
    for paper in PAPERS:
        document = pypdfium2.PdfDocument(build(played.session, paper))
        for number in range(len(document)):
            picture = document[number].render(scale=1.5).to_pil()
            picture.save(shots / f"paper-{name}-{paper}-{number + 1}.png")
        document.close()
    played.desk.close()
    assert (shots / f"paper-{name}-outcome-1.png").exists()
