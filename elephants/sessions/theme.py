"""The words that people put on decisions, to find one again beside others of its kind; `themes` has the deeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elephants.sessions.base import Base

if TYPE_CHECKING:
    from elephants.sessions.decision import Decision
    from elephants.sessions.space import Space


class Theme(Base):
    """A short word of one space, such as *food* or *the building*; it is there as long as a decision has it."""

    __tablename__ = "theme"

    space_id: Mapped[int] = mapped_column(ForeignKey("space.id"), index=True)
    name: Mapped[str]

    space: Mapped[Space] = relationship(back_populates="themes", lazy="raise_on_sql")


class OnTheme(Base):
    """That a decision has a theme: a row of its own, so that undo can take it back; never who put it there."""

    __tablename__ = "decision_theme"

    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), index=True)
    theme_id: Mapped[int] = mapped_column(ForeignKey("theme.id"), index=True)

    decision: Mapped[Decision] = relationship(back_populates="themes", lazy="raise_on_sql")
    theme: Mapped[Theme] = relationship(lazy="raise_on_sql")
