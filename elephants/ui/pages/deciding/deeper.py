"""DEEPER, a light debate: the sides, whose turn it is, a quiet minute, and what hit home (METHOD.md, Deeper)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from elephants.sessions.deciding.debate import TURNS, Debate, Turn
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.text import LIMITS
from elephants.ui.pages.deciding.step import StepPart
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.lines import Line, Lines
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import mark, tr

if TYPE_CHECKING:
    from elephants.ui.pages.deciding.deciding import DecidingPage

_SIDE_SAYS = mark("All of us speak for this side, even if it is not ours. No answering back.")
_AGAIN_SAYS = mark("Once more, all of us for this side. What have we not said yet?")
SAYS: dict[Turn, str] = {
    Turn.SIDES: mark("What are the two sides? We name them together, in a few words each."),
    Turn.ONE: _SIDE_SAYS,
    Turn.OTHER: _SIDE_SAYS,
    Turn.ONE_AGAIN: _AGAIN_SAYS,
    Turn.OTHER_AGAIN: _AGAIN_SAYS,
    Turn.QUIET: mark("Let us be quiet for a minute."),
    Turn.HOME: mark("What hit home? One thing, for yourself. No replies."),
}
"""What to say at each turn."""
HEADS: dict[Turn, str] = {
    Turn.SIDES: mark("What are the two sides?"),
    Turn.QUIET: mark("A quiet minute"),
    Turn.HOME: mark("What hit home?"),
}
"""What stands large on the page where no side is spoken for."""
NEXT: dict[Turn, str] = {
    Turn.SIDES: mark("Next: side one"),
    Turn.ONE: mark("Next: the other side"),
    Turn.OTHER: mark("Next: side one"),
    Turn.ONE_AGAIN: mark("Next: the other side"),
    Turn.OTHER_AGAIN: mark("Next: a quiet minute"),
    Turn.QUIET: mark("Next: what hit home"),
    Turn.HOME: mark("Next: Ready?"),
}


class DeeperStep(StepPart):
    """Leads through the turns by *Next* and *Back*; only views that the group wants listed are kept of it."""

    def __init__(self, page: DecidingPage) -> None:
        super().__init__(page)
        self._turn: Turn | None = None
        self.turn = Words("", "quiet", parent=self)
        self.side = Words("", "great", parent=self)
        self.names = QWidget(self)
        self.one, self.other = self._name(tr("Side one")), self._name(tr("The other side"))
        self.listed = Words(tr("Does the group want a new view on the list?"), "label", parent=self)
        self.field = AddField(tr("A new view, as it was said"), tr("Add a view"), limit=LIMITS["view"], parent=self)
        self.views = Lines(tr("Views"), self)
        self.hot = Words(
            tr("Too hot? Pause, have some tea, leave it for later, or ask a trained person to help."),
            "quiet",
            parent=self,
        )
        self.later = PlainButton(tr("Leave it for later"), "calendar", parent=self)
        self._build()
        self.other.returnPressed.connect(self._entered)
        self.one.returnPressed.connect(self.other.setFocus)
        self.field.added.connect(self._add)
        self.later.clicked.connect(self._leave)

    def _name(self, prompt: str) -> QLineEdit:
        field = QLineEdit(self.names)
        field.setProperty("role", "line")
        field.setMaxLength(LIMITS["option"])
        field.setAccessibleName(prompt)
        field.setPlaceholderText(prompt)
        return field

    def _build(self) -> None:
        fields = QHBoxLayout(self.names)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(px(12))
        fields.addWidget(self.one)
        fields.addWidget(self.other)
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(self.hot, 1)
        row.addWidget(self.later)
        self.lay.addSpacing(px(8))
        for part in (self.turn, self.side, self.names, self.listed, self.field):
            self.lay.addWidget(part)
        self.lay.addWidget(self.views, 1)
        self.lay.addStretch(0)
        self.lay.addLayout(row)

    @property
    def debate(self) -> Debate | None:
        """The debate, as long as it lasts."""
        moment = self.page.desk.moment(self.page.activity)
        return moment if isinstance(moment, Debate) else None

    def enter(self) -> None:
        self._turn = None

    def refresh(self, deciding: Deciding) -> None:
        debate = self.debate
        if debate is None:
            return
        turn = debate.turn
        self.turn.say(tr("{n} of {all}", n=TURNS.index(turn) + 1, all=len(TURNS)))
        self.side.say(debate.speaking or tr(HEADS.get(turn, "")))
        self.names.setVisible(turn is Turn.SIDES)
        for part in (self.listed, self.field, self.views):
            part.setVisible(turn is Turn.HOME)
        if turn is Turn.HOME:
            self.views.show([Line(view.id, view.text) for view in deciding.poll.views])
        if turn is not self._turn:
            self._turn = turn
            self._arrive(debate)

    def _arrive(self, debate: Debate) -> None:
        """Bring the keyboard to the first field of a turn that has just begun."""
        if debate.turn is Turn.SIDES:
            for field, name in zip((self.one, self.other), debate.sides, strict=True):
                field.setText(name)
        first = {Turn.SIDES: self.one, Turn.HOME: self.field}.get(debate.turn)
        focus = QApplication.focusWidget()
        if first is not None:
            self.setFocusProxy(first)
            if self.isVisible():
                first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif focus is not None and self.isAncestorOf(focus):
            focus.clearFocus()  # a field that went must not leave the keyboard on a button that ends the debate

    def _entered(self) -> None:
        self.go_on(self.page.activity)

    def _add(self, words: str) -> None:
        refusal = self.page.tried(self.page.activity, Deciding.add_view, words)
        if refusal:
            self.field.say(refusal)
        else:
            self.field.accept()

    def _leave(self) -> None:
        """Leave it for later from here: back to the split, which is where the room may do so."""
        deciding = self.page.activity
        if self.page.do(deciding, Deciding.go_back):
            self.page.do(deciding, Deciding.later)

    def words_to_say(self, deciding: Deciding) -> str:
        debate = self.debate
        return tr(SAYS[debate.turn]) if debate is not None else deciding.say()

    def onward(self, deciding: Deciding) -> str:
        del deciding
        debate = self.debate
        return tr(NEXT[debate.turn]) if debate is not None else ""

    def go_on(self, deciding: Deciding) -> None:
        debate = self.debate
        if debate is None:
            return
        if debate.turn is Turn.SIDES and not self.page.do(debate, Debate.name, self.one.text(), self.other.text()):
            return
        if debate.finished:
            self.page.do(deciding, Deciding.go_on)
        else:
            self.page.do(debate, Debate.go_on)

    def turn_back(self) -> bool:
        debate = self.debate
        if debate is None or debate.turn is Turn.SIDES:
            return False
        return self.page.do(debate, Debate.go_back)
