"""Says in plain words what is kept and for how long: for the page of forgetting and for the paper."""

from __future__ import annotations

from elephants.sessions.forgetting.long_enough import (
    AFTER_LOOKING,
    AFTER_SESSION,
    HEAD_COUNT,
    HERE,
    LEARNED,
    NAME,
    NAMED,
    SAID,
    VIEWS,
    Kept,
)
from elephants.words import day_words, tr, trn


def kept_words(one: Kept) -> tuple[str, str]:
    """Say what some lines are, and below it whose they are and until when they are kept."""
    n = len(one.rows)
    said = {
        VIEWS: trn("{n} view on “{title}”", "{n} views on “{title}”", n, title=one.title),
        SAID: trn("{n} point on “{title}”", "{n} points on “{title}”", n, title=one.title),
        LEARNED: trn("{n} point of a learning session", "{n} points of a learning session", n),
        HERE: tr("How many were here"),
        NAMED: tr("The name on “{title}”", title=one.title),
    }[one.kind]
    where = tr("{space}, {day}. Kept until {until}.", space=one.space, day=day_words(one.day),
               until=day_words(one.until))  # fmt: skip
    return said, where


def rules() -> tuple[str, ...]:
    """Say how long everything is kept (METHOD.md, Kept for)."""
    return (
        tr("Decisions, needs and what is to be done stay as long as the group."),
        tr("Views and points stay until {look} months after we look again. Where no such day was set, they stay "
           "{session} months after the session.", look=AFTER_LOOKING, session=AFTER_SESSION),
        tr("How many were here stays {n} months.", n=HEAD_COUNT),
        tr("A name stays until {n} months after its work is done.", n=NAME),
    )  # fmt: skip
