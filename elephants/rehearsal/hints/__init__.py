"""Says a line of a rehearsal in words: what happens in the room, and by which key or click it is kept.

The words of the line itself come from the file, so nothing is written twice.
"""

from __future__ import annotations

import inspect
from datetime import date
from typing import Any, NamedTuple

from elephants.rehearsal.form import Line
from elephants.rehearsal.hints import choosing, circle, learning, paper, talk
from elephants.rehearsal.hints.hint import Hint
from elephants.rehearsal.verbs import VERBS
from elephants.words import day_words, tr

HINTS: dict[str, Hint] = {**circle.HINTS, **talk.HINTS, **choosing.HINTS, **learning.HINTS, **paper.HINTS}


class Said(NamedTuple):
    """A line in words: what the room `says`, and `by` what it is kept."""

    says: str
    by: str


def said(line: Line) -> Said:
    """Say one line in words; what the file adds as its own hint comes last."""
    hint = HINTS.get(line.do) or Hint(line.do, "")
    words = {name: _words(hint, name, value) for name, value in _all_words(line).items()}
    more = [tr(sentence).format(**words) for name, sentence in hint.more.items() if line.words.get(name)]
    by = [tr(hint.by).format(**words), *more, line.hint]
    return Said(tr(hint.says).format(**words), " ".join(part for part in by if part))


def _all_words(line: Line) -> dict[str, Any]:
    """Give every word of the line, also those that the file leaves as they usually are."""
    asked = inspect.signature(VERBS[line.do]).parameters.values()
    usual = {one.name: one.default for one in asked if one.default is not inspect.Parameter.empty}
    return {**usual, **line.words}


def _words(hint: Hint, name: str, value: Any) -> str:
    if isinstance(value, date):
        return day_words(value)
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    chosen = hint.choices.get(name, {}).get(value) if isinstance(value, str) else None
    return tr(chosen) if chosen is not None else str(value)
