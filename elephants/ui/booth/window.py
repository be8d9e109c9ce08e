"""The booth's window: full screen over the console, locked, and the same for everybody who sits before it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QCursor,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from elephants.desk import Desk
from elephants.sessions.deciding.ballot import Ballot, Booth
from elephants.sessions.deciding.deciding import Deciding
from elephants.ui.booth.cards import choices
from elephants.ui.booth.clock import Clock, Silence, Watch
from elephants.ui.booth.lock import Lock
from elephants.ui.booth.plan import Plan, plan_for
from elephants.ui.booth.screens import Cover, Screen, Sure, Told
from elephants.ui.booth.turns import screen_for
from elephants.ui.booth.wayout import HeldKey, Phrase
from elephants.ui.parts.tabs import tab_on
from elephants.ui.style import shared, zoom
from elephants.words import tr

GUARD = 0.4
"""Seconds after a new screen in which keys and taps do nothing: what was meant for the last one must not fall in."""
GUARD_SURE = 1.2
"""The same for taps while it asks *Sure?*: there the second tap of a slow or shaking hand would be a vote."""
THANKED = 8.0
"""Seconds after which the cover comes by itself when somebody gets up without a word."""
_TICK_MS, _FORWARD_MS = 1000, 150


class BoothWindow(QWidget):
    """Shows the ballot's screens on the laptop's own screen; every deed goes through the desk.

    `out` asks to be closed: the facilitator held the key or said the phrase, or there is no ballot any more. It keeps
    nothing of a choice; which screen is up follows from the ballot alone. `seen_by_room` tells whether the room may
    see the laptop's screen.
    """

    out = Signal()

    def __init__(
        self, desk: Desk, deciding: Deciding, *, phrase: Phrase | None = None,
        seen_by_room: Callable[[], bool] = lambda: False,
    ) -> None:  # fmt: skip
        super().__init__(None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self.setWindowTitle(tr("Secret ballot"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.desk, self.activity_id = desk, deciding.id
        self.phrase, self.seen_by_room = phrase, seen_by_room
        self.told = Told(
            deciding.poll.question, deciding.who_learns(), choices([option.text for option in deciding.poll.options])
        )
        self.screen_now: Screen | None = None
        self.still = self.asks_phrase = False
        self._up: tuple[object, ...] = ()
        self._plan: tuple[object, Plan] | None = None
        self._beside: QWidget = self
        self._keep_time()

    def _keep_time(self) -> None:
        self.clock = Clock()
        self.watch, self.lock = Watch(self.clock), Lock(self)
        self._turned = self.clock.steady()
        self.held = HeldKey(self.clock, self)
        self.held.filled.connect(self._fill)
        self.held.done.connect(self.out)
        self._ticks = QTimer(self, interval=_TICK_MS)
        self._ticks.timeout.connect(self.tick)
        self._forward = QTimer(self, singleShot=True, interval=_FORWARD_MS)
        self._forward.timeout.connect(self.come_forward)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self.lie_over)
            app.screenRemoved.connect(self.lie_over)

    # -- coming and going --------------------------------------------------------------------------------------

    def come(self, beside: QWidget) -> None:
        """Cover the screen that a window is on, and lock."""
        self._beside = beside
        self.desk.changed.append(self.refresh)
        self.lock.close()
        self._ticks.start()
        self.lie_over()
        self.activateWindow()

    def go(self) -> None:
        """Unlock and go; what was shown is emptied first."""
        self.lock.open()
        self._ticks.stop()
        self._forward.stop()
        self.held.release()
        if self.refresh in self.desk.changed:
            self.desk.changed.remove(self.refresh)
        before, self.screen_now = self.screen_now, None
        if before is not None:
            _away(before)
        self.hide()
        self.deleteLater()

    def lie_over(self, *_screen: object) -> None:
        """Lie over the screen the console is on, with the cover on: also when a screen came or was unplugged."""
        if not self._ticks.isActive():
            return
        screen = self._beside.screen()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self._up = ()
        self.cover()
        self.raise_()

    def come_forward(self) -> None:
        """Come before all other windows again, but for one that says what went wrong in the app."""
        modal: QWidget | None = QApplication.activeModalWidget()
        if modal is not None:
            if not modal.windowFlags() & Qt.WindowType.WindowStaysOnTopHint:
                modal.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
                modal.show()
        elif self.isVisible() and not self.isActiveWindow():
            self.raise_()
            self.activateWindow()

    # -- what is shown -----------------------------------------------------------------------------------------

    @property
    def ballot(self) -> Ballot | None:
        """The ballot of the moment; None where it is over or lost."""
        session = self.desk.session
        live = next((one for one in session.activities if one.id == self.activity_id), None) if session else None
        moment = self.desk.moment(live) if isinstance(live, Deciding) and live.decision is not None else None
        return moment if isinstance(moment, Ballot) and moment.begun else None

    @property
    def plan(self) -> Plan:
        """Where things stand in a window of this size."""
        key = (self.size(), zoom(), self.devicePixelRatioF())
        if self._plan is None or self._plan[0] != key:
            size, ratio = QSizeF(self.size()), self.devicePixelRatioF()
            self._plan = (key, plan_for(size, zoom(), ratio, self.told.question, self.told.choices))
        return self._plan[1]

    def refresh(self) -> None:
        """Show the screen the ballot is at; the same again does nothing."""
        ballot = self.ballot
        if ballot is None:
            self.out.emit()
            return
        up = (ballot.booth, self.still, self.asks_phrase)
        if up != self._up:
            self._up = up
            self._turn(ballot)

    def _turn(self, ballot: Ballot) -> None:
        """Build the next screen, and then empty the last one and throw it away."""
        self.held.release()
        before, made = self.screen_now, screen_for(self, ballot)
        self.screen_now = made
        made.setGeometry(self.rect())  # it takes its places as it is shown
        made.show()
        made.first().setFocus(Qt.FocusReason.OtherFocusReason)
        if before is not None:
            _away(before)
        self._turned = self.clock.steady()
        if not self.still:
            self.watch.touch()
        if ballot.booth in (Booth.THANKS, Booth.COVER):  # a pointer left where a card was would tell which
            QCursor.setPos(self.mapToGlobal(QPoint(self.width() // 2, self.height() - 2)))

    def do(self, deed: Callable[..., Any], *words: Any) -> None:
        """Do a deed to the ballot, through the desk."""
        ballot = self.ballot
        if ballot is not None:
            self.desk.change(ballot, deed, *words)

    def cover(self) -> None:
        """Lay the cover; the box stays as it was."""
        self.still = self.asks_phrase = False
        self.held.release()
        ballot = self.ballot
        if ballot is not None and ballot.booth is not Booth.COVER:
            self.do(Ballot.cover)
        else:
            self.refresh()

    # -- time --------------------------------------------------------------------------------------------------

    def tick(self) -> None:
        """Look once a second whether anybody is there, whether the laptop slept, and whether the booth is in front."""
        silence, ballot = self.watch.look(), self.ballot
        if ballot is None or silence in (Silence.SLEPT, Silence.OVER):
            self.cover()
        elif ballot.booth is Booth.THANKS:
            if self.clock.steady() - self._turned >= THANKED:
                self.do(Ballot.pass_on)
        elif ballot.booth is not Booth.COVER and self.still != (silence is Silence.LONG):
            self.still = silence is Silence.LONG
            self.refresh()
        elif self.asks_phrase and silence is Silence.LONG:
            self.cover()
        self.come_forward()

    def touched(self, *, by_tap: bool = False) -> None:
        """Somebody touched the laptop; nothing counts in the first moment of a screen."""
        if not self._guarded(by_tap=by_tap):
            self.watch.touch()
            if self.still:
                self.still = False
                self.refresh()

    def takes(self, *, by_tap: bool = False) -> bool:
        """Take a key or a tap that is not for the screen: too early, or only to say that somebody is there."""
        if self._guarded(by_tap=by_tap):
            return True
        was_still = self.still
        self.touched(by_tap=by_tap)
        return was_still

    def _guarded(self, *, by_tap: bool) -> bool:
        sure = by_tap and isinstance(self.screen_now, Sure)
        return self.clock.steady() - self._turned < (GUARD_SURE if sure else GUARD)

    # -- the facilitator's way out -----------------------------------------------------------------------------

    def hold(self) -> None:
        """The facilitator's key or button went down: it counts on the cover alone."""
        if isinstance(self.screen_now, Cover):
            if self.phrase is None:
                self.held.press()
            else:
                self.asks_phrase = True
                self.refresh()

    def let_go(self) -> None:
        """The facilitator's key or button came up."""
        self.held.release()

    def hear_phrase(self, words: str) -> None:
        """Let out whoever knows the phrase; anything else leads to the cover."""
        if self.phrase is not None and self.phrase.fits(words):
            self.out.emit()
        else:
            self.cover()

    def _fill(self, share: float) -> None:
        if isinstance(self.screen_now, Cover):
            self.screen_now.out.fill(share)

    # -- Qt ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.screen_now is not None and event.text():
            self.screen_now.key(event.text().upper())

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  (Qt's own name)
        return tab_on(self, forward=next)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._ticks.isActive():
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow() and self._ticks.isActive():
            self.cover()
            self._forward.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.screen_now is not None:
            self._up = ()
            self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(shared().paper))
        painter.end()


def _away(screen: Screen) -> None:
    """Empty a screen and throw it away; until Qt does so it is hidden and says nothing."""
    screen.empty()
    screen.hide()
    screen.deleteLater()
