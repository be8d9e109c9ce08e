"""What is open and due, to look through: each line opens the decision it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.ui.history.shown import Lines, Shown, ShownList
from elephants.ui.homelists import DUE_ICONS, due_about, due_words
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.store.glance import DueSeen


class Due(QWidget):
    """Shows all that is due in a space as `lines`; Enter or a click opens one: `opened(due)`."""

    opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.due: tuple[DueSeen, ...] = ()
        self._told = Lines(self)
        self.lines = ShownList(self._told, tr("What is due"), self)
        self.said = Words("", "quiet", parent=self)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(8))
        lay.addWidget(self.said)
        lay.addWidget(self.lines, 1)
        self.lines.chosen.connect(lambda row: self.opened.emit(self.due[row]))

    def show_due(self, due: Sequence[DueSeen], today: date) -> None:
        """Show this; stands again on the line that was stood on, or on the one in its place."""
        at = max(0, self.lines.currentIndex().row())
        stood = [(one.kind, one.id) for one in self.due[at : at + 1]]
        self.due = tuple(due)
        self._told.show([_shown(one, today) for one in due])
        if due:
            same = (row for row, one in enumerate(due) if [(one.kind, one.id)] == stood)
            self.lines.stand_at(next(same, min(at, len(due) - 1)))
        self.lines.setVisible(bool(due))
        self.said.say(
            tr("Enter or a click opens the story of the decision.")
            if due
            else tr("Nothing is open, and nothing is due.")
        )


def _shown(one: DueSeen, today: date) -> Shown:
    of = tr("Decision: {title}", title=one.of) if one.of and one.kind != "decision" else ""
    about = ". ".join(part for part in (*due_about(one, today), of) if part)
    return Shown(DUE_ICONS[one.kind], about, (due_words(one), ()))
