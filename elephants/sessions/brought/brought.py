"""Old minutes that a group brings in: kept as they were written, and found only in the history (METHOD.md, papers)."""

from __future__ import annotations

from datetime import date as Day
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import ForeignKey, insert
from sqlalchemy.orm import Mapped, mapped_column, object_session, relationship

from elephants.sessions.base import Base, Refused, Travels, leaves_no_trace, no_way_back, takes_long
from elephants.sessions.brought.reading import Minutes
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.sessions.space import Space

NEW, THERE, CHANGED = "new", "there", "changed"
"""What a file is to a space: not brought in yet, brought in as it is, or brought in with other words."""


class Brought(Travels, Base):
    """One old paper: the day it tells of (where it says one), its title, and the name of the file it came from.

    `digest` is the SHA-256 of the file, so that the same file is known again. It is no session: home, the room's
    screen and later papers never read it.
    """

    __tablename__ = "brought"

    space_id: Mapped[int] = mapped_column(ForeignKey("space.id"), index=True)
    date: Mapped[Day | None]
    title: Mapped[str]
    source: Mapped[str]
    digest: Mapped[str]

    space: Mapped[Space] = relationship(back_populates="brought", lazy="raise_on_sql")
    paragraphs: Mapped[list[BroughtParagraph]] = relationship(
        back_populates="brought", order_by="BroughtParagraph.place", cascade="all, delete-orphan", passive_deletes=True,
        lazy="raise_on_sql",
    )  # fmt: skip


class BroughtParagraph(Base):
    """One heading, paragraph, list item, table row or block of code, in the order of the paper.

    There are many of them: they go in and out with their paper, past the live objects, and so past the way back.
    `kind` is one of `brought_lines.KINDS`; `level` is how deep a heading or an item stands, from 0.
    """

    __tablename__ = "brought_paragraph"

    brought_id: Mapped[int] = mapped_column(ForeignKey("brought.id", ondelete="CASCADE"), index=True)
    place: Mapped[int]
    kind: Mapped[str]
    level: Mapped[int] = mapped_column(default=0)
    text: Mapped[str]

    brought: Mapped[Brought] = relationship(back_populates="paragraphs", lazy="raise_on_sql")


def known(space: Space, minutes: Minutes) -> str:
    """Say what a file is to this space: new, there already, or there with other words under the same name."""
    if any(one.digest == minutes.digest for one in space.brought):
        return THERE
    return CHANGED if any(one.source == minutes.source for one in space.brought) else NEW


@takes_long
def bring_in(space: Space, minutes: Minutes) -> None:
    """Bring in one paper whole; undo takes it out again. Refuses one that is here already, or under the same name."""
    if known(space, minutes) != NEW:
        raise Refused(tr("This paper is here already."))
    _add(space, minutes)


@takes_long
@no_way_back
def bring_again(space: Space, minutes: Minutes) -> None:
    """Bring in a paper as it is now, in the place of what was here under the same name; refuses one that is not.

    Undo does not lead past it: it could bring back the earlier paper, and not its words.
    """
    if known(space, minutes) != CHANGED:
        raise Refused(tr("This paper is not here any more."))
    for earlier in [one for one in space.brought if one.source == minutes.source]:
        space.brought.remove(earlier)
    _add(space, minutes)


@leaves_no_trace
@no_way_back
def take_away(space: Space, brought: Brought) -> None:
    """Take a paper away with all its words, from the search and our backups too; nobody can bring it back from here.

    Refuses one that is gone already.
    """
    if brought not in space.brought:
        raise Refused(tr("This paper is not here any more."))
    space.brought.remove(brought)


def _add(space: Space, minutes: Minutes) -> None:
    """Write the paragraphs in one go: as live objects a long paper would hold the window up."""
    database = object_session(space)
    if database is None:
        raise LookupError("a space that is not on the desk")
    brought = Brought(
        uid=uuid4(), date=minutes.day, title=minutes.title, source=minutes.source, digest=minutes.digest
    )  # fmt: skip
    space.brought.append(brought)
    database.flush()
    rows = [
        {"brought_id": brought.id, "place": place, "kind": one.kind, "level": one.level, "text": one.text}
        for place, one in enumerate(minutes.paragraphs)
    ]
    database.execute(insert(BroughtParagraph), rows)
    database.expire(brought, ["paragraphs"])
