"""Something for the agenda, from wherever the room is: a small field that opens above the page and goes again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from elephants.desk import Desk
from elephants.sessions.agenda.agenda import Agenda, ask_for, open_agenda
from elephants.sessions.base import Refused
from elephants.sessions.text import LIMITS
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.buttons import QuietButton
from elephants.ui.style import px
from elephants.words import tr


class Anywhere(QWidget):
    """Adds to today's agenda while that is still to come, else to the next one; `said(sentence)` tells to which.

    What the room is doing stays as it is: the keyboard goes back to where it was. What was typed and not added waits.
    """

    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._before: QWidget | None = None
        self.field = AddField(tr("Something for the agenda"), tr("Add it"), limit=LIMITS["title"], parent=self)
        self.leave = QuietButton(tr("Not now"), "x", tr("Escape"), parent=self)
        self.field.beside(self.leave)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, px(8))
        lay.addWidget(self.field)
        self.hide()
        self.leave.clicked.connect(self.close_field)
        self.field.added.connect(self._add)

    def toggle(self) -> None:
        """Open the field and put the keyboard there, or put it away where it has the keyboard."""
        focused = QApplication.focusWidget()
        if self.isVisible() and focused is not None and self.isAncestorOf(focused):
            self.close_field()
            return
        self._remember(focused)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_field(self) -> None:
        """Put the field away; the keyboard goes back to where it was."""
        before = self._before
        self._remember(None)
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focusNextChild()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_field()
        else:
            super().keyPressEvent(event)

    def _remember(self, focused: QWidget | None) -> None:
        """Remember where the keyboard was; a page that is gone by then is forgotten."""
        if self._before is not None:
            self._before.destroyed.disconnect(self._forget)
        self._before = focused
        if focused is not None:
            focused.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._before = None

    def _add(self, words: str) -> None:
        session = self.desk.session
        if session is None:
            return
        agenda = open_agenda(session)
        try:
            if agenda is not None:
                self.desk.change(agenda, Agenda.add_item, words)
            else:
                self.desk.change(session.space, ask_for, words)
        except Refused as refusal:
            self.field.say(str(refusal))
            return
        self.field.accept()
        self.close_field()
        today = tr("On today's agenda: {item}", item=words)
        self.said.emit(today if agenda is not None else tr("On the next agenda: {item}", item=words))
