"""VIEWS, OTHER VIEW and SPREAD: unsigned lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.steps import Step
from elephants.sessions.decision import View
from elephants.sessions.text import LIMITS
from elephants.ui.pages.deciding.options import OptionList
from elephants.ui.pages.deciding.slips import SlipsButton
from elephants.ui.pages.deciding.step import StepPart
from elephants.ui.pages.deciding.way import WayPart
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.dialogs import ask_words
from elephants.ui.parts.lines import Chip, Line, Lines
from elephants.ui.parts.words import Words
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.deciding.deciding import DecidingPage


class ViewsStep(StepPart):
    """The views as they come; the list scrolls, the field stays."""

    def __init__(self, page: DecidingPage) -> None:
        super().__init__(page)
        self.lines = Lines(tr("Views"), self)
        self._lines: dict[tuple[object, ...], Line] = {}  # a view more leaves the lines of all others as they are
        self.empty = Words(tr("No views yet. Write the words as they were said. No names."), "quiet", parent=self)
        self.field = AddField(tr("Another view, as it was said"), tr("Add a view"), limit=LIMITS["view"], parent=self)
        self.away = QCheckBox(tr("Not in the room"), self)
        self.away.setToolTip(tr("What somebody who is not here would say"))
        self.field.beside(self.away)
        self.slips = SlipsButton(page, Deciding.add_slips, self)
        self.field.beside(self.slips)
        self.options = OptionList(page, self)  # the short form has no READY?: what the views call for is added here
        self.way = WayPart(page, self)
        self.lay.addWidget(self.empty)
        self.lay.addWidget(self.lines, 1)
        self.lay.addWidget(self.field)
        self.lay.addWidget(self.options, 1)
        self.lay.addWidget(self.way)
        self.setFocusProxy(self.field)
        self.field.added.connect(self._add)
        self.lines.acted.connect(self._act)

    def refresh(self, deciding: Deciding) -> None:
        views = deciding.poll.views
        step = deciding.step
        told = {(one.id, one.text, one.shared, one.away, step): one for one in views}
        self._lines = {key: self._lines.get(key) or self._line(view, step) for key, view in told.items()}
        self.lines.show(list(self._lines.values()))
        self.empty.setVisible(not views)
        self.lines.setVisible(bool(views))
        for part in (self.options, self.way):
            part.setVisible(deciding.poll.short)
            if deciding.poll.short:
                part.refresh(deciding)

    def _line(self, view: View, step: Step) -> Line:
        chips = []
        if view.shared:
            chips.append(Chip(tr("some of us feel this too"), "users-three"))
        if view.away:
            chips.append(Chip(tr("not in the room"), "door", dashed=True))
        spread = ("spread", tr("Some of us do not feel this") if view.shared else tr("Some of us feel this too"))
        away = ("away", tr("It was said in the room") if view.away else tr("Not in the room"))
        change = ("edit", tr("Change the words"))
        out = ("out", tr("Take it out"))
        actions = (spread, change, away, out) if step == Step.SPREAD else (change, away, spread, out)
        return Line(view.id, view.text, tuple(chips), actions=actions)

    def _add(self, words: str) -> None:
        away = self.away.isChecked()
        refusal = self.page.tried(self.page.activity, Deciding.add_view, words, away=away)
        if refusal:
            self.field.say(refusal)
            return
        self.field.accept()
        self.away.setChecked(False)

    def _act(self, view_id: int, action: str) -> None:
        deciding = self.page.activity
        view = next((one for one in deciding.poll.views if one.id == view_id), None)
        if view is None:
            return
        if action == "edit":
            words = ask_words(self, tr("Change the words"), "", tr("Change them"), view.text)
            if words:
                self.page.do(view, View.reword, words)
            return
        deeds = {"spread": Deciding.spread, "away": Deciding.mark_away, "out": Deciding.take_out}
        if action in deeds:
            self.page.do(deciding, deeds[action], view)

    def onward(self, deciding: Deciding) -> str:
        if deciding.step == Step.VIEWS:
            return tr("Next: Other views")
        if deciding.step == Step.SPREAD:
            return tr("Next: Ready?")
        return tr("Next: Choose") if deciding.poll.short else tr("Next: Spread")
