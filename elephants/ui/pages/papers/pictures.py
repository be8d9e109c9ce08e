"""Other pictures for the outcome sheet: its lines with their pictures, and all pictures to choose from for one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QListView, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from elephants.paper.document import Boxed, PictureRow, plain_words
from elephants.pictures.cutpaper import option_picture
from elephants.pictures.library import said, search
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.dressed import Dressed, PaintedButton
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.paint import paint_picture, picture_pixmap
from elephants.ui.parts.words import Words
from elephants.ui.style import palette_of, px, zoomed
from elephants.words import tr

_SIDE, _ROUND = 64, 60
_LINE = 72


class RowButton(PaintedButton):
    """One line of the sheet with its picture; a click or Enter asks for another picture."""

    def __init__(self, row: PictureRow | Boxed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        words = [plain_words(part) for part in row.words]
        self.line = " ".join([row.title, *words] if isinstance(row, Boxed) else words)
        self.setAccessibleName(tr("{line} Picture: {picture}. Change it.", line=self.line, picture=said(row.picture)))
        self.setToolTip(said(row.picture))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(_LINE))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(_LINE))

    def paint(self, painter: QPainter) -> None:
        palette, side, gap = palette_of(), px(_LINE - 8), px(12)
        if self.isDown() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.mist)
            painter.drawRoundedRect(QRectF(self.rect()), px(10), px(10))
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - side - px(4) if mirror else px(4)
        paint_picture(painter, option_picture(self.row.picture), QRectF(left, px(4), side, side))
        wide = self.width() - side - 2 * gap - px(4)
        painter.setFont(zoomed(15))
        painter.setPen(palette.ink)
        words = QFontMetricsF(zoomed(15)).elidedText(self.line, Qt.TextElideMode.ElideRight, wide)
        edge = Qt.AlignmentFlag.AlignRight if mirror else Qt.AlignmentFlag.AlignLeft
        place = QRectF(gap if mirror else px(4) + side + gap, 0, wide, self.height())
        painter.drawText(place, edge | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, words)


class Grid(QListWidget):
    """All pictures that answer to the words looked for; a click or Enter takes one, arrow keys go through them."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Pictures"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setWordWrap(True)
        self.itemClicked.connect(self._take)

    def show_names(self, names: Sequence[str], chosen: str) -> None:
        """Show these pictures, with the one chosen now under the keys."""
        side, ratio = px(_SIDE), self.devicePixelRatioF()
        self.setIconSize(QSize(side, side))
        cell = px(_SIDE + _ROUND)
        self.setGridSize(QSize(cell, cell))
        self.setFixedHeight((3 if px(100) < 150 else 2) * cell + px(12))
        self.clear()
        for name in names:
            picture = picture_pixmap(option_picture(name), side, side, ratio)
            icon = QIcon(picture)
            icon.addPixmap(picture, QIcon.Mode.Selected)  # else Qt paints the chosen one darker
            item = QListWidgetItem(icon, said(name))
            item.setSizeHint(QSize(cell - px(4), cell - px(4)))
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.addItem(item)
        if names:
            self.setCurrentRow(list(names).index(chosen) if chosen in names else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._take(item)
        else:
            super().keyPressEvent(event)

    def _take(self, item: QListWidgetItem) -> None:
        self.taken.emit(str(item.data(Qt.ItemDataRole.UserRole)))


class PicturesPart(Dressed):
    """Lists the lines; after one is chosen, shows the pictures in their place.

    `chosen(line, picture)` asks for a picture to be kept, "" lets the words choose again; `left` tells that somebody is
    done with pictures.
    """

    chosen = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[RowButton] = []
        self.row: PictureRow | Boxed | None = None
        self.title = Words(tr("Click on a line to give it another picture."), "strong", parent=self)
        self.done = PlainButton(tr("Back to the pages"), "check", parent=self)
        self.field = QLineEdit(self)
        self.grid = Grid(self)
        self.none = Words(tr("No picture has this word. Try another one."), "told", parent=self)
        self.own = PlainButton(tr("Let the words choose"), "arrow-left", parent=self)
        self._lay = QVBoxLayout(self)
        self._lay.setContentsMargins(0, 0, 0, 0)
        self._lines = QVBoxLayout()
        for part in (self.title, self.field, self.none, self.grid):
            self._lay.addWidget(part)
        self._lay.addLayout(self._lines)
        self._lay.addWidget(Flow(self.own, self.done, parent=self))
        self._connect()
        self.redress()
        self._turn(None)

    def _connect(self) -> None:
        asked = tr("Look for a picture, such as: bus")
        self.field.setPlaceholderText(asked)
        self.field.setAccessibleName(asked)
        self.field.textChanged.connect(lambda _words: self._look())
        self.field.returnPressed.connect(self.grid.setFocus)
        self.grid.taken.connect(self._take)
        self.own.clicked.connect(lambda: self._take(""))
        self.done.clicked.connect(self._back)

    def tell(self, rows: Sequence[PictureRow | Boxed]) -> None:
        """Show these lines of the sheet; the same lines again do nothing."""
        if [button.row for button in self.rows] == list(rows):
            return
        at = next((at for at, button in enumerate(self.rows) if button.hasFocus()), None)
        for button in self.rows:
            self._lines.removeWidget(button)
            button.deleteLater()
        self.rows = [RowButton(row, self) for row in rows]
        for button in self.rows:
            button.clicked.connect(lambda _on=False, row=button.row: self._turn(row))
            self._lines.addWidget(button)
            button.setVisible(self.row is None)
        if at is not None and self.rows:
            self.rows[min(at, len(self.rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, row: PictureRow | Boxed | None) -> None:
        """Turn to the pictures for one line, or back to the lines."""
        self.row = row
        for part in (self.field, self.grid, self.own):
            part.setVisible(row is not None)
        for button in self.rows:
            button.setVisible(row is None)
        self.none.hide()
        if row is None:
            self.title.say(tr("Click on a line to give it another picture."))
            self.done.say(tr("Back to the pages"))
            return
        self.title.say(next((one.line for one in self.rows if one.row == row), ""))
        self.done.say(tr("Leave it as it is"))
        self.field.clear()
        self._look()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        found = search(self.field.text())
        self.grid.show_names(found, self.row.picture if self.row is not None else "")
        self.none.setVisible(self.row is not None and not found)

    def _take(self, picture: str) -> None:
        row = self.row
        if row is None:
            return
        at = next((at for at, one in enumerate(self.rows) if one.row == row), 0)
        self._turn(None)
        self.chosen.emit(row.key, picture)
        if at < len(self.rows):
            self.rows[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        if self.row is None:
            self.left.emit()
            return
        at = next((at for at, one in enumerate(self.rows) if one.row == self.row), 0)
        self._turn(None)
        if at < len(self.rows):
            self.rows[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def redress(self) -> None:
        self._lay.setSpacing(px(10))
        self._lines.setSpacing(px(4))
        if self.row is not None:
            self._look()
