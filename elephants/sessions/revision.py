"""A decision as it was agreed, on a chain over salted commitments that begins when the room agrees the record."""

from __future__ import annotations

import hashlib
import json
import secrets
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elephants.sessions.base import Base

if TYPE_CHECKING:
    from elephants.sessions.decision import Decision


class Revision(Base):
    """A decision as it was agreed, marks and all (METHOD.md, Struck means gone: revisions begin at AGREED)."""

    __tablename__ = "revision"

    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), index=True)
    number: Mapped[int]
    agreed: Mapped[date]
    title: Mapped[str]
    words: Mapped[str]
    added: Mapped[list[str]] = mapped_column(JSON)
    ending: Mapped[str]
    look_again: Mapped[date | None]
    salt: Mapped[bytes]
    commitment: Mapped[bytes]
    link: Mapped[bytes]

    decision: Mapped[Decision] = relationship(back_populates="revisions", lazy="raise_on_sql")

    def holds(self, before: bytes) -> bool:
        """Tell whether what was agreed, its commitment and the link to the revision before still fit."""
        return self.commitment == commit(self.text(), self.salt) and self.link == chain(before, self.commitment)

    def text(self) -> str:
        """Give all that was agreed in one text: title, words, what was added, the ending, when we look again."""
        again = None if self.look_again is None else self.look_again.isoformat()
        return json.dumps([self.title, self.words, self.added, self.ending, again], ensure_ascii=False)


def commit(text: str, salt: bytes) -> bytes:
    """Give the salted commitment of a text: nothing of the text can be guessed from it without the salt."""
    return hashlib.sha256(salt + text.encode()).digest()


def chain(before: bytes, commitment: bytes) -> bytes:
    """Give the link that stands for a commitment and all before it."""
    return hashlib.sha256(before + commitment).digest()


def revise(decision: Decision, day: date, before: bytes) -> bytes:
    """Put the decision as it stands now on the chain behind `before`; gives the chain's new head."""
    revision = Revision(
        number=len(decision.revisions) + 1, agreed=day, title=decision.title or decision.question,
        words=decision.words, added=[part.words for part in decision.parts() if part.added],
        ending=decision.ending or "", look_again=decision.look_again, salt=secrets.token_bytes(32),
    )  # fmt: skip
    revision.commitment = commit(revision.text(), revision.salt)
    revision.link = chain(before, revision.commitment)
    decision.revisions.append(revision)
    return revision.link
