"""The way through a session: on, back, past an activity, and through the pages of the room's screen (LOOK.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from elephants.sessions.activity import RUNNING
from elephants.sessions.session import Session
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.console import Console


class Walk(QObject):
    """Does what *Next*, *Back* and *Skip* and their keys ask for, on the page or else on the run sheet."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self.console = console
        console.footer.back.clicked.connect(self.go_back)
        console.footer.skip.clicked.connect(self.skip)
        console.footer.next.clicked.connect(self.go_on)

    def words(self, session: Session) -> str:
        """Say on the primary button where it leads."""
        page = self.console.page
        inner = page.onward() if page is not None else ""
        if inner:
            return inner
        if session.state != RUNNING or session.now is None:
            return tr("Go home")
        coming = session.onward()
        return tr("Next: {title}", title=coming.title) if coming is not None else tr("Close the session")

    def skip_words(self, session: Session) -> str:
        """Say what *Skip* does; "" where the activity cannot be left out."""
        if self.console.page is not None and not self.console.page.may_skip():
            return ""
        return tr("Skip") if session.onward() is not None else tr("Skip and close")

    def page_down(self) -> None:
        """Turn the page of the room's screen where there is one more, else go on: Page Down, and a clicker."""
        if not self.console.shown.turn(1):
            self.go_on()

    def page_up(self) -> None:
        """Turn the page of the room's screen back, else go back: Page Up, and a clicker."""
        if not self.console.shown.turn(-1):
            self.go_back()

    def go_on(self) -> None:
        """Take the next step of the page, or the next line of the run sheet."""
        console = self.console
        console.side.keep_notes()
        if console.page is not None and console.page.onward():
            console.page.go_on()
            return
        session = console.session
        if session.state != RUNNING:
            console.go_home()
            return
        if console.page is not None:
            console.page.leave()
        console.tried(Session.walk_on if session.onward() is not None else Session.close)

    def go_back(self) -> None:
        """Take a step back on the page, or on the run sheet."""
        page = self.console.page
        if page is None or not page.go_back():
            self.console.tried(Session.walk_back)

    def skip(self) -> None:
        """Leave this activity undone; the last one leaves the session a draft."""
        self.console.tried(Session.skip)
