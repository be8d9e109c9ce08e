"""Lines to look through, one below the other, each a picture with words and marks; Enter or a click opens one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from elephants.ui.history.excerpt import Marked
from elephants.ui.history.hitrow import HitRow
from elephants.ui.style import px

LEAST = 140
"""How much of the lines is seen at least, at 100 %."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Shown:
    """One line as it is drawn: the picture of its kind, its title and words with marks, and what it is and when."""

    icon: str
    about: str
    words: Marked
    title: Marked = ("", ())

    def spoken(self) -> str:
        """Say it for a screen reader."""
        said = (self.title[0].rstrip("."), self.words[0].rstrip("."), self.about)
        return ". ".join(one for one in said if one)


class Lines(QAbstractListModel):
    """The lines that are there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[Shown] = []

    def show(self, lines: Sequence[Shown]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken()
        return None


class ShownList(QListView):
    """Goes through lines by Up and Down; `chosen(row)` tells of Enter or a click. Up from the first is the page's."""

    chosen = Signal(int)

    def __init__(self, lines: Lines, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(lines)
        self.setItemDelegate(HitRow(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._choose)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), px(LEAST))

    def stand_at(self, row: int) -> None:
        """Stand on a line, and bring it into sight."""
        self.setCurrentIndex(self.model().index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, first = event.key(), self.currentIndex().row() <= 0
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and first):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.row())
