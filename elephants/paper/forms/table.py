"""Writes decisions and actions as CSV, one a row, for groups that keep a table; safe to open in any spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date

from elephants.paper.forms.letters import kept
from elephants.paper.forms.owners import owner
from elephants.sessions.decision import Action, Decision
from elephants.sessions.replacing import past_words
from elephants.sessions.session import Session
from elephants.words import tr

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet take a cell for a formula, in wide letters too."""


def to_csv(decisions: Iterable[Decision], actions: Iterable[Action], *, names: bool = False) -> str:
    """Give the table as text; `names` lets first names in, which are left out unless somebody ticks it (METHOD.md)."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(_columns())
    table.writerows([_safe(cell) for cell in _decision(decision)] for decision in decisions)
    table.writerows([_safe(cell) for cell in _action(action, names=names)] for action in actions)
    return out.getvalue()


def _columns() -> Iterator[str]:
    yield from (tr("kind"), tr("space"), tr("date"), tr("title"), tr("words"), tr("added because some of us need it"))
    yield from (tr("ending"), tr("who"), tr("by"), tr("look again"), tr("what became of it"), tr("agreed by the room"))


def _decision(decision: Decision) -> Iterator[str]:
    yield from (tr("decision"), decision.space.name, decision.session.date.isoformat())
    yield from (decision.title or decision.question, decision.words)
    yield "\n".join(part.words for part in decision.parts() if part.added)
    past = past_words(decision)
    yield from (decision.ending_words(), "", "", "" if past else _day(decision.look_on), past)
    yield _agreed(decision.session)


def _action(action: Action, *, names: bool) -> Iterator[str]:
    about = action.decision.title or action.decision.question if action.decision is not None else ""
    yield from (tr("action"), action.space.name, action.session.date.isoformat(), about, action.text, "", "")
    yield from (owner(action, names=names), _day(action.by), "", _became(action), _agreed(action.session))


def _became(action: Action) -> str:
    return {
        "open": tr("open"), "done": tr("done"), "on its way": tr("on its way"), "stuck": tr("stuck"),
        "let go": tr("we let it go"),
    }.get(action.state, action.state)  # fmt: skip


def _agreed(session: Session) -> str:
    """Say whether the room has agreed the record (METHOD.md, Read-back and papers: until then it is a draft)."""
    return tr("yes") if session.is_agreed() else tr("draft, not yet read back")


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _safe(cell: str) -> str:
    """The same words, which no spreadsheet counts as a formula: an apostrophe before what looks like one."""
    clean = kept(cell)
    return f"'{clean}" if clean.lstrip(" ").startswith(_FORMULA) else clean
