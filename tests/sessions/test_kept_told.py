"""The paper of what is kept about us leaves out nothing that is kept: every table has its line, or belongs to one."""

from __future__ import annotations

from datetime import date

from elephants.desk import Desk
from elephants.paper.kept import kept
from elephants.sessions.base import Base
from elephants.sessions.forgetting.counted import FOR_LONG, Counted, counted
from elephants.sessions.session import Session
from elephants.sessions.themes import put_theme
from elephants.store.reading import looking
from tests.store import play

FOR_A_TIME = {"view", "point", "person"}
PART_OF = {
    "home": "no words",
    "space": "its name and contact are the group's own sign",
    "option": "decision",
    "decision_theme": "theme",
    "activity": "session",
    "outcome_sheet": "session",
    "revision": "version",
    "brought_paragraph": "brought",
}
"""What has no line of its own, and why."""


def untold(tables: set[str]) -> set[str]:
    return tables - FOR_A_TIME - {name for name, _ in FOR_LONG} - set(PART_OF)


def test_every_table_is_told_of() -> None:
    assert untold(set(Base.metadata.tables)) == set()
    assert untold({*Base.metadata.tables, "mood"}) == {"mood"}  # what somebody adds must be told of


def test_themes_notes_and_safety_copies_are_on_the_paper(desk: Desk) -> None:
    play.open_session(desk)
    play.to_closed(desk, play.a_deciding(desk))
    desk.change(play.session_of(desk), Session.note, "Tea first")
    desk.change(play.space_of(desk), put_theme, play.session_of(desk).decisions[0].id, "Food")
    lines = told(desk)
    assert {one.words: one.n for one in lines}["Themes that were put on decisions"] == 1
    said = str(kept("Tuesday kitchen", lines, 0, date(2026, 12, 1)))
    assert all(words in said for words in ("the facilitator's own notes", "safety copies", "on a stick"))
    assert not any(words in said for words in ("Food", "Tea first"))


def told(desk: Desk) -> list[Counted]:
    with looking(desk.store) as db:
        return counted(db, play.space_of(desk).id)
