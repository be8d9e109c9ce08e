"""A Tuesday evening on a real desk, and a page of it in a real window as large as the console gives it."""

from __future__ import annotations

import functools
import random
import shutil
import tempfile
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from sqlalchemy import event

from elephants.desk import Desk
from elephants.sessions.agenda.agenda import Agenda
from elephants.sessions.decision import Decision, Need, new_action
from elephants.sessions.session import Session
from elephants.sessions.space import Home, Space
from elephants.store.store import Store
from elephants.ui.pages import PAGES
from elephants.ui.pages.base import Page

TODAY, BEFORE = date(2026, 11, 24), date(2026, 11, 3)


def _three_weeks_ago(space: Space) -> None:
    """Two actions, a need and a decision, all of them due today."""
    session = space.sessions[0]
    session.start(9)
    for text, by in (("Ask the council for a key", date(2026, 11, 20)), ("Find out what the hall costs", None)):
        new_action(space, text, BEFORE, by=by).session = session
    hall = Decision(uid=uuid4(), question="Where do we meet in winter?", openness="wide", ending="all")
    hall.title, hall.words, hall.look_again, hall.standing = "We meet in the hall", "In the hall.", TODAY, "standing"
    hall.needs.append(
        Need(uid=uuid4(), text="Chairs with arms", answer="added", sentence="There are chairs with arms.")
    )
    space.decisions.append(hall)
    session.decisions.append(hall)
    session.close()


@functools.cache
def _before() -> tempfile.TemporaryDirectory[str]:
    """The kitchen as it is before anybody comes: made once, and copied for each test."""
    kept = tempfile.TemporaryDirectory()
    desk = _desk(Path(kept.name))
    desk.change(desk.home, Home.new_space, "Tuesday kitchen")
    desk.change(desk.home.spaces[0], Space.plan, BEFORE, time(13), 90)
    desk.open(desk.home.spaces[0].sessions[0].id)
    desk.change(desk.home.spaces[0], _three_weeks_ago)
    desk.change(desk.home.spaces[0], Space.plan, TODAY, time(13), 90, place="Community kitchen", food="Soup")
    desk.close()
    return kept


def _desk(folder: Path) -> Desk:
    return Desk(
        Store(folder / "kitchen.elephants"),
        clock=lambda: datetime(2026, 11, 24, 13),  # noqa: DTZ001 - the clock on the wall has no zone either
        chance=random.Random(1),
        draw=random.Random(3),
    )


class Evening:
    """An open session of `here` people; `page(kind)` goes to an activity and shows its page."""

    def __init__(self, folder: Path, here: int) -> None:
        shutil.copytree(_before().name, folder, dirs_exist_ok=True)
        self.desk = _desk(folder)
        self.said: list[str] = []
        self.frame: QWidget | None = None
        self.shown: Page[Any] | None = None
        self.desk.open(next(one.id for one in self.desk.home.spaces[0].sessions if one.date == TODAY))
        self.desk.change(self.session, Session.start, here)
        for item in list(self.session.items):  # what came back by itself; these evenings talk of other things
            self.desk.change(self.activity("agenda"), Agenda.take_out, item)

    @property
    def session(self) -> Session:
        assert self.desk.session is not None
        return self.desk.session

    @property
    def space(self) -> Space:
        return self.session.space

    def activity(self, kind: str) -> Any:
        """Give the activity of a kind; of read-backs the one of this session's own record."""
        return next(one for one in self.session.activities if one.kind == kind and "earlier" not in one.settings)

    def page(self, kind: str) -> Any:
        activity = self.activity(kind)
        if activity.state != "now":
            self.desk.change(self.session, Session.go, activity)
        self.put_away()
        self.frame = QWidget()
        lay = QVBoxLayout(self.frame)
        lay.setContentsMargins(0, 0, 0, 0)
        page = PAGES[kind](self.desk, activity.id, self.frame)
        lay.addWidget(page)
        page.said.connect(self.said.append)
        self.desk.changed.append(page.refresh)
        self.shown = page
        page.refresh()
        self.frame.resize(766, 600)
        self.frame.show()
        self.frame.activateWindow()
        QApplication.processEvents()
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        return page

    def put_away(self) -> None:
        if self.shown is not None and self.frame is not None:
            self.desk.changed.remove(self.shown.refresh)
            self.frame.close()
            self.frame.deleteLater()
            self.shown = self.frame = None

    def kept(self) -> str:
        """Everything that is in the store, in one text."""
        with self.desk.store.raw() as raw:
            tables = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type='table'")]
            return "\n".join(repr(row) for table in tables for row in raw.execute(f'SELECT * FROM "{table}"'))  # noqa: S608

    def statements(self) -> list[str]:
        """Begin to list the SQL that runs from here on."""
        heard: list[str] = []

        @event.listens_for(self.desk._engine, "before_cursor_execute")
        def _hear(_c: object, _cursor: object, statement: str, *_more: object) -> None:
            heard.append(statement)

        return heard


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(focus(), key)


def type_words(words: str) -> None:
    QTest.keyClicks(focus(), words)


def stops(page: QWidget) -> list[str]:
    """Give the names of what Tab goes through on a page, from where it begins."""
    names: list[str] = []
    first = focus()
    while True:
        names.append(focus().accessibleName())
        press(Qt.Key.Key_Tab)
        if focus() is first or len(names) > 60:
            assert page.isAncestorOf(first)
            return names
