"""A list to choose one of: what is kept, and the words people read for it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QWidget

from elephants.words import tr


def choice(name: str, words: Mapping[str, str], parent: QWidget) -> QComboBox:
    """Make a list to choose from; `currentData()` gives what is kept for the words chosen."""
    made = QComboBox(parent)
    made.setAccessibleName(name)
    made.setToolTip(name)
    for key, said in words.items():
        made.addItem(tr(said), key)
    return made
