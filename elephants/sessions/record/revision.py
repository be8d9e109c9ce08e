"""A record as it was agreed, version by version, on one chain for each space (METHOD.md, Struck means gone).

The chain begins when a room agrees its first record. It runs over salted commitments, so it holds when words are taken
out; a changed word is found. Whoever owns the file can make a chain anew: papers carry the start of its head.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date as Day
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elephants.sessions.base import Base

if TYPE_CHECKING:
    from elephants.sessions.session import Session
    from elephants.sessions.space import Space

AGREED, CORRECTED, TAKEN_OUT, FORGOTTEN = "agreed", "corrected", "taken out", "forgotten"
"""What can make a version of a record."""

LET_GO = (TAKEN_OUT, FORGOTTEN)
"""What lets words go from the versions before."""

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Base32 as Crockford writes it: no I, L, O or U, which look or sound like others."""


class Version(Base):
    """A record as it stood from a day on: version 1 is what the room agreed; its link covers all before it.

    The versions of a session that was forgotten have no session any more, and no words: only their place on the chain.
    """

    __tablename__ = "version"

    space_id: Mapped[int] = mapped_column(ForeignKey("space.id"), index=True)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("session.id"), index=True)
    number: Mapped[int]
    day: Mapped[Day]
    reason: Mapped[str]
    link: Mapped[bytes]

    space: Mapped[Space] = relationship(back_populates="versions", lazy="raise_on_sql")
    session: Mapped[Session | None] = relationship(back_populates="versions", lazy="raise_on_sql")
    lines: Mapped[list[Revision]] = relationship(
        back_populates="version", order_by="Revision.place", cascade="all, delete-orphan", lazy="raise_on_sql"
    )

    @property
    def code(self) -> str:
        """The short check code of papers: the start of the chain's head, in two groups that are easy to read aloud."""
        start = int.from_bytes(self.link[:5], "big")
        signs = "".join(LETTERS[start >> shift & 31] for shift in range(35, -1, -5))
        return f"{signs[:4]} {signs[4:]}"

    def body(self) -> bytes:
        """Give what the link covers beside the chain before: which version this is, and each commitment."""
        return body_of(self.number, self.day, self.reason, (line.commitment for line in self.lines))


class Revision(Base):
    """One passage of a record as a version has it: words of the room, or the facts beside them.

    `thing`, `row` and `part` say where it stands; a passage that was taken out has neither words nor salt any more.
    """

    __tablename__ = "revision"

    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"), index=True)
    place: Mapped[int]
    thing: Mapped[str]
    row: Mapped[int]
    part: Mapped[str]
    words: Mapped[str]
    gone: Mapped[bool] = mapped_column(default=False)
    salt: Mapped[bytes]
    commitment: Mapped[bytes]

    version: Mapped[Version] = relationship(back_populates="lines", lazy="raise_on_sql")

    @property
    def key(self) -> tuple[str, int, str]:
        """Tells this passage from every other, in all versions alike."""
        return (self.thing, self.row, self.part)

    def text(self) -> str:
        """Give what is committed: the words and where they stand."""
        return text_of(self.place, self.thing, self.part, self.words)

    def holds(self) -> bool:
        """Tell whether the words still fit their commitment; of what was taken out nothing must be left."""
        if self.gone:
            return not (self.words or self.salt)
        return self.commitment == commit(self.text(), self.salt)

    def take_out(self) -> None:
        """Let the words and their salt go; the commitment stays, and tells nothing without the salt."""
        self.words, self.salt, self.gone = "", b"", True


def text_of(place: int, thing: str, part: str, words: str) -> str:
    """Give what is committed of a passage: the words and where they stand."""
    return json.dumps([place, thing, part, words], ensure_ascii=False)


def body_of(number: int, day: Day, reason: str, commitments: Iterable[bytes]) -> bytes:
    """Give what the link of a version covers beside the chain before."""
    head = json.dumps([number, day.isoformat(), reason])
    return hashlib.sha256(head.encode()).digest() + b"".join(commitments)


def commit(text: str, salt: bytes) -> bytes:
    """Give the salted commitment of a text: nothing of the text can be guessed from it without the salt."""
    return hashlib.sha256(salt + text.encode()).digest()


def chain(before: bytes, body: bytes) -> bytes:
    """Give the link that stands for a version and all before it."""
    return hashlib.sha256(before + body).digest()
