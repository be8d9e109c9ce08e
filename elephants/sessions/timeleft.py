"""How much time is left of a session, in calm words: early, late, over midnight, and with a clock that jumps."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING

from elephants.sessions.activity import PLANNED, RUNNING
from elephants.words import clock_words, day_words, tr, trn

if TYPE_CHECKING:
    from elephants.sessions.session import Session

FAR = timedelta(hours=3)
"""So far before its beginning or after its end a session is not held as it was planned, or the clock is not right:
then nothing is said of minutes."""


def length_words(minutes: int) -> str:
    """Say a length of time as people do: 45 minutes, 2 hours, 1 hour 30 minutes."""
    hours, rest = divmod(minutes, 60)
    said = [trn("{n} hour", "{n} hours", hours)] if hours else []
    said += [trn("{n} minute", "{n} minutes", rest)] if rest or not hours else []
    return " ".join(said)


def begins(session: Session) -> datetime:
    """Give the day and time the session begins as it was planned."""
    return datetime.combine(session.date, session.starts)


def ends(session: Session) -> datetime:
    """Give the day and time it ends as it was planned; a long one ends on the next day."""
    return begins(session) + timedelta(minutes=session.minutes)


def left_words(session: Session, now: datetime) -> str:
    """Say what is left of a session that runs, by the clock on the wall; "" for one that does not run.

    It never warns: past the end it says so gently, and never a minute less than none.
    """
    if session.state != RUNNING:
        return ""
    start, end = begins(session), ends(session)
    until = clock_words(end.time())
    if not start - FAR <= now <= end + FAR:
        return tr("Planned for {day}, {begins} to {ends}", day=day_words(start.date(), year=False),
                  begins=clock_words(start.time()), ends=until)  # fmt: skip
    if now < start:
        return tr("Planned from {begins} to {ends}", begins=clock_words(start.time()), ends=until)
    left = ceil((end - now) / timedelta(minutes=1))
    if left > 0:
        return tr("{length} left, until {ends}", length=length_words(left), ends=until)
    over = int((now - end) / timedelta(minutes=1))
    if over == 0:
        return tr("The end was planned for now, {ends}", ends=until)
    return tr("{length} over. The end was planned for {ends}.", length=length_words(over), ends=until)


def gone(session: Session, now: datetime) -> float:
    """Say which part of the planned time has gone, from 0 to 1."""
    past = (now - begins(session)) / timedelta(minutes=session.minutes)
    return min(max(past, 0.0), 1.0)


def sheet_words(session: Session) -> str:
    """Say what the rest of the run sheet asks for, and before the session what there is; "" once it is closed."""
    asked = session.minutes_left()
    if session.state == PLANNED:
        return trn("The run sheet asks for {n} minute. There are {all}.",
                   "The run sheet asks for {n} minutes. There are {all}.", asked, all=session.minutes)  # fmt: skip
    if session.state != RUNNING:
        return ""
    return trn("Run sheet: {n} minute to come", "Run sheet: {n} minutes to come", asked)
