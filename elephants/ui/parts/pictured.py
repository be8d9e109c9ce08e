"""A picture or an icon beside words, drawn anew when the application is dressed in other colours or sizes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from elephants.pictures.layers import Picture
from elephants.ui.parts.paint import icon_pixmap, picture_pixmap
from elephants.ui.style import palette_of, px


class Pictured(QLabel):
    """Shows one thing in a square, its side in px of the drawings at 100 %; nothing until it is told what."""

    def __init__(self, side: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side, self._what, self._drawn = side, "", ("", "", 0, 0.0)
        self._make: Callable[[int, float], QPixmap] | None = None

    def show_icon(self, name: str, colour: str = "ink") -> None:
        """Show an icon in a colour of the palette, by its name there."""
        self._show(
            f"{name} {colour}", lambda side, ratio: icon_pixmap(name, palette_of().colours()[colour], side, ratio)
        )

    def show_picture(self, name: str, make: Callable[[str], Picture]) -> None:
        """Show what `make` draws with the ink of now; where the name is the same so is the picture."""
        self._show(name, lambda side, ratio: picture_pixmap(make(palette_of().ink), side, side, ratio))

    def _show(self, what: str, make: Callable[[int, float], QPixmap]) -> None:
        self._what, self._make = what, make
        self._draw()

    def _draw(self) -> None:
        side, ratio = px(self._side), self.devicePixelRatioF()
        drawn = (self._what, palette_of().ink, side, ratio)
        if self._make is not None and drawn != self._drawn:
            self._drawn = drawn
            self.setPixmap(self._make(side, ratio))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()
