"""The line below everything: pause and slow down, back, skip, and the one action that leads on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from elephants.ui.parts.buttons import PlainButton, PrimaryButton, QuietButton
from elephants.ui.style import px
from elephants.words import tr


class Footer(QWidget):
    """Holds the buttons that are there on every page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.pause = PlainButton(tr("Pause"), "pause", tr("F6"), parent=self)
        self.slow = QuietButton(tr("Slow down"), "wave-sine", parent=self)
        self.lid = QuietButton("", "note", parent=self)
        self.undo = QuietButton(tr("Undo"), "arrow-u-up-left", tr("Ctrl+Z"), parent=self)
        self.back = QuietButton(tr("Back"), "arrow-left", tr("Page Up"), parent=self)
        self.skip = QuietButton(tr("Skip"), "", parent=self)
        self.next = PrimaryButton(tr("Next"), "arrow-right", tr("Page Down"), parent=self)
        self._narrow = self._offered = False
        self._words = ("", "")
        self._keys = (False, False)
        self._fitted: tuple[object, ...] = ()
        lay = QHBoxLayout(self)
        lay.setContentsMargins(px(20), px(12), px(20), px(12))
        lay.setSpacing(px(10))
        first: tuple[QWidget, ...] = (self.pause, self.slow, self.lid, self.undo)
        last: tuple[QWidget, ...] = (self.back, self.skip, self.next)
        for part in first:
            lay.addWidget(part)
        lay.addStretch(1)
        for part in last:
            lay.addWidget(part)

    def fold(self, *, narrow: bool) -> None:
        """Leave out, where the window is narrow, what stands in the run sheet too: undo, and what comes next."""
        self._narrow = narrow
        self.undo.setVisible(not narrow)
        self._fit()

    def tell_page(self, page: int, pages: int) -> None:
        """Name the keys only while they do what the buttons do: where the room has more pages they turn those."""
        self._keys = (page > 0, page + 1 < pages)
        self.back.show_key("" if page > 0 else tr("Page Up"))
        self.next.show_key("" if page + 1 < pages else tr("Page Down"))

    def tell(
        self, *, next_words: str, short: str, paused: bool, slow: bool, can_undo: bool, skip: str, runs: bool
    ) -> None:  # fmt: skip
        """Show what can be done now.

        `short` says the next step where there is no room for its name; `skip` is "" where nothing can be left out.
        """
        self._words = (next_words, short)
        self.pause.say(tr("Go on") if paused else tr("Pause"), "play" if paused else "pause")
        self.slow.say(tr("Enough time taken") if slow else tr("Slow down"))
        self.undo.setEnabled(can_undo)
        self.skip.say(skip)
        self.skip.setVisible(runs and bool(skip))
        for part in (self.pause, self.slow, self.back):
            part.setVisible(runs)
        self._fit_anew()

    def tell_lid(self, words: str) -> None:
        """Offer *Lid down*, or *Catch up*; "" where there is nothing to catch up."""
        self.lid.say(words)
        self._offered = bool(words)
        self._fit_anew()

    def _fit_anew(self) -> None:
        """Fit where another thing is said: measuring costs half a millisecond, and most deeds leave this line alone."""
        parts = (self.pause, self.slow, self.undo, self.back, self.skip)
        asked = tuple((part.words(), part.isHidden()) for part in parts)
        fitted = (asked, self._words, self._keys, self.lid.words(), px(100))
        if fitted != self._fitted:
            self._fit()
            self._fitted = fitted

    def _fit(self) -> None:
        """Leave *Lid down* out where there is no room for it; it is rarely wanted, and nothing may be cut.

        Where even that leaves too little, as with long words at 200 %, the button that leads on says no more than Next.
        """
        self.next.say(self._words[self._narrow] or tr("Next"))
        parts = (self.pause, self.slow, self.undo, self.back, self.skip, self.next)
        shown = [self.lid, *(part for part in parts if not part.isHidden())]
        asks = sum(part.sizeHint().width() for part in shown) + px(10) * len(shown) + 2 * px(20)
        self.lid.setVisible(self._offered and asks <= self.width())
        least = sum(part.minimumSizeHint().width() for part in shown[1:]) + px(10) * (len(shown) - 1) + 2 * px(20)
        if least > self.width():
            self.next.say(tr("Next"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
