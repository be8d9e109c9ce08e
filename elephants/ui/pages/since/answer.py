"""The answers to one thing of last time, as equal buttons, with a line of words if wanted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from elephants.sessions.decision import Action, Decision, Need, Update
from elephants.sessions.terms import ACTION_ANSWERS, DECISION_ANSWERS, NEED_ANSWERS, WORRY_ANSWERS
from elephants.ui.pages.since.lines import Thing
from elephants.ui.parts.buttons import Button, PlainButton
from elephants.ui.parts.dayfield import DayField
from elephants.ui.parts.flow import Flow
from elephants.ui.parts.linefield import LineField
from elephants.ui.parts.words import Words
from elephants.ui.style import px
from elephants.words import tr

FOUR_WEEKS = timedelta(weeks=4)
ANSWERS: Mapping[type[Thing], Mapping[str, str]] = {
    Action: ACTION_ANSWERS,
    Need: NEED_ANSWERS,
    Decision: DECISION_ANSWERS,
}


class Answering(QWidget):
    """Asks what became of one thing. `answered(str)` tells the answer, `reworded` that its words were changed later.

    Words that were typed for one thing stay with it, in memory, while the room looks at another.
    """

    answered = Signal(str)
    reworded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key: tuple[str, int] = ("", 0)
        self._kept = ""
        self._drafts: dict[tuple[str, int], str] = {}
        self._worries: dict[tuple[str, int], str] = {}
        self.worry_ask = Words(tr("Did the worry come true?"), "strong", parent=self)
        self.worries = self._buttons(WORRY_ANSWERS, self._worry)
        self.worry_row = Flow(*self.worries.values(), parent=self)
        self.then = Words(tr("And now?"), "strong", parent=self)
        self.answers: dict[type[Thing], dict[str, Button]] = {}
        self.rows: dict[type[Thing], Flow] = {}
        self.day = DayField(tr("When do we look again?"), parent=self)
        for kind, answers in ANSWERS.items():
            self.answers[kind] = self._buttons(answers, self.answered.emit)
            parts: list[QWidget] = [*self.answers[kind].values()]
            if kind is Decision:
                parts.insert(1, self.day)
                QWidget.setTabOrder(parts[0], self.day.edit)
                QWidget.setTabOrder(self.day.edit, self.day.button)
                QWidget.setTabOrder(self.day.button, parts[2])
            self.rows[kind] = Flow(*parts, parent=self)
        self.day.entered.connect(lambda: self.answered.emit("still right"))
        self.field = LineField(tr("In a few words, if wanted"), parent=self)
        self.field.editingFinished.connect(self.keep_words)
        self.told = Words("", "told", parent=self)
        self.told.hide()
        self._build()

    def _buttons(self, answers: Mapping[str, str], tell: object) -> dict[str, Button]:
        made: dict[str, Button] = {}
        for answer, words in answers.items():
            made[answer] = PlainButton(tr(words), parent=self)
            if callable(tell):
                made[answer].clicked.connect(lambda _checked=False, answer=answer: tell(answer))
        return made

    def _build(self) -> None:
        lay = QVBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(px(8))
        for part in (self.worry_ask, self.worry_row, self.then, self.rows[Decision]):
            lay.addWidget(part)
        lay.addWidget(self.rows[Action])
        lay.addWidget(self.rows[Need])
        lay.addWidget(self.field)
        lay.addWidget(self.told)

    def tell(self, thing: Thing, update: Update | None, today: date) -> None:
        """Ask about a thing; marks today's answer, and puts its words into the field unless others are typed."""
        key = (type(thing).__name__, thing.id)
        if key != self._key:
            self._turn_to(key, thing, today)
        kept = update.words if update is not None else ""
        if kept != self._kept:
            if self.words() in (self._kept, ""):
                self.field.setText(kept)
            self._kept = kept
        if update is not None and update.worry:
            self._worries.setdefault(key, update.worry)
        worry = self.worry()
        decides = isinstance(thing, Decision)
        self.worry_ask.setVisible(decides)
        self.worry_row.setVisible(decides)
        self.then.setVisible(decides and bool(worry))
        for kind, row in self.rows.items():
            row.setVisible(isinstance(thing, kind) and (not decides or bool(worry)))
            mark_chosen(self.answers[kind], update.answer if update is not None and isinstance(thing, kind) else "")
        mark_chosen(self.worries, worry)

    def to_first(self) -> None:
        """Put the keyboard on the first answer that can be given now."""
        rows = (self.worries, *self.answers.values()) if not self.worry() else tuple(self.answers.values())
        for button in (next(iter(row.values())) for row in rows):
            if button.isVisible():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _turn_to(self, key: tuple[str, int], thing: Thing, today: date) -> None:
        if self.words() != self._kept:
            self._drafts[self._key] = self.words()
        self._key, self._kept = key, ""
        self.field.setText(self._drafts.pop(key, ""))
        self.say("")
        if isinstance(thing, Decision):
            self.day.set_least(today + timedelta(days=1))
            self.day.offer(today + FOUR_WEEKS)
            self.day.show_day(thing.look_on if thing.look_on and thing.look_on > today else None)

    def words(self) -> str:
        """Give the line of words as it stands in the field."""
        return self.field.text().strip()

    def worry(self) -> str:
        """Give what was said of the worry; "" when it was not asked."""
        return self._worries.get(self._key, "")

    def keep_words(self) -> None:
        """Ask for words typed after the answer to be kept."""
        if self.words() != self._kept:
            self.reworded.emit()

    def say(self, sentence: str) -> None:
        """Say below the field why an answer was not taken; the words stay."""
        self.told.say(sentence)
        self.told.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)

    def _worry(self, answer: str) -> None:
        self._worries[self._key] = answer
        mark_chosen(self.worries, answer)
        for part in (self.then, self.rows[Decision]):
            part.show()
        self.answers[Decision]["still right"].setFocus(Qt.FocusReason.OtherFocusReason)
        self.reworded.emit()


def mark_chosen(buttons: Mapping[str, Button], chosen: str) -> None:
    """Set a check mark on the answer that was chosen; all stay equal in size and weight."""
    for answer, button in buttons.items():
        button.say(button.words(), "check" if answer == chosen else "")
        button.setAccessibleDescription(tr("Chosen") if answer == chosen else "")
