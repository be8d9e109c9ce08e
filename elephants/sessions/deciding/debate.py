"""Deeper: a light debate in which all of us speak for both sides; memory only (METHOD.md, Deeper)."""

from __future__ import annotations

from enum import Enum, auto

from elephants.sessions.base import Refused, words_of
from elephants.words import tr


class Turn(Enum):
    """Where the room is in the debate."""

    SIDES = auto()
    ONE = auto()
    OTHER = auto()
    ONE_AGAIN = auto()
    OTHER_AGAIN = auto()
    QUIET = auto()
    HOME = auto()


TURNS = tuple(Turn)


class Debate:
    """The names of the two sides and whose turn it is; nothing of it is kept but views the group wants listed."""

    def __init__(self) -> None:
        self.sides: tuple[str, str] = ("", "")
        self.turn = Turn.SIDES

    @property
    def speaking(self) -> str:
        """The side all of us speak for now; "" where we do not."""
        if self.turn in (Turn.ONE, Turn.ONE_AGAIN):
            return self.sides[0]
        return self.sides[1] if self.turn in (Turn.OTHER, Turn.OTHER_AGAIN) else ""

    def name(self, one: str, other: str) -> None:
        """Name the two sides in the room's words; refuses blank and twice the same."""
        empty = tr("Name both sides, each in a few words.")
        one, other = words_of(one, "option", empty=empty), words_of(other, "option", empty=empty)
        if one.casefold() == other.casefold():
            raise Refused(tr("The two sides need different names."))
        self.sides = (one, other)

    def go_on(self) -> None:
        """Go to the next turn; refuses before both sides have a name, and past the last."""
        if self.turn is Turn.SIDES and not all(self.sides):
            raise Refused(tr("Name both sides, each in a few words."))
        if self.finished:
            raise Refused(tr("This was the last turn."))
        self.turn = TURNS[TURNS.index(self.turn) + 1]

    def go_back(self) -> None:
        """Go to the turn before; refuses before the first."""
        if self.turn is Turn.SIDES:
            raise Refused(tr("This is the first one."))
        self.turn = TURNS[TURNS.index(self.turn) - 1]

    @property
    def finished(self) -> bool:
        """Whether the last turn has come."""
        return self.turn is Turn.HOME
