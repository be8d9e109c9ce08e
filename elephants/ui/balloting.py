"""Joins the booth to the console: the box is opened, the laptop goes round, and no box is lost unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from elephants.nodump import NoDump
from elephants.sessions.base import Refused
from elephants.sessions.deciding.ballot import Ballot
from elephants.sessions.deciding.deciding import Deciding
from elephants.ui.booth.wayout import Phrase
from elephants.ui.booth.window import BoothWindow
from elephants.ui.pages.deciding.deciding import DecidingPage
from elephants.ui.parts.dialogs import ask
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.console import Console


class Balloting(QObject):
    """Opens the booth over the console and takes it away again; core dumps are off while a box is open.

    The console's window is hidden meanwhile: no key and no click of a voter can reach it. The facilitator's phrase
    lives here, as long as this console does, and nowhere else.
    """

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self.console = console
        self.booth: BoothWindow | None = None
        self._phrase: Phrase | None = None
        self._nodump = NoDump()

    # -- what the console asks ---------------------------------------------------------------------------------

    @property
    def begun(self) -> bool:
        """Whether a box is open for votes, in this step or another of the session."""
        session = self.console.desk.session
        return session is not None and any(self._ballot(one) for one in session.activities)

    def attend(self, page: object) -> None:
        """Listen to a page that can ask for the booth."""
        if isinstance(page, DecidingPage):
            page.booth_wanted.connect(self.open)

    def follow(self) -> None:
        """Look after each deed whether a box is open."""
        if self.begun:
            self._nodump.off()
        elif self._nodump.is_off:
            self._nodump.on()
            self._phrase = None

    def may_lose(self) -> bool:
        """Ask before something is done by which an open box would be lost; True where none is, or it may be."""
        return not self.begun or ask(
            self.console,
            tr("A box is open"),
            tr("The box would be lost, with all that is in it."),
            tr("Leave, and lose the box"),
            tr("Stay"),
        )

    def away(self) -> None:
        """Take the booth down, as the console goes."""
        if self.booth is not None:
            self.booth.go()
            self.booth = None
        self._nodump.on()
        self._phrase = None

    # -- the booth ---------------------------------------------------------------------------------------------

    def open(self, phrase: str) -> None:
        """Open the box where it is not, and send the laptop round."""
        console, now = self.console, self.console.session.now
        if not isinstance(now, Deciding) or self.booth is not None:
            return
        if not self._ballot(now) and not self._begin(now, phrase):
            return
        booth = self.booth = BoothWindow(
            console.desk, now, phrase=self._phrase, seen_by_room=console.mirrored.covers
        )  # fmt: skip
        booth.out.connect(self.come_out)
        booth.come(console.window())
        self._close_beside()
        console.window().hide()
        booth.activateWindow()

    def come_out(self) -> None:
        """Show the console again, with the ballot's page; the box stays as it is."""
        booth, self.booth = self.booth, None
        if booth is None:
            return
        window = self.console.window()
        self.console.refresh()
        window.show()
        booth.go()
        window.raise_()
        window.activateWindow()
        if self.console.page is not None:
            self.console.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_beside(self) -> None:
        """Close what the facilitator opened beside the console, such as the manual: a voter has the booth alone."""
        for beside in self.console.window().findChildren(QWidget):
            if beside.isWindow() and beside.isVisible():
                beside.close()

    def _begin(self, deciding: Deciding, phrase: str) -> bool:
        """Keep that the box is open, and close it for all but votes; says a refusal in the console's note."""
        if self.console.mirrored.covers() and not self._is_unseen():
            return False
        desk = self.console.desk
        self._phrase = Phrase(phrase) if phrase.strip() else None
        try:
            desk.change(deciding, Deciding.open_box)
            desk.change(desk.moment(deciding), Ballot.begin)
        except Refused as refusal:
            self.console.note.say(str(refusal))
            return False
        return True

    def _is_unseen(self) -> bool:
        return ask(
            self.console,
            tr("The room may see this screen"),
            tr("Switch the projector off, or set it to a picture of its own (extended). Then send the laptop round."),
            tr("Nobody can see it: open the box"),
            tr("Not yet"),
        )

    def _ballot(self, activity: object) -> Ballot | None:
        """Give the ballot of an activity whose box is open for votes."""
        if not isinstance(activity, Deciding) or activity.decision is None or not activity.box_open:
            return None  # looking at a moment makes it, and fixes how many are here
        moment = self.console.desk.moment(activity)
        return moment if isinstance(moment, Ballot) and moment.begun else None
