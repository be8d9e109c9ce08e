"""The room's window: one thing, large, for everybody; no menus, no notes (LOOK.md, The room screen)."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.ui.parts.room_picture import RoomPicture
from elephants.ui.views.base import Sentence, View
from elephants.words import tr

_ZOOM_STEP = 1.1
_SMALL = QSize(960, 540)
_KEYS = {
    Qt.Key.Key_PageDown: "next",
    Qt.Key.Key_PageUp: "back",
    Qt.Key.Key_Down: "more",
    Qt.Key.Key_Up: "fewer",
    Qt.Key.Key_F5: "room",
    Qt.Key.Key_F6: "pause",
    Qt.Key.Key_Period: "pause",  # these two a clicker sends to make the screen black
    Qt.Key.Key_B: "pause",
}


class RoomWindow(QWidget):
    """Shows a view full screen on the second display, or in a window where there is none.

    Keys pressed here go to the console by `pressed(str)`: next, back, more, fewer, room, pause. Ctrl with + and -
    make the words larger and smaller, Escape leaves the full screen.
    """

    pressed = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("Room screen"))
        self.picture = RoomPicture(self)
        self._view: View | None = None
        self._breather: str | None = None
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.addWidget(self.picture)
        self.resize(_SMALL)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Room screen"))

    def show_view(self, view: View | None) -> None:
        """Show what the room sees of another activity."""
        self._view = view
        if self._breather is None:
            self.picture.show_view(view)
        self._describe()

    def refresh(self) -> None:
        """Draw again if the view would tell something else; for every `changed` of the desk."""
        self.picture.refresh()
        self._describe()

    def breathe(self, words: str | None) -> None:
        """Show only these words ("We are having a breather."), and with None the view again, as it was."""
        if words == self._breather:
            return
        self._breather = words
        self.picture.show_view(self._view if words is None else Sentence(words))
        self._describe()

    def _describe(self) -> None:
        view = self.picture.view()
        words = view.words() if view else ""
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    def open_on(self, beside: QWidget | None = None) -> bool:
        """Open on a display other than the one `beside` is on, full screen; False: there is none, a window opened."""
        other = other_screen(beside)
        if other is None:
            self.showNormal()
            return False
        self.setScreen(other)
        self.setGeometry(other.geometry())
        self.showFullScreen()
        return True

    def come_in(self, beside: QWidget) -> None:
        """Come to the display of the console as a small window, where the display it was on is gone."""
        self.showNormal()
        here = beside.screen().availableGeometry()
        size = _SMALL.boundedTo(here.size())
        self.setScreen(beside.screen())
        self.setGeometry(QRect(here.bottomRight() - QPoint(size.width(), size.height()) + QPoint(1, 1), size))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, ctrl = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if ctrl and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.picture.set_zoom(self.picture.zoom() * _ZOOM_STEP)
        elif ctrl and key == Qt.Key.Key_Minus:
            self.picture.set_zoom(self.picture.zoom() / _ZOOM_STEP)
        elif ctrl and key == Qt.Key.Key_0:
            self.picture.set_zoom(1.0)
        elif key == Qt.Key.Key_Escape and self.isFullScreen():
            self.showNormal()
        elif key in _KEYS:
            self.pressed.emit(_KEYS[key])
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)


def other_screen(beside: QWidget | None) -> QScreen | None:
    """Find a display other than the one a window is on; one that shows the same place (mirrored) is no other."""
    here = beside.screen() if beside is not None else QGuiApplication.primaryScreen()
    for screen in QGuiApplication.screens():
        if screen is not here and screen.geometry().topLeft() != here.geometry().topLeft():
            return screen
    return None
