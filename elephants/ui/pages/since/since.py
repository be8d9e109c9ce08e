"""What happened since: one thing at a time, large, with its answers; you said, we did (METHOD.md)."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from elephants.desk import Desk
from elephants.sessions.activity import Finger
from elephants.sessions.decision import Action, Decision, Need
from elephants.sessions.session import Session
from elephants.sessions.since import Since
from elephants.ui.pages.base import Page
from elephants.ui.pages.since.answer import Answering
from elephants.ui.pages.since.knew import WhatTheNoKnew
from elephants.ui.pages.since.lines import Thing, line_of, told
from elephants.ui.pages.since.many import Many, portion
from elephants.ui.parts.lines import Lines
from elephants.ui.parts.remark import Remark
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr


class SincePage(Page[Since]):
    """Shows what is due as a list, and the one at the finger large; kept is the answer, with one line of words."""

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, activity_id, parent)
        self.title = Words("", "big", parent=self)
        self.none = Words(
            tr("Nothing is due today. What we say and decide today comes back here when its day has come. Go on."),
            "say", parent=self,
        )  # fmt: skip
        self.card = QFrame(self)
        self.card.setProperty("role", "card")
        self.kind = Remark("", "list-checks", self.card)
        self.thing = Words("", "title", parent=self.card)
        self.knew = WhatTheNoKnew(self.card)
        self.under = Words("", "quiet", parent=self.card)
        self.answering = Answering(self.card)
        self.list = Lines(tr("What is due"), self)
        self.many = Many(self)
        self._seen = -1
        self._kept: tuple[int, list[Thing]] = (-1, [])
        self._build()
        self.list.acted.connect(lambda at, _action: self._point(at))
        self.answering.answered.connect(self._answer)
        self.answering.reworded.connect(self._reword)
        self.many.wanted.connect(self._point)
        self.many.enough.clicked.connect(self._stop)

    def _build(self) -> None:
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(px(20), px(6), px(20), px(16))
        inside.setSpacing(px(4))
        for part in (self.kind, self.thing, self.knew, self.under):
            inside.addWidget(part)
        inside.addSpacing(px(12))
        inside.addWidget(self.answering)
        scrolled = Scrolled(self)
        scrolled.lay.setSpacing(px(12))
        whole: tuple[QWidget, ...] = (self.title, self.many.told, self.none, self.card, self.many)
        for line in whole:
            scrolled.lay.addWidget(line)
        scrolled.lay.addWidget(self.list, 1)
        scrolled.lay.addStretch(0)
        self.lay.addWidget(scrolled)
        self.list.setMinimumHeight(px(110))

    @property
    def finger(self) -> Finger:
        """Where the room is in the list; memory only."""
        lies: Finger = self.desk.moment(self.activity)
        return lies

    def at(self) -> int:
        """Give the place of the thing shown large."""
        return min(self.finger.at, max(0, len(self.due()) - 1))

    def due(self) -> list[Thing]:
        """Give what is due, gathered once a turn: of thousands that takes long enough to be seen."""
        if self._kept[0] != self.desk.turn:
            self._kept = (self.desk.turn, self.activity.due())
        return self._kept[1]

    def refresh(self) -> None:
        due, at = self.due(), self.at()
        self.none.setVisible(not due)
        self.card.setVisible(bool(due))
        self.list.setVisible(len(due) > 1)
        self.title.say(self.activity.title)
        self.many.tell(len(due), at, may_stop=self.session.onward() is not None)
        if not due:
            return
        thing, said = due[at], told(due[at])
        self.kind.say(tr("{n} of {all}. {kind}", n=at + 1, all=len(due), kind=said.kind), said.icon)
        self.thing.say(said.text)
        self.knew.tell(thing if isinstance(thing, Decision) else None)
        self.under.say(said.under)
        self.under.setVisible(bool(said.under))
        self.answering.tell(thing, self.activity.update_of(thing), self.session.date)
        part = portion(at, len(due))
        self.list.tell(
            [line_of(due[place], place, self.activity.update_of(due[place]), here=place == at) for place in part]
        )
        if at != self._seen:
            self._seen = at
            self.list.ensureWidgetVisible(self.list.rows()[at - part.start], 0, px(4))

    def focusInEvent(self, _event: QFocusEvent) -> None:
        self.answering.to_first()

    def onward(self) -> str:
        return tr("Next one") if self.at() + 1 < len(self.due()) else ""

    def go_on(self) -> bool:
        self.answering.keep_words()
        return bool(self.onward()) and self._point(self.at() + 1)

    def go_back(self) -> bool:
        self.answering.keep_words()
        return self.at() > 0 and self._point(self.at() - 1)

    def leave(self) -> bool:
        self.answering.keep_words()
        return False

    def _point(self, at: int) -> bool:
        focus = QApplication.focusWidget()
        answering = focus is not None and self.isAncestorOf(focus)
        done = self.do(self.finger, Finger.point, at)
        if answering:
            self.answering.to_first()
        return done

    def _now(self) -> Thing:
        return self.due()[self.at()]

    def _stop(self) -> None:
        """Leave the rest for next time; what has no answer stays due."""
        self.answering.keep_words()
        self.do(self.session, Session.walk_on)

    def _answer(self, answer: str) -> None:
        thing, words = self._now(), self.answering.words()
        if isinstance(thing, Action):
            refused = self.tried(self.activity, Since.answer_action, thing, answer, words)
        elif isinstance(thing, Need):
            refused = self.tried(self.activity, Since.answer_need, thing, answer, words)
        else:
            refused = self.tried(
                self.activity, Since.answer_decision, thing, answer,
                worry=self.answering.worry(), look_again=self.answering.day.day(), words=words,
            )  # fmt: skip
        self.answering.say(refused)

    def _reword(self) -> None:
        """Keep words that were typed after the answer; a page that is being put away has no session any more."""
        if self.desk.session is None or not self.due():
            return
        update = self.activity.update_of(self._now())
        if update is not None:
            self._answer(update.answer)
