"""What the room sees just now, on its own screen and as the small live copy: the same view, painted twice."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from elephants.desk import Desk
from elephants.sessions.activity import AGREED, CLOSED, Activity
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.session import Session
from elephants.ui.parts.room_picture import RoomPicture
from elephants.ui.room import RoomWindow
from elephants.ui.views import VIEWS
from elephants.ui.views.base import Sentence, View
from elephants.words import tr


def activity_of(session: Session) -> Activity | None:
    """Give the activity the room is in; of a session that is over its read-back, which is read after closing too."""
    if session.state not in (CLOSED, AGREED):
        return session.now
    return next((one for one in session.activities if isinstance(one, ReadBack) and not one.of_earlier), None)


class Shown(QObject):
    """Keeps the room's window and the small copy on the same view and the same page; a breather covers both.

    The room's screen leads while it is seen, else the copy. `paged(page, pages)` tells what the room sees.
    """

    paged = Signal(int, int)

    def __init__(self, desk: Desk, room: RoomWindow, copy: RoomPicture, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk, self.room, self.copy = desk, room, copy
        self._key: tuple[str | None, object] = (None, None)
        self._left_at = 0
        copy.follow(room.picture)
        room.picture.paged.connect(self._room_turned)
        copy.paged.connect(self._copy_turned)
        for picture in (room.picture, copy):
            picture.paged.connect(self._tell, Qt.ConnectionType.QueuedConnection)
            picture.reshaped.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def refresh(self, session: Session) -> None:
        """Show the view of the activity the room is in, or the breather."""
        words, there = self.breather_words(), activity_of(session)
        about = (there.id if there is not None else 0, session.state)
        if (words, about) != self._key:
            self._show(self._view_of(session, there), words, about)
        self.room.refresh()
        self._paint_room()
        self.copy.refresh()

    def _view_of(self, session: Session, there: Activity | None) -> View:
        if there is not None:
            return VIEWS[there.kind](self.desk, there.id)
        agreed = session.state == AGREED
        return Sentence(tr("The room has agreed this record. Thank you.") if agreed else session.space.name)

    def _show(self, view: View, words: str | None, about: object) -> None:
        """Show a view or a breather; after a breather the room finds the page it was on."""
        covered, before = self._key
        if covered is None:
            self._left_at = self.copy.page()
        page = self._left_at if about == before else 0
        self._key = (words, about)
        self.room.show_view(view)
        self.room.breathe(words)
        if page == 0:
            self._paint_room()
        self.copy.show_view(view if words is None else Sentence(words))
        if words is None:
            for picture in (self.room.picture, self.copy):
                picture.show_page(page)

    def breather_words(self) -> str | None:
        """Give the words of a breather, or of going on with paper; None where the room sees its activity."""
        if self.desk.breather.lid:
            return tr("We go on with paper.")
        if self.desk.breather.paused:
            return tr("We are having a breather.")
        return tr("Let us take our time.") if self.desk.breather.slow else None

    def paint(self) -> None:
        """Paint both pictures at once, before anything else changes."""
        for picture in (self.room.picture, self.copy):
            if picture.isVisible():
                picture.repaint()

    def _paint_room(self) -> None:
        """Paint now what has become other on the room's screen: nobody there waits for this window."""
        QCoreApplication.sendPostedEvents(self.room, QEvent.Type.UpdateRequest.value)

    # -- pages -------------------------------------------------------------------------------------------------

    def turn(self, by: int) -> bool:
        """Turn the room's pages; False where nobody sees one more in that direction."""
        picture = self._leading()
        return picture is not None and picture.turn(by)

    def _leading(self) -> RoomPicture | None:
        return next((one for one in (self.room.picture, self.copy) if one.isVisible()), None)

    def _room_turned(self, page: int, _pages: int) -> None:
        if self.room.picture.isVisible():
            self.copy.show_page(page)

    def _copy_turned(self, page: int, _pages: int) -> None:
        if not self.room.picture.isVisible():
            self.room.picture.show_page(page)

    def _tell(self, *_page: int) -> None:
        picture = self._leading()
        pages = picture.pages() if picture is not None else 1
        self.paged.emit(picture.page() if picture is not None else 0, pages)
