"""Dragging an item of the agenda to its place with the mouse; keys do the same with Alt and Up or Down."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from elephants.ui.parts.lines import Lines
from elephants.ui.parts.row import Row
from elephants.ui.style import palette_of, px


class _Gap(QWidget):
    """A bar where the item would come to stand."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(palette_of().clay))
        painter.end()


class Dragging(QObject):
    """Lets rows of a list be dragged: `moved(id, to)` asks for a row at another place of those shown, from 0.

    Escape puts it back. The list scrolls by itself where the mouse comes near its ends.
    """

    moved = Signal(int, int)

    def __init__(self, lines: Lines) -> None:
        super().__init__(lines)
        self._lines = lines
        self._watched: set[int] = set()
        self._pressed: tuple[Row, QPoint] | None = None
        self._home: QRect | None = None
        self._to = 0
        self._gap = _Gap(lines.widget())
        self._gap.hide()

    def watch(self) -> None:
        """Watch the rows of the list as it is now."""
        rows = self._lines.rows()
        for row in rows:
            if row.line.id not in self._watched:
                row.installEventFilter(self)
        self._watched = {row.line.id for row in rows}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and isinstance(watched, Row):
            return self._mouse(watched, event)
        if self._home is not None and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and event.type() == QEvent.Type.KeyPress:
                self._put_down()
            return True
        return False

    def _mouse(self, row: Row, event: QMouseEvent) -> bool:
        kind, at = event.type(), event.position().toPoint()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = (row, at)
        elif kind == QEvent.Type.MouseMove and self._pressed is not None:
            return self._drag(*self._pressed, at)
        elif kind == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            dragged, to = self._home is not None, self._to
            self._put_down()
            if dragged:
                self.moved.emit(row.line.id, to)
            return dragged
        return False

    def _drag(self, row: Row, start: QPoint, at: QPoint) -> bool:
        if self._home is None:
            if (at - start).manhattanLength() < QApplication.startDragDistance():
                return False
            self._home = row.geometry()
            row.raise_()
            row.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._gap.show()
            self._gap.raise_()
        pointer = row.mapToParent(at).y()
        row.move(row.x(), pointer - start.y())
        others = [one for one in self._lines.rows() if one is not row]
        self._to = sum(one.geometry().center().y() < pointer for one in others)
        self._show_gap(others)
        self._lines.ensureVisible(0, pointer, 0, px(48))
        return True

    def _show_gap(self, others: list[Row]) -> None:
        under = others[self._to - 1].geometry().bottom() + 1 if self._to else 0
        self._gap.setGeometry(0, under + px(1), self._lines.viewport().width(), px(4))

    def _put_down(self) -> None:
        """Let go of the row where it came from; the list puts it elsewhere if its place has changed."""
        if self._pressed is not None and self._home is not None:
            row = self._pressed[0]
            row.setGeometry(self._home)
            row.unsetCursor()
        self._gap.hide()
        self._pressed = self._home = None
