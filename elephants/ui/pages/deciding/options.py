"""The options of a decision, in the group's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.text import LIMITS
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.dialogs import ask_words
from elephants.ui.parts.lines import Line, Lines
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.deciding.deciding import DecidingPage


class OptionList(QWidget):
    """Gathers two to nine options; *I'm not sure* is always there and is no row."""

    def __init__(self, page: DecidingPage, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = page
        self.lines = Lines(tr("Options"), self)
        self.empty = Words(tr("What can we choose? Two to nine options. I'm not sure is always there."), "quiet")
        self.field = AddField(tr("An option, in our own words"), tr("Add an option"), limit=LIMITS["option"])
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(8))
        lay.addWidget(self.empty)
        lay.addWidget(self.lines, 1)
        lay.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.field.added.connect(self._add)
        self.lines.acted.connect(self._act)

    def refresh(self, deciding: Deciding) -> None:
        """Show the options as they are now."""
        options = deciding.poll.options
        actions = (
            ("edit", tr("Change the words")),
            ("up", tr("Move up")),
            ("down", tr("Move down")),
            ("out", tr("Take it out")),
        )
        self.lines.show([Line(one.id, one.text, lead=one.letter, actions=actions, strong=True) for one in options])
        self.lines.setVisible(bool(options))
        self.empty.setVisible(not options)

    def _add(self, words: str) -> None:
        refusal = self.page.tried(self.page.activity, Deciding.add_option, words)
        if refusal:
            self.field.say(refusal)
        else:
            self.field.accept()

    def _act(self, option_id: int, action: str) -> None:
        deciding = self.page.activity
        option = next((one for one in deciding.poll.options if one.id == option_id), None)
        if option is None:
            return
        if action == "edit":
            words = ask_words(self, tr("Change the words"), "", tr("Change them"), option.text)
            if words:
                self.page.do(deciding, Deciding.reword_option, option, words)
        elif action == "out":
            self.page.do(deciding, Deciding.drop_option, option)
        else:
            by = -1 if action == "up" else 1
            self.page.do(deciding, Deciding.move_option, option, option.place + by)
