"""Counting people or hands: fewer, the number, more; by hand, by Up and Down keys, by screen reader."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from elephants.ui.parts.buttons import SquareButton
from elephants.ui.parts.dressed import Dressed, edge, ring, within
from elephants.ui.parts.words import Words
from elephants.ui.style import palette_of, px
from elephants.words import tr

FIGURES = "0123456789"


class Counter(Dressed):
    """Fewer, a number in words, more. It shows what it is told and asks for the next number by `asked(int)`.

    Down or + asks for one more, Up or - for one less, as with chairs (LOOK.md, The console); below `least` and
    above `most` it asks for nothing. A big one also takes a number, typed figure by figure; Backspace takes the last
    figure back. A 0 that begins a number is left to the page.
    """

    asked = Signal(int)

    def __init__(
        self,
        name: str,
        say: Callable[[int], str] = str,
        *,
        least: int = 0,
        most: int = 200,
        big: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._say, self._least, self._most, self._big = name, say, least, most, big
        self._number: int | None = None
        self._typed = ""
        side = 56 if big else 44
        self.fewer = SquareButton("minus", tr("One fewer: {what}", what=name), side, outlined=big, parent=self)
        self.more = SquareButton("plus", tr("One more: {what}", what=name), side, outlined=big, parent=self)
        self.words = Words("", "big" if big else "strong", wrap=False, parent=self)
        self.words.centre()
        for button, step in ((self.fewer, -1), (self.more, 1)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, step=step: self.step(step))
        self._lay = QHBoxLayout(self)
        for part in (self.fewer, self.words, self.more):
            self._lay.addWidget(part)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.redress()
        self.show_number(least)

    def number(self) -> int:
        """Give the number shown."""
        return self._number or 0

    def show_number(self, number: int) -> None:
        """Show a number; does nothing when it is the one shown."""
        if number == self._number:
            return
        self._number = number
        self.words.say(self._say(number))
        self.setAccessibleName(f"{self._name}: {self._say(number)}" if self._big else self._say(number))
        self._enable(number)

    def _enable(self, number: int) -> None:
        """Let the buttons be pressed where they would ask for something, or where a pale one would tell the number."""
        covered = self._say(self._least) == self._say(self._least + 1)
        self.fewer.setEnabled(covered or number > self._least)
        self.more.setEnabled(covered or number < self._most)

    def say_again(self) -> None:
        """Say the same number anew, where the words for it may have changed."""
        number, self._number = self.number(), None
        self.show_number(number)

    def limit(self, most: int) -> None:
        """Change the highest number, as people come and go."""
        self._most = most
        self._enable(self.number())

    def step(self, by: int) -> None:
        """Ask for more or fewer."""
        wanted = self.number() + by
        if self._least <= wanted <= self._most:
            self.asked.emit(wanted)

    def redress(self) -> None:
        margin = px(4) if self._big else 1  # large buttons have an edge of their own: the focus ring goes around
        self._lay.setContentsMargins(margin, margin, margin, margin)
        self._lay.setSpacing(px(4))
        widest = "88" if self._big else self._say(88)
        self.words.ensurePolished()
        self.words.setMinimumWidth(round(QFontMetricsF(self.words.font()).horizontalAdvance(widest)) + px(8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._big and self._type(event):
            return
        self._typed = ""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Plus):
            self.step(1)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Minus):
            self.step(-1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._typed = ""
        super().focusOutEvent(event)

    def _type(self, event: QKeyEvent) -> bool:
        """Take one figure of a number, or the last one back; False where the key is none of them."""
        figure = event.text()
        if event.key() == Qt.Key.Key_Backspace and self._typed:
            typed = self._typed[:-1]
        elif figure in FIGURES and figure and (self._typed or figure != "0"):
            typed = self._typed + figure
        else:
            return False
        wanted = max(int(typed or "0"), self._least)
        if wanted <= self._most:
            self._typed = typed
            self.asked.emit(wanted)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, palette = QPainter(self), palette_of()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._big:
            painter.setPen(edge(palette))
            painter.setBrush(QColor(palette.card))
            painter.drawRoundedRect(within(QRectF(self.rect()), palette), px(10), px(10))
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), palette.clay, px(10))
        painter.end()
