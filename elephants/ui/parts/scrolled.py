"""A page's body that scrolls where the window is too small for it, and fills the window where it is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from elephants.ui.style import px


class Following(QObject):
    """Brings whatever gets the focus within a scrolled area into sight, whoever gave it: Qt does so for Tab alone."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        # A gesture that moves the focus often changes what is on the page too: look when all of it has its place.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self.look_later)

    def look_later(self) -> None:
        """Look once all has its place; to be asked for where the page grows above what keeps the focus."""
        if isValid(self._area) and self._area.isVisible():  # the last focus goes when the area is half gone
            self._later.start()

    def _look(self) -> None:
        focus, body = QApplication.focusWidget(), self._area.widget()
        if focus is None or body is None or not self._area.isAncestorOf(focus):
            return
        if focus.height() + 2 * px(8) > self._area.viewport().height():
            self._area.ensureWidgetVisible(focus, 0, px(8))
            return
        # Of a field Qt would bring only the cursor into sight, and leave the rest of it cut.
        place = QRect(focus.mapTo(body, QPoint(0, 0)), focus.size())
        for y in (place.bottom(), place.top()):
            self._area.ensureVisible(place.center().x(), y, 0, px(8))


class _Body(QWidget):
    relaid = Signal()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.relaid.emit()
        return done


class Scrolled(QScrollArea):
    """Put parts into `lay`. They shrink as far as they may before anything scrolls; never sideways.

    What gets the focus is brought into sight. Keys go past it to the page: Up and Down light chairs there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body = _Body()
        self.lay = QVBoxLayout(self.body)
        self.lay.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self.body)
        self.body.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.body.relaid.connect(self._place)
        self._following = Following(self)

    def sizeHint(self) -> QSize:
        return QSize(px(766), px(560))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), px(160))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def _place(self) -> None:
        wide = self.viewport().width()
        least = (
            self.lay.minimumHeightForWidth(wide) if self.lay.hasHeightForWidth() else self.lay.minimumSize().height()
        )
        focus, before = QApplication.focusWidget(), self.body.height()
        if focus is not None and least > before and self.isAncestorOf(focus) and not focus.visibleRegion().isEmpty():
            self._following.look_later()  # what grows above a field must not push it out of sight
        self.body.resize(wide, max(self.viewport().height(), least))
        self.body.move(0, self.body.y())


def scrolled_whole(page: QWidget) -> QVBoxLayout:
    """Let a page scroll as a whole where its window is very low; gives the layout for its parts."""
    whole, scroll = QVBoxLayout(page), Scrolled(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(scroll)
    return scroll.lay
