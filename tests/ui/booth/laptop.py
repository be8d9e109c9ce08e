"""A laptop with a secret ballot ready on it: the real console, the real booth, and a clock that a test moves."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from elephants.sessions.agenda.agenda import Agenda
from elephants.sessions.deciding.ballot import Ballot, Booth
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.ways import Way
from elephants.ui.booth.clock import Clock
from elephants.ui.booth.screens import Screen
from elephants.ui.booth.window import BoothWindow
from elephants.ui.console import Console
from elephants.ui.pages.deciding.ballot import BallotStep
from elephants.ui.pages.deciding.deciding import DecidingPage
from elephants.ui.room import RoomWindow
from elephants.ui.window import USUAL
from tests.ui.views.kitchen import OPTIONS, QUESTION, Kitchen
from tests.ui.walking import settle

S = TypeVar("S", bound=Screen)
KEY = Qt.Key
NO_KEY = Qt.KeyboardModifier.NoModifier


class Time:
    """Both clocks of the laptop; time passes when a test says so, as ticks of a second or as sleep."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch | None = None) -> None:
        self.now = self.walls = 1_000_000.0
        patch = monkeypatch or pytest.MonkeyPatch()
        patch.setattr(Clock, "steady", lambda _clock: self.now)
        patch.setattr(Clock, "wall", lambda _clock: self.walls)

    def passes(self, seconds: float) -> None:
        self.now += seconds
        self.walls += seconds


def to_choose(
    folder: Path, *, here: int = 7, options: tuple[str, ...] = OPTIONS, question: str = QUESTION
) -> Path:  # fmt: skip
    """Bring so many people at the Tuesday kitchen to CHOOSE by secret ballot; the box is not open yet."""
    folder.mkdir(parents=True, exist_ok=True)
    kitchen = Kitchen(folder, here)
    desk = kitchen.desk
    desk.change(kitchen.go("agenda", Agenda), Agenda.add_item, question, "decide", "wide")
    talk = kitchen.decide(kitchen.session.items[-1], short=True)
    for option in options:
        desk.change(talk, Deciding.add_option, option)
    desk.change(talk, Deciding.choose_by, Way.BALLOT.value)
    desk.change(talk, Deciding.go_on)
    desk.change(talk, Deciding.go_on)
    desk.leave()
    desk.close()
    return folder


class Laptop:
    """The laptop on a store that `to_choose` has left, its console open."""

    def __init__(self, folder: Path, time: Time) -> None:
        self.time = time
        self.kitchen = Kitchen(folder, tonight=False)
        self.desk = self.kitchen.desk
        self.desk.open(max(self.kitchen.space.sessions, key=lambda one: one.date).id)
        now = self.kitchen.session.now
        assert isinstance(now, Deciding)
        self.talk = now
        self.room = RoomWindow()
        self.console = Console(self.desk, self.room)
        self.console.resize(*USUAL)
        self.console.show()
        self.console.activateWindow()
        settle()

    # -- what is there -----------------------------------------------------------------------------------------

    @property
    def ballot(self) -> Ballot:
        moment = self.desk.moment(self.kitchen.session.now or self.talk)
        assert isinstance(moment, Ballot)
        return moment

    @property
    def booth(self) -> BoothWindow:
        found = self.console.balloting.booth
        assert found is not None
        return found

    @property
    def screen(self) -> Screen:
        assert self.booth.screen_now is not None
        return self.booth.screen_now

    def on(self, kind: type[S]) -> S:
        """The screen, which has to be of this kind."""
        assert isinstance(self.screen, kind)
        return self.screen

    @property
    def at(self) -> Booth:
        return self.ballot.booth

    def is_at(self, booth: Booth) -> bool:
        return self.ballot.booth is booth

    @property
    def step(self) -> BallotStep:
        assert isinstance(self.console.page, DecidingPage)
        assert isinstance(self.console.page.part, BallotStep)
        return self.console.page.part

    # -- what hands do -----------------------------------------------------------------------------------------

    def open_box(self, phrase: str = "") -> None:
        """Open the box by the primary button, and wait until keys count."""
        self.step.before.phrase.setText(phrase)
        QTest.mouseClick(self.console.footer.next, Qt.MouseButton.LeftButton)
        self.wait()

    def wait(self, seconds: float = 1.3) -> None:
        self.time.passes(seconds)
        settle()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY, *, wait: bool = True) -> None:
        """Press a key as the window system brings it, and wait until keys count again."""
        QTest.keyClick(native(self.booth), key, held)
        settle()
        if wait:
            self.wait()

    def tap(self, thing: QWidget, button: Qt.MouseButton = Qt.MouseButton.LeftButton, *, wait: bool = True) -> None:
        """Tap in the middle of a thing, through the window: whatever lies on top takes it."""
        at = thing.mapTo(self.booth, thing.rect().center())
        QTest.mouseClick(native(self.booth), button, NO_KEY, at)
        settle()
        if wait:
            self.wait()

    def vote(self, key: Qt.Key) -> None:
        """One person's whole turn by keys, from cover to cover."""
        for each in (KEY.Key_Return, key, KEY.Key_Return, KEY.Key_Return):
            self.press(each)

    def ticks(self, seconds: int) -> None:
        """Let the booth look once a second, as its timer does."""
        for _ in range(seconds):
            self.time.passes(1)
            if self.console.balloting.booth is not None:
                self.booth.tick()
        settle()

    def come_out(self) -> None:
        """The facilitator holds the key."""
        QTest.keyPress(native(self.booth), KEY.Key_F12)
        self.time.passes(3.1)
        self.booth.held.look()
        settle()

    def put_away(self) -> None:
        self.console.close_desk()
        self.console.close()
        self.console.deleteLater()
        self.room.close()
        self.room.deleteLater()
        settle()
        self.desk.close()


def native(window: QWidget) -> QWindow:
    found = window.windowHandle()
    assert found is not None
    return found


def heard(window: QWidget) -> list[str]:
    """All that a screen reader can find in a window: names, descriptions and values, hidden parts too."""
    found = []
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help,
             QAccessible.Text.Accelerator)  # fmt: skip
    for part in (window, *window.findChildren(QWidget)):
        told = QAccessible.queryAccessibleInterface(part)
        if told is not None:
            found += [told.text(kind) for kind in kinds]
        found += [part.accessibleName(), part.accessibleDescription(), part.toolTip(), part.statusTip(),
                  part.whatsThis(), part.windowTitle()]  # fmt: skip
    return [words for words in found if words]


def middle(thing: QWidget) -> QPoint:
    return thing.rect().center()


def clipboard() -> str:
    return QApplication.clipboard().text()
