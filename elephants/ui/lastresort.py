"""What nobody expected: it is written to the log, said once in plain words, and the app goes on (ARCHITECTURE)."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from elephants.ui.parts.buttons import LinkButton
from elephants.ui.parts.dialogs import Question
from elephants.ui.parts.words import Words
from elephants.words import tr


class WentWrong(Question):
    """Says what happened, what is safe and what to do, in that order; type, file and line are behind a fold."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Something went wrong in the app"),
            tr("What was saved is safe. What you just did may be missing: look, and do it again. The app goes on."),
            tr("Go on"),
            tr("Close this"),
            parent,
        )
        self.leave.hide()
        self.fold = LinkButton(tr("Details for whoever mends it"), "caret-down", parent=self)
        self.details = Words(details, "label", parent=self)
        self.details.hide()
        self.lay.insertWidget(2, self.fold)
        self.lay.insertWidget(3, self.details)
        self.fold.clicked.connect(lambda: self.details.setVisible(self.details.isHidden()))
        self.do.setFocus()


class LastResort(QObject):
    """Takes the place of Python's own last word; each place in the code is shown once, and logged every time."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.window = window
        self.dialog: WentWrong | None = None
        self._shown: set[str] = set()

    def begin(self) -> None:
        """Listen from now on."""
        sys.excepthook = self.caught

    def caught(self, kind: type[BaseException], trouble: BaseException, _trace: TracebackType | None = None) -> None:
        """Log it and say it; an interrupt from the keyboard is none of ours."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, trouble, _trace)
            return
        from elephants.logs import note_bug  # it is slow to import, and seldom needed

        note_bug(trouble)
        where = told(trouble)
        if where in self._shown or (self.dialog is not None and self.dialog.isVisible()):
            return
        self._shown.add(where)
        self.dialog = WentWrong(where, self.window)
        self.dialog.open()


def told(trouble: BaseException) -> str:
    """Say type, file and line of a bug, and nothing of what it says: that may quote the room."""
    frames = traceback.extract_tb(trouble.__traceback__)
    kind = type(trouble).__name__
    if not frames:
        return kind
    return tr("{kind} in {file}, line {line}", kind=kind, file=Path(frames[-1].filename).name, line=frames[-1].lineno)
