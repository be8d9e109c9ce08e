"""ADD: what do you need to come along? Each need is added, changed, or not now with the room's reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.steps import ALREADY_SAY
from elephants.sessions.decision import Need
from elephants.sessions.text import LIMITS
from elephants.ui.pages.deciding.slips import SlipsButton
from elephants.ui.pages.deciding.step import StepPart
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.dialogs import ask_words
from elephants.ui.parts.lines import Answer, Ask, Line, Lines
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.deciding.deciding import DecidingPage


class AddStep(StepPart):
    """The needs as cards with three equal answers; asked of everyone at once, never why, never by turn."""

    def __init__(self, page: DecidingPage) -> None:
        super().__init__(page)
        self.result = Words("", "quiet", parent=self)
        self.ask = Words("", "big", parent=self)
        self.lines = Lines(tr("What we need to come along"), self)
        self.empty = Words(tr("Ask everyone. Wait. Needs can come aloud, on a slip, or later."), "quiet", parent=self)
        self.field = AddField(tr("Another need, as it was said"), tr("Add a need"), limit=LIMITS["view"], parent=self)
        self.slips = SlipsButton(page, Deciding.add_need_slips, self)
        self.field.beside(self.slips)
        self.nothing = PlainButton(tr("We asked; nothing came"), "ear", parent=self)
        self.nothing_said = Words(tr("We asked; nothing came. It is kept and printed."), "added", parent=self)
        row = QHBoxLayout()
        row.addWidget(self.nothing)
        row.addStretch(1)
        self.lay.addWidget(self.result)
        self.lay.addWidget(self.ask)
        self.lay.addWidget(self.empty)
        self.lay.addWidget(self.nothing_said)
        self.lay.addWidget(self.lines, 1)
        self.lay.addStretch(0)
        self.lay.addLayout(row)
        self.lay.addWidget(self.field)
        self.lay.setSpacing(px(8))
        self.setFocusProxy(self.field)
        self.field.added.connect(self._add)
        self.lines.acted.connect(self._act)
        self.nothing.clicked.connect(lambda: page.do(page.activity, Deciding.nothing_came))

    def refresh(self, deciding: Deciding) -> None:
        poll = deciding.poll
        self.result.say(poll.result_words())
        self.result.setVisible(bool(poll.result_words()))
        asked = tr("What else do you need?") if deciding.once_more else tr("What do you need to come along?")
        self.ask.say(tr(ALREADY_SAY) if deciding.already else asked)
        self.lines.show([self._line(need) for need in poll.needs])
        self.lines.setVisible(bool(poll.needs))
        self.empty.setVisible(not poll.needs and not poll.nothing_came)
        self.nothing.setVisible(not poll.needs and not poll.nothing_came)
        self.nothing_said.setVisible(poll.nothing_came)

    def _line(self, need: Need) -> Line:
        actions = (
            ("edit", tr("Change the words")),
            ("first", tr("Put it first")),
            ("again", tr("Answer it again")),
            ("out", tr("Take it out")),
        )
        if need.answer is None:
            answers = (
                ("added", tr("Add it"), "plus-circle"),
                ("changed", tr("Change it to ..."), "swap"),
                ("not now", tr("Not now, because ..."), "clock"),
            )
            return Line(need.id, need.text, ask=Ask(tr("Can we add this?"), answers), actions=actions)
        said = {
            "added": Answer(tr("Added"), need.sentence, "plus-circle", "plum"),
            "changed": Answer(tr("Changed to"), need.sentence, "swap", "plum"),
            "not now": Answer(tr("Not now, because"), need.words, "clock", "slate"),
        }[need.answer]
        return Line(need.id, need.text, answer=said, bar="line" if need.answer == "not now" else "plum",
                    actions=actions)  # fmt: skip

    def _add(self, words: str) -> None:
        refusal = self.page.tried(self.page.activity, Deciding.add_need, words)
        if refusal:
            self.field.say(refusal)
        else:
            self.field.accept()

    def _act(self, need_id: int, action: str) -> None:
        deciding = self.page.activity
        need = next((one for one in deciding.poll.needs if one.id == need_id), None)
        if need is None:
            return
        if action in ("added", "changed", "not now"):
            self._answer(deciding, need, action)
        elif action == "edit":
            words = ask_words(self, tr("Change the words"), "", tr("Change them"), need.text)
            if words:
                self.page.do(need, Need.reword, words)
        elif action == "first":
            self.page.do(deciding, Deciding.put_first, need)
        elif action == "again":
            self.page.do(deciding, Deciding.ask_again, need)
        elif action == "out":
            self.page.do(deciding, Deciding.drop_need, need)

    def _answer(self, deciding: Deciding, need: Need, answer: str) -> None:
        offered = need.words or need.text
        asks = {
            "added": (tr("Add it"), tr("How does it stand in the decision? One sentence."), tr("Add it"), offered),
            "changed": (tr("Change it to ..."), tr("What is it changed to? One sentence."), tr("Change it"), offered),
            "not now": (tr("Not now, because ..."), tr("What is the room's reason?"), tr("Keep the reason"), ""),
        }
        title, words, do, text = asks[answer]
        said = ask_words(self, title, words, do, text)
        if said:
            self.page.do(deciding, Deciding.answer_need, need, answer, said)

    def onward(self, deciding: Deciding) -> str:
        return tr("Next: Read back") if deciding.already else tr("Next: Check")

    def go_on(self, deciding: Deciding) -> None:
        """Go on; where a need waits for the room's answer, lead to it."""
        if not self.page.do(deciding, Deciding.go_on):
            waiting = next((need.id for need in deciding.poll.needs if need.answer is None), None)
            row = next((row for row in self.lines.rows() if row.line.id == waiting), None)
            if row is not None:
                self.lines.choose(row.line.id)
                row.answers[0].setFocus(Qt.FocusReason.OtherFocusReason)
