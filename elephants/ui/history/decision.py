"""A decision's own page: what was asked and decided, what was added, what became of it, and its themes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from elephants.paper.deciding import unordered, view_tail
from elephants.paper.phrases import joined
from elephants.sessions.knew import NOT_NOW, what_the_no_knew
from elephants.sessions.replacing import decided_before, decided_since
from elephants.sessions.since import met_words
from elephants.sessions.standing import LOOK_AGAIN, STANDING, decision_state
from elephants.sessions.story import story
from elephants.sessions.terms import ACTION_ANSWERS, OPENNESS
from elephants.ui.history.moments import Moments
from elephants.ui.history.months import Meaning
from elephants.ui.history.reading import WIDE
from elephants.ui.history.ways import in_a_column, scrolled_by_key
from elephants.ui.parts.buttons import LinkButton, PlainButton, QuietButton
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.note import Note
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import day_words, tr

if TYPE_CHECKING:
    from elephants.sessions.action import Action
    from elephants.sessions.decision import Decision, Need, View

Said = tuple[str, str]
"""A line and the role it is said in."""


class DecisionPage(QWidget):
    """Tells one decision whole, scrolled by keys; `left` wants the list again, `decision_wanted` another decision.

    `theme_wanted` and `theme_gone` ask for a theme to be put on or taken off, `agenda_wanted` for it to be put on the
    next agenda; nothing else can be changed here.
    """

    left = Signal()
    decision_wanted = Signal(int)
    session_wanted = Signal(int)
    theme_wanted = Signal()
    theme_gone = Signal(str)
    agenda_wanted = Signal()

    def __init__(self, decision: Decision, today: date, *, may_change: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.decision, self.today, self._may_change = decision, today, may_change
        self.back = QuietButton(tr("Back"), "arrow-left", tr("Esc"), parent=self)
        self.note = Note(self)
        themes = [one.theme.name for one in decision.themes]
        self.themes = [
            PlainButton(tr("{theme}: take it off", theme=name) if may_change else name, "x" if may_change else "",
                        parent=self) for name in themes
        ]  # fmt: skip
        self.add_theme = PlainButton(tr("Put a theme on it"), "plus", parent=self)
        self.look_again = PlainButton(tr("Put it on the next agenda"), "list-checks", parent=self)
        before, since = decided_before(decision) or decision.replaces, decided_since(decision)
        self.older = self._other(tr("It took the place of: {title}"), before)
        self.newer = self._other(tr("Its place was taken by: {title}"), since)
        self.session = QuietButton(tr("Open this session"), "folder-open", parent=self)
        self.moments = Moments(story(decision), self)
        self._build()
        self._connect()

    def _build(self) -> None:
        body = self._body = Scrolled(self)
        body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        body.setAccessibleName(self.decision.title or self.decision.question)
        body.lay.setSpacing(px(8))
        body.lay.setContentsMargins(px(16), px(12), px(16), px(12))  # so that the ring of the focus touches no word
        body.lay.addWidget(Meaning(decision_state(self.decision, self.today), self), 0, Qt.AlignmentFlag.AlignLeft)
        self._say(_told(self.decision))
        for link in (self.older, self.newer):
            if link is not None:
                body.lay.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self._say(iter([(tr("What happened to it"), "heading")]))
        body.lay.addWidget(self.moments)
        body.lay.addWidget(self.look_again, 0, Qt.AlignmentFlag.AlignLeft)
        stands = decision_state(self.decision, self.today) in (STANDING, LOOK_AGAIN)
        self.look_again.setVisible(self._may_change and stands)
        self._say(_part(tr("The views we kept"), map(_view, unordered(self.decision))))
        if self._may_change or self.themes:
            self._say(iter([(tr("Themes"), "heading")]))
        if self._may_change and not self.themes:
            self._say(iter([(tr("No theme yet."), "quiet")]))
        body.lay.addWidget(Flow(*self.themes, self.add_theme, parent=self))
        self.add_theme.setVisible(self._may_change)
        body.lay.addStretch(1)
        self._frame()

    def _say(self, lines: Iterator[Said]) -> None:
        """Add lines; a heading has some air above it."""
        for words, role in lines:
            if role == "heading":
                self._body.lay.addSpacing(px(12))
            self._body.lay.addWidget(Words(words, role, parent=self))

    def _frame(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch(1)
        head.addWidget(self.session)
        lay = self._lay = QVBoxLayout(self)
        lay.setSpacing(px(10))
        lay.addLayout(head)
        lay.addWidget(self.note)
        lay.addWidget(self._body, 1)
        self.setFocusProxy(self._body)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        in_a_column(self, self._lay, WIDE)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.session.clicked.connect(lambda: self.session_wanted.emit(self.decision.session.id))
        self.add_theme.clicked.connect(self.theme_wanted)
        self.look_again.clicked.connect(self.agenda_wanted)
        for on, button in zip(self.decision.themes, self.themes, strict=True):
            if self._may_change:
                button.clicked.connect(lambda _checked=False, name=on.theme.name: self.theme_gone.emit(name))
            button.setEnabled(self._may_change)

    def _other(self, words: str, decision: Decision | None) -> LinkButton | None:
        """Link to another decision, by its name."""
        if decision is None:
            return None
        link = LinkButton(words.format(title=decision.title or decision.question), "swap", parent=self)
        link.clicked.connect(lambda: self.decision_wanted.emit(decision.id))
        return link

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not scrolled_by_key(self._body, event):
            super().keyPressEvent(event)


def _told(decision: Decision) -> Iterator[Said]:
    """Tell the decision from its title on, each line in its role."""
    yield decision.title or decision.question, "title"
    yield tr("{space}, {day}.", space=decision.space.name, day=day_words(decision.session.date)), "quiet"
    if decision.title and decision.title != decision.question:
        yield tr("We asked: {question}", question=decision.question), "text"
    yield tr(OPENNESS[decision.openness]), "quiet"
    for part in decision.parts():
        yield (tr("+ {words}", words=part.words), "added") if part.added else (part.words, "say")
    if decision.ending is not None:
        yield decision.ending_words(), "strong"
    if decision.result_words():
        yield decision.result_words(), "quiet"
    if decision.no_look_again:
        yield tr("No need to look again, because {reason}", reason=decision.no_look_again), "text"
    yield from _needs(decision)
    yield from _part(tr("Who does what"), (_action(one) for one in decision.actions))


def _view(view: View) -> str:
    tail = view_tail(view)
    return tr("• {view}", view=joined(view.text, tail) if tail else view.text)


def _needs(decision: Decision) -> Iterator[Said]:
    added = [need for need in decision.needs if need.answer in ("added", "changed")]
    yield from _part(
        tr("What was added because some of us need it, and was it met?"),
        (_met(_added(need), met_words(need)) for need in added),
    )
    known = what_the_no_knew(decision)
    yield from _part(tr("What was not added, and why"), (one.told() for one in known if one.kind == NOT_NOW))
    if decision.nothing_came:
        yield tr("We asked what people need to come along. Nothing came."), "text"
    if decision.remaining_no:
        yield tr("A no that remains"), "heading"
        yield decision.remaining_no, "text"


def _added(need: Need) -> str:
    """Say what was added; of what the room changed also what was asked for."""
    if need.answer == "changed" and need.sentence:
        return tr("Asked for: {need}\nChanged to: {words}", need=need.text, words=need.sentence)
    return need.sentence or need.text


def _met(words: str, met: str) -> str:
    return tr("{need}: {met}", need=words.rstrip("."), met=met or tr("not asked yet"))


def _action(action: Action) -> str:
    answer = tr(ACTION_ANSWERS[action.state]) if action.state in ACTION_ANSWERS else tr("Still open")
    who = tr("{who}: {what}", who=action.owner(), what=action.text.rstrip("."))
    if action.by is not None:
        who = tr("{what}, by {day}", what=who, day=day_words(action.by))
    return tr("{what}. {answer}", what=who, answer=answer)


def _part(title: str, lines: Iterator[str]) -> Iterator[Said]:
    told = list(lines)
    if told:
        yield title, "heading"
        yield from ((line, "text") for line in told)
