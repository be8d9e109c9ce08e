"""Grows a store to any size by plain SQL: spaces that met for ten years, and what they decided.

For the benchmarks of search and growth, and for whoever wants to see a large store: `python -m benchmarks._growing
100000 FILE`. A decision has about 60 words from a vocabulary in which, as in any language, a few words are common
and most are rare; half of the decisions have a need, and each has an action. No line names a person.
"""

from __future__ import annotations

import random
import sys
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from elephants.store.search import settle
from elephants.store.store import Store

SPACES = 8
IN_A_SESSION = 10
"""How many decisions one session has come to; a space of 100,000 decisions among eight has 1,250 sessions."""
NEWEST = date(2026, 11, 20)
_MEANT = ("hall", "kettle", "warm", "meet", "lift", "bus", "evening", "quiet", "kitchen", "straße", "bread", "key")
_VOCABULARY = 6_000
_CHUNK = 1_000
ENDINGS = ("all", "most", "go ahead", "not decided", "already decided")


class Talk:
    """Draws words as people use them: the common ones often, the rare ones seldom."""

    def __init__(self, seed: int = 1) -> None:
        self.chance = random.Random(seed)
        self.words = _vocabulary(self.chance)
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))

    def say(self, count: int) -> str:
        """Say so many words, as one sentence."""
        said = " ".join(self.chance.choices(self.words, cum_weights=self._weights, k=count))
        return f"{said[:1].upper()}{said[1:]}."

    def uid(self) -> str:
        """Give an id as the store writes it."""
        return f"{self.chance.getrandbits(128):032x}"


def _vocabulary(chance: random.Random) -> list[str]:
    parts = [begin + middle for begin in "bcdfghklmnprstvw" for middle in ("a", "e", "i", "o", "u", "ea", "oo")]
    made = dict.fromkeys("".join(chance.choices(parts, k=chance.choice((1, 2, 2, 3)))) for _ in range(2 * _VOCABULARY))
    words = list(made)[:_VOCABULARY]
    for at, word in enumerate(_MEANT):
        words[at * at * 3] = word
    return words


class Rows:
    """Writes rows of a table by the names of their columns; a column that must be filled and is not named is empty."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self._said: dict[tuple[str, tuple[str, ...]], str] = {}

    def add(self, table: str, **row: object) -> None:
        """Write one row."""
        key = (table, tuple(row))
        if key not in self._said:
            self._said[key] = self._sentence(table, tuple(row))
        self._raw.execute(self._said[key], tuple(row.values()))

    def _sentence(self, table: str, named: tuple[str, ...]) -> str:
        info = self._raw.execute(f"PRAGMA table_info({table})").fetchall()
        empty = [name for _, name, _, must, _, key in info if must and not key and name not in named]
        columns = ", ".join(f'"{name}"' for name in (*named, *empty))
        values = ", ".join((*("?" * len(named)), *("''" for _ in empty)))
        return f"INSERT INTO {table} ({columns}) VALUES ({values})"  # noqa: S608


def grow(store: Store, decisions: int, *, seed: int = 1, spaces: int = SPACES) -> None:
    """Fill an empty store with so many decisions, the oldest first, each thousand in one transaction."""
    talk = Talk(seed)
    with store.raw() as raw:
        raw.isolation_level = None
        rows = Rows(raw)
        raw.execute("BEGIN IMMEDIATE")
        for space in range(1, spaces + 1):
            rows.add("space", id=space, home_id=1, name=f"Space {space}", uid=talk.uid())
        for first in range(1, decisions + 1, _CHUNK):
            for number in range(first, min(first + _CHUNK, decisions + 1)):
                _one(rows, talk, number, decisions, spaces)
            settle(raw)
            raw.execute("COMMIT")
            raw.execute("BEGIN IMMEDIATE")
        raw.execute("COMMIT")


def _one(rows: Rows, talk: Talk, number: int, decisions: int, spaces: int) -> None:
    """Write one decision with its item, perhaps a need, and an action; the first of a session begins it."""
    session = (number - 1) // IN_A_SESSION + 1
    sessions = (decisions - 1) // IN_A_SESSION + 1
    ago = (sessions - session) // spaces
    day = NEWEST - timedelta(days=ago * max(1, min(7, 3650 * spaces // sessions)))
    where = {"space_id": (session - 1) % spaces + 1, "session_id": session}
    if (number - 1) % IN_A_SESSION == 0:
        rows.add(
            "session", id=session, space_id=where["space_id"], template="working", date=f"{day}",
            starts="18:00:00.000000", minutes=90, state="agreed", uid=talk.uid(),
        )  # fmt: skip
    title = talk.say(3)
    rows.add(
        "agenda_item", id=number, **where, place=number % IN_A_SESSION, title=title, purpose="decide",
        openness="wide", minutes=10, closed="decided", uid=talk.uid(),
    )  # fmt: skip
    _decided(rows, talk, number, where, title, day)
    needed = number if number % 2 == 0 else None
    if needed:
        met = (None, "met", "partly", "not met")[number // 2 % 4]
        rows.add(
            "need", id=number, decision_id=number, place=0, text=talk.say(6), answer="added", sentence=talk.say(6),
            met=met, uid=talk.uid(),
        )  # fmt: skip
    rows.add(
        "action", id=number, **where, decision_id=number, need_id=needed, text=talk.say(7), who="two of us",
        by=f"{day + timedelta(days=14)}", state="open" if number % 500 == 0 else "done", uid=talk.uid(),
    )  # fmt: skip


def _decided(rows: Rows, talk: Talk, number: int, where: dict[str, int], title: str, day: date) -> None:
    ending = ENDINGS[number % 5]
    standing = ("standing", "standing", "ended", "agenda")[number % 4]
    rows.add(
        "decision", id=number, **where, item_id=number, question=talk.say(8), openness="wide", short=0, splits=0,
        form="words", carried=1, chosen=title, title=title, words=talk.say(49), nothing_came=number % 2,
        ending=ending, next_step=talk.say(5) if ending == "not decided" else "",
        look_again=f"{day + timedelta(days=90)}" if ending == "go ahead" else None, print_no=0,
        standing="open" if ending == "not decided" else standing, uid=talk.uid(),
    )  # fmt: skip


def main(decisions: int, file: Path) -> int:
    """Make a large store where there is none."""
    store = Store(file)
    try:
        grow(store, decisions)
    finally:
        store.close()
    print(f"{decisions} decisions in {file}")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), Path(sys.argv[2])))
