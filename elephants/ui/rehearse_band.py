"""The band above every page while somebody rehearses: that nothing is kept, what comes next, and who does it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from elephants.rehearsal.hints import Said
from elephants.ui.parts.buttons import Button, PlainButton, QuietButton
from elephants.ui.parts.choice import choice
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.pictured import Pictured
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import mark, tr

NOTHING_KEPT = mark("This is a rehearsal. Nothing here is kept.")
LOW = 560
"""Below this height of the window, in px of the drawings, the band shows one row and the line until it is opened."""
PACES = {"slow": mark("Slowly"), "usual": mark("At our pace"), "quick": mark("Quickly")}


class RehearsalBand(QWidget):
    """Shows the two ways to rehearse, and then one written line after the other; its buttons ask `Rehearsing`.

    A click on it leaves the keyboard where it is, in the page; by Tab and by F7 and F9 all of it is reached too.
    """

    def __init__(self, titles: Iterable[str], title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr(NOTHING_KEPT))
        self.mark = Pictured(22, self)
        self.mark.show_icon("arrows-clockwise")
        self.kept = Words(tr(NOTHING_KEPT), "strong", wrap=False, parent=self)
        self.which = choice(tr("Which rehearsal?"), {one: one for one in titles}, self)
        self.which.setCurrentText(title)
        self.about = Words(about, "text", parent=self)
        self._make_buttons()
        self.tick = Pictured(18, self)
        self.tick.show_icon("check-circle", "moss")
        self.done = Words("", "saved", parent=self)
        self.says = Words("", "strong", parent=self)
        self.by = Words("", "text", parent=self)
        self._wanted: tuple[QWidget, ...] = ()
        self._short: tuple[QWidget, ...] = ()
        self._opened = False
        self._build()
        self.more.clicked.connect(self._open)

    def _make_buttons(self) -> None:
        self.show_me = PlainButton(tr("Show me"), "play", parent=self)
        self.my_hand = PlainButton(tr("I do it myself"), "hand-palm", parent=self)
        self.next = PlainButton(tr("Next line"), "skip-forward", tr("F7"), parent=self)
        self.play = PlainButton(tr("Play"), "play", tr("F9"), parent=self)
        self.pace = choice(tr("How fast lines are shown"), PACES, self)
        self.pace.setCurrentIndex(1)
        self.leave_out = QuietButton(tr("Leave this one out"), "", parent=self)
        self.end = QuietButton(tr("End the rehearsal"), "x", parent=self)
        self.more = QuietButton(tr("More"), "caret-down", parent=self)

    def _build(self) -> None:
        parts: tuple[QWidget, ...] = (
            self.mark, self.kept, self.which, self.show_me, self.play, self.next, self.leave_out, self.pace,
            self.my_hand, self.more, self.end,
        )  # fmt: skip
        self.buttons = Flow(*parts, ends=1, parent=self)
        ticked = self._ticked = QHBoxLayout()
        ticked.addWidget(self.tick)
        ticked.addWidget(self.done, 1)
        for part in parts:
            if part.focusPolicy() != Qt.FocusPolicy.NoFocus:
                part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        lay = self._lay = QVBoxLayout(self)
        lay.addWidget(self.buttons)
        lay.addWidget(self.about)
        lay.addLayout(ticked)
        lay.addWidget(self.says)
        lay.addWidget(self.by)
        self._dress()

    def _dress(self) -> None:
        self._lay.setContentsMargins(px(20), px(4), px(20), px(6))
        self._lay.setSpacing(px(3))
        self._ticked.setSpacing(px(6))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange and self.layout() is not None:
            self._dress()
            self.fit()

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    # -- what it shows -----------------------------------------------------------------------------------------

    def offer(self) -> None:
        """Show the two ways to rehearse, and the other rehearsals."""
        self._show(
            self.which, self.about, self.show_me, self.my_hand, self.end, short=(self.show_me, self.my_hand, self.more)
        )

    def tell_about(self, about: str) -> None:
        """Say what is played in the rehearsal that is chosen."""
        self.about.say(about)
        self.fit()

    def tell(self, done: str, said: Said, *, shows: bool, plays: bool) -> None:
        """Show the line that was done last and the one that comes; `shows` where the windows play it by themselves."""
        hand: tuple[QWidget, ...] = (self.show_me, self.next, self.leave_out)
        show: tuple[QWidget, ...] = (self.play, self.next, self.pace, self.my_hand)
        self.done.say(tr("Done: {words}", words=done) if done else "")
        self.says.say(tr("Next: {words}", words=said.says))
        self.by.say(said.by)
        self.next.say(tr("Next line") if shows else tr("Show me this one"))
        self.play.say(tr("Stop here") if plays else tr("Play"), "pause" if plays else "play")
        self.my_hand.say(tr("Back to my hand") if shows else tr("I do it myself"))
        self.show_me.say(tr("Show me the rest"))
        short = (self.play if shows else self.next, self.more, self.says)
        self._show(*(show if shows else hand), self.done, self.says, self.by, self.end, short=short)
        self._speak()

    def tell_end(self, done: str) -> None:
        """Say that nothing more is written; everything can still be tried."""
        self.done.say(tr("Done: {words}", words=done) if done else "")
        self.says.say(tr("That was the last written line. Look around as long as you like, or begin again."))
        self.show_me.say(tr("Show me"))
        self.my_hand.say(tr("I do it myself"))
        self._show(
            self.which, self.show_me, self.my_hand, self.about, self.done, self.says, self.end,
            short=(self.show_me, self.more, self.says),
        )  # fmt: skip
        self._speak()

    def refuse(self, reason: str) -> None:
        """Say why a line could not be shown, in its place."""
        self.says.say(tr("This line cannot be shown now. {reason}", reason=reason))
        self._speak()

    def _show(self, *wanted: QWidget, short: tuple[QWidget, ...] = ()) -> None:
        self._wanted, self._short = wanted, short
        self.fit()

    def fit(self) -> None:
        """Show what is wanted, or in a low window only the short of it; for every change of the window's height."""
        low = bool(self._short) and self.window().height() < px(LOW)
        shown = {*self._wanted, self.more} if low and self._opened else {*self._short} if low else {*self._wanted}
        ours: tuple[QWidget, ...] = (
            self.which, self.about, self.show_me, self.my_hand, self.next, self.play, self.pace, self.leave_out,
            self.done, self.says, self.by, self.more, self.end,
        )  # fmt: skip
        self.kept.say(tr("A rehearsal: nothing is kept.") if low else tr(NOTHING_KEPT))
        lost = any(part.hasFocus() and part not in shown for part in ours)
        for part in ours:
            part.setVisible(part in shown and not (isinstance(part, Words) and not part.text()))
        self.tick.setVisible(not self.done.isHidden())
        if lost:
            self.first().setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def _open(self) -> None:
        self._opened = not self._opened
        self.more.say(tr("Less") if self._opened else tr("More"), "caret-up" if self._opened else "caret-down")
        self.fit()

    def first(self) -> Button:
        """Give the button that leads on now."""
        ways = (self.next, self.play, self.show_me, self.end)
        return next(one for one in ways if not one.isHidden())

    def _speak(self) -> None:
        self.setAccessibleDescription(" ".join(one.text() for one in (self.done, self.says, self.by) if one.text()))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
