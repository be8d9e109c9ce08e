"""The agreed record: its versions on the chain of the space, and *correct*, the later of two ways to change it.

METHOD.md, Struck means gone: a correction is a new dated version; the old one stays readable in the space's record.
Taking out is in `record_out`.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import object_session

from elephants.sessions.base import Base, Refused, no_way_back
from elephants.sessions.decision import Update
from elephants.sessions.record import striking
from elephants.sessions.record.parts import OWNER, Passage, passages
from elephants.sessions.record.readlines import ReadLine
from elephants.sessions.record.revision import AGREED, CORRECTED, Revision, Version, chain, commit
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.sessions.session import Session
    from elephants.sessions.space import Space


def seal(session: Session, day: date) -> None:
    """Put the record that the room agrees on the chain of its space, whole: its first version."""
    _numbered(session)
    add_version(session, day, AGREED, passages(session))


def add_version(session: Session, day: date, reason: str, changed: Iterable[Passage]) -> None:
    """Put one more version of a record on the chain; it holds what is other than in the versions before."""
    so_far = session.space.versions
    before = so_far[-1].link if so_far else b""
    number = 1 + _versions_of(session)
    version = Version(session=session, number=number, day=day, reason=reason)
    for place, passage in enumerate(changed):
        thing, row, part = passage.key
        line = Revision(place=place, thing=thing, row=row, part=part, words=passage.words, gone=False,
                        salt=secrets.token_bytes(32))  # fmt: skip
        line.commitment = commit(line.text(), line.salt)
        version.lines.append(line)
    version.link = chain(before, version.body())
    so_far.append(version)


@no_way_back
def correct(space: Space, session: Session, line: ReadLine, words: str, today: date) -> None:
    """Say a line of an agreed record in other words: a new version, and the old words stay readable in the record.

    Refuses a record that is not agreed, the same words, and what the read-back refuses.
    """
    agreed_record(space, session)
    before = {one.key: one.words for one in passages(session)}
    striking.change(line, words)
    _numbered(session)
    changed = [one for one in passages(session) if before.get(one.key) != one.words]
    if not changed:
        raise Refused(tr("These are the same words."))
    add_version(session, today, CORRECTED, changed)


def agreed_record(space: Space, session: Session) -> None:
    """Refuse a record that the room has not agreed, and one of another space."""
    if session.space is not space:
        raise Refused(tr("This session belongs to another space."))
    if not session.is_agreed():
        raise Refused(tr("The room has not agreed this record yet. Change it in the read-back."))


def part_of(line: ReadLine) -> Passage | None:
    """Give the passage that a line shows; None for an answer, which is one of our own words."""
    if isinstance(line.thing, Update) and line.part != "words":
        return None
    return Passage(line.thing, OWNER if line.part == "owner" else line.part)


def earlier(session: Session, line: ReadLine) -> list[tuple[Version, Revision]]:
    """Give what stood on a line before, the oldest first, each with its version; what stands there now is left out."""
    passage = part_of(line)
    if passage is None:
        return []
    had = [(version, one) for version in session.versions for one in version.lines if one.key == passage.key]
    return had[:-1]


def words_at(session: Session, number: int) -> dict[tuple[str, int, str], Revision]:
    """Give every passage of a record as a version has it; refuses a version that is not there."""
    if not any(version.number == number for version in session.versions):
        raise Refused(tr("There is no version {number} of this record.", number=number))
    upto = [version for version in session.versions if version.number <= number]
    return {one.key: one for version in upto for one in version.lines}


def _versions_of(session: Session) -> int:
    """Count the versions of a record, also of one that is not open: of those the desk holds none but the newest."""
    db = object_session(session)
    held = sum(one.session is session for one in session.space.versions)
    query = select(func.max(Version.number)).where(Version.session_id == session.id)
    return max(held, (db.scalar(query) or 0) if db is not None else 0)


def _numbered(thing: Base) -> None:
    """Give new rows their ids now: a passage is known by the row it stands in."""
    db = object_session(thing)
    if db is not None:
        db.flush()
