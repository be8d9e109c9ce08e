"""When each line of a run sheet begins, by the clock, if all goes as planned: for the papers that say it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from elephants.pictures.library import fold
from elephants.sessions.activity import SKIPPED, Activity
from elephants.sessions.session import Session
from elephants.sessions.timeleft import begins, length_words
from elephants.words import clock_words, tr


def timed(session: Session) -> Iterator[tuple[datetime, Activity]]:
    """Give each line of the run sheet with the time it begins; one that is skipped takes none."""
    at = begins(session)
    for activity in session.activities:
        yield at, activity
        if activity.state != SKIPPED:
            at += timedelta(minutes=activity.minutes)


def is_break(activity: Activity) -> bool:
    """Tell whether a line of the run sheet is a break: there is no such activity, so its title says it."""
    return fold(tr("Break")) in fold(activity.title).split()


def break_words(session: Session) -> list[str]:
    """Say when each planned break is and how long: 6.45 pm, 10 minutes."""
    return [
        tr("{time}, {length}", time=clock_words(at.time()), length=length_words(activity.minutes))
        for at, activity in timed(session)
        if is_break(activity) and activity.state != SKIPPED
    ]
