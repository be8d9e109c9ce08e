"""A session that is left open is not lost, and none is planned for a day that has passed."""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from elephants.desk import Desk
from elephants.sessions.base import Refused
from elephants.sessions.session import Session
from elephants.sessions.space import Space
from tests.store import play


def test_one_session_of_a_space_is_open_at_a_time(desk: Desk) -> None:
    first = play.open_session(desk)
    space, day = first.space, first.date + timedelta(days=7)
    desk.change(space, Space.plan, day, time(18), 90)
    second = next(one for one in space.sessions if one.date == day)
    desk.open(second.id)
    with pytest.raises(Refused, match="is still open"):
        desk.change(second, Session.start, 14)
    desk.open(first.id)
    desk.change(first, Session.close)
    desk.open(second.id)
    desk.change(second, Session.start, 14)
    desk.open(first.id)
    with pytest.raises(Refused, match="is still open"):
        desk.change(first, Session.go, first.activities[0])


def test_a_day_that_has_passed_is_refused_where_today_is_known(desk: Desk) -> None:
    space = play.open_session(desk).space
    with pytest.raises(Refused, match="has passed"):
        desk.change(space, Space.plan, desk.today() - timedelta(days=1), time(18), 90, today=desk.today())
