"""Home: the space, its next session and the agenda so far, what is due, and the sessions that were held."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from elephants.sessions.sheets import TITLES, WORKING
from elephants.ui.forgetting.offer import Offer
from elephants.ui.homeitem import HomeItem
from elephants.ui.homelists import DueList, PastList, WaitingLine, agenda_lines
from elephants.ui.homerail import HomeRail
from elephants.ui.keyboard import undo_typing
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.buttons import PlainButton, PrimaryButton, QuietButton
from elephants.ui.parts.dialogs import ask_words
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.lines import Lines
from elephants.ui.parts.note import Note
from elephants.ui.parts.pictured import Pictured
from elephants.ui.parts.scrolled import Following
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import clock_words, day_words, tr

if TYPE_CHECKING:
    from elephants.store.glance import Glance, SessionSeen


DUE_FITS = 1000
"""How wide the window has to be, at 100 %, for what is due to stand beside the next session."""


class Home(QWidget):
    """Shows one glance of the store; what someone wants goes to the app by a signal."""

    space_wanted = Signal(int)
    new_space = Signal(str)
    plan_wanted = Signal(int)
    decks_wanted = Signal()
    undo_wanted = Signal()
    start_wanted = Signal(int)
    open_wanted = Signal(int)
    catch_up_wanted = Signal(int)
    rehearse_wanted = Signal()
    item_added = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.seen: Glance | None = None
        self._shown_id = 0
        self._first = True
        self._rehearses = False
        self.rail = HomeRail(self)
        self.note = Note(parent=self)
        self.label = Words("", "quiet", parent=self)
        self.day = Words(tr("One moment"), "big", parent=self)
        self.about = Words("", "quiet", parent=self)
        self.picture = Pictured(108, self)
        self.agenda_title = Words(tr("On the agenda so far"), "heading", parent=self)
        self.agenda = Lines(tr("On the agenda so far"), self)
        self.no_agenda = Words(tr("Nothing yet. Anyone may add: what do you want to talk about?"), "quiet", parent=self)
        self.add = HomeItem(self)
        self.begin = AddField(tr("The name of your group, such as Tuesday kitchen"), tr("Begin"), limit=60, parent=self)
        self.start = PrimaryButton(tr("Start"), "", parent=self)
        self.catch_up = PlainButton(tr("Catch up"), "note", parent=self)
        self.rehearse = PlainButton(tr("Rehearse"), "arrows-clockwise", parent=self)
        self.another = QuietButton(tr("Prepare another session"), "calendar", parent=self)
        self.undo = QuietButton(tr("Undo"), "arrow-u-up-left", tr("Ctrl+Z"), parent=self)
        self.passphrase = PlainButton(tr("Set a passphrase"), "lock", parent=self)
        self.due, self.past, self.kept_long, self.waits = DueList(self), PastList(self), Offer(self), WaitingLine(self)
        self._build()
        self._connect()
        self._show_parts(None)

    def _build(self) -> None:
        page = QWidget()
        self._grid = grid = QHBoxLayout()
        grid.setSpacing(px(32))
        grid.addWidget(self._card(), 7, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.due, 3, Qt.AlignmentFlag.AlignTop)
        lay = QVBoxLayout(page)
        lay.setContentsMargins(px(32), px(28), px(32), px(24))
        lay.setSpacing(px(20))
        lay.addWidget(self.note)
        lay.addLayout(grid)
        lay.addWidget(self.past)
        lay.addWidget(self.kept_long)
        lay.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        Following(scroll)
        self.note.said.connect(lambda: QTimer.singleShot(0, self.note, lambda: scroll.ensureWidgetVisible(self.note)))
        scroll.viewport().setAutoFillBackground(False)
        page.setAutoFillBackground(False)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addWidget(scroll, 1)
        self.rail.setFixedWidth(px(248))

    def _card(self) -> QFrame:
        card = QFrame(self)
        card.setProperty("role", "card")
        words = QVBoxLayout()
        words.setSpacing(px(4))
        for line in (self.label, self.day, self.about):
            words.addWidget(line)
        words.addStretch(1)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        lay = QVBoxLayout(card)
        lay.setContentsMargins(px(28), px(24), px(28), px(24))
        lay.setSpacing(px(10))
        lay.addLayout(head)
        parts: tuple[QWidget, ...] = (self.begin, self.agenda_title, self.no_agenda, self.agenda, self.waits, self.add)
        for part in parts:
            lay.addWidget(part)
        lay.addSpacing(px(6))
        lay.addWidget(
            Flow(self.start, self.catch_up, self.rehearse, self.another, self.undo, self.passphrase, parent=card)
        )
        return card

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange):
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put what is due beside the next session, or below it where there is no room beside it."""
        self.rail.setFixedWidth(px(248))
        beside = self.width() >= px(DUE_FITS)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if way != self._grid.direction():
            self._grid.setDirection(way)

    def _connect(self) -> None:
        self.rail.space_wanted.connect(self.space_wanted)
        self.rail.new_space.connect(self._ask_new_space)
        self.begin.added.connect(self.new_space)
        self.add.asked.connect(self.item_added)
        self.start.clicked.connect(self._start)
        self.rehearse.clicked.connect(self.rehearse_wanted)
        self.another.clicked.connect(lambda: self.plan_wanted.emit(0))
        self.undo.clicked.connect(self.undo_wanted)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self._undo)
        self.rail.decks_wanted.connect(self.decks_wanted)
        self.past.wanted.connect(self.open_wanted)
        self.past.caught_up.connect(self.catch_up_wanted)
        self.catch_up.clicked.connect(lambda: self.catch_up_wanted.emit(self._shown_id))
        self.past.again.connect(self.plan_wanted)
        self.past.earlier_wanted.connect(self.rail.history_wanted)

    # -- drawing -----------------------------------------------------------------------------------------------

    def show_glance(self, seen: Glance, today: date) -> None:
        """Show what the store says; the same glance again does nothing."""
        if seen == self.seen:
            return
        self.seen = seen
        self.rail.refresh(seen)
        coming = seen.running or seen.next
        self._shown_id = coming.id if coming else 0
        if seen.space is None:
            self._say_welcome()
        elif coming is None:
            self._say_unplanned()
        else:
            self._say_session(coming, today, running=seen.running is not None)
        self._draw_picture(seen)
        self.agenda.show(agenda_lines(seen.items))
        self.due.refresh(seen.due, today)
        self.past.refresh(seen.past, earlier=seen.earlier)
        self._show_parts(seen)

    def say_closed(self, reason: str) -> None:
        """Say why the store could not be opened; nothing is offered but a rehearsal, which needs no store."""
        self.seen = None
        self._shown_id = 0
        self._show_parts(None)
        self.tell_undo(False)
        self.passphrase.hide()
        self.rail.hide_spaces()
        self.label.say(tr("Your file"))
        self.day.say(tr("The store is not open"))
        self.about.say(reason)
        self.rehearse.show()

    def rehearsing(self, on: bool) -> None:
        """Show another space from now on: of a rehearsal, which the band above says and ends, or one's own again."""
        self.seen = None
        self._rehearses = on
        self.passphrase.hide()
        for part in (self.rail.lock, self.rail.locked):  # it is about one's own file
            part.setVisible(not on)
        self.note.say("")

    def _say_welcome(self) -> None:
        self.label.say(tr("Welcome to Elephants"))
        self.day.say(tr("Give your space a name"))
        about = (
            tr("A space is a group that meets. All that it keeps stays in one file on this laptop."),
            tr("Without a passphrase, whoever uses your account here can read it. You can set one now or later."),
        )
        self.about.say(" ".join(about))

    def _say_unplanned(self) -> None:
        self.label.say(tr("Next session"))
        self.day.say(tr("Not planned yet"))
        self.about.say(tr("The agenda is open already. Prepare the session when you know the day."))

    def _say_session(self, coming: SessionSeen, today: date, *, running: bool) -> None:
        label = tr("The session is open") if running else tr("Next session")
        self.label.say(tr("Next session, today") if coming.day == today and not running else label)
        self.day.say(
            tr("{day}, {time}", day=day_words(coming.day, year=False), time=clock_words(coming.starts))
        )  # fmt: skip
        kind = tr(TITLES.get(coming.template, TITLES[WORKING]))
        parts = [tr("{kind}, {n} minutes.", kind=kind, n=coming.minutes)]
        parts += [tr("{place}.", place=words.rstrip(".")) for words in (coming.place, coming.food) if words]
        self.about.say(" ".join(parts))

    def _draw_picture(self, seen: Glance) -> None:
        from elephants.pictures.cutpaper import option_picture
        from elephants.pictures.library import choose

        name = choose(seen.space.name, "meeting") if seen.space else "meeting"
        self.picture.show_picture(name, lambda _ink: option_picture(name))

    def _show_parts(self, seen: Glance | None) -> None:
        there = seen is not None and seen.space is not None
        coming = bool(seen and (seen.running or seen.next))
        running = bool(seen and seen.running)
        self.begin.setVisible(seen is not None and not there)
        for part in (self.agenda_title, self.add):
            part.setVisible(there and not running)
        self.agenda.setVisible(bool(there and seen and seen.items and not running))
        self.no_agenda.setVisible(bool(there and seen and not seen.items and not running))
        self.start.setVisible(there)
        self.catch_up.setVisible(bool(seen and seen.running and seen.running.waits))
        self.start.say(tr("Go on") if running else tr("Start") if coming else tr("Prepare a session"))
        self.rehearse.setVisible(seen is not None and not self._rehearses)
        self.another.setVisible(there and coming and not running)
        self.due.setVisible(bool(seen and seen.due))
        self.past.setVisible(bool(seen and seen.past))
        self.waits.refresh(seen.waiting if seen is not None and not running else 0)
        if seen is not None and not there:
            self.begin.setFocus(Qt.FocusReason.OtherFocusReason)
        elif there and self._first:
            self._first = False
            self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.note.isVisible():
            self.note.dismiss()
        else:
            super().keyPressEvent(event)

    # -- what is asked for -------------------------------------------------------------------------------------

    def _start(self) -> None:
        if self._shown_id:
            self.start_wanted.emit(self._shown_id)
        else:
            self.plan_wanted.emit(0)

    def _undo(self) -> None:
        if not undo_typing(self.focusWidget()) and self.undo.isVisible():
            self.undo_wanted.emit()

    def tell_undo(self, can_undo: bool) -> None:
        """Offer to take the last deed back, where there is one since the last session was left."""
        if self.undo.hasFocus() and not can_undo:
            self.start.setFocus(Qt.FocusReason.OtherFocusReason)
        self.undo.setVisible(can_undo)

    def _ask_new_space(self) -> None:
        name = ask_words(self, tr("A new space"), tr("What is the group called?"), tr("Begin"))
        if name:
            self.new_space.emit(name)
