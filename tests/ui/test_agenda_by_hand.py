"""An agenda made together, by hand in the real windows: it leaves the same store as the desk does, and no dots."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from elephants.app import App
from elephants.paper import papers
from elephants.rehearsal import Rehearsal
from elephants.rehearsal.verbs import VERBS
from elephants.sessions.agenda.agenda import OPENS
from elephants.sessions.agenda.dots import USUAL_EACH
from elephants.sessions.agenda.table import ROLES
from tests.byhand import CTRL, SHIFT, Hands, Key
from tests.byhand_app import lasting, left_by_desk
from tests.byhand_evening import ByHand
from tests.byhand_keys import Keys
from tests.paper.reading import words_of
from tests.rehearsals import dump, play, written

FILE = Path(__file__).parents[1] / "data" / "by-hand" / "agenda.toml"
OURS = {"agenda: ask", "agenda: role", "agenda: dots", "agenda: order by dots", "agenda: extend", "agenda: park",
        "agenda: open"}  # fmt: skip


class Together(ByHand):
    """What is pressed for each line of that evening."""

    def agenda_ask(self, text: str) -> None:
        self.hands.press(Key.Key_A, CTRL | SHIFT)
        self.hands.enter(text)

    def agenda_role(self, role: str) -> None:
        if not self.hands.says("Enough helpers"):
            self.hands.click("Who helps today?")
        self.hands.click(f"{ROLES[role]}: free")

    def agenda_dots(self, dots: list[int], each: int = USUAL_EACH) -> None:
        self.hands.click("Order them with dots")
        first = self.hands.focus()
        self.hands.tab_to(f"{USUAL_EACH} each", back=True)
        self.hands.press(Key.Key_Up if each < USUAL_EACH else Key.Key_Down, times=abs(USUAL_EACH - each))
        while self.hands.focus() is not first:
            self.hands.press(Key.Key_Tab)
        for n in dots:
            self.hands.press(Key.Key_Down, times=n)
            self.hands.press(Key.Key_Tab)

    def agenda_order_by_dots(self) -> None:
        while not self.hands.says("What people asked for"):
            self.hands.page_down()

    def agenda_extend(self, item: str, minutes: int = 5) -> None:
        self._at_item(item)
        assert minutes == 5
        self.hands.click("5 more minutes")

    def agenda_park(self, item: str) -> None:
        self._at_item(item)
        self.hands.click("Park it for later today")

    def agenda_open(self, item: str, what: str) -> None:
        self._at_item(item)
        self.hands.click("Open something for this")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        while menu.activeAction().text() != OPENS[what]:
            self.hands.press(Key.Key_Down)
        self.hands.press(Key.Key_Return)


@pytest.mark.parametrize("kind", [Hands, Keys])
def test_by_hand_it_leaves_the_same_store(app: tuple[App, Rehearsal], tmp_path: Path, kind: type[Hands]) -> None:
    made, rehearsal = app
    hands = kind(made.window)
    Together(hands, rehearsal).play()
    print(f"An agenda made together: {hands.keys} keys and {hands.clicks} clicks.")
    rows, by_desk = lasting(dump(made.desk.store)), left_by_desk(tmp_path, FILE)
    assert rows.keys() == by_desk.keys()
    for table, kept in by_desk.items():
        assert rows[table] == kept, table
    assert (hands.clicks == 0) == (kind is Keys)


def test_every_one_of_its_verbs_is_played() -> None:
    text = FILE.read_text("utf-8")
    assert set(VERBS) >= OURS
    assert {name for name in OURS if f'do = "{name}"' in text} == OURS


def left(folder: Path, was: str = "", becomes: str = "") -> tuple[list[str], dict[str, list[dict[str, object]]]]:
    """Play the evening with something changed; give the order of its items, and every row that is left."""
    folder.mkdir()
    text = FILE.read_text("utf-8")
    assert was in text
    played = play(written(folder, text.replace(was, becomes)), folder / "store")
    made = [item.title for item in played.session.items], lasting(dump(played.desk.store))
    played.desk.close()
    return made


def test_other_dots_and_other_helpers_with_the_same_order_leave_the_same(tmp_path: Path) -> None:
    one = left(tmp_path / "one")
    assert one[0] == ["Songs for the winter", "A light over the door", "Who brings the soup?", "The cold hall",
                      "Bowls for the soup"]  # fmt: skip
    assert left(tmp_path / "dots", "dots = [5, 9, 2, 6]", "dots = [3, 21, 0, 4]") == one
    assert left(tmp_path / "each", "each = 2", "each = 7") == one
    assert left(tmp_path / "role", 'role = "write"', 'role = "lead"') == one
    assert left(tmp_path / "other", "dots = [5, 9, 2, 6]", "dots = [9, 5, 2, 6]") != one  # the control


def test_the_minutes_call_a_round_on_an_item_by_its_name(tmp_path: Path) -> None:
    played = play(FILE, tmp_path / "store")
    said = " ".join(words_of(papers.build(played.session, "minutes")).split())
    played.desk.close()
    assert "We had a round of talk." in said
    assert "We had a check-in." not in said  # it was skipped
    assert "Who brings the soup?" in said
