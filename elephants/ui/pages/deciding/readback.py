"""READ BACK on the console: the decision's words, who does what, when we look again, a no that remains, the ending."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.steps import ENDING_WORDS, Ending
from elephants.sessions.decision import Decision, Need
from elephants.sessions.text import LIMITS
from elephants.ui.pages.deciding.agreed import LookAgain, RemainingNo
from elephants.ui.pages.deciding.needs import WHO, action_lines, answered_lines
from elephants.ui.pages.deciding.step import StepPart
from elephants.ui.parts.actionfield import ActionField
from elephants.ui.parts.dialogs import ask_words
from elephants.ui.parts.lines import Lines
from elephants.ui.parts.scrolled import Following
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.deciding.deciding import DecidingPage


class ReadBackStep(StepPart):
    """Everything that is read back, from the title to the ending; what is typed is kept when the field is left."""

    def __init__(self, page: DecidingPage) -> None:
        super().__init__(page)
        self.title = QLineEdit(self)
        self.title.setMaxLength(LIMITS["title"])
        self.title.setAccessibleName(tr("The title of the decision"))
        self.words = QPlainTextEdit(self)
        self.words.setAccessibleName(tr("What we decided, in one or two sentences"))
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(px(84))
        self.added = Lines(tr("What we need to come along"), self)
        self.no = RemainingNo(page, self)
        self.doing = Lines(tr("Who does what"), self)
        self.for_need = Words("", "added", parent=self)
        self.action = ActionField(page.desk.today(), self)
        self.look = LookAgain(page, self)
        self.endings: dict[Ending, QRadioButton] = {}
        self.group = QButtonGroup(self)
        self._seen: tuple[str, str] | None = None
        self._need: UUID | None = None
        self._led = False
        self._build()
        self.setFocusProxy(self.title)
        self.title.editingFinished.connect(self.keep)
        self.words.installEventFilter(self)
        self.added.acted.connect(self._act_added)
        self.doing.acted.connect(self._act_action)
        self.action.added.connect(self._add_action)

    def _build(self) -> None:
        body = QWidget()
        lay = QVBoxLayout(body)
        lay.setContentsMargins(0, 0, px(8), 0)
        lay.setSpacing(px(8))
        sections: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            (tr("The title of the decision"), (self.title,)),
            (tr("What we decided, in one or two sentences"), (self.words,)),
            (tr("What we need to come along"), (self.added,)),
            (tr("A no that remains"), (self.no,)),
            (tr("Who does what by when"), (self.doing, self.for_need, self.action)),
            (tr("When we look again"), (self.look,)),
        )
        self.labels: dict[QWidget, Words] = {}
        for name, parts in sections:
            label = Words(name, "strong", parent=body)
            lay.addWidget(label)
            self.labels[parts[0]] = label
            for part in parts:
                lay.addWidget(part)
            lay.addSpacing(px(6))
        self._build_endings(body, lay)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        self.following = Following(scroll)
        self.lay.addWidget(scroll, 1)

    def _build_endings(self, body: QWidget, lay: QVBoxLayout) -> None:
        lay.addWidget(Words(tr("How does it end?"), "strong", parent=body))
        for ending in Ending:
            button = QRadioButton(tr(ENDING_WORDS[ending]), body)
            self.endings[ending] = button
            self.group.addButton(button)
            lay.addWidget(button)
        lay.addStretch(1)

    # -- drawing -----------------------------------------------------------------------------------------------

    def enter(self) -> None:
        self._seen = self._need = None
        self._led = False

    def refresh(self, deciding: Deciding) -> None:
        poll = deciding.poll
        if (poll.title, poll.words) != self._seen:
            self._seen = (poll.title, poll.words)
            self.title.setText(poll.title)
            self.words.setPlainText(poll.words)
        answered = answered_lines(poll, may_change=True)
        self.added.show(answered)
        for part in (self.added, self.labels[self.added]):
            part.setVisible(bool(answered))
        self._show_actions(poll)
        for listed in (self.added, self.doing):  # the page scrolls, and no list within it
            listed.setMinimumHeight(listed.sizeHint().height())
        self.following.look_later()
        self.look.refresh(deciding)
        self.no.refresh(deciding)
        offered = deciding.endings()
        for ending, button in self.endings.items():
            button.setVisible(ending in offered)
            if ending not in offered and button.isChecked():
                self.group.setExclusive(False)
                button.setChecked(False)
                self.group.setExclusive(True)

    def _show_actions(self, poll: Decision) -> None:
        self.doing.show(action_lines(poll.actions))
        self.doing.setVisible(bool(poll.actions))
        met = self._met()
        self.for_need.say(tr("For this need: {need}", need=met.text) if met is not None else "")
        self.for_need.setVisible(met is not None)

    # -- what is asked for -------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.words and event.type() == QEvent.Type.FocusOut:
            self.keep()
        return super().eventFilter(watched, event)

    def keep(self) -> bool:
        """Keep title and words as they stand in the fields; False where that was refused: they stay in the fields."""
        deciding = self.page.activity
        title, words = self.title.text(), self.words.toPlainText().strip()
        if (title, words) == (deciding.poll.title, deciding.poll.words):
            return True
        return self.page.do(deciding, Deciding.write_decision, title, words)

    def _act_added(self, need_id: int, action: str) -> None:
        need = next((one for one in self.page.activity.poll.needs if one.id == need_id), None)
        if need is None:
            return
        if action == WHO:
            self._need = need.uid
            self._show_actions(self.page.activity.poll)
            self.action.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        words = ask_words(self, tr("Change the words"), "", tr("Change them"), need.sentence)
        if words:
            self.page.do(need, Need.say_in_text, words)

    def _met(self) -> Need | None:
        """Give the need that the next action is there for, if somebody asked who does something about one."""
        return next((one for one in self.page.activity.poll.needs if one.uid == self._need), None)

    def _add_action(self, text: str, who: str, named: bool, day: object) -> None:
        poll, today = self.page.activity.poll, self.page.desk.today()
        by = day if isinstance(day, date) else None
        name, other = (who, "") if named else ("", who)
        refusal = self.page.tried(poll, Decision.add_action, text, today, self._met(), by=by, name=name, who=other)
        if refusal:
            self.action.say(refusal)
            return
        self.action.accept()
        self._need = None
        self._show_actions(poll)

    def _act_action(self, action_id: int, action: str) -> None:
        poll = self.page.activity.poll
        found = next((one for one in poll.actions if one.id == action_id), None)
        if found is not None and action == "out":
            self.page.do(poll, Decision.drop_action, found)

    def onward(self, deciding: Deciding) -> str:
        del deciding
        return tr("It is right: close it")

    def go_on(self, deciding: Deciding) -> None:
        if not (self.keep() and self.look.keep() and self.no.keep()):
            return
        chosen = next((ending for ending, button in self.endings.items() if button.isChecked()), None)
        if chosen is None:
            self._lead_to_what_is_missing(deciding)
        elif not self.page.do(deciding, Deciding.close, chosen.value, self.page.desk.chance):
            self._lead_to_the_look(deciding)

    def _lead_to_what_is_missing(self, deciding: Deciding) -> None:
        """Lead to when we look again, and then to the endings: pressing on walks through what is to be said."""
        looked_for = {Ending.ALL, Ending.MOST, Ending.GO_AHEAD}.intersection(deciding.endings())
        if looked_for and not self._led and self._lead_to_the_look(deciding):
            self._led = True
            self.page.said.emit(tr("When do we look again? Choose a day, or say why there is no need."))
            return
        self.page.said.emit(tr("How does it end? Choose one of the endings first."))
        first = next((button for ending, button in self.endings.items() if ending in deciding.endings()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lead_to_the_look(self, deciding: Deciding) -> bool:
        """Lead to when we look again, where nothing is said of it."""
        if deciding.poll.look_again is not None or deciding.poll.no_look_again:
            return False
        self.look.day.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
