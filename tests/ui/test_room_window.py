"""The room's screen beside the console: on a display of its own, or mirrored, and then nothing private shows."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from elephants.app import App
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.ways import Way
from elephants.ui.console import Console
from elephants.ui.pages.deciding.choose import ChooseStep
from elephants.ui.pages.deciding.deciding import DecidingPage
from tests.ui.walking import an_app, console_of, page_name, settle, walk

HERE = Path(__file__).parents[2]


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    with an_app(tmp_path) as app:
        app.window.activateWindow()
        yield app


def at(app: App, name: str) -> Console:
    """Go through the session up to a page, with all that the walk puts on it."""
    before = ""
    for here in walk(app):
        if before == name != here:
            break
        before = here
        if here == name and name == "checkin":
            break
    return console_of(app)


def choosing(app: App, way: Way = Way.OPEN) -> tuple[Console, ChooseStep]:
    """Go to CHOOSE, counted one way or another and not yet opened."""
    counted = False
    for here in walk(app):
        console = console_of(app)
        if here == "deciding-ready" and isinstance(console.session.now, Deciding):
            app.desk.change(console.session.now, Deciding.choose_by, way.value)
        if here == "deciding-choose":
            if counted:
                assert isinstance(console.page, DecidingPage)
                assert isinstance(console.page.part, ChooseStep)
                return console, console.page.part
            counted = True
    raise AssertionError


def own(console: Console) -> bool:
    return console.side.say.isVisible() and console.side.notes.isVisible()


def press(app: App, key: Qt.Key) -> None:
    handle = app.window.windowHandle()
    QTest.keyClick(handle, key)
    settle()


def test_with_one_screen_the_console_folds_its_own_words_away_until_a_key_is_held(app: App) -> None:
    console = at(app, "checkin")
    handle = app.window.windowHandle()
    assert own(console)
    press(app, Qt.Key.Key_F5)
    assert console.room.isVisible()
    assert not own(console)
    assert console.side.covered.isVisible()
    assert console.side.covered.text() == "The room may see this screen"
    QTest.keyPress(handle, Qt.Key.Key_F8)
    assert own(console)
    QTest.keyRelease(handle, Qt.Key.Key_F8)
    assert not own(console)
    QTest.mousePress(console.side.hold, Qt.MouseButton.LeftButton)
    assert own(console)
    QTest.mouseRelease(console.side.hold, Qt.MouseButton.LeftButton)
    assert not own(console)
    press(app, Qt.Key.Key_F5)
    assert own(console)
    assert not console.side.covered.isVisible()


def test_what_is_held_open_is_covered_when_the_window_loses_the_keyboard(app: App) -> None:
    console = at(app, "checkin")
    press(app, Qt.Key.Key_F5)
    QTest.keyPress(app.window.windowHandle(), Qt.Key.Key_F8)
    assert own(console)
    QApplication.sendEvent(console, QEvent(QEvent.Type.WindowDeactivate))
    assert not own(console)


def test_closing_the_rooms_window_by_hand_shows_the_words_again(app: App) -> None:
    console = at(app, "checkin")
    press(app, Qt.Key.Key_F5)
    assert not own(console)
    console.room.close()
    settle()
    assert own(console)
    assert not console.header.room.isChecked()


def test_a_display_that_is_unplugged_leaves_the_console_in_sight(
    app: App, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    console = at(app, "checkin")
    screen = qapp.primaryScreen()
    with monkeypatch.context() as two:
        two.setattr("elephants.ui.mirrored.other_screen", lambda _beside: screen)
        two.setattr("elephants.ui.room.other_screen", lambda _beside: screen)
        press(app, Qt.Key.Key_F5)
        assert console.room.isFullScreen()
        assert own(console)
    qapp.screenRemoved.emit(screen)  # offscreen can take no display away; Qt tells of it so
    assert console.room.isVisible()
    assert not console.room.isFullScreen()
    assert console.screen().geometry().contains(console.room.geometry())
    assert not own(console)
    with monkeypatch.context() as back:
        back.setattr("elephants.ui.mirrored.other_screen", lambda _beside: screen)
        back.setattr("elephants.ui.room.other_screen", lambda _beside: screen)
        qapp.screenAdded.emit(screen)
        assert console.room.isFullScreen()
        assert own(console)


def test_sealed_counts_are_dots_where_the_room_may_see_them(app: App) -> None:
    console, step = choosing(app)
    assert [row.count.words.text() for row in step.rows] == ["8", "3", "2", "1"]
    press(app, Qt.Key.Key_F5)
    assert {row.count.words.text() for row in step.rows} == {"•"}
    assert not any(mark in row.count.accessibleName() for row in step.rows for mark in "0123456789")
    QTest.keyPress(app.window.windowHandle(), Qt.Key.Key_F8)
    assert [row.count.words.text() for row in step.rows] == ["8", "3", "2", "1"]
    QTest.keyRelease(app.window.windowHandle(), Qt.Key.Key_F8)
    QTest.keyClicks(step, "b")
    console.more()
    settle()
    assert step.rows[1].count.number() == 4
    assert {row.count.words.text() for row in step.rows} == {"•"}
    press(app, Qt.Key.Key_F5)
    assert [row.count.words.text() for row in step.rows] == ["8", "4", "2", "1"]


@pytest.mark.parametrize(("way", "told"), [(Way.OPEN, ["14 of 14 counted"]), (Way.SHUT, [])])
def test_the_rooms_screen_shows_a_breather_and_never_a_count_for_an_option(
    app: App, way: Way, told: list[str]
) -> None:  # fmt: skip
    """Of the hands in the open it tells the sum and no other figure; of hands with eyes shut none at all."""
    console, _step = choosing(app, way)
    said = console.room.accessibleDescription()
    assert "church hall" in said
    assert re.findall(r"\d+ of \d+ counted|\d", said) == told
    press(app, Qt.Key.Key_F6)
    assert console.room.accessibleDescription() == "We are having a breather."
    press(app, Qt.Key.Key_F6)
    assert console.room.accessibleDescription() == said


@pytest.mark.parametrize("key", [Qt.Key.Key_Period, Qt.Key.Key_B])
def test_the_key_of_a_clicker_that_makes_a_screen_black_pauses_where_the_room_has_the_keyboard(
    app: App, key: Qt.Key
) -> None:  # fmt: skip
    """In the console the same keys are letters somebody types."""
    console = at(app, "checkin")
    press(app, Qt.Key.Key_F5)
    press(app, key)
    assert not app.desk.breather.paused
    for paused in (True, False):
        QTest.keyClick(console.room, key)
        assert app.desk.breather.paused == paused


def test_pausing_keeps_the_step_the_room_is_in(app: App) -> None:
    console, _step = choosing(app)
    press(app, Qt.Key.Key_F6)
    assert page_name(app.desk) == "deciding-choose"
    assert isinstance(console.session.now, Deciding)


def test_a_second_display_gets_the_room_full_screen_and_nothing_is_covered(tmp_path: Path) -> None:
    told = on_screens(tmp_path, (0, 0, 1366, 768), (1366, 0, 1920, 1080))
    assert told == {"screens": 2, "room": [1366, 0, 1920, 1080], "full": True, "covered": False}


def test_two_displays_that_show_the_same_place_are_mirrored(tmp_path: Path) -> None:
    told = on_screens(tmp_path, (0, 0, 1366, 768), (0, 0, 1366, 768))
    assert (told["screens"], told["full"], told["covered"]) == (2, False, True)


def on_screens(folder: Path, *places: tuple[int, int, int, int]) -> dict[str, object]:
    """Open the room's screen in a process of its own, on displays at these places, and hear what became of it."""
    screens = [
        {"name": f"s{n}", "x": x, "y": y, "width": w, "height": h, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1.0}
        for n, (x, y, w, h) in enumerate(places)
    ]
    config = folder / "screens.json"
    config.write_text(json.dumps({"synchronousWindowSystemEvents": True, "screens": screens}), encoding="utf-8")
    said = subprocess.run(
        [sys.executable, "-c", _BESIDE, str(folder)],
        cwd=HERE,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
            "XDG_CONFIG_HOME": str(folder / "config"),
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    told: dict[str, object] = json.loads(said.stdout.strip().splitlines()[-1])
    return told


_BESIDE = """
import json, sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
app = QApplication([])
from elephants.sessions.session import Session
from elephants.ui.style import dress
from tests.ui.walking import an_app, open_sample, settle
dress(app)
with an_app(Path(sys.argv[1])) as elephants:
    console = open_sample(elephants)
    elephants.desk.change(elephants.desk.session, Session.start, 14)
    console.header.room.click()
    settle()
    place = console.room.geometry()
    print(json.dumps({
        "screens": len(QGuiApplication.screens()),
        "room": [place.x(), place.y(), place.width(), place.height()],
        "full": console.room.isFullScreen(),
        "covered": console.side.covered.isVisible(),
    }))
"""
