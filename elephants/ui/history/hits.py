"""What was found, the newest first: a list that asks for more as it is scrolled, with the words marked in each line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from elephants.looking import KINDS
from elephants.store.history import PORTION
from elephants.ui.history.excerpt import titled
from elephants.ui.history.shown import Index, Lines, Shown, ShownList
from elephants.words import day_words, tr

if TYPE_CHECKING:
    from elephants.store.search import Hit

ICONS = {
    "decision": "check-circle",
    "need": "hand-heart",
    "action": "flag",
    "item": "list-checks",
    "point": "note",
    "agreement": "handshake",
    "learned": "chats-circle",
    "brought": "scroll",
}


def kind_words(kind: str) -> str:
    """Say what kind of line it is, at the beginning of a sentence."""
    words = tr(KINDS[kind])
    return words[:1].upper() + words[1:]


def shown_of(hit: Hit, spaces: dict[int, str], *, alone: bool) -> Shown:
    """Tell a hit: its kind and its day, and its space unless only one is looked through (`alone`)."""
    title, words = titled(hit.text, hit.marks)
    none = tr("no day") if hit.brought else tr("no day yet")
    kind, day = kind_words(hit.kind), day_words(hit.day) if hit.day is not None else none
    if alone:
        about = tr("{kind}, {day}", kind=kind, day=day)
    else:
        about = tr("{kind}, {day}, {space}", kind=kind, day=day, space=spaces.get(hit.space_id, ""))
    return Shown(ICONS[hit.kind], about, words, title)


class Found(Lines):
    """The lines that were found; `look` gives the next portion that comes before a place (None: the newest)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []
        self._more = False
        self._look: Callable[[int | None], list[Hit]] = lambda _before: []
        self._tell: Callable[[Hit], Shown] = lambda hit: shown_of(hit, {}, alone=True)

    def ask(self, look: Callable[[int | None], list[Hit]], tell: Callable[[Hit], Shown]) -> None:
        """Show what `look` finds, told by `tell`, from the newest on."""
        self._look, self._tell = look, tell
        self.hits = look(None)
        self._more = len(self.hits) == PORTION
        self.show([tell(hit) for hit in self.hits])

    @property
    def more(self) -> bool:
        """Whether older ones may follow."""
        return self._more

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
            self.lines += [self._tell(hit) for hit in older]
            self.endInsertRows()


class Hits(ShownList):
    """Shows what was found; Up and Down go through it, Enter or a click opens one: `opened(hit)`."""

    opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        self.found = Found(parent)
        super().__init__(self.found, tr("What was found"), parent)
        self.chosen.connect(lambda row: self.opened.emit(self.found.hits[row]))

    def show_first(self) -> None:
        """Stand on the newest line."""
        if self.found.rowCount():
            self.stand_at(0)
        self.scrollToTop()

    def standing(self) -> Hit | None:
        """Give the line that is stood on."""
        index = self.currentIndex()
        return self.found.hits[index.row()] if index.isValid() else None

    def stand_on(self, hit: Hit, shown: int) -> None:
        """Stand on a line again, where it is among the first `shown` of those that are found now."""
        while True:
            for row, one in enumerate(self.found.hits):
                if (one.kind, one.id) == (hit.kind, hit.id):
                    self.stand_at(row)
                    return
            if not self.found.more or self.found.rowCount() >= shown:
                return
            self.found.fetchMore(QModelIndex())
