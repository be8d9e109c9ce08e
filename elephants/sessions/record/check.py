"""Whether the record of a space is still what its rooms agreed: the chain, each commitment, and what stands there now.

It finds what was changed past the app. Whoever owns the file can make the whole chain anew; that is why papers carry
a check code (METHOD.md, Read-back and papers).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import object_session, selectinload

from elephants.sessions.record.parts import passages
from elephants.sessions.record.record import words_at
from elephants.sessions.record.revision import FORGOTTEN, LET_GO, Version, chain
from elephants.sessions.session import Session
from elephants.sessions.space import Home, Space


@dataclass(frozen=True, repr=False)
class Proof:
    """What one version shows of itself: its place in the chain, what its link covers, whether its words fit."""

    id: int
    link: bytes
    body: bytes
    whole: bool


def proofs(session: Session) -> list[Proof]:
    """Take the proofs of all versions of a record; the session is open, and all of it is read."""
    return [_proof(version, session.versions) for version in session.versions]


def proofs_of_forgotten(space: Space) -> list[Proof]:
    """Take the proofs of the versions whose session was forgotten: nothing may be left of them but commitments."""
    db = object_session(space)
    query = select(Version).where(Version.space_id == space.id, Version.session_id.is_(None)).order_by(Version.id)
    versions = db.scalars(query.options(selectinload(Version.lines))).all() if db is not None else ()
    last = max((one.id for one in versions if one.reason == FORGOTTEN), default=0)
    return [
        Proof(one.id, one.link, one.body(), one.id <= last and all(line.gone and line.holds() for line in one.lines))
        for one in versions
    ]


def every_version(home: Home) -> list[Version]:
    """Give every version of every record, in the order of the chains; those of forgotten sessions too."""
    db = object_session(home)
    return [] if db is None else list(db.scalars(select(Version).order_by(Version.id)))


def holds(taken: Iterable[Proof]) -> bool:
    """Tell whether the proofs of all versions of one space are whole and hang on one another."""
    before = b""
    for proof in sorted(taken, key=lambda one: one.id):
        if not proof.whole or proof.link != chain(before, proof.body):
            return False
        before = proof.link
    return True


def stands(session: Session) -> bool:
    """Tell whether what stands in an agreed record now is what its newest version says, no line more and none less.

    The limit of privacy is looked at while it is this session's; a later one may have worded it anew.
    """
    if not session.versions:
        return not session.is_agreed()
    newest = words_at(session, session.versions[-1].number)
    now = {passage.key: passage.words for passage in passages(session)}
    agreed = {key: line.words for key, line in newest.items() if line.words and (key[0] != "space" or key in now)}
    return now == agreed and session.is_agreed()


def _proof(version: Version, versions: list[Version]) -> Proof:
    taken_out = {
        line.key for one in versions if one.reason in LET_GO and one.number > version.number for line in one.lines
    }
    whole = all(line.holds() and (not line.gone or line.key in taken_out) for line in version.lines)
    return Proof(version.id, version.link, version.body(), whole)
