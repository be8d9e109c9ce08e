"""Raw points: four questions, each with the same space, and below them the points as they come."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout

from elephants.sessions.learning.learned import POINTS, QUESTIONS, Learned
from elephants.sessions.learning.learning import Learning
from elephants.sessions.text import LIMITS
from elephants.ui.pages.learning.lines import StepPart, changes
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.lines import Line, Lines
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.learning.learning import LearningPage

_TWO_FIT = 640
"""How wide the page has to be, at 100 %, for two fields side by side."""


class PointsPart(StepPart):
    """Collects, and does not sort; the menu of a point changes it or takes it out."""

    def __init__(self, page: LearningPage) -> None:
        super().__init__(page)
        self.fields = {kind: self._field(kind, tr(words)) for kind, words in QUESTIONS.items()}
        self.empty = Words(
            tr("Write the words as they were said. No names. A point with no answer is fine."), "quiet", parent=self
        )
        self.lines = Lines(tr("Raw points"), self)
        self._grid = QGridLayout()
        self._grid.setSpacing(px(8))
        self._across = 0
        self.lay.addLayout(self._grid)
        self.lay.addWidget(self.empty)
        self.lay.addWidget(self.lines, 1)
        self.lay.addStretch(0)
        self._arrange()
        self.lines.acted.connect(self._acted)

    def _field(self, kind: str, asked: str) -> AddField:
        field = AddField(asked, tr("Add"), limit=LIMITS["line"], parent=self)
        field.button.setAccessibleName(tr("Add to: {question}", question=asked))
        field.added.connect(partial(self._add, kind))
        return field

    def _arrange(self) -> None:
        across = 2 if self.width() >= px(_TWO_FIT) else 1
        if across == self._across:
            return
        self._across = across
        for place, field in enumerate(self.fields.values()):
            self._grid.removeWidget(field)
            self._grid.addWidget(field, place // across, place % across, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, across - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def begin(self) -> None:
        next(iter(self.fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, learning: Learning) -> None:
        points = learning.lines(*POINTS)
        self.lines.tell([_told(one) for one in points])
        self.lines.setVisible(bool(points))
        self.empty.setVisible(not points)

    def keep(self) -> bool:
        kept = [self.add_from(field, kind) for kind, field in self.fields.items()]  # each, whatever becomes of another
        return all(kept)

    def _add(self, kind: str, _words: str) -> None:
        self.add_from(self.fields[kind], kind)

    def _acted(self, line_id: int, what: str) -> None:
        line = self.line(line_id)
        if line is not None:
            self.change(line, what)


def _told(point: Learned) -> Line:
    return Line(point.id, point.text, trail=point.asked(), actions=changes())
