"""What happened to a decision as a line of days from top to bottom, each with a picture to look at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from elephants.sessions.story import AGAIN, ASKED, CORRECTION, DECIDED, REPLACED, SAID, Moment
from elephants.ui.history.ways import aligned
from elephants.ui.parts.dressed import Dressed
from elephants.ui.parts.glyphs import draw_glyph
from elephants.ui.style import palette_of, px, zoomed
from elephants.words import day_words

ICONS = {
    ASKED: "chat",
    DECIDED: "check-circle",
    SAID: "arrow-u-up-left",
    CORRECTION: "pencil-simple",
    REPLACED: "swap",
    AGAIN: "calendar",
}
_WRAP = int(Qt.TextFlag.TextWordWrap)


class Moments(Dressed):
    """Paints the moments of a decision, the earliest at the top, what is to come last and dashed."""

    def __init__(self, moments: Sequence[Moment], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.moments = list(moments)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(" ".join(spoken(one) for one in self.moments))

    def heightForWidth(self, width: int) -> int:
        return round(sum(self._tall(one, width) for one in self.moments))

    def sizeHint(self) -> QSize:
        return QSize(px(600), self.heightForWidth(px(600)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.heightForWidth(max(px(200), self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), palette_of()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.width() - px(22) if mirror else px(22)
        y = 0.0
        for at, moment in enumerate(self.moments):
            tall = self._tall(moment, self.width())
            if at < len(self.moments) - 1:
                to_come = self.moments[at + 1].kind == AGAIN
                style = Qt.PenStyle.DashLine if to_come else Qt.PenStyle.SolidLine
                painter.setPen(QPen(QColor(palette.line), px(2), style))
                painter.drawLine(QPointF(x, y + px(38)), QPointF(x, y + tall))
            painter.setPen(QPen(QColor(palette.line), px(2)))
            painter.setBrush(QColor(palette.card))
            painter.drawEllipse(QPointF(x, y + px(20)), px(18), px(18))
            place = QRectF(x - px(10), y + px(10), px(20), px(20))
            draw_glyph(painter, self, ICONS[moment.kind], palette.ink, place)
            self._words(painter, moment, y, mirror=mirror)
            y += tall
        painter.end()

    def _words(self, painter: QPainter, moment: Moment, y: float, *, mirror: bool) -> None:
        palette, wide = palette_of(), self._wide(self.width())
        left = 0.0 if mirror else float(px(56))
        side = int(aligned(mirror=mirror))
        y += px(6)
        for words, face, colour in self._lines(moment):
            tall = self._high(words, face, wide)
            painter.setFont(face)
            painter.setPen(QColor(colour or palette.ink))
            painter.drawText(QRectF(left, y, wide, tall), side | _WRAP, words)
            y += tall

    def _tall(self, moment: Moment, width: int) -> float:
        wide = self._wide(width)
        return max(px(52.0), px(18) + sum(self._high(words, face, wide) for words, face, _ in self._lines(moment)))

    @staticmethod
    def _lines(moment: Moment) -> list[tuple[str, QFont, str]]:
        slate = palette_of().slate
        words = (moment.words, zoomed(16, bold=moment.kind == DECIDED), "")
        lines = [(day_words(moment.day), zoomed(14), slate), words]
        return [*lines, (moment.more, zoomed(15), slate)] if moment.more else lines

    @staticmethod
    def _wide(width: int) -> float:
        return max(px(120.0), width - px(56) - px(8))

    @staticmethod
    def _high(words: str, face: QFont, wide: float) -> float:
        return QFontMetricsF(face).boundingRect(QRectF(0, 0, wide, 1e6), _WRAP, words).height() + px(2)


def spoken(moment: Moment) -> str:
    """Say a moment for a screen reader."""
    said = (day_words(moment.day), moment.words.rstrip("."), moment.more.rstrip("."))
    return ". ".join(part for part in said if part) + "."
