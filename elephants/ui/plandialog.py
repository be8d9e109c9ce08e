"""Preparing a session: of which kind or like which one, which day, when, how long, where, and food."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTime
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QSpinBox, QTimeEdit, QWidget

from elephants.sessions.sheets import ABOUT, SHORT, TITLES, WORKING, usual_minutes
from elephants.sessions.text import LIMITS, Refused
from elephants.ui.parts.choice import choice
from elephants.ui.parts.dayfield import DayField
from elephants.ui.parts.dialogs import Question
from elephants.ui.parts.scrolled import Scrolled
from elephants.ui.parts.words import Words
from elephants.ui.style import px, zoom
from elephants.words import day_words, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from elephants.desk import Desk
    from elephants.sessions.session import Session
    from elephants.sessions.sheets import Suggested
    from elephants.sessions.space import Space

WEEK = timedelta(days=7)
WRAP = 1.5
"""Above this zoom each name stands above its field."""
OTHERS = 5
"""How many earlier sessions are offered to prepare one like them."""


class PlanDialog(Question):
    """Asks for what a session needs before it can be on home; everything can be changed later."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(tr("Prepare a session"), "", tr("Prepare it"), tr("Leave it"), parent)
        self.sheet = choice(tr("What kind of session?"), TITLES, self)
        self.sheet.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sheet.setMinimumContentsLength(24)
        self.about = Words("", "quiet", parent=self)
        self.question = QLineEdit(self)
        self.question.setMaxLength(LIMITS["title"])
        self._suggested: Suggested | None = None
        self._desk: Desk | None = None
        self._space_id = 0
        self.day = DayField(tr("Day"), least=today, parent=self)
        self.day.show_day(today)
        self.starts = QTimeEdit(QTime(18, 0), self)
        self.starts.setDisplayFormat("HH:mm")
        self.starts.lineEdit().setTextMargins(px(12), 0, 0, 0)
        self.minutes = QSpinBox(self)
        self.minutes.setRange(10, 540)
        self.minutes.lineEdit().setTextMargins(px(12), 0, 0, 0)
        self.minutes.setValue(90)
        self.place = QLineEdit(self)
        self.food = QLineEdit(self)
        self.told = Words("", "told", parent=self)
        self._build()
        self.sheet.currentIndexChanged.connect(self._chosen)
        self.sheet.setCurrentIndex(self.sheet.findData(WORKING))
        self._tell_about()
        self.day.entered.connect(self.do.click)
        self.day.setFocus()

    def _build(self) -> None:
        form = self._form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows if zoom() > WRAP else form.rowWrapPolicy())
        form.setHorizontalSpacing(px(20))
        form.setVerticalSpacing(px(10))
        fields: tuple[tuple[str, QWidget], ...] = (
            (tr("What kind of session?"), self.sheet),
            ("", self.about),
            (tr("What is to be decided?"), self.question),
            (tr("Day"), self.day),
            (tr("Starts at"), self.starts),
            (tr("Minutes"), self.minutes),
            (tr("Where"), self.place),
            (tr("Food"), self.food),
        )
        for name, field in fields:
            if name:
                field.setAccessibleName(name)
            if name or zoom() <= WRAP:
                form.addRow(Words(name, "label", wrap=False), field)
            else:
                form.addRow(field)
        for line in (self.place, self.food):
            line.setMaxLength(LIMITS["place"])
        body = self._body = Scrolled(self)
        body.lay.addLayout(form)
        self.lay.insertWidget(1, body, 1)
        self.lay.insertWidget(2, self.told)
        self.setMinimumWidth(px(520))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Be as tall as all of it needs, as far as the screen goes; the rest scrolls."""
        self.lay.activate()
        needed = self._body.lay.minimumHeightForWidth(self.width() - px(56)) + self.sizeHint().height()
        needed -= self._body.sizeHint().height()
        room = self.screen().availableGeometry().height() - px(40)
        self.resize(self.width(), min(needed, room))

    # -- of which kind -----------------------------------------------------------------------------------------

    def offer(self, desk: Desk, space: Space, like: int = 0) -> None:
        """Offer the templates and the latest sessions of the space; one is suggested, with the reason.

        `like` is the id of the session that another is to be like; then that one is chosen.
        """
        self._desk, self._space_id = desk, space.id
        self._suggested = space.suggested(desk.today())
        others = sorted(space.sessions, key=lambda one: (one.id == like, one.date), reverse=True)[:OTHERS]
        for other in sorted(others, key=lambda one: one.date, reverse=True):
            self.sheet.addItem(tr("Like {day}", day=day_words(other.date)), other.id)
        self.sheet.setCurrentIndex(self.sheet.findData(like or self._suggested.template))
        if (alike := self._other()) is not None:
            self.day.show_day(max(alike.date + WEEK, desk.today()))
        self._tell_about()

    def like(self) -> int:
        """Give the id of the session this one is to be like; 0 where a template is chosen."""
        chosen = self.sheet.currentData()
        return chosen if isinstance(chosen, int) else 0

    def _chosen(self) -> None:
        """Fill in the minutes that the choice usually takes, and of another session where and what was eaten."""
        chosen = self.sheet.currentData()
        if isinstance(chosen, str):
            self.minutes.setValue(usual_minutes(chosen))
        elif (other := self._other()) is not None:
            self.starts.setTime(QTime(other.starts.hour, other.starts.minute))
            self.minutes.setValue(other.minutes)
            self.place.setText(other.place)
            self.food.setText(other.food)
        self._tell_about()

    def _tell_about(self) -> None:
        chosen = self.sheet.currentData()
        if self.like():
            said = tr("The same run sheet, minutes and private notes. Nothing that was said there.")
        else:
            said = tr(ABOUT[chosen])
        if self._suggested is not None and self._suggested.template == chosen:
            said = tr("{about} {why}", about=said, why=self._suggested.why)
        self.about.say(said)
        self.sheet.setAccessibleDescription(said)
        self._form.setRowVisible(self.question, chosen == SHORT)
        if self.isVisible():
            self._grow()

    def _other(self) -> Session | None:
        if self._desk is None:
            return None
        space = next(one for one in self._desk.home.spaces if one.id == self._space_id)
        return next((one for one in space.sessions if one.id == self.like()), None)

    # -- asking ------------------------------------------------------------------------------------------------

    def start_time(self) -> time:
        """Give the time of day it begins."""
        at = self.starts.time()
        return time(at.hour(), at.minute())

    def deed(self, day: date) -> Callable[[Space], object]:
        """Give the deed that prepares the session on a day as it was filled in; it refuses as those of the space do."""
        starts, minutes, today = self.start_time(), self.minutes.value(), self._desk.today() if self._desk else None
        place, food = self.place.text(), self.food.text()
        like, question, template = self.like(), self.question.text().strip(), str(self.sheet.currentData())

        def prepare(space: Space) -> object:
            if like:
                other = next(one for one in space.sessions if one.id == like)
                return space.plan_like(other, day, starts, minutes, place=place, food=food, today=today)
            if template == SHORT and question:
                return space.plan_short(question, day, starts, minutes, place=place, food=food, today=today)
            return space.plan(day, starts, minutes, place=place, food=food, template=template, today=today)

        return prepare

    def plan(self, desk: Desk, space_id: int, like: int = 0) -> None:
        """Ask until the session is prepared or somebody leaves it; what is refused is said, and nothing is lost."""

        def prepare(day: date) -> str:
            space = next(one for one in desk.home.spaces if one.id == space_id)
            try:
                desk.change(space, self.deed(day))
            except Refused as refusal:
                return str(refusal)
            return ""

        self.offer(desk, next(one for one in desk.home.spaces if one.id == space_id), like)
        self.ask_until(prepare)

    def ask_until(self, prepare: Callable[[date], str]) -> None:
        """Ask until `prepare` has nothing to refuse or somebody leaves it; what it says is shown, nothing is lost."""
        while self.exec():
            day = self.day.day()
            if self._desk is not None and self.like():
                self._desk.unfold(self._space_id)  # the lines of other sessions are not read before they are needed
            refused = tr("Choose a day first.") if day is None else prepare(day)
            if not refused:
                break
            self.told.say(refused)
        self.deleteLater()
