"""Turns every sentence a person sees into their language, and dates and times into words."""

from __future__ import annotations

import gettext
from datetime import date, time

from elephants.places import assets

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def speak(language: str) -> None:
    """Choose the language of all words from here on; an unknown one leaves English."""
    global _catalogue  # the one language of this process: gettext itself works this way
    _catalogue = gettext.translation("elephants", str(assets() / "words"), [language], fallback=True)


def tr(text: str, **values: object) -> str:
    """Give one sentence in the language of this computer, with `{name}` places filled in afterwards."""
    said = _catalogue.gettext(text)
    return said.format(**values) if values else said


def trn(one: str, many: str, n: int, **values: object) -> str:
    """Give the sentence for one thing or for `n` things; `{n}` is filled in."""
    return _catalogue.ngettext(one, many, n).format(n=n, **values)


def _weekday(day: date) -> str:
    return (
        tr("Monday"),
        tr("Tuesday"),
        tr("Wednesday"),
        tr("Thursday"),
        tr("Friday"),
        tr("Saturday"),
        tr("Sunday"),
    )[day.weekday()]


def _month(day: date) -> str:
    return (
        tr("January"),
        tr("February"),
        tr("March"),
        tr("April"),
        tr("May"),
        tr("June"),
        tr("July"),
        tr("August"),
        tr("September"),
        tr("October"),
        tr("November"),
        tr("December"),
    )[day.month - 1]


def day_words(day: date, *, year: bool = True) -> str:
    """Say a date as people do: weekday and full date (METHOD.md, Read-back and papers)."""
    if year:
        return tr(
            "{weekday} {day} {month} {year}", weekday=_weekday(day), day=day.day, month=_month(day), year=day.year
        )
    return tr("{weekday} {day} {month}", weekday=_weekday(day), day=day.day, month=_month(day))


def months_words(since: date, until: date) -> str:
    """Say a stretch of time by its months: July to September 2026."""
    ends = tr("{month} {year}", month=_month(until), year=until.year)
    if (since.year, since.month) == (until.year, until.month):
        return ends
    begins = _month(since)
    if since.year != until.year:
        begins = tr("{month} {year}", month=begins, year=since.year)
    return tr("{begins} to {ends}", begins=begins, ends=ends)


def clock_words(at: time) -> str:
    """Say a time of day as people do: 6 pm, 7.30 pm."""
    hour = at.hour % 12 or 12
    said = f"{hour}.{at.minute:02}" if at.minute else str(hour)
    return tr("{time} am", time=said) if at.hour < 12 else tr("{time} pm", time=said)


def mark(text: str) -> str:
    """Mark a sentence of a table for translation; it is turned by `tr` when it is shown."""
    return text
