"""A page to read one line that was found: an old paper around it, or what has no page of its own; read-only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from elephants.sessions.brought.lines import CODE, HEADING, ITEM
from elephants.ui.history.hits import kind_words
from elephants.ui.history.ways import in_a_column, scrolled_by_key
from elephants.ui.parts.buttons import PlainButton, QuietButton
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import day_words, tr

if TYPE_CHECKING:
    from elephants.sessions.brought.brought import Brought, BroughtParagraph
    from elephants.store.search import Hit

WIDE = 752
"""How wide the words stand at most, at 100 %: about 80 letters."""
AROUND = 12
"""How many paragraphs of an old paper are shown before and after the one that was found; and how many more by turns."""


class Reading(QWidget):
    """Shows a hit, and of an old paper its neighbourhood; `left` wants the list again, `session_wanted` its session."""

    left = Signal()
    session_wanted = Signal(int)

    def __init__(self, hit: Hit, space: str, paper: Brought | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hit, self.space, self.paper = hit, space, paper
        self.back = QuietButton(tr("Back"), "arrow-left", tr("Esc"), parent=self)
        self.session = PlainButton(tr("Open this session"), "folder-open", parent=self)
        self.session.setVisible(hit.session_id is not None)
        self.before = QuietButton(tr("More before this"), "caret-up", parent=self)
        self.after = QuietButton(tr("More after this"), "caret-down", parent=self)
        self._paragraphs: Sequence[BroughtParagraph] = paper.paragraphs if paper is not None else ()
        at = next((at for at, one in enumerate(self._paragraphs) if one.id == hit.id), 0)
        self._shown = range(at, at)
        self._build()
        if paper is None:
            self._scrolled.lay.addWidget(_found(hit.text, "", self))
        else:
            self._show(range(at, at + 1))
            self.show_more(AROUND, AROUND)
        self._scrolled.lay.addStretch(1)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch(1)
        head.addWidget(self.session)
        self._scrolled = Scrolled(self)
        self._scrolled.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scrolled.setAccessibleName(self._title())
        self._scrolled.lay.setSpacing(px(8))
        self._scrolled.lay.setContentsMargins(px(16), px(12), px(16), px(12))
        self._fill()
        lay = self._lay = QVBoxLayout(self)
        lay.setSpacing(px(12))
        lay.addLayout(head)
        lay.addWidget(self._scrolled, 1)
        self.setFocusProxy(self.session if self.hit.session_id is not None else self._scrolled)
        self.back.clicked.connect(self.left)
        self.session.clicked.connect(lambda: self.session_wanted.emit(self.hit.session_id))
        self.before.clicked.connect(lambda: self.show_more(AROUND, 0))
        self.after.clicked.connect(lambda: self.show_more(0, AROUND))

    def _fill(self) -> None:
        for words, role in ((self._title(), "title"), (self._told(), "quiet")):
            self._scrolled.lay.addWidget(Words(words, role, parent=self))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(8))
        if self.paper is not None:
            self._scrolled.lay.addWidget(self.before, 0, Qt.AlignmentFlag.AlignLeft)
            self._scrolled.lay.addLayout(self._lines)
            self._scrolled.lay.addWidget(self.after, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.before.hide()
            self.after.hide()

    def show_more(self, before: int, after: int) -> None:
        """Show so many more paragraphs of the paper, before and after what is shown."""
        here = self._shown
        self._show(range(max(0, here.start - before), min(len(self._paragraphs), here.stop + after)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        in_a_column(self, self._lay, WIDE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not scrolled_by_key(self._scrolled, event):
            super().keyPressEvent(event)

    # -- within ------------------------------------------------------------------------------------------------

    def _title(self) -> str:
        if self.paper is not None:
            return self.paper.title or self.paper.source
        return kind_words(self.hit.kind)

    def _told(self) -> str:
        day = day_words(self.hit.day) if self.hit.day is not None else tr("no day yet")
        if self.paper is None:
            return tr("{space}, {day}.", space=self.space, day=day)
        day = day if self.hit.day is not None else tr("it says no day")
        told = tr("{space}, {day}. Brought in, as it was written.", space=self.space, day=day)
        return " ".join((told, tr("The file was called {name}.", name=self.paper.source)))

    def _show(self, wanted: range) -> None:
        for place in wanted:
            if place not in self._shown:
                at = place - wanted.start if place < self._shown.start else self._lines.count()
                self._lines.insertWidget(at, self._line(self._paragraphs[place]))
        self._shown = wanted
        self.before.setVisible(wanted.start > 0)
        self.after.setVisible(wanted.stop < len(self._paragraphs))

    def _line(self, one: BroughtParagraph) -> QWidget:
        if one.id == self.hit.id:
            return _found(one.text, tr("This was found"), self)
        words = Words(f"• {one.text}" if one.kind == ITEM else one.text, _ROLES.get(one.kind, "text"), parent=self)
        words.setIndent(0)
        if one.kind != HEADING:
            beside = px(20) * min(one.level, 4)
            mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            words.setContentsMargins(0 if mirror else beside, 0, beside if mirror else 0, 0)
        return words


_ROLES = {HEADING: "heading", CODE: "quiet"}


def _found(words: str, label: str, parent: QWidget) -> QFrame:
    """The words that were found, on a card, so that no colour is needed to see which they are."""
    card = QFrame(parent)
    card.setProperty("role", "card")
    lay = QVBoxLayout(card)
    lay.setContentsMargins(px(20), px(14), px(20), px(14))
    lay.setSpacing(px(4))
    if label:
        lay.addWidget(Words(label, "label", parent=card))
    lay.addWidget(Words(words, "say", parent=card))
    return card
