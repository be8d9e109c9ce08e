"""A rehearsal in the real windows: the written session is shown line by line, or done by the facilitator's own hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from elephants.rehearsal.form import Line
from elephants.rehearsal.hints import said
from elephants.rehearsal.player import Player
from elephants.sandbox import Sandbox, samples
from elephants.sessions.base import Refused
from elephants.ui.booth.window import BoothWindow
from elephants.ui.rehearse_band import RehearsalBand
from elephants.ui.rehearse_ribbon import Ribbon
from elephants.ui.window import Window
from elephants.words import tr

PACES = {"slow": 700, "usual": 400, "quick": 150}
"""Milliseconds for each word of a hint: it stays as long as it takes to read it."""
LEAST = 1500
"""Milliseconds that even the shortest hint stays."""


class Rehearsing(QObject):
    """Leads through the rehearsal of a sandbox, with a band above every page of the window.

    *Show me* plays the written lines through the desk; in *I do it myself* each is ticked when it is seen to be done.
    `ended` asks for the end, `other_wanted` for another rehearsal, by its file, in one of the two ways. The space that
    this computer shows is forgotten meanwhile, and shown again afterwards.
    """

    ended = Signal()
    other_wanted = Signal(object, bool)

    def __init__(self, window: Window, sandbox: Sandbox, open_session: Callable[[int], None]) -> None:
        super().__init__(window)
        self._own_space, window.settings.space = window.settings.space, None
        self.window, self.sandbox, self._open = window, sandbox, open_session
        self.player = Player(sandbox.rehearsal, sandbox.desk)
        about = sandbox.rehearsal.about
        self._samples = samples()
        self.band = RehearsalBand(self._samples, about.title, about.about, window)
        self.shows: bool | None = None
        """Whether the windows show the lines; None until one of the two ways was chosen."""
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._on_time)
        self._keys = [
            QShortcut(QKeySequence(keys), window, act) for keys, act in (("F7", self.next), ("F9", self.play))
        ]
        self._connect()
        window.setMenuWidget(self.band)
        window.setWindowTitle(tr("Elephants, a rehearsal"))
        self.band.offer()
        self.band.show()

    def _connect(self) -> None:
        band = self.band
        band.end.clicked.connect(self.ended)
        band.which.currentTextChanged.connect(self._tell_about)
        band.show_me.clicked.connect(lambda: self._take(shows=True))
        band.my_hand.clicked.connect(lambda: self._take(shows=False))
        band.next.clicked.connect(self.next)
        band.play.clicked.connect(self.play)
        band.leave_out.clicked.connect(self.player.leave_out)
        self.player.changed.append(self._tell)
        self.player.desk.changed.append(self.player.look)
        self.window.installEventFilter(self)

    def away(self) -> None:
        """Take the band off the window, and delete the sandbox with all that is in it."""
        self._clock.stop()
        self.window.removeEventFilter(self)
        self.player.desk.changed.remove(self.player.look)
        for key in self._keys:
            key.deleteLater()
        self.window.setWindowTitle(tr("Elephants"))
        self.window.setMenuWidget(QWidget())
        self.window.settings.space = self._own_space
        self.sandbox.away()
        self.deleteLater()

    # -- the two ways ------------------------------------------------------------------------------------------

    def _take(self, *, shows: bool) -> None:
        """Go one of the two ways: here, or in the other rehearsal that was chosen, or in this one anew at its end."""
        wanted = self._samples[self.band.which.currentText()].file
        if wanted != self.sandbox.sample or self.player.line is None:
            self.other_wanted.emit(wanted, shows)
        else:
            self.begin(shows=shows)

    def begin(self, *, shows: bool) -> None:
        """Let the windows show the written lines, or leave them to the facilitator's own hand, with their hints."""
        self._clock.stop()
        self.shows = shows
        if not self.player.traces:
            QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            try:
                self.player.traces = self.sandbox.traces()
            finally:
                QApplication.restoreOverrideCursor()
        if shows:
            self._wait()
        else:
            self.player.look()
        self._tell()

    def next(self) -> None:
        """Do the line that comes, now, and show what it leads to."""
        if self.shows is None or self.player.line is None:
            return
        plays = self._clock.isActive()
        self._clock.stop()
        try:
            if self.player.desk.session is None:
                self._open(self.sandbox.session_id)
            self.player.play()
        except Refused as refusal:
            self._tell()
            self.band.refuse(str(refusal))
            return
        if plays:
            self._wait()
        self._tell()

    def play(self) -> None:
        """Let the lines follow each other, or stop at the one that comes."""
        if not self.shows:
            return
        if self._clock.isActive():
            self._clock.stop()
        else:
            self._wait()
        self._tell()

    # -- within ------------------------------------------------------------------------------------------------

    def _wait(self) -> None:
        line = self.player.line
        if line is not None:
            self._clock.start(LEAST + PACES[self.band.pace.currentData()] * len(" ".join(said(line)).split()))

    def _on_time(self) -> None:
        """Show the next line, but not behind a question that waits for an answer."""
        if QApplication.activeModalWidget() or QApplication.activePopupWidget() or not self.window.isVisible():
            self._wait()
            return
        self._clock.start(0)  # it goes on playing
        self.next()

    def _tell(self) -> None:
        if self.shows is None:
            return
        done = self._words(self.player.done)
        if self.player.line is None:
            self._clock.stop()
            self.band.tell_end(done)
        else:
            self.band.tell(done, said(self.player.line), shows=self.shows, plays=self._clock.isActive())

    def _words(self, line: Line | None) -> str:
        return said(line).says if line is not None else ""

    def _tell_about(self, title: str) -> None:
        """Say what is played in the rehearsal that is chosen; it is made ready when one of the two ways is taken."""
        self.band.tell_about(self._samples[title].about)

    # -- the mark on the other windows -------------------------------------------------------------------------

    def mark(self, window: QWidget) -> None:
        """Put the ribbon on a window that is not the facilitator's."""
        if window.findChild(Ribbon) is None:
            Ribbon(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.window and event.type() == QEvent.Type.Hide:
            QTimer.singleShot(0, self._mark_booth)
        elif watched is self.window and event.type() == QEvent.Type.Resize:
            self.band.fit()
        return super().eventFilter(watched, event)

    def _mark_booth(self) -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, BoothWindow) and window.isVisible():
                self.mark(window)
