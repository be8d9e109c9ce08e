"""Two small parts of READ BACK: when we look again, and a no that remains, in agreed words with two yeses."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.text import LIMITS
from elephants.ui.parts.dayfield import DayField
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.deciding.deciding import DecidingPage


class LookAgain(QWidget):
    """A day to look again, or why there is no need."""

    def __init__(self, page: DecidingPage, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = page
        self.day = DayField(tr("When we look again"), least=page.desk.today(), parent=self)
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(LIMITS["line"])
        self.reason.setPlaceholderText(tr("Or: no need to look again, because ..."))
        self.reason.setAccessibleName(tr("No need to look again, because"))
        self.next_step = QLineEdit(self)
        self.next_step.setMaxLength(LIMITS["line"])
        self.next_step.setPlaceholderText(tr("If it is not decided yet: the next step"))
        self.next_step.setAccessibleName(tr("The next step"))
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(8))
        for part in (self.day, self.reason, self.next_step):
            lay.addWidget(part)
        self._seen: tuple[date | None, str, str] | None = None
        self.day.changed.connect(self._day_chosen)
        self.reason.editingFinished.connect(self.keep)
        self.next_step.editingFinished.connect(self.keep)

    def refresh(self, deciding: Deciding) -> None:
        """Show what is agreed; the fields change only when the decision has, so that nothing typed is lost."""
        poll = deciding.poll
        seen = (poll.look_again, poll.no_look_again, poll.next_step)
        if seen != self._seen:
            self._seen = seen
            self.day.show_day(poll.look_again)
            self.reason.setText(poll.no_look_again)
            self.next_step.setText(poll.next_step)

    def keep(self) -> bool:
        """Keep a day, a reason or a next step; False where it was refused, and then it stays in its field."""
        deciding = self.page.activity
        poll, day = deciding.poll, self.day.day()
        if day is not None and day != poll.look_again:
            if not self.page.do(deciding, Deciding.look_again_on, day, self.page.desk.today()):
                return False
        elif (
            self.reason.text().strip()
            and self.reason.text() != poll.no_look_again
            and not self.page.do(deciding, Deciding.no_look_again, self.reason.text())
        ):
            return False
        step = self.next_step.text()
        if step.strip() != poll.next_step:
            return self.page.do(deciding, Deciding.say_next_step, step)
        return True

    def _day_chosen(self) -> None:
        if self.day.day() is not None and not self.day.edit.hasFocus():
            self.keep()


class RemainingNo(QWidget):
    """Offers to write a no that remains: *shall we write it like this?* Kept, and printed, are two separate yeses."""

    def __init__(self, page: DecidingPage, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = page
        self.words = QLineEdit(self)
        self.words.setMaxLength(LIMITS["line"])
        self.words.setPlaceholderText(tr("Shall we write it like this? In their own words, no name"))
        self.words.setAccessibleName(tr("A no that remains, in agreed words"))
        self.kept = QCheckBox(tr("Yes, keep these words in our record"), self)
        self.printed = QCheckBox(tr("Yes, print these words on papers too"), self)
        self.why = Words(tr("Two separate yeses. Without the first nothing is kept."), "label", parent=self)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(4))
        for part in (self.words, self.kept, self.printed, self.why):
            lay.addWidget(part)
        for box in (self.kept, self.printed):
            box.clicked.connect(lambda _checked: self.keep())
        self.words.editingFinished.connect(self.keep)

    def refresh(self, deciding: Deciding) -> None:
        """Show what is kept; words that were not yet agreed stay in their field."""
        poll = deciding.poll
        if poll.remaining_no and not self.words.hasFocus() and self.words.text() != poll.remaining_no:
            self.words.setText(poll.remaining_no)
        if poll.remaining_no:
            self.kept.setChecked(True)
            self.printed.setChecked(poll.print_no)
        self.printed.setEnabled(self.kept.isChecked())

    def keep(self) -> bool:
        """Keep the words where both the words and the first yes are there; take them away where the yes is gone."""
        deciding = self.page.activity
        poll = deciding.poll
        words = self.words.text() if self.kept.isChecked() else ""
        printed = self.printed.isChecked() and bool(words.strip())
        self.printed.setEnabled(self.kept.isChecked())
        if (words, printed) == (poll.remaining_no, poll.print_no):
            return True
        return self.page.do(deciding, Deciding.keep_no, words, on_papers=printed)
