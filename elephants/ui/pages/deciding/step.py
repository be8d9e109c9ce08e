"""What the steps of deciding share: a part of the page that reads the decision and does its deeds through the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.sessions.deciding.deciding import Deciding
from elephants.ui.style import px

if TYPE_CHECKING:
    from elephants.ui.pages.deciding.deciding import DecidingPage


class StepPart(QWidget):
    """One step on the page; it keeps no row, only the page it stands on."""

    def __init__(self, page: DecidingPage) -> None:
        super().__init__(page)
        self.page = page
        self.lay = QVBoxLayout(self)
        self.lay.setContentsMargins(0, 0, 0, 0)
        self.lay.setSpacing(px(8))

    def enter(self) -> None:
        """Get ready for a step that has just begun."""

    def refresh(self, deciding: Deciding) -> None:
        """Draw what the decision says now."""

    def cover(self) -> None:
        """Say anew what the room must not see, as it may see this screen now, or no longer."""

    def keep(self) -> bool:
        """Keep what was typed, before the step is left; False where it was refused, and then it stays in its field."""
        return True

    def words_to_say(self, deciding: Deciding) -> str:
        """Give the words the facilitator may say at this step."""
        return deciding.say()

    def onward(self, deciding: Deciding) -> str:
        """Give the word of the primary button, "" where the step asks for another answer first."""
        del deciding
        return ""

    def go_on(self, deciding: Deciding) -> None:
        """Take the next step."""
        self.page.do(deciding, Deciding.go_on)

    def turn_back(self) -> bool:
        """Go back within the step; False where that leads out of it."""
        return False

    def more(self) -> None:
        """Count one more."""

    def fewer(self) -> None:
        """Count one less."""
