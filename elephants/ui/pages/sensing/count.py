"""*How is it for us?* while marks are counted, sealed for the room, and after what came was opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from elephants.sessions.deciding.result import LETTERS, MOST_HANDS
from elephants.sessions.sensing.marks import Marks
from elephants.sessions.sensing.templates import Offer
from elephants.sessions.text import LIMITS
from elephants.ui.pages.born import put_on_agenda
from elephants.ui.pages.sensing.part import SensingPart
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.buttons import LinkButton, PlainButton
from elephants.ui.parts.counter import Counter
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.lines import Line, Lines
from elephants.ui.parts.remark import Remark
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.sensing.sensing import SensingPage


class MarkRow(QFrame):
    """One thing that can be marked: its letter, its words, and its count; all rows look alike."""

    def __init__(self, letter: str, offer: Offer, say: Callable[[int], str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.count = Counter(offer.words, say, least=0, most=MOST_HANDS, big=True, parent=self)
        lay = QHBoxLayout(self)
        lay.setContentsMargins(px(16), px(2), px(16), px(2))
        lay.setSpacing(px(18))
        lay.addWidget(Words(letter, "title", wrap=False, parent=self))
        lay.addWidget(Words(offer.words, "title", parent=self), 1)
        lay.addWidget(self.count)


class CountPart(SensingPart):
    """Counts option by option: a letter goes to its option, Down and Up count; said, never blocked."""

    def __init__(self, page: SensingPage) -> None:
        super().__init__(page)
        self.rows: list[MarkRow] = []
        self._told: tuple[Offer, ...] = ()
        self.at = 0
        self.prompt = Words("", "title", parent=self)
        self.sealed = Remark("", "eye-slash", self)
        self.gap = Words("", "heading", parent=self)
        self.again = PlainButton(tr("Count again"), "arrows-clockwise", parent=self)
        self.lay.addWidget(self.prompt)
        self.lay.addWidget(self.sealed)
        row = QHBoxLayout()
        row.addWidget(self.gap, 1)
        row.addWidget(self.again)
        self.lay.addLayout(row)
        self.lay.addStretch(1)
        self.again.clicked.connect(lambda: page.do(page.marks, Marks.again))

    def refresh(self) -> None:
        sensing, marks = self.page.activity, self.page.marks
        self.prompt.say(sensing.prompt)
        if tuple(sensing.options) != self._told:
            self._make_rows(tuple(sensing.options))
        for row, n in zip(self.rows, marks.so_far, strict=False):
            row.count.show_number(n)
        self.sealed.say(tr("The room sees a closed box until you open it. Nothing of it is kept"))
        self.gap.say(self._gap_words(marks))
        self.again.setEnabled(marks.counted > 0)

    def cover(self) -> None:
        """Say the counts anew: as dots while the room may see this screen, else as numbers."""
        for row in self.rows:
            row.count.say_again()
        self.gap.say(self._gap_words(self.page.marks))

    def first(self) -> QWidget:
        return self.rows[0].count if self.rows else self

    def onward(self) -> str:
        return tr("Show what came")

    def go_on(self) -> None:
        self.page.do(self.page.marks, Marks.open)

    def more(self) -> None:
        self.rows[self._focused()].count.step(1)

    def fewer(self) -> None:
        self.rows[self._focused()].count.step(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = LETTERS.find(event.text().upper()) if event.text() else -1
        if 0 <= place < len(self.rows):
            self.at = place
            self.rows[place].count.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def _make_rows(self, offers: tuple[Offer, ...]) -> None:
        for row in self.rows:
            self.lay.removeWidget(row)
            row.deleteLater()
        self.rows = [
            MarkRow(letter, offer, self._count_words, self) for letter, offer in zip(LETTERS, offers, strict=False)
        ]
        for place, row in enumerate(self.rows):
            row.count.asked.connect(lambda n, place=place: self._put(place, n))
            self.lay.insertWidget(2 + place, row)
        self._told, self.at = offers, 0

    def _count_words(self, n: int) -> str:
        return "•" if self.page.covered else str(n)

    def _gap_words(self, marks: Marks) -> str:
        if self.page.covered:
            return ""
        return marks.gap() if marks.counted else tr("{n} here, nothing counted yet.", n=marks.here)

    def _put(self, place: int, n: int) -> None:
        self.at = place
        self.page.do(self.page.marks, Marks.put, place, n)

    def _focused(self) -> int:
        return next((at for at, row in enumerate(self.rows) if row.count.hasFocus()), self.at)


class CamePart(SensingPart):
    """What the room was shown, and what becomes of it: by hand, on the agenda, in the group's words, or nothing."""

    def __init__(self, page: SensingPage) -> None:
        super().__init__(page)
        self.prompt = Words("", "title", parent=self)
        self.heading = Words("", "heading", parent=self)
        self.list = Lines(tr("What came"), self)
        self.list.setMinimumHeight(px(120))
        self.gap = Words("", "quiet", parent=self)
        self.unwritten = Remark(tr("Nothing of this is kept when we go on"), "pencil-simple-slash", self)
        self.again = LinkButton(tr("Ask once more"), "arrows-clockwise", parent=self)
        self.asked = Words(tr("Does any of this belong on the agenda?"), "strong", parent=self)
        self.item = AddField(tr("What do you want to talk about?"), tr("Add it"), limit=LIMITS["title"], parent=self)
        self.lay.addWidget(self.prompt)
        self.lay.addWidget(self.heading)
        self.lay.addWidget(self.list, 1)
        self.lay.addWidget(self.gap)
        self.lay.addWidget(Flow(self.unwritten, self.again))
        self.lay.addWidget(self.asked)
        self.lay.addWidget(self.item)
        self.again.clicked.connect(lambda: page.do(page.marks, Marks.put_away))
        self.item.added.connect(self._add)

    def refresh(self) -> None:
        sensing, marks = self.page.activity, self.page.marks
        template = sensing.template
        self.prompt.say(sensing.prompt)
        if template is not None:
            self.heading.say(tr(template.tells if marks.numbers is None else template.counts))
        self.list.tell(_came(sensing.options, marks))
        self.gap.say(marks.gap())
        self.gap.setVisible(bool(marks.gap()))

    def first(self) -> QWidget:
        return self.item

    def _add(self, words: str) -> None:
        refused = put_on_agenda(self.page, words)
        if not refused:
            self.item.accept()
        self.item.say(refused or tr("On the agenda: {item}", item=words))


def _came(options: list[Offer], marks: Marks) -> list[Line]:
    """Tell what the room is told, and no more: the same lines for every tally with the same outcome."""
    if marks.numbers is not None:
        return [
            Line(
                at,
                tr("{option}: {n}", option=options[at].words, n=n),
                under=options[at].meaning if n else "",
                strong=True,
            )
            for at, n in enumerate(marks.numbers)
        ]
    return [Line(at, options[at].words, under=options[at].meaning, strong=True) for at in marks.came or ()]
