"""Two parts beside each other where there is room for both, and below each other where there is not."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from elephants.ui.parts.dressed import Dressed
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.style import px

FITS = 700
"""How wide it has to be, at 100 %, for the pages to stand beside what is chosen."""
CHOICES = 330


class Sides(Dressed):
    """Choices that scroll, in `lay`, and `pages` beside them; where it is narrow the pages scroll below the choices."""

    def __init__(self, pages: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = pages
        self.scrolled = Scrolled(self)
        self.lay = self.scrolled.lay
        self._lay = QHBoxLayout(self)
        self._lay.setContentsMargins(0, 0, 0, 0)
        self._lay.addWidget(self.scrolled, 1)
        self._beside: bool | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._place)
        self._place()

    @property
    def beside(self) -> bool:
        """Whether the pages stand beside the choices."""
        return bool(self._beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def redress(self) -> None:
        self._later.start()

    def _place(self) -> None:
        beside = self.width() >= px(FITS)
        self._lay.setSpacing(px(20))
        self.scrolled.setMaximumWidth(px(CHOICES) if beside else self.maximumWidth())
        self.scrolled.setMinimumWidth(px(CHOICES) if beside else 0)
        self.pages.setMinimumHeight(0 if beside else px(480))
        if beside == self._beside:
            return
        self._beside = beside
        focus = QApplication.focusWidget()
        if beside:
            self.lay.removeWidget(self.pages)
            self._lay.addWidget(self.pages, 1)
        else:
            self._lay.removeWidget(self.pages)
            self.lay.addWidget(self.pages, 1)
        self.pages.show()
        if focus is not None and self.pages.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
