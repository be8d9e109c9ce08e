"""Shows what the room sees, at any size: full on the room's screen, small and live on the console."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QEasingCurve, QRect, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from elephants.ui.parts.circle import MOTION_MS
from elephants.ui.parts.still import Shape, Still
from elephants.ui.parts.turning import Turning
from elephants.ui.style import moves, shared
from elephants.ui.views.base import View
from elephants.ui.views.canvas import HEIGHT
from elephants.ui.views.stage import Stage


class RoomPicture(QWidget):
    """Paints a view. The still part is kept as a pixmap until it would tell something else; chairs go above it.

    `show_view` gives it a view, `refresh` is for every `changed` of the desk. `paged(page, pages)` tells of pages,
    `reshaped` of another size or zoom. A new line takes the picture to the page on which it stands.
    It is never dark: a projector shows ink on paper best (LOOK.md, The room screen). High contrast it has too.
    """

    paged = Signal(int, int)
    reshaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: View | None = None
        self._zoom, self._page, self._pages, self._paged = 1.0, 0, 1, (0, 1)
        self._newest = -1
        self._like: RoomPicture | None = None
        self._still = Still()
        self._drawn: Hashable = None
        self.kept: tuple[Hashable, Stage] | None = None
        self._spots: dict[str, QRectF] = {}
        self._faces: list[tuple[str, QRectF]] = []
        self._turns, self._fresh = False, list[QRect]()
        self._under = "paper"
        self._turning = Turning(self)
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
        self._turning.stop()
        self._faces = []
        self.refresh()
        self.update()  # chairs of the view before may lie anywhere

    def view(self) -> View | None:
        """Give the view shown."""
        return self._view

    def refresh(self) -> None:
        """Look whether the view would tell something else, and draw again only then."""
        told = (self._view.key(), self._view.moving()) if self._view else (None, None)
        if told == self._told:
            return
        lights, first = told[0] == self._told[0], self._told[0] is None
        if self._view is not None and not lights and not first:
            newest = self._view.newest(self._told[0])
            self._newest = newest if newest >= 0 else self._newest
        lit, self._told = told[1] != self._told[1], told
        self.setAccessibleName(self._view.words() if self._view else "")
        if lights and moves() and self.isVisible():
            self._before = self._lit
            self._motion.stop()
            self._motion.start()
        else:
            self._before = None
        self._turns, self._fresh = not lights and not first and moves() and self.isVisible(), []
        self._look()
        self._turns = False
        if lit:
            self.update()
        if not lights and not first:
            self._turning.begin(self._fresh, self._shape(), self._under)

    def in_motion(self) -> bool:
        """Tell whether something moves on it just now."""
        return self._motion.state() == QVariantAnimation.State.Running or self._turning.running()

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
        self.update(self._draw_still())
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
            self._look()
            if self._paged != (self._page, self._pages):
                self._tell_pages()

    def _tell_pages(self) -> None:
        self._paged = (self._page, self._pages)
        self.paged.emit(*self._paged)

    def sizeHint(self) -> QSize:
        return QSize(240, 135)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turning.stop()
        self.reshaped.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reshaped.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.reshaped.emit()

    def _leading(self) -> RoomPicture:
        return self._like if self._like is not None and self._like.isVisible() else self

    def _shape(self) -> Shape:
        """Give the width of the canvas, where its height is 1080, and how it lies in the picture."""
        like = self._leading()
        wide = HEIGHT * like.width() / max(1, like.height())
        # the small copy is a pixel or two off 16 to 9: as wide as the room, it is set once for both
        wide = 1920.0 if abs(wide - 1920.0) < 24 else wide
        return Shape(self.width(), self.height(), self.devicePixelRatioF(), wide, shared())

    def _stage(self, painter: QPainter | None, shape: Shape) -> Stage:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        zoom, palette = self._leading().zoom(), shape.palette
        return Stage(painter, shape.wide, zoom=zoom, page=self._page, palette=palette, mirrored=mirrored)

    def _look(self) -> None:
        """Draw what has become other, and have it painted: strips of the still part, or all where chairs lie above."""
        if not self.isVisible():
            return
        changed = self._draw_still()
        if self._told[1] is not None:
            self.update()
        else:
            self.update(changed)

    def _draw_still(self) -> QRegion:
        """Draw the still part again where it tells something else; gives what was painted."""
        shape, view = self._shape(), self._view
        if view is None or min(shape.width, shape.height) < 1:
            return QRegion()
        if self._newest < 0 and (shape, *self._telling(view, shape)) == self._drawn:
            return QRegion()
        stage = self._set(view, shape)
        wanted = self._page if self._newest < 0 else stage.page_of_line.get(self._newest, 0)
        self._page, sought, self._newest = min(wanted, stage.pages - 1), self._newest >= 0, -1
        if self._page != min(stage.page, stage.pages - 1):
            return self._draw_still()
        self._spots, self._pages = stage.spots, stage.pages
        fresh = [place for words, place in stage.faces_up if self._turns and (words, place) not in self._faces]
        self._fresh = [shape.on(place).toAlignedRect() for place in fresh]
        self._faces, self._under = stage.faces_up, stage.under
        drawn = (shape, *self._telling(view, shape))
        self.still_draws += drawn != self._drawn
        self._drawn = drawn
        changed = self._still.lay(stage.marks, shape, hidden=self._fresh)
        if sought or self._paged != (self._page, self._pages):
            self._tell_pages()
        return changed

    def _telling(self, view: View, shape: Shape) -> tuple[Hashable, ...]:
        """Give all that the words on the canvas depend on."""
        return (view.key(), view, shape.wide, shape.palette, self._leading().zoom(), self.layoutDirection(), self._page)

    def _set(self, view: View, shape: Shape) -> Stage:
        """Set the words of a page; where the other picture shows the same page its words are taken as they stand."""
        telling = self._telling(view, shape)
        for kept in (self.kept, self._leading().kept):
            if kept is not None and kept[0] == telling:
                return kept[1]
        stage = self._stage(None, shape)
        stage.newest = self._newest
        view.draw(stage)
        stage.finish()
        self.kept = ((*telling[:-1], min(stage.page, stage.pages - 1)), stage)
        return stage

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.height() < 1 or self.width() < 1:
            return
        painter = QPainter(self)
        if self._view is None:
            painter.fillRect(self.rect(), QColor(shared().paper))
        else:
            self.update(self._draw_still() - event.region())
            if self._turning.begun() or not self._turning.running():
                self._still.catch_up(whole=not self._turning.running())
            painter.drawPixmap(0, 0, self._still.pixmap)
            self._turning.paint(painter, self._still.pixmap, ready=not self._still.owes())
            self._draw_moving(painter)
        painter.end()

    def _draw_moving(self, painter: QPainter) -> None:
        if self._view is None or self._view.moving() is None:
            return
        shape = self._shape()
        shape.place(painter)
        stage = self._stage(painter, shape)
        stage.spots, stage.pages = self._spots, self._pages
        running = self._motion.state() == QVariantAnimation.State.Running and self._before is not None
        stage.lit_before = self._before
        stage.progress = float(self._motion.currentValue()) if running else 1.0
        self._view.draw_moving(stage)
        self._lit = stage.lit_now
