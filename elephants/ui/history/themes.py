"""Asks for a theme: a word or two to write, or one of those that the space has already."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.dialogs import OneField
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.words import Words
from elephants.words import tr

MOST = 12
"""How many themes are offered to press; any other is written."""


class ThemeDialog(OneField):
    """Gives by `text()` what is written, or the theme that was pressed."""

    def __init__(self, why: str, text: str, known: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(tr("A theme"), why, tr("Put it on"), text=text, parent=parent)
        self.known = {name: PlainButton(name, parent=self) for name in known[:MOST]}
        if self.known:
            at = self.lay.count() - 2
            self.lay.insertWidget(at, Words(tr("Or one that is there already:"), "quiet", parent=self))
            self.lay.insertWidget(at + 1, Flow(*self.known.values(), parent=self))
        for name, button in self.known.items():
            button.clicked.connect(lambda _checked=False, name=name: self._take(name))

    def _take(self, name: str) -> None:
        if isinstance(self.field, QLineEdit):
            self.field.setText(name)
        self.accept()


def ask_theme(parent: QWidget | None, why: str, text: str, known: Sequence[str]) -> str:
    """Ask and wait; an empty string when the person left it as it is."""
    dialog = ThemeDialog(why, text, known, parent)
    taken = dialog.text() if dialog.exec() else ""
    dialog.deleteLater()
    return taken
