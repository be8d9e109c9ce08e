"""Run sheet, page and right side beside each other; on a narrow window what there is no room for folds away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from elephants.ui.style import px, zoom

SIDE_FITS, RAIL_FITS = 1180, 860
"""How wide the window has to be, at 100 %, for the right side and for the run sheet to stand beside the page."""
RAIL_WIDE, SIDE_WIDE, READING_WIDE = 248, 288, 360


class Body(QWidget):
    """Folds by width and zoom (LOOK.md, The console). A folded part is opened by hand, and Escape puts it away again.

    Below `SIDE_FITS` the opened side takes the place of the run sheet; below `RAIL_FITS` an opened part takes the
    whole place, for there is no room for a page beside it.
    """

    folded = Signal()

    def __init__(self, rail: QWidget, page: QWidget, side: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rail, self.page, self.side = rail, page, side
        self._opened: QWidget | None = None
        self._reading = False
        self._told: tuple[object, ...] = ()
        lay = QHBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(0)
        lay.addWidget(rail)
        lay.addWidget(page, 1)
        lay.addWidget(side)
        self.arrange()

    @property
    def side_fits(self) -> bool:
        """Whether there is room for the right side."""
        return self.width() >= SIDE_FITS * zoom()

    @property
    def rail_fits(self) -> bool:
        """Whether there is room for the run sheet."""
        return self.width() >= RAIL_FITS * zoom()

    def is_open(self, part: QWidget) -> bool:
        """Tell whether a part that has no room was opened by hand."""
        return self._opened is part

    def open(self, part: QWidget, *, on: bool) -> None:
        """Open a part that has no room of its own, or put it away; the focus goes with it."""
        if on == self.is_open(part):
            return
        self._opened = part if on else None
        self.arrange()
        if on:
            first = next((one for one in part.findChildren(QWidget) if _takes_keys(one)), None)
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self, *, on: bool) -> None:
        """Make the right side wider while there is help to read in it, where there is room for that."""
        self._reading = on
        self.arrange()

    def arrange(self) -> None:
        """Show what there is room for, and what was opened by hand."""
        if self.side_fits or (self.rail_fits and self._opened is self.rail):
            self._opened = None
        opened, narrow = self._opened, not self.rail_fits
        key = (self.side_fits, self.rail_fits, opened, self._reading, zoom())
        if key == self._told:
            return
        self._told = key
        whole = narrow and opened is not None
        side_wide = READING_WIDE if self._reading and self.side_fits else SIDE_WIDE
        for part, wide in ((self.rail, RAIL_WIDE), (self.side, side_wide)):
            part.setMinimumWidth(px(wide))
            part.setMaximumWidth(self.maximumWidth() if whole else px(wide))
        self.rail.setVisible(opened is self.rail or (self.rail_fits and opened is None))
        self.side.setVisible(opened is self.side or self.side_fits)
        self.page.setVisible(not whole)
        self.folded.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange):
            self.arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._opened is not None:
            self.open(self._opened, on=False)
        else:
            super().keyPressEvent(event)


def _takes_keys(one: QWidget) -> bool:
    return bool(one.focusPolicy().value & Qt.FocusPolicy.TabFocus.value) and one.isVisible() and one.isEnabled()
