"""Shows what the room sees, at any size: full on the room's screen, small and live on the console."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from elephants.ui.parts.circle import MOTION_MS
from elephants.ui.style import LIGHT, moves
from elephants.ui.views.base import View
from elephants.ui.views.canvas import HEIGHT
from elephants.ui.views.stage import Stage


class RoomPicture(QWidget):
    """Paints a view. The still part is kept as a pixmap until it would tell something else; chairs go above it.

    `show_view` gives it a view, `refresh` is for every `changed` of the desk. `paged(page, pages)` tells of pages,
    `reshaped` of another size or zoom. A new line takes the picture to the page on which it stands.
    It is always light: a projector shows ink on paper best (LOOK.md, The room screen).
    """

    paged = Signal(int, int)
    reshaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: View | None = None
        self._zoom, self._page, self._pages, self._paged = 1.0, 0, 1, (0, 1)
        self._newest = -1
        self._like: RoomPicture | None = None
        self._still: tuple[Hashable, QPixmap] | None = None
        self._spots: dict[str, QRectF] = {}
        self._told: tuple[Hashable, Hashable] = (None, None)
        self._lit: frozenset[int] | None = None
        self._before: frozenset[int] | None = None
        self.still_draws = 0
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(MOTION_MS)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(lambda _value: self.update())
        self._motion.finished.connect(self._settle)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_view(self, view: View | None) -> None:
        """Show another view, from its first page; chairs lit before it came are simply lit."""
        self._view, self._page, self._lit, self._before = view, 0, None, None
        self._told, self._newest = (None, None), -1
        self._motion.stop()
        self.refresh()

    def view(self) -> View | None:
        """Give the view shown."""
        return self._view

    def refresh(self) -> None:
        """Look whether the view would tell something else, and draw again only then."""
        told = (self._view.key(), self._view.moving()) if self._view else (None, None)
        if told == self._told:
            return
        lights = told[0] == self._told[0]
        if self._view is not None and not lights and self._told[0] is not None:
            newest = self._view.newest(self._told[0])
            self._newest = newest if newest >= 0 else self._newest
        self._told = told
        self.setAccessibleName(self._view.words() if self._view else "")
        if lights and moves() and self.isVisible():
            self._before = self._lit
            self._motion.stop()
            self._motion.start()
        else:
            self._before = None
        self.update()

    def _settle(self) -> None:
        self._before = None
        self.update()

    def zoom(self) -> float:
        """Tell how much larger than usual the words are."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Make the words larger or smaller, 0.8 to 2.0; never under the smallest size."""
        zoom = round(min(2.0, max(0.8, zoom)), 2)
        if zoom != self._zoom:
            self._zoom = zoom
            self.update()
            self.reshaped.emit()

    def follow(self, other: RoomPicture) -> None:
        """Draw in the shape and at the zoom of another picture while that one is seen, so that pages are the same."""
        self._like = other
        other.reshaped.connect(self.update)

    def page(self) -> int:
        """Tell which page is shown, from 0."""
        return self._page

    def pages(self) -> int:
        """Tell how many pages there are."""
        if self._view is not None and min(self.width(), self.height()) > 0:
            self._draw_still(self._view)
        return self._pages

    def turn(self, by: int) -> bool:
        """Turn pages; False when there is none in that direction, so that the caller goes on to the next step."""
        pages, wanted = self.pages(), self._page + by
        if not 0 <= wanted < pages:
            return False
        self.show_page(wanted)
        return True

    def show_page(self, page: int) -> None:
        """Show a page, as the other picture of the same view does."""
        self._newest = -1
        if page != self._page:
            self._page = page
            self.update()
            self._tell_pages()

    def _tell_pages(self) -> None:
        self._paged = (self._page, self._pages)
        self.paged.emit(*self._paged)

    def sizeHint(self) -> QSize:
        return QSize(240, 135)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.reshaped.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reshaped.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.reshaped.emit()

    def _shape(self) -> tuple[float, float]:
        """Give the width of the canvas, where its height is 1080, and the zoom."""
        like = self._like if self._like is not None and self._like.isVisible() else self
        wide = HEIGHT * like.width() / max(1, like.height())
        # the small copy is a pixel or two off 16 to 9: as wide as the room, it is set once for both
        return (1920.0 if abs(wide - 1920.0) < 24 else wide), like.zoom()

    def _stage(self, painter: QPainter) -> Stage:
        width, zoom = self._shape()
        scale = min(self.height() / HEIGHT, self.width() / width)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate((self.width() - width * scale) / 2, (self.height() - HEIGHT * scale) / 2)
        painter.scale(scale, scale)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return Stage(painter, width, zoom=zoom, page=self._page, mirrored=mirrored)

    def _draw_still(self, view: View) -> QPixmap:
        """Give the still part, drawn anew only when it, the size, the zoom or the page changed."""
        ratio = self.devicePixelRatioF()
        shape = (self.width(), self.height(), ratio, *self._shape())
        key = (view.key(), id(view), shape, self._page, self.layoutDirection())
        if self._still and self._still[0] == key:
            return self._still[1]
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(LIGHT.paper))
        painter = QPainter(pixmap)
        stage = self._stage(painter)
        view.draw(stage)
        stage.finish()
        painter.end()
        self.still_draws += 1
        self._spots, self._pages = stage.spots, stage.pages
        wanted = self._page if self._newest < 0 else stage.page_of_line.get(self._newest, 0)
        page, sought, self._newest = min(wanted, stage.pages - 1), self._newest >= 0, -1
        if page != self._page:
            self._page = page
            return self._draw_still(view)
        self._still = (key, pixmap)
        if sought or self._paged != (self._page, self._pages):
            self._tell_pages()
        return pixmap

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.height() < 1 or self.width() < 1:
            return
        still = self._draw_still(self._view) if self._view else None
        painter = QPainter(self)
        if still is None:
            painter.fillRect(self.rect(), QColor(LIGHT.paper))
        else:
            painter.drawPixmap(0, 0, still)
            self._draw_moving(painter)
        painter.end()

    def _draw_moving(self, painter: QPainter) -> None:
        if self._view is None or self._view.moving() is None:
            return
        stage = self._stage(painter)
        stage.spots, stage.pages = self._spots, self._pages
        running = self._motion.state() == QVariantAnimation.State.Running and self._before is not None
        stage.lit_before = self._before
        stage.progress = float(self._motion.currentValue()) if running else 1.0
        self._view.draw_moving(stage)
        self._lit = stage.lit_now
