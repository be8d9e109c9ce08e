"""A disk that is really full, and one that cannot be written: said, kept on the screen, and well again afterwards."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from elephants.app import App
from elephants.desk import Desk
from elephants.rehearsal import Rehearsal
from elephants.store.store import Store
from tests import mounts
from tests.byhand import Hands, Key, settle
from tests.byhand_app import alone, ready_to_begin
from tests.byhand_evening import ByHand
from tests.rehearsals import dump, shipped
from tests.ui.walking import an_app

EVENING = shipped("tuesday-kitchen")
LONG = "Somebody said this once, and it is long enough to need a page of its own. " * 5


@pytest.fixture
def app(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[App, Rehearsal]]:
    """An evening on a disk of two megabytes, about to keep the first point of an item."""
    alone(tmp_path, monkeypatch)
    with mounts.small_disk(tmp_path / "disk", "2m") as disk, ready_to_begin(EVENING, disk, qapp) as made:
        yield made


def fill(disk: Path) -> Path:
    """Fill a disk to its last byte."""
    heap = disk / "holiday pictures"
    with heap.open("wb", buffering=0) as out:
        for size in (65536, 4096, 512, 1):
            while True:
                try:
                    if out.write(b"x" * size) < size:
                        break
                except OSError:
                    break
    assert os.statvfs(disk).f_bavail == 0
    return heap


def points(app: App) -> list[object]:
    """What stands in the store, read by another connection."""
    return [row["text"] for row in dump(app.desk.store)["point"]]


def keep_until_full(hands: Hands, app: App) -> int:
    """Keep one line after the other until one is not saved; SQLite has some room in its own files at first."""
    for turn in range(400):
        hands.enter(said(turn))
        if not_saved(app):
            return turn
    raise AssertionError("the disk never was full")


def said(turn: int) -> str:
    return f"{turn} {LONG}"[:300]


def not_saved(app: App) -> bool:
    assert app.console is not None
    return app.console.header.saved.text() == "Not saved"


def test_on_a_full_disk_a_gesture_stays_on_the_screen_and_is_done_when_there_is_room(
    app: tuple[App, Rehearsal], caplog: pytest.LogCaptureFixture
) -> None:
    made, rehearsal = app
    hands = Hands(made.window)
    ByHand(hands, rehearsal).play(until="agenda: point")
    hands.tab_to("What should be kept? One line")
    pictures = fill(made.store_path.parent)
    turn = keep_until_full(hands, made)
    field = hands.focus()
    assert isinstance(field, QLineEdit)
    assert field.text() == said(turn), "what was typed stays in its field"
    assert hands.says("Not saved. The disk may be full")
    assert points(made) == [said(one) for one in range(turn)], "all that was said to be saved is there, and no more"
    hands.press(Key.Key_Return)
    assert not_saved(made), "there is still no room"
    pictures.unlink()
    hands.press(Key.Key_Return)
    assert not not_saved(made)
    assert not hands.says("Not saved")
    assert field.text() == ""
    assert points(made) == [said(one) for one in range(turn + 1)]
    assert {one.getMessage().split(" <")[0] for one in caplog.records} == {"not saved:"}
    caplog.clear()


def test_what_was_saved_on_a_disk_that_stayed_full_is_there_when_the_app_comes_back(
    app: tuple[App, Rehearsal], caplog: pytest.LogCaptureFixture
) -> None:
    made, rehearsal = app
    hands = Hands(made.window)
    ByHand(hands, rehearsal).play(until="agenda: point")
    hands.tab_to("What should be kept? One line")
    pictures = fill(made.store_path.parent)
    turn = keep_until_full(hands, made)
    made.window.close()
    settle()
    caplog.clear()
    pictures.unlink()
    desk = Desk(Store(made.store_path))
    assert [row["text"] for row in dump(desk.store)["point"]] == [said(one) for one in range(turn)]
    desk.close()


def test_home_says_that_a_store_cannot_be_written_and_the_room_is_not_asked(tmp_path: Path) -> None:
    folder = tmp_path / "media"
    folder.mkdir()
    Store(folder / "elephants.store").close()
    with mounts.read_only(folder, tmp_path / "mounted") as there, an_app(there) as app:
        assert app.home.day.text() == "The store is not open"
        assert "cannot be written. Nothing was changed." in app.home.about.text()
        assert not app.home.start.isVisible()
