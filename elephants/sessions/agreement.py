"""The working agreement: what we need so that everyone can be themselves here (METHOD.md, Working agreement)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elephants.sessions.activity import Activity
from elephants.sessions.base import Base, Refused, in_order, move, optional, words_of
from elephants.words import mark, tr

if TYPE_CHECKING:
    from elephants.sessions.space import Space

STARTERS = (
    mark("What is said here stays here; what we learn can leave."),
    mark("You can pass."),
    mark("One at a time."),
    mark("Nobody has the whole truth."),
    mark("Plain words; ask."),
    mark("Step out when you need to."),
    mark("We all check what is written."),
)
PRIVACY = mark("If someone may be in serious danger, [worker] has to act, and will tell you first if they can.")


class AgreementLine(Base):
    """One line the group agreed on, and since when; never who asked for it."""

    __tablename__ = "agreement_line"

    space_id: Mapped[int] = mapped_column(ForeignKey("space.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    text: Mapped[str]
    since: Mapped[date]

    space: Mapped[Space] = relationship(back_populates="agreement", lazy="raise_on_sql")

    def reword(self, text: str) -> None:
        """Say the line in other words."""
        self.text = words_of(text, "line", empty=tr("Write the line, or take it out."))


class Agreement(Activity):
    """Reads the agreement together, and changes it at any time."""

    __mapper_args__ = {"polymorphic_identity": "agreement"}
    name = mark("Working agreement")

    @property
    def lines(self) -> list[AgreementLine]:
        """The lines that stand now."""
        return self.session.space.agreement

    def say(self) -> str:
        """Ask for it the first time; afterwards read it again in a minute."""
        if self.lines:
            return tr("This is what we agreed. Is it still right? Does anything need to change?")
        return tr("What do we need so that everyone can be themselves here?")

    def hint(self) -> str:
        """Remind of the one line about the limit of privacy."""
        return tr("Say the limit of privacy in the group's own words.")

    def offer_starters(self) -> None:
        """Put the starter lines on the table, all removable; refuses where there are lines already."""
        if self.lines:
            raise Refused(tr("There are lines already. Add to them, or take some out."))
        for text in STARTERS:
            self.add_line(tr(text))
        self.session.space.privacy_line = self.session.space.privacy_line or tr(PRIVACY)

    def add_line(self, text: str) -> None:
        """Add a line from today's session on; refuses blank, too long, and the same words twice."""
        text = words_of(text, "line", empty=tr("What should the line say?"))
        if any(line.text.casefold() == text.casefold() for line in self.lines):
            raise Refused(tr("This line is there already."))
        self.lines.append(AgreementLine(text=text, since=self.session.date))
        in_order(self.lines)

    def take_out(self, line: AgreementLine) -> None:
        """Take a line out; it is gone."""
        self.lines.remove(line)
        in_order(self.lines)

    def move_line(self, line: AgreementLine, to: int) -> None:
        """Put a line at another place."""
        move(self.lines, line, to)

    def say_privacy(self, text: str) -> None:
        """Word the limit of privacy; blank takes the line away."""
        self.session.space.privacy_line = optional(text, "line")
