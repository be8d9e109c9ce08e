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
    from elephants.sessions.session import Session
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
    """One line the group agreed on, since when, and until when if it was taken out; never who asked for it."""

    __tablename__ = "agreement_line"

    space_id: Mapped[int] = mapped_column(ForeignKey("space.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    text: Mapped[str]
    since: Mapped[date]
    until: Mapped[date | None]

    space: Mapped[Space] = relationship(back_populates="agreement", lazy="raise_on_sql")

    def is_agreed(self) -> bool:
        """Whether the room has agreed the record of the session that added it."""
        return any(one.date == self.since and one.is_agreed() for one in self.space.sessions)

    def reword(self, text: str) -> None:
        """Say the line in other words, before the record of its session is agreed; later see `reword_line`."""
        self.text = words_of(text, "line", empty=tr("Write the line, or take it out."))


class Agreement(Activity):
    """Reads the agreement together, and changes it at any time."""

    __mapper_args__ = {"polymorphic_identity": "agreement"}
    name = mark("Working agreement")

    @property
    def lines(self) -> list[AgreementLine]:
        """The lines that stand now."""
        return [line for line in self.session.space.agreement if line.until is None]

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
        if not self.session.space.privacy_line:
            self.say_privacy(tr(PRIVACY))

    def add_line(self, text: str) -> None:
        """Add a line from today's session on; refuses blank, too long, and the same words twice."""
        self._put(text, len(self.lines))

    def reword_line(self, line: AgreementLine, text: str) -> None:
        """Say a line in other words; one from an earlier session stays in its record and a new one takes its place."""
        self._standing(line)
        if line.since == self.session.date:
            self._not_twice(text, besides=line)
            line.reword(text)
            return
        at = self.lines.index(line)
        self.take_out(line)
        self._put(text, at)

    def take_out(self, line: AgreementLine) -> None:
        """Take a line out: one of today is gone; one of an earlier session is kept, for its record, and not shown."""
        self._standing(line)
        if line.since == self.session.date:
            self.session.space.agreement.remove(line)
        else:
            line.until = self.session.date
        self._number(self.lines)

    def move_line(self, line: AgreementLine, to: int) -> None:
        """Put a line at another place."""
        standing = self.lines
        move(standing, line, to)
        self._number(standing)

    def _standing(self, line: AgreementLine) -> None:
        if line not in self.lines:
            raise Refused(tr("This line is not in the agreement any more."))

    def say_privacy(self, text: str) -> None:
        """Word the limit of privacy; blank takes the line away."""
        space = self.session.space
        space.privacy_line, space.privacy_since = optional(text, "line"), self.session.date

    def _put(self, text: str, at: int) -> None:
        self._not_twice(text)
        line = AgreementLine(
            text=words_of(text, "line", empty=tr("What should the line say?")), since=self.session.date
        )
        standing = self.lines
        standing.insert(at, line)
        self.session.space.agreement.append(line)
        self._number(standing)

    def _not_twice(self, text: str, besides: AgreementLine | None = None) -> None:
        text = optional(text, "line").casefold()
        if any(line.text.casefold() == text for line in self.lines if line is not besides):
            raise Refused(tr("This line is there already."))

    def _number(self, standing: list[AgreementLine]) -> None:
        kept = self.session.space.agreement
        in_order([*standing, *(line for line in kept if line.until is not None)])
        kept.sort(key=lambda line: line.place)


def new_lines(session: Session) -> list[AgreementLine]:
    """Give the lines that a session added, whatever a later one did with them, in the order they were added."""
    fresh = [line for line in session.space.agreement if line.since == session.date]
    return sorted(fresh, key=lambda line: line.id or 0)


def lines_gone(session: Session) -> int:
    """Count the lines of earlier sessions that this one took out."""
    return sum(line.until == session.date for line in session.space.agreement)
