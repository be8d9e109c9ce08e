"""The lines of a learning session, and slips that wait for one: unsigned, in no order of arrival (METHOD.md)."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from elephants.sessions.base import Base, Refused, in_order, words_of
from elephants.sessions.decision import write_anew
from elephants.words import mark, tr

if TYPE_CHECKING:
    from elephants.sessions.session import Session
    from elephants.sessions.space import Space

RIGHT, NOT, SURPRISE, POWER, SLIP = "right", "not", "surprise", "power", "slip"
GROUP, TRY, HEAR = "group", "try", "hear"

QUESTIONS: dict[str, str] = {
    RIGHT: mark("What went right?"),
    NOT: mark("What did not?"),
    SURPRISE: mark("What surprised us?"),
    POWER: mark("Where did power show?"),
}
"""What a raw point answers, in the order the four are asked; each has the same space."""

SLIP_WORDS = mark("From a slip")
"""What stands beside a point that somebody gave between sessions."""

POINTS = (*QUESTIONS, SLIP)
KEPT = (*QUESTIONS, GROUP, TRY, HEAR)
"""The kinds of line that a room can add; a slip comes by itself."""

_PARTS = ((*POINTS, GROUP), (TRY,), (HEAR,))
"""Which kinds share an order; the parts follow each other."""


class Learned(Base):
    """One line of a learning session: a raw point, the name of a group, what we try next, or who else should hear.

    Never who said it, and nothing that tells when. A point belongs to the group whose name stands before it.
    """

    __tablename__ = "learned"
    belongs_to = "session"

    session_id: Mapped[int] = mapped_column(ForeignKey("session.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    kind: Mapped[str]
    text: Mapped[str]

    session: Mapped[Session] = relationship(back_populates="learned", lazy="raise_on_sql")

    @property
    def is_point(self) -> bool:
        """Whether it is a raw point or a slip."""
        return self.kind in POINTS

    def asked(self) -> str:
        """Say what a point answers, or that it was a slip; "" of any other line."""
        return tr(QUESTIONS.get(self.kind, SLIP_WORDS)) if self.is_point else ""


class LearningSlip(Base):
    """One line that somebody gave between sessions, for the next learning session; unsigned."""

    __tablename__ = "learning_slip"

    space_id: Mapped[int] = mapped_column(ForeignKey("space.id"), index=True)
    text: Mapped[str]

    space: Mapped[Space] = relationship(back_populates="slips", lazy="raise_on_sql")


def add_slip(space: Space, text: str, chance: random.Random) -> None:
    """Keep a learning slip until the next learning session; all that wait lie in an order of `chance` again."""
    texts = [*(slip.text for slip in space.slips), words_of(text, "line", empty=tr("Write one line."))]
    chance.shuffle(texts)
    space.slips[:] = [LearningSlip(text=one) for one in texts]  # rows of their own: no id tells which came last


def take_up_slips(session: Session) -> None:
    """Lay the slips that wait among the raw points of this session."""
    slips = session.space.slips
    for slip in slips:
        session.learned.insert(_end(session, SLIP, first=True), Learned(kind=SLIP, text=slip.text))
    slips.clear()
    in_order(session.learned)


def add_line(session: Session, kind: str, text: str) -> None:
    """Keep one line of a kind at the end of its part; a new point lies in no group. Refuses blank and too long."""
    if kind not in KEPT:
        raise Refused(tr("Choose one of the questions."))
    field = "title" if kind == GROUP else "line"
    line = Learned(kind=kind, text=words_of(text, field, empty=tr("Write one line.")))
    if kind == GROUP and any(one.text.casefold() == line.text.casefold() for one in of_kind(session, GROUP)):
        raise Refused(tr("There is a group with this name already."))
    session.learned.insert(_end(session, kind, first=line.is_point), line)
    in_order(session.learned)


def of_kind(session: Session, *kinds: str) -> list[Learned]:
    """Give the lines of some kinds, in their order."""
    return [one for one in session.learned if one.kind in kinds]


def arranged(session: Session) -> list[Learned]:
    """Give the points and the names of groups as they stand: first what lies in no group, then group by group."""
    return of_kind(session, *POINTS, GROUP)


def grouped(session: Session) -> list[tuple[Learned | None, list[Learned]]]:
    """Give each group with its points; first, under None, the points in no group, where there are any."""
    groups: list[tuple[Learned | None, list[Learned]]] = [(None, [])]
    for line in arranged(session):
        if line.kind == GROUP:
            groups.append((line, []))
        else:
            groups[-1][1].append(line)
    return groups if groups[0][1] else groups[1:]


def group_of(point: Learned) -> Learned | None:
    """Give the group a point lies in; None for none."""
    return next((group for group, points in grouped(point.session) if point in points), None)


def rearrange(session: Session, order: list[Learned]) -> None:
    """Put points and groups in an order; what is of another part stays."""
    others = [one for one in session.learned if one not in order]
    session.learned.sort(key=(order + others).index)
    in_order(session.learned)


def mix(session: Session, chance: random.Random) -> None:
    """Lay what is in no group in an order of `chance`, and write every line anew: nothing tells who spoke first."""
    loose = next((points for group, points in grouped(session) if group is None), [])
    drawn = list(loose)
    chance.shuffle(drawn)
    rearrange(session, [*drawn, *(one for one in arranged(session) if one not in drawn)])
    write_anew(session.learned, chance)


def _end(session: Session, kind: str, *, first: bool) -> int:
    """Say where a new line goes: behind its part, or `first` before the first group."""
    part = next(at for at, kinds in enumerate(_PARTS) if kind in kinds)
    upto = {one for kinds in _PARTS[: part + 1] for one in kinds}
    for at, line in enumerate(session.learned):
        if line.kind not in upto or (first and line.kind == GROUP):
            return at
    return len(session.learned)
