"""The learning session on the console: five steps, each with what it needs (METHOD.md, Learning session)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from elephants.desk import Desk
from elephants.sessions.activity import Finger
from elephants.sessions.learning.learned import HEAR
from elephants.sessions.learning.learning import HAPPENED, NEXT, OTHERS, RAW, SEE, STEPS, Learning
from elephants.ui.pages.base import Page
from elephants.ui.pages.learning.groups import GroupsPart
from elephants.ui.pages.learning.happened import HappenedPart
from elephants.ui.pages.learning.lines import LinesPart, StepPart
from elephants.ui.pages.learning.points import PointsPart
from elephants.ui.pages.learning.trying import TryPart
from elephants.ui.parts.path import StepPath
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.style import px
from elephants.words import tr

PATH_FITS = 420
"""How tall the page has to be, at 100 %, for the path to stand above the step."""


class LearningPage(Page[Learning]):
    """Leads through what happened, raw points, what we see, what we try next, and who else should hear."""

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, activity_id, parent)
        self.path = StepPath(self)
        self.stack = QStackedWidget(self)
        who = tr("Who else should hear, and what?")
        self.parts: dict[str, StepPart] = {
            HAPPENED: HappenedPart(self),
            RAW: PointsPart(self),
            SEE: GroupsPart(self),
            NEXT: TryPart(self),
            OTHERS: LinesPart(self, HEAR, who, tr("Add a line"), tr("Nobody yet. It may stay in this room, too.")),
        }
        self._scrolled: dict[str, Scrolled] = {}
        self._step = ""
        self.lay.setSpacing(px(8))
        self.lay.addWidget(self.path)
        self.lay.addWidget(self.stack, 1)
        for step, part in self.parts.items():
            scrolled = self._scrolled[step] = Scrolled(self.stack)
            scrolled.lay.addWidget(part)
            self.stack.addWidget(scrolled)

    @property
    def part(self) -> StepPart:
        """The part of the step the room is at."""
        return self.parts[self.activity.step]

    @property
    def finger(self) -> Finger:
        """Where the room is among the decisions; memory only."""
        lies: Finger = self.desk.moment(self.activity)
        return lies

    def at(self) -> int:
        """Give the place of the decision that is shown large."""
        return min(self.finger.at, max(0, len(self.activity.decisions()) - 1))

    def refresh(self) -> None:
        learning = self.activity
        steps = list(STEPS)
        self.path.tell([tr(one.label) for one in STEPS.values()], steps.index(learning.step))
        self.part.refresh(learning)
        if learning.step != self._step:
            self._step = learning.step
            self.stack.setCurrentWidget(self._scrolled[self._step])
            self._scrolled[self._step].verticalScrollBar().setValue(0)
            if self.isVisible():
                self.part.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.path.setVisible(self.height() >= px(PATH_FITS))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.part.begin()

    def onward(self) -> str:
        step = self.activity.step
        if step == HAPPENED and self.at() + 1 < len(self.activity.decisions()):
            return tr("Next one")
        steps = list(STEPS)
        after = steps[steps.index(step) + 1 :]
        return tr("Next: {step}", step=tr(STEPS[after[0]].label)) if after else ""

    def go_on(self) -> bool:
        if not self.onward():
            return False
        if self.part.keep():
            decisions = self.activity.decisions() if self.activity.step == HAPPENED else []
            if self.at() + 1 < len(decisions):
                self.point(self.at() + 1)
            else:
                self.do(self.activity, Learning.go_on, self.desk.chance)
        return True

    def go_back(self) -> bool:
        if self.activity.step == HAPPENED:
            return self.at() > 0 and self.point(self.at() - 1)
        if self.part.keep():
            self.do(self.activity, Learning.go_back, self.desk.chance)
        return True

    def leave(self) -> bool:
        self.part.keep()
        return False

    def point(self, at: int) -> bool:
        """Show another decision large."""
        return self.do(self.finger, Finger.point, at)

    def take_keys(self, widget: QWidget) -> None:
        """Put the keyboard on a part of the page."""
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
