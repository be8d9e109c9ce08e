"""The time that is left, in words: nine hours, over midnight, and with a clock that jumps."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elephants.sessions.session import Session
from elephants.sessions.timeleft import gone, left_words, length_words, sheet_words

DAY = date(2026, 11, 24)


def a_session(starts: time = time(18), minutes: int = 90, state: str = "running") -> Session:
    return Session(template="working", date=DAY, starts=starts, minutes=minutes, state=state)


def said(session: Session, hour: int, minute: int = 0, *, days: int = 0, second: int = 0) -> str:
    return left_words(session, datetime.combine(DAY + timedelta(days=days), time(hour, minute, second)))


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 minutes"), (1, "1 minute"), (59, "59 minutes"), (60, "1 hour"), (61, "1 hour 1 minute"), (540, "9 hours")],
)
def test_a_length_is_said_as_people_do(minutes: int, words: str) -> None:
    assert length_words(minutes) == words


def test_an_evening_from_before_it_begins_to_after_it_ended() -> None:
    evening = a_session()
    assert said(evening, 17, 50) == "Planned from 6 pm to 7.30 pm"
    assert said(evening, 18) == "1 hour 30 minutes left, until 7.30 pm"
    assert said(evening, 18, 40) == "50 minutes left, until 7.30 pm"
    assert said(evening, 19, 29, second=59) == "1 minute left, until 7.30 pm"
    assert said(evening, 19, 30) == "The end was planned for now, 7.30 pm"
    assert said(evening, 19, 35, second=40) == "5 minutes over. The end was planned for 7.30 pm."


def test_a_session_of_nine_hours_goes_over_midnight() -> None:
    night = a_session(time(20), 540)
    assert said(night, 20) == "9 hours left, until 5 am"
    assert said(night, 23, 59) == "5 hours 1 minute left, until 5 am"
    assert said(night, 0, 0, days=1) == "5 hours left, until 5 am"
    assert said(night, 5, 20, days=1) == "20 minutes over. The end was planned for 5 am."
    assert gone(night, datetime.combine(DAY + timedelta(days=1), time(0, 30))) == 0.5


def test_a_clock_that_jumps_far_says_only_what_was_planned() -> None:
    evening = a_session()
    planned = "Planned for Tuesday 24 November, 6 pm to 7.30 pm"
    assert said(evening, 18, 30, days=1) == planned
    assert said(evening, 18, 30, days=-1) == planned
    assert said(evening, 23) == planned
    assert said(evening, 17, 40) == "Planned from 6 pm to 7.30 pm"  # back an hour, from 6.40 pm


@given(
    st.times(),
    st.integers(10, 540),
    st.datetimes(datetime(2026, 11, 22), datetime(2026, 11, 27)),  # noqa: DTZ001
)
def test_whatever_the_clock_says_no_number_is_negative_or_larger_than_the_session(
    starts: time, minutes: int, now: datetime
) -> None:
    session = a_session(starts, minutes)
    words = left_words(session, now)
    assert words
    assert "-" not in words
    left = re.match(r"(?:(\d+) hours? ?)?(?:(\d+) minutes? )?(left|over)", words)
    if left is not None:
        told = int(left[1] or 0) * 60 + int(left[2] or 0)
        assert 0 < told <= (minutes if left[3] == "left" else 180)
    assert 0 <= gone(session, now) <= 1


def test_a_session_that_does_not_run_has_no_time_left_to_tell() -> None:
    for state in ("planned", "closed", "agreed"):
        assert said(a_session(state=state), 18) == ""
    assert sheet_words(a_session(state="closed")) == ""
    assert sheet_words(a_session(minutes=540, state="planned")) == "The run sheet asks for 0 minutes. There are 540."
