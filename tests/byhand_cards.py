"""How a facilitator brings in, changes and draws from a deck by hand."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from PySide6.QtWidgets import QFileDialog

from tests.byhand import Key
from tests.byhand_circle import Circle


class Cards(Circle):
    """The deeds with story cards."""

    def stories_bring_in_a_deck(self, deck: str, cards: list[str]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / f"{deck}.json"
            file.write_text(json.dumps(cards), encoding="utf-8")
            with patch.object(QFileDialog, "getOpenFileName", lambda *_a: (str(file), "")):
                self._in_the_editor(lambda: self.hands.click("Bring in a file"))

    def stories_reword_a_card(self, deck: str, card: str, to: str) -> None:
        def reword() -> None:
            self._which(deck)
            with self.hands.answering(lambda: self.hands.instead(to)):
                self._row_menu(card, "Change the words")

        self._in_the_editor(reword)

    def stories_take_out_a_card(self, deck: str, card: str) -> None:
        def strike() -> None:
            self._which(deck)
            self._row_menu(card, "Take it out")

        self._in_the_editor(strike)

    def stories_remove_a_deck(self, deck: str) -> None:
        def strike() -> None:
            self._which(deck)
            with self.hands.answering(self._do_remove):
                self.hands.click("Remove the deck")

        self._in_the_editor(strike)

    def stories_draw_from(self, deck: str) -> None:
        self.hands.tab_to("Which cards?")
        self.hands.pick(deck)
        self.hands.tab_to("Three cards")

    def stories_tell(self, told: int = 1, swap: int = 0, passed: int = 0) -> None:
        for turn in range(told + passed):
            self.hands.press(Key.Key_N)
            self.hands.press(Key.Key_O, times=swap)
            if turn < told:
                self.hands.press(Key.Key_1)
                self.hands.press(Key.Key_T)

    def _do_remove(self) -> None:
        self.hands.tab_to("Remove it")
        self.hands.press(Key.Key_Return)

    def _which(self, deck: str) -> None:
        self.hands.tab_to("Which deck?")
        self.hands.pick(deck)

    def _in_the_editor(self, steps: Callable[[], None]) -> None:
        def all_of_it() -> None:
            steps()
            self.hands.press(Key.Key_Escape)

        with self.hands.answering(all_of_it):
            self.hands.click("Your own decks")
