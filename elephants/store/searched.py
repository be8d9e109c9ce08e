"""What can be searched, one entry a kind: where its lines stand, and the words, the day and the tags of each.

Plain SQL over the raw connection, as home's glance: neither a worker nor the command line loads the ORM for it. The
triggers that watch these tables are in the schema (`upgrades/step_1_finding.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

_DAY, _KIND = 32, 28
"""From which bit of a place the day counts, and the kind; the row has the bits below."""

NEVER, LONG_AGO = date.max, date.min
"""The days of what has none: an item that waits for its session comes first, an old paper without a day last."""

_OPEN = "answer IN ('added', 'changed') AND coalesce(met, '') NOT IN ('met', 'no longer needed')"
_STANDS = "iif(decision.ending IS NULL AND decision.standing = 'standing', 'open', decision.standing)"
_LOOK_ON = "coalesce(decision.next_look, decision.look_again)"
_TAGS = f"""'s' || decision.space_id || ' d' || replace({_STANDS}, ' ', '')
    || coalesce(' e' || replace(decision.ending, ' ', ''), '') || iif({_LOOK_ON} IS NULL, '', ' look')
    || coalesce((SELECT group_concat(' t' || theme_id, '' ORDER BY theme_id) FROM decision_theme
    WHERE decision_id = decision.id), '')"""  # noqa: S608
"""What else can be asked of a decision, and of its needs and actions with it, as words of the index: its space, how it
stands and ended, whether there is a day to look at it again, its themes."""


@dataclass(frozen=True)
class Searched:
    """One kind of line: its table, its words and tags as SQL, and the table `of` that says its space and session.

    `joined` leads from its table to that one, `dated` from there to the day.
    """

    number: int
    table: str
    of: str
    joined: str = ""
    dated: str = ""
    words: str = "text"
    tags: str = ""
    session: str = "{0}.session_id"
    day: str = "session.date"

    def lines(self) -> str:
        """Give the query for all of the rows that are to be indexed: id, space, session, words, day, tags."""
        space = f"{self.of}.space_id"
        columns = f"{self.table}.id, {space}, {self.session.format(self.of)}, {self.words}, {self.day}"
        source = f"{self.table} {self.joined} {self.dated.format(self.of)}"
        tags, ids = self.tags or f"'s' || {space}", "SELECT row FROM to_find WHERE kind = ?"
        return f"SELECT {columns}, {tags} FROM {source} WHERE {self.table}.id IN ({ids})"  # noqa: S608


class Line(NamedTuple):
    """One line as it stands in the tables now."""

    row: int
    space_id: int
    session_id: int | None
    text: str

    def __repr__(self) -> str:
        return "<Line>"  # words of the room must not reach a log through a repr


_SESSION = "JOIN session ON session.id = {0}.session_id"
_DECISION = """concat_ws(char(10), nullif(nullif(title, ''), question), question, nullif(concat_ws(' ',
    nullif(words, ''), (SELECT group_concat(sentence, ' ' ORDER BY place) FROM need
    WHERE decision_id = decision.id AND answer IN ('added', 'changed') AND sentence != '')), ''),
    nullif(next_step, ''))"""
"""A remaining no is none of the words of a decision: it stands on its page, as what it is, and is not looked for."""

_HAS_OPEN = f"EXISTS (SELECT 1 FROM need WHERE decision_id = decision.id AND {_OPEN})"  # noqa: S608

_WHEN = f"coalesce(session.date, '{NEVER}')"

SEARCHED = {
    "decision": Searched(
        15, "decision", "decision", dated=_SESSION, words=_DECISION,
        tags=f"{_TAGS} || iif({_HAS_OPEN}, ' needs', '')",
    ),
    "need": Searched(
        14, "need", "decision", "JOIN decision ON decision.id = need.decision_id", _SESSION,
        words="""concat_ws(char(10), text, nullif(nullif(need.words, ''), text),
            nullif(nullif(nullif(sentence, ''), text), need.words))""",
        tags=f"{_TAGS} || iif({_OPEN}, ' needs', '')",
    ),
    "action": Searched(
        13, "action", "action", dated=f"{_SESSION} LEFT JOIN decision ON decision.id = action.decision_id",
        tags=f"coalesce({_TAGS}, 's' || action.space_id)",
    ),
    "agreement": Searched(
        12, "agreement_line", "agreement_line", day="since",
        session="(SELECT min(id) FROM session WHERE space_id = {0}.space_id AND date = since)",
    ),
    "item": Searched(
        11, "agenda_item", "agenda_item", dated=f"LEFT {_SESSION}", words="agenda_item.title", day=_WHEN,
    ),
    "point": Searched(
        10, "point", "agenda_item", "JOIN agenda_item ON agenda_item.id = point.item_id", f"LEFT {_SESSION}", day=_WHEN,
    ),
    "learned": Searched(
        9, "learned", "session", "JOIN session ON session.id = learned.session_id", session="{0}.id",
    ),
    "brought": Searched(
        1, "brought_paragraph", "brought", "JOIN brought ON brought.id = brought_paragraph.brought_id",
        session="NULL", day=f"coalesce(brought.date, '{LONG_AGO}')",
    ),
}  # fmt: skip
"""Every kind of line; of one day a greater number comes first."""

_BY_NUMBER = {searched.number: kind for kind, searched in SEARCHED.items()}


def place_of(kind: str, row: int, day: date) -> int:
    """Give the place of a line among all: the newest day is greatest, and of a day what was decided.

    It is worked out from the row, never counted: no place tells what was written down before what (STORE.md, Ids).
    """
    return first_of(day) | SEARCHED[kind].number << _KIND | row


def first_of(day: date) -> int:
    """Give the place before all lines of a day."""
    return day.toordinal() << _DAY


def kind_and_row(place: int) -> tuple[str, int]:
    """Say of which kind and row the line at a place is."""
    return _BY_NUMBER[place >> _KIND & 15], place & (1 << _KIND) - 1


def day_of(place: int) -> date | None:
    """Say of which day the line at a place is; None for what has no day."""
    day = date.fromordinal(place >> _DAY)
    return None if day in (NEVER, LONG_AGO) else day


DUE = f"""(SELECT {_LOOK_ON} FROM decision WHERE decision.id = CASE place >> {_KIND} & 15
    WHEN {SEARCHED["decision"].number} THEN place & {(1 << _KIND) - 1}
    WHEN {SEARCHED["need"].number} THEN (SELECT decision_id FROM need WHERE id = place & {(1 << _KIND) - 1})
    ELSE (SELECT decision_id FROM action WHERE id = place & {(1 << _KIND) - 1}) END)"""  # noqa: S608
"""The day to look again at the decision that the line at `place` belongs to, as SQL."""


def lines_of(raw: Any, kind: str) -> Iterator[tuple[Line, date, str]]:
    """Read the rows of a kind that are to be indexed as they stand now, each with its day and its tags."""
    for *row, day, tags in raw.execute(_LINES[kind], (kind,)):
        yield Line(*row), date.fromisoformat(day), tags


_LINES = {kind: searched.lines() for kind, searched in SEARCHED.items()}
