"""One line of the run sheet beside the page: its mark, its minutes, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from elephants.pictures.chairs import ChairColours, chair_picture
from elephants.sessions.activity import DONE, NOW, RUNNING, SKIPPED, TO_COME, Activity
from elephants.ui.parts.dressed import PaintedButton, edge, within
from elephants.ui.parts.glyphs import draw_glyph
from elephants.ui.parts.paint import paint_picture
from elephants.ui.style import palette_of, px, zoomed
from elephants.words import tr, trn


@dataclass(frozen=True)
class RunLine:
    """One line of the run sheet as it is told."""

    id: int
    title: str
    minutes: int
    state: str
    actions: tuple[str, ...] = ()

    def spoken(self) -> str:
        """Say the line for screen readers: the mark is said in a word."""
        mark = {
            DONE: tr("done"),
            NOW: tr("now"),
            SKIPPED: tr("skipped"),
        }.get(self.state, tr("to come"))
        return ", ".join((self.title, mark, trn("{n} minute", "{n} minutes", self.minutes)))


def run_line(activity: Activity) -> RunLine:
    """Tell a line of the run sheet, with what can be done with it now."""
    actions = ["up", "down", "rename", "minutes"]
    runs = activity.session.state == RUNNING
    actions += ["leave out"] if runs and activity.state == TO_COME else []
    actions += ["take up"] if runs and activity.state == SKIPPED else []
    actions += [] if activity.of_an_item else ["repeat"]
    actions += ["remove"]
    return RunLine(activity.id, activity.title, activity.minutes, activity.state, tuple(actions))


class RunRow(PaintedButton):
    """One line of the run sheet: Enter goes there, Alt with Up or Down moves it, the menu key opens what else there is.

    With the mouse the three dots open the same, which come where the pointer is. A click leaves the keyboard where
    the room is.
    """

    wanted = Signal(int, str)

    def __init__(self, line: RunLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Alt and an arrow key move it. The menu key or the three dots open more."))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.wanted.emit(self.line.id, "go"))
        self.setAccessibleName(line.spoken())

    def tell(self, line: RunLine) -> None:
        """Show another state of the same line."""
        if line != self.line:
            self.line = line
            self.setAccessibleName(line.spoken())
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(44))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(44))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.open_menu(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}
        alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() & alt and event.key() in moves:
            self.wanted.emit(self.line.id, moves[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and event.modifiers() & shift):
            self.open_menu(self.mapToGlobal(QPoint(px(24), self.height())))
        else:
            super().keyPressEvent(event)

    def dots(self) -> QRect:
        """Where the three dots are, in the row; they are drawn while the pointer or the keyboard is here."""
        wide = px(44)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QRect(0 if mirrored else self.width() - wide, 0, wide, self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.dots().contains(event.position().toPoint()):
            self.open_menu(self.mapToGlobal(self.dots().bottomLeft()))
        else:
            super().mousePressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def menu_of(self) -> QMenu:
        """Make the menu of what can be done with this line."""
        menu = QMenu(self)
        words = {
            "up": tr("Move up"),
            "down": tr("Move down"),
            "rename": tr("Change the name"),
            "minutes": tr("Change the minutes"),
            "leave out": tr("Skip it"),
            "take up": tr("Do it after all"),
            "repeat": tr("Do it once more"),
            "remove": tr("Take it out"),
        }
        for action in self.line.actions:
            menu.addAction(words[action]).triggered.connect(
                lambda _checked=False, action=action: self.wanted.emit(self.line.id, action)
            )
        return menu

    def open_menu(self, at: QPoint) -> None:
        """Open the menu at a place of the screen."""
        menu = self.menu_of()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    def paint(self, painter: QPainter) -> None:
        palette, line = palette_of(self), self.line
        now = line.state == NOW
        self._ground(painter)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        middle = self.height() / 2

        def at(x: float, wide: float) -> QRectF:
            left = self.width() - x - wide if mirrored else x
            return QRectF(left, middle - px(12), wide, px(24))

        self._mark(painter, at(px(11), px(20)))
        painter.setFont(zoomed(15, bold=now))
        painter.setPen(palette.slate if line.state in (DONE, SKIPPED) else palette.ink)
        dots = self.underMouse() or self.hasFocus()
        number = str(line.minutes)
        number_wide = px(28) if dots else QFontMetricsF(zoomed(13, bold=now)).horizontalAdvance(number) + 2
        title_wide = self.width() - px(40) - number_wide - px(16)
        title = QFontMetricsF(painter.font()).elidedText(line.title, Qt.TextElideMode.ElideRight, title_wide)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(at(px(40), title_wide), flags, title)
        if dots:
            draw_glyph(painter, self, "dots-three", palette.ink, at(self.width() - px(34), px(24)))
            return
        painter.setFont(zoomed(13, bold=now))
        painter.drawText(at(self.width() - px(12) - number_wide, number_wide), flags, number)

    def _ground(self, painter: QPainter) -> None:
        palette, now = palette_of(self), self.line.state == NOW
        if now or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.chosen if now else palette.hover)
            painter.drawRoundedRect(QRectF(self.rect()), px(10), px(10))
        if now and palette.strong:
            painter.setPen(edge(palette))
            painter.drawRoundedRect(within(QRectF(self.rect()), palette), px(10), px(10))

    def _mark(self, painter: QPainter, where: QRectF) -> None:
        palette = palette_of(self)
        if self.line.state == DONE:
            draw_glyph(painter, self, "check", palette.moss, where)
        elif self.line.state == SKIPPED:
            draw_glyph(painter, self, "skip-forward", palette.slate, where)
        else:
            now = self.line.state == NOW
            colours = ChairColours(palette.sun, palette.ink, palette.card, palette.line)
            paint_picture(painter, chair_picture(on=now, colours=colours), where.adjusted(0, 2, 0, -2))
