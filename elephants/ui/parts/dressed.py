"""What every part of ours shares: it takes new sizes and colours when the application is dressed anew."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from elephants.ui.style import Palette, palette_of, px

_NEWS = (
    QEvent.Type.StyleChange,
    QEvent.Type.ApplicationFontChange,
    QEvent.Type.PaletteChange,
    QEvent.Type.LayoutDirectionChange,
)

_HELD = ~Qt.KeyboardModifier.KeypadModifier  # Enter of the number block is Enter too


def ring(painter: QPainter, rect: QRectF, colour: str, corner: float) -> None:
    """Draw the focus ring inside a rectangle, as wide as the colours of now ask for."""
    width = palette_of().ring
    half = width / 2
    painter.setPen(QPen(QColor(colour), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), corner, corner)


def edge(palette: Palette, *, enabled: bool = True, calm: bool = False) -> QPen:
    """Give the pen for an edge: of a control, or `calm` of a card. What cannot be pressed is paler, or dashed."""
    pen = QPen(QColor(palette.hair if calm or not enabled else palette.line), palette.edge)
    if palette.strong and not enabled:
        pen.setStyle(Qt.PenStyle.DashLine)
    return pen


def within(rect: QRectF, palette: Palette) -> QRectF:
    """Give the rectangle on which an edge is drawn so that it stays inside."""
    half = palette.edge / 2
    return rect.adjusted(half, half, -half, -half)


class Dressed(QWidget):
    """A part that paints itself; `redress` is where it takes its sizes."""

    def redress(self) -> None:
        """Take the sizes of now; called at every change of zoom or colours."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        _dress_anew(self, event)


class PaintedButton(QPushButton):
    """A button that paints itself, with hover, pressed, disabled and a focus ring; Enter presses it as Space does."""

    def redress(self) -> None:
        """Take the sizes of now, as `Dressed` does."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        _dress_anew(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _HELD:
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.paint(painter)
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), self.ring_colour(), px(10))
        painter.end()

    def ring_colour(self) -> str:
        """Give the colour of the focus ring."""
        return palette_of().clay

    def paint(self, painter: QPainter) -> None:
        """Draw the button without its focus ring."""


def _dress_anew(part: Dressed | PaintedButton, event: QEvent) -> None:
    """Let a part take new sizes; a function, for Qt lets no class of ours stand beside both of its own."""
    if event.type() in _NEWS:
        part.redress()
        part.updateGeometry()
        part.update()
