"""Reads a rehearsal file, and says in a sentence, with the line, what is wrong with one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from elephants.rehearsal.cameout import CameOut
from elephants.rehearsal.form import About, Asked, Before, Line, Planned, Promised, SpaceOf, Standing, Unfit, fit
from elephants.rehearsal.verbs import VERBS
from elephants.sessions.base import Refused
from elephants.words import tr

T = TypeVar("T")

LARGEST_FILE = 2_000_000  # bytes: a long day with a thousand lines is a tenth of it
_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\-]+)\s*\]")
_PARTS = ("rehearsal", "space", "before", "session", "next", "line", "came_out")
_LISTS: dict[str, type[Asked] | type[Promised] | type[Standing]] = {
    "item": Asked,
    "action": Promised,
    "decision": Standing,
}


def text_of(path: Path) -> str:
    """Give the text of a file; refuses what cannot be read, is too large, or is no text."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Refused(tr("{file} is too large for a rehearsal.", file=path.name))
        return path.read_bytes().decode("utf-8-sig")
    except (OSError, ValueError) as trouble:
        if isinstance(trouble, UnicodeDecodeError):
            raise Refused(tr("{file} is not a text file in UTF-8.", file=path.name)) from None
        raise Refused(tr("{file} cannot be read. Is it still there?", file=path.name)) from None


class Page:
    """One rehearsal file, its parts, and on which line each of them stands."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self._rows = text.splitlines()
        self._heads = [
            (number, found.group(2), found.group(1) == "[[")
            for number, row in enumerate(self._rows, 1)
            if (found := _HEADER.match(row))
        ]
        self.table = self._read(text)

    def refused(self, line: int, reason: str) -> Refused:
        """Make the refusal: file, line, reason."""
        return Refused(tr("{file}, line {line}: {reason}", file=self.file, line=line, reason=reason))

    def about(self) -> About:
        """Give `[rehearsal]`."""
        return self._part("rehearsal", About)

    def space(self) -> SpaceOf:
        """Give `[space]`."""
        return self._part("space", SpaceOf)

    def session(self) -> Planned:
        """Give `[session]`."""
        return self._part("session", Planned)

    def following(self) -> Planned | None:
        """Give `[next]`, if it is there."""
        return self._part("next", Planned) if "next" in self.table else None

    def before(self) -> Before:
        """Give `[before]`; nothing stood where it is missing. What was done earlier needs the day of it."""
        table = self.table.get("before", {})
        if not isinstance(table, dict):
            raise self.refused(1, tr("the part [before] is missing."))
        given = {key: value for key, value in table.items() if key not in _LISTS}
        for name, form in _LISTS.items():
            given[name] = [
                self._fit(form, row, f"before.{name}", nth) for nth, row in enumerate(self._all(table, name))
            ]
        before = self._fit(Before, given, "before", 0)
        if before.date is None and (before.agreement or before.privacy or before.action or before.decision):
            raise self.refused(self._line("before", 0), tr('"date" is missing: when was the earlier session?'))
        if before.date is not None and not before.here:
            raise self.refused(self._line("before", 0), tr('"here" is missing: how many were there?'))
        for nth, standing in enumerate(before.decision):
            self._asked_what_is_needed(standing, nth)
        return before

    def _asked_what_is_needed(self, standing: Standing, nth: int) -> None:
        """Refuse a decision of which the file does not say what came of ADD: nothing of a record is made up here."""
        if bool(standing.added) == standing.nothing_came:
            raise self.refused(
                self._line("before.decision", nth), tr('say what was "added", or that "nothing_came" is true.')
            )

    def lines(self) -> list[Line]:
        """Give every `[[line]]` in its order; refuses a file without any."""
        rows = self._all(self.table, "line")
        if not rows:
            raise self.refused(1, tr("there is no [[line]] in this rehearsal."))
        return [self._one(row, nth) for nth, row in enumerate(rows)]

    def came_out(self) -> list[tuple[int, CameOut]]:
        """Give every `[[came_out]]`, how the decisions come out, and the line it stands on."""
        rows = self._all(self.table, "came_out")
        return [(self._line("came_out", nth), self._fit(CameOut, row, "came_out", nth)) for nth, row in enumerate(rows)]

    def known(self) -> None:
        """Refuse a part that no rehearsal has."""
        for name in self.table:
            if name not in _PARTS:
                raise self.refused(self._line(name, 0), tr("there is no part [{name}] in a rehearsal.", name=name))

    def _one(self, row: Any, nth: int) -> Line:
        at = self._line("line", nth)
        if not isinstance(row, dict) or not isinstance(row.get("do"), str):
            raise self.refused(at, tr('"do" is missing: what is done here?'))
        verb = VERBS.get(row["do"])
        if verb is None:
            raise self.refused(
                self._line("line", nth, "do"), tr('nobody knows how to do "{verb}".', verb=row["do"][:80])
            )
        hint = row.get("hint", "")
        if not isinstance(hint, str):
            raise self.refused(self._line("line", nth, "hint"), tr('"hint" should be words in quotes.'))
        given = {key: value for key, value in row.items() if key not in ("do", "hint")}
        return Line(at, row["do"], self._words(verb, given, "line", nth, skip=1), hint)

    def _part(self, name: str, form: type[T]) -> T:
        table = self.table.get(name)
        if not isinstance(table, dict):
            raise self.refused(1, tr("the part [{name}] is missing.", name=name))
        return self._fit(form, table, name, 0)

    def _fit(self, form: type[T], given: Any, name: str, nth: int) -> T:
        if not isinstance(given, dict):
            raise self.refused(self._line(name, nth), tr("this is not written as [[{name}]].", name=name))
        return form(**self._words(form, given, name, nth))

    def _words(
        self, form: Callable[..., object], given: dict[str, Any], name: str, nth: int, *, skip: int = 0
    ) -> dict[str, Any]:
        try:
            return fit(form, given, skip=skip)
        except Unfit as unfit:
            raise self.refused(self._line(name, nth, unfit.key), unfit.reason) from None

    def _all(self, table: dict[str, Any], name: str) -> list[Any]:
        rows = table.get(name, [])
        if not isinstance(rows, list):
            raise self.refused(self._line(name, 0), tr("this is written with two brackets: [[{name}]].", name=name))
        return rows

    def _line(self, name: str, nth: int, key: str | None = None) -> int:
        """Say on which line a part begins, or where one of its words stands; 1 where that cannot be told."""
        heads = [
            number for number, head, _ in self._heads if head == name or (head.startswith(f"{name}.") and nth == 0)
        ]
        if nth >= len(heads):
            return 1
        begins = heads[nth]
        if key is not None:
            word = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
            after = [number for number, _, _ in self._heads if number > begins]
            ends = min(after, default=len(self._rows) + 1)
            for number in range(begins, ends):
                if word.match(self._rows[number - 1]):
                    return number
        return begins

    def _read(self, text: str) -> dict[str, Any]:
        try:
            return tomllib.loads(text)
        except RecursionError:
            raise self.refused(1, tr("there are too many brackets inside one another.")) from None
        except ValueError as trouble:  # TOMLDecodeError is one, and so is a number of five thousand digits
            found = re.search(r"at line (\d+)", str(trouble))
            line = int(found.group(1)) if found else max(1, len(self._rows))
            reason = tr("this is not written as a rehearsal is. Look at the quotes, brackets and dates.")
            raise self.refused(line, reason) from None
