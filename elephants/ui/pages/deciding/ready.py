"""READY? and SPLIT: what the room wants next; the options and the way to choose are gathered at READY?."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from elephants.sessions.deciding.deciding import LAST_SPLIT, Deciding
from elephants.sessions.deciding.result import NUMBERS, counts
from elephants.ui.pages.deciding.options import OptionList
from elephants.ui.pages.deciding.step import StepPart
from elephants.ui.pages.deciding.way import WayPart
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr, trn

if TYPE_CHECKING:
    from elephants.ui.pages.deciding.deciding import DecidingPage


class ReadyStep(StepPart):
    """Are we ready to choose, or is there more to say? The options are gathered here, in the group's words."""

    def __init__(self, page: DecidingPage) -> None:
        super().__init__(page)
        self.last = Words(tr("This is the last time we choose today."), "strong", parent=self)
        self.options = OptionList(page, self)
        self.way = WayPart(page, self)
        self.more_views = PlainButton(tr("There is more to say"), "chats-circle", parent=self)
        self.later = PlainButton(tr("Not today"), "calendar", parent=self)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self.more_views)
        row.addWidget(self.later)
        row.addStretch(1)
        self.lay.addWidget(self.last)
        self.lay.addWidget(self.options, 1)
        self.lay.addWidget(self.way)
        self.lay.addLayout(row)
        self.setFocusProxy(self.options)
        self.more_views.clicked.connect(lambda: page.do(page.activity, Deciding.more))
        self.later.clicked.connect(lambda: page.do(page.activity, Deciding.not_today))

    def refresh(self, deciding: Deciding) -> None:
        self.last.setVisible(deciding.poll.splits >= LAST_SPLIT)
        self.options.refresh(deciding)
        self.way.refresh(deciding)

    def onward(self, deciding: Deciding) -> str:
        del deciding
        return tr("Next: Choose")

    def go_on(self, deciding: Deciding) -> None:
        self.page.do(deciding, Deciding.ready)


class SplitStep(StepPart):
    """We are split: hear more; at the third time the room goes deeper or leaves it for later, and no other way."""

    def __init__(self, page: DecidingPage) -> None:
        super().__init__(page)
        self.times = Words("", "quiet", parent=self)
        self.counts = Words("", parent=self)
        self.next = Words("", "say", parent=self)
        self.deeper = PlainButton(tr("Go deeper"), "chats-circle", parent=self)
        self.later = PlainButton(tr("Leave it for later"), "calendar", parent=self)
        about = tr("Deeper is a light debate: all of us speak for both sides. Only if the group says yes.")
        self.about = Words(about, "quiet", parent=self)
        self.lay.addSpacing(px(12))
        self.lay.addWidget(Words(tr("We are split."), "big", parent=self))
        for part in (self.times, self.counts):
            self.lay.addWidget(part)
        self.lay.addSpacing(px(12))
        self.lay.addWidget(self.next)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self.deeper, 1)
        row.addWidget(self.later, 1)
        self.lay.addLayout(row)
        self.lay.addWidget(self.about)
        self.lay.addStretch(1)
        self.deeper.clicked.connect(lambda: page.do(page.activity, Deciding.deepen))
        self.later.clicked.connect(lambda: page.do(page.activity, Deciding.later))

    def refresh(self, deciding: Deciding) -> None:
        poll = deciding.poll
        self.times.say(trn("This was the first time.", "We were split {n} times.", poll.splits))
        told = poll.form == NUMBERS and poll.totals is not None
        options = [option.text for option in poll.options]
        self.counts.say("\n".join(counts(options, poll.totals)) if told and poll.totals is not None else "")
        self.counts.setVisible(told)
        self.next.say(self._asks(deciding))
        for part in (self.deeper, self.about):
            part.setVisible(deciding.may_deepen)
        self.later.setVisible(deciding.may_deepen)

    def _asks(self, deciding: Deciding) -> str:
        if deciding.poll.splits < LAST_SPLIT:
            return tr("Let us hear more.")
        if deciding.may_deepen:
            return tr("Shall we go deeper, or leave it for later?")
        return tr("We leave it for later, with a day and a next step.")

    def onward(self, deciding: Deciding) -> str:
        if deciding.poll.splits < LAST_SPLIT:
            return tr("Next: hear more views")
        return tr("Ask the room") if deciding.may_deepen else tr("Leave it for later")

    def go_on(self, deciding: Deciding) -> None:
        if deciding.may_deepen:
            self.page.said.emit(tr("Ask the room, then choose: go deeper, or leave it for later."))
            self.deeper.setFocus()
        else:
            self.page.do(deciding, Deciding.more if deciding.poll.splits < LAST_SPLIT else Deciding.later)
