"""Marks the moments of a process: since when it runs a window is painted, and how much memory it holds then."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

_STATM = Path("/proc/self/statm")


def mark(name: str) -> None:
    """Say to the one who measures that a moment is reached: its name, the clock, and the memory held in MB."""
    print(name, time.monotonic(), megabytes(), flush=True)


def megabytes() -> float:
    """Give the memory this process holds now; where the system does not say, the most it ever held."""
    if _STATM.exists():
        return int(_STATM.read_text(encoding="ascii").split()[1]) * 4096 / 1e6
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most / 1e3


def after_paint(widget: QWidget, act: Callable[[], None]) -> QObject:
    """Do something once, as soon as the next painting of a widget, and of all around it, is done; keep what it gives.

    Qt must be imported before: whoever measures a start chooses the moment.
    """
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

    done = QEvent.Type(QEvent.registerEventType())

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                # It comes first in the next turn of the loop: what is being painted now is painted whole.
                QCoreApplication.postEvent(self, QEvent(done), Qt.EventPriority.HighEventPriority.value)
            return False

        def event(self, event: QEvent) -> bool:
            if event.type() == done:
                act()
                return True
            return super().event(event)

    watch = Watch(widget)
    widget.installEventFilter(watch)
    return watch
