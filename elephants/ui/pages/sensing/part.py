"""What the parts of *How is it for us?* share: each reads the live activity and does its deeds through the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.ui.style import px

if TYPE_CHECKING:
    from elephants.ui.pages.sensing.sensing import SensingPage


class SensingPart(QWidget):
    """One part of the page; it keeps no row, only the page it stands on."""

    def __init__(self, page: SensingPage) -> None:
        super().__init__(page)
        self.page = page
        self.lay = QVBoxLayout(self)
        self.lay.setContentsMargins(0, 0, 0, 0)
        self.lay.setSpacing(px(10))

    def refresh(self) -> None:
        """Draw what the desk says now."""

    def first(self) -> QWidget:
        """Give what the keyboard belongs on."""
        return self

    def onward(self) -> str:
        """Give the word of the primary button; "" where nothing follows on this page."""
        return ""

    def go_on(self) -> None:
        """Take the next step."""

    def more(self) -> None:
        """Count one more."""

    def fewer(self) -> None:
        """Count one less."""
