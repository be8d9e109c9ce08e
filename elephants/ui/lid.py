"""Lid down and catching up: the session goes on with paper, and one page takes what came of it (METHOD.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from elephants.sessions.activity import CLOSED, RUNNING
from elephants.sessions.breather import Breather
from elephants.sessions.catch_up import may_catch_up
from elephants.sessions.session import Session
from elephants.ui.pages.catch_up.catch_up import CatchUpPage
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.console import Console


class Lid(QObject):
    """One button: *Lid down*, and from then on *Catch up*, which opens a page over the body.

    The room's screen says that we go on with paper, until the page is left.
    """

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self.console = console
        self.catching = False
        console.footer.lid.clicked.connect(self.press)

    def words(self, session: Session) -> str:
        """Say what the button does; "" where there is nothing to catch up, or the page is there already."""
        if self.catching or not may_catch_up(session):
            return ""
        return tr("Catch up") if self.console.desk.breather.lid or session.state == CLOSED else tr("Lid down")

    def press(self) -> None:
        """Put the lid down, or catch up; asks first where a box would be lost."""
        console = self.console
        if console.desk.breather.lid or console.session.state != RUNNING:
            self.catch_up()
        elif console.balloting.may_lose():
            console.side.keep_notes()
            console.desk.change(console.desk.breather, Breather.put_lid_down)
            console.note.say(
                tr("Close the laptop and go on with paper. When you open it again, press Catch up: one page asks what "
                   "came of it.")
            )  # fmt: skip

    def page(self) -> CatchUpPage | None:
        """Make the page while the room catches up; None else."""
        if not self.catching:
            return None
        page = CatchUpPage(self.console.desk, 0, self.console)
        page.left.connect(self.leave)
        return page

    def catch_up(self) -> None:
        """Open the page over the body."""
        if may_catch_up(self.console.session):
            self.catching = True
            self.console.refresh()

    def leave(self) -> None:
        """Turn back to the session; the room's screen shows where it is again."""
        if not self.catching:
            return
        self.catching = False
        console = self.console
        if console.desk.breather.lid:
            console.desk.change(console.desk.breather, Breather.lift_lid)
        else:
            console.refresh()
