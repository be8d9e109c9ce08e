"""The run sheet beside the page: its marks are said, its lines can be moved, renamed, taken out and added."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from elephants.app import App
from elephants.sessions.activity import Activity
from elephants.sessions.session import Session
from elephants.ui.console import Console
from elephants.ui.rail import RunRow
from tests.ui.walking import an_app, open_sample, settle


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    with an_app(tmp_path) as app:
        yield app


@pytest.fixture
def console(app: App) -> Console:
    console = open_sample(app)
    app.desk.change(console.session, Session.start, 14)
    settle()
    return console


def row(console: Console, kind: str) -> RunRow:
    return console.rail.row(next(one for one in console.session.activities if one.kind == kind).id)


def choose(console: Console, kind: str, words: str) -> None:
    """Choose from the menu of a line."""
    menu = row(console, kind).menu_of()
    next(action for action in menu.actions() if action.text() == words).trigger()
    settle()


def kinds(console: Console) -> list[str]:
    return [one.kind for one in console.session.activities]


def shown(console: Console) -> list[str]:
    rows = sorted(console.rail.findChildren(RunRow), key=lambda one: one.y())
    return [one.line.title for one in rows if one.isVisible()]


def test_each_line_says_its_mark_and_its_minutes(console: Console) -> None:
    assert row(console, "since").accessibleName() == "What happened since, now, 3 minutes"
    assert row(console, "checkout").accessibleName() == "Check-out, to come, 5 minutes"
    console.footer.skip.click()
    settle()
    assert row(console, "since").accessibleName() == "What happened since, skipped, 3 minutes"


def test_enter_or_a_click_goes_there(console: Console) -> None:
    row(console, "checkin").setFocus()
    QTest.keyClick(row(console, "checkin"), Qt.Key.Key_Return)
    settle()
    assert console.session.now is not None
    assert console.session.now.kind == "checkin"
    QTest.mouseClick(row(console, "stories"), Qt.MouseButton.LeftButton)
    settle()
    assert console.session.now.kind == "stories"


def test_a_line_moves_and_is_shown_where_it_is(console: Console) -> None:
    choose(console, "checkout", "Move up")
    assert kinds(console).index("checkout") == kinds(console).index("agenda") - 1
    assert shown(console) == [one.title for one in console.session.activities]
    choose(console, "checkout", "Move down")
    assert kinds(console).index("checkout") == kinds(console).index("agenda") + 1
    assert shown(console) == [one.title for one in console.session.activities]


def test_a_line_is_renamed_and_given_other_minutes(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("elephants.ui.runsheet.ask_words", lambda *_args, **_kw: "Soup and cards")
    choose(console, "stories", "Change the name")
    assert "Soup and cards" in shown(console)
    before = console.session.minutes_left()
    stories = next(one for one in console.session.activities if one.kind == "stories")
    console.desk.change(stories, Activity.last, stories.minutes + 5)
    settle()
    assert row(console, "stories").line.minutes == stories.minutes
    assert str(before) in console.rail.left.text() or console.session.minutes_left() != before


def test_a_line_is_taken_out_and_another_added(console: Console) -> None:
    choose(console, "stories", "Take it out")
    assert "stories" not in kinds(console)
    assert shown(console) == [one.title for one in console.session.activities]
    menu = console.run_sheet.menu_of_kinds()
    next(action for action in menu.actions() if "Story" in action.text()).trigger()
    settle()
    assert "stories" in kinds(console)


def test_the_time_left_is_said_in_words(console: Console) -> None:
    left = console.session.minutes_left()
    assert console.rail.left.text() == f"{left} minutes left of 90"
    assert console.rail.bar.accessibleName() == "Time left"
