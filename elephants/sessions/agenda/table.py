"""What lies on the table while an agenda is made: the finger, dots, and the roles that are free; memory only."""

from __future__ import annotations

from collections.abc import Sequence

from elephants.sessions.activity import Finger
from elephants.sessions.agenda.dots import Dots
from elephants.sessions.base import Refused
from elephants.words import mark, tr

ROLES = {
    "lead": mark("Lead the talk"),
    "time": mark("Watch the time"),
    "write": mark("Write it down"),
    "watch": mark("Watch how we are doing"),
}
"""What somebody can do for all of us while we talk (METHOD.md, Agenda); each is offered and can be swapped."""


class AgendaTable(Finger):
    """Where the room is in the list, the dots it puts on it, and which roles are taken; never by whom.

    A role is taken or free and nothing else: a name beside it would be a list of who did what (promise 3). Swapping
    one leaves no trace, for nothing was ever there but that it is taken.
    """

    def __init__(self, at: int = 0) -> None:
        super().__init__(at)
        self.dots: Dots | None = None
        self.offered = False
        """Whether the room is being asked who would like to do what."""
        self._taken: set[str] = set()

    # -- roles -------------------------------------------------------------------------------------------------

    def is_taken(self, role: str) -> bool:
        """Tell whether somebody does this for us now."""
        return role in self._taken

    def free(self) -> list[str]:
        """Give the roles that nobody has taken, in their order."""
        return [role for role in ROLES if role not in self._taken]

    def offer(self) -> None:
        """Ask the room who would like to do what, or stop asking; what is taken stays taken."""
        self.offered = not self.offered

    def take(self, role: str) -> None:
        """Somebody does this for us, or gives it back: the same deed; refuses a role that does not exist."""
        if role not in ROLES:
            raise Refused(tr("Choose one of the roles."))
        self._taken ^= {role}

    # -- dots --------------------------------------------------------------------------------------------------

    def lay_dots(self, items: Sequence[int], here: int) -> None:
        """Begin a round of dots on these items, by their ids; refuses fewer than two."""
        if len(items) < 2:
            raise Refused(tr("Dots help with two things or more."))
        self.dots = Dots(items, here)

    def put_dots_away(self) -> None:
        """Take all dots off the table; nothing of them is left."""
        self.dots = None

    def follow(self, items: Sequence[int]) -> None:
        """Put the dots away where one of their items is gone."""
        if self.dots is not None and not set(self.dots.items) <= set(items):
            self.dots = None
