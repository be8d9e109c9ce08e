"""The command that tells the story of a quarter: `elephants story`; it imports no Qt."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from elephants.sessions.text import Refused
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.paper.document import Document
    from elephants.safekeeping import NewCommand
    from elephants.store.store import Store

MONTHS = 3


def add_command(command: NewCommand, store_of: Callable[[argparse.Namespace], Path]) -> None:
    """Add the command; `store_of` gives the store of its words, unlocked."""
    story = command(
        "story", tr("Make the story of a quarter: what a space decided, what came of it and what did not."),
        lambda words: _story(store_of, words),
    )  # fmt: skip
    story.add_argument("--to", metavar="FILE", type=Path)
    story.add_argument("--space", metavar="NAME", default="", help=tr("of which space, where there are several"))
    story.add_argument("--since", metavar="DAY", default="", help=tr("from this day on, such as 2026-07-01"))
    story.add_argument("--until", metavar="DAY", default="", help=tr("to this day; else three months of it"))


def last_quarter(today: date) -> tuple[date, date]:
    """Give the first and the last day of the last quarter of a year that is over."""
    begins = date(today.year, (today.month - 1) // MONTHS * MONTHS + 1, 1)
    until = begins - timedelta(days=1)
    return date(until.year, until.month - MONTHS + 1, 1), until


def _story(store_of: Callable[[argparse.Namespace], Path], words: argparse.Namespace) -> list[str]:
    if words.to is None:
        raise Refused(tr("Where to? For example: elephants story --to story.pdf"))
    from elephants.store.store import Store

    since, until = _stretch(words.since, words.until, datetime.now().astimezone().date())
    with closing(Store(store_of(words), writing=False)) as store:
        return tell(store, words.space, since, until, words.to)


def tell(store: Store, space: str, since: date, until: date, to: Path) -> list[str]:
    """Write the story of a space into a file, as a PDF, a web page or Markdown by its name; gives what to say.

    `space` is its name; "" means the only one there is. Refuses another ending, and a name that is none.
    """
    from elephants.paper import papers
    from elephants.paper.wanted import form_of, written

    ending = to.suffix.removeprefix(".").lower()
    if ending not in ("pdf", "html", "md"):
        raise Refused(tr("The story can be a pdf, html or md file. Give it such a name."))
    made = story_of(store, space, since, until)
    papers.write(written(made, form_of(ending)), to)
    return [tr("The paper is in {place}.", place=to), *papers.warnings_of(made)]


def story_of(store: Store, space: str, since: date, until: date) -> Document:
    """Compose the story of a space, by its name; "" means the only one there is. May be done in a thread."""
    from elephants.paper.quarter import quarter
    from elephants.store.past import read_sessions

    number, name = space_of(store, space)
    return quarter(name, read_sessions(store, number, since, until), since, until)


def space_of(store: Store, name: str) -> tuple[int, str]:
    """Find the space of this name; without one, the only space there is."""
    with store.reading() as raw:
        spaces: list[tuple[int, str]] = raw.execute("SELECT id, name FROM space ORDER BY name").fetchall()
    found = [one for one in spaces if not name or one[1].casefold() == name.casefold()]
    if len(found) == 1:
        return found[0]
    if not spaces:
        raise Refused(tr("There is no space in this store yet."))
    names = ", ".join(one for _, one in spaces)
    if name:
        raise Refused(tr("There is no space of this name. There are: {names}", names=names))
    raise Refused(tr("Which space? Say it by --space. There are: {names}", names=names))


def _stretch(since: str, until: str, today: date) -> tuple[date, date]:
    """Read the two days; without a day the last quarter that is over, with one of them three months of it."""
    if not since and not until:
        return last_quarter(today)
    ends = _day(until) if until else None
    begins = _day(since) if since else None
    if begins is None and ends is not None:
        begins = _shifted(ends + timedelta(days=1), -MONTHS)
    if ends is None and begins is not None:
        ends = _shifted(begins, MONTHS) - timedelta(days=1)
    if begins is None or ends is None or ends < begins:
        raise Refused(tr("The last day comes before the first one."))
    return begins, ends


def _day(words: str) -> date:
    try:
        day = date.fromisoformat(words)
    except ValueError:
        day = date.min
    if not 1900 < day.year < 9000:
        raise Refused(tr("This is no day: {words}. Write it like 2026-07-01.", words=words[:40])) from None
    return day


def _shifted(day: date, months: int) -> date:
    """Give the same day some months on; the last of a shorter month."""
    at = day.year * 12 + day.month - 1 + months
    following = date((at + 1) // 12, (at + 1) % 12 + 1, 1)
    return date(at // 12, at % 12 + 1, min(day.day, (following - timedelta(days=1)).day))
