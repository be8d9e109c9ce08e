"""Skipping the last line closes the session: its record waits to be read back next time."""

from __future__ import annotations

from elephants.desk import Desk
from elephants.rehearsal import read_rehearsal
from elephants.sessions.session import Session
from tests.rehearsals import shipped


def test_skipping_the_last_line_closes_the_session_as_a_draft(desk: Desk) -> None:
    read_rehearsal(shipped("tuesday-kitchen")).set_up(desk)
    session = desk.session
    assert session is not None
    desk.change(session, Session.start, 6)
    desk.change(session, Session.go, session.activities[-1])
    assert session.onward() is None
    desk.change(session, Session.skip)
    assert session.state == "closed"
    assert session.activities[-1].state == "skipped"
