"""Lid down and catching up, by hand in the real windows: the same store as the desk leaves, and no way past ADD."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from elephants.app import App
from elephants.rehearsal import Rehearsal
from elephants.rehearsal.verbs import VERBS
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.steps import Step
from elephants.sessions.session import Session
from elephants.settings import Settings
from elephants.ui.console import Console
from elephants.ui.pages.catch_up.catch_up import CatchUpPage
from elephants.ui.pages.catch_up.deciding import PaperDeciding
from tests.byhand import Hands, Key, Role, name_of, settle
from tests.byhand_app import lasting, left_by_desk
from tests.byhand_keys import Keys
from tests.byhand_paper import OnPaper
from tests.rehearsals import dump, shipped

FILE = shipped("lid-down")
OURS = {name for name in VERBS if name.startswith(("lid ", "catch up: "))}
PAPER, POND = "We go on with paper.", "Where does the pond go?"


def console_of(app: App) -> Console:
    assert app.console is not None
    return app.console


def session_of(app: App) -> Session:
    assert app.desk.session is not None
    return app.desk.session


def pond(app: App) -> Deciding:
    return next(one for one in session_of(app).activities if isinstance(one, Deciding) and one.poll.question == POND)


@pytest.mark.parametrize("hands", [Hands, Keys])
def test_by_hand_it_leaves_the_same_store_and_the_room_sees_nothing_of_it(
    app: tuple[App, Rehearsal], tmp_path: Path, hands: type[Hands]
) -> None:
    made, rehearsal = app
    assert {line.do for line in rehearsal.lines} >= OURS
    played = OnPaper(hands(made.window), rehearsal, made)
    played.play()
    print(f"Catching up by hand: {played.hands.keys} keys and {played.hands.clicks} clicks.")
    assert set(played.seen) == {PAPER}
    assert not isinstance(console_of(made).page, CatchUpPage)
    assert made.room is not None
    assert made.room.accessibleDescription() != PAPER
    rows, by_desk = lasting(dump(made.desk.store)), left_by_desk(tmp_path, FILE)
    assert rows.keys() == by_desk.keys()
    for table, kept in by_desk.items():
        assert rows[table] == kept, table


def test_a_decision_that_carries_is_not_closed_without_add_and_check(app: tuple[App, Rehearsal]) -> None:
    """The control: by any button there is, what most of us chose on paper waits until ADD and CHECK were asked."""
    made, rehearsal = app
    played = OnPaper(Hands(made.window), rehearsal, made)
    played.play(until="add need")
    hands = played.hands
    assert pond(made).step == Step.ADD
    hands.press(Key.Key_PageDown)
    assert hands.says("Ask what people need to come along.")
    assert pond(made).step == Step.ADD
    assert not [one for one in hands.all_of(Role.RadioButton) if one.isVisible()]
    page = console_of(made).page
    assert isinstance(page, CatchUpPage)
    page.to_sheet()
    settle()
    hands.click("The session is over: close it")
    assert hands.says("First ask what people need to come along, then check.")
    assert session_of(made).state == "running"
    hands.click("Fill in what we decided")
    hands.click("We asked; nothing came")
    hands.press(Key.Key_PageDown)
    assert pond(made).step == Step.CHECK
    hands.press(Key.Key_PageDown)
    assert pond(made).step == Step.CHECK
    assert hands.says("Ask the room, then choose: everyone can come along, or not yet.")


def test_going_back_from_add_the_choice_is_void_and_all_can_be_mended(app: tuple[App, Rehearsal]) -> None:
    made, rehearsal = app
    played = OnPaper(Hands(made.window), rehearsal, made)
    played.play(until="answer need")
    played.hands.press(Key.Key_PageUp)
    deciding = pond(made)
    assert (deciding.step, deciding.poll.carried) == (Step.OTHER_VIEW, None)
    assert [need.text for need in deciding.poll.needs] == ["A rail, so that nobody falls in."]
    played.add_option("Behind the shed")
    played.catch_up_chose("Behind the shed")
    assert (pond(made).step, pond(made).poll.chosen) == (Step.ADD, "Behind the shed")


def test_undo_on_the_page_takes_the_last_answer_back(app: tuple[App, Rehearsal]) -> None:
    made, rehearsal = app
    played = OnPaper(Hands(made.window), rehearsal, made)
    played.play(until="agreement: add")
    assert [one.state for one in session_of(made).activities][:2] == ["done", "now"]
    played.hands.click("Undo")
    assert [one.state for one in session_of(made).activities][:2] == ["now", "to come"]
    assert isinstance(console_of(made).page, CatchUpPage)


def test_what_was_typed_and_not_added_is_kept_when_the_page_is_left(app: tuple[App, Rehearsal]) -> None:
    made, rehearsal = app
    played = OnPaper(Hands(made.window), rehearsal, made)
    played.play(until="agreement: add")
    hands = played.hands
    hands.tab_to("A line we agreed on")
    hands.type("Wet boots stay at the door.")
    hands.press(Key.Key_PageDown)
    assert not isinstance(console_of(made).page, CatchUpPage)
    assert "Wet boots stay at the door." in [line.text for line in session_of(made).space.agreement]


@contextmanager
def next_day(app: App, rehearsal: Rehearsal, folder: Path, qapp: QApplication) -> Iterator[tuple[App, Hands]]:
    """Close the app and start it again on the same store."""
    app.window.close()
    settle()
    again = App(folder / "hand.store", Settings(), clock=rehearsal.clock)
    again.begin(qapp)
    settle()
    yield again, Hands(again.window)
    again.window.close()
    settle()


def test_the_next_day_home_offers_to_catch_up(app: tuple[App, Rehearsal], tmp_path: Path, qapp: QApplication) -> None:
    """The app was closed with the lid down; the store knows nothing of a lid, and the session is still open."""
    made, rehearsal = app
    OnPaper(Hands(made.window), rehearsal, made).play(until="since: action")
    with next_day(made, rehearsal, tmp_path, qapp) as (again, hands):
        hands.click("Catch up")
        assert isinstance(console_of(again).page, CatchUpPage)
        assert not again.desk.breather.lid
        hands.click("The session is over: close it")
        hands.click("It took place: Check-in")
        hands.press(Key.Key_PageDown)
        assert not isinstance(console_of(again).page, CatchUpPage)
        assert session_of(again).state == "closed"
        hands.click("Catch up")  # beside the read-back of the draft too
        assert isinstance(console_of(again).page, CatchUpPage)


def test_a_draft_that_waits_can_be_caught_up_from_home(
    app: tuple[App, Rehearsal], tmp_path: Path, qapp: QApplication
) -> None:  # fmt: skip
    made, rehearsal = app
    OnPaper(Hands(made.window), rehearsal, made).play(until="since: action")
    made.desk.change(session_of(made), Session.close)
    with next_day(made, rehearsal, tmp_path, qapp) as (again, hands):
        assert not [one for one in hands.all_of(Role.Button) if name_of(one) == "Catch up"]
        hands.tab_to("Thursday 17 September 2026")
        hands.choose("Catch up", Key.Key_Menu)
        OnPaper(hands, rehearsal, again).catch_up_decide(POND)
        page = console_of(again).page
        assert isinstance(page, CatchUpPage)
        assert isinstance(page.deciding, PaperDeciding)
        assert session_of(again).state == "closed"
