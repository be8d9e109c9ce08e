"""The history: look for words in all that was kept, see it over the months, and read what became of a decision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from elephants.sessions.text import Refused
from elephants.store.history import History
from elephants.store.search import Asked
from elephants.ui.history.due import Due
from elephants.ui.history.filters import Filters
from elephants.ui.history.hits import Hits, shown_of
from elephants.ui.history.months import Months
from elephants.ui.history.told import Told
from elephants.ui.history.ways import WayButton, in_a_column
from elephants.ui.parts.buttons import QuietButton
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.note import Note
from elephants.ui.parts.scrolled import Scrolled, scrolled_whole
from elephants.ui.parts.tabs import order
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr, trn

if TYPE_CHECKING:
    from elephants.store.glance import DueSeen
    from elephants.store.search import Hit
    from elephants.store.store import Store

WIDE = 900
"""How wide the page gets at most, at 100 %."""
TIGHT = 600
"""Where the page is lower than that, at 100 %, filters and what is found are shown by turns."""


class HistoryPage(QWidget):
    """Looks through one store, from the space that home shows; it changes nothing.

    `left` wants home again, `decision_wanted` the story of a decision, `line_wanted` to read any other line (a `Hit`).
    """

    left = Signal()
    decision_wanted = Signal(int)
    line_wanted = Signal(object)
    story_wanted = Signal()

    def __init__(
        self, store: Callable[[], Store], space_id: int | None, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._store, self._space_id, self.today = store, space_id, today
        self._history: History | None = None
        self.back = QuietButton(tr("Home"), "arrow-left", tr("Esc"), parent=self)
        self.title = Words(tr("History"), "title", parent=self)
        self.note = Note(self)
        self._looking(space_id)
        self._ways()
        self.stack = QStackedWidget(self)
        self._build()
        self._connect()

    def _looking(self, space_id: int | None) -> None:
        self.words = QLineEdit(self)
        self.words.setProperty("role", "line")
        self.words.setPlaceholderText(tr("Look for words in what was decided, needed, done and said"))
        self.words.setAccessibleName(tr("Look for words"))
        self.filters = Filters(space_id, self)
        self.filtering = Scrolled(self)
        self.filtering.lay.addWidget(self.filters)
        self.filtering.lay.addStretch(1)
        self.more = WayButton(tr("Filters"), "list-checks", parent=self)
        self.told = Told(self)
        self.hits = Hits(self)
        self.months = Months(self)
        self.due = Due(self)

    def _ways(self) -> None:
        self.show_found = WayButton(tr("Look for words"), "magnifying-glass", parent=self)
        self.show_timeline = WayButton(tr("Over the months"), "calendar", parent=self)
        self.show_due = WayButton(tr("What is due"), "flag", parent=self)
        self.ways = (self.show_found, self.show_timeline, self.show_due)
        self.story = QuietButton(tr("The story of a quarter"), "file-pdf", parent=self)

    def _build(self) -> None:
        self.stack.addWidget(self._found())
        self.stack.addWidget(self.months)
        self.stack.addWidget(self.due)
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        head.addWidget(self.story)
        lay = self._lay = scrolled_whole(self)
        lay.setSpacing(px(10))
        lay.addLayout(head)
        lay.addWidget(Flow(*self.ways, parent=self))
        lay.addWidget(self.note)
        lay.addWidget(self.stack, 1)

    def _found(self) -> QWidget:
        part = QWidget(self)
        lay = QVBoxLayout(part)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(8))
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self.words, 1)
        line.addWidget(self.more)
        lay.addLayout(line)
        lay.addWidget(self.filtering)
        lay.addWidget(self.told)
        lay.addWidget(self.hits, 1)
        return part

    def _connect(self) -> None:
        self.setFocusProxy(self.words)
        self.back.clicked.connect(self.left)
        self.story.clicked.connect(self.story_wanted)
        self.words.textChanged.connect(self.look)
        self.filters.changed.connect(self._narrow)
        self.told.everywhere.clicked.connect(self._everywhere)
        self.more.toggled.connect(self._arrange)
        self.hits.opened.connect(self._opened)
        self.due.opened.connect(self._due_opened)
        self.months.timeline.wanted.connect(self._month)
        for at, button in enumerate(self.ways):
            button.clicked.connect(lambda _checked=False, at=at: self.turn_to(at))
        order(self.back, self.story, *self.ways, self.words, self.more, self.filters, self.told, self.hits,
              self.months.timeline, self.due.lines)  # fmt: skip
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(lambda: self.turn_to(0))
        self.turn_to(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.ApplicationFontChange):
            self._arrange()

    def _arrange(self) -> None:
        """Keep the lines short; and where the page is low show the filters or what was found, not half of both."""
        in_a_column(self, self._lay, WIDE)
        opened, tight = self.more.isChecked(), self.height() < px(TIGHT)
        margins = self._lay.contentsMargins()
        tall = self.filters.heightForWidth(self.width() - margins.left() - margins.right()) + px(4)
        self.filtering.setMinimumHeight(px(120) if tight else tall)
        self.filtering.setMaximumHeight(self.height() if tight else tall)
        self.filtering.setVisible(opened)
        self.hits.setVisible(not (opened and tight))
        self._tell_filters()

    def _tell_filters(self) -> None:
        """Say on the button how many filters there are, so that closed ones are not forgotten."""
        number = self.filters.number
        filters = trn("{n} filter", "{n} filters", number) if number else tr("Filters")
        self.more.say(tr("Close the filters") if self.more.isChecked() else filters)
        self.filters.clear.setVisible(bool(number))

    # -- looking -----------------------------------------------------------------------------------------------

    def turn_to(self, at: int) -> None:
        """Show what was found (0), the months (1) or what is due (2), ready for the keyboard."""
        self.stack.setCurrentIndex(at)
        for way, button in enumerate(self.ways):
            button.setChecked(way == at)
        self._read()
        self.land()
        if at == 0:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
            self.words.selectAll()

    def land(self) -> None:
        """Give the keyboard to what can be gone through in the open part; where there is nothing, to what leads on."""
        at = self.stack.currentIndex()
        through = (self.hits, self.months.timeline, self.due.lines)[at]
        there = (self.hits.found.rowCount(), self.months.timeline.months, self.due.due)[at]
        otherwise = (self.words, self.show_timeline, self.show_due)[at]
        (through if there else otherwise).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read all of it anew; called when the page comes up and after every deed."""
        here, shown = self.hits.standing(), self.hits.found.rowCount()
        self._narrow()
        if here is not None:
            self.hits.stand_on(here, shown)

    def _narrow(self) -> None:
        """Offer what there is to filter by, and show all of it anew by what is chosen."""
        if self._history is None:
            return
        self.filters.refresh(self._history)
        self._read()
        self._arrange()
        self.look()

    def _read(self) -> None:
        """Read the months or what is due, where they are shown: of ten years that takes a moment."""
        space, at = self.filters.space_id or self._space_id, self.stack.currentIndex()
        if self._history is None or space is None:
            return
        if at == 1:
            self.months.show_months(self._history.months(space, self.today), self.today)
        elif at == 2:
            self.due.show_due(self._history.due(space, self.today), self.today)

    def look(self) -> None:
        """Find what is asked, as each letter is typed."""
        history = self._history
        if history is None:
            return
        asked = self.filters.narrowed(Asked(self.words.text(), today=self.today))
        spaces, alone = history.spaces(), asked.space_id is not None
        self.hits.found.ask(
            lambda before: history.find(asked, before), lambda hit: shown_of(hit, spaces, alone=alone)
        )  # fmt: skip
        self.hits.show_first()
        only = spaces.get(asked.space_id or 0, "") if len(spaces) > 1 else ""
        some = bool(self.words.text().strip() or self.filters.number)
        self.told.tell(self.hits.found, asked=some, space=only, between=self.filters.days())

    def _everywhere(self) -> None:
        self.filters.space.setCurrentIndex(0)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def quarters(self) -> list[tuple[date, date]]:
        """Give the quarters of the space looked through in which it met, the latest first."""
        space = self.filters.space_id or self._space_id
        return self._history.quarters(space) if self._history is not None and space else []

    def _month(self, since: date, until: date) -> None:
        self.words.clear()
        self.filters.between(since, until)
        self.turn_to(0)
        self.hits.setFocus(Qt.FocusReason.OtherFocusReason)

    def _opened(self, hit: Hit) -> None:
        number = self._history.decision_of(hit) if self._history is not None else None
        if number is not None:
            self.decision_wanted.emit(number)
        else:
            self.line_wanted.emit(hit)

    def _due_opened(self, due: DueSeen) -> None:
        if due.decision is not None:
            self.decision_wanted.emit(due.decision)
        elif self._history is not None and (action := self._history.action(due.id)) is not None:
            self.line_wanted.emit(action)

    # -- coming and going --------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._history is None:
            try:
                self._history = History(self._store())
            except Refused as refusal:
                self.note.say(str(refusal))
                return
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._history is not None:
            self._history.close()
            self._history = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._out()
        elif event.key() == Qt.Key.Key_Down and self.words.hasFocus():
            self.land()
        elif event.key() == Qt.Key.Key_Up and self.hits.hasFocus():
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _out(self) -> None:
        """Leave what was opened last: the note, the filters, the history."""
        if self.note.isVisible():
            self.note.dismiss()
        elif self.filtering.isVisible():
            self.more.setChecked(False)
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()
