"""The working agreement: starters to begin with, lines to change at any time, and the limit of privacy."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from elephants.desk import Desk
from elephants.sessions.agreement import PRIVACY, STARTERS, Agreement, AgreementLine
from elephants.sessions.text import LIMITS
from elephants.ui.pages.base import Page
from elephants.ui.pages.reword import reword
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.buttons import LinkButton, PlainButton
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.lines import Line, Lines
from elephants.ui.parts.remark import Remark
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr, trn


class AgreementPage(Page[Agreement]):
    """Kept are the lines and since when; never who asked, never who broke one (METHOD.md, Working agreement)."""

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, activity_id, parent)
        self.title = Words("", "big", parent=self)
        self.begin = QWidget(self)
        self.about = Words(tr("Nothing is agreed yet. Ask the room, or begin with these and change them."), parent=self)
        self.starters = Words("\n".join(tr(text) for text in STARTERS), "say", parent=self)
        self.start = PlainButton(
            trn("Start with this {n} line", "Start with these {n} lines", len(STARTERS)), "list-checks", parent=self
        )
        self.list = Lines(tr("What we agreed"), self)
        self.add = AddField(tr("Another line, in the room's words"), tr("Add line"), limit=LIMITS["line"], parent=self)
        self.privacy = Words("", "say", parent=self)
        self.privacy_change = LinkButton("", "pencil-simple", parent=self)
        self.privacy_away = LinkButton(tr("Take it away"), "x", parent=self)
        self._build()
        self._connect()

    def _build(self) -> None:
        begin = QVBoxLayout(self.begin)
        begin.setContentsMargins(0, 0, 0, 0)
        begin.setSpacing(px(12))
        for words in (self.about, self.starters):
            begin.addWidget(words)
        begin.addWidget(Flow(self.start))
        begin.addStretch(1)
        card = QFrame(self)
        card.setProperty("role", "card")
        limit = QVBoxLayout(card)
        limit.setContentsMargins(px(16), px(6), px(16), px(4))
        limit.setSpacing(0)
        limit.addWidget(Flow(Remark(tr("The limit of privacy"), "lock"), self.privacy_change, self.privacy_away))
        limit.addWidget(self.privacy)
        limit.addSpacing(px(6))
        scrolled = Scrolled(self)
        scrolled.lay.setSpacing(px(10))
        scrolled.lay.addWidget(self.title)
        scrolled.lay.addWidget(self.begin, 1)
        scrolled.lay.addWidget(self.list, 1)
        scrolled.lay.addWidget(self.add)
        scrolled.lay.addWidget(card)
        self.lay.addWidget(scrolled)
        self.list.setMinimumHeight(px(150))
        order = (self.add.button, self.privacy_change, self.privacy_away, self.start)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.start.clicked.connect(self._start)
        self.add.added.connect(self._add)
        self.list.acted.connect(self._acted)
        self.privacy_change.clicked.connect(self._privacy)
        self.privacy_away.clicked.connect(lambda: self.do(self.activity, Agreement.say_privacy, ""))

    def refresh(self) -> None:
        lines = self.activity.lines
        self.title.say(self.activity.title)
        self.begin.setVisible(not lines)
        self.list.setVisible(bool(lines))
        last = len(lines) - 1
        self.list.tell([_told(line, at, last) for at, line in enumerate(lines)])
        privacy = self.session.space.privacy_line
        self.privacy.say(privacy)
        self.privacy.setVisible(bool(privacy))
        self.privacy_change.say(tr("Change the words") if privacy else tr("Say it in the group's words"))
        self.privacy_away.setVisible(bool(privacy))

    def focusInEvent(self, _event: QFocusEvent) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)  # a focus proxy would hide the list from the Tab key

    def _line(self, key: int) -> AgreementLine:
        return next(line for line in self.activity.lines if line.id == key)

    def _start(self) -> None:
        if self.do(self.activity, Agreement.offer_starters):
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, words: str) -> None:
        refused = self.tried(self.activity, Agreement.add_line, words)
        if not refused:
            self.add.accept()
        self.add.say(refused)

    def _acted(self, key: int, action: str) -> None:
        line, activity = self._line(key), self.activity
        at = activity.lines.index(line)
        if action == "reword":

            def say(thing: Agreement, text: str) -> None:
                thing.reword_line(line, text)

            reword(self, tr("Say it in other words"), tr("Change it"), activity, say, line.text)
        elif action == "out":
            self.do(activity, Agreement.take_out, line)
        elif 0 <= (to := at + (-1 if action == "up" else 1)) < len(activity.lines):
            self.do(activity, Agreement.move_line, line, to)

    def _privacy(self) -> None:
        text = self.session.space.privacy_line
        offered = text or tr(PRIVACY)
        reword(self, tr("The limit of privacy"), tr("Keep it"), self.activity, Agreement.say_privacy, offered)


def _told(line: AgreementLine, at: int, last: int) -> Line:
    actions = [("reword", tr("Change the words"))]
    actions += [("up", tr("Move up"))] if at > 0 else []
    actions += [("down", tr("Move down"))] if at < last else []
    actions += [("out", tr("Take it out"))]
    return Line(line.id, line.text, actions=tuple(actions))
