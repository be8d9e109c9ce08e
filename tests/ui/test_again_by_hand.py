"""What was decided is looked at again, by keys alone: what the no knew comes first, here and in the room."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from elephants.app import App
from elephants.paper import papers
from elephants.rehearsal import Rehearsal
from elephants.sessions.session import Session
from tests.byhand import Hands, Key
from tests.byhand_app import alone, lasting, left_by_desk, ready_to_begin
from tests.byhand_evening import ByHand
from tests.byhand_keys import Keys
from tests.paper.reading import words_of
from tests.rehearsals import dump, play

FILE = Path(__file__).parents[1] / "data" / "by-hand" / "again.toml"
NO = "Nine is too late for those who start work at ten."
FOLDED = "The early wash is folded for those who work."


class Again(ByHand):
    """That morning, with a look at both windows where something is looked at again."""

    def __init__(self, hands: Hands, rehearsal: Rehearsal, app: App) -> None:
        super().__init__(hands, rehearsal)
        self.app = app
        self.seen: list[str] = []

    def open_the_session(self, here: int) -> None:
        super().open_the_session(here)
        self.hands.press(Key.Key_F5)

    def agenda_decide(self, item: str, short: bool = False) -> None:
        self._look("Here again: a need is not met yet.")
        super().agenda_decide(item, short)
        assert self.hands.says("What the no knew")
        assert self.hands.says(f"A no that remained: {NO}")
        assert self.hands.says(f"Met in part: {FOLDED}")
        self._look(NO, FOLDED, "Did the worry come true?")

    def did_the_worry_come_true(self, worry: str) -> None:
        super().did_the_worry_come_true(worry)
        self._look(NO, "The worry came true in part.", "Is it the right one, in plain words?")

    def _look(self, *words: str) -> None:
        assert self.app.room is not None
        said = self.app.room.accessibleDescription()
        assert all(one in said for one in words), said
        self.seen.append(words[0])


def test_by_keys_alone_it_leaves_the_same_store(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone(tmp_path, monkeypatch)
    with ready_to_begin(FILE, tmp_path, qapp) as (app, rehearsal):
        keys = Keys(app.window)
        by_hand = Again(keys, rehearsal, app)
        by_hand.play()
        assert (keys.clicks, len(by_hand.seen)) == (0, 3)
        rows = lasting(dump(app.desk.store))
    by_desk = left_by_desk(tmp_path, FILE)
    for table, kept in by_desk.items():
        assert rows[table] == kept, table


def said(session: Session, paper: str) -> str:
    return " ".join(words_of(papers.build(session, paper)).split())


def test_the_papers_say_what_became_of_it_and_what_took_its_place(tmp_path: Path) -> None:
    played = play(FILE, tmp_path / "store")
    for name in ("minutes", "outcome"):
        paper = said(played.session, name)
        assert "The worry came true in part." in paper
        assert "It takes the place of what we decided on Friday 6 November 2026." in paper
        assert NO not in paper  # kept in the record, and the room did not say that papers may have it
    for decision in played.session.space.decisions:
        decision.print_no = bool(decision.remaining_no)
    assert all(f"A no that remained: {NO}" in said(played.session, one) for one in ("minutes", "outcome"))
    played.desk.close()
