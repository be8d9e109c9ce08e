"""What is open and due, to look through: each line opens the decision it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.store.history import PORTION
from elephants.ui.history.shown import Index, Lines, Shown, ShownList
from elephants.ui.homelists import DUE_ICONS, due_about, due_words
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.store.glance import DueSeen


class Portions(Lines):
    """The lines of what is due, told a portion at a time as the list is scrolled: each has to be measured."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._due: Sequence[DueSeen] = ()
        self._today = date.min

    def show_due(self, due: Sequence[DueSeen], today: date) -> None:
        """Show the first of these, and the others as they are asked for."""
        self._due, self._today = due, today
        self.show([_shown(one, today) for one in due[:PORTION]])

    def reach(self, row: int) -> None:
        """Tell as many lines as lead to one."""
        while row >= len(self.lines) and self.canFetchMore(QModelIndex()):
            self.fetchMore(QModelIndex())

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and len(self.lines) < len(self._due)

    def fetchMore(self, parent: Index) -> None:
        first = len(self.lines)
        more = self._due[first : first + PORTION]
        if parent.isValid() or not more:
            return
        self.beginInsertRows(QModelIndex(), first, first + len(more) - 1)
        self.lines += [_shown(one, self._today) for one in more]
        self.endInsertRows()


class Due(QWidget):
    """Shows all that is due in a space as `lines`; Enter or a click opens one: `opened(due)`."""

    opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.due: tuple[DueSeen, ...] = ()
        self._told = Portions(self)
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
        self._told.show_due(self.due, today)
        if due:
            same = (row for row, one in enumerate(due) if [(one.kind, one.id)] == stood)
            row = next(same, min(at, len(due) - 1))
            self._told.reach(row)
            self.lines.stand_at(row)
        self.lines.setVisible(bool(due))
        self.said.say(_said(len(due)))


def _said(number: int) -> str:
    if not number:
        return tr("Nothing is open, and nothing is due.")
    opens = tr("Enter or a click opens the story of the decision.")
    return tr("{n} things are open or due.", n=number) + f" {opens}" if number > PORTION else opens


def _shown(one: DueSeen, today: date) -> Shown:
    of = tr("Decision: {title}", title=one.of) if one.of and one.kind != "decision" else ""
    about = ". ".join(part for part in (*due_about(one, today), of) if part)
    return Shown(DUE_ICONS[one.kind], about, (due_words(one), ()))
