"""Finds what was said, newest first, while somebody types; and keeps the index true to the tables.

Whatever changes a row by whatever way (a deed, undo, taking out, forgetting, bringing in), a trigger writes it into
`to_find`, and `settle` brings the index up to it in the same transaction: what is kept is found, what goes is gone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from elephants.store.folding import fold
from elephants.store.marking import Marked, Marks
from elephants.store.searched import DUE, SEARCHED, day_of, first_of, kind_and_row, lines_of, place_of


@dataclass(frozen=True, repr=False)
class Asked:
    """What somebody looks for: words, and what else must be so; nothing at all is everything.

    `state` (see `sessions/standing.py`), `ending`, `open_needs` and `theme` (its id) are of decisions; the needs and
    the actions of a decision stand and end as it does. `today` is the day by which it is to be looked at again.
    """

    words: str = ""
    space_id: int | None = None
    since: date | None = None
    until: date | None = None
    state: str | None = None
    ending: str | None = None
    open_needs: bool = False
    theme: int | None = None
    today: date = field(default_factory=date.today)


@dataclass(slots=True, repr=False)
class Hit:
    """One line that was found; `marks` are the places in `text` of the words that were looked for.

    `place` is where it stands among all lines: the next page is what comes before it. `session_id` and `day` are None
    for what has none: what was brought in, or waits for its session.
    """

    kind: str
    id: int
    space_id: int
    session_id: int | None
    day: date | None
    text: str
    marks: Marks
    brought: bool
    place: int


# -- finding ---------------------------------------------------------------------------------------------------------


def find(raw: Any, asked: Asked, limit: int | None = 50, before: int | None = None) -> list[Hit]:
    """Give the newest lines that hold every word, the last of them perhaps only begun; none where nothing can match.

    `limit` None gives all; `before` is the place of the last hit of the page before.
    """
    words = _phrases(asked.words)
    if asked.words.strip() and not words:
        return []
    marked = Marked(words)
    return [
        _hit(place, space, session, text, marked.in_text(text, folded))
        for place, space, session, text, folded in raw.execute(*_query(asked, words, limit, before))
    ]


def _hit(place: int, space: int, session: int | None, text: str, marks: Marks) -> Hit:
    kind, row = kind_and_row(place)
    return Hit(kind, row, space, session, day_of(place), text, marks, kind == "brought", place)


def _phrases(words: str) -> list[str]:
    """Fold what was typed: a phrase of folded words for each piece between blanks, each once, the last kept last."""
    phrases = [" ".join(folded.split()) for folded in map(fold, words.split())]
    kept = [phrase for phrase in phrases if phrase]
    return [*dict.fromkeys(one for one in kept[:-1] if one != kept[-1]), kept[-1]] if kept else []


def _query(asked: Asked, words: list[str], limit: int | None, before: int | None) -> tuple[str, list[object]]:
    """Give the query for the lines of what is asked; a day is a range of places, all else is in the index."""
    wheres: list[tuple[str, object]] = []
    match = _match(words, _tags(asked))
    if match:
        wheres.append(("found_words MATCH ?", match))
    if asked.since is not None:
        wheres.append(("place >= ?", first_of(asked.since)))
    if asked.until is not None and asked.until < date.max:
        wheres.append(("place < ?", first_of(asked.until + timedelta(days=1))))
    if before is not None:
        wheres.append(("place < ?", before))
    if asked.state == "look again":
        wheres.append((f"{DUE} <= ?", f"{asked.today}"))
    if asked.state == "standing":
        wheres.append((f"coalesce({DUE}, '{date.max}') > ?", f"{asked.today}"))
    source, place = (_INDEXED, "found_words.rowid") if match else ("found", "found.id")
    where = " AND ".join(said for said, _ in wheres).replace("place", place) or "1"
    query = f"SELECT {_LINE} FROM {source} WHERE {where} ORDER BY {place} DESC LIMIT ?"  # noqa: S608
    return query, [*(value for _, value in wheres), -1 if limit is None else limit]


def _tags(asked: Asked) -> list[str]:
    tags = []
    if asked.space_id is not None:
        tags.append(f"s{asked.space_id}")
    if asked.state is not None:
        tags += ["dstanding", "look"] if asked.state == "look again" else [f"d{asked.state.replace(' ', '')}"]
    if asked.ending is not None:
        tags.append(f"e{asked.ending.replace(' ', '')}")
    if asked.open_needs:
        tags.append("needs")
    if asked.theme is not None:
        tags.append(f"t{asked.theme}")
    return [tag for tag in tags if tag.isalnum()]


def _match(words: list[str], tags: list[str]) -> str:
    """Say it to the index: every word quoted, so that none of it is a command, and a star on the last alone."""
    said = [f'"{word}"' for word in words]
    if said:
        said[-1] += " *"
    parts = [f"folded : ({' AND '.join(said)})"] if said else []
    return " AND ".join((*parts, *(f'tags : "{tag}"' for tag in tags)))


_LINE = "found.id, found.space_id, found.session_id, found.text, found.folded"
_INDEXED = "found_words CROSS JOIN found ON found.id = found_words.rowid"

# -- keeping the index true -------------------------------------------------------------------------------------------


def settle(raw: Any) -> None:
    """Bring the index up to what came, changed or went; called just before a commit, in the same transaction."""
    kinds = [row[0] for row in raw.execute("SELECT DISTINCT kind FROM to_find").fetchall()]
    if not kinds:
        return
    now = {}
    for kind in kinds:
        for line, day, tags in lines_of(raw, kind):
            place = place_of(kind, line.row, day)
            said = day_of(place)
            where = (line.row, line.space_id, line.session_id, None if said is None else f"{said}")
            now[place] = (place, kind, *where, line.text, fold(line.text), tags)
    before = {row[0]: row for row in raw.execute(_THERE)}
    went = [row for place, row in before.items() if now.get(place) != row]
    came = [row for place, row in now.items() if before.get(place) != row]
    raw.executemany(_UNINDEX, [(row[0], *row[7:]) for row in went])
    raw.executemany("DELETE FROM found WHERE id = ?", [(row[0],) for row in went])
    raw.executemany(_KEEP, came)
    raw.executemany(_INDEX, [(row[0], *row[7:]) for row in came])
    raw.execute("DELETE FROM to_find")


def index_anew(raw: Any) -> None:
    """Make the whole index again from what is in the tables; within a transaction."""
    raw.execute("DELETE FROM found")
    raw.execute("INSERT INTO found_words (found_words) VALUES ('delete-all')")
    for kind, searched in SEARCHED.items():
        raw.execute(f"INSERT OR IGNORE INTO to_find SELECT ?, id FROM {searched.table}", (kind,))  # noqa: S608
    settle(raw)


_THERE = """SELECT id, kind, row, space_id, session_id, day, text, folded, tags FROM to_find
    CROSS JOIN found USING (kind, row)"""
_UNINDEX = "INSERT INTO found_words (found_words, rowid, folded, tags) VALUES ('delete', ?, ?, ?)"
_KEEP = """INSERT INTO found (id, kind, row, space_id, session_id, day, text, folded, tags)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_INDEX = "INSERT INTO found_words (rowid, folded, tags) VALUES (?, ?, ?)"
