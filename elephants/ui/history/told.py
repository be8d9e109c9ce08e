"""Says how much was found; where it was nothing, what else can be tried, and leads to every space."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.store.history import PORTION
from elephants.ui.parts.buttons import LinkButton
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr, trn

if TYPE_CHECKING:
    from elephants.ui.history.hits import Found


class Told(QWidget):
    """A line above what was found; `everywhere` is offered where one space of several holds nothing of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = Words("", "quiet", parent=self)
        self.everywhere = LinkButton(tr("Look in all spaces"), "magnifying-glass", parent=self)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(4))
        lay.addWidget(self.line)
        lay.addWidget(self.everywhere, 0, Qt.AlignmentFlag.AlignLeft)
        self.everywhere.hide()

    def text(self) -> str:
        """Give what is said."""
        return self.line.text()

    def tell(self, found: Found, *, asked: bool, space: str, between: str) -> None:
        """Say it; `asked` is whether anything was, `space` the only one looked through of several, else "".

        `between` says from which day to which it was looked for; "" is ever.
        """
        number = found.rowCount()
        said = _found(found) if number else _nothing(space) if asked else _empty()
        self.line.say(tr("{days}: {found}", days=between, found=said) if between else said)
        self.everywhere.setVisible(bool(asked and space and not number))


def _found(found: Found) -> str:
    if found.more:
        return tr("More than {n}, the newest first", n=PORTION)
    return trn("{n} found", "{n} found, the newest first", found.rowCount())


def _nothing(space: str) -> str:
    if space:
        return tr("Nothing was found in {space}. Try fewer letters, or fewer filters.", space=space)
    return tr("Nothing was found. Try fewer letters, or fewer filters.")


def _empty() -> str:
    return tr("Nothing was kept here yet. What a session decides is found here.")
