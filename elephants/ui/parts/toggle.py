"""A switch for what is either on or off; the word beside it says which, not the colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from elephants.ui.parts.dressed import PaintedButton, within
from elephants.ui.style import palette_of, px, zoomed
from elephants.words import tr


class Toggle(PaintedButton):
    """Says what it switches, shows a switch and the word On or Off; `toggled(bool)` tells of a change by hand."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._tell)
        self._tell()

    def show_on(self, on: bool) -> None:
        """Show on or off without telling anyone: for what the desk says."""
        if on != self.isChecked():
            self.blockSignals(True)
            self.setChecked(on)
            self.blockSignals(False)
            self._tell()

    def state_word(self) -> str:
        """Say the state in a word."""
        return tr("On") if self.isChecked() else tr("Off")

    def _tell(self) -> None:
        self.setAccessibleDescription(self.state_word())
        self.update()

    def _widths(self) -> tuple[float, float, float]:
        states = (tr("On"), tr("Off"))
        wide = max(QFontMetricsF(zoomed(15, bold=True)).horizontalAdvance(word) for word in states)
        return QFontMetricsF(zoomed(15)).horizontalAdvance(self._words), float(px(44)), wide

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._widths()) + 2 * px(10) + 2 * px(8) + 2), px(44))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paint(self, painter: QPainter) -> None:
        palette, widths, tall = palette_of(), self._widths(), float(self.height())
        x, right_to_left = float(px(8)), self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        places: list[QRectF] = []
        for width in widths:
            left = self.width() - x - width if right_to_left else x
            places.append(QRectF(left, 0, width, tall))
            x += width + px(10)
        painter.setPen(QColor(palette.ink))
        painter.setFont(zoomed(15))
        painter.drawText(places[0].adjusted(-2, 0, 2, 0), Qt.AlignmentFlag.AlignCenter, self._words)
        painter.setFont(zoomed(15, bold=True))
        side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(places[2], flags, self.state_word())
        self._paint_switch(painter, places[1], right_to_left=right_to_left)

    def _paint_switch(self, painter: QPainter, place: QRectF, *, right_to_left: bool) -> None:
        palette, tall = palette_of(), px(26)
        track = QRectF(place.x(), place.center().y() - tall / 2, place.width(), tall)
        on = self.isChecked()
        painter.setPen(QPen(QColor(palette.ink if on else palette.line), palette.edge))
        painter.setBrush(QColor(palette.ink if on else palette.card))
        painter.drawRoundedRect(within(track, palette), tall / 2, tall / 2)
        knob, inset = tall - px(6), px(3) + (tall - px(6)) / 2
        x = track.right() - inset if on != right_to_left else track.left() + inset
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.paper if on else palette.slate))
        painter.drawEllipse(QPointF(x, track.center().y()), knob / 2, knob / 2)
