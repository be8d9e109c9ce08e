"""Choosing what a round asks: fresh questions of the pack, or the group's own (METHOD.md, Check-in)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.sessions.text import LIMITS
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.lines import Ask, Line, Lines
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr


class Chooser(QWidget):
    """Lists the questions there are; `asked(str)` and `unasked(str)` tell what the group wants of them."""

    asked = Signal(str)
    unasked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: dict[str, int] = {}
        self.title = Words(tr("What do we ask?"), "big", parent=self)
        self.about = Words(
            tr("Choose one, or two. A question comes again only when we have had them all."), "quiet", parent=self
        )
        self.list = Lines(tr("Questions to choose from"), self)
        self.own = AddField(tr("A question of our own"), tr("Ask this"), limit=LIMITS["question"], parent=self)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(10))
        lay.addWidget(self.title)
        lay.addWidget(self.about)
        lay.addWidget(self.list, 1)
        lay.addWidget(self.own)
        self.list.acted.connect(self._acted)

    def tell(self, chosen: Sequence[str], fresh: Sequence[str]) -> None:
        """Show the chosen questions first, then those to choose from; the same again does nothing."""
        away = Ask(tr("We ask this."), (("unask", tr("Take it away"), "x"),))
        lines = [Line(self._id(text), text, icon="check", strong=True, ask=away) for text in chosen]
        lines += [Line(self._id(text), text, pick="ask") for text in fresh if text not in chosen]
        self.list.tell(lines)

    def to_first(self) -> None:
        """Put the keyboard on the first question that can be chosen."""
        for row in self.list.rows():
            if row.line.pick:
                self.list.choose(row.line.id)
                return
        self.own.setFocus()

    def _id(self, text: str) -> int:
        return self._ids.setdefault(text, len(self._ids))

    def _acted(self, key: int, action: str) -> None:
        text = next(text for text, known in self._ids.items() if known == key)
        (self.unasked if action == "unask" else self.asked).emit(text)
