"""Where the projector shows what the laptop shows, the console folds its own words away (METHOD.md, mirrored)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from elephants.ui.pages.agenda.agenda import AgendaPage
from elephants.ui.pages.deciding.deciding import DecidingPage
from elephants.ui.pages.sensing.sensing import SensingPage
from elephants.ui.room import other_screen

if TYPE_CHECKING:
    from elephants.ui.console import Console

HOLD = Qt.Key.Key_F8


class Mirrored(QObject):
    """Covers notes, words to say and sealed counts while the room's screen is open and no display is its own.

    What is covered shows while `HOLD` or the button is held, and is covered again when the window loses the keyboard.
    """

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self.console, self.held, self._lost = console, False, False
        console.side.hold.pressed.connect(lambda: self.hold(on=True))
        console.side.hold.released.connect(lambda: self.hold(on=False))
        for watched in (console, console.room):
            watched.installEventFilter(self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self.look)
            app.screenRemoved.connect(self.look)

    def hold(self, *, on: bool) -> None:
        """Show what is covered, as long as a key or the button is held."""
        self.held = on
        self.look()

    def covers(self) -> bool:
        """Tell whether the room may see the facilitator's screen."""
        return self.console.room.isVisible() and other_screen(self.console.window()) is None

    def look(self, _screen: object = None) -> None:
        """Cover, or show again."""
        covered, room = self.covers(), self.console.room
        if covered and room.isFullScreen():
            room.come_in(self.console)  # its display is gone: it must not lie over the console
            self._lost = True
        elif self._lost and not covered:
            self._lost = False
            if room.isVisible():
                self.console.show_room(True)  # its display is back
        self.console.side.cover(on=covered, held=self.held)
        page = self.console.page
        if isinstance(page, AgendaPage | DecidingPage | SensingPage):
            page.cover(on=covered and not self.held)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self.console.room:
            if kind in (QEvent.Type.Show, QEvent.Type.Hide):
                self.look()
        elif kind == QEvent.Type.WindowDeactivate and self.held:
            self.hold(on=False)
        elif isinstance(event, QKeyEvent) and event.key() == HOLD and kind != QEvent.Type.ShortcutOverride:
            if not event.isAutoRepeat():
                self.hold(on=kind == QEvent.Type.KeyPress)
            return True
        return False
