"""Old minutes are brought in from home and taken away again, by keys and by clicks; no other page shows them."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from elephants import bringing as bringing_in
from elephants.app import App
from elephants.desk import Desk
from elephants.sessions.base import NotSaved, takes_long
from elephants.sessions.brought.brought import bring_in
from elephants.sessions.brought.reading import Minutes, read_minutes
from elephants.sessions.session import Session
from elephants.sessions.space import Home, Space
from elephants.settings import Settings
from elephants.ui import bringing
from elephants.ui.bringing import BringingDialog
from elephants.ui.style import LIGHT, dress
from tests.byhand import Hands, Key
from tests.store import play
from tests.ui.walking import an_app, settle

COUNCIL = Path(__file__).parents[1] / "data" / "minutes-rust"
NAME, OLD = "Tuesday kitchen", "XylophonePast"


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    with play.a_desk(tmp_path / "elephants.store") as desk:
        desk.change(desk.home, Home.new_space, NAME)
    with an_app(tmp_path, Settings()) as app:
        app.window.activateWindow()
        yield app


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of old minutes with one that cannot be read; the file dialogs answer with it."""
    made = tmp_path / "old"
    shutil.copytree(COUNCIL, made)
    (made / "photo.md").write_bytes(b"\x89PNG\0")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(made))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_words: ([str(made / "2024-08-30.md")], ""))
    return made


def dialog_of(app: App) -> BringingDialog:
    dialog = BringingDialog(app.desk, app.desk.home.spaces[0].id, app.window)
    dialog.show()
    dialog.activateWindow()
    settle()
    return dialog


def papers(app: App) -> list[str]:
    with app.desk.store.raw() as raw:
        rows = raw.execute(
            "SELECT source, count(*) FROM brought JOIN brought_paragraph ON brought_id = brought.id GROUP BY source"
        ).fetchall()
    return [f"{source} {n}" for source, n in rows]


WHOLE = ["old/2024-08-30.md 240", "old/2024-12-20.md 149"]


def coming() -> None:
    """Wait until the papers are in."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, BringingDialog)
    while dialog.state == bringing.COMING:
        settle()


def test_by_keys_a_folder_comes_in_and_one_paper_is_taken_away(app: App, folder: Path) -> None:
    hands = Hands(app.window)

    def steps() -> None:
        assert hands.says("These papers name people.")
        assert hands.says("Nothing was brought in yet.")
        hands.tab_to("Choose a folder")
        hands.press(Key.Key_Return)
        assert hands.says("2 papers were found. They come into Tuesday kitchen.")
        assert papers(app) == [], "looking changes nothing"
        hands.tab_to("Bring them in")
        hands.press(Key.Key_Return)
        coming()
        assert hands.says("2 papers came in. 1 was left out. 3 other files are not Markdown.")
        assert papers(app) == WHOLE
        hands.tab_to("Friday 30 August 2024")
        hands.up_to("old/photo.md. left out. It is not text")
        hands.down_to("Friday 30 August 2024")
        with hands.answering(take_it_away):
            hands.choose("Take it away")
        assert hands.says("Taken away.")
        assert papers(app) == WHOLE[1:]
        hands.press(Key.Key_Escape)

    def take_it_away() -> None:
        hands.tab_to("Take it away")
        hands.press(Key.Key_Return)

    hands.tab_to(NAME)
    with hands.answering(steps):
        hands.choose("Bring old minutes in")
    assert papers(app) == WHOLE[1:]


def test_by_clicks_one_paper_comes_in_and_twice_changes_nothing(app: App, folder: Path) -> None:
    dialog, hands = dialog_of(app), Hands(app.window)
    dialog.setModal(True)
    for said in ("1 paper came in.", "0 papers came in. 1 was here already."):
        hands.window = dialog
        hands.click("Choose papers")
        assert hands.says("1 paper was found. It comes into Tuesday kitchen.")
        assert ("here already" in str(dialog.list.rows()[0].line.spoken())) == ("already" in said)
        hands.click("Bring them in")
        while dialog.state == bringing.COMING:
            settle()
        assert hands.says(said)
        assert papers(app) == WHOLE[:1]
    hands.click("Choose a folder")
    hands.click("Leave them")
    assert hands.says("1 paper was brought in.")
    assert papers(app) == WHOLE[:1]
    assert folder.exists()


def begun(app: App) -> BringingDialog:
    """Begin to bring in, up to where one paper is in and another is still to come."""
    dialog = dialog_of(app)
    dialog.folder.click()
    dialog.go.click()
    while not papers(app):
        QApplication.processEvents()
    assert dialog.state == bringing.COMING
    return dialog


def test_cancel_keeps_the_whole_papers_that_are_in(app: App, folder: Path) -> None:
    dialog = begun(app)
    Hands(dialog).press(Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.told.text() == "Stopped. 1 paper is here, whole, and stays."
    settle()
    assert papers(app) == WHOLE[:1]
    dialog.close_it.click()
    assert not dialog.isVisible()
    assert folder.exists()


@pytest.mark.parametrize("leave", ["cancel", "lock"])
def test_a_paper_is_written_aside_and_comes_in_whole_though_somebody_cancels_meanwhile(
    app: App, folder: Path, monkeypatch: pytest.MonkeyPatch, leave: str
) -> None:
    begun_in, go_on, ticks = list[threading.Thread](), threading.Event(), list[str]()

    @takes_long
    def held_up(space: Space, minutes: Minutes) -> None:
        begun_in.append(threading.current_thread())
        go_on.wait()
        bring_in(space, minutes)

    def meanwhile() -> None:
        ticks.append(dialog.state)
        if len(ticks) == 20:
            (dialog.cancel.click if leave == "cancel" else dialog.reject)()
        if len(ticks) == 40:
            timer.stop()
            go_on.set()

    monkeypatch.setattr(bringing_in, "bring_in", held_up)
    dialog = dialog_of(app)
    dialog.look([folder])
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: meanwhile() if begun_in else None)
    timer.start()
    dialog.go.click()
    while len(ticks) < 40 or dialog.state == bringing.COMING:
        settle()
    assert [one is threading.main_thread() for one in begun_in] == [False], "one paper, and aside"
    assert set(ticks[:20]) == {bringing.COMING}
    assert dialog.isVisible() == (leave == "cancel")
    assert dialog.told.text() == "Stopped. 1 paper is here, whole, and stays."
    settle()
    assert papers(app) == WHOLE[:1]


def test_closed_by_the_lock_it_brings_in_no_more(app: App, folder: Path) -> None:
    dialog = begun(app)
    dialog.reject()
    settle()
    assert not dialog.isVisible()
    assert papers(app) == WHOLE[:1]
    assert folder.exists()


def test_what_cannot_be_saved_is_said_with_what_is_in(app: App, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(desk: Desk, space_id: int, minutes: Minutes) -> str:
        if papers(app):
            raise NotSaved
        return bringing_in.bring(desk, space_id, minutes)

    monkeypatch.setattr(bringing, "bring", full)
    dialog = begun(app)
    while dialog.state == bringing.COMING:
        settle()
    assert dialog.told.text().startswith("Not saved.")
    assert dialog.told.text().endswith("1 paper is here, whole, and stays.")
    shutil.rmtree(folder)
    dialog.folder.click()
    assert dialog.told.text().startswith("There is no folder or file at")
    assert papers(app) == WHOLE[:1]


def test_all_of_it_can_be_reached_where_everything_is_large(
    app: App, folder: Path, qapp: QApplication, all_named: Callable[[QWidget], bool]
) -> None:
    dress(qapp, LIGHT, 2.0, motion=False)
    dialog = dialog_of(app)
    dialog.resize(1300, 640)
    dialog.folder.click()
    settle()
    assert all_named(dialog)
    hands = Hands(dialog)
    for name in ("Choose a folder", "Choose papers", "Bring them in", "Leave them", "Close"):
        hands.tab_to(name)
    assert folder.exists()


def read(*windows: QWidget) -> str:
    found = [one for window in windows for one in (window, *window.findChildren(QWidget))]
    return " ".join(
        f"{one.accessibleName()} {one.accessibleDescription()} {getattr(one, 'text', str)()}" for one in found
    )


def test_home_console_and_room_never_show_what_was_brought_in(app: App) -> None:
    """A line of today is the control: it is on all three."""
    desk, today = app.desk, "ZeppelinNow"
    day = desk.today()
    minutes = read_minutes(f"{OLD}/{OLD}.md", f"# {OLD}\n\n- {OLD}, {day}".encode(), day)
    bringing_in.bring(desk, desk.home.spaces[0].id, minutes)
    play.open_session(desk, day=day)
    play.an_item(desk, today)
    app.open_session(play.session_of(desk).id)
    settle()
    console, room = app.console, app.room
    assert console is not None
    assert room is not None
    told = ""
    for kind in ("checkin", "agenda", "readback"):
        desk.change(play.session_of(desk), Session.go, play.activity_of(desk, kind))
        settle()
        told += read(app.window, room)
    console.header.home.click()
    settle()
    app.look()
    told += read(app.window)
    assert told.count(today) > 2
    assert OLD not in told
