"""What was found, the newest first: a list that asks for more as it is scrolled, with the words marked in each line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from elephants.looking import KINDS
from elephants.ui.history.excerpt import Marks, excerpt
from elephants.ui.history.hitrow import HitRow
from elephants.words import day_words, tr

if TYPE_CHECKING:
    from elephants.store.search import Hit

PORTION = 50
ICONS = {
    "decision": "check-circle",
    "need": "hand-heart",
    "action": "flag",
    "item": "list-checks",
    "point": "note",
    "agreement": "handshake",
    "brought": "scroll",
}

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Shown:
    """One line of the list as it is drawn: what kind it is and when, and its words with marks."""

    kind: str
    about: str
    words: str
    marks: Marks

    @property
    def icon(self) -> str:
        """The picture of its kind."""
        return ICONS[self.kind]

    def spoken(self) -> str:
        """Say it for a screen reader."""
        return f"{self.words.rstrip('.')}. {self.about}"


def shown_of(hit: Hit, spaces: dict[int, str], *, alone: bool) -> Shown:
    """Tell a hit: its kind and its day, and its space unless only one is looked through (`alone`)."""
    words, marks = excerpt(hit.text, hit.marks)
    day = day_words(hit.day) if hit.day is not None else tr("no day yet")
    kind = tr(KINDS[hit.kind])
    kind = kind[:1].upper() + kind[1:]
    if alone:
        about = tr("{kind}, {day}", kind=kind, day=day)
    else:
        about = tr("{kind}, {day}, {space}", kind=kind, day=day, space=spaces.get(hit.space_id, ""))
    return Shown(hit.kind, about, words, marks)


class Found(QAbstractListModel):
    """The lines that were found; `look` gives the next portion that comes before a place (None: the newest)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []
        self._lines: list[Shown] = []
        self._more = False
        self._look: Callable[[int | None], list[Hit]] = lambda _before: []
        self._tell: Callable[[Hit], Shown] = lambda hit: shown_of(hit, {}, alone=True)

    def ask(self, look: Callable[[int | None], list[Hit]], tell: Callable[[Hit], Shown]) -> None:
        """Show what `look` finds, told by `tell`, from the newest on."""
        self.beginResetModel()
        self._look, self._tell = look, tell
        self.hits = look(None)
        self._lines = [tell(hit) for hit in self.hits]
        self._more = len(self.hits) == PORTION
        self.endResetModel()

    @property
    def more(self) -> bool:
        """Whether older ones may follow."""
        return self._more

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken()
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:
        del parent
        if not self.hits:
            return
        older = self._look(self.hits[-1].place)
        self._more = len(older) == PORTION
        if older:
            self.beginInsertRows(QModelIndex(), len(self.hits), len(self.hits) + len(older) - 1)
            self.hits += older
            self._lines += [self._tell(hit) for hit in older]
            self.endInsertRows()


class Hits(QListView):
    """Shows what was found; Up and Down go through it, Enter or a click opens one: `opened(hit)`."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = Found(self)
        self.setModel(self.found)
        self.setItemDelegate(HitRow(self))
        self.setAccessibleName(tr("What was found"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._open)

    def show_first(self) -> None:
        """Stand on the newest line."""
        if self.found.rowCount():
            self.setCurrentIndex(self.found.index(0))
        self.scrollToTop()

    def standing(self) -> Hit | None:
        """Give the line that is stood on."""
        index = self.currentIndex()
        return self.found.hits[index.row()] if index.isValid() else None

    def stand_on(self, kind: str, number: int) -> None:
        """Stand on one line, where it is among those that are shown."""
        for row, hit in enumerate(self.found.hits):
            if (hit.kind, hit.id) == (kind, number):
                self.setCurrentIndex(self.found.index(row))
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.found.hits[index.row()])
