"""The console and the room's window of one evening, both of them real windows, and the keys pressed in them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from elephants.ui.console import Console
from elephants.ui.room import RoomWindow
from elephants.ui.window import SMALLEST, USUAL
from tests.ui.views.kitchen import Kitchen
from tests.ui.walking import settle


class TwoWindows:
    """One evening at the Tuesday kitchen with its console open; `open_room` opens the room's window beside it."""

    def __init__(self, folder: Path) -> None:
        self.kitchen = Kitchen(folder)
        self._away = False
        self.room = RoomWindow()
        self.console = Console(self.kitchen.desk, self.room)
        self.console.setMinimumSize(*SMALLEST)
        self.console.resize(*USUAL)
        self.console.show()
        self.console.activateWindow()
        settle()

    def open_room(self) -> None:
        """Open the room's window; the keyboard stays at the console."""
        self.room.show()
        self.console.activateWindow()
        settle()

    def press(self, key: Qt.Key, window: QWidget | None = None, *, ctrl: bool = False) -> None:
        """Press a key where the keyboard is in a window, or in the console."""
        window = window or self.console
        control = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        focused: QWidget | None = window.focusWidget()
        QTest.keyClick(window if focused is None else focused, key, control)
        settle()

    def click(self, button: QWidget) -> None:
        """Click a button."""
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()

    def put_console_away(self) -> None:
        """Put the console away, as another one takes its place."""
        if not self._away:
            self._away = True
            self.console.close_desk()
            self.console.close()
            self.console.deleteLater()
            settle()

    def room_words(self) -> str:
        """Say what the room's window shows."""
        return self.room.picture.accessibleName()


@contextmanager
def two_windows(folder: Path) -> Iterator[TwoWindows]:
    """Open both windows, and put them away afterwards."""
    made = TwoWindows(folder)
    yield made
    made.put_console_away()
    made.room.close()
    made.room.deleteLater()
    made.kitchen.desk.close()
    settle()
