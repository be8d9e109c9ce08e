"""What every model shares: the mapped base, the refusal with a sentence, and words made clean."""

from __future__ import annotations

import unicodedata
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, MetaData, Uuid, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, RelationshipDirection, mapped_column

from elephants.words import tr


class Refused(Exception):
    """Says no to a deed with a sentence for a person; shown as it is, never logged (ARCHITECTURE, rule 7)."""


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

    def __init__(self, **kept: Any) -> None:
        for relation in inspect(type(self)).relationships:
            # a new row has nothing to load: without this the first look would ask the database
            if relation.uselist:
                kept.setdefault(relation.key, [])
            elif relation.direction is RelationshipDirection.ONETOMANY:
                kept.setdefault(relation.key, None)
        for name, value in kept.items():
            setattr(self, name, value)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"  # words of the room must not reach a log through a repr


class Travels:
    """Gives a row 128 random bits to be known by when it goes from one store to another."""

    uid: Mapped[UUID] = mapped_column(default=uuid4, unique=True)


_BIDI = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C))
"""Marks that turn the direction of what follows: they disorder a page and hide words."""


def _kept(sign: str) -> bool:
    return unicodedata.category(sign) not in ("Cc", "Cs") or sign == "\n"


def tidy(text: str, *, lines: bool = False) -> str:
    """Make words safe to keep: NFC, no control signs, no bidi overrides; line ends only where `lines` is set."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not lines:
        text = text.replace("\n", " ")
    return unicodedata.normalize("NFC", "".join(filter(_kept, text.translate(_BIDI))))


def blank(text: str) -> bool:
    """Tell whether nothing of a text can be seen."""
    return all(unicodedata.category(sign)[0] in "ZC" for sign in text)


LIMITS: dict[str, int] = {
    "name": 40,
    "space": 60,
    "title": 120,
    "line": 300,
    "view": 200,
    "option": 80,
    "question": 160,
    "decision": 2000,
    "notes": 2000,
    "place": 100,
}
"""The most signs a field takes; said beside the field before they are hit."""


def words_of(text: str, field: str, *, empty: str, lines: bool = False) -> str:
    """Take what somebody typed into `field`: tidied; refuses what is blank (with `empty`) or over the limit."""
    words = optional(text, field, lines=lines)
    if not words:
        raise Refused(empty)
    return words


def optional(text: str, field: str, *, lines: bool = False) -> str:
    """Take words that may be left out: tidied, "" when nothing can be seen; refuses what is over the limit."""
    words = tidy(text, lines=lines)
    limit = LIMITS[field]
    if len(words) > limit:
        raise Refused(
            tr("That is {n} letters and signs. There is room for {limit}. Make it shorter.", n=len(words), limit=limit)
        )
    return "" if blank(words) else words


def number_of(n: int, least: int, most: int, sentence: str) -> int:
    """Take a count between `least` and `most`; refuses any other with the sentence."""
    if not least <= n <= most:
        raise Refused(sentence)
    return n


def in_order(rows: list[Any]) -> None:
    """Number the rows of a loaded list by where they stand now."""
    for place, row in enumerate(rows):
        row.place = place


def move(rows: list[Any], row: Any, to: int) -> None:
    """Put one row at another place of its list and number the list again."""
    rows.remove(row)
    rows.insert(max(0, min(to, len(rows))), row)
    in_order(rows)


class NotSaved(Refused):
    """Says that a deed could not be written; everything saved before is safe and nothing was half done."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "Not saved. The disk may be full or cannot be written. What was saved before is safe. "
                "Make room on the disk, then do it again."
            )
        )
