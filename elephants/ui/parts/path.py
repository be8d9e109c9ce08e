"""The path of steps: where we are on the way to a decision."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from elephants.ui.parts.dressed import Dressed
from elephants.ui.parts.glyphs import draw_glyph
from elephants.ui.style import palette_of, px, zoomed
from elephants.words import tr


class StepPath(Dressed):
    """Shows steps as circles: done with a check, now in sun, the rest hollow, each with its number and name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[str, ...] = ()
        self._now = -1
        self._done: frozenset[int] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tell(self, steps: Sequence[str], now: int, done: Sequence[int] | None = None) -> None:
        """Show the names of the steps, the one we are at (from 0) and those done (else all before it)."""
        told = (tuple(steps), now, frozenset(range(now) if done is None else done))
        if told == (self._steps, self._now, self._done):
            return
        self._steps, self._now, self._done = told
        at = min(max(now, 0), len(self._steps) - 1)
        name = self._steps[at] if self._steps else ""
        self.setAccessibleName(tr("Step {n} of {all}: {name}", n=at + 1, all=len(self._steps), name=name))
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(76) * max(1, len(self._steps)), px(52))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(30) * max(1, len(self._steps)), px(52))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        each = self.width() / len(self._steps)
        for index in range(len(self._steps)):
            self._paint_way(painter, index, each)
        for index in range(len(self._steps)):
            self._paint_step(painter, index, each)
        self._paint_names(painter, each)
        painter.end()

    def _centre(self, index: int, each: float) -> QPointF:
        x = each * (index + 0.5)
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QPointF(self.width() - x if mirror else x, px(14))

    def _paint_way(self, painter: QPainter, index: int, each: float) -> None:
        if index == 0:
            return
        palette = palette_of()
        one, other = sorted((self._centre(index - 1, each).x(), self._centre(index, each).x()))
        passed = index - 1 in self._done
        painter.setPen(QPen(QColor(palette.ink if passed else palette.line), 2 if passed else 1.5))
        y, gap = float(px(14)), px(17)
        if other - one > 2 * gap:
            painter.drawLine(QPointF(one + gap, y), QPointF(other - gap, y))

    def _paint_step(self, painter: QPainter, index: int, each: float) -> None:
        palette, middle, half = palette_of(), self._centre(index, each), px(24) / 2
        done, now = index in self._done and index != self._now, index == self._now
        edge, ground = palette.line, palette.card
        if done:
            edge = ground = palette.ink
        elif now:
            edge, ground = ("#1F2A32" if not palette.dark else palette.ink), palette.sun
        painter.setPen(QPen(QColor(edge), 2 if now else 1.2))
        painter.setBrush(QColor(ground))
        painter.drawEllipse(middle, half, half)
        place = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
        if done:
            draw_glyph(painter, self, "check", palette.paper, place.adjusted(px(5), px(5), -px(5), -px(5)))
        else:
            painter.setFont(zoomed(12.5, bold=now))
            painter.setPen(QColor("#1F2A32" if now else palette.slate))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(index + 1))

    def _paint_names(self, painter: QPainter, each: float) -> None:
        """Write every name where all fit; else only the one we are at."""
        palette = palette_of()
        metrics = QFontMetricsF(zoomed(12.5, bold=True))
        crowded = any(metrics.horizontalAdvance(name) > each - px(4) for name in self._steps)
        for index, name in enumerate(self._steps):
            now = index == self._now
            if crowded and not now:
                continue
            painter.setFont(zoomed(12.5, bold=now))
            painter.setPen(QColor(palette.ink if now else palette.slate))
            wide = min(metrics.horizontalAdvance(name) + px(8), float(self.width())) if crowded else each
            x = self._centre(index, each).x() - wide / 2
            place = QRectF(max(0.0, min(x, self.width() - wide)), px(30), wide, px(20))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)
