"""What only the outcome sheet asks: how large its letters are, whose copy it is, and whether readers checked it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from elephants.paper.papers import SIZES
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.choice import choice, fill
from elephants.ui.parts.dressed import Dressed
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import mark, tr

USUAL = 16
_EVERYONE = mark("For everyone")


class EasyPart(Dressed):
    """Rows of choices above the pages.

    `asked` tells that the size or the person is another one, `checked(bool)` that readers found it easy or not,
    `pictures` that somebody wants other pictures. Whose copy it is lives here only: it is forgotten with the page.
    """

    asked = Signal()
    checked = Signal(bool)
    pictures = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.size_of_letters = USUAL
        self.sizes = {size: PlainButton(tr("{n} pt", n=size), parent=self) for size in SIZES}
        self.whose = choice(tr("Whose copy?"), {"": _EVERYONE}, self)
        self.readers = QCheckBox(tr("Checked by readers"), self)
        self.readers.setAccessibleName(self.readers.text())
        self.change = PlainButton(tr("Change the pictures"), "swap", parent=self)
        self.letters = Words(tr("Letters"), "label", wrap=False, parent=self)
        for size, button in self.sizes.items():
            button.setCheckable(True)
            button.setAccessibleName(tr("Letters of {n} points", n=size))
            button.clicked.connect(lambda _on=False, size=size: self.take(size))
        self._lay = QVBoxLayout(self)
        self._lay.setContentsMargins(0, 0, 0, 0)
        self._lay.addWidget(Flow(self.letters, *self.sizes.values(), self.whose, parent=self))
        self._lay.addWidget(Flow(self.readers, self.change, parent=self))
        self.whose.currentIndexChanged.connect(lambda _at: self.asked.emit())
        self.readers.clicked.connect(lambda: self.checked.emit(self.readers.isChecked()))
        self.change.clicked.connect(self.pictures)
        self.redress()

    @property
    def name(self) -> str:
        """Whose copy is asked for; "" for everyone's."""
        return str(self.whose.currentData() or "")

    def take(self, size: int) -> None:
        """Ask for letters of this size, in points."""
        self.size_of_letters = size
        self._mark_size()
        self.asked.emit()

    def tell(self, owners: Sequence[str], *, checked: bool) -> None:
        """Show the names whose own copy can be asked for, and whether readers have checked the sheet."""
        kept = self.name if self.name in owners else ""
        fill(self.whose, [(tr(_EVERYONE), ""), *((tr("For {name}", name=one), one) for one in owners)], kept)
        self.whose.setVisible(bool(owners))
        with QSignalBlocker(self.readers):
            self.readers.setChecked(checked)
        self._mark_size()

    def _mark_size(self) -> None:
        for size, button in self.sizes.items():
            chosen = size == self.size_of_letters
            button.setChecked(chosen)
            button.say(button.words(), "check" if chosen else "")
            button.setAccessibleName(tr("Letters of {n} points", n=size))

    def redress(self) -> None:
        self._lay.setSpacing(px(8))
