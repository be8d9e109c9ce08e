"""The rows of the catch-up page: each activity with one line of what came of it, in the words its kind keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from elephants.sessions.activity import DONE, NOW, SKIPPED, Activity
from elephants.sessions.agreement import Agreement, new_lines
from elephants.sessions.catch_up import did_not, took_place
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.text import LIMITS
from elephants.ui.pages.deciding.needs import action_lines, answered_lines
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.lines import Line, Lines
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.catch_up.catch_up import CatchUpPage


class Whole(Lines):
    """A list as tall as its lines: the page scrolls, and no list within it."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, however short of its lines the list may be for a moment

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(0, 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.sizeHint().height())


class Block(QFrame):
    """One activity: its name and what is asked about it. It keeps an id, and does its deeds through the page."""

    decision_wanted = Signal(int)

    def __init__(self, page: CatchUpPage, activity_id: int) -> None:
        super().__init__(page)
        self.page, self.activity_id = page, activity_id
        self.setProperty("role", "card")
        self.title = Words("", "heading", parent=self)
        self.lay = QVBoxLayout(self)
        self.lay.setContentsMargins(px(20), px(12), px(20), px(14))
        self.lay.setSpacing(px(8))
        self.lay.addWidget(self.title)

    @property
    def activity(self) -> Activity:
        """The live activity of this row."""
        return self.page.desk.activity(self.activity_id)

    def refresh(self) -> None:
        """Draw what the desk says now."""
        self.title.say(self.activity.title)

    def keep(self) -> bool:
        """Keep what was typed and not yet added; False where that was refused."""
        return True


class RoundBlock(Block):
    """Asks whether an activity took place; of most nothing else is kept."""

    nothing_kept = True

    def __init__(self, page: CatchUpPage, activity_id: int) -> None:
        super().__init__(page, activity_id)
        self.about = Words(tr("Nothing is kept of it but that it took place."), "quiet", parent=self)
        self.about.setVisible(self.nothing_kept)
        self.took = PlainButton(tr("It took place"), parent=self)
        self.not_this = PlainButton(tr("It did not"), parent=self)
        self.answers = Flow(self.took, self.not_this, parent=self)
        self.lay.addWidget(self.about)
        self.lay.addWidget(self.answers)
        self.setFocusProxy(self.took)
        self.took.clicked.connect(lambda: self._say(took=True))
        self.not_this.clicked.connect(lambda: self._say(took=False))

    def refresh(self) -> None:
        super().refresh()
        activity = self.activity
        for button, state in ((self.took, DONE), (self.not_this, SKIPPED)):
            words, chosen = button.words(), activity.state == state
            button.say(words, "check" if chosen else "")
            button.setAccessibleName(tr("{words}: {title}", words=words, title=activity.title))
            button.setAccessibleDescription(tr("Chosen") if chosen else "")
        is_last = activity.state == NOW and self.page.session.onward() is None
        self.answers.setVisible(not is_last)

    def _say(self, *, took: bool) -> None:
        self.page.do(self.activity, took_place if took else did_not)


class AgreementBlock(RoundBlock):
    """Asks for the lines that were agreed on paper."""

    nothing_kept = False

    def __init__(self, page: CatchUpPage, activity_id: int) -> None:
        super().__init__(page, activity_id)
        self.lines = Whole(tr("Lines of today"), self)
        self.field = AddField(tr("A line we agreed on"), tr("Add a line"), limit=LIMITS["line"], parent=self)
        self.lay.addWidget(self.lines)
        self.lay.addWidget(self.field)
        self.field.added.connect(lambda _words: self.keep())
        self.lines.acted.connect(self._act)

    def refresh(self) -> None:
        super().refresh()
        fresh = [line for line in new_lines(self.page.session) if line.until is None]
        self.lines.show([Line(one.id, one.text, actions=(("out", tr("Take it out")),)) for one in fresh])
        self.lines.setVisible(bool(fresh))

    def keep(self) -> bool:
        activity, words = self.activity, self.field.text().strip()
        if not words or not isinstance(activity, Agreement):
            return True
        refusal = self.page.tried(activity, Agreement.add_line, words)
        if refusal:
            self.field.say(refusal)
        else:
            self.field.accept()
        return not refusal

    def _act(self, line_id: int, _action: str) -> None:
        activity = self.activity
        if isinstance(activity, Agreement):
            line = next((one for one in activity.lines if one.id == line_id), None)
            if line is not None:
                self.page.do(activity, Agreement.take_out, line)


class DecisionBlock(Block):
    """What the room decided, told in one group; the way to fill it in leads through the short form."""

    def __init__(self, page: CatchUpPage, activity_id: int) -> None:
        super().__init__(page, activity_id)
        self.ending = Words("", "strong", parent=self)
        self.words = Words("", "text", parent=self)
        self.result = Words("", "quiet", parent=self)
        self.needs = Whole(tr("What we need to come along"), self)
        self.doing = Whole(tr("Who does what"), self)
        self.fill = PlainButton("", "arrow-right", parent=self)
        for part in (self.ending, self.words, self.result, self.needs, self.doing, Flow(self.fill, parent=self)):
            self.lay.addWidget(part)
        self.setFocusProxy(self.fill)
        self.fill.clicked.connect(lambda: self.decision_wanted.emit(self.activity_id))

    def refresh(self) -> None:
        activity = self.activity
        decision = activity.decision
        self.title.say(decision.question if decision is not None else activity.title)
        self.fill.setVisible(decision is not None)
        if decision is None or not isinstance(activity, Deciding):
            return
        ended = activity.finished
        self.ending.say(decision.ending_words() if ended else tr("Not written down yet"))
        asked = tr("We asked; nothing came.") if decision.nothing_came else ""
        self.words.say(decision.full_text())
        self.result.say(" ".join(part for part in (decision.result_words(), asked) if part))
        for words in (self.words, self.result):
            words.setVisible(bool(words.text()))
        shown = answered_lines(decision)
        doing = [Line(one.id, one.text, lead=one.lead, trail=one.trail) for one in action_lines(decision.actions)]
        for listed, lines in ((self.needs, shown), (self.doing, doing)):
            listed.show(lines)
            listed.setVisible(bool(lines))
        self.fill.say(tr("Look at this decision") if ended else tr("Fill in what we decided"))
        self.fill.setAccessibleDescription(decision.question)


class ReadBackBlock(Block):
    """Says that the record is still to be read back: of that nothing is asked here."""

    def __init__(self, page: CatchUpPage, activity_id: int) -> None:
        super().__init__(page, activity_id)
        said = tr("Not yet read back. The room reads it line by line; with no time left, at the next session.")
        self.lay.addWidget(Words(said, "quiet", parent=self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
