"""The commands that look at what was said: history and due. They only read, also while the app has the store open.

Each gives the lines to print; none imports Qt or the ORM.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from elephants.safekeeping import NewCommand
from elephants.sessions.deciding.steps import Ending
from elephants.sessions.standing import STATES
from elephants.sessions.text import Refused
from elephants.words import day_words, mark, tr

if TYPE_CHECKING:
    from elephants.store.glance import DueSeen
    from elephants.store.search import Hit

KINDS = {
    "decision": mark("decision"),
    "need": mark("need"),
    "action": mark("action"),
    "item": mark("on the agenda"),
    "point": mark("kept of what was said"),
    "agreement": mark("working agreement"),
    "learned": mark("from a learning session"),
    "brought": mark("brought in"),
}
"""What people call each kind of line that is found."""


def add_commands(command: NewCommand, store_of: Callable[[argparse.Namespace], Path]) -> None:
    """Add both commands; `store_of` gives the store that their words mean, unlocked."""
    looking = command(
        "history", tr("Find what was decided, needed, done and said, the newest first."),
        lambda words: history(store_of(words), words),
    )  # fmt: skip
    looking.add_argument("words", metavar="WORDS", nargs="*", help=tr("all of them; the last may be only begun"))
    looking.add_argument("--space", metavar="NAME", default="", help=tr("only in this space"))
    looking.add_argument("--since", metavar="DAY", default="", help=tr("from this day on, such as 2026-11-24"))
    looking.add_argument("--until", metavar="DAY", default="", help=tr("up to this day"))
    looking.add_argument(
        "--state", default="", help=tr("how the decision stands, one of: {states}", states=", ".join(STATES))
    )
    looking.add_argument("--ending", default="", help=tr("how it ended, one of: {endings}", endings=", ".join(Ending)))
    looking.add_argument("--theme", metavar="NAME", default="", help=tr("only decisions with this theme"))
    looking.add_argument("--open-needs", action="store_true", help=tr("only where a need is not met yet"))
    looking.add_argument("--json", action="store_true", help=tr("for programs"))
    due = command(
        "due", tr("List what is open and due: actions, needs, decisions to look at again."),
        lambda words: what_is_due(store_of(words), words.space, as_json=words.json),
    )  # fmt: skip
    due.add_argument("--space", metavar="NAME", default="", help=tr("only in this space"))
    due.add_argument("--json", action="store_true", help=tr("for programs"))


# -- history -------------------------------------------------------------------------------------------------------


def history(store: Path, words: argparse.Namespace) -> Iterable[str]:
    """List every line that holds the words, the newest first; without words all of them.

    Refuses a day that is none, and a space, a state, an ending or a theme that is not there.
    """
    from elephants.store.search import Asked, find

    since, until = _day(words.since), _day(words.until)
    state = _one_of(words.state, STATES) if words.state else None
    ending = _one_of(words.ending, list(Ending)) if words.ending else None
    if since is not None and until is not None and until < since:
        raise Refused(tr("The last day comes before the first one."))
    with _reading(store) as raw:
        spaces = _spaces(raw)
        space = _space(spaces, words.space)
        themes = _themes(raw, words.theme, space)
        said = " ".join(words.words)
        hits = [
            hit
            for theme in themes
            for hit in find(
                raw, Asked(said, space, since, until, state, ending, words.open_needs, theme), limit=None
            )
        ]  # fmt: skip
    hits = sorted({hit.place: hit for hit in hits}.values(), key=lambda hit: -hit.place)
    if words.json:
        return [json.dumps([_as_row(hit) for hit in hits], indent=2)]
    return [line for hit in hits for line in _told(hit, spaces)] or [tr("Nothing was found.")]


def _as_row(hit: Hit) -> dict[str, Any]:
    return {
        "kind": hit.kind,
        "id": hit.id,
        "session": hit.session_id,
        "date": None if hit.day is None else hit.day.isoformat(),
        "text": hit.text,
    }


def _told(hit: Hit, spaces: dict[int, str]) -> Iterator[str]:
    day = tr("no day yet") if hit.day is None and not hit.brought else tr("no day")
    if hit.day is not None:
        day = day_words(hit.day)
    yield tr("{day}, {space}, {kind}", day=day, space=spaces.get(hit.space_id, ""), kind=tr(KINDS[hit.kind]))
    yield from (f"      {line}" for line in hit.text.splitlines())


def _day(said: str) -> date | None:
    if not said:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise Refused(
            tr('"{words}" is no day. Write it with year, month and day, such as 2026-11-24.', words=said[:40])
        ) from None


def _one_of(said: str, known: Iterable[str]) -> str:
    found = " ".join(said.casefold().replace("-", " ").split())
    if found not in known:
        raise Refused(tr('There is no "{words}" here. Choose one of: {known}.', words=said[:40],
                         known=", ".join(known)))  # fmt: skip
    return found


def _spaces(raw: Any) -> dict[int, str]:
    return dict(raw.execute("SELECT id, name FROM space ORDER BY id").fetchall())


def _space(spaces: dict[int, str], said: str) -> int | None:
    if not said:
        return None
    found = next((id_ for id_, name in spaces.items() if name.casefold() == said.casefold()), None)
    if found is None:
        raise Refused(tr('There is no space called "{name}" in this store.', name=said[:60]))
    return found


def _themes(raw: Any, said: str, space: int | None) -> list[int | None]:
    """Give the themes of this name, one in each space that has it."""
    if not said:
        return [None]
    rows = raw.execute("SELECT id, name FROM theme WHERE ? IN (space_id, 0)", (space or 0,)).fetchall()
    found: list[int | None] = [id_ for id_, name in rows if name.casefold() == said.casefold()]
    if not found:
        raise Refused(tr('There is no theme called "{name}" in this store.', name=said[:60]))
    return found


# -- due ---------------------------------------------------------------------------------------------------------------


def what_is_due(store: Path, space: str, *, as_json: bool) -> Iterable[str]:
    """List of each space what is open or due today, as home does, but all of it; refuses a space that is not there."""
    from elephants.store.glance import due_of

    today = date.today()  # noqa: DTZ011  (a clock on a wall has no zone)
    with _reading(store) as raw:
        spaces = _spaces(raw)
        only = _space(spaces, space)
        due = {id_: due_of(raw, id_, today) for id_ in spaces if only in (None, id_)}
    if as_json:
        rows = [
            {"space": spaces[id_], "kind": one.kind, "text": one.words, "by": f"{one.by}" if one.by else None}
            for id_, some in due.items() for one in some
        ]  # fmt: skip
        return [json.dumps(rows, indent=2)]
    lines = [line for id_, some in due.items() if some for line in (spaces[id_], *map(_due_told, some))]
    return lines or [tr("Nothing is open or due.")]


def _due_told(one: DueSeen) -> str:
    said = {
        "need": tr("Was this need met? {what}", what=one.words),
        "decision": tr("Look again: {what}", what=one.words),
        "action": tr("{who}: {what}", who=one.who or tr("The group"), what=one.words),
    }[one.kind]
    return "      " + (said if one.by is None else tr("{words} (by {day})", words=said, day=day_words(one.by)))


@contextmanager
def _reading(path: Path) -> Iterator[Any]:
    from elephants.store.store import Store

    with closing(Store(path, writing=False)) as store, store.reading() as raw:
        yield raw
