"""The way through a session: on, back, past an activity, and through the pages of the room's screen (LOOK.md)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from elephants.sessions.activity import RUNNING
from elephants.sessions.session import Session
from elephants.ui.style import moves
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.console import Console

LIT_MS = 700
"""How long the room sees all chairs lit before it walks on (METHOD.md, Check-in)."""


class Walk(QObject):
    """Does what *Next*, *Back* and *Skip* and their keys ask for, on the page or else on the run sheet.

    By whatever way the room leaves a round, first all chairs light, and the room sees that: nobody can be seen to
    have said nothing. A second press does not wait.
    """

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self.console = console
        self._way: Callable[[], None] | None = None
        self._from: int | None = None
        self._lit = QTimer(self, singleShot=True, interval=LIT_MS)
        self._lit.timeout.connect(self._arrive)
        console.run_sheet.going.connect(self.go)
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
        if self._way is not None:
            self._arrive()
            return
        console.side.keep_notes()
        if console.page is not None and console.page.onward():
            console.page.go_on()
            return
        session = console.session
        if session.state != RUNNING:
            console.go_home()
            return
        deed = Session.walk_on if session.onward() is not None else Session.close
        if deed is Session.close and not console.balloting.may_lose():
            return
        self.leave(lambda: console.tried(deed))

    def go_back(self) -> None:
        """Take a step back on the page, or on the run sheet."""
        self.stay()
        page = self.console.page
        if page is None or not page.go_back():
            self.leave(lambda: self.console.tried(Session.walk_back))

    def skip(self) -> None:
        """Leave this activity undone; the last one leaves the session a draft."""
        if self._way is not None:
            self._arrive()
        elif self.console.session.onward() is not None or self.console.balloting.may_lose():
            self.leave(lambda: self.console.tried(Session.skip))

    def go(self, activity_id: int) -> None:
        """Go to a line of the run sheet."""
        console = self.console
        now = console.session.now
        if now is None or now.id != activity_id:
            self.leave(lambda: console.tried(Session.go, console.desk.activity(activity_id)))

    def leave(self, way: Callable[[], None]) -> None:
        """Leave the activity by a way, such as to a line of the run sheet, once the room has seen its end."""
        page, now = self.console.page, self.console.session.now
        waits = self._way is None and page is not None and page.leave()
        self._way, self._from = way, now.id if now is not None else None
        if waits:
            self.console.shown.paint()
        if waits and moves():
            self._lit.start()
        else:
            self._arrive()

    def stay(self) -> None:
        """Forget a way that waits: something else is done first."""
        self._lit.stop()
        self._way = None

    def _arrive(self) -> None:
        """Go the way that waited; not where the room is in something else by now."""
        way, session = self._way, self.console.desk.session
        self.stay()
        now = session.now if session is not None else None
        if way is not None and session is not None and (now.id if now is not None else None) == self._from:
            way()
