"""More is due than a room can look at: said plainly, listed in portions, left for next time, and lost nowhere."""

from __future__ import annotations

import functools
import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from elephants.app import App
from elephants.sessions.session import Session
from elephants.sessions.since import Since
from elephants.sessions.space import Space
from elephants.ui.console import Console
from elephants.ui.history.page import HistoryPage
from elephants.ui.pages.agenda.agenda import AgendaPage
from elephants.ui.pages.since.many import PORTION
from elephants.ui.pages.since.since import SincePage
from tests.byhand import CTRL, Hands, Key
from tests.byhand_app import alone
from tests.sessions.test_again import agree
from tests.sessions.test_waiting import FIRST, SECOND, decide_many
from tests.store import play
from tests.ui.walking import an_app, console_of, settle

DECISIONS, ACTIONS = 110, 15


@functools.cache
def _before() -> tempfile.TemporaryDirectory[str]:
    """A space that has much to look at, and a session planned: made once, and copied for each test."""
    kept = tempfile.TemporaryDirectory()
    with play.a_desk(Path(kept.name) / "elephants.store") as desk:
        play.open_session(desk, day=FIRST)
        desk.change(play.space_of(desk), decide_many, DECISIONS, 0, ACTIONS)
        desk.change(play.session_of(desk), Session.close)
        agree(desk)
        desk.leave()
        desk.change(play.space_of(desk), Space.plan, SECOND, time(18), 90)
    return kept


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    alone(tmp_path, monkeypatch)
    shutil.copytree(_before().name, tmp_path / "laptop")
    with an_app(tmp_path / "laptop", clock=lambda: datetime.combine(SECOND, time(18))) as app:
        app.window.resize(1366, 768)
        app.window.activateWindow()
        settle()
        yield app


def since(app: App, hands: Hands) -> SincePage:
    """Go from home to what happened since, with the room's screen open."""
    assert hands.says("98 more wait for a later one.")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_PageDown)
    hands.press(Key.Key_F5)
    console = console_of(app)
    activity = next(one for one in console.session.activities if isinstance(one, Since))
    while console.session.now is not activity:
        hands.press(Key.Key_PageDown)
    page = console.page
    assert isinstance(page, SincePage)
    return page


def numbers(page: SincePage) -> list[int]:
    return [row.line.id for row in page.list.rows()]


def left(console: Console) -> int:
    """How many things have no answer yet."""
    activity = next(one for one in console.session.activities if isinstance(one, Since))
    return sum(activity.update_of(one) is None for one in activity.due())


def test_by_keys_a_portion_is_listed_and_the_room_stops_when_it_wants(app: App) -> None:
    hands = Hands(app.window)
    page = since(app, hands)
    assert hands.says("125 things wait here. Answer as many as you have time for. The rest waits for next time.")
    assert numbers(page) == list(range(PORTION))
    few = len(app.window.findChildren(QWidget))
    hands.tab_to("Numbers 41 to 80")
    hands.press(Key.Key_Space)
    assert hands.says("41 of 125.")
    assert numbers(page) == list(range(40, 80))
    hands.press(Key.Key_PageUp)
    assert hands.says("40 of 125.")
    assert numbers(page) == list(range(PORTION))
    hands.press(Key.Key_PageDown)
    for name in ("Numbers 81 to 120", "Numbers 121 to 125"):
        hands.tab_to(name)
        hands.press(Key.Key_Space)
    assert numbers(page) == list(range(120, 125))
    settle()
    assert len(app.window.findChildren(QWidget)) < few + 20  # no list of thousands of widgets
    hands.tab_to("In a few words, if wanted")
    hands.type("Said, and not answered")
    hands.tab_to("Enough for today")
    hands.press(Key.Key_Return)
    console = console_of(app)
    assert console.session.now is not None
    assert console.session.now.kind == "agreement"
    assert left(console) == DECISIONS + ACTIONS
    hands.press(Key.Key_PageUp)
    assert isinstance(console.page, SincePage)


def test_by_clicks_an_answer_is_given_and_one_more_is_put_on_the_agenda(app: App) -> None:
    hands = Hands(app.window)
    page = since(app, hands)
    row = next(row for row in page.list.rows() if "Decision" in row.accessibleName())
    hands.click_on(row)
    hands.click("No")
    hands.click("It has ended")
    console = console_of(app)
    assert left(console) == DECISIONS + ACTIONS - 1
    hands.click("Enough for today")
    while not isinstance(console.page, AgendaPage):
        hands.press(Key.Key_PageDown)
    there = len(console.session.items)
    assert app.room is not None
    assert "more decisions wait for a later session." in app.room.accessibleDescription()
    assert hands.says("You see all of them in the history, under What is due.")
    hands.click("Put the oldest of them on the agenda too")
    assert len(console.session.items) == there + 1
    hands.press(Key.Key_Z, modifier=CTRL)
    assert len(console.session.items) == there


def test_from_what_is_due_one_is_put_on_the_next_agenda(app: App) -> None:
    hands = Hands(app.window)
    hands.press(Key.Key_F, modifier=CTRL)
    page = app.window.stack.currentWidget()
    assert isinstance(page, HistoryPage)
    hands.click_on(page.show_due)
    hands.tab_to("What is due", QAccessible.Role.List)
    lines = page.due.lines
    assert hands.says("125 things are open or due.")
    for shown in (50, 100, 125, 125):
        assert lines.model().rowCount() == shown
        hands.press(Key.Key_End)
    hands.press(Key.Key_Home)
    hands.press(Key.Key_Return)
    hands.tab_to("Put it on the next agenda")
    hands.press(Key.Key_Return)
    assert hands.says("It is on the next agenda.")
    assert hands.says("On the agenda")
    assert "Put it on the next agenda" not in {one.accessibleName() for one in hands.all_of(QAccessible.Role.Button)}
    hands.press(Key.Key_Escape, times=2)
    assert hands.focus() is app.home.start
    assert app.window.stack.currentWidget() is app.home
    assert app.home.seen is not None
    assert [one.title for one in app.home.seen.items] == ["Decision 12"]
