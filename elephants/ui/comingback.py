"""After a crash: the session that was open is opened again, where the room was, with the room's screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from elephants.store.open_room import OpenRoom, clear, note, noted
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.keeping import Keeping

MOST = 2
"""How often the app comes back by itself without being closed since: what stopped it may lie on that very page."""


class ComingBack(QObject):
    """Notes what is open in one's own store, and goes back to it at the next start if the app was never closed."""

    def __init__(self, keeping: Keeping) -> None:
        super().__init__(keeping)
        self.keeping, self.app = keeping, keeping.app
        self._room = OpenRoom(0)

    def opened(self) -> None:
        """Hear that a session was opened."""
        session, console = self.app.desk.session, self.app.console
        if session is None or console is None or not self.keeping.own:
            return
        self._room = OpenRoom(session.id, console.room.isVisible(), self._room.back)
        note(self.app.store_path, self._room)
        console.header.room.toggled.connect(self._tell_screen)
        console.room.closed.connect(lambda: self._tell_screen(on=False))

    def _tell_screen(self, on: bool) -> None:
        if self.app.console is not None and on != self._room.screen:
            self._room = replace(self._room, screen=on)
            note(self.app.store_path, self._room)

    def left(self) -> None:
        """Hear that the session is left, or the app closed: there is nothing to go back to."""
        if self.keeping.own:
            self._room = OpenRoom(0)
            clear(self.app.store_path)

    def look(self) -> None:
        """Go back, as soon as a session can be opened, to one that was never left."""
        was = noted(self.app.store_path)
        if was is None or self.app.console is not None:
            return
        if was.back >= MOST:
            clear(self.app.store_path)
            self.keeping.say(tr("Elephants stopped in this session several times. All that was saved is there: go on."))
        else:
            self._room = replace(was, back=was.back + 1)
            note(self.app.store_path, self._room)
            self.app.loaded.connect(self._go_back, Qt.ConnectionType.SingleShotConnection)

    def _go_back(self) -> None:
        was = self._room
        if was.session and self._is_there(was.session):
            self.app.open_session(was.session)
            self._show_room(on=was.screen)

    def _show_room(self, *, on: bool) -> None:
        console = self.app.console
        if console is not None:
            console.header.room.setChecked(on)
            here = tr("Elephants stopped without being closed. This is where you were, and all that was saved is here.")
            console.note.say(self.app.desk.store.missing or here)

    def _is_there(self, session: int) -> bool:
        store = self.app.store
        if store is None or self.app.console is not None or not self.keeping.own:
            return False
        with store.reading() as raw:
            return bool(raw.execute("SELECT count(*) FROM session WHERE id = ?", (session,)).fetchone()[0])
