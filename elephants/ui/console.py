"""The facilitator's window of one session: run sheet, page, what the room sees, and the few buttons that lead on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.desk import Desk
from elephants.sessions.activity import AGREED, PLANNED, RUNNING, Activity
from elephants.sessions.base import NotSaved, Refused
from elephants.sessions.breather import Breather
from elephants.sessions.session import Session
from elephants.ui.balloting import Balloting
from elephants.ui.body import Body
from elephants.ui.footer import Footer
from elephants.ui.guiding import Guiding
from elephants.ui.header import Header
from elephants.ui.keyboard import Keyboard, undo_typing
from elephants.ui.lid import Lid
from elephants.ui.mirrored import Mirrored
from elephants.ui.pages import PAGES
from elephants.ui.pages.agenda.anywhere import Anywhere
from elephants.ui.pages.base import Page
from elephants.ui.pages.papers.papers import PapersPage
from elephants.ui.pages.plan import PlanPage
from elephants.ui.parts.note import Note
from elephants.ui.parts.tabs import land
from elephants.ui.rail import Rail
from elephants.ui.recording import Recording
from elephants.ui.room import RoomWindow
from elephants.ui.runsheet import RunSheet
from elephants.ui.shown import Shown, activity_of
from elephants.ui.side import Side
from elephants.ui.style import px
from elephants.ui.walk import Walk
from elephants.words import tr

P = ParamSpec("P")


class Console(QWidget):
    """Everything the facilitator needs during a session; it draws itself anew whenever the desk has changed."""

    left = Signal()

    def __init__(self, desk: Desk, room: RoomWindow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.desk, self.room = desk, room
        self.header, self.rail, self.side, self.footer = Header(self), Rail(self), Side(self), Footer(self)
        self.note = Note(parent=self)
        self.anywhere = Anywhere(desk, self)
        self.page: Page[Any] | None = None
        self.run_sheet = RunSheet(desk, self)
        self._page_key: object = None
        self.shown = Shown(desk, room, self.side.room, self)
        self._stage = QVBoxLayout()
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        stage = QWidget(self)
        middle = QVBoxLayout(stage)
        middle.setContentsMargins(px(32), px(20), px(32), px(16))
        middle.setSpacing(px(8))
        middle.addWidget(self.note)
        middle.addWidget(self.anywhere)
        middle.addLayout(self._stage, 1)
        self.body = Body(self.rail, stage, self.side, self)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(0)
        lay.addWidget(self.header)
        lay.addWidget(self.body, 1)
        lay.addWidget(self.footer)

    def _connect(self) -> None:
        self.header.home.clicked.connect(self.go_home)
        self.header.run_sheet.clicked.connect(lambda: self._open(self.rail))
        self.header.say.clicked.connect(lambda: self._open(self.side))
        self.rail.home.clicked.connect(self.go_home)
        self.rail.undo.clicked.connect(self.undo)
        self.body.folded.connect(self._fold)
        self._fold()
        self.header.here.asked.connect(lambda here: self.tried(Session.count_here, here))
        self.header.room.toggled.connect(self.show_room)
        self.rail.wanted.connect(self._rail_wants)
        self.rail.moved.connect(self.run_sheet.move)
        self.rail.add.clicked.connect(lambda: self.run_sheet.add_menu(self.rail.add))
        self.rail.item.clicked.connect(self.anywhere.toggle)
        self.run_sheet.said.connect(self.note.say)
        self.anywhere.said.connect(self.note.say)
        self.side.noted.connect(lambda words: self.tried(Session.note, words))
        self.footer.pause.clicked.connect(self.pause)
        self.footer.slow.clicked.connect(self.slow_down)
        self.footer.undo.clicked.connect(self.undo)
        self.room.closed.connect(self.header.room_closed)
        self.shown.paged.connect(self.side.tell_page)
        self.shown.paged.connect(self.footer.tell_page)
        self.walk, self.guiding, self.lid, self.recording = Walk(self), Guiding(self), Lid(self), Recording(self)
        self.balloting, self.mirrored, self.keyboard = Balloting(self), Mirrored(self), Keyboard(self)
        self._listen()

    def _listen(self) -> None:
        self.desk.changed.append(self.refresh)
        self._landing = QTimer(self, singleShot=True, interval=0)  # when new parts of the page are there to be seen
        self._landing.timeout.connect(lambda: land(self, self.footer.next))
        self._watch = QTimer(self)
        self._watch.setInterval(5_000)
        self._watch.timeout.connect(self.desk.look)
        self._watch.timeout.connect(lambda: self.rail.clock.tell(self.session, self.desk.now()))
        self._watch.start()

    def close_desk(self) -> None:
        """Stop listening, before another console takes the place of this one."""
        self._watch.stop()
        self.walk.stay()
        self.balloting.away()
        self.side.keep_notes()
        self.desk.changed.remove(self.refresh)
        self.room.show_view(None)

    # -- drawing -----------------------------------------------------------------------------------------------

    @property
    def session(self) -> Session:
        """The open session."""
        if self.desk.session is None:
            raise LookupError("no session is open")
        return self.desk.session

    def refresh(self) -> None:
        """Draw what the desk says now."""
        if self.desk.session is None:
            return
        self.balloting.follow()
        if self.balloting.booth is None:
            self._draw(self.session)
        else:
            self.shown.refresh(self.session)  # this window is hidden; the room's is not

    def _draw(self, session: Session) -> None:
        self.shown.refresh(session)  # first: a page of this window may take long to be made
        self.header.refresh(session, self.desk.saved)
        self.rail.refresh(session, self.desk.now())
        self._turn_page(session)
        if self.page is not None:
            self.page.refresh()
        now = activity_of(session) if session.state != AGREED and not self.lid.catching else None
        self.side.tell(self._words_to_say(now), now.hint() if now else "", session.notes)
        self.guiding.follow()
        self.mirrored.look()
        breather = self.desk.breather
        self.footer.tell_lid(self.lid.words(session))
        self.footer.tell(
            next_words=self.walk.words(session),
            short=(self.page.onward() if self.page is not None else "") or tr("Next"),
            paused=breather.paused,
            slow=breather.slow,
            can_undo=self.desk.can_undo,
            skip=self.walk.skip_words(session),
            runs=session.state == RUNNING,
        )
        self._landing.start()

    def _fold(self) -> None:
        body = self.body
        self.header.fold(side=not body.side_fits, rail=not body.rail_fits)
        self.header.tell_open(side=body.is_open(self.side), rail=body.is_open(self.rail))
        self.footer.fold(narrow=not body.rail_fits)
        self.rail.fold(narrow=not body.rail_fits)

    def _open(self, part: QWidget) -> None:
        self.body.open(part, on=not self.body.is_open(part))

    def _words_to_say(self, now: Activity | None) -> str:
        """Give the words of the page, which knows the moment; papers and plan have none of their own."""
        if now is None:
            return ""
        here = self.page is not None and self.page.activity_id == now.id
        return self.page.words_to_say() if here and self.page is not None else now.say()

    def _turn_page(self, session: Session) -> None:
        there = activity_of(session)
        key = self.lid.catching or (session.id, session.state, there.id if there is not None else 0)
        if key == self._page_key:
            return
        self._page_key = key
        self._put(self.lid.page() or self.recording.page() or self._page_for(session))

    def _page_for(self, session: Session) -> Page[Any]:
        there = activity_of(session)
        if there is not None and session.state != AGREED:
            return PAGES[there.kind](self.desk, there.id, self)
        return PlanPage(self.desk, 0, self) if session.state == PLANNED else PapersPage(self.desk, 0, self)

    def _put(self, page: Page[Any]) -> None:
        if self.page is not None:
            self._stage.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
        self.note.say("")
        self.page = page
        page.said.connect(self.note.say)
        page.stuck.connect(self.header.stuck)
        page.turned.connect(self.refresh)
        self.balloting.attend(page)
        self._stage.addWidget(page)
        self.setFocusProxy(page)
        self.body.page.setFocusProxy(page)
        page.refresh()
        if self.isVisible():
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.note.isVisible():
            self.note.dismiss()
        else:
            super().keyPressEvent(event)

    # -- what the buttons and keys do --------------------------------------------------------------------------

    def pause(self) -> None:
        """Begin or end a breather."""
        self.desk.change(self.desk.breather, Breather.pause)

    def slow_down(self) -> None:
        """Begin or end taking our time; the facilitator is told how."""
        self.desk.change(self.desk.breather, Breather.slow_down)
        slow = self.desk.breather.slow
        self.note.say(tr("Repeat the last words you heard. Let the silence be.") if slow else "")

    def more(self) -> None:
        """Light or count one more."""
        if self.page is not None:
            self.page.more()

    def fewer(self) -> None:
        """Light or count one less."""
        if self.page is not None:
            self.page.fewer()

    def undo(self) -> None:
        """Undo typing in a field, else the last deed."""
        if undo_typing(self.focusWidget()):
            return
        try:
            self.desk.undo()
        except Refused as refusal:
            self.note.say(str(refusal))

    def show_room(self, on: bool) -> None:
        """Open or close the room's screen."""
        if on:
            self.room.open_on(self)
            self.activateWindow()
        else:
            self.room.hide()

    def show_papers(self) -> None:
        """Turn to the papers, from any state of the session; the run sheet stays where it is. Back leads back."""
        page = PapersPage(self.desk, 0, self)
        page.left.connect(self.leave_papers)
        self._put(page)
        self.refresh()

    def leave_papers(self) -> None:
        """Turn back to the page of the activity the room is in."""
        self._page_key = None
        self.refresh()

    def go_home(self) -> None:
        """Leave the session as it is and go home; asks first where a box would be lost."""
        if not self.balloting.may_lose():
            return
        self.side.keep_notes()
        self.left.emit()

    def tried(self, deed: Callable[Concatenate[Session, P], object], *words: P.args, **more: P.kwargs) -> None:
        """Do a deed to the session; a refusal is said in the note."""
        try:
            self.desk.change(self.session, deed, *words, **more)
        except Refused as refusal:
            self.note.say(str(refusal))
            self.header.stuck(isinstance(refusal, NotSaved))

    def _rail_wants(self, activity_id: int, action: str) -> None:
        if action == "go" and isinstance(self.page, PapersPage):
            self.leave_papers()
        if action == "go":
            self.lid.leave()
            self.body.open(self.rail, on=False)
        self.run_sheet.act(activity_id, action)
