"""About Elephants: what it is, in whose spirit, and whose work it stands on (METHOD.md, More than One Story)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from elephants import __version__
from elephants.sessions.guidance.page import HelpPage, Part
from elephants.ui.guide import Sheet
from elephants.ui.parts.dialogs import Question
from elephants.ui.style import px
from elephants.words import tr


class About(Question):
    """Names the makers of what Elephants learned from and what it ships, with their licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("About Elephants {version}", version=__version__),
            tr("For meetings in which everybody is equal and the minority is heard. Open source, Apache License 2.0."),
            tr("Close"),
            "",
            parent,
        )
        self.leave.hide()
        page = Sheet(self)  # where all is large it scrolls, by keys too
        page.show_page(HelpPage(self.windowTitle(), (Part("", self._credits()),)))
        page.setAccessibleName(self.windowTitle())
        page.setMinimumSize(px(480), px(200))
        self.lay.insertWidget(2, page, 1)
        self.resize(px(560), px(620))
        self.do.setFocus()

    @staticmethod
    def _credits() -> tuple[str, ...]:
        return (
            tr(
                "The story cards are in the spirit of the card game More than One Story, which belongs to its makers "
                "in Simrishamn, Sweden. Our prompts are our own. Use your own set beside the app if you have it."
            ),
            tr("Deciding together follows the Lewis Method of Deep Democracy."),
            tr("Icons and drawings: Phosphor, MIT licence."),
            tr(
                "Fonts: Atkinson Hyperlegible (Braille Institute), Andika (SIL) and Noto (Google), "
                "SIL Open Font License."
            ),
            tr("Forenames that the wordcheck knows: popular names by country, sigpwned, CC0."),
            tr("Two rehearsals follow public minutes of the Rust Leadership Council, MIT or Apache-2.0 licence."),
        )
