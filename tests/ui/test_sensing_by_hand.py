"""How is it for us? by two hands and by keys alone, in the real windows: every template, and what it leaves behind."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from elephants.app import App
from elephants.rehearsal import Rehearsal
from elephants.rehearsal.verbs import VERBS
from elephants.sessions.sensing.templates import TEMPLATES
from elephants.sessions.templates import KINDS
from tests.byhand import Hands, Key, name_of
from tests.byhand_app import lasting, left_by_desk
from tests.byhand_evening import ByHand
from tests.byhand_keys import Keys
from tests.rehearsals import dump

FILE = Path(__file__).parents[1] / "data" / "by-hand" / "how-is-it.toml"
LETTERS = (Key.Key_A, Key.Key_B, Key.Key_C, Key.Key_D, Key.Key_E)


class Sensed(ByHand):
    """What is pressed for each line of that afternoon; `came` keeps what the room could then read."""

    def __init__(self, hands: Hands, rehearsal: Rehearsal, app: App) -> None:
        super().__init__(hands, rehearsal)
        self.app = app
        self.came: list[str] = []

    def add_an_activity(self, kind: str) -> None:
        self.hands.click("Add an activity")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        wanted = next(one for one in menu.actions() if one.text() == KINDS[kind].name)
        while menu.activeAction() is not wanted:
            self.hands.press(Key.Key_Down)
        self.hands.press(Key.Key_Return)

    def how_is_it_begin_with(self, template: str) -> None:
        self.hands.down_to(TEMPLATES[template].name)
        self.hands.press(Key.Key_Return)

    def how_is_it_ask(self, text: str) -> None:
        with self.hands.answering(partial(self.hands.instead, text)):
            self.hands.click("Change the words")

    def how_is_it_add(self, text: str, meaning: str = "") -> None:
        self.hands.tab_to("One more, in our own words")
        self.hands.enter(text)
        if meaning:
            self.how_is_it_reword(text, meaning=meaning)

    def how_is_it_reword(self, option: str, text: str = "", meaning: str = "") -> None:
        for words, choice in ((text, "Change the words"), (meaning, "Say what it asks of us")):
            if words:
                with self.hands.answering(partial(self.hands.instead, words)):
                    self._row_menu(option, choice)
                option = text or option

    def how_is_it_take_out(self, text: str) -> None:
        self._row_menu(text, "Take it out")

    def how_is_it_marks_each(self, each: int) -> None:
        counter = self.hands.tab_to("3 each")
        self.hands.press(Key.Key_Up, times=3 - each)
        assert name_of(counter) == f"{each} each"

    def how_is_it_mark_by(self, way: str, form: str = "") -> None:
        self.hands.tab_to("How we mark")
        self.hands.pick({"slips in a tin": "Paper slips in a tin"}.get(way, way[0].upper() + way[1:]))
        if form:
            self.hands.tab_to("What the room is shown")
            self.hands.pick({"words": "What came, in words", "numbers": "How many, in numbers"}[form])

    def how_is_it_count(self, marks: list[int]) -> None:
        self.hands.page_down()
        for letter, n in zip(LETTERS, marks, strict=False):
            self.hands.press(letter)
            self.hands.press(Key.Key_Down, times=n)

    def how_is_it_show(self) -> None:
        self.hands.page_down()
        assert self.app.console is not None
        self.came.append(self.app.console.shown.copy.accessibleName())

    def agenda_add(self, text: str, *_as_usual: object) -> None:
        """Put on the agenda what was born here, without leaving the page."""
        self.hands.tab_to("What do you want to talk about?")
        self.hands.enter(text)


CAME = (
    "How shall we go on? Some of us say this Go on Let us keep going like this. Stop",
    "What do we plant first? How many dots Runner beans: 20 Let us look for poles. Onions: 7",
    "Any need before we try this? Some of us say this I can try this",
    "How is this for you? I am all for it I like most of it I can live with it I have a worry I cannot come",
)


@pytest.mark.parametrize("kind", [pytest.param(Hands, marks=pytest.mark.torture), Keys])
def test_by_hand_it_leaves_the_same_store(app: tuple[App, Rehearsal], tmp_path: Path, kind: type[Hands]) -> None:
    made, rehearsal = app
    hands = kind(made.window)
    by_hand = Sensed(hands, rehearsal, made)
    by_hand.play()
    print(f"How is it for us?, four times: {hands.keys} keys and {hands.clicks} clicks.")
    assert [said.startswith(words) for said, words in zip(by_hand.came, CAME, strict=True)] == [True] * 4
    assert lasting(dump(made.desk.store)) == left_by_desk(tmp_path, FILE)
    assert (hands.clicks == 0) == (kind is Keys)


def test_every_verb_of_it_is_played() -> None:
    """The afternoon leaves out none of them."""
    ours = {name for name in VERBS if name.startswith("how is it: ")}
    written = FILE.read_text("utf-8")
    assert ours
    assert {name for name in ours if f'do = "{name}"' in written} == ours
    assert {name for name in TEMPLATES if f'template = "{name}"' in written} == set(TEMPLATES)
