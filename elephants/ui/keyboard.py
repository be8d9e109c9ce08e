"""The keys of the console, pressed there or on the room's screen: every gesture has one (LOOK.md, The console)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from elephants.ui.console import Console


class Keyboard(QObject):
    """Joins keys to what the console does; a clicker sends Page Down and Page Up, which turn the room's pages first."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self._console = console
        acts: dict[str, Callable[[], object]] = {
            "PgDown": console.walk.page_down,
            "PgUp": console.walk.page_up,
            "F1": console.guiding.toggle,
            "F5": console.header.room.toggle,
            "F6": console.pause,
            "Ctrl+Down": console.more,
            "Ctrl+Up": console.fewer,
            "Ctrl+Z": console.undo,
            "Ctrl+K": console.run_sheet.go_anywhere,
            "Ctrl+Shift+A": console.anywhere.toggle,
        }
        for keys, act in acts.items():
            shortcut = QShortcut(QKeySequence(keys), console)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            # a clicker held a moment too long must not walk through the record and agree it
            shortcut.setAutoRepeat(keys in ("Ctrl+Down", "Ctrl+Up"))
            shortcut.activated.connect(act)
        names = {"next": "PgDown", "back": "PgUp", "more": "Ctrl+Down", "fewer": "Ctrl+Up", "room": "F5", "pause": "F6"}
        self._in_room = {name: acts[keys] for name, keys in names.items()}
        console.room.pressed.connect(self._pressed_in_room)

    def _pressed_in_room(self, key: str) -> None:
        if self._console.isEnabled():  # it is not while the window is locked
            self._in_room[key]()


def undo_typing(field: object) -> bool:
    """Undo typing in the field that has the focus; False where there is nothing typed to undo."""
    if isinstance(field, QLineEdit) and field.isUndoAvailable():
        field.undo()
        return True
    if isinstance(field, QPlainTextEdit) and field.document().isUndoAvailable():
        field.undo()
        return True
    return False
