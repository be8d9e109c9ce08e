"""The clock of a rehearsal: it shows the written day, so that a date is past or not by that day."""

from __future__ import annotations

from datetime import datetime, timedelta


class Clock:
    """Says the time of the rehearsal; the desk asks it instead of the computer's own clock."""

    def __init__(self, shows: datetime) -> None:
        self._shows = shows

    def __call__(self) -> datetime:
        """Give the time it shows."""
        return self._shows

    def show(self, when: datetime) -> None:
        """Set it to another day and time."""
        self._shows = when

    def tick(self, minutes: int = 1) -> None:
        """Let some minutes pass; it stops before midnight, for an evening has one date."""
        later = self._shows + timedelta(minutes=minutes)
        if later.date() == self._shows.date():
            self._shows = later
