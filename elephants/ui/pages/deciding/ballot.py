"""CHOOSE, a secret ballot on the laptop: before the box is open, while it is, and after it was lost; never a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from elephants.sessions.base import Refused
from elephants.sessions.deciding.ballot import Ballot
from elephants.sessions.deciding.deciding import Deciding
from elephants.ui.pages.deciding.ballot_slips import SlipsDialog
from elephants.ui.pages.deciding.step import StepPart
from elephants.ui.parts.buttons import PlainButton
from elephants.ui.parts.circle import ChairCircle
from elephants.ui.parts.dialogs import ask
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.remark import Remark
from elephants.ui.parts.words import Words
from elephants.ui.room import other_screen
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.deciding.deciding import DecidingPage


class BeforePart(QWidget):
    """What the room is told before the first vote, and the facilitator's phrase, which is kept nowhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lost = Words("", "heading", parent=self)
        self.learns = Words("", "say", parent=self)
        self.token = Remark(
            tr("Each of us takes one token and drops it in a bowl when voting. Count the tokens, not the votes: "
               "the laptop cannot know whether somebody votes twice."), "hand-palm", self)  # fmt: skip
        self.slips = Remark(
            tr("A paper slip is fine too. Three or more slips join the box at the end, unopened till then. "
               "One alone could be recognised."), "note", self)  # fmt: skip
        self.projector = Remark("", "projector-screen", self)
        self.out = Words(tr("To come back to this page, hold F12 for 3 seconds. Or set a phrase for it:"), parent=self)
        self.phrase = QLineEdit(self)
        self.phrase.setMaxLength(60)
        self.phrase.setPlaceholderText(tr("A phrase that only you know, if you want one"))
        self.phrase.setAccessibleName(tr("A phrase to come back to this page, if you want one"))
        self.warned = Words(
            tr("With a phrase there is no other way back. It is written nowhere."), "quiet", parent=self
        )
        self._build()  # the keyboard stays on the button: stray letters must not become a phrase that nobody knows

    def _build(self) -> None:
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(6))
        parts: tuple[QWidget, ...] = (
            self.lost, self.learns, self.token, self.slips, self.projector, self.out, self.phrase, self.warned
        )  # fmt: skip
        for part in parts:
            lay.addWidget(part)
        lay.addStretch(1)

    def tell(self, deciding: Deciding, *, alone: bool, covered: bool) -> None:
        """Say who can learn what; `alone` where there is no display that is the room's own.

        The phrase is seen as it is typed, for nobody can correct it later; `covered` where the room may see it.
        """
        echo = QLineEdit.EchoMode.Password if covered else QLineEdit.EchoMode.Normal
        if echo != self.phrase.echoMode():
            self.phrase.setEchoMode(echo)
        lost = tr("The box was lost. Nothing of it was kept. Please vote again.") if deciding.box_open else ""
        self.lost.say(lost)
        self.lost.setVisible(bool(lost))
        self.learns.say(deciding.who_learns())
        self.projector.say(
            tr("Does a projector show the same picture as this laptop? Switch it off, or set it to extended, first.")
        )
        self.projector.setVisible(alone)


class OpenPart(QWidget):
    """While the box is open: chairs in an order of chance, one sentence, and the ways on; nothing is counted here."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.circle = ChairCircle(self, least=180)
        self.gap = Words("", "heading", parent=self)
        self.sealed = Remark(tr("Closed until we open it. Nobody can look into the box, not even here."), "lock", self)
        self.booth = PlainButton(tr("Back to the voting screen"), "monitor", parent=self)
        self.slips = PlainButton(tr("Paper slips join the box ..."), "note", parent=self)
        self.joined = Remark(tr("The paper slips are in the box."), "check", self)
        told = QVBoxLayout()
        told.setSpacing(px(8))
        told.addStretch(1)
        for part in (self.gap, self.sealed, Flow(self.booth, self.slips), self.joined):
            told.addWidget(part)
        told.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(24))
        row.addWidget(self.circle, 2)
        row.addLayout(told, 3)
        self.setFocusProxy(self.booth)

    def tell(self, ballot: Ballot) -> None:
        """Show the chairs that are lit, and say in a sentence how that stands to how many are here."""
        self.circle.tell(ballot.here, lit=ballot.lit)
        self.circle.setAccessibleName(tr("A circle of chairs; one lights each time the laptop moves on"))
        self.gap.say(ballot.gap())
        self.slips.setVisible(not ballot.joined)
        self.joined.setVisible(ballot.joined)


class BallotStep(StepPart):
    """The ballot's page: it asks for the booth, lets slips join, and opens the result; said, never blocked."""

    def __init__(self, page: DecidingPage) -> None:
        super().__init__(page)
        self.before, self.open = BeforePart(self), OpenPart(self)
        self.lay.addWidget(self.before, 1)
        self.lay.addWidget(self.open, 1)
        self.before.phrase.returnPressed.connect(self._to_booth)
        self.open.booth.clicked.connect(self._to_booth)
        self.open.slips.clicked.connect(self._join)

    def enter(self) -> None:
        self.before.phrase.clear()

    def ballot(self) -> Ballot | None:
        """Give the ballot of the moment."""
        moment = self.page.desk.moment(self.page.activity)
        return moment if isinstance(moment, Ballot) else None

    def begun(self) -> bool:
        """Tell whether the box is open for votes."""
        ballot = self.ballot()
        return ballot is not None and ballot.begun

    def refresh(self, deciding: Deciding) -> None:
        ballot, begun = self.ballot(), self.begun()
        self.before.setVisible(not begun)
        self.open.setVisible(begun)
        self.setFocusProxy(self.open if begun else self.before)
        if ballot is not None and begun:
            self.open.tell(ballot)
        else:
            alone = other_screen(self.page.window()) is None
            self.before.tell(deciding, alone=alone, covered=self.page.covered)

    def cover(self) -> None:
        self.refresh(self.page.activity)

    def onward(self, deciding: Deciding) -> str:
        if self.begun():
            return tr("Open the result")
        if deciding.box_open:
            return tr("Open a new box and pass the laptop on")
        return tr("Open the box and pass the laptop on")

    def go_on(self, deciding: Deciding) -> None:
        ballot = self.ballot()
        if ballot is None or not ballot.begun:
            self._to_booth()
        elif ballot.all_had_it or self._is_over(ballot):
            self._reveal(deciding, ballot)

    def keep(self) -> bool:
        return not self.begun() or ask(
            self,
            tr("A box is open"),
            tr("The box would be lost, with all that is in it."),
            tr("Go back, and lose the box"),
            tr("Stay"),
        )

    def _to_booth(self) -> None:
        words = self.before.phrase.text()
        self.before.phrase.clear()
        self.page.booth_wanted.emit(words)

    def _is_over(self, ballot: Ballot) -> bool:
        words, do = ballot.gap(), tr("Open the result")
        return ask(self, tr("Has everybody had the laptop?"), words, do, tr("Not yet"))

    def _reveal(self, deciding: Deciding, ballot: Ballot) -> None:
        try:
            tally = ballot.tally()
        except Refused as refusal:
            self.page.said.emit(str(refusal))
        else:
            self.page.do(deciding, Deciding.reveal, tally)

    def _join(self) -> None:
        ballot = self.ballot()
        if ballot is not None:
            SlipsDialog(self.page, ballot, self).ask()
        self.open.booth.setFocus(Qt.FocusReason.OtherFocusReason)
