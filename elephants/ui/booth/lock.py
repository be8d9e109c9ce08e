"""The lock of the booth: of all keys and pointers only those get through that a voter needs (METHOD.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

if TYPE_CHECKING:
    from elephants.ui.booth.window import BoothWindow

WAY_OUT = Qt.Key.Key_F12
_KEYS = frozenset((QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride, QEvent.Type.Shortcut))
_POINTS = frozenset((QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchBegin))
_NEVER = frozenset(
    (QEvent.Type.ContextMenu, QEvent.Type.DragEnter, QEvent.Type.Drop, QEvent.Type.Wheel, QEvent.Type.ToolTip,
     QEvent.Type.WhatsThis, QEvent.Type.StatusTip, QEvent.Type.NativeGesture)
)  # fmt: skip
_CHORDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)  # fmt: skip
_MOVES = frozenset(
    (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Left,
     Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Backspace)
)  # fmt: skip


class Lock(QObject):
    """Stands before the whole application while the booth is up: the console gets no key, whatever has the focus."""

    def __init__(self, booth: BoothWindow) -> None:
        super().__init__(booth)
        self._booth = booth
        self._on = False

    def close(self) -> None:
        """Lock."""
        app = QApplication.instance()
        if app is not None and not self._on:
            self._on = True
            app.installEventFilter(self)

    def open(self) -> None:
        """Let everything through again."""
        app = QApplication.instance()
        if app is not None and self._on:
            self._on = False
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _KEYS:
            return not self._lets(watched, event)
        if kind in _NEVER:
            return self._within(watched)
        if kind == QEvent.Type.MouseMove:
            self._booth.touched()
        elif kind in _POINTS and self._within(watched):
            return self._booth.takes(by_tap=True) or (isinstance(event, QMouseEvent) and not _is_tap(event))
        return False

    def _lets(self, watched: QObject, event: QEvent) -> bool:
        modal: QWidget | None = QApplication.activeModalWidget()
        if modal is not None and _belongs(watched, modal):
            return True  # something went wrong in the app, and says so
        if not self._within(watched) or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyRelease:
            return self._release(event)
        return not event.isAutoRepeat() and self._press(event)

    def _press(self, event: QKeyEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and event.key() == WAY_OUT:
            self._booth.hold()
        taken = pressed and self._booth.takes()
        return not taken and event.key() != WAY_OUT and _is_voters(event)

    def _release(self, event: QKeyEvent) -> bool:
        if event.key() == WAY_OUT and not event.isAutoRepeat():
            self._booth.let_go()
        return event.key() != WAY_OUT and not event.isAutoRepeat()

    def _within(self, watched: QObject) -> bool:
        return _belongs(watched, self._booth)


def _belongs(watched: QObject, window: QWidget) -> bool:
    if isinstance(watched, QWindow):
        return watched is window.windowHandle()
    return isinstance(watched, QWidget) and (watched is window or window.isAncestorOf(watched))


def _is_tap(event: QMouseEvent) -> bool:
    return event.button() == Qt.MouseButton.LeftButton and event.type() == QEvent.Type.MouseButtonPress


def _is_voters(event: QKeyEvent) -> bool:
    """Whether a voter needs this key: letters, numbers, and the keys that go from card to card and choose one."""
    typed = event.text()
    types = bool(typed) and typed.isprintable()
    if isinstance(QApplication.focusWidget(), QLineEdit) and types:
        return not event.modifiers() & Qt.KeyboardModifier.MetaModifier and not _is_plain_chord(event)
    return not event.modifiers() & _CHORDS and (types or event.key() in _MOVES)


def _is_plain_chord(event: QKeyEvent) -> bool:
    """Whether Ctrl or Alt is held alone; both together are how many keyboards type signs."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return held in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)
