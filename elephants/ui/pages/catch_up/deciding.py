"""What the room decided on paper, filled in step by step of the short form; ADD and CHECK are asked as ever."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from elephants.desk import Desk
from elephants.sessions.catch_up import BEFORE_CHOICE, back_to_choice, chose_on_paper, leave_undecided
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.steps import Step
from elephants.sessions.decision import Option
from elephants.sessions.terms import OPENNESS
from elephants.sessions.text import LIMITS
from elephants.ui.pages.deciding.deciding import PARTS, DecidingPage
from elephants.ui.pages.deciding.options import OptionList
from elephants.ui.pages.deciding.step import StepPart
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.choice import choice
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr, trn

SPLIT, UNDECIDED = -1, -2
"""What the room can have come to on paper beside an option, which is named by its place."""


class PaperChoice(StepPart):
    """The question, what there was to choose, and what came of it: all that lies before ADD, on one page."""

    def __init__(self, page: DecidingPage) -> None:
        super().__init__(page)
        self.question = QLineEdit(self)
        self.question.setProperty("role", "line")
        self.question.setMaxLength(LIMITS["question"])
        self.question.setAccessibleName(tr("The question, in one plain sentence"))
        self.openness = choice(tr("How open is it?"), OPENNESS, self)
        self.options = OptionList(page, self)
        self.view = AddField(tr("A view that was said, in its own words"), tr("Add a view"),
                             limit=LIMITS["view"], parent=self)  # fmt: skip
        self.views = Words("", "quiet", parent=self)
        self.ask = Words(tr("What came of it on paper?"), "strong", parent=self)
        self.group = QButtonGroup(self)
        self.radios = QVBoxLayout()
        self._told: tuple[object, ...] = ()
        self._seen: tuple[str, str] = ("", "")
        self.options.lines.setMinimumHeight(px(110))
        parts: tuple[QWidget, ...] = (self.question, self.openness, self.options, self.view, self.views, self.ask)
        for part in parts:
            self.lay.addWidget(part)
        self.lay.addLayout(self.radios)
        self.lay.addStretch(1)
        self.question.editingFinished.connect(self.keep)
        self.openness.activated.connect(lambda _index: self.keep())
        self.view.added.connect(lambda _words: self._add_view())

    def enter(self) -> None:
        self._told, self._seen = (), ("", "")

    def refresh(self, deciding: Deciding) -> None:
        poll, step = deciding.poll, deciding.step
        if (poll.question, poll.openness) != self._seen:
            self._seen = (poll.question, poll.openness)
            self.question.setText(poll.question)
            self.openness.setCurrentIndex(self.openness.findData(poll.openness))
        for part in (self.question, self.openness):
            part.setVisible(step == Step.FRAME)
        self.options.refresh(deciding)
        before = step in BEFORE_CHOICE[:-1] or step == Step.SPLIT
        self.options.setVisible(not deciding.already)
        self.options.field.setVisible(before)
        self.view.setVisible(before)
        said = trn("{n} view is written down.", "{n} views are written down.", len(poll.views))
        self.views.say(said if poll.views else "")
        self.views.setVisible(bool(poll.views))
        self._offer(deciding)
        self.setFocusProxy(self.options.field if before and not deciding.already else self.question)

    def _offer(self, deciding: Deciding) -> None:
        """Offer what can have come of it: each option, a split, or that it was left for another time."""
        options = [one.text for one in deciding.poll.options]
        split = deciding.step == Step.SPLIT
        told = (*options, split, deciding.poll.splits, deciding.already)
        self.ask.say(tr("We were split on paper. And then?") if split else tr("What came of it on paper?"))
        self.ask.setVisible(not deciding.already)
        if told == self._told:
            return
        self._told = told
        for old in self.group.buttons():
            self.group.removeButton(old)
            self.radios.removeWidget(old)
            old.hide()
            old.deleteLater()
        if deciding.already:
            return
        offers = [(place, tr("Most of us chose “{option}”", option=text)) for place, text in enumerate(options)]
        again = tr("We were split once more") if split else tr("We were split")
        offers += [(SPLIT, again), (UNDECIDED, tr("We did not decide it this time"))]
        for key, words in offers:
            radio = QRadioButton(words, self)
            self.group.addButton(radio)
            radio.setProperty("came", key)
            self.radios.addWidget(radio)

    # -- what is asked for -------------------------------------------------------------------------------------

    def keep(self) -> bool:
        """Keep question and openness as they stand in the fields; False where that was refused."""
        deciding = self.page.activity
        poll, words, openness = deciding.poll, self.question.text(), str(self.openness.currentData())
        if deciding.step != Step.FRAME or (words, openness) == (poll.question, poll.openness):
            return True
        return self.page.do(deciding, Deciding.frame, words, openness)

    def _add_view(self) -> bool:
        words = self.view.text().strip()
        refusal = self.page.tried(self.page.activity, Deciding.add_view, words) if words else ""
        if refusal:
            self.view.say(refusal)
        elif words:
            self.view.accept()
        return not refusal

    def _add_option(self) -> bool:
        """Keep an option that was typed and not yet added: what was written down is not lost."""
        words = self.options.field.text().strip()
        if words:
            self.options.field.button.click()
        return not self.options.field.text().strip()

    def onward(self, deciding: Deciding) -> str:
        return tr("Next: Add") if deciding.already else tr("Write down what came of it")

    def go_on(self, deciding: Deciding) -> None:
        if not (self.keep() and self._add_view() and (deciding.already or self._add_option())):
            return
        if deciding.already:
            self.page.do(deciding, Deciding.go_on)
            return
        chosen = self.group.checkedButton()
        if chosen is None:
            self.page.said.emit(tr("What came of it? Choose an option, or say that we were split or did not decide."))
            self.group.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        came = int(chosen.property("came"))
        if came == UNDECIDED:
            self.page.do(deciding, leave_undecided)
        else:
            option: Option | None = deciding.poll.options[came] if came != SPLIT else None
            self.page.do(deciding, chose_on_paper, option)


class PaperDeciding(DecidingPage):
    """The page of deciding together for what was decided with the lid down; past the choice it is the same page."""

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, activity_id, parent)
        self.lay.setSpacing(px(8))

    def part_for(self, deciding: Deciding) -> type[StepPart]:
        before = deciding.step in BEFORE_CHOICE or deciding.step in (Step.SPLIT, Step.DEEPER)
        return PaperChoice if before else PARTS[deciding.step]

    def go_back(self) -> bool:
        """Go a step back; from before the choice, and from what is closed, back to the catch-up page."""
        deciding = self.activity
        if deciding.decision is None or deciding.step == Step.CLOSED:
            return False
        if self.part is not None and not self.part.keep():
            return True
        if deciding.step in (*BEFORE_CHOICE, Step.SPLIT, Step.DEEPER):
            return False
        to_choice = deciding.step in (Step.ADD, Step.NOT_DECIDED) and not deciding.already and not deciding.once_more
        return self.do(deciding, back_to_choice if to_choice else Deciding.go_back)
