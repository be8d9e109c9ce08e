"""CHOOSE by hands or by slips in a tin: tap or keys count; the room sees no counts until the result is opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from elephants.pictures.cutpaper import option_picture
from elephants.pictures.library import choose_apart
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import LETTERS, Count, Tally
from elephants.sessions.deciding.ways import Way
from elephants.ui.pages.deciding.step import StepPart
from elephants.ui.parts.buttons import LinkButton, PlainButton
from elephants.ui.parts.circle import ChairCircle
from elephants.ui.parts.counter import Counter
from elephants.ui.parts.dialogs import ask
from elephants.ui.parts.paint import picture_pixmap
from elephants.ui.parts.scrolled import Following
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.deciding.deciding import DecidingPage

MOST_SHOWN = 999
CROWDED = 4
"""With more rows than this the pictures are smaller and the circle goes."""
CIRCLE_FITS = 300
"""How high the step has to be, at 100 %, for the circle to stand beside what was counted."""


class OptionRow(QFrame):
    """One option: picture, letter, words, and its count; all rows look alike."""

    def __init__(
        self, letter: str, words: str, picture: str, *, say: Callable[[int], str], small: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        side = px(44 if small else 60)
        face = QLabel(self)
        face.setPixmap(picture_pixmap(option_picture(picture), side, side, self.devicePixelRatioF()))
        self.words = Words(words, "title" if not small else "heading", parent=self)
        self.count = Counter(words, say, least=0, most=MOST_SHOWN, big=True, parent=self)
        lay = QHBoxLayout(self)
        lay.setContentsMargins(px(16), px(2 if small else 8), px(16), px(2 if small else 8))
        lay.setSpacing(px(18))
        lay.addWidget(face)
        if letter:
            lay.addWidget(Words(letter, "title", wrap=False, parent=self))
        lay.addWidget(self.words, 1)
        lay.addWidget(self.count)


class ChooseStep(StepPart):
    """Counts hands or slips option by option; a letter goes to its option, Down and Up count; said, never blocked.

    Where the room may see this screen only what it sees anyway is told: of hands in the open how many in all.
    """

    def __init__(self, page: DecidingPage) -> None:
        super().__init__(page)
        self.rows: list[OptionRow] = []
        self._told: tuple[str, ...] = ()
        self.at = 0
        self.body = QWidget(self)
        self.list = QVBoxLayout(self.body)
        self.list.setContentsMargins(0, 0, 0, 0)
        self.list.setSpacing(px(8))
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.body)
        Following(scroll)
        self.circle = ChairCircle(self, least=72)
        self.circle.setFixedSize(px(84), px(84))
        self.gap = Words("", "heading", parent=self)
        self.half = Words("", "quiet", parent=self)
        self.again = PlainButton(tr("Count again"), "arrows-clockwise", parent=self)
        self.other_way = LinkButton(tr("Choose in another way"), "swap", parent=self)
        self._build(scroll)
        self.again.clicked.connect(self._again)
        self.other_way.clicked.connect(self._another_way)

    def _build(self, scroll: QScrollArea) -> None:
        told = QVBoxLayout()
        told.setSpacing(px(2))
        told.addStretch(1)
        told.addWidget(self.gap)
        told.addWidget(self.half)
        told.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(px(20))
        row.addWidget(self.circle)
        row.addLayout(told, 1)
        buttons = QVBoxLayout()
        buttons.setSpacing(px(2))
        for button in (self.again, self.other_way):
            buttons.addWidget(button)
        row.addLayout(buttons)
        self.lay.addWidget(scroll, 1)
        self.lay.addLayout(row)

    def enter(self) -> None:
        self.at = 0

    def refresh(self, deciding: Deciding) -> None:
        count = self.page.count()
        if count is None:
            return
        texts = tuple(option.text for option in deciding.poll.options)
        if texts != self._told:
            self._make_rows(texts)
        for row, hands in zip(self.rows, count.hands, strict=True):
            row.count.show_number(hands)
        self._tell(count.tally(), deciding.way)

    def _tell(self, tally: Tally, way: Way) -> None:
        """Say how many were counted in all, beside how many are here; nothing of it where that is covered."""
        sealed = self.page.covered and way is not Way.OPEN
        if sealed:
            gap, half = tr("{n} here.", n=tally.here), tr("The counts are covered: the room may see this screen.")
        elif tally.voting:
            gap = tally.gap()
            half = tr(
                "More than half of {n} is {half}. If a count is off, count again or go on.",
                n=tally.voting,
                half=tally.voting // 2 + 1,
            )
        else:
            gap = tr("{n} here, nobody counted yet.", n=tally.here)
            half = tr("Count the slips of the tin.") if way is Way.TIN else tr("Count the hands for each option.")
        for row in self.rows:  # a button that cannot be pressed would tell an option that nobody chose
            row.count.fewer.setEnabled(self.page.covered or row.count.number() > 0)
        self.gap.say(gap)
        self.half.say(half)
        leaning = range(0 if sealed else min(tally.voting, tally.here))
        self.circle.tell(tally.here, lit=leaning, leaning=leaning)
        self.again.setEnabled(tally.voting > 0 or sealed)

    def cover(self) -> None:
        """Say the counts anew: as dots while the room may see this screen, else as numbers."""
        count = self.page.count()
        for row in self.rows:
            row.count.say_again()
        if count is not None:
            self._tell(count.tally(), self.page.activity.way)

    def _count_words(self, hands: int) -> str:
        return "•" if self.page.covered else str(hands)

    def _make_rows(self, texts: tuple[str, ...]) -> None:
        for row in self.rows:
            self.list.removeWidget(row)
            row.deleteLater()
        small = len(texts) + 1 > CROWDED
        pictures = [*choose_apart(list(texts)), "question"]
        names = [*texts, tr("I'm not sure")]
        self.rows = []
        for place, (words, picture) in enumerate(zip(names, pictures, strict=True)):
            letter = LETTERS[place] if place < len(texts) else ""
            row = OptionRow(letter, words, picture, say=self._count_words, small=small, parent=self.body)
            row.count.asked.connect(lambda hands, place=place: self._put(place, hands))
            self.list.addWidget(row)
            self.rows.append(row)
        self.list.addStretch(1)
        self._told = texts
        self._show_circle()
        self.setFocusProxy(self.rows[0].count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_circle()

    def _show_circle(self) -> None:
        """Leave the room to the rows where there is little."""
        self.circle.setVisible(len(self.rows) <= CROWDED and self.height() >= px(CIRCLE_FITS))

    def _put(self, place: int, hands: int) -> None:
        self.at = place
        count = self.page.count()
        if count is not None:
            self.page.do(count, Count.put, place, hands)

    def _again(self) -> None:
        count = self.page.count()
        if count is not None:
            self.page.do(count, Count.again)

    def _another_way(self) -> None:
        """Go back to where the way is picked; the count goes with it, and that is asked for where there is one."""
        count, words = self.page.count(), tr("The count so far goes. The options stay.")
        title, do, leave = tr("Choose in another way?"), tr("Go back"), tr("Stay with this count")
        if count is None or not count.counted or ask(self, title, words, do, leave):
            self.page.do(self.page.activity, Deciding.go_back)

    def _focused(self) -> int:
        return next((at for at, row in enumerate(self.rows) if row.count.hasFocus()), self.at)

    def more(self) -> None:
        self.rows[self._focused()].count.step(1)

    def fewer(self) -> None:
        self.rows[self._focused()].count.step(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        places = {**{LETTERS[at]: at for at in range(len(self.rows) - 1)}, "0": len(self.rows) - 1}
        if letter and letter in places:
            self.at = places[letter]
            self.rows[self.at].count.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def onward(self, deciding: Deciding) -> str:
        del deciding
        return tr("Open the result")

    def go_on(self, deciding: Deciding) -> None:
        count = self.page.count()
        if count is not None:
            self.page.do(deciding, Deciding.reveal, count.tally())
