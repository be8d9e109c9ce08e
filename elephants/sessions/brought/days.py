"""Finds the day an old paper tells of, in the name of its file or in a line of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

EARLIEST = 1900
"""An older year is no day of a meeting that anybody here held."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_WAYS = (
    re.compile(r"(?<!\d)(?P<y>\d{4})[-_./ ](?P<m>\d{1,2})[-_./ ](?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\.?[ -](?:of )?{_MONTH},?[ -](?P<y>\d{{4}})(?!\d)", re.IGNORECASE
    ),
    re.compile(rf"\b{_MONTH} (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>\d{{4}})(?!\d)", re.IGNORECASE),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})(?P<sign>[./-])(?P<m>\d{1,2})(?P=sign)(?P<y>\d{4})(?!\d)"),
)


def find_day(words: str, today: date) -> date | None:
    """Give the first day that stands in some words: 2023-06-15, 20230615, 15 June 2023, June 15, 2023, 15.06.2023.

    None where there is none, where it lies before 1900 or after `today`, and where day and month could be either way
    round (03/04/2023).
    """
    return next(iter(_days(words, today)), None)


def _days(words: str, today: date) -> Iterator[date]:
    for way in _WAYS:
        for found in way.finditer(words):
            day = _day(found.groupdict())
            if day is not None and day.year >= EARLIEST and day <= today:
                yield day


def _day(parts: dict[str, str]) -> date | None:
    day, year = int(parts["d"]), int(parts["y"])
    month = _MONTHS.index(parts["month"].lower()) + 1 if "month" in parts else int(parts["m"])
    if parts.get("sign") in ("/", "-"):
        if max(day, month) <= 12 and day != month:
            return None
        day, month = (month, day) if month > 12 else (day, month)
    try:
        return date(year, month, day)
    except ValueError:
        return None
