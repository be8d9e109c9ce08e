"""Dragging a row of a list to its place with the mouse; keys do the same with Alt and Up or Down."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from elephants.ui.style import palette_of, px


class _Gap(QWidget):
    """A bar where the row would come to stand."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(palette_of().clay))
        painter.end()


class Dragging(QObject):
    """Lets rows of a list be dragged: `moved(id, to)` asks for a row at another place of those shown, from 0.

    `rows` gives the rows as they stand, by their ids. Escape puts the row back, and the keyboard stays where it was.
    The list scrolls by itself where the mouse comes near its ends.
    """

    moved = Signal(int, int)

    def __init__(self, area: QScrollArea, rows: Callable[[], Mapping[int, QWidget]]) -> None:
        super().__init__(area)
        self._area, self._rows = area, rows
        self._watched: set[int] = set()
        self._pressed: tuple[QWidget, QPoint] | None = None
        self._home: QRect | None = None
        self._keyboard: QWidget | None = None
        self._to = 0
        self._gap = _Gap(area.widget())
        self._gap.hide()

    def watch(self) -> None:
        """Watch the rows of the list as it is now."""
        rows = self._rows()
        for key, row in rows.items():
            if key not in self._watched:
                row.installEventFilter(self)
        self._watched = set(rows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            return self._mouse(watched, event)
        if self._home is not None and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and event.type() == QEvent.Type.KeyPress:
                self._put_down()
            return True
        return False

    def _mouse(self, row: QWidget, event: QMouseEvent) -> bool:
        kind, at = event.type(), event.position().toPoint()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = (row, at)
        elif kind == QEvent.Type.MouseMove and self._pressed is not None:
            return self._drag(*self._pressed, at)
        elif kind == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            dragged, to = self._home is not None, self._to
            self._put_down()
            if dragged:
                self.moved.emit(next(key for key, one in self._rows().items() if one is row), to)
            return dragged
        return False

    def _drag(self, row: QWidget, start: QPoint, at: QPoint) -> bool:
        if self._home is None:
            if (at - start).manhattanLength() < QApplication.startDragDistance():
                return False
            self._take_up(row)
        pointer = row.mapToParent(at).y()
        row.move(row.x(), pointer - start.y())
        others = [one for one in self._rows().values() if one is not row]
        self._to = sum(one.geometry().center().y() < pointer for one in others)
        self._show_gap(others)
        self._area.ensureVisible(0, pointer, 0, px(48))
        return True

    def _take_up(self, row: QWidget) -> None:
        self._home = row.geometry()
        self._keyboard = row.window().focusWidget()
        row.raise_()
        row.setFocus(Qt.FocusReason.MouseFocusReason)  # for Escape
        row.setCursor(Qt.CursorShape.ClosedHandCursor)
        if isinstance(row, QAbstractButton):
            row.setDown(False)
        self._gap.show()
        self._gap.raise_()

    def _show_gap(self, others: list[QWidget]) -> None:
        under = others[self._to - 1].geometry().bottom() + 1 if self._to else 0
        self._gap.setGeometry(0, under + px(1), self._area.viewport().width(), px(4))

    def _put_down(self) -> None:
        """Let go of the row where it came from; the list puts it elsewhere if its place has changed."""
        if self._pressed is not None and self._home is not None:
            row = self._pressed[0]
            row.setGeometry(self._home)
            row.unsetCursor()
            if self._keyboard is not None and self._keyboard is not row:
                self._keyboard.setFocus(Qt.FocusReason.OtherFocusReason)
        self._gap.hide()
        self._pressed = self._home = self._keyboard = None
