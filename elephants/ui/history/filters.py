"""What else must be so of what is found: which space, from when to when, how a decision stands and ended, its theme."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from elephants.sessions.deciding.steps import ENDING_WORDS
from elephants.sessions.standing import STATES
from elephants.ui.parts.buttons import QuietButton
from elephants.ui.parts.choice import Choice, fill
from elephants.ui.parts.dayfield import DayField
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import day_words, months_words, tr

if TYPE_CHECKING:
    from elephants.store.history import History
    from elephants.store.search import Asked


DAY = 370
"""How wide a day with its weekday gets at most, at 100 %: two stand beside each other on the page."""


class Filters(QWidget):
    """Gives what is asked beside the words; `changed` tells of a change by hand."""

    changed = Signal()

    def __init__(self, space_id: int | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._own = space_id
        self.space = self._choice(tr("Which space"))
        self.state = self._choice(tr("How it stands"))
        self.ending = self._choice(tr("How it ended"))
        self.theme = self._choice(tr("Theme"))
        self.since = DayField(tr("From which day"), parent=self)
        self.until = DayField(tr("Up to which day"), parent=self)
        self.needs = QCheckBox(tr("A need is not met yet"), self)
        self.clear = QuietButton(tr("Clear all filters"), "x", parent=self)
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(8))
        lay.addWidget(Flow(self.space, self.state, self.ending, self.theme, parent=self))
        lay.addWidget(Flow(_beside(tr("From"), self.since), _beside(tr("to"), self.until), parent=self))
        lay.addWidget(Flow(self.needs, self.clear, parent=self))
        for box in (self.space, self.state, self.ending, self.theme):
            box.currentIndexChanged.connect(self.changed)
        for day in (self.since, self.until):
            day.changed.connect(self.changed)
        self.needs.toggled.connect(self.changed)
        self.clear.clicked.connect(self.reset)

    def refresh(self, history: History) -> None:
        """Offer the spaces and themes that there are."""
        spaces = history.spaces()
        space = self.space_id if self.space.count() else self._own
        fill(self.space, [(tr("All spaces"), None), *((name, number) for number, name in spaces.items())], space)
        states = [(tr(words), state) for state, words in STATES.items()]
        fill(self.state, [(tr("However it stands"), None), *states], self.state.currentData())
        endings = [(tr(words), ending.value) for ending, words in ENDING_WORDS.items()]
        fill(self.ending, [(tr("However it ended"), None), *endings], self.ending.currentData())
        themes = _everywhere(history) if self.space_id is None else history.themes(self.space_id)
        theme = self.theme.currentData()
        fill(self.theme, [(tr("Any theme"), None), *((name, number) for number, name in themes.items())],
             theme if theme in themes else None)  # fmt: skip
        self.space.setVisible(len(spaces) > 1)
        self.theme.setVisible(bool(themes))

    @property
    def space_id(self) -> int | None:
        """The space that is looked through; None for all of them."""
        chosen: int | None = self.space.currentData()
        return chosen

    @property
    def number(self) -> int:
        """How many things are asked beside the words and the own space."""
        chosen = (self.state.currentData(), self.ending.currentData(), self.theme.currentData())
        days = (self.since.day(), self.until.day())
        asked = (*(one is not None for one in (*chosen, *days)), self.needs.isChecked(), self.space_id != self._own)
        return sum(asked)

    def days(self) -> str:
        """Say from which day to which is looked, whole months as such; "" for ever."""
        since, until = self.since.day(), self.until.day()
        if since is None and until is None:
            return ""
        if since is None or until is None:
            day = since or until or date.min
            return tr("From {day}", day=day_words(day)) if since else tr("Up to {day}", day=day_words(day))
        if since.day == 1 and (until + timedelta(days=1)).day == 1 and since.year == until.year:
            return months_words(since, until)
        return tr("{day} to {last}", day=day_words(since), last=day_words(until))

    def narrowed(self, asked: Asked) -> Asked:
        """Give what is asked with all that is chosen here."""
        return replace(
            asked, space_id=self.space_id, since=self.since.day(), until=self.until.day(),
            state=self.state.currentData(), ending=self.ending.currentData(), open_needs=self.needs.isChecked(),
            theme=self.theme.currentData(),
        )  # fmt: skip

    def between(self, since: date, until: date) -> None:
        """Ask for what was said from a day to another."""
        with QSignalBlocker(self):
            self._blank()
            self.since.show_day(since)
            self.until.show_day(until)
        self.changed.emit()

    def reset(self) -> None:
        """Ask for nothing beside the words, in the own space."""
        with QSignalBlocker(self):
            self._blank()
            self.space.setCurrentIndex(max(0, self.space.findData(self._own)))
        self.changed.emit()

    def _blank(self) -> None:
        for box in (self.state, self.ending, self.theme):
            box.setCurrentIndex(0)
        for day in (self.since, self.until):
            day.show_day(None)
        self.needs.setChecked(False)

    def _choice(self, name: str) -> Choice:
        made = Choice(self)
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        return made


def _everywhere(history: History) -> dict[int, str]:
    """Give the themes of all spaces; where several spaces have the same one, each names its space beside it."""
    themes = history.every_theme()
    times = Counter(name.casefold() for _, name, _ in themes)
    return {
        number: name if times[name.casefold()] == 1 else tr("{theme}, in {space}", theme=name, space=space)
        for number, name, space in themes
    }


def _beside(words: str, field: DayField) -> QWidget:
    """Put a word before a field, so that they stay together where the row breaks."""
    both = QWidget()
    lay = QHBoxLayout(both)
    lay.setContentsMargins(0, 0, 0, 0)
    lay.setSpacing(px(8))
    said = Words(words, "quiet", wrap=False)
    said.setMinimumWidth(px(40))
    lay.addWidget(said)
    field.setMaximumWidth(px(DAY))
    lay.addWidget(field)
    return both
