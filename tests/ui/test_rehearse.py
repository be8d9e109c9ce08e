"""*Rehearse* in the real windows: the written session is shown, or done by hand with hints; nothing of it is kept."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from elephants import sandbox
from elephants.app import App
from elephants.desk import Desk
from elephants.sessions.round import Chairs, CheckIn
from elephants.sessions.session import Session
from elephants.sessions.space import Home, Space
from elephants.settings import Settings
from elephants.ui import rehearse
from elephants.ui.rehearse import Rehearsing
from elephants.ui.rehearse_band import NOTHING_KEPT
from elephants.ui.rehearse_ribbon import Ribbon
from tests.byhand import Hands, Key, Role, name_of
from tests.byhand_app import Rows, alone, lasting, left_by_desk
from tests.byhand_evening import ByHand
from tests.rehearsals import dump, shipped
from tests.ui.walking import an_app, settle

OWN = "The Friday laundry"
LATE = ("next time: ask for", "write the decision", "keep the no", "look again", "who does what")
"""Lines that can be seen only later: fields of the read-back are kept when the decision is closed."""
EVENING, TABLE = "tuesday-kitchen", "long-table"


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """The app on a store of one's own with one space; chance in a sandbox is the tests'."""
    alone(tmp_path, monkeypatch)
    monkeypatch.setattr(sandbox, "Desk", lambda store, clock: Desk(store, clock=clock, chance=random.Random(1)))
    with an_app(tmp_path, Settings()) as made:
        made.desk.change(made.desk.home, Home.new_space, OWN)
        made.look()
        yield made


def rehearsing(app: App) -> Rehearsing:
    assert app._rehearsing is not None
    return app._rehearsing


def begun(app: App, way: str, title: str = "") -> Hands:
    """Press *Rehearse* and one of the two ways, of the usual rehearsal or another."""
    hands = Hands(app.window)
    app.window.activateWindow()
    hands.click("Rehearse")
    if title:
        hands.tab_to("Which rehearsal?")
        hands.pick(title)
    hands.click(way)
    return hands


def readable(*windows: QWidget) -> str:
    """Everything that can be read or heard in some windows."""
    parts = [one for window in windows for one in (window, *window.findChildren(QWidget)) if one.isVisible()]
    return "\n".join(f"{name_of(one)} {one.accessibleDescription()}" for one in parts)


# -- show me -------------------------------------------------------------------------------------------------------


def left_by_showing(app: App) -> Rows:
    hands = begun(app, "Show me")
    hands.press(Key.Key_F9)  # stop: from here line by line
    lines = rehearsing(app).player.rehearsal.lines
    for place in range(len(lines)):
        assert rehearsing(app).player.at == place
        assert hands.says(NOTHING_KEPT)
        QTest.keyClick(app.window.windowHandle(), Key.Key_F7)  # nobody looks where the keyboard is meanwhile
        settle()
    assert hands.says("That was the last written line")
    return lasting(dump(app.desk.store))


@pytest.mark.torture
def test_the_evening_shown_in_the_windows_leaves_the_same_store_as_the_desk_alone(app: App, tmp_path: Path) -> None:
    rows, by_desk = left_by_showing(app), left_by_desk(tmp_path, shipped(EVENING))
    assert rows.keys() == by_desk.keys()
    for table, kept in by_desk.items():
        assert rows[table] == kept, table


def test_lines_follow_each_other_as_long_as_it_takes_to_read_them(
    app: App, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = begun(app, "Show me", "One long table")
    player, clock = rehearsing(app).player, rehearsing(app)._clock
    assert clock.isActive()
    usual = clock.interval()
    hands.tab_to("How fast lines are shown")
    hands.pick("Slowly")
    hands.press(Key.Key_F9)
    hands.press(Key.Key_F9)
    assert clock.interval() > usual > rehearse.LEAST
    monkeypatch.setattr(rehearse, "LEAST", 0)
    monkeypatch.setattr(rehearse, "PACES", dict.fromkeys(rehearse.PACES, 0))
    QTest.keyClick(app.window.windowHandle(), Key.Key_F7)
    qtbot.waitUntil(lambda: player.at > 2, timeout=30_000)
    QTest.keyClick(app.window.windowHandle(), Key.Key_F9)
    at = player.at
    settle()
    assert (player.at, clock.isActive()) == (at, False)
    assert app.desk.session is not None
    assert app.desk.session.state == "running"
    hands.click("Back to my hand")
    assert hands.says("Show me this one")


def test_the_rooms_window_says_it_too(app: App) -> None:
    begun(app, "Show me", "One long table")
    rehearsing(app).next()
    assert app.room is not None
    app.room.resize(1920, 1080)
    app.room.show()
    settle()
    ribbon = app.room.findChild(Ribbon)
    assert isinstance(ribbon, Ribbon)
    assert ribbon.isVisible()
    assert ribbon.accessibleName() == NOTHING_KEPT
    assert not ribbon.geometry().intersects(app.room.picture.geometry())


# -- by one's own hand ---------------------------------------------------------------------------------------------


class Ticked(ByHand):
    """Does each line by hand, and looks that it is ticked then; `late` are those that only the next step tells."""

    def play_until(self, app: App, until: str = "", late: tuple[str, ...] = ()) -> None:
        player = rehearsing(app).player
        for place, line in enumerate(player.rehearsal.lines):
            if line.do == until:
                return
            getattr(self, line.do.replace(":", "").replace(" ", "_"))(**line.words)
            ticked = player.at == place + 1
            assert ticked or line.do in late, f"line {line.number}, {line.do!r}, is not ticked"


def test_hints_are_ticked_as_they_are_done_by_hand(app: App) -> None:
    hands = begun(app, "I do it myself")
    assert hands.says('At home press "Start"')
    played = Ticked(hands, rehearsing(app).player.rehearsal)
    played.play_until(app, "check in: go round")
    assert hands.says('Done: We ask: "What do you need to be OK here?"')
    assert hands.says("Press Down once for each person")
    hands.press(Key.Key_F7)  # show me this one
    now = app.desk.session.now if app.desk.session else None
    assert isinstance(now, CheckIn)
    chairs = app.desk.moment(now)
    assert isinstance(chairs, Chairs)
    assert len(chairs.lit) == 14
    hands.click("Leave this one out")
    assert hands.says("Next: We go on.")


@pytest.mark.torture
def test_the_whole_evening_is_ticked_line_by_line(app: App) -> None:
    hands = begun(app, "I do it myself")
    played = Ticked(hands, rehearsing(app).player.rehearsal)
    played.play_until(app, late=LATE)
    assert hands.says("That was the last written line")


def test_a_line_that_cannot_be_shown_says_why_and_stays(app: App) -> None:
    hands = begun(app, "I do it myself")
    for _ in range(2):
        hands.press(Key.Key_F7)
    assert app.console is not None
    session = app.console.session
    app.desk.change(session, Session.go, session.activities[-2])
    at = rehearsing(app).player.at
    hands.press(Key.Key_F7)
    assert hands.says("This line cannot be shown now.")
    assert rehearsing(app).player.at == at


# -- nothing is kept, and nothing of one's own is there ------------------------------------------------------------


def own_files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("elephants*") if path.suffix != ".store-shm"}


def spoilt_by_hand(app: App) -> None:
    """Leave words, another space and a session in the sandbox, as somebody who tries things out does."""
    desk = app.desk
    desk.change(desk.home, Home.new_space, "The sand")
    app.show_space(desk.home.spaces[-1].id)
    desk.change(desk.home.spaces[-1], Space.say_contact, "nobody")
    app.open_session(rehearsing(app).sandbox.session_id)
    settle()


def test_the_own_space_is_neither_seen_nor_touched(app: App, tmp_path: Path) -> None:
    own = app.settings.space
    assert own is not None
    assert OWN in readable(app.window), "the control: it is there to be seen before"
    hands = begun(app, "I do it myself")
    seen, during = [readable(app.window)], own_files(tmp_path)
    assert during["elephants.store"]
    spoilt_by_hand(app)
    assert app.room is not None
    seen.append(readable(app.window, app.room))
    assert not any(OWN in one for one in seen)
    assert all(NOTHING_KEPT in one for one in seen)
    assert own_files(tmp_path) == during
    hands.click("End the rehearsal")
    assert OWN in readable(app.window)
    assert NOTHING_KEPT not in readable(app.window)
    assert app.settings.space == own
    assert [space.name for space in app.desk.home.spaces] == [OWN]


@pytest.mark.parametrize("way_out", ["button", "window"])
def test_the_store_of_a_rehearsal_is_gone_afterwards(app: App, way_out: str) -> None:
    begun(app, "Show me", "One long table")
    rehearsing(app).next()
    folder = rehearsing(app).sandbox.folder
    assert (folder / "rehearsal.store").stat().st_size > 0, "the control: it was there"
    if way_out == "window":
        app.window.close()
    else:
        hands = Hands(app.window)
        hands.click("Home")
        hands.click("End the rehearsal")
    settle()
    assert not folder.exists()


def test_every_sample_can_be_chosen_and_says_what_it_is_about(app: App) -> None:
    hands = Hands(app.window)
    app.window.activateWindow()
    hands.click("Rehearse")
    for title, sample in sandbox.samples().items():
        rehearsing(app).band.which.setCurrentText(title)
        assert sample.about
        assert hands.says(sample.about)
    first = rehearsing(app).sandbox.folder
    rehearsing(app).band.which.setCurrentText("One long table")
    hands.click("I do it myself")
    assert rehearsing(app).sandbox.sample == shipped(TABLE)
    assert rehearsing(app).player.rehearsal.space.name in readable(app.window)
    assert not first.exists()


def test_the_band_is_named_and_reached_by_tab_alone(app: App, all_named: Callable[[QWidget], bool]) -> None:
    hands = begun(app, "I do it myself")
    assert all_named(app.window)
    for name in ("Show me the rest", "Show me this one", "Leave this one out", "End the rehearsal"):
        hands.tab_to(name, Role.Button)
    hands.press(Key.Key_Return)
    assert app._rehearsing is None
    assert hands.says(OWN)
