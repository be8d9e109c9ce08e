"""A field for a day: typed in figures or chosen in a calendar, and said beside it with its weekday."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from elephants.ui.parts.buttons import SquareButton
from elephants.ui.parts.dressed import Dressed
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import day_words, tr

_NO_DAY = QDate(1900, 1, 1)  # the field's lowest day stands for none: Qt knows no empty date


class _Edit(QDateEdit):
    """Takes the figures; the first one typed where no day stands begins with the day offered."""

    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_NO_DAY, parent)
        self.offered = date.today()  # noqa: DTZ011 - only until the field is told another
        self.setDisplayFormat("dd/MM/yyyy")
        self.setMinimumDate(_NO_DAY)
        self.setSpecialValueText(tr("No day yet"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.interpretText()
            self.entered.emit()
            return
        steps = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if self.date() == _NO_DAY and (steps or event.text().isdigit()):
            self.setDate(_to_qt(self.offered))
            self.setSelectedSection(QDateEdit.Section.DaySection)
            if steps:
                return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return QWidget.focusNextPrevChild(self, forward)  # Tab leaves the field; Left and Right go within it

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the page must not change a day


class DayField(Dressed):
    """A day, or none yet; in figures, with the weekday in words beside it, and a calendar to choose from.

    `least` is the first day that makes sense: the calendar begins there, and a day before it is called past. It is
    never refused here; the deed refuses. `changed` tells of a change by hand, `entered` of Enter.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, name: str, *, least: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._told = least, False
        self.edit = _Edit(self)
        self.edit.setAccessibleName(name)
        self.button = SquareButton("calendar", tr("Choose from a calendar: {what}", what=name), parent=self)
        self.words = Words("", "quiet", parent=self)
        self._calendar: QFrame | None = None
        self._lay = QHBoxLayout(self)
        self._lay.setContentsMargins(0, 0, 0, 0)
        self._lay.addWidget(self.edit)
        self._lay.addWidget(self.button)
        self._lay.addWidget(self.words, 1)
        self.setFocusProxy(self.edit)
        self.edit.dateChanged.connect(self._changed)
        self.edit.entered.connect(self.entered)
        self.button.clicked.connect(self.open_calendar)
        self.set_least(least)
        self.redress()

    def day(self) -> date | None:
        """Give the day that stands in the field, None when there is none yet."""
        at = self.edit.date()
        return None if at == _NO_DAY else date(at.year(), at.month(), at.day())

    def show_day(self, day: date | None) -> None:
        """Show a day without telling anyone; does nothing when it stands there already."""
        if day != self.day():
            self.edit.blockSignals(True)
            self.edit.setDate(_NO_DAY if day is None else _to_qt(day))
            self.edit.blockSignals(False)
            self._say()

    def set_least(self, least: date | None) -> None:
        """Change the first day that makes sense."""
        self._least = least
        if least is not None:
            self.edit.offered = least
        self._say()

    def offer(self, day: date) -> None:
        """Choose the day that typing and the calendar begin from, such as the same weekday next week."""
        self.edit.offered = day

    def redress(self) -> None:
        self._lay.setSpacing(px(8))
        self.edit.setFixedWidth(px(140))
        self.edit.lineEdit().setTextMargins(px(12), 0, px(12), 0)  # the style sheet does not reach inside

    def sizeHint(self) -> QSize:
        return QSize(px(430), super().sizeHint().height())

    def open_calendar(self) -> None:
        """Open the calendar below the field; Enter or a click takes a day, Escape leaves it."""
        frame = QFrame(self, Qt.WindowType.Popup)
        frame.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = _calendar(frame, self.day() or self.edit.offered, self._least)
        for chosen in (calendar.clicked, calendar.activated):
            chosen.connect(lambda at, frame=frame: self._choose(at, frame))
        self._calendar = frame
        frame.destroyed.connect(self._forget)
        frame.move(self.mapToGlobal(QPoint(0, self.height() + px(4))))
        frame.show()
        calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def calendar(self) -> QCalendarWidget | None:
        """Give the calendar while it is open."""
        return None if self._calendar is None else self._calendar.findChild(QCalendarWidget)

    def _forget(self) -> None:
        self._calendar = None

    def _choose(self, at: QDate, frame: QFrame) -> None:
        frame.close()
        self.edit.setDate(at)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        day = self.day()
        if day is None:
            said = ""
        elif self._least is not None and day < self._least:
            said = tr("{day} is too early", day=day_words(day))
        else:
            said = day_words(day)
        self.words.say(said)
        self.edit.setAccessibleDescription(said)


def _to_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _calendar(frame: QFrame, shown: date, least: date | None) -> QCalendarWidget:
    """Make a calendar in the house style: weeks begin on Monday, no weekend in red."""
    calendar = QCalendarWidget(frame)
    calendar.setAccessibleName(tr("Calendar"))
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    plain = QTextCharFormat()
    plain.setForeground(calendar.palette().text())
    for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekday, plain)
    if least is not None:
        calendar.setMinimumDate(_to_qt(least))
    calendar.setSelectedDate(_to_qt(max(shown, least or shown)))
    calendar.setMinimumSize(px(372), px(340))
    lay = QVBoxLayout(frame)
    lay.setContentsMargins(1, 1, 1, 1)
    lay.addWidget(calendar)
    return calendar


def week_after(day: date) -> date:
    """Give the same weekday a week later: when most groups meet again."""
    return day + timedelta(days=7)
