"""Check-in and check-out: the question, and a circle of chairs that light by chance (METHOD.md, Check-in)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget

from elephants.desk import Desk
from elephants.sessions.agenda.agenda import ask_for
from elephants.sessions.round import Chairs, Round
from elephants.sessions.session import Session
from elephants.sessions.text import LIMITS
from elephants.ui.pages.base import Page
from elephants.ui.pages.born import put_on_agenda
from elephants.ui.pages.round.choose import Chooser
from elephants.ui.pages.round.leave import Leaving, plan_dialog
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.buttons import LinkButton, PlainButton, QuietButton
from elephants.ui.parts.circle import ChairCircle
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.remark import Remark
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

SILENCE_MS = 60_000


class RoundPage(Page[Round]):
    """Choosing what we ask, then the circle. Down lights a chair, Up dims one; no answer can be written anywhere."""

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, activity_id, parent)
        self._choosing = False
        self._lit, self._left = 0, False
        self.chooser = Chooser(self)
        self.circle_box = QWidget(self)
        self._make_circle(self.circle_box)
        scrolled = Scrolled(self)
        scrolled.lay.addWidget(self.chooser, 1)
        scrolled.lay.addWidget(self.circle_box, 1)
        self.lay.addWidget(scrolled)
        self.silence = QTimer(self)
        self.silence.setSingleShot(True)
        self.silence.setInterval(SILENCE_MS)
        self._connect()
        self._choose(choosing=not self.activity.questions)

    def _make_circle(self, box: QWidget) -> None:
        self.questions = [Words("", "big", parent=box), Words("", "big", parent=box)]
        self.unwritten = Remark(tr("Nothing said here is written down"), "pencil-simple-slash", box)
        self.another = LinkButton(tr("Another question"), "arrows-clockwise", parent=box)
        self.circle = ChairCircle(box, least=210)
        self.nudge = Words(tr("There is still room."), "say", parent=box)
        self.sum_up = Words(tr("Sum up aloud. Does any of this belong on the agenda?"), "say", parent=box)
        for words in (self.nudge, self.sum_up):
            words.hide()
        self.one_more = PlainButton(tr("One more has spoken or passed"), "plus", tr("Down"), parent=box)
        self.one_less = QuietButton(tr("One less"), "minus", tr("Up"), parent=box)
        self.to_agenda = PlainButton(tr("Add to the agenda"), "plus", parent=box)
        self.item = AddField(tr("What do you want to talk about?"), tr("Add it"), limit=LIMITS["title"], parent=box)
        self.item.hide()
        self.leaving = Leaving(box)
        lay = QVBoxLayout(box)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(6))
        for words in self.questions:
            lay.addWidget(words)
        lay.addWidget(Flow(self.unwritten, self.another))
        lay.addWidget(self.circle, 1)
        lay.addWidget(self.nudge)
        lay.addWidget(self.sum_up)
        lay.addWidget(Flow(self.one_more, self.one_less, self.to_agenda, ends=1))
        lay.addWidget(self.item)
        lay.addWidget(self.leaving)

    def _connect(self) -> None:
        self.chooser.asked.connect(self._ask_from_pack)
        self.chooser.unasked.connect(lambda question: self.do(self.activity, Round.unask, question))
        self.chooser.retired.connect(self._retire)
        self.chooser.offered.connect(self._offer_again)
        self.chooser.turned.connect(self.refresh)
        self.chooser.own.added.connect(self._ask_own)
        self.another.clicked.connect(lambda: self._choose(choosing=True))
        self.one_more.clicked.connect(self.more)
        self.one_less.clicked.connect(self.fewer)
        self.to_agenda.clicked.connect(self._open_item)
        self.item.added.connect(self._add_item)
        self.leaving.celebrated.connect(self._celebrate)
        self.leaving.prepare.clicked.connect(self._plan)
        self.leaving.wished.connect(self._wish)
        self.silence.timeout.connect(self._still_room)
        for button in self.circle_box.findChildren(QAbstractButton):
            button.installEventFilter(self)

    # -- drawing -----------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        activity = self.activity
        if self._choosing:
            self.chooser.tell(activity)
        for place, words in enumerate(self.questions):
            asked = activity.questions[place] if place < len(activity.questions) else ""
            words.say(asked)
            words.setVisible(bool(asked))
        arriving = activity.kind == "checkin"
        self.to_agenda.setVisible(arriving)
        self.leaving.setVisible(not arriving)
        if not arriving:
            self.leaving.tell(self.session)
        self._tell_chairs(self.desk.moment(activity))

    def _tell_chairs(self, chairs: Chairs) -> None:
        lit = len(chairs.lit)
        said = tr("{n} of {all}", n=lit, all=chairs.here) if chairs.here else ""
        self.circle.tell(chairs.here, chairs.lit, centre=said, under=tr("have spoken or passed") if said else "")
        self.one_less.setEnabled(lit > 0)
        self.nudge.setVisible(chairs.still_room)
        all_lit = 0 < chairs.here == lit and not self._left
        self.sum_up.setVisible(all_lit and self.activity.kind == "checkin")
        heard, self._lit = lit > self._lit, lit
        self._listen(chairs, heard=heard)

    def _choose(self, *, choosing: bool) -> None:
        """Turn between choosing and the circle; the keyboard goes along."""
        within = self.holds_focus()
        self._choosing = choosing
        self.chooser.setVisible(choosing)
        self.circle_box.setVisible(not choosing)
        if choosing:
            self.chooser.tell(self.activity)
        self._listen(self.desk.moment(self.activity), heard=True)
        if within and choosing:
            self.chooser.to_first()
        elif within:
            self.one_more.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()

    def holds_focus(self) -> bool:
        """Tell whether the keyboard is on this page."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    # -- what the console asks ---------------------------------------------------------------------------------

    def onward(self) -> str:
        return tr("Begin the round") if self._choosing and self.activity.questions else ""

    def go_on(self) -> bool:
        if not self.onward():
            return False
        self._choose(choosing=False)
        return True

    def go_back(self) -> bool:
        return self.go_on()

    def leave(self) -> bool:
        self._left = True
        if self.activity.kind == "checkout":
            self.leaving.keep()
        chairs = self.desk.moment(self.activity)
        dark = len(chairs.lit) < chairs.here
        return dark and self.do(chairs, Chairs.light_all)

    def more(self) -> None:
        if not self._choosing:
            self.do(self.desk.moment(self.activity), Chairs.light)

    def fewer(self) -> None:
        if not self._choosing:
            self.do(self.desk.moment(self.activity), Chairs.dim)

    # -- keys --------------------------------------------------------------------------------------------------

    def focusInEvent(self, _event: QFocusEvent) -> None:
        if self._choosing:
            self.chooser.to_first()
        else:
            self.one_more.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.item.isVisible():
            self._close_item()
        elif isinstance(QApplication.focusWidget(), QLineEdit) or not self._light_key(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Left to itself a button takes Up and Down to go to its neighbour.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._light_key(event):
            return True
        return super().eventFilter(watched, event)

    def _light_key(self, event: QKeyEvent) -> bool:
        deeds = {Qt.Key.Key_Down: self.more, Qt.Key.Key_Up: self.fewer}
        deed = deeds.get(Qt.Key(event.key()))
        if deed is None or self._choosing or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        deed()
        return True

    # -- deeds -------------------------------------------------------------------------------------------------

    def _ask_from_pack(self, question: str) -> None:
        if self.do(self.activity, Round.ask, question):
            self._choose(choosing=False)

    def _ask_own(self, question: str) -> None:
        refused = self.tried(self.activity, Round.ask, question)
        if refused:
            self.chooser.own.say(refused)
            return
        self.chooser.own.accept()
        self._choose(choosing=False)

    def _retire(self, question: str) -> None:
        if self.do(self.activity, Round.retire, question) and question in self.activity.retired_questions():
            self.said.emit(tr("This question is not offered again. You find it under “Retired”."))

    def _offer_again(self, question: str) -> None:
        if self.do(self.activity, Round.offer_again, question) and question not in self.activity.fresh_questions():
            self.said.emit(tr("We have had this question. It comes again when we have had the others."))

    def _open_item(self) -> None:
        if self.item.isVisible() and not self.item.text():
            self._close_item()
            return
        self.item.show()
        self.item.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_item(self) -> None:
        self.item.hide()
        self.one_more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_item(self, words: str) -> None:
        refused = put_on_agenda(self, words)
        if not refused:
            self.item.accept()
        self.item.say(refused or tr("On the agenda: {item}", item=words))

    def _celebrate(self, words: str) -> None:
        if self.desk.session is not None:  # a field that is put away with its page says that it is finished
            self.leaving.say(self.tried(self.session, Session.celebrates, words))

    def _wish(self) -> None:
        form = self.leaving.form
        item = form.title()
        refused = self.tried(self.session.space, ask_for, item, *form.kind())
        if not refused:
            form.accept()
        form.field.say(refused or tr("On the next agenda: {item}", item=item))

    def _plan(self) -> None:
        dialog = plan_dialog(self.desk, self.session, self)
        dialog.ask_until(lambda day: self.tried(self.session.space, dialog.deed(day)))

    # -- silence -----------------------------------------------------------------------------------------------

    def _listen(self, chairs: Chairs, *, heard: bool) -> None:
        """Wait for a minute in which no chair lights; not while the room has a breather or takes its time."""
        breather = self.desk.breather
        all_lit = len(chairs.lit) >= chairs.here
        if self._choosing or chairs.room_said or all_lit or breather.paused or breather.slow:
            self.silence.stop()
        elif heard or not self.silence.isActive():
            self.silence.start()

    def _still_room(self) -> None:
        self.do(self.desk.moment(self.activity), Chairs.say_still_room)
