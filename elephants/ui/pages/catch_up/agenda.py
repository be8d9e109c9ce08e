"""The agenda, caught up: how each item closed, one line of what was said, and who does what."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from elephants.sessions.activity import CLOSED
from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.catch_up import decide_on_paper
from elephants.sessions.terms import CLOSINGS
from elephants.sessions.text import LIMITS
from elephants.ui.pages.agenda.words import SIGNS, closed_words, who_and_when
from elephants.ui.pages.catch_up.blocks import RoundBlock, Whole
from elephants.ui.parts.actionfield import ActionField
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.buttons import QuietButton
from elephants.ui.parts.choice import choice, fill
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.lines import Answer, Ask, Line
from elephants.ui.parts.words import Words
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.catch_up.catch_up import CatchUpPage


class AgendaBlock(RoundBlock):
    """Asks of each item how it closed; of the one that is chosen below, what should be kept."""

    nothing_kept = False

    def __init__(self, page: CatchUpPage, activity_id: int) -> None:
        super().__init__(page, activity_id)
        self.lines = Whole(tr("Items of the agenda"), self)
        self.ask = Words(tr("What was said, and who does what"), "label", parent=self)
        self.which = choice(tr("Of which item?"), {}, self)
        self.field = AddField(tr("One line of what was said"), tr("Keep the line"), limit=LIMITS["line"], parent=self)
        self.fold = QuietButton(tr("Who does what?"), "hand", parent=self)
        self.action = ActionField(page.desk.today(), self)
        self.action.hide()
        for part in (self.lines, self.ask, self.which, self.field, Flow(self.fold, parent=self), self.action):
            self.lay.addWidget(part)
        self.lines.acted.connect(self._act)
        self.field.added.connect(lambda _words: self._keep_line())
        self.fold.clicked.connect(self._unfold)
        self.action.added.connect(self._add_action)

    @property
    def items(self) -> list[AgendaItem]:
        """The live items of the session."""
        return self.page.session.items

    def refresh(self) -> None:
        super().refresh()
        self.lines.show([self._line(item) for item in self.items])
        self.lines.setVisible(bool(self.items))
        chosen = self.which.currentData() if self.which.currentIndex() >= 0 else None
        ids = [item.id for item in self.items]
        if chosen not in ids:
            chosen = ids[0] if ids else None
        fill(self.which, [(item.title, item.id) for item in self.items], chosen)
        for part in (self.ask, self.which, self.field, self.fold):
            part.setVisible(bool(ids))

    def _line(self, item: AgendaItem) -> Line:
        kept = [*(point.text for point in item.points)]
        kept += [tr("{what} ({who})", what=one.text, who=who_and_when(one)) for one in item.actions]
        under = "\n".join(kept)
        left = item.closed == "carried" and not item.reached and self.page.session.state == CLOSED
        if item.closed is not None and not left:  # what closing the session carried over by itself was not answered
            answer = Answer(closed_words(item), "", SIGNS[item.closed], "ink")
            actions = (("again", tr("Say again how it closed")),)
            return Line(item.id, item.title, answer=answer, under=under, actions=actions)
        words = (("talked", CLOSINGS["talked"]), ("carried", CLOSINGS["carried"]), ("let go", CLOSINGS["let go"]))
        answers = [(key, tr(said), SIGNS[key]) for key, said in words]
        answers.insert(0, ("decided", tr("We decided on it"), SIGNS["decided"]))
        ask = Ask(tr("How did it close?"), tuple(answers))
        return Line(item.id, item.title, under=under, trail=tr("Carried over") if left else "", ask=ask)

    def _act(self, item_id: int, action: str) -> None:
        item, agenda = self._item(item_id), self.activity
        if item is None or not isinstance(agenda, Agenda):
            return
        if action == "again":
            self.page.do(item, AgendaItem.reopen)
        elif action != "decided":
            self.page.do(item, AgendaItem.close, action)
        elif item.decision is not None or self.page.do(agenda, decide_on_paper, item):
            opened = next(one for one in self.page.session.activities if one.decision is item.decision)
            self.decision_wanted.emit(opened.id)

    # -- what is kept of an item ---------------------------------------------------------------------------------

    def _item(self, item_id: object) -> AgendaItem | None:
        return next((item for item in self.items if item.id == item_id), None)

    def keep(self) -> bool:
        kept = self._keep_line()
        what, who, named, day = self.action.typed()
        return (not what.strip() or self._add_action(what.strip(), who.strip(), named, day)) and kept

    def _keep_line(self) -> bool:
        item, words = self._item(self.which.currentData()), self.field.text().strip()
        if item is None or not words:
            return True
        refusal = self.page.tried(item, AgendaItem.add_point, words)
        if refusal:
            self.field.say(refusal)
        else:
            self.field.accept()
        return not refusal

    def _unfold(self) -> None:
        opens = self.action.isHidden()
        self.action.setVisible(opens)
        self.fold.say(tr("Fold this away") if opens else tr("Who does what?"), "caret-up" if opens else "hand")
        (self.action if opens else self.fold).setFocus()

    def _add_action(self, what: str, who: str, named: bool, day: object) -> bool:
        item, today = self._item(self.which.currentData()), self.page.desk.today()
        by = day if isinstance(day, date) else None
        name, other = (who, "") if named else ("", who)
        if item is None:
            return True
        refusal = self.page.tried(item, AgendaItem.add_action, what, today, name=name, who=other, by=by)
        if refusal:
            self.action.say(refusal)
        else:
            self.action.accept()
        return not refusal
