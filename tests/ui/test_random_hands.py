"""Hands that press and click whatever there is, for a long time: nothing breaks, and the store stays whole."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QWidget
from shiboken6 import isValid

from elephants.app import App
from elephants.desk import Desk
from elephants.paper import papers
from elephants.rehearsal import Rehearsal
from elephants.store.store import Store
from tests.byhand import ALT, CTRL, NO_KEY, SHIFT, Key, settle
from tests.byhand_app import alone, ready_to_begin
from tests.rehearsals import shipped
from tests.test_bad_input import NAUGHTY

TURNS = 300
KEYS = [
    *[Key.Key_PageDown] * 6, Key.Key_PageUp, Key.Key_Tab, Key.Key_Tab, Key.Key_Backtab, Key.Key_Down, Key.Key_Down,
    Key.Key_Up, *[Key.Key_Return] * 4, Key.Key_Space, Key.Key_Escape, Key.Key_F5, Key.Key_F6, Key.Key_Delete,
    Key.Key_1, Key.Key_N, Key.Key_O, Key.Key_T, Key.Key_B, Key.Key_A, Key.Key_0, Key.Key_Home, Key.Key_End,
]  # fmt: skip


@pytest.fixture
def app(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[App, Rehearsal]]:
    alone(tmp_path, monkeypatch)
    with ready_to_begin(shipped("tuesday-kitchen"), tmp_path, qapp) as made:
        yield made


class RandomHands:
    """One gesture after the other, drawn by chance; a dialog or a menu is answered by chance too."""

    def __init__(self, app: App, chance: random.Random) -> None:
        self.app, self.chance = app, chance
        self.trail: list[str] = []
        self.impatient = QTimer(interval=20)
        self.impatient.timeout.connect(self._answer)
        self.impatient.start()

    def gesture(self) -> None:
        """Type, click or press, each as often as people do."""
        act = self.chance.choice((self._type, self._click, self._click, self._press, self._press, self._press))
        act()
        settle()
        if (menu := QApplication.activePopupWidget()) is not None:
            menu.close()

    def _front(self) -> QWidget:
        return QApplication.activeModalWidget() or self.app.window

    def _press(self) -> None:
        key = self.chance.choice(KEYS)
        modifier = self.chance.choice((NO_KEY,) * 8 + (CTRL, SHIFT, ALT))
        if self.chance.random() < 0.05:
            key, modifier = Key.Key_Z, CTRL
        self.trail.append(f"{modifier} {key.name}")
        focus = QApplication.focusWidget()
        QTest.keyClick(focus if focus is not None else self._front(), key, modifier)

    def _type(self) -> None:
        focus = QApplication.focusWidget()
        words = self.chance.choice(NAUGHTY)[:60]
        if focus is not None and focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            self.trail.append(f"types {words!r}")
            QTest.keyClicks(focus, "".join(sign for sign in words if 31 < ord(sign) < 127))
            QTest.keyClick(focus, Key.Key_Return)

    def _click(self) -> None:
        shown = [one for one in self._front().findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
        if shown:
            button = self.chance.choice(shown)
            self.trail.append(f"clicks {button.accessibleName()}")
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _answer(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            return
        self.trail.append(f"answers {dialog.windowTitle()}")
        if self.chance.random() < 0.6 and not isinstance(dialog, QFileDialog):  # nobody writes files by chance
            dialog.accept()
        if isValid(dialog) and dialog.isVisible():
            dialog.reject()


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_pressed_nothing_breaks(app: tuple[App, Rehearsal], seed: int) -> None:
    made, _ = app
    hands = RandomHands(made, random.Random(seed))
    for turn in range(TURNS):
        hands.gesture()
        assert made.window.isVisible(), (turn, hands.trail[-5:])
    hands.impatient.stop()
    while QApplication.activeModalWidget() is not None:
        QApplication.processEvents()
    print(f"Seed {seed}: {len(hands.trail)} gestures.")
    made.window.close()
    desk = Desk(Store(made.store_path))
    with desk.store.raw() as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    for key in [one.id for space in desk.home.spaces for one in space.sessions]:
        session = desk.open(key)
        for paper in papers.PAPERS:
            assert papers.build(session, paper).startswith(b"%PDF-")
    desk.close()
