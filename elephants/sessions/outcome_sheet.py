"""How a session's outcome sheet was made ready: the pictures somebody chose, and whether readers checked it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elephants.sessions.base import Base, Refused
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.sessions.session import Session

_KEY = re.compile(r"[a-z]{1,20}( \d{1,12})?")
_NAME = re.compile(r"[a-z]{1,20}")


class OutcomeSheet(Base):
    """What belongs to the paper and not to the record: it can still change when the room has agreed.

    A line is known by what it is and its number ("action 5"), never by its words, so that what is struck is gone.
    """

    __tablename__ = "outcome_sheet"

    session_id: Mapped[int] = mapped_column(ForeignKey("session.id"), index=True, unique=True)
    pictures: Mapped[dict[str, Any]] = mapped_column(default=dict)
    checked: Mapped[bool] = mapped_column(default=False)

    session: Mapped[Session] = relationship(back_populates="outcome_sheet", lazy="raise_on_sql")

    def choose_picture(self, line: str, picture: str) -> None:
        """Put another picture beside a line; "" lets the words choose again. Refuses words in place of a line."""
        if not _KEY.fullmatch(line) or not (picture == "" or _NAME.fullmatch(picture)):
            raise Refused(tr("There is no such picture."))
        others = {key: name for key, name in self.pictures.items() if key != line}
        self.pictures = {**others, line: picture} if picture else others

    def check(self, checked: bool) -> None:
        """Say whether people the sheet is for have read it and found it easy (METHOD.md, Outcome sheet)."""
        self.checked = checked
