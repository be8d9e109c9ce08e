"""One row of a list on the page: it can hold the focus, be read aloud, and has a menu of what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from elephants.ui.parts.buttons import PlainButton, SquareButton
from elephants.ui.parts.dressed import Dressed, ring
from elephants.ui.parts.line import Ask, Line, Placed, lay_out, paint_line
from elephants.ui.parts.words import Words
from elephants.ui.style import palette_of, px
from elephants.words import tr


class Row(Dressed):
    """Shows one `Line`. Enter, Space or the menu key opens its menu; Alt+Up and Alt+Down ask for "up" and "down"."""

    acted = Signal(int, str)
    resized = Signal()
    focused = Signal(int)

    def __init__(self, line: Line, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = line
        self._placed: tuple[int, Placed] | None = None
        self.menu_button: SquareButton | None = None
        self.question: Words | None = None
        self.answers: list[PlainButton] = []
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._take()

    def tell(self, line: Line) -> None:
        """Show another state of the same line; equal ones do nothing."""
        if line != self.line:
            had_ask, self.line, self._placed = self.line.ask, line, None
            if had_ask != line.ask:
                self._drop_answers()
            self._take()
            self._place_children()
            self.update()

    def _take(self) -> None:
        line = self.line
        self.setCursor(Qt.CursorShape.PointingHandCursor if line.pick else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(line.spoken())
        if line.actions and self.menu_button is None:
            self.menu_button = SquareButton("dots-three", "", parent=self)
            self.menu_button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.menu_button.clicked.connect(self.open_menu)
            self.menu_button.show()
        if self.menu_button is not None:
            self.menu_button.setVisible(bool(line.actions))
            self.menu_button.setAccessibleName(tr("More for: {line}", line=line.text))
            self.menu_button.setToolTip(tr("More"))
        if line.ask and not self.answers:
            self._make_answers(line.ask)

    def _make_answers(self, ask: Ask) -> None:
        self.question = Words(ask.words, "quiet", wrap=False, parent=self)
        self.question.show()
        for action, words, icon in ask.answers:
            button = PlainButton(words, icon, parent=self)
            button.setAccessibleDescription(self.line.text)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.clicked.connect(lambda _checked=False, action=action: self.acted.emit(self.line.id, action))
            button.show()
            self.answers.append(button)

    def _drop_answers(self) -> None:
        if self.window().focusWidget() in self.answers:  # a dialog in front has it now and gives it back
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in (*self.answers, *([self.question] if self.question else [])):
            part.hide()
            part.deleteLater()
        self.answers, self.question = [], None

    def stops(self) -> list[QWidget]:
        """List what Tab goes through when this row is the chosen one."""
        menu = [self.menu_button] if self.menu_button is not None and self.line.actions else []
        return [self, *self.answers, *menu]

    def height_for(self, width: int) -> int:
        """Tell how tall the row is at a width in pixels; remembered."""
        if self._placed is None or self._placed[0] != width:
            self._placed = (width, lay_out(self.line, width))
        placed = self._placed[1]
        if not self.line.ask:
            return placed.height
        return round(self._flow(width, placed.asks, move=False) + px(12))

    def _flow(self, width: int, top: float, *, move: bool) -> float:
        """Set question and answer buttons side by side, in more rows where the width is short; give the bottom."""
        left, right = px(27), width - px(17)
        x, y, tall = left, round(top), px(44)
        for part in (self.question, *self.answers):
            if part is None:
                continue
            hint = part.sizeHint()
            if x > left and x + hint.width() > right:
                x, y = left, y + tall + px(8)
            if move:
                place = QRect(x, y, min(hint.width(), right - left), max(tall, hint.height()))
                part.setGeometry(self._mirrored(place))
            x += hint.width() + px(8)
        return y + tall

    def _mirrored(self, rect: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return QRect(self.width() - rect.right() - 1, rect.y(), rect.width(), rect.height())
        return rect

    def _place_children(self) -> None:
        self.height_for(self.width())
        if self._placed is None:
            return
        placed = self._placed[1]
        if self.menu_button is not None:
            side = self.menu_button.width()
            y = max(2, round(placed.text.y() + min(placed.text.height(), px(24)) / 2 - side / 2))
            self.menu_button.setGeometry(self._mirrored(QRect(self.width() - side - px(3), y, side, side)))
        if self.line.ask:
            self._flow(self.width(), placed.asks, move=True)

    def redress(self) -> None:
        self._placed = None
        self.resized.emit()
        self._place_children()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place_children()

    def open_menu(self) -> None:
        """Open the row's menu below its button."""
        if self.menu_button is None or not self.line.actions:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action, words in self.line.actions:
            item = menu.addAction(words.replace("&", "&&"))
            item.triggered.connect(lambda _checked=False, action=action: self.acted.emit(self.line.id, action))
        corner = self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height()))
        menu.popup(corner)
        menu.setActiveAction(menu.actions()[0])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self.line.id)

    def contextMenuEvent(self, _event: QContextMenuEvent) -> None:
        self.open_menu()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        inside = self.rect().contains(event.position().toPoint())
        if self.line.pick and inside and event.button() == Qt.MouseButton.LeftButton:
            self.acted.emit(self.line.id, self.line.pick)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        known = {action for action, _ in self.line.actions}
        moves = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}
        wanted = moves.get(Qt.Key(event.key()), "") if event.modifiers() & Qt.KeyboardModifier.AltModifier else ""
        if wanted in known:
            self.acted.emit(self.line.id, wanted)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.line.pick:
            self.acted.emit(self.line.id, self.line.pick)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Menu):
            self.open_menu()
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.height_for(self.width())
        if self._placed is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        paint_line(painter, self, self.line, self._placed[1])
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), palette_of().clay, px(10))
        painter.end()
