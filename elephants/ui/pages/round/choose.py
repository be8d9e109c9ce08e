"""Choosing what a round asks: fresh questions of the pack, or the group's own (METHOD.md, Check-in)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.sessions.questions import KINDS_OF_QUESTION
from elephants.sessions.round import Round
from elephants.sessions.text import LIMITS
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.buttons import LinkButton
from elephants.ui.parts.choice import choice
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.lines import Ask, Line, Lines
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import mark, tr

ANY, OWN, RETIRED = "", "own", "retired"
SHOWN = {ANY: mark("All questions"), **KINDS_OF_QUESTION, OWN: mark("Our own"), RETIRED: mark("Retired")}
AT_ONCE = 6
"""How many questions there are to choose from before *Other questions*."""


class Chooser(QWidget):
    """Lists the questions there are; its signals, with a question each, tell what the group wants of one.

    `asked` and `unasked` choose it and take it away, `retired` and `offered` say that it never, or again, belongs to
    what is offered. `turned` tells that others of the same questions should be shown.
    """

    asked, unasked, retired, offered = Signal(str), Signal(str), Signal(str), Signal(str)
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: dict[str, int] = {}
        self._at = self._there = 0
        self.title = Words(tr("What do we ask?"), "big", parent=self)
        self.about = Words(
            tr("Choose one, or two. A question comes again only when we have had them all."), "quiet", parent=self
        )
        self.kinds = choice(tr("Which questions"), SHOWN, self)
        self.others = LinkButton(tr("Other questions"), "arrows-clockwise", parent=self)
        self.empty = Words("", "quiet", parent=self)
        self.list = Lines(tr("Questions to choose from"), self)
        self.own = AddField(tr("A question of our own"), tr("Ask this"), limit=LIMITS["question"], parent=self)
        self._build()

    def _build(self) -> None:
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(6))
        lay.addWidget(self.title)
        lay.addWidget(self.about)
        lay.addWidget(Flow(self.kinds, self.others))
        lay.addWidget(self.empty)
        lay.addWidget(self.list, 1)
        lay.addWidget(self.own)
        self.list.acted.connect(self._acted)
        self.kinds.currentIndexChanged.connect(self._other_kind)
        self.others.clicked.connect(self._turn)

    @property
    def kind(self) -> str:
        """Which questions are listed: a kind of the pack, `ANY` of it, the space's `OWN` or the `RETIRED` ones."""
        return str(self.kinds.currentData())

    def tell(self, activity: Round) -> None:
        """Show the chosen questions first, then some of those to choose from; the same again does nothing."""
        chosen = activity.questions if self.kind != RETIRED else []
        there = [text for text in self._listed(activity) if text not in chosen]
        self._there = len(there)
        self._at = self._at if self._at < self._there else 0
        lines = [self._chosen(text) for text in chosen]
        lines += [self._offered(text) for text in there[self._at : self._at + AT_ONCE]]
        self.others.setVisible(self._there > AT_ONCE)
        self.empty.say("" if there else self._nothing(activity))
        self.empty.setVisible(not there)
        self.list.tell(lines)

    def to_first(self) -> None:
        """Put the keyboard on the first question that can be chosen."""
        for row in self.list.rows():
            if row.line.pick:
                self.list.choose(row.line.id)
                return
        self.own.setFocus()

    def _listed(self, activity: Round) -> list[str]:
        if self.kind == OWN:
            return activity.own_questions()
        return activity.retired_questions() if self.kind == RETIRED else activity.fresh_questions(self.kind)

    def _nothing(self, activity: Round) -> str:
        """Say why nothing is listed, and what to do."""
        if self.kind == OWN:
            return tr("Here will be the questions that we have asked in our own words. Write one below.")
        if self.kind == RETIRED:
            return tr("No question is retired. You can retire one in its menu.")
        if not activity.fresh_questions():
            return tr("All questions are retired. Write one below, or look under “Retired”.")
        return tr("We have had all of this kind. Choose another kind, or write a question below.")

    def _chosen(self, text: str) -> Line:
        away = Ask(tr("We ask this."), (("unask", tr("Take it away"), "x"),))
        return Line(self._id(text), text, icon="check", strong=True, ask=away)

    def _offered(self, text: str) -> Line:
        if self.kind == RETIRED:
            again = Ask(tr("We do not want this one."), (("offer", tr("Offer it again"), "arrow-u-up-left"),))
            return Line(self._id(text), text, ask=again)
        retire = tr("Take it off our list") if self.kind == OWN else tr("Retire this one")
        return Line(self._id(text), text, pick="ask", actions=(("retire", retire),))

    def _other_kind(self) -> None:
        self._at = 0
        self.turned.emit()

    def _turn(self) -> None:
        """Show the next few; after the last come those at the beginning, without limit."""
        self._at += AT_ONCE
        self.turned.emit()

    def _id(self, text: str) -> int:
        return self._ids.setdefault(text, len(self._ids))

    def _acted(self, key: int, action: str) -> None:
        text = next(text for text, known in self._ids.items() if known == key)
        said = {"ask": self.asked, "unask": self.unasked, "retire": self.retired, "offer": self.offered}
        said[action].emit(text)
