"""What every model shares: the mapped base, the refusal with a sentence, and words made clean.

Refusals and words come from `text`, which knows no database, so that home can be drawn before the ORM is loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, TypeVar
from uuid import UUID, uuid4

from sqlalchemy import JSON, MetaData, Uuid, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, RelationshipDirection, mapped_column

from elephants.sessions.text import LIMITS as LIMITS
from elephants.sessions.text import NotSaved as NotSaved
from elephants.sessions.text import Refused as Refused
from elephants.sessions.text import StillHeld as StillHeld
from elephants.sessions.text import blank as blank
from elephants.sessions.text import number_of as number_of
from elephants.sessions.text import optional as optional
from elephants.sessions.text import tidy as tidy
from elephants.sessions.text import words_of as words_of
from elephants.words import tr

D = TypeVar("D", bound=Callable[..., Any])


def no_way_back(deed: D) -> D:
    """Mark a deed that undo must not lead past: after a ballot, what was before it is forgotten (ARCHITECTURE, 9)."""
    vars(deed)["no way back"] = True
    return deed


def leads_back(deed: Callable[..., Any]) -> bool:
    """Tell whether undo may lead past a deed."""
    return "no way back" not in vars(deed)


def leaves_no_trace(deed: D) -> D:
    """Mark a deed after which no page of the file may hold what it took away (METHOD.md, Struck means gone)."""
    vars(deed)["no trace"] = True
    return deed


def needs_scrubbing(deed: Callable[..., Any]) -> bool:
    """Tell whether the file is written anew after a deed."""
    return "no trace" in vars(deed)


def past_live_objects(deed: D) -> D:
    """Mark a deed that writes past the live objects: the desk reads them again after it."""
    vars(deed)["past live objects"] = True
    return deed


def goes_past(deed: Callable[..., Any]) -> bool:
    """Tell whether the live objects are read again after a deed."""
    return "past live objects" in vars(deed)


def takes_long(deed: D) -> D:
    """Mark a deed that can take longer than a window may be held, and is done aside from it."""
    vars(deed)["takes long"] = True
    return deed


def is_long(deed: Callable[..., Any]) -> bool:
    """Tell whether a deed is done aside from a window."""
    return "takes long" in vars(deed)


class Base(DeclarativeBase):
    """The frame of all that is kept: integer keys, typed columns, collections that never query by themselves."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {UUID: Uuid(), dict[str, Any]: JSON(), list[int]: JSON()}

    id: Mapped[int] = mapped_column(primary_key=True)
    belongs_to: ClassVar[str] = ""

    def __init__(self, **kept: Any) -> None:
        for relation in inspect(type(self)).relationships:
            # a new row has nothing to load: without this the first look would ask the database
            if relation.uselist:
                kept.setdefault(relation.key, [])
            elif relation.direction is RelationshipDirection.ONETOMANY:
                kept.setdefault(relation.key, None)
        for name, value in kept.items():
            setattr(self, name, value)

    def is_agreed(self) -> bool:
        """Whether this belongs to a record that the room has agreed: then no deed changes it in place."""
        owner: Base | None = getattr(self, self.belongs_to) if self.belongs_to else None
        return owner is not None and owner.is_agreed()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"  # words of the room must not reach a log through a repr


class Travels:
    """Gives a row 128 random bits to be known by when it goes from one store to another."""

    uid: Mapped[UUID] = mapped_column(default=uuid4, unique=True)


def in_order(rows: list[Any]) -> None:
    """Number the rows of a loaded list by where they stand now."""
    for place, row in enumerate(rows):
        row.place = place


def move(rows: list[Any], row: Any, to: int) -> None:
    """Put one row at another place of its list and number the list again; refuses one that is not in it."""
    if row not in rows:
        raise Refused(tr("This is not in the list any more."))
    rows.remove(row)
    rows.insert(max(0, min(to, len(rows))), row)
    in_order(rows)
