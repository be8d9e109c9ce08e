"""Gives a grown store what forgetting looks for: names on actions and in lines, views, points, agreed records."""

from __future__ import annotations

import secrets
from typing import Any

from benchmarks._growing import Talk
from elephants.store.search import settle
from elephants.store.store import Store

NAME = "Annbritt"
"""A name that no other line holds."""
IN_LINES = 40
"""In how many lines it stands, whatever the size."""

_REVISIONS = (
    ("session", "facts", "'{\"place\": \"The hall\", \"here\": 9}'", "session", "session.id"),
    ("agenda_item", "title", "t.title", "agenda_item AS t", "t.session_id"),
    ("decision", "title", "t.title", "decision AS t", "t.session_id"),
    ("decision", "question", "t.question", "decision AS t", "t.session_id"),
    ("decision", "words", "t.words", "decision AS t", "t.session_id"),
    ("need", "text", "t.text", "need AS t JOIN decision ON decision.id = t.decision_id", "decision.session_id"),
    ("need", "sentence", "t.sentence", "need AS t JOIN decision ON decision.id = t.decision_id", "decision.session_id"),
    ("action", "text", "t.text", "action AS t", "t.session_id"),
    ("action", "owner", "coalesce(person.name, t.who)", "action AS t LEFT JOIN person ON person.id = t.person_id",
     "t.session_id"),
    ("view", "text", "t.text", "view AS t JOIN decision ON decision.id = t.decision_id", "decision.session_id"),
)  # fmt: skip


def agree(store: Store, *, seed: int = 2) -> None:
    """Fill in what `_growing` leaves out; each session has one agreed version with a line for each passage."""
    talk = Talk(seed)
    with store.raw() as raw:
        raw.isolation_level = None
        raw.create_function("salt", 0, lambda: secrets.token_bytes(32))
        raw.execute("BEGIN IMMEDIATE")
        _names(raw)
        _lines(raw, talk)
        _versions(raw)
        settle(raw)
        raw.execute("COMMIT")


def _names(raw: Any) -> None:
    spaces = [row[0] for row in raw.execute("SELECT id FROM space").fetchall()]
    for space in spaces:
        raw.execute("INSERT INTO person (id, space_id, name) VALUES (?, ?, ?)", (space, space, NAME))
    raw.execute("UPDATE action SET person_id = space_id, who = '' WHERE id % 50 = 1")
    last = raw.execute("SELECT max(id) FROM action").fetchone()[0]
    every = max(1, last // IN_LINES)
    raw.execute(f"UPDATE action SET text = text || ' Ask {NAME} first.' WHERE id % ? = 0", (every,))  # noqa: S608
    raw.execute("UPDATE session SET here = 9, most_here = 11")
    raw.execute("UPDATE space SET keep_longer = 0")


def _lines(raw: Any, talk: Talk) -> None:
    for decision in [row[0] for row in raw.execute("SELECT id FROM decision").fetchall()]:
        for place in range(2):
            raw.execute(
                "INSERT INTO view (decision_id, place, text, away, shared) VALUES (?, ?, ?, 0, 0)",
                (decision, place, talk.say(9)),
            )
        raw.execute("INSERT INTO point (item_id, place, text) VALUES (?, 0, ?)", (decision, talk.say(8)))


def _versions(raw: Any) -> None:
    raw.execute(
        """INSERT INTO version (space_id, session_id, number, day, reason, link)
        SELECT space_id, id, 1, date, 'agreed', salt() FROM session ORDER BY id"""
    )
    for thing, part, words, source, session in _REVISIONS:
        row = "session.id" if thing == "session" else "t.id"
        raw.execute(
            f"""INSERT INTO revision (version_id, place, thing, row, part, words, gone, salt, commitment)
            SELECT version.id, {row}, '{thing}', {row}, '{part}', {words}, 0, salt(), salt()
            FROM {source} JOIN version ON version.session_id = {session}"""  # noqa: S608
        )
