"""Notices that nobody touches the windows: no key, click or move of the mouse for some minutes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_TOUCHES = frozenset(
    (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
     QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.InputMethod)
)  # fmt: skip


class Idle(QObject):
    """Tells by `long` once when nobody has touched a window for so long.

    It listens at the windows of the system that have had the focus, where few events come by: a filter on the whole
    application would hear every paint.
    """

    long = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.clock = QTimer(self, singleShot=True)
        self.clock.timeout.connect(self.long)
        self._moved = False
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._listen)
        self._listen(QGuiApplication.focusWindow())

    def allow(self, minutes: int) -> None:
        """Begin to count anew; 0 minutes: never mind."""
        self.clock.setInterval(minutes * 60_000)
        self.touched()

    def touched(self) -> None:
        """Begin to count anew."""
        if self.clock.interval():
            self.clock.start()
        else:
            self.clock.stop()

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)
        self.touched()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touched()
        return False
