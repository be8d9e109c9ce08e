"""A row of buttons that goes on in the next row where the page is narrow, so that none is ever cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from elephants.ui.parts.dressed import Dressed
from elephants.ui.style import px

_GAP = 8


class Flow(Dressed):
    """Sets its parts side by side in reading order; hidden ones take no room. Parts stay as they are asked to be.

    The last `ends` parts stand at the far edge while one row is enough.
    """

    def __init__(self, *parts: QWidget, ends: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts, self._ends = list(parts), ends
        for part in parts:
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        rows = self._rows(width)
        return sum(self._tall(row) for row in rows) + px(_GAP) * max(0, len(rows) - 1)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        wide = sum(part.sizeHint().width() for part in shown) + px(_GAP) * max(0, len(shown) - 1)
        return QSize(wide, self._tall(shown))

    def minimumSizeHint(self) -> QSize:
        shown = self._shown()
        wide = max((part.minimumSizeHint().width() for part in shown), default=0)
        return QSize(wide, self._tall(shown))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place()

    def event(self, event: QEvent) -> bool:
        # While it is hidden nobody tells it that a part came or went.
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.updateGeometry()
            self._place()
        return super().event(event)

    def redress(self) -> None:
        self._place()

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    @staticmethod
    def _tall(row: list[QWidget]) -> int:
        return max((part.sizeHint().height() for part in row), default=0)

    def _rows(self, width: int) -> list[list[QWidget]]:
        rows, used = list[list[QWidget]](), 0
        for part in self._shown():
            wide = part.sizeHint().width()
            if rows and used + px(_GAP) + wide <= width:
                rows[-1].append(part)
                used += px(_GAP) + wide
            else:
                rows.append([part])
                used = wide
        return rows

    def _place(self) -> None:
        rows, y = self._rows(self.width()), 0
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for row in rows:
            tall, x = self._tall(row), 0
            for part in row:
                wide = min(part.sizeHint().width(), self.width())
                if len(rows) == 1 and self._ends and part in self._parts[-self._ends :]:
                    x = max(x, self.width() - self._rest(row, part))
                high = min(tall, max(part.sizeHint().height(), part.minimumHeight()))
                left = self.width() - x - wide if mirror else x
                part.setGeometry(QRect(left, y + (tall - high) // 2, wide, high))
                x += wide + px(_GAP)
            y += tall + px(_GAP)

    @staticmethod
    def _rest(row: list[QWidget], part: QWidget) -> int:
        after = row[row.index(part) :]
        return sum(one.sizeHint().width() for one in after) + px(_GAP) * (len(after) - 1)
