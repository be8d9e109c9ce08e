"""By whatever way the room leaves a round, it first sees all chairs lit; the walk follows by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QInputDialog
from pytestqt.qtbot import QtBot

from elephants.sessions.round import CheckIn, CheckOut
from elephants.ui.style import LIGHT, dress
from elephants.ui.views.round import RoundView
from elephants.ui.views.stage import Stage
from tests.ui.stage_of import TwoWindows, two_windows
from tests.ui.walking import settle

ALL = frozenset(range(14))


@pytest.fixture
def both(tmp_path: Path, dressed: QApplication) -> Iterator[TwoWindows]:
    with two_windows(tmp_path) as made:
        made.open_room()
        made.kitchen.go("checkin", CheckIn)
        settle()
        assert made.console.page is not None
        made.console.page.more()
        settle()
        dress(dressed, LIGHT, 1.0, motion=True)
        yield made


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[frozenset[int]]:
    """Which chairs were lit each time that chairs were painted."""
    lit: list[frozenset[int]] = []
    draw = RoundView.draw_moving

    def noting(self: RoundView, stage: Stage) -> None:
        draw(self, stage)
        lit.append(stage.lit_now)

    monkeypatch.setattr(RoundView, "draw_moving", noting)
    return lit


def kind_of(both: TwoWindows) -> str:
    now = both.kitchen.session.now
    return now.kind if now is not None else both.kitchen.session.state


def chairs_of(both: TwoWindows) -> Any:
    return both.kitchen.desk.moment(next(one for one in both.kitchen.session.activities if one.kind == "checkin"))


def agenda_id(both: TwoWindows) -> int:
    return next(one.id for one in both.kitchen.session.activities if one.kind == "agenda")


def go_anywhere(both: TwoWindows, monkeypatch: pytest.MonkeyPatch) -> None:
    session = both.kitchen.session
    at = next(at for at, one in enumerate(session.activities) if one.kind == "agenda")
    name = f"{at + 1}. {session.activities[at].title}"
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_a, **_k: (name, True))
    both.press(Qt.Key.Key_K, ctrl=True)


WAYS: dict[str, Callable[[TwoWindows, pytest.MonkeyPatch], None]] = {
    "next": lambda both, _patch: both.click(both.console.footer.next),
    "page down": lambda both, _patch: both.press(Qt.Key.Key_PageDown),
    "page down in the room": lambda both, _patch: both.press(Qt.Key.Key_PageDown, both.room),
    "skip": lambda both, _patch: both.click(both.console.footer.skip),
    "rail": lambda both, _patch: both.console.rail.wanted.emit(agenda_id(both), "go"),
    "ctrl k": go_anywhere,
    "back": lambda both, _patch: both.click(both.console.footer.back),
}


@pytest.mark.parametrize("way", WAYS)
def test_all_chairs_are_seen_lit_and_the_walk_follows(
    both: TwoWindows, seen: list[frozenset[int]], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, way: str
) -> None:
    leads = both.console.footer.next.words()
    WAYS[way](both, monkeypatch)
    assert kind_of(both) == "checkin"
    assert chairs_of(both).lit == ALL
    assert seen[-1] == ALL
    assert both.console.footer.next.words() == leads
    qtbot.waitUntil(lambda: kind_of(both) != "checkin", timeout=5000)
    assert seen[-1] == ALL


def test_a_second_press_does_not_wait(both: TwoWindows, seen: list[frozenset[int]]) -> None:
    both.press(Qt.Key.Key_PageDown)
    assert kind_of(both) == "checkin"
    both.press(Qt.Key.Key_PageDown)
    there = kind_of(both)
    assert there != "checkin"
    assert not both.console.walk._lit.isActive()


def test_without_motion_one_picture_is_painted_and_it_goes_at_once(
    both: TwoWindows, seen: list[frozenset[int]], qapp: QApplication
) -> None:
    dress(qapp, LIGHT, 1.0, motion=False)
    seen.clear()
    both.press(Qt.Key.Key_PageDown)
    assert kind_of(both) != "checkin"
    assert ALL in seen
    assert set(seen) == {ALL}


def test_a_check_out_that_ends_the_session_is_seen_lit_too(
    both: TwoWindows, seen: list[frozenset[int]], qtbot: QtBot
) -> None:
    out = both.kitchen.go("checkout", CheckOut)
    for one in [one for one in both.kitchen.session.activities if one.place > out.place]:
        both.kitchen.desk.change(both.kitchen.session, type(both.kitchen.session).remove_activity, one)
    settle()
    both.click(both.console.footer.next)
    assert seen[-1] == ALL
    assert kind_of(both) == "checkout"
    qtbot.waitUntil(lambda: kind_of(both) == "closed", timeout=5000)


def test_a_console_put_away_meanwhile_walks_nowhere(both: TwoWindows, qtbot: QtBot) -> None:
    both.press(Qt.Key.Key_PageDown)
    walk = both.console.walk
    both.kitchen.desk.leave()
    walk._arrive()
    assert both.kitchen.desk.session is None
