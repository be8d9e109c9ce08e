"""The part of the history that shows the months: the picture, what it says of one of them, and what its marks mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from elephants.sessions.standing import STATES
from elephants.store.history import Month
from elephants.ui.history.timeline import ORDER, Timeline, paint_mark
from elephants.ui.history.ways import aligned
from elephants.ui.parts.dressed import Dressed
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.words import Words
from elephants.ui.style import palette_of, px, zoomed
from elephants.words import tr

MARK = 18


class Meaning(Dressed):
    """One mark of the picture, and in a word what it says."""

    def __init__(self, state: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state, self.words = state, tr(STATES[state])
        self.setAccessibleName(self.words)

    def sizeHint(self) -> QSize:
        face = QFontMetricsF(zoomed(15))
        wide = px(MARK) + px(8) + face.horizontalAdvance(self.words) + px(16)
        return QSize(round(wide), max(px(28), round(face.height()) + px(4)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), palette_of()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        middle, from_edge = self.height() / 2, px(MARK) / 2 + px(2)
        x = self.width() - from_edge if mirror else from_edge
        paint_mark(painter, palette, self.state, QPointF(x, middle), px(MARK))
        beside = px(MARK) + px(8)
        place = QRectF(0 if mirror else beside, 0, self.width() - beside, self.height())
        painter.setPen(QColor(palette.ink))
        painter.setFont(zoomed(15))
        painter.drawText(place, int(aligned(mirror=mirror) | Qt.AlignmentFlag.AlignVCenter), self.words)
        painter.end()


class Months(Scrolled):
    """Holds the picture of the months, `timeline`, with its words below; scrolls where the window is low."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.timeline = Timeline(self)
        self.line = Words("", "strong", parent=self)
        self.how = Words(tr("Left and Right go through the months. Enter or a click shows what was said in one."),
                         "quiet", parent=self)  # fmt: skip
        self.meanings = Flow(*(Meaning(state) for state in ORDER), parent=self)
        self.meanings.setAccessibleName(tr("What the marks mean"))
        self.lay.setSpacing(px(12))
        for part in (self.timeline, self.line, self.meanings, self.how):
            self.lay.addWidget(part)
        self.lay.addStretch(1)
        self.timeline.moved.connect(lambda: self.line.say(self.timeline.words()))

    def show_months(self, months: Sequence[Month], today: date) -> None:
        """Show the months of a space; without a decision there is no picture, only a word."""
        self.timeline.show_months(months, today)
        for part in (self.timeline, self.meanings, self.how):
            part.setVisible(bool(months))
        self.line.say(self.timeline.words())
