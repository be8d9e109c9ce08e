"""Catching up: the run sheet with one line an activity, and what the room decided on paper (METHOD.md, Lid down)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from elephants.desk import Desk
from elephants.sessions.activity import RUNNING, Activity
from elephants.sessions.catch_up import over, waits
from elephants.ui.pages.base import Page
from elephants.ui.pages.catch_up.agenda import AgendaBlock
from elephants.ui.pages.catch_up.blocks import AgreementBlock, Block, DecisionBlock, ReadBackBlock, RoundBlock
from elephants.ui.pages.catch_up.deciding import PaperDeciding
from elephants.ui.pages.catch_up.since import SinceBlock
from elephants.ui.pages.catch_up_learning import LearningBlock
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.scrolled import Following, Scrolled
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

BLOCKS: dict[str, type[Block]] = {
    "since": SinceBlock,
    "agreement": AgreementBlock,
    "learning": LearningBlock,
    "agenda": AgendaBlock,
    "deciding": DecisionBlock,
    "readback": ReadBackBlock,
}
"""What is asked about an activity of which something is kept; of the others only whether it took place."""


class CatchUpPage(Page[Activity]):
    """One page over the body of the console. Everything goes through the same deeds as in the room; `left` ends it."""

    left = Signal()

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, activity_id, parent)
        self.blocks: dict[int, Block] = {}
        self.deciding: PaperDeciding | None = None
        self.stack = QStackedWidget(self)
        self.sheet = Scrolled(self.stack)
        self.over = PlainButton(tr("The session is over: close it"), "flag", parent=self)
        self.ends = Flow(self.over, parent=self)
        self.lay.addWidget(self.stack)
        self.stack.addWidget(self.sheet)
        following = self.sheet.findChild(Following)
        if following is not None:  # what grows must not push what has the keyboard out of sight
            self.sheet.body.relaid.connect(following.look_later)
        self._build()
        self.over.clicked.connect(self._close)

    def _build(self) -> None:
        lay = self.sheet.lay
        lay.setSpacing(px(12))
        lay.addWidget(Words(tr("Catch up"), "big", parent=self))
        asked = tr("What came of the time with paper? One line for each part. It stays a draft, not yet read back.")
        lay.addWidget(Words(asked, "quiet", parent=self))
        lay.addWidget(self.ends)
        lay.addStretch(1)

    def refresh(self) -> None:
        session = self.session
        wanted = {activity.id: activity for activity in session.activities}
        for gone in [key for key in self.blocks if key not in wanted]:
            block = self.blocks.pop(gone)
            self.sheet.lay.removeWidget(block)
            block.hide()
            block.deleteLater()
        for place, activity in enumerate(session.activities, start=2):
            block = self.blocks.get(activity.id) or self._new_block(activity)
            if self.sheet.lay.indexOf(block) != place:
                self.sheet.lay.insertWidget(place, block)
            block.refresh()
        self.ends.setVisible(session.state == RUNNING)
        first = next((one for one in session.activities if waits(one)), session.activities[0])
        self.setFocusProxy(self.deciding or self.blocks[first.id])
        if self.deciding is not None:
            self._refresh_decision(self.deciding, wanted)

    def _new_block(self, activity: Activity) -> Block:
        block = BLOCKS.get(activity.kind, RoundBlock)(self, activity.id)
        block.decision_wanted.connect(self.fill_in)
        self.blocks[activity.id] = block
        block.show()
        return block

    def _refresh_decision(self, page: PaperDeciding, there: dict[int, Activity]) -> None:
        if page.activity_id in there:
            page.refresh()
        else:
            self.to_sheet()

    # -- the decision in hand ----------------------------------------------------------------------------------

    def fill_in(self, activity_id: int) -> None:
        """Turn to what the room decided, step by step of the short form."""
        page = self.deciding = PaperDeciding(self.desk, activity_id, self)
        page.said.connect(self.said)
        page.stuck.connect(self.stuck)
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        page.refresh()
        self.setFocusProxy(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.said.emit("")
        self.turned.emit()

    def to_sheet(self) -> None:
        """Turn back from a decision to the run sheet."""
        page, self.deciding = self.deciding, None
        if page is None:
            return
        self.stack.setCurrentWidget(self.sheet)
        self.stack.removeWidget(page)
        page.hide()
        page.deleteLater()
        self.refresh()
        block = self.blocks.get(page.activity_id)
        if block is not None:
            block.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()

    # -- the way on and back -----------------------------------------------------------------------------------

    def words_to_say(self) -> str:
        return self.deciding.words_to_say() if self.deciding is not None else ""

    def onward(self) -> str:
        if self.deciding is not None:
            return self.deciding.onward() or tr("To the catch-up page")
        return tr("Go on with the session") if self.session.state == RUNNING else tr("Enough for now")

    def go_on(self) -> bool:
        if self.deciding is None:
            self.go_back()
        elif self.deciding.onward():
            self.deciding.go_on()
        else:
            self.to_sheet()
        return True

    def go_back(self) -> bool:
        if self.deciding is not None:
            if not self.deciding.go_back():
                self.to_sheet()
        elif self.keep():
            self.left.emit()
        return True

    def may_skip(self) -> bool:
        return False

    def keep(self) -> bool:
        """Keep what was typed and not yet added; False where that was refused, and then it stays in its field."""
        return all(block.keep() for block in self.blocks.values())

    def _close(self) -> None:
        if self.keep() and self.do(self.session, over):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
