"""The console by real keys: going on and back, pausing, undo, the folding sides, notes, what was refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from elephants.app import App
from elephants.sessions.base import NotSaved
from elephants.sessions.session import Session
from elephants.ui.console import Console
from elephants.ui.pages.papers.papers import PapersPage
from tests.ui.walking import an_app, console_of, open_sample, settle

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    with an_app(tmp_path) as app:
        app.window.activateWindow()
        open_sample(app)
        yield app


@pytest.fixture
def console(app: App) -> Console:
    """The console of a session that has begun."""
    press(app, Key.Key_PageDown)
    return console_of(app)


def press(app: App, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(app.window.windowHandle(), key, modifier)
    settle()


def kind(console: Console) -> str:
    now = console.session.now
    return now.kind if now is not None else console.session.state


def has_the_keyboard(part: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and part.isAncestorOf(focus)


def narrow(app: App, wide: int) -> None:
    app.window.resize(wide, 768)
    settle()


def test_page_down_starts_the_session_with_the_heads_counted(app: App) -> None:
    console = console_of(app)
    assert console.page is not None
    for _ in range(6):
        press(app, Key.Key_Down)
    press(app, Key.Key_Up)
    press(app, Key.Key_PageDown)
    assert console.session.here == 13
    assert console.header.here.number() == 13
    assert kind(console) == "since"


def test_the_run_sheet_walks_on_and_back_by_keys(app: App, console: Console) -> None:
    walked = [kind(console)]
    for _ in range(12):
        press(app, Key.Key_PageDown)
        if kind(console) != walked[-1]:
            walked.append(kind(console))
        if kind(console) == "agreement":
            break
    assert walked == ["since", "agreement"]
    press(app, Key.Key_PageUp)
    assert kind(console) == "since"


def test_pause_covers_the_room_and_one_key_ends_it(app: App, console: Console) -> None:
    press(app, Key.Key_F6)
    assert console.footer.pause.words() == "Go on"
    assert console.room.accessibleDescription() == "We are having a breather."
    press(app, Key.Key_F6)
    assert console.footer.pause.words() == "Pause"
    assert console.room.accessibleDescription() != "We are having a breather."


def test_slowing_down_tells_the_facilitator_how(app: App, console: Console) -> None:
    console.footer.slow.click()
    assert console.note.words.text() == "Repeat the last words you heard. Let the silence be."
    assert console.room.accessibleDescription() == "Let us take our time."
    console.footer.slow.click()
    assert not console.note.isVisible()


def test_escape_takes_the_note_away_and_leaves_the_keyboard_where_it_was(app: App, console: Console) -> None:
    console.footer.slow.click()
    assert console.note.isVisible()
    before = QApplication.focusWidget()
    press(app, Key.Key_Escape)
    assert not console.note.isVisible()
    assert QApplication.focusWidget() is before


def test_undo_takes_typing_back_first_and_then_the_last_deed(app: App, console: Console) -> None:
    app.desk.change(console.session, Session.count_here, 11)
    settle()
    console.side.notes.setFocus()
    QTest.keyClicks(console.side.notes, "keys")
    press(app, Key.Key_Z, CTRL)
    assert console.side.notes.toPlainText() == ""
    assert console.session.here == 11
    console.footer.undo.click()
    assert console.session.here != 11


def test_notes_are_kept_when_they_are_left(app: App, console: Console) -> None:
    console.side.notes.setFocus()
    QTest.keyClicks(console.side.notes, "bring cups")
    console.footer.next.setFocus()
    assert console.session.notes == "bring cups"


def test_what_could_not_be_saved_is_said_and_stays(app: App, console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object, **_kwargs: object) -> None:
        raise NotSaved

    with monkeypatch.context() as disk:
        disk.setattr(app.desk, "change", full)
        console.header.here.more.click()
    assert console.header.saved.text() == "Not saved"
    assert console.note.isVisible()
    assert console.note.words.text().endswith(".")


def test_papers_open_from_any_state_and_back_leads_back(app: App, console: Console) -> None:
    console.rail.papers.click()
    settle()
    papers = console.page
    assert isinstance(papers, PapersPage)
    assert papers.outcome.isChecked()
    press(app, Key.Key_PageUp)
    assert console.page is not papers
    assert kind(console) == "since"


def test_going_home_leaves_the_session_open(app: App, console: Console) -> None:
    console.header.home.click()
    settle()
    assert app.home.isVisible()
    assert (app.console, app.room) == (None, None)


# -- narrow windows -----------------------------------------------------------------------------------------------


def test_the_right_side_folds_away_and_is_opened_by_its_button(app: App, console: Console) -> None:
    narrow(app, 1366)
    assert console.side.isVisible()
    assert not console.header.say.isVisible()
    narrow(app, 1100)
    assert not console.side.isVisible()
    assert console.rail.isVisible()
    console.header.say.click()
    settle()
    assert console.side.isVisible()
    assert not console.rail.isVisible()
    assert console.body.page.isVisible()
    assert console.header.say.words() == "To the page"
    press(app, Key.Key_Escape)
    assert not console.side.isVisible()
    assert console.rail.isVisible()
    console.header.say.click()
    narrow(app, 1366)
    assert console.side.isVisible()
    assert console.rail.isVisible()


def test_at_200_percent_the_run_sheet_folds_away_too_and_keeps_home_and_undo(app: App, console: Console) -> None:
    narrow(app, 1366)
    for _ in range(10):
        app.window.zoom_by(0.1)
    settle()
    assert not console.rail.isVisible()
    assert not console.footer.undo.isVisible()
    console.header.run_sheet.click()
    settle()
    assert console.rail.isVisible()
    assert console.rail.undo.isVisible()
    assert console.rail.home.isVisible()
    assert not console.body.page.isVisible()
    assert has_the_keyboard(console.rail)
    checkin = next(one for one in console.session.activities if one.kind == "checkin")
    console.rail.row(checkin.id).click()
    settle()
    assert kind(console) == "checkin"
    assert console.body.page.isVisible()
    assert not console.rail.isVisible()
    assert has_the_keyboard(console.body.page)


def test_at_200_percent_papers_come_from_behind_the_run_sheet(app: App, console: Console) -> None:
    narrow(app, 1366)
    app.window.zoom_by(1.0)
    settle()
    console.header.run_sheet.click()
    settle()
    console.rail.papers.click()
    settle()
    assert isinstance(console.page, PapersPage)
    assert console.body.page.isVisible()
    assert not console.rail.isVisible()
    assert has_the_keyboard(console.body.page)
