"""The run sheet beside the page: what was done, where we are, what is to come, and how much time is left."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from elephants.sessions.session import Session
from elephants.ui.clockface import ClockFace
from elephants.ui.parts.buttons import QuietButton
from elephants.ui.parts.drag import Dragging
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.scrolled import Following
from elephants.ui.parts.words import Words
from elephants.ui.runrow import RunLine, RunRow, run_line
from elephants.ui.style import px
from elephants.words import tr

LOW = 220
"""Under this height, in pixels at 100 %, the clock gives its place to the run sheet and its buttons."""


class Rail(QWidget):
    """Shows the run sheet; tells by `wanted(id, action)` what someone wants of a line, and asks for more.

    `moved(id, to)` tells that a line was dragged. What is done by keys leaves the keyboard on the line it was done to.
    """

    wanted = Signal(int, str)
    moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rows: dict[int, RunRow] = {}
        self._order: list[int] = []
        self.add = QuietButton(tr("Add an activity"), "plus", parent=self)
        self.papers = QuietButton(tr("Papers"), "printer", parent=self)
        self.record = QuietButton(tr("The record"), "book-open", parent=self)
        self.item = QuietButton(tr("For the agenda"), "plus", parent=self)
        self.item.setToolTip(tr("Ctrl+Shift+A"))
        self.item.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # clicked, it leaves the keyboard where the room is
        self.undo = QuietButton(tr("Undo"), "arrow-u-up-left", tr("Ctrl+Z"), parent=self)
        self.home = QuietButton(tr("Home"), "house", parent=self)
        self.fold(narrow=False)
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clock = ClockFace(self)
        self._build()
        self.drag.moved.connect(self.moved)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(px(12), 0, px(12), 0)
        head.addWidget(Words(tr("Run sheet"), "label", wrap=False, parent=self))
        head.addStretch(1)
        head.addWidget(Words(tr("Minutes"), "label", wrap=False, parent=self))
        self._body = QWidget()
        self._list = QVBoxLayout(self._body)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(px(2))
        self._list.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._body)
        Following(scroll)
        self.drag = Dragging(scroll, self.rows)
        scroll.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        self._list.insertWidget(0, self.add, 0, Qt.AlignmentFlag.AlignLeft)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(px(12), px(20), px(12), px(16))
        lay.setSpacing(px(8))
        lay.addLayout(head)
        lay.addWidget(scroll, 1)
        lay.addWidget(Flow(self.item, self.papers, self.record, self.undo, self.home, parent=self))
        lay.addWidget(self.clock)

    def fold(self, *, narrow: bool) -> None:
        """Take in, where the window is narrow, what header and footer have no room for."""
        self.undo.setVisible(narrow)
        self.home.setVisible(narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.clock.setVisible(self.height() >= px(LOW))

    def refresh(self, session: Session, now: datetime) -> None:
        """Show the run sheet as it is now, and the time."""
        lines = [run_line(one) for one in session.activities]
        order = [line.id for line in lines]
        if order != self._order:
            self._reorder(lines)
        for line in lines:
            self._rows[line.id].tell(line)
        self.clock.tell(session, now)
        self.record.setVisible(session.is_agreed())

    def _reorder(self, lines: list[RunLine]) -> None:
        here, before = self._here(), self._order
        self._order = [line.id for line in lines]
        fresh = [key for key in self._order if key not in self._rows]
        for key in [key for key in self._rows if key not in self._order]:
            row = self._rows.pop(key)
            row.hide()
            row.deleteLater()
        for place, line in enumerate(lines):
            if line.id not in self._rows:
                row = RunRow(line, self._body)
                row.wanted.connect(self.wanted)
                self._rows[line.id] = row
            self._list.insertWidget(place, self._rows[line.id])
        for one, other in pairwise((*self.rows().values(), self.add)):
            QWidget.setTabOrder(one, other)
        self.drag.watch()
        if here is not None and before:
            self._stay(here, before, fresh)

    def _here(self) -> QWidget | None:
        """What of the list has the keyboard, also while a menu or a question is in front."""
        focus = self.window().focusWidget()
        return focus if focus is self.add or focus in self._rows.values() else None

    def _stay(self, here: QWidget, before: list[int], fresh: list[int]) -> None:
        """Keep the keyboard in the list: on the line that came, or beside the one that went."""
        stop: QWidget = here
        if len(fresh) == 1:
            stop = self._rows[fresh[0]]
            stop.show()
        elif isinstance(here, RunRow) and here.line.id not in self._order:
            at = before.index(here.line.id)
            near = [key for key in (*before[at + 1 :], *reversed(before[:at])) if key in self._order]
            stop = self._rows[near[0]] if near else self.add
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def rows(self) -> dict[int, RunRow]:
        """Give the rows in the order of the run sheet, by the ids of the activities."""
        return {key: self._rows[key] for key in self._order}

    def row(self, activity_id: int) -> RunRow:
        """Give the row of an activity."""
        return self._rows[activity_id]
