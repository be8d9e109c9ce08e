"""The read-back of a session that is over, seen by the room; and the end of it, on both screens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from elephants.sessions.activity import AGREED, CLOSED
from elephants.sessions.session import Session
from elephants.ui.pages.papers.papers import PapersPage
from elephants.ui.pages.readback import ReadBackPage
from tests.ui.stage_of import TwoWindows, two_windows
from tests.ui.walking import settle

AGREED_WORDS = "The room has agreed this record. Thank you."


@pytest.fixture
def both(tmp_path: Path) -> Iterator[TwoWindows]:
    with two_windows(tmp_path) as made:
        made.open_room()
        yield made


def over(both: TwoWindows) -> Session:
    """A session that was closed before anything was read back."""
    session, change = both.kitchen.session, both.kitchen.desk.change
    change(session, Session.celebrates, "We have two keys.")
    change(session, Session.close)
    settle()
    return session


def test_the_room_sees_the_read_back_of_a_closed_session_and_that_it_agreed(both: TwoWindows) -> None:
    session = over(both)
    assert session.state == CLOSED
    assert isinstance(both.console.page, ReadBackPage)
    assert "Is this right? Anything to take out?" in both.room_words()
    assert "Is this right? Anything to take out?" in both.console.side.say.text()
    for _ in range(len(both.console.page.activity.lines()) - 1):
        both.press(Qt.Key.Key_PageDown)
    assert "We have two keys." in both.room_words()
    both.press(Qt.Key.Key_PageDown)
    assert both.kitchen.session.state == AGREED
    assert both.room_words() == AGREED_WORDS
    assert isinstance(both.console.page, PapersPage)
    assert both.console.page.state.text() == AGREED_WORDS


def test_a_read_back_taken_out_and_added_again_has_a_page_of_its_own(both: TwoWindows) -> None:
    session = over(both)
    before = next(one for one in session.activities if one.kind == "readback")

    def again(session: Session) -> None:
        session.remove_activity(before)
        session.add_activity("readback")

    both.kitchen.desk.change(session, again)
    settle()
    now = next(one for one in session.activities if one.kind == "readback")
    assert now.id != before.id
    assert isinstance(both.console.page, ReadBackPage)
    assert both.console.page.activity_id == now.id
    assert "Is this right?" in both.room_words()


def test_without_a_read_back_the_room_sees_the_space_and_the_console_the_papers(both: TwoWindows) -> None:
    session, change = both.kitchen.session, both.kitchen.desk.change
    for one in [one for one in session.activities if one.kind == "readback"]:
        change(session, Session.remove_activity, one)
    over(both)
    assert both.room_words() == session.space.name
    assert isinstance(both.console.page, PapersPage)
