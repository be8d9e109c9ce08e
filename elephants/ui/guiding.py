"""Joins the help to the console: it opens beside the page, follows the room, and gives the keyboard back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from elephants.sessions.activity import AGREED, Activity
from elephants.sessions.guidance.page import HelpPage, page_of, resistance, system, trained, whole_of
from elephants.ui.guide import GuideFace
from elephants.ui.shown import activity_of
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.console import Console


class Guiding(QObject):
    """Opens and closes the help on the laptop's own screen; nothing of it is ever the room's, or kept.

    It stays with the step the room is at. A page of no step stays until the facilitator turns back.
    """

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self.console = console
        self.face: GuideFace | None = None
        self._open = self._brought_side = False
        self._aside: Callable[[], HelpPage | None] | None = None
        self._before: QWidget | None = None
        console.side.help.clicked.connect(self.open)
        console.body.folded.connect(self._fit)
        console.installEventFilter(self)

    def toggle(self) -> None:
        """Open the help, or put it away where it is seen: F1."""
        if self._open and self.face is not None and self.face.isVisible():
            self.close()
        else:
            self.open()

    def open(self) -> None:
        """Show the page of the step the room is at; where the room may see this screen, only say how to see it."""
        console, face = self.console, self._made()
        self._before, self._aside, self._open = QApplication.focusWidget(), None, True
        self._brought_side = not console.side.isVisible()
        self.follow()
        console.body.read(on=True)
        self._fit()
        if self._brought_side:
            console.body.open(console.side, on=True)
        if face.isVisible():
            face.take_keys()
        else:
            console.note.say(tr("The room may see this screen. Hold F8 to read the help."))

    def close(self) -> None:
        """Put the help away, and the side with it where it was only opened for it; the keyboard goes back."""
        console = self.console
        self._open = False
        console.body.read(on=False)
        self._fit()
        if self._brought_side and console.body.is_open(console.side):
            console.body.open(console.side, on=False)
        before = self._before if self._before in console.window().findChildren(QWidget) else None
        usable = before is not None and before.isVisible() and before.isEnabled()
        (before if before is not None and usable else console.body.page).setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def follow(self) -> None:
        """Turn to the step the room is at now."""
        if not self._open or self.face is None:
            return
        there = self._there()
        page = self._aside() if self._aside is not None else None
        whole = whole_of(there)
        self.face.read(
            page or page_of(there),
            tr("{activity} as a whole", activity=whole.title) if whole is not None else "",
            aside=page is not None,
        )

    def _turn(self, to: Callable[[], HelpPage | None] | None) -> None:
        self._aside = to
        self.follow()
        self._made().take_keys()

    def _fit(self) -> None:
        """Give the help the place there is: beside the small copy of the room's screen, or instead of it."""
        if self.face is not None:
            self.console.side.show_guide(self.face, on=self._open, alone=not self.console.body.side_fits)

    def _there(self) -> Activity | None:
        session = self.console.session
        return activity_of(session) if session.state != AGREED else None

    def _whole(self) -> HelpPage | None:
        return whole_of(self._there())

    def _open_manual(self) -> None:
        from elephants.ui.manual import open_manual

        open_manual(self.console.window())

    def _made(self) -> GuideFace:
        if self.face is None:
            face = self.face = GuideFace(self.console.side)
            face.hide()
            face.closed.connect(self.close)
            face.whole_wanted.connect(lambda: self._turn(self._whole))
            face.resistance_wanted.connect(lambda: self._turn(resistance))
            face.trained_wanted.connect(lambda: self._turn(trained))
            face.system_wanted.connect(lambda: self._turn(system))
            face.step_wanted.connect(lambda: self._turn(None))
            face.manual_wanted.connect(self._open_manual)
        return self.face

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            free = self._open and not self.console.note.isVisible()
            if free and event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)
