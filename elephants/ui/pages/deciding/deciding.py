"""Deciding together on the console: the path above, and below it what the step needs and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from elephants.desk import Desk
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import Count, seen_alone
from elephants.sessions.deciding.steps import ROWS, Step
from elephants.sessions.deciding.ways import KINDS, Way
from elephants.sessions.terms import OPENNESS
from elephants.ui.pages.base import Page
from elephants.ui.pages.deciding.add import AddStep
from elephants.ui.pages.deciding.ballot import BallotStep
from elephants.ui.pages.deciding.choose import ChooseStep
from elephants.ui.pages.deciding.deeper import DeeperStep
from elephants.ui.pages.deciding.end import CheckStep, ClosedStep, NextStepStep, ReadBackStep
from elephants.ui.pages.deciding.frame import FrameStep
from elephants.ui.pages.deciding.ready import ReadyStep, SplitStep
from elephants.ui.pages.deciding.reveal import RevealStep
from elephants.ui.pages.deciding.step import StepPart
from elephants.ui.pages.deciding.views import ViewsStep
from elephants.ui.parts.path import StepPath
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

PARTS: dict[Step, type[StepPart]] = {
    Step.FRAME: FrameStep,
    Step.VIEWS: ViewsStep,
    Step.OTHER_VIEW: ViewsStep,
    Step.SPREAD: ViewsStep,
    Step.READY: ReadyStep,
    Step.CHOOSE: ChooseStep,
    Step.SPLIT: SplitStep,
    Step.DEEPER: DeeperStep,
    Step.ADD: AddStep,
    Step.CHECK: CheckStep,
    Step.NOT_DECIDED: NextStepStep,
    Step.READ_BACK: ReadBackStep,
    Step.CLOSED: ClosedStep,
}

PATH_FITS = 260
"""How high the page has to be, at 100 %, for the path to stand above the step."""

BESIDE = {Step.SPLIT: Step.CHOOSE, Step.DEEPER: Step.READY, Step.NOT_DECIDED: Step.READ_BACK}
"""Where on the path a step stands that is not one of the ten."""


class DecidingPage(Page[Deciding]):
    """Walks the room through the steps; each step is a part of its own.

    `booth_wanted(phrase)` asks for the booth of a secret ballot, and for its box to be opened where it is not yet.
    """

    booth_wanted = Signal(str)

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, activity_id, parent)
        self.path = StepPath(self)
        self.question = Words("", "title", parent=self)
        self.about = Words("", "quiet", wrap=False, parent=self)
        self.stack = QStackedWidget(self)
        self.parts: dict[type[StepPart], StepPart] = {}
        self._scrolled: dict[type[StepPart], Scrolled] = {}
        self.part: StepPart | None = None
        self._step: Step | None = None
        self.covered = False
        self.lay.setSpacing(px(8))
        self.lay.addWidget(self.path)
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(self.question, 1)
        row.addWidget(self.about)
        self.lay.addLayout(row)
        self.lay.addWidget(self.stack, 1)

    def refresh(self) -> None:
        deciding = self.activity
        if deciding.decision is None:
            self.question.say(tr("This decision was struck."))
            return
        self._tell_path(deciding)
        self.question.say(deciding.poll.question)
        choosing = deciding.step == Step.CHOOSE
        self.about.say(tr(KINDS[deciding.way].name if choosing else OPENNESS[deciding.poll.openness]))
        self.about.setVisible(deciding.step not in (Step.FRAME, Step.READ_BACK, Step.CLOSED))
        entered = self._show_part(self.part_for(deciding), deciding.step)
        if self.part is not None:
            self.part.refresh(deciding)
            if entered and self.isVisible():  # only now are its rows there to be landed on
                self.part.setFocus(Qt.FocusReason.OtherFocusReason)

    def part_for(self, deciding: Deciding) -> type[StepPart]:
        """Choose the part of the page for where the room is."""
        if seen_alone(self.desk.moment(deciding), deciding.settings):
            return RevealStep
        by_ballot = deciding.step == Step.CHOOSE and deciding.way is Way.BALLOT
        return BallotStep if by_ballot else PARTS[deciding.step]

    def _tell_path(self, deciding: Deciding) -> None:
        step = BESIDE.get(deciding.step, deciding.step)
        path = deciding.path
        at = path.index(step) if step in path else 0
        self.path.tell([tr(ROWS[one].label) for one in path], at)

    def _show_part(self, kind: type[StepPart], step: Step) -> bool:
        """Bring the part of a step to the front; False where it was there already."""
        if kind not in self.parts:
            part = kind(self)
            self.parts[kind] = part
            scrolled = Scrolled(self.stack)
            scrolled.lay.addWidget(part)
            self._scrolled[kind] = scrolled
            self.stack.addWidget(scrolled)
        if self.part is self.parts[kind] and step == self._step:
            return False
        self.part = self.parts[kind]
        self._step = step
        self.stack.setCurrentWidget(self._scrolled[kind])
        self._scrolled[kind].verticalScrollBar().setValue(0)
        self.part.enter()
        self.setFocusProxy(self.part)
        return True

    def cover(self, *, on: bool) -> None:
        """Show dots for counts that are sealed, where the room may see this screen; or the counts again."""
        if on != self.covered:
            self.covered = on
            if self.part is not None:
                self.part.cover()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.path.setVisible(self.height() >= px(PATH_FITS))

    def words_to_say(self) -> str:
        return self.part.words_to_say(self.activity) if self.part is not None and self.activity.decision else ""

    def onward(self) -> str:
        return self.part.onward(self.activity) if self.part is not None and self.activity.decision else ""

    def go_on(self) -> bool:
        if self.part is not None:
            self.part.go_on(self.activity)
        return True

    def go_back(self) -> bool:
        deciding = self.activity
        if deciding.decision is None or deciding.step in (Step.FRAME, Step.CLOSED):
            return False
        if self.part is not None and (not self.part.keep() or self.part.turn_back()):
            return True
        return self.do(deciding, Deciding.go_back)

    def may_skip(self) -> bool:
        decision = self.activity.decision
        if isinstance(self.part, BallotStep) and self.part.begun():
            return False
        return decision is None or not decision.carried or self.activity.step == Step.CLOSED

    def count(self) -> Count | None:
        """Give the hands counted so far, while CHOOSE is open."""
        moment = self.desk.moment(self.activity)
        return moment if isinstance(moment, Count) else None

    def more(self) -> None:
        if self.part is not None:
            self.part.more()

    def fewer(self) -> None:
        if self.part is not None:
            self.part.fewer()
