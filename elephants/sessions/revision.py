"""A decision as it was agreed, on a chain over salted commitments that begins when the room agrees the record."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elephants.sessions.base import Base

if TYPE_CHECKING:
    from elephants.sessions.decision import Decision


class Revision(Base):
    """One agreed wording of a decision (METHOD.md, Struck means gone: revisions begin at AGREED)."""

    __tablename__ = "revision"

    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), index=True)
    number: Mapped[int]
    agreed: Mapped[date]
    words: Mapped[str]
    salt: Mapped[bytes]
    commitment: Mapped[bytes]
    link: Mapped[bytes]

    decision: Mapped[Decision] = relationship(back_populates="revisions", lazy="raise_on_sql")

    def holds(self, before: bytes) -> bool:
        """Tell whether words, commitment and the link to the revision before still fit."""
        return self.commitment == commit(self.words, self.salt) and self.link == chain(before, self.commitment)


def commit(words: str, salt: bytes) -> bytes:
    """Give the salted commitment of a text: nothing of the text can be guessed from it without the salt."""
    return hashlib.sha256(salt + words.encode()).digest()


def chain(before: bytes, commitment: bytes) -> bytes:
    """Give the link that stands for a commitment and all before it."""
    return hashlib.sha256(before + commitment).digest()


def revise(decision: Decision, day: date, before: bytes) -> bytes:
    """Put the decision as it stands now on the chain behind `before`; gives the chain's new head."""
    salt = secrets.token_bytes(32)
    words = decision.full_text()
    commitment = commit(words, salt)
    head = chain(before, commitment)
    number = len(decision.revisions) + 1
    decision.revisions.append(
        Revision(number=number, agreed=day, words=words, salt=salt, commitment=commitment, link=head)
    )
    return head
