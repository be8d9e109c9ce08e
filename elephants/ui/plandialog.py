"""Preparing the next session: which day, when, how long, where, and food."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QFormLayout, QLineEdit, QSpinBox, QTimeEdit, QWidget

from elephants.sessions.text import LIMITS, Refused
from elephants.ui.parts.dayfield import DayField
from elephants.ui.parts.dialogs import Question
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from elephants.desk import Desk

WEEK = timedelta(days=7)


class PlanDialog(Question):
    """Asks for what a session needs before it can be on home; everything can be changed later."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(tr("Prepare a session"), "", tr("Prepare it"), tr("Leave it"), parent)
        self.day = DayField(tr("Day"), least=today, parent=self)
        self.day.show_day(today)
        self.starts = QTimeEdit(QTime(18, 0), self)
        self.starts.setDisplayFormat("HH:mm")
        self.starts.lineEdit().setTextMargins(px(12), 0, 0, 0)
        self.minutes = QSpinBox(self)
        self.minutes.setRange(10, 540)
        self.minutes.setValue(90)
        self.place = QLineEdit(self)
        self.food = QLineEdit(self)
        self.told = Words("", "told", parent=self)
        self._build()
        self.day.entered.connect(self.do.click)
        self.day.setFocus()

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(px(20))
        form.setVerticalSpacing(px(10))
        fields: tuple[tuple[str, QWidget], ...] = (
            (tr("Day"), self.day),
            (tr("Starts at"), self.starts),
            (tr("Minutes"), self.minutes),
            (tr("Where"), self.place),
            (tr("Food"), self.food),
        )
        for name, field in fields:
            field.setAccessibleName(name)
            form.addRow(Words(name, "label", wrap=False), field)
        for line in (self.place, self.food):
            line.setMaxLength(LIMITS["place"])
        self.lay.insertLayout(1, form)
        self.lay.insertWidget(2, self.told)

    def start_time(self) -> time:
        """Give the time of day it begins."""
        at = self.starts.time()
        return time(at.hour(), at.minute())

    def plan(self, desk: Desk, space_id: int) -> None:
        """Ask until the session is prepared or somebody leaves it."""
        from elephants.sessions.space import Space

        def prepare(day: date) -> str:
            space = next(one for one in desk.home.spaces if one.id == space_id)
            try:
                desk.change(
                    space, Space.plan, day, self.start_time(), self.minutes.value(),
                    place=self.place.text(), food=self.food.text(), today=desk.today(),
                )  # fmt: skip
            except Refused as refusal:
                return str(refusal)
            return ""

        self.ask_until(prepare)

    def ask_until(self, prepare: Callable[[date], str]) -> None:
        """Ask until `prepare` has nothing to refuse or somebody leaves it; what it says is shown, nothing is lost."""
        while self.exec():
            day = self.day.day()
            refused = tr("Choose a day first.") if day is None else prepare(day)
            if not refused:
                break
            self.told.say(refused)
        self.deleteLater()
