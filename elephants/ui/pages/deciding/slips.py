"""Paper slips: typed together, one on a line, and kept shuffled, so that no order tells whose they are."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from elephants.sessions.deciding.deciding import Deciding
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.dialogs import Question
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.deciding.deciding import DecidingPage

Keeps = Callable[[Deciding, list[str], random.Random], None]


class SlipsQuestion(Question):
    """Asks for slips until they are kept: what was refused is said here, and every line stays to be mended."""

    def __init__(self, keep: Callable[[list[str]], str], drafted: str, parent: QWidget) -> None:
        super().__init__(
            tr("Paper slips"),
            tr("Type or paste them, one slip on a line. They are kept together, shuffled. Then one voice reads them."),
            tr("Keep the slips"),
            tr("Not now"),
            parent,
        )
        self._keep = keep
        self.field = QPlainTextEdit(drafted, self)
        self.field.setAccessibleName(tr("One slip on a line"))
        self.field.setPlaceholderText(tr("One slip on a line"))
        self.field.setTabChangesFocus(True)
        self.field.setMinimumHeight(px(90))
        self.told = Words("", "told", parent=self)
        self.told.hide()
        self.lay.insertWidget(self.lay.count() - 2, self.field)
        self.lay.insertWidget(self.lay.count() - 2, self.told)
        self.do.show_key(tr("Ctrl+Enter"))
        self.field.textChanged.connect(self._wake)
        self.setTabOrder(self.field, self.do)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wake()

    def slips(self) -> list[str]:
        """Give what stands on each line; empty lines are no slips."""
        return [line.strip() for line in self.field.toPlainText().splitlines() if line.strip()]

    def accept(self) -> None:
        refusal = self._keep(self.slips())
        if not refusal:
            super().accept()
            return
        self.told.say(refusal)
        self.told.show()
        self.field.setAccessibleDescription(refusal)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.do.isEnabled():
                self.accept()
        else:
            super().keyPressEvent(event)

    def _wake(self) -> None:
        self.do.setEnabled(bool(self.slips()))


class SlipsButton(PlainButton):
    """*Paper slips*, beside the field: asks for them; what was typed and not yet kept is there the next time."""

    def __init__(self, page: DecidingPage, deed: Keeps, parent: QWidget) -> None:
        super().__init__(tr("Paper slips"), "note", parent=parent)
        self.setToolTip(tr("Enter slips together; they are kept shuffled"))
        self._page, self._deed, self._drafted = page, deed, ""
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        question = SlipsQuestion(self._kept, self._drafted, self)
        done = question.exec()
        self._drafted = "" if done else question.field.toPlainText()
        question.deleteLater()

    def _kept(self, slips: list[str]) -> str:
        page = self._page
        return page.tried(page.activity, self._deed, slips, page.desk.chance)
