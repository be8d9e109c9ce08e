"""From an empty folder to an agreed record by keyboard alone: no mouse, and the focus always in sight."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from elephants.app import App
from elephants.settings import Settings
from tests.byhand import SHIFT, Hands, Key, Role, name_of, settle

AFTERNOON = datetime(2026, 11, 24, 17, 50)  # noqa: DTZ001  (a clock on a wall has no zone)


@pytest.fixture
def app(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / name))
    made = App(tmp_path / "new.store", Settings(), clock=lambda: AFTERNOON)
    made.begin(qapp)
    settle()
    yield made
    made.window.close()
    settle()


@pytest.fixture
def keys(app: App) -> Hands:
    return Hands(app.window)


def prepare(keys: Hands) -> None:
    """Name the group, prepare a session for today, and open it with six."""
    keys.enter("Garden group")
    assert name_of(keys.focus()) == "Prepare a session"
    with keys.answering(lambda: keys.press(Key.Key_Return)):
        keys.press(Key.Key_Return)
    keys.tab_to("Start", Role.Button)
    keys.press(Key.Key_Return)
    keys.press(Key.Key_Up, times=2)
    keys.press(Key.Key_PageDown)


def agree_and_arrive(keys: Hands) -> None:
    """Nothing is due; two lines are agreed; four of the six speak or pass; nobody tells a story."""
    if not keys.says("Nothing is agreed yet"):
        round_trip(keys)
        keys.press(Key.Key_PageDown)
    round_trip(keys)
    keys.tab_to("Another line")
    keys.enter("You can pass.")
    keys.enter("One at a time.")
    keys.press(Key.Key_PageDown)
    round_trip(keys)
    keys.press(Key.Key_Return)
    keys.press(Key.Key_Down, times=4)
    keys.press(Key.Key_PageDown)
    while not keys.says("What people asked for"):
        round_trip(keys)
        keys.press(Key.Key_PageDown)


def make_the_agenda(keys: Hands) -> None:
    round_trip(keys)
    keys.tab_to("What do you want to talk about?")
    keys.type("Where do we put the shed?")
    keys.tab_to("What is it for?")
    keys.pick("To decide")
    keys.press(Key.Key_Return)
    keys.press(Key.Key_PageDown)
    round_trip(keys)
    keys.tab_to("What should be kept? One line")
    keys.enter("The old one leaks.")


def decide_shortly(keys: Hands) -> None:
    keys.tab_to("Decide, the short form")
    keys.press(Key.Key_Return)
    round_trip(keys)
    keys.tab_to("An option, in our own words")
    keys.enter("By the gate")
    keys.enter("By the wall")
    keys.press(Key.Key_PageDown)
    keys.enter("Somebody in a wheelchair could not pass.")
    keys.press(Key.Key_PageDown)
    round_trip(keys)
    keys.press(Key.Key_B)
    keys.press(Key.Key_Down, times=4)
    keys.press(Key.Key_A)
    keys.press(Key.Key_Down, times=2)
    keys.press(Key.Key_PageDown)
    add_and_close(keys)


def add_and_close(keys: Hands) -> None:
    keys.press(Key.Key_PageDown)  # the room has seen the result
    keys.enter("A path wide enough")
    keys.tab_to("A path wide enough", back=True)
    keys.tab_to("Add it")
    with keys.answering(lambda: keys.instead("We make the path wide enough for a wheelchair.")):
        keys.press(Key.Key_Return)
    round_trip(keys)
    keys.press(Key.Key_PageDown)
    keys.tab_to("Everyone can come along")
    keys.press(Key.Key_Return)
    round_trip(keys)
    keys.tab_to("When we look again")
    keys.type("01022027")
    keys.tab_to("All of us", Role.RadioButton)
    keys.press(Key.Key_Space)
    keys.press(Key.Key_PageDown)
    assert keys.says("We make the path wide enough for a wheelchair")
    round_trip(keys)
    keys.press(Key.Key_PageDown)


def leave_and_agree(keys: Hands) -> None:
    while not keys.says("What do we ask?"):
        keys.press(Key.Key_PageDown)
    keys.press(Key.Key_Return)
    keys.press(Key.Key_Down, times=6)
    round_trip(keys)
    keys.press(Key.Key_PageDown)
    round_trip(keys)
    while not keys.says("The room has agreed this record."):
        keys.press(Key.Key_PageDown)
    round_trip(keys)


def round_trip(keys: Hands) -> None:
    """Tab leads once through everything and back, past the page, the run sheet, the notes and the way on."""
    first = keys.focus()
    reached: list[str] = []
    for _ in range(90):
        keys.press(Key.Key_Tab)
        reached.append(name_of(keys.focus()))
        if keys.focus() is first:
            break
    assert keys.focus() is first, f"Tab does not come round: {reached[-8:]}"
    assert {"Home", "Papers", "Undo", "Notes, only you see these"} - set(reached) <= {"Undo"}, reached
    keys.press(Key.Key_Backtab, SHIFT)
    keys.press(Key.Key_Tab)
    assert keys.focus() is first


def test_a_whole_session_by_keyboard_alone(app: App, keys: Hands) -> None:
    prepare(keys)
    agree_and_arrive(keys)
    make_the_agenda(keys)
    decide_shortly(keys)
    leave_and_agree(keys)
    assert keys.clicks == 0
    print(f"A session by keyboard alone: {keys.keys} keys.")
    session = app.desk.session
    assert session is not None
    (decision,) = session.decisions
    assert (session.state, session.here, decision.ending_words()) == ("agreed", 6, "All of us")
    assert decision.full_text() == "By the wall We make the path wide enough for a wheelchair."
