"""How a facilitator lets the room choose by hand: the way, slips typed together, the count, and going deeper."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from elephants.app import App
from elephants.rehearsal import Rehearsal
from elephants.sessions.deciding.ways import KINDS, Way
from elephants.ui.parts.row import Row
from tests.byhand import CTRL, Hands, Key, Role, name_of
from tests.byhand_evening import ByHand
from tests.byhand_keys import Keys


class Choosing(ByHand):
    """What is pressed where the room chooses; `seen` keeps what the room saw in those moments."""

    def __init__(self, hands: Hands, rehearsal: Rehearsal, app: App) -> None:
        super().__init__(hands, rehearsal)
        self.app = app
        self.seen: list[str] = []

    def choose_by(self, way: str) -> None:
        self.hands.tab_to("How we choose")
        self.hands.pick(KINDS[Way(way)].name)

    def views_on_slips(self, slips: list[str]) -> None:
        with self.hands.answering(lambda: self._slips(slips)):
            self.hands.click("Paper slips")

    needs_on_slips = views_on_slips

    def _slips(self, slips: list[str]) -> None:
        for slip in slips:
            self.hands.enter(slip)
        self.hands.press(Key.Key_Return, CTRL)

    def count_hands(self, hands: list[int], not_sure: int = 0) -> None:
        super().count_hands(hands, not_sure)
        self._look()

    def open_the_count(self) -> None:
        self.hands.page_down()
        self._look()

    def go_deeper(self) -> None:
        self.hands.click("Go deeper")

    def name_the_sides(self, one: str, other: str) -> None:
        self.hands.tab_to("Side one")
        self.hands.enter(one)
        assert name_of(self.hands.focus()) == "The other side"
        self.hands.type(other)

    def next_side(self) -> None:
        self.hands.page_down()
        self._look()

    def add_view(self, text: str, away: bool = False, shared: bool = False) -> None:
        if any(name_of(one) == "A new view, as it was said" for one in self.hands.all_of(Role.EditableText)):
            self.hands.enter(text)
        else:
            super().add_view(text, away, shared)

    def _look(self) -> None:
        assert self.app.console is not None
        self.seen.append(self.app.console.shown.copy.accessibleName())

    def _button_of(self, need: str, answer: str) -> QWidget:
        row = self._row(need)
        assert isinstance(row, Row)
        if isinstance(self.hands, Keys):  # one row of a list is a stop for Tab, with its buttons
            self.hands.click_on(row)
        return row.answers[("added", "changed", "not now").index(answer)]
