"""What would go stands before all else in the page that lets it go, however many groups there are."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from elephants.sessions.space import Home
from elephants.ui.forgetting.longenough import LetGo
from tests import forgetting as told
from tests.store import play
from tests.ui.walking import settle

SUMMER = datetime(2027, 6, 3, 12)  # noqa: DTZ001  (a clock on a wall has no zone)


def test_with_many_groups_the_first_line_that_goes_is_in_sight(tmp_path: Path, qtbot: QtBot) -> None:
    desk = told.two_evenings(play.new_desk(tmp_path / "a.elephants"))
    desk.clock = lambda: SUMMER
    for at in range(12):
        desk.change(desk.home, Home.new_space, f"Group {at}")
    page = LetGo(desk)
    qtbot.addWidget(page)
    page.show()
    settle()
    tops = [field.mapTo(page, QPoint(0, 0)).y() for field in page.longer.values()]
    assert len(tops) == 13
    assert page.goes.title.isVisible()
    assert 0 < page.goes.title.mapTo(page, QPoint(0, 0)).y() < min(tops)
    assert not page.goes.title.visibleRegion().isEmpty()
    page.close()
    desk.close()
