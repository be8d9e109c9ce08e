"""A line of words with some of them marked by a stroke below, and by bold letters: never by a colour alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from elephants.ui.parts.dressed import Dressed
from elephants.ui.style import palette_of, px, zoomed


class MarkedLine(Dressed):
    """Says a line and marks the stretches (from, to, strong) in it; what people typed is never taken for markup."""

    def __init__(self, words: str, marks: Sequence[tuple[int, int, bool]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.marks = words, list(marks)
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(px(400), self.heightForWidth(px(400)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(24))

    def heightForWidth(self, width: int) -> int:
        return round(self._set(width)[1]) + px(6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(palette_of().ink))
        self._set(self.width())[0].draw(painter, QPointF(0, px(2)))
        painter.end()

    def _set(self, width: int) -> tuple[QTextLayout, float]:
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return set_marked(self.words, self.marks, zoomed(16), width, mirror=mirror)


def set_marked(
    words: str, marks: Sequence[tuple[int, int, bool]], face: QFont, width: int, *, mirror: bool
) -> tuple[QTextLayout, float]:
    """Set words with marked stretches (from, to, strong) in a width; gives them ready to be drawn, and their height."""
    shown = words.replace("\n", "\u2028")
    layout = QTextLayout(shown, face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    side = Qt.AlignmentFlag.AlignRight if mirror else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    layout.setFormats([_mark(shown, *mark) for mark in sorted(marks, key=lambda mark: mark[2])])
    layout.beginLayout()
    tall = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(40, width))
        line.setPosition(QPointF(0, tall))
        tall += line.height()
    layout.endLayout()
    return layout, tall


def _mark(words: str, start: int, end: int, strong: bool) -> QTextLayout.FormatRange:
    """Make one mark; Qt counts in half letters of 16 bits, people's words in whole ones."""

    def units(text: str) -> int:
        return len(text.encode("utf-16-le", "surrogatepass")) // 2

    shape = QTextCharFormat()
    style = QTextCharFormat.UnderlineStyle
    shape.setUnderlineStyle(style.SingleUnderline if strong else style.DotLine)
    if strong:
        shape.setFontWeight(700)
        shape.setBackground(QColor(palette_of().mist))
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = units(words[:start]), units(words[start:end]), shape
    return made
