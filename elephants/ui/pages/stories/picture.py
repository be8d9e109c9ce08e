"""Choosing a card's picture from the library: all of them side by side, each with its name."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from elephants.pictures.cutpaper import card_picture
from elephants.pictures.library import names
from elephants.ui.parts.dialogs import Question
from elephants.ui.parts.paint import picture_pixmap
from elephants.ui.style import px
from elephants.words import tr

_WIDE, _TALL = 96, 80


class PictureChoice(Question):
    """Shows every picture of the library; arrow keys and first letters go through them."""

    def __init__(self, chosen: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Another picture"), "", tr("Take this one"), tr("Leave it as it is"), parent)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Pictures"))
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(px(_WIDE), px(_TALL)))
        self.list.setGridSize(QSize(px(_WIDE + 32), px(_TALL + 40)))
        self.list.setMinimumSize(px(300), px(200))
        for name in names():
            picture = picture_pixmap(card_picture(name, fine=False), px(_WIDE), px(_TALL), self.devicePixelRatioF())
            self.list.addItem(QListWidgetItem(QIcon(picture), name.replace("-", " ")))
        self.list.setCurrentRow(names().index(chosen) if chosen in names() else 0)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.lay.insertWidget(1, self.list, 1)
        self.resize(min(px(760), 1300), min(px(560), 700))
        self.setTabOrder(self.list, self.do)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def name(self) -> str:
        """The picture that is chosen."""
        return names()[max(0, self.list.currentRow())]


def ask_picture(parent: QWidget, chosen: str) -> str:
    """Ask and wait; "" when the person left it as it is."""
    question = PictureChoice(chosen, parent)
    return question.name() if question.exec() else ""
