"""A run sheet that changes as it goes, by two hands and by keys alone; it leaves the store that the desk leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from elephants.app import App
from elephants.rehearsal import Rehearsal
from elephants.rehearsal.verbs import VERBS
from elephants.sessions.templates import KINDS
from elephants.ui.runrow import RunRow
from tests.byhand import ALT, Hands, Key
from tests.byhand_app import lasting, left_by_desk
from tests.byhand_evening import ByHand
from tests.byhand_keys import Keys
from tests.rehearsals import dump

FILE = Path(__file__).parents[1] / "data" / "by-hand" / "run-sheet.toml"


class Changing(ByHand):
    """What is pressed for each line: Tab to a line of the run sheet, its menu, and Alt with the arrows."""

    def run_sheet_move(self, kind: str, to: int) -> None:
        at = self._at(kind)
        self.hands.press(Key.Key_Up if to - 1 < at else Key.Key_Down, ALT, times=abs(to - 1 - at))

    def run_sheet_skip(self, kind: str) -> None:
        self._at(kind)
        self.hands.choose("Skip it", Key.Key_Menu)

    def run_sheet_take_up(self, kind: str) -> None:
        self._at(kind)
        self.hands.choose("Do it after all", Key.Key_Menu)

    def run_sheet_repeat(self, kind: str) -> None:
        self._at(kind)
        self.hands.choose("Do it once more", Key.Key_Menu)

    def _at(self, kind: str) -> int:
        """Go to the line by Tab; give its place from 0."""
        line = self.hands.tab_to(f"{KINDS[kind].name}, ")
        rows = sorted((one for one in self.hands.all_of() if isinstance(one, RunRow)), key=lambda row: row.y())
        return [row is line for row in rows].index(True)


@pytest.mark.parametrize("kind", [Hands, Keys])
def test_by_hand_it_leaves_the_same_store(app: tuple[App, Rehearsal], tmp_path: Path, kind: type[Hands]) -> None:
    made, rehearsal = app
    hands = kind(made.window)
    Changing(hands, rehearsal).play()
    assert made.desk.session is not None
    told = [(one.kind, one.state) for one in made.desk.session.activities]
    assert told == [
        ("checkin", "done"), ("checkin", "skipped"), ("readback", "now"), ("agenda", "to come"),
        ("checkout", "skipped"),
    ]  # fmt: skip
    assert lasting(dump(made.desk.store)) == left_by_desk(tmp_path, FILE)
    assert (hands.clicks == 0) == (kind is Keys)


def test_every_verb_of_it_is_played() -> None:
    written = FILE.read_text("utf-8")
    ours = {name for name in VERBS if name.startswith("run sheet: ")}
    assert {name for name in ours if f'do = "{name}"' in written} == ours
