"""The room sees a change before the console has made its page for it, and never less than the console."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject

from elephants.sessions.session import Session
from elephants.ui.console import Console
from elephants.ui.pages.base import Page
from elephants.ui.parts.room_picture import RoomPicture
from elephants.ui.views import VIEWS
from tests.ui.stage_of import two_windows


class Painted(QObject):
    """Writes down what the room's screen says each time it is painted."""

    def __init__(self, picture: RoomPicture) -> None:
        super().__init__()
        self.said: list[str] = []
        picture.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, RoomPicture):
            self.said.append(watched.accessibleName())
        return False


def test_the_room_is_painted_before_the_page_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put, at_page = Console._put, list[list[str]]()
    with two_windows(tmp_path) as evening:
        evening.open_room()
        painted, console = Painted(evening.room.picture), evening.console

        def noted(asked: Console, page: Page[Any]) -> None:
            at_page.append(list(painted.said))
            put(asked, page)

        monkeypatch.setattr(Console, "_put", noted)
        for activity in console.session.activities:
            painted.said.clear()
            at_page.clear()
            stays = activity is console.session.now
            evening.kitchen.desk.change(console.session, Session.go, activity)
            said = evening.room_words()
            assert said == console.side.room.accessibleName() == VIEWS[activity.kind](console.desk, activity.id).words()
            assert stays or said in at_page[0], activity.kind
