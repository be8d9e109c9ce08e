"""What the room sees just now, on its own screen and as the small live copy: the same view, painted twice."""

from __future__ import annotations

from elephants.desk import Desk
from elephants.sessions.session import Session
from elephants.ui.parts.room_picture import RoomPicture
from elephants.ui.room import RoomWindow
from elephants.ui.views import VIEWS
from elephants.ui.views.base import Sentence, View
from elephants.words import tr


class Shown:
    """Keeps the room's window and the small copy on the same view; a breather covers both."""

    def __init__(self, desk: Desk, room: RoomWindow, copy: RoomPicture) -> None:
        self.desk, self.room, self.copy = desk, room, copy
        self._key: object = None
        room.picture.paged.connect(lambda page, _pages: self.copy.show_page(page))

    def refresh(self, session: Session) -> None:
        """Show the view of the activity the room is in, or the breather."""
        words, now = self.breather_words(), session.now
        key = (words, now.id if now else session.state)
        if key != self._key:
            self._key = key
            view: View = VIEWS[now.kind](self.desk, now.id) if now else Sentence(session.space.name)
            self.room.show_view(view)
            self.room.breathe(words)
            self.copy.show_view(view if words is None else Sentence(words))
        self.room.refresh()
        self.copy.refresh()

    def breather_words(self) -> str | None:
        """Give the words of a breather, or None."""
        if self.desk.breather.paused:
            return tr("We are having a breather.")
        return tr("Let us take our time.") if self.desk.breather.slow else None
