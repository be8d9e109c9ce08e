"""How a facilitator puts the lid down and catches up by hand, on the one page that asks what came of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from elephants.app import App
from elephants.rehearsal import Rehearsal
from elephants.sessions.terms import ACTION_ANSWERS
from elephants.ui.parts.row import Row
from tests.byhand import Hands, Key, Role, name_of
from tests.byhand_evening import ByHand
from tests.byhand_keys import Keys

CLOSES = {"talked": "Talked through", "carried": "Carried over", "let go": "Let go"}


class OnPaper(ByHand):
    """What is pressed for each line of the garden shed; `seen` keeps what the room saw."""

    def __init__(self, hands: Hands, rehearsal: Rehearsal, app: App) -> None:
        super().__init__(hands, rehearsal)
        self.app = app
        self.seen: list[str] = []

    def lid_down(self) -> None:
        self.hands.click("Lid down")
        assert self.hands.says("Close the laptop and go on with paper.")
        self._look()
        self.hands.click("Catch up")

    def lid_up(self) -> None:
        self._look()
        self.hands.press(Key.Key_PageDown)

    def catch_up_took_place(self, kind: str) -> None:
        self.hands.click(f"It took place: {self._title(kind)}")

    def catch_up_did_not(self, kind: str) -> None:
        self.hands.click(f"It did not: {self._title(kind)}")

    def catch_up_decide(self, item: str) -> None:
        self._answer(item, "We decided on it")
        self._look()

    def catch_up_chose(self, option: str = "") -> None:
        name = f"Most of us chose “{option}”" if option else "We were split"
        self.hands.click(name, Role.RadioButton)
        self.hands.press(Key.Key_PageDown)

    def catch_up_not_decided(self) -> None:
        self.hands.click("We did not decide it this time", Role.RadioButton)
        self.hands.press(Key.Key_PageDown)

    def catch_up_over(self) -> None:
        self.hands.click("The session is over: close it")

    def since_action(self, action: str, answer: str, words: str = "") -> None:
        assert not words
        self._answer(action, ACTION_ANSWERS[answer])

    def agreement_add(self, text: str) -> None:
        self.hands.tab_to("A line we agreed on")
        self.hands.enter(text)

    def agenda_close(self, item: str, how: str) -> None:
        self._answer(item, CLOSES[how])

    def agenda_point(self, item: str, text: str) -> None:
        self._of(item)
        self.hands.press(Key.Key_Tab)
        self.hands.enter(text)

    def who_does_what(
        self, text: str, item: str = "", need: str = "", name: str = "", who: str = "", by: date | None = None
    ) -> None:
        if item:
            self._of(item)
            self.hands.click("Who does what?")
        super().who_does_what(text, "", need, name, who, by)

    def close_the_decision(self, ending: str) -> None:
        super().close_the_decision(ending)
        self._look()
        self.hands.press(Key.Key_PageDown)

    # -- within ------------------------------------------------------------------------------------------------

    def _title(self, kind: str) -> str:
        assert self.app.desk.session is not None
        return next(one.title for one in self.app.desk.session.activities if one.kind == kind)

    def _of(self, item: str) -> None:
        self.hands.tab_to("Of which item?")
        self.hands.pick(item)

    def _answer(self, words: str, answer: str) -> None:
        rows = [one for one in self.hands.all_of() if isinstance(one, Row) and one.line.text == words and one.answers]
        assert len(rows) == 1, words
        if isinstance(self.hands, Keys):  # one row of a list is a stop for Tab, with its buttons
            self.hands.click_on(rows[0])
        self.hands.click_on(self._of_row(rows[0], answer))

    def _of_row(self, row: Row, answer: str) -> QWidget:
        return next(one for one in row.answers if name_of(one) == answer)

    def _look(self) -> None:
        assert self.app.room is not None
        self.seen.append(self.app.room.accessibleDescription())
