"""Home by real keys and clicks: a new space, the agenda so far, what is due, preparing, going on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from elephants.app import App
from elephants.sessions.space import Home as Root
from elephants.ui.parts.row import Row
from elephants.ui.parts.words import Words
from elephants.ui.plandialog import PlanDialog
from tests.ui.walking import an_app, console_of, open_sample, settle

Key = Qt.Key
NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    with an_app(tmp_path) as app:
        app.window.activateWindow()
        settle()
        yield app


def keys(app: App, words: str = "", *more: Qt.Key) -> None:
    """Type into whatever has the focus, as the window system brings it."""
    handle = app.window.windowHandle()
    for letter in words:
        QTest.sendKeyEvent(QTest.KeyAction.Click, handle, Qt.Key(ord(letter.upper())), letter, NO_KEY)
    for key in more:
        QTest.keyClick(handle, key)
    settle()


def in_dialog(act: Callable[[PlanDialog], None]) -> None:
    """Answer the dialog that opens next, while it waits."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PlanDialog)
        act(dialog)

    QTimer.singleShot(0, answer)


def a_space(app: App) -> None:
    keys(app, "Tuesday kitchen", Key.Key_Return)


def read(part: QWidget) -> list[str]:
    return [one.text() for one in part.findChildren(Words) if one.isVisible()]


def rows(part: QWidget) -> list[str]:
    return [one.accessibleName() for one in part.findChildren(Row) if one.isVisible()]


def test_an_empty_store_asks_for_a_name_and_takes_it_at_once(app: App) -> None:
    assert app.home.day.text() == "Give your space a name"
    assert not app.home.start.isVisible()
    assert not app.home.rail.space.isVisible()
    a_space(app)
    assert app.home.rail.space.words() == "Tuesday kitchen"
    assert app.home.day.text() == "Not planned yet"
    assert app.home.start.words() == "Prepare a session"
    assert app.home.start.hasFocus()


def test_a_blank_name_is_refused_in_a_sentence_and_stays_in_the_field(app: App) -> None:
    keys(app, "   ", Key.Key_Return)
    assert app.desk.home.spaces == []


def test_home_says_that_the_file_is_not_yet_locked(app: App) -> None:
    assert app.home.rail.locked.text() == "Not yet locked with a passphrase"
    assert app.home.rail.locked.isVisible()


def test_an_item_is_asked_for_with_its_purpose(app: App) -> None:
    a_space(app)
    app.home.add.setFocus()
    assert not app.home.add.openness.isVisible()
    keys(app, "Where do we meet", Key.Key_Tab)
    keys(app, "", Key.Key_Tab)
    while not app.home.add.purpose.hasFocus():
        keys(app, "", Key.Key_Tab)
    while app.home.add.purpose.currentData() != "decide":
        keys(app, "", Key.Key_Down)
    assert app.home.add.openness.isVisible()
    keys(app, "", Key.Key_Tab)
    assert app.home.add.openness.hasFocus()
    keys(app, "", Key.Key_Down)
    keys(app, "", Key.Key_Return)
    item = app.desk.home.spaces[0].items[0]
    assert (item.title, item.purpose, item.openness) == ("Where do we meet", "decide", "leaning")
    assert any("To decide. We lean one way" in name for name in rows(app.home.agenda))
    assert app.home.add.purpose.currentData() == "think"
    assert not app.home.add.openness.isVisible()


def test_an_item_needs_nothing_but_its_words(app: App) -> None:
    a_space(app)
    app.home.add.setFocus()
    keys(app, "The garden", Key.Key_Return)
    keys(app, "The letter", Key.Key_Return)
    items = app.desk.home.spaces[0].items
    assert [(one.title, one.purpose, one.openness) for one in items] == [
        ("The garden", "think", None),
        ("The letter", "think", None),
    ]
    assert len(rows(app.home.agenda)) == 2


def test_a_session_is_prepared_and_started_from_home(app: App) -> None:
    a_space(app)

    def fill(dialog: PlanDialog) -> None:
        dialog.place.setFocus()
        QTest.keyClicks(dialog.place, "Community kitchen")
        QTest.mouseClick(dialog.do, Qt.MouseButton.LeftButton)

    in_dialog(fill)
    keys(app, "", Key.Key_Return)
    assert app.home.start.words() == "Start"
    assert app.home.label.text() == "Next session, today"
    assert "Community kitchen." in app.home.about.text()
    app.home.start.setFocus()
    keys(app, "", Key.Key_Return)
    assert app.console is not None


def test_leaving_the_dialog_prepares_nothing(app: App) -> None:
    a_space(app)
    in_dialog(lambda dialog: dialog.reject())
    app.home.start.click()
    assert app.desk.home.spaces[0].sessions == []
    assert app.home.start.words() == "Prepare a session"


def test_what_is_due_and_past_sessions_are_shown_in_a_rehearsal(app: App) -> None:
    app.home.rehearse.click()
    settle()
    assert "This is a rehearsal. Nothing here is kept." in read(app.window)
    due = read(app.home.due)
    assert "We eat before we talk" in due
    assert "Find out what the hall costs on Sundays" in due
    assert any("Tuesday 17 November 2026" in name for name in rows(app.home.past))


def test_a_past_session_is_opened_with_enter(app: App) -> None:
    app.home.rehearse.click()
    settle()
    first = next(one for one in app.home.past.findChildren(Row) if one.isVisible())
    first.setFocus()
    keys(app, "", Key.Key_Return)
    assert console_of(app).session.state == "agreed"


def test_an_open_session_offers_only_to_go_on(app: App) -> None:
    console = open_sample(app)
    keys(app, "", Key.Key_PageDown)
    console.header.home.click()
    settle()
    assert app.home.label.text() == "The session is open"
    assert not app.home.add.isVisible()
    assert app.home.start.words() == "Go on"


def test_another_space_hides_the_first(app: App) -> None:
    a_space(app)
    app.desk.change(app.desk.home, Root.new_space, "Garden group")
    app.look()
    menu = app.home.rail.menu_of_spaces()
    assert [action.text() for action in menu.actions()][:2] == ["Tuesday kitchen", "Garden group"]
    menu.actions()[1].trigger()
    settle()
    assert app.home.rail.space.words() == "Garden group"
    assert app.settings.space == app.desk.home.spaces[1].id


def test_escape_takes_a_note_away(app: App) -> None:
    a_space(app)
    app.home.note.say("This was refused.")
    app.home.add.setFocus()
    keys(app, "", Key.Key_Escape)
    assert not app.home.note.isVisible()
