"""Plays rehearsals for the tests."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from elephants.desk import Desk
from elephants.places import asset
from elephants.rehearsal import read_rehearsal
from elephants.sessions.session import Session
from elephants.store.store import Store
from tests.store.play import TABLES

HEAD = """[rehearsal]
title = "A short one"
[space]
name = "Friday group"
[session]
date = 2026-11-27
"""
SHORT = f"""{HEAD}
[[line]]
do = "open the session"
here = 7

[[line]]
do = "check in: born here"
text = "Who has the key?"
"""


@dataclass(frozen=True)
class Played:
    """A desk on which a rehearsal was played, and the session it left open."""

    desk: Desk
    session: Session


def shipped(name: str) -> Path:
    return asset("rehearsals", f"{name}.toml")


def play(file: Path, store: Path, *, draw: int = 1, chance: int = 1) -> Played:
    rehearsal = read_rehearsal(file)
    desk = Desk(Store(store), clock=rehearsal.clock, chance=random.Random(chance), draw=random.Random(draw))
    rehearsal.play(desk)
    assert desk.session is not None
    return Played(desk, desk.session)


def dump(store: Store) -> dict[str, list[dict[str, object]]]:
    """Give every row of every table, decrypted; of the search what is found."""
    with store.raw() as raw:
        tables = [row[0] for row in raw.execute(TABLES)]
        return {table: _rows(raw, table) for table in tables}


def _rows(raw: Any, table: str) -> list[dict[str, object]]:
    found = raw.execute(f'SELECT * FROM "{table}" ORDER BY 1')  # noqa: S608  (the name comes from the store)
    names = [column[0] for column in found.description]
    return sorted((dict(zip(names, row, strict=True)) for row in found), key=lambda row: str(row["id"]))


def written(folder: Path, text: str | bytes) -> Path:
    """Write a rehearsal of one's own."""
    file = folder / "mine.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file
