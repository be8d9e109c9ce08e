"""What the steps of a learning session share, and the plain one: a list of lines and a field for one more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.sessions.learning.learned import Learned
from elephants.sessions.learning.learning import Learning, say_otherwise
from elephants.sessions.text import LIMITS
from elephants.ui.pages.reword import reword
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.lines import Line, Lines
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.learning.learning import LearningPage

Menu = tuple[tuple[str, str], ...]


class StepPart(QWidget):
    """One step on the page; it keeps ids, never rows."""

    def __init__(self, page: LearningPage) -> None:
        super().__init__(page)
        self.page = page
        self.lay = QVBoxLayout(self)
        self.lay.setContentsMargins(0, 0, 0, 0)
        self.lay.setSpacing(px(8))

    def refresh(self, learning: Learning) -> None:
        """Draw what is kept now."""

    def begin(self) -> None:
        """Put the keyboard where the next words go."""

    def keep(self) -> bool:
        """Keep what was typed and not yet added; False where it was refused, and then it stays in its field."""
        return True

    def add_from(self, field: AddField, kind: str) -> bool:
        """Add what stands in a field as a line of a kind; what is refused is said beneath the field."""
        if not field.text().strip():
            return True
        refusal = self.page.tried(self.page.activity, Learning.add, kind, field.text().strip())
        if refusal:
            field.say(refusal)
        else:
            field.accept()
        return not refusal

    def line(self, line_id: int) -> Learned | None:
        """Give the live line of an id; None where it is gone."""
        return next((one for one in self.page.session.learned if one.id == line_id), None)

    def change(self, line: Learned, what: str) -> None:
        """Change the words of a line, or take it out."""
        page = self.page
        if what == "words":
            reword(page, tr("Change the words"), tr("Change them"), line, say_otherwise, line.text)
        elif what == "out":
            page.do(page.activity, Learning.take_out, line)


class LinesPart(StepPart):
    """Lines of one kind, and the field for one more."""

    def __init__(self, page: LearningPage, kind: str, asks: str, add: str, empty: str) -> None:
        super().__init__(page)
        self.kind = kind
        self.empty = Words(empty, "quiet", parent=self)
        self.lines = Lines(asks, self)
        self.field = AddField(asks, add, limit=LIMITS["line"], parent=self)
        self.lay.addWidget(self.empty)
        self.lay.addWidget(self.lines, 1)
        self.lay.addStretch(0)
        self.lay.addWidget(self.field)
        self.field.added.connect(lambda _words: self.add_from(self.field, self.kind))
        self.lines.acted.connect(self._acted)

    def begin(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, learning: Learning) -> None:
        lines = learning.lines(self.kind)
        self.lines.tell([self.told(learning, one) for one in lines])
        self.lines.setVisible(bool(lines))
        self.empty.setVisible(not lines)

    def told(self, learning: Learning, line: Learned) -> Line:
        """Tell a line as a row of the list."""
        del learning
        return Line(line.id, line.text, actions=changes())

    def keep(self) -> bool:
        return self.add_from(self.field, self.kind)

    def act(self, line: Learned, what: str) -> None:
        """Do what somebody wants done with a line."""
        self.change(line, what)

    def _acted(self, line_id: int, what: str) -> None:
        line = self.line(line_id)
        if line is not None:
            self.act(line, what)


def changes() -> Menu:
    """Give what can be done with every line."""
    return ("words", tr("Change the words")), ("out", tr("Take it out"))
