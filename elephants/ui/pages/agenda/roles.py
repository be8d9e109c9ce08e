"""What somebody can do for all of us while we talk: each role is taken or free, and nobody writes down by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.sessions.agenda.table import ROLES, AgendaTable
from elephants.ui.parts.buttons import PlainButton, QuietButton
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.remark import Remark
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.agenda.agenda import AgendaPage


class Roles(QWidget):
    """A button for each role; one press takes it or gives it back. `fold` opens them, and asks the room too."""

    def __init__(self, page: AgendaPage) -> None:
        super().__init__(page)
        self.page = page
        self.fold = QuietButton(tr("Who helps today?"), "hand", parent=self)
        self.buttons = {role: PlainButton(tr(words), "", parent=self) for role, words in ROLES.items()}
        unwritten = Remark(tr("Swap at any time. Who does what is not written down"), "pencil-simple-slash", self)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(4))
        lay.addWidget(Flow(*self.buttons.values(), parent=self))
        lay.addWidget(unwritten)
        self.hide()
        self.fold.clicked.connect(lambda: page.do(page.table, AgendaTable.offer))
        for role, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, role=role: page.do(page.table, AgendaTable.take, role))

    def refresh(self, table: AgendaTable) -> None:
        """Show which are free and which are taken."""
        self.setVisible(table.offered)
        self.fold.say(tr("Enough helpers") if table.offered else tr("Who helps today?"))
        for role, button in self.buttons.items():
            taken, words = table.is_taken(role), tr(ROLES[role])
            said = tr("{role}: taken", role=words) if taken else tr("{role}: free", role=words)
            button.say(said, "check" if taken else "plus")
