"""What a check-out has below its circle: something to celebrate, when we meet next, and what we talk about then."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from elephants.desk import Desk
from elephants.sessions.session import Session
from elephants.sessions.text import LIMITS
from elephants.ui.pages.agenda.form import ItemForm
from elephants.ui.parts.buttons import LinkButton
from elephants.ui.parts.linefield import LineField
from elephants.ui.parts.words import Words
from elephants.ui.plandialog import PlanDialog
from elephants.ui.style import px
from elephants.words import clock_words, day_words, tr

WEEK = timedelta(days=7)


class Leaving(QFrame):
    """Three small rows. `celebrated(str)` asks for the line to be kept; `prepare` is the button of the next session.

    `wished` tells that somebody asked for what stands in `form`: something to talk about next time.
    """

    celebrated = Signal(str)
    wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._kept = ""
        name = tr("Something to celebrate")
        self.field = LineField(name, tr("One line, for the papers"), self)
        self.field.editingFinished.connect(self.keep)
        self.told = Words("", "told", parent=self)
        self.told.hide()
        self.next = Words("", "strong", parent=self)
        self.prepare = LinkButton(tr("Prepare the next session"), "calendar", parent=self)
        self.wish = LinkButton(tr("Add to the next agenda"), "plus", parent=self)
        self.form = ItemForm(tr("Add it"), may_leave=True, parent=self)
        self.form.hide()
        self.wish.clicked.connect(self._open_form)
        self.form.asked.connect(self.wished)
        self.form.left.connect(self._close_form)
        self._build(name)

    def _build(self, name: str) -> None:
        lay = QGridLayout(self)
        lay.setContentsMargins(px(16), px(8), px(12), px(8))
        lay.setHorizontalSpacing(px(16))
        lay.setVerticalSpacing(px(4))
        lay.addWidget(Words(name, "quiet", wrap=False, parent=self), 0, 0)
        lay.addWidget(self.field, 0, 1, 1, 2)
        lay.addWidget(self.told, 1, 1, 1, 2)
        lay.addWidget(Words(tr("We meet next"), "quiet", wrap=False, parent=self), 2, 0)
        lay.addWidget(self.next, 2, 1)
        lay.addWidget(self.prepare, 2, 2, Qt.AlignmentFlag.AlignLeading)
        lay.addWidget(Words(tr("Next time"), "quiet", wrap=False, parent=self), 3, 0)
        lay.addWidget(self.wish, 3, 1, 1, 2, Qt.AlignmentFlag.AlignLeading)
        lay.addWidget(self.form, 4, 0, 1, 3)
        lay.setColumnStretch(1, 1)

    def _open_form(self) -> None:
        if self.form.isVisible():
            self._close_form()
            return
        self.form.show()
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_form(self) -> None:
        """Fold the form away; what was typed in it stays."""
        self.form.hide()
        self.wish.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, session: Session) -> None:
        """Show what is kept; words that are being typed stay."""
        if session.celebrate != self._kept:
            untouched = self.field.text().strip() == self._kept
            self._kept = session.celebrate
            if untouched:
                self.field.setText(self._kept)
        planned = session.next_session
        self.next.say(next_words(planned) if planned is not None else "")
        self.next.setVisible(planned is not None)
        if planned is not None and self.window().focusWidget() is self.prepare:
            self.wish.setFocus(Qt.FocusReason.OtherFocusReason)
        self.prepare.setVisible(planned is None)

    def keep(self) -> None:
        """Ask for the line to be kept, where it is another than before."""
        if self.field.text().strip() != self._kept:
            self.celebrated.emit(self.field.text().strip())
        else:
            self.say("")

    def say(self, sentence: str) -> None:
        """Say below the field why the line could not be kept."""
        self.told.say(sentence)
        self.told.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)


def next_words(session: Session) -> str:
    """Say when and where a session is."""
    day, time = day_words(session.date), clock_words(session.starts)
    if session.place:
        return tr("{day}, {time}, {place}", day=day, time=time, place=session.place)
    return tr("{day}, {time}", day=day, time=time)


def plan_dialog(desk: Desk, session: Session, parent: QWidget) -> PlanDialog:
    """Make the question of when we meet next, filled in as today, a week later."""
    dialog = PlanDialog(session.date, parent)
    dialog.setWindowTitle(tr("When do we meet next?"))
    dialog.day.show_day(session.date + WEEK)
    dialog.starts.setTime(QTime(session.starts.hour, session.starts.minute))
    dialog.offer(desk, session.space)
    if dialog.sheet.currentData() == session.template:
        dialog.minutes.setValue(session.minutes)
    dialog.place.setText(session.place[: LIMITS["place"]])
    dialog.food.setText(session.food[: LIMITS["place"]])
    return dialog
