"""Who only looks is offered no running order: the facilitator's own notes stand in it (METHOD.md)."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from elephants.desk import Desk
from elephants.sessions.session import Session
from elephants.store.store import Store
from elephants.ui.pages.papers.papers import PapersPage
from tests.store import play


@pytest.mark.parametrize("writing", [True, False])
def test_the_notes_stay_with_the_facilitator(store_path: Path, qtbot: QtBot, writing: bool) -> None:
    with play.a_desk(store_path) as desk:
        play.open_session(desk)
        desk.change(play.session_of(desk), Session.note, "Tea first")
        number = play.session_of(desk).id
    desk = Desk(Store(store_path, writing=writing))
    desk.open(number)
    page = PapersPage(desk, 0)
    qtbot.addWidget(page)
    page.show_more(on=True)
    assert ("running-order" in page.cards) == writing
    assert {"agenda", "badges", "table"} <= set(page.cards)
    page.close()
    desk.close()
