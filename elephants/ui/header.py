"""The line above everything: which space and session, how many are here, that it is saved, the room's screen."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from elephants.pictures.chairs import logo
from elephants.sessions.activity import AGREED, CLOSED
from elephants.sessions.session import MOST_HERE, Session
from elephants.ui.parts.buttons import QuietButton
from elephants.ui.parts.counter import Counter
from elephants.ui.parts.pictured import Pictured
from elephants.ui.parts.toggle import Toggle
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import clock_words, day_words, tr


class Header(QWidget):
    """Shows where we are; its count and its switch ask the console."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.logo = Pictured(30, self)
        self.logo.show_picture("logo", lambda ink: logo(ink=ink))
        self.logo.setAccessibleName(tr("Elephants"))
        self.space = Words("", "heading", wrap=False, parent=self)
        self.title = Words("", "quiet", wrap=False, parent=self)
        self.home = QuietButton(tr("Home"), "house", parent=self)
        self.run_sheet = QuietButton(tr("Run sheet"), "list-checks", parent=self)
        self.say = QuietButton(tr("Say"), "chat", parent=self)
        self.here = Counter(tr("people here"), lambda n: tr("{n} here", n=n), least=1, most=MOST_HERE, parent=self)
        self.here.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click here must not take the Down key from the chairs
        self.mark = Pictured(20, self)
        self.saved = Words("", "saved", wrap=False, parent=self)
        self.room = Toggle(tr("Room screen"), parent=self)
        self._folded = self._opened = (False, False)
        self._stuck = False
        self._when: datetime | None = None
        self._told: tuple[object, ...] = ()
        self._build()
        self._redress()
        self.fold(side=False, rail=False)

    def _build(self) -> None:
        lay = self._lay = QHBoxLayout(self)
        lay.setContentsMargins(px(20), 0, px(20), 0)
        lay.setSpacing(px(12))
        first: tuple[QWidget, ...] = (self.logo, self.space, self.run_sheet, self.say, self.title)
        last: tuple[QWidget, ...] = (self.home, self.here, self.mark, self.saved, self.room)
        for part in first:
            lay.addWidget(part)
        lay.addStretch(1)
        for part in last:
            lay.addWidget(part)

    def fold(self, *, side: bool, rail: bool) -> None:
        """Make room for the ways to what is folded away: first the title goes, then all that is said elsewhere too."""
        self._folded = (side, rail)
        self._fit()

    def tell_open(self, *, side: bool, rail: bool) -> None:
        """Say on the button of a part that was opened by hand that the same button leads back."""
        self._opened = (side, rail)
        self.say.say(tr("To the page") if side else tr("Say"), "x" if side else "chat")
        self.run_sheet.say(tr("To the page") if rail else tr("Run sheet"), "x" if rail else "list-checks")
        self._fit()

    def _fit(self) -> None:
        """Leave out what there is no room for, so that nothing is cut: what is said or reached elsewhere goes first."""
        (side, rail), (side_open, rail_open) = self._folded, self._opened
        shown: dict[QWidget, bool] = {
            self.run_sheet: rail, self.say: side, self.title: not side,
            **dict.fromkeys((self.logo, self.space, self.home, self.saved), not rail), self.mark: True,
        }  # fmt: skip
        going: list[QWidget] = [self.title, self.logo, self.saved, self.space]
        going += [self.run_sheet] if side_open else [self.say] if rail_open else []  # the other leads back to it
        going += [] if self._stuck else [self.mark]  # all is well: nobody misses it
        for part in going:
            if self._asks(shown) <= self.width():
                break
            shown[part] = False
        for part, on in shown.items():
            part.setVisible(on)

    def _asks(self, shown: dict[QWidget, bool]) -> int:
        """How wide it is with these parts, in pixels."""
        always = [part for part in (self.here, self.room) if not part.isHidden()]
        parts = [*always, *(part for part, on in shown.items() if on)]
        edges, gap = self._lay.contentsMargins(), self._lay.spacing()
        gaps = gap * (len(parts) - 1) + edges.left() + edges.right()
        return gaps + sum(part.minimumSizeHint().width() for part in parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._redress()

    def _redress(self) -> None:
        """Take the sizes of now: a height given once would let the page squeeze the line when all grows."""
        self.setMinimumHeight(px(56))
        self._lay.setContentsMargins(px(20), 0, px(20), 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a part has another size, as after a change of zoom
            self._fit()
        return super().event(event)

    def refresh(self, session: Session, saved: datetime | None) -> None:
        """Show the session, the count and when the last deed was saved."""
        self.space.say(session.space.name)
        self.title.say(self._titled(session))
        self.here.setVisible(session.here is not None)
        if session.here is not None:
            self.here.show_number(session.here)
        self.room.setVisible(session.started)
        self._when = saved
        self._say_saved()

    def room_closed(self) -> None:
        """Say that the room's screen is off: somebody closed its window."""
        self.room.show_on(False)

    def stuck(self, stuck: bool) -> None:
        """Say that the last gesture could not be saved, or that all is well again."""
        self._stuck = stuck
        self._say_saved()

    def _say_saved(self) -> None:
        if self._stuck:
            self.saved.say(tr("Not saved"))
        elif self._when is not None:
            self.saved.say(tr("Saved {time}", time=clock_words(self._when.time())))
        else:
            self.saved.say(tr("Saved"))
        self._draw_marks()
        told = (self.space.text(), self.title.text(), self.saved.text(), self.here.number(), self.room.isHidden())
        if told != self._told:  # measuring costs half a millisecond, and most deeds leave the header as it is
            self._told = told
            self._fit()

    def _titled(self, session: Session) -> str:
        said = tr("{title}, {day}", title=session.title, day=day_words(session.date, year=False))
        if session.state == CLOSED:
            return tr("{title}. Draft, not yet read back", title=said)
        if session.state == AGREED:
            return tr("{title}. Agreed by the room", title=said)
        return said

    def _draw_marks(self) -> None:
        name, colour = ("warning-circle", "clay") if self._stuck else ("check", "moss")
        self.mark.setAccessibleName(self.saved.text())
        self.mark.show_icon(name, colour)
