"""The first moments: keys pressed before home has its data are kept and given on, and nothing comes before the paint.

Nothing typed is lost, and no import or query delays the frame (SPEED.md, Start).
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


class EarlyKeys(QObject):
    """Holds back keys until `let_go`; then sends them, in their order, to what has the focus."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._kept: list[QKeyEvent] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and watched.isWindowType():
            if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                self._kept.append(event.clone())
            return True
        return False

    def let_go(self) -> None:
        """Give the kept keys on and hold none back any more."""
        self._app.removeEventFilter(self)
        focused: QObject | None = self._app.focusWindow()
        window = focused if focused is not None else next(iter(self._app.topLevelWindows()), None)
        if window is not None:
            for key in self._kept:
                QCoreApplication.postEvent(window, key)
        self._kept = []


class FirstPaint(QObject):
    """Tells by `painted`, once, that a window and all in it has been painted for the first time."""

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # The next turn of the loop: until then the parts of the window are still being painted.
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), Qt.EventPriority.LowEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            self.painted.emit()
            return True
        return super().event(event)
