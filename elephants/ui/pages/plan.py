"""Before the session: when, where, food, the run sheet beside it, and how many are here to start."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date as Day

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QTimeEdit, QWidget

from elephants.desk import Desk
from elephants.sessions.activity import Activity
from elephants.sessions.base import LIMITS
from elephants.sessions.session import MOST_HERE, Session
from elephants.ui.pages.base import Page
from elephants.ui.parts.buttons import QuietButton
from elephants.ui.parts.counter import Counter
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.words import Words
from elephants.ui.plandialog import PlanDialog
from elephants.ui.style import px
from elephants.words import clock_words, day_words, tr

USUALLY_HERE = 8


class PlanPage(Page[Activity]):
    """Shows what is prepared; the primary button opens the session with the head count."""

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, activity_id, parent)
        self.title = Words("", "big", parent=self)
        self.about = Words("", "quiet", parent=self)
        self.place = QLineEdit(self)
        self.food = QLineEdit(self)
        self.starts = QTimeEdit(self)
        self.starts.setDisplayFormat("HH:mm")
        self.starts.lineEdit().setTextMargins(px(12), 0, 0, 0)
        self.ask = Words(tr("How many are here?"), "title", parent=self)
        self.why = Words(
            tr("A head count, you too. People come late and leave early: change it at any time."), "quiet", parent=self
        )
        self.here = Counter(tr("people here"), lambda n: tr("{n} here", n=n), least=1, most=MOST_HERE, big=True)
        self.here.show_number(USUALLY_HERE)
        self.here.asked.connect(self.here.show_number)
        self.again = QuietButton(tr("Prepare one like it"), "copy", parent=self)
        self.again.clicked.connect(self.prepare_another)
        for field, name in ((self.place, tr("Where")), (self.food, tr("Food")), (self.starts, tr("Starts at"))):
            field.setAccessibleName(name)
        for line in (self.place, self.food):
            line.setMaxLength(LIMITS["place"])
            line.editingFinished.connect(self.keep)
        self.starts.editingFinished.connect(self.keep)
        self._build()

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(px(20))
        form.setVerticalSpacing(px(10))
        form.addRow(Words(tr("Starts at"), "label"), self.starts)
        form.addRow(Words(tr("Where"), "label"), self.place)
        form.addRow(Words(tr("Food"), "label"), self.food)
        row = QHBoxLayout()
        row.addWidget(self.here)
        row.addStretch(1)
        scrolled = Scrolled(self)
        self.lay.addWidget(scrolled)
        lay = scrolled.lay
        lay.setSpacing(px(10))
        lay.addWidget(self.title)
        lay.addWidget(self.about)
        lay.addSpacing(px(12))
        lay.addLayout(form)
        lay.addSpacing(px(28))
        lay.addWidget(self.ask)
        lay.addWidget(self.why)
        lay.addLayout(row)
        lay.addStretch(1)
        lay.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeading)
        self.setFocusProxy(self.here)

    def refresh(self) -> None:
        session = self.session
        self.title.say(day_words(session.date))
        self.about.say(
            tr("{title}, {time}, {n} minutes", title=session.title, time=clock_words(session.starts), n=session.minutes)
        )
        for field, words in ((self.place, session.place), (self.food, session.food)):
            if not field.hasFocus() and field.text() != words:
                field.setText(words)
        if not self.starts.hasFocus():
            self.starts.setTime(QTime(session.starts.hour, session.starts.minute))

    def keep(self) -> None:
        """Keep when, where and food as they stand in the fields."""
        session, at = self.session, self.starts.time()
        starts = session.starts.replace(hour=at.hour(), minute=at.minute())
        if (starts, self.place.text(), self.food.text()) != (session.starts, session.place, session.food):
            self.do(session, Session.replan, starts, place=self.place.text(), food=self.food.text())

    def prepare_another(self) -> None:
        """Ask for a day, and prepare a session with this run sheet and these private notes."""
        self.keep()
        dialog = PlanDialog(self.desk.today(), self)
        dialog.offer(self.desk, self.session.space, self.session.id)
        dialog.ask_until(self._prepare(dialog))

    def _prepare(self, dialog: PlanDialog) -> Callable[[Day], str]:
        def prepare(day: Day) -> str:
            refused = self.tried(self.session.space, dialog.deed(day))
            self.said.emit("" if refused else tr("Prepared for {day}.", day=day_words(day)))
            return refused

        return prepare

    def onward(self) -> str:
        return tr("Start")

    def go_on(self) -> bool:
        self.keep()
        return self.do(self.session, Session.start, self.here.number())

    def go_back(self) -> bool:
        return True

    def more(self) -> None:
        self.here.step(1)

    def fewer(self) -> None:
        self.here.step(-1)
