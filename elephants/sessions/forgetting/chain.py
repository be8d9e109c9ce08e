"""Lets words go from agreed records for good, in a way that the chain of the space still holds.

As in taking out: the words and their salts go, the commitments stay and tell nothing without the salts. A new version
says what stands there now; a passage that is gone has no words in it (METHOD.md, Struck means gone).
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from elephants.sessions.forgetting.kept_words import tables
from elephants.sessions.record.revision import FORGOTTEN, body_of, chain, commit, text_of

Key = tuple[str, int, str]
"""A passage: the table, the row and the part of it."""

_SALT = 32


def let_go(db: Connection, day: date, now: Mapping[Key, str], went: Callable[[str], bool] | None = None) -> None:
    """Let passages go from every version that has them, and seal in each record touched what stands there `now`.

    "" stands for a passage that is no more. `went` tells which words go; without it all that stood there.
    """
    touched: dict[tuple[int, int], set[Key]] = {}
    lost: list[int] = []
    for row in lines_of(db, {table for table, _, _ in now}):
        key = (row.thing, row.row, row.part)
        if key in now and (went is None or went(row.words)):
            lost.append(row.id)
            touched.setdefault((row.space_id, row.session_id), set()).add(key)
    _blank(db, lost)
    for (space_id, session_id), keys in touched.items():
        _seal(db, space_id, session_id, day, [(key, now[key]) for key in sorted(keys)])


def let_all_go(db: Connection, space_id: int, session_id: int, day: date) -> None:
    """Let every word of a record go, and what its versions belonged to; nothing where there was none.

    What is left is a day and commitments, so that later links hold, and one more link that says: forgotten.
    """
    version, revision = tables()["version"], tables()["revision"]
    versions = db.scalars(select(version.c.id).where(version.c.session_id == session_id)).all()
    if not versions:
        return
    gone = {"words": "", "salt": b"", "gone": True, "thing": "", "row": 0, "part": ""}
    db.execute(update(revision).where(revision.c.version_id.in_(versions)).values(gone))
    db.execute(update(version).where(version.c.id.in_(versions)).values(session_id=None))
    _seal(db, space_id, None, day, [])


def lines_of(db: Connection, things: Iterable[str], only: Iterable[int] | None = None) -> Iterable[Row[Any]]:
    """Give each passage of these tables that is still there, in all versions of all records; or `only` some by id."""
    version, revision = tables()["version"], tables()["revision"]
    query = (
        select(revision.c.id, revision.c.thing, revision.c.row, revision.c.part, revision.c.words,
               version.c.session_id, version.c.space_id)
        .join(version, revision.c.version_id == version.c.id)
        .where(revision.c.gone.is_(False), version.c.session_id.is_not(None), revision.c.thing.in_(list(things)))
    )  # fmt: skip
    return db.execute(query if only is None else query.where(revision.c.id.in_(list(only))))


def _blank(db: Connection, lost: list[int]) -> None:
    revision = tables()["revision"]
    if lost:
        blank = update(revision).where(revision.c.id == bindparam("lost")).values(words="", salt=b"", gone=True)
        db.execute(blank, [{"lost": one} for one in lost])


def _seal(db: Connection, space_id: int, session_id: int | None, day: date, now: list[tuple[Key, str]]) -> None:
    """Put one more version on the chain of a space, with what stands now."""
    table = tables()["version"]
    before = db.scalar(select(table.c.link).where(table.c.space_id == space_id).order_by(table.c.id.desc()).limit(1))
    of_it = select(func.max(table.c.number)).where(table.c.session_id == session_id)
    number = 1 + ((db.scalar(of_it) or 0) if session_id is not None else 0)
    rows = [_line(place, key, words) for place, (key, words) in enumerate(now)]
    body = body_of(number, day, FORGOTTEN, (row["commitment"] for row in rows))
    made = insert(table).values(space_id=space_id, session_id=session_id, number=number, day=day, reason=FORGOTTEN,
                                link=chain(before or b"", body))  # fmt: skip
    kept = db.execute(made.returning(table.c.id)).scalar_one()
    if rows:
        db.execute(insert(tables()["revision"]), [{"version_id": kept, **row} for row in rows])


def _line(place: int, key: Key, words: str) -> dict[str, Any]:
    """Give a row of a version: no live object, for there may be very many and nobody looks at them."""
    (thing, row, part), salt = key, secrets.token_bytes(_SALT)
    return {
        "place": place, "thing": thing, "row": row, "part": part, "words": words, "gone": False, "salt": salt,
        "commitment": commit(text_of(place, thing, part, words), salt),
    }  # fmt: skip
