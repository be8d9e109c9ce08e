"""The run sheet beside the page: its marks are said, its lines move, are skipped, repeated, added; and the time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from elephants.app import App
from elephants.rehearsal.clock import Clock
from elephants.sessions.activity import Activity
from elephants.sessions.session import Session
from elephants.ui.console import Console
from elephants.ui.runrow import RunRow
from tests.ui.walking import an_app, open_sample, settle

Key = Qt.Key
LEFT, NO_KEY, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
SIX = datetime(2026, 11, 24, 18)  # noqa: DTZ001  (a clock on a wall has no zone)


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


def press(console: Console, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
    """Press a key, as the window system brings it."""
    QTest.keyClick(console.window().windowHandle(), key, modifier)
    settle()


def by_menu(console: Console, words: str) -> None:
    """Open the menu of the line that has the keyboard, and choose from it by keys."""
    press(console, Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert words in [one.text() for one in menu.actions()]
    while menu.activeAction().text() != words:
        press(console, Key.Key_Down)
    press(console, Key.Key_Return)


@contextmanager
def dragging(moved: RunRow, onto: RunRow) -> Iterator[None]:
    """Hold a line with the mouse, just above the middle of another one; it is let go afterwards."""
    start = moved.rect().center()
    end = moved.mapFromGlobal(onto.mapToGlobal(onto.rect().center() - QPoint(0, 2)))
    QTest.mousePress(moved, LEFT, NO_KEY, start)
    QTest.mouseMove(moved, start + (end - start) / 2)
    QTest.mouseMove(moved, moved.mapFromGlobal(onto.mapToGlobal(onto.rect().center() - QPoint(0, 2))))
    yield
    QTest.mouseRelease(moved, LEFT, NO_KEY, moved.mapFromGlobal(onto.mapToGlobal(onto.rect().center())))
    settle()


def at_the_wall(app: App) -> tuple[Console, Clock]:
    """A session that was opened in time, with a clock that the test sets."""
    console, clock = open_sample(app), Clock(SIX)
    console.desk.clock = clock
    app.desk.change(console.session, Session.start, 14)
    settle()
    return console, clock


def strong_colours(console: Console) -> set[int]:
    """The strong colours with which the time is told, as sixths of the circle of colours."""
    image = console.rail.clock.grab().toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.hsvHue() // 60 for colour in pixels if colour.hsvSaturation() > 110}


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
    stories = next(one for one in console.session.activities if one.kind == "stories")
    console.desk.change(stories, Activity.last, stories.minutes + 5)
    settle()
    assert row(console, "stories").line.minutes == stories.minutes
    left = console.session.minutes_left()
    assert console.rail.clock.sheet.text() == f"Run sheet: {left} minutes to come"


def test_a_line_is_taken_out_and_another_added(console: Console) -> None:
    choose(console, "stories", "Take it out")
    assert "stories" not in kinds(console)
    assert shown(console) == [one.title for one in console.session.activities]
    menu = console.run_sheet.menu_of_kinds()
    next(action for action in menu.actions() if "Story" in action.text()).trigger()
    settle()
    assert "stories" in kinds(console)


def test_alt_and_an_arrow_move_a_line_and_the_keyboard_stays_on_it(console: Console) -> None:
    checkout = row(console, "checkout")
    checkout.setFocus()
    before = kinds(console)
    press(console, Key.Key_Up, ALT)
    assert kinds(console).index("checkout") == before.index("checkout") - 1
    assert checkout.hasFocus()
    assert shown(console) == [one.title for one in console.session.activities]
    press(console, Key.Key_Down, ALT)
    assert kinds(console) == before
    assert checkout.hasFocus()
    press(console, Key.Key_Up)  # without Alt it only goes to the line above: a control
    assert kinds(console) == before
    assert row(console, "agenda").hasFocus()
    press(console, Key.Key_Tab)
    assert checkout.hasFocus()


def test_tab_goes_through_the_lines_as_they_stand(console: Console) -> None:
    choose(console, "readback", "Move up")
    row(console, "agenda").setFocus()
    press(console, Key.Key_Tab)
    assert row(console, "readback").hasFocus()
    press(console, Key.Key_Tab)
    assert row(console, "checkout").hasFocus()
    press(console, Key.Key_Tab)
    assert console.rail.add.hasFocus()


def test_a_line_is_skipped_and_done_after_all_by_keys(console: Console) -> None:
    stories = row(console, "stories")
    stories.setFocus()
    by_menu(console, "Skip it")
    assert stories.accessibleName() == "More than One Story, skipped, 14 minutes"
    assert stories.hasFocus()
    now = row(console, "since")
    assert [one.text() for one in now.menu_of().actions() if "kip" in one.text()] == []  # Skip does that below
    by_menu(console, "Do it after all")
    assert stories.accessibleName() == "More than One Story, to come, 14 minutes"


def test_a_line_is_done_once_more_and_the_keyboard_is_on_the_new_one(console: Console) -> None:
    row(console, "checkin").setFocus()
    before = kinds(console)
    by_menu(console, "Do it once more")
    at = kinds(console).index("checkin")
    assert kinds(console) == [*before[:at], "checkin", *before[at:]]
    again = console.session.activities[at + 1]
    assert console.rail.row(again.id).hasFocus()
    by_menu(console, "Take it out")
    assert kinds(console) == before
    assert row(console, "stories").hasFocus()
    console.undo()
    settle()
    assert kinds(console) == [*before[:at], "checkin", *before[at:]]


def test_a_line_that_is_added_by_keys_has_the_keyboard(console: Console) -> None:
    console.rail.add.setFocus()
    press(console, Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    while menu.activeAction().text() != "How is it for us?":
        press(console, Key.Key_Down)
    press(console, Key.Key_Return)
    assert kinds(console)[1] == "sensing"
    assert row(console, "sensing").hasFocus()


def test_with_the_mouse_the_keyboard_stays_where_the_room_is(console: Console) -> None:
    QTest.mouseClick(row(console, "checkin"), Qt.MouseButton.LeftButton)
    settle()
    focus = console.window().focusWidget()
    QTest.mouseClick(row(console, "stories"), Qt.MouseButton.LeftButton, pos=row(console, "stories").dots().center())
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert console.session.now is not None
    assert console.session.now.kind == "checkin"  # the dots do not go there
    wanted = next(one for one in menu.actions() if one.text() == "Do it once more")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(wanted).center())
    settle()
    assert kinds(console).count("stories") == 2
    assert console.window().focusWidget() is focus


def test_a_line_is_dragged_to_its_place_and_escape_puts_it_back(console: Console) -> None:
    before = kinds(console)
    focus = console.window().focusWidget()
    with dragging(row(console, "checkout"), row(console, "checkin")):
        assert kinds(console) == before
    assert kinds(console).index("checkout") == before.index("checkin")
    assert shown(console) == [one.title for one in console.session.activities]
    assert console.window().focusWidget() is focus
    assert console.session.now is not None
    assert console.session.now.kind == "since"
    console.undo()
    settle()
    assert kinds(console) == before
    with dragging(row(console, "checkout"), row(console, "checkin")):
        press(console, Key.Key_Escape)
    assert kinds(console) == before


def test_the_time_left_is_said_in_words_by_the_clock_on_the_wall(app: App) -> None:
    console, clock = at_the_wall(app)
    face = console.rail.clock
    assert (face.clock.text(), face.left.text()) == ("6 pm", "1 hour 30 minutes left, until 7.30 pm")
    assert face.sheet.text() == f"Run sheet: {console.session.minutes_left()} minutes to come"
    assert face.bar.accessibleName() == "Time left"
    said = []
    for minutes in (40, 95, 35, 95 + 24 * 60, 40):  # on, over, back an hour, a day of sleep, and set right again
        clock.show(SIX + timedelta(minutes=minutes))
        console._watch.timeout.emit()
        said.append((face.clock.text(), face.left.text(), face.bar.value()))
    assert said == [
        ("6.40 pm", "50 minutes left, until 7.30 pm", 89),
        ("7.35 pm", "5 minutes over. The end was planned for 7.30 pm.", 200),
        ("6.35 pm", "55 minutes left, until 7.30 pm", 78),
        ("7.35 pm", "Planned for Tuesday 24 November, 6 pm to 7.30 pm", 200),
        ("6.40 pm", "50 minutes left, until 7.30 pm", 89),
    ]


def test_past_the_end_it_is_said_in_the_same_quiet_colours(app: App) -> None:
    console, clock = at_the_wall(app)
    clock.show(SIX + timedelta(minutes=60))
    console._watch.timeout.emit()
    calm = strong_colours(console)
    clock.show(SIX + timedelta(minutes=120))
    console._watch.timeout.emit()
    assert "30 minutes over" in console.rail.clock.left.text()
    assert strong_colours(console) <= calm
    console.rail.clock.left.setStyleSheet("color: #c00000")  # a control: what shouts would be seen
    assert not strong_colours(console) <= calm
