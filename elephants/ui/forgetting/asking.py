"""What the dialogs of forgetting share: a look beforehand aside from the window, lists of lines, and the last word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from elephants.desk import Desk
from elephants.sessions.text import Refused
from elephants.store.reading import Looking, looking
from elephants.ui.parts.buttons import LinkButton
from elephants.ui.parts.lines import Line, Lines
from elephants.ui.parts.patience import with_patience
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.ui.talldialog import TallQuestion
from elephants.words import tr, trn

R = TypeVar("R")

SOME = 20
"""How many lines of a list are shown at first, and how many more each time somebody asks for more."""

LIST = 260
"""How tall a list may be, at 100 %, before it scrolls."""


class Forget(TallQuestion):
    """Shows beforehand what would go; nothing goes until somebody says so, and then nobody brings it back."""

    def __init__(self, desk: Desk, title: str, words: str, do: str, parent: QWidget | None = None) -> None:
        super().__init__(title, words, do, tr("Leave it as it is"), parent)
        self.desk = desk
        self.said = Words("", "told", parent=self)
        self.last = Words(
            tr(
                "This cannot be undone. It does not reach papers, sticks and backups that are somewhere else, "
                "nor what people remember."
            ),
            "strong", parent=self,
        )  # fmt: skip
        for at, part in enumerate((self.said, self.last), 2):  # below what scrolls: always in sight
            self.lay.insertWidget(at, part)
        self.said.hide()
        self.do.setDefault(False)
        self.do.setAutoDefault(False)
        self.do.setEnabled(False)
        self.do.clicked.disconnect(self.accept)
        self.do.clicked.connect(self._done)
        self.setMinimumWidth(px(640))

    def grow(self) -> None:
        """Be as tall as all of it needs; a long list scrolls by itself."""
        for lines in self.body.findChildren(Lines):
            lines.setMinimumHeight(min(max(px(100), lines.sizeHint().height()), px(LIST)))
        super().grow()

    def forget(self) -> None:
        """Do the deed; each dialog has its own."""
        raise NotImplementedError

    def tell(self, words: str) -> None:
        """Say a sentence below the list; "" takes it away."""
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.grow()

    def look(self, words: str, look: Callable[[Looking], R]) -> R | None:
        """Look aside at what would go; None where somebody did not wait or it was refused, which is said."""
        self.tell("")

        def looked(_told: object) -> R:
            with looking(self.desk.store) as db:
                return look(db)

        try:
            return with_patience(self, words, looked)
        except Refused as refusal:
            self.tell(str(refusal))
            return None

    def _done(self) -> None:
        try:
            self.forget()
        except Refused as refusal:
            self.tell(str(refusal))
        else:
            self.accept()


class Listed(QWidget):
    """A heading with the lines under it, some at a time; away where there is none."""

    def __init__(self, title: str, dialog: Forget) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._told: Sequence[tuple[str, str]] = ()
        self.title = Words(title, "heading", parent=dialog)
        self.lines = Lines(title, dialog, folds=False)
        self.more = LinkButton("", "caret-down", parent=dialog)
        self.more.clicked.connect(self._show_more)
        for part in (self.title, self.lines):
            dialog.body.lay.addWidget(part)
        dialog.body.lay.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()
        self.show_lines(())

    def show_lines(self, told: Sequence[tuple[str, str]]) -> None:
        """Show lines, each with what stands quietly below it."""
        self._told = told
        self._show(SOME)
        for part in (self.title, self.lines):
            part.setVisible(bool(told))

    def _show_more(self) -> None:
        self._show(len(self.lines.rows()) + SOME)
        self._dialog.grow()

    def _show(self, some: int) -> None:
        """Show so many of them: a list of thousands would hold the window up, and nobody reads it at a glance."""
        shown = self._told[:some]
        left = len(self._told) - len(shown)
        self.lines.tell([Line(at, words, under=under) for at, (words, under) in enumerate(shown)])
        self.more.say(trn("{n} line more: show the next", "{n} lines more: show the next", left))
        self.more.setVisible(left > 0)
