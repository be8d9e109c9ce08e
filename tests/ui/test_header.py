"""The line above everything: at every zoom and with whatever is open, each part of it is whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from elephants.sessions.session import Session
from elephants.sessions.space import Space
from elephants.ui.header import Header
from elephants.ui.style import LIGHT, dress
from tests.ui.stage_of import TwoWindows, two_windows
from tests.ui.walking import settle

ZOOMS = (0.8, 1.0, 1.25, 1.5, 1.75, 2.0)
LONG = "The group that cooks on Tuesdays in the old library of Wigan"


@pytest.fixture
def both(tmp_path: Path) -> Iterator[TwoWindows]:
    with two_windows(tmp_path) as made:
        yield made


def cut(header: Header) -> list[str]:
    """Name what is narrower than it must be, or stands beyond the edge."""
    parts: list[QWidget] = [header.logo, header.space, header.run_sheet, header.say, header.title, header.home]
    parts += [header.here, header.mark, header.saved, header.room]
    return [
        type(part).__name__
        for part in parts
        if part.isVisible()
        and (part.width() < part.minimumSizeHint().width() or not header.rect().contains(part.geometry()))
    ]


def at(both: TwoWindows, qapp: QApplication, zoom: float) -> Header:
    dress(qapp, LIGHT, zoom, motion=False)
    both.console.resize(1366, 768)
    settle()
    return both.console.header


@pytest.mark.parametrize("zoom", ZOOMS)
def test_with_a_side_opened_by_hand_nothing_is_cut(both: TwoWindows, qapp: QApplication, zoom: float) -> None:
    header = at(both, qapp, zoom)
    assert cut(header) == []
    for button in (header.say, header.run_sheet):
        if button.isVisible():
            both.click(button)
            assert button.words() == "To the page"
            assert button.isVisible()
            assert cut(header) == []
            both.click(button)
            assert cut(header) == []


@pytest.mark.parametrize("zoom", ZOOMS)
def test_a_long_name_and_a_full_room_cut_nothing(both: TwoWindows, qapp: QApplication, zoom: float) -> None:
    both.kitchen.desk.change(both.kitchen.space, Space.rename, LONG)
    both.kitchen.desk.change(both.kitchen.session, Session.count_here, 200)
    header = at(both, qapp, zoom)
    header.stuck(True)
    settle()
    assert cut(header) == []
    if header.say.isVisible():
        both.click(header.say)
        assert cut(header) == []


def test_nothing_is_cut_in_an_app_that_began_large(tmp_path: Path, qapp: QApplication) -> None:
    dress(qapp, LIGHT, 2.0, motion=False)
    with two_windows(tmp_path) as made:
        header = at(made, qapp, 2.0)
        for button in (header.say, header.run_sheet):
            made.click(button)
            assert button.words() == "To the page"
            assert cut(header) == []
            made.click(button)


@pytest.mark.parametrize("before", ZOOMS)
def test_what_there_is_room_for_is_there_whatever_the_zoom_was_before(
    both: TwoWindows, qapp: QApplication, before: float
) -> None:
    at(both, qapp, before)
    header = at(both, qapp, 1.0)
    assert all(part.isVisible() for part in (header.logo, header.space, header.title, header.home, header.saved))
    assert not header.run_sheet.isVisible()
    header = at(both, qapp, 1.5)
    assert header.say.isVisible()
    assert header.home.isVisible()


def test_it_finds_what_is_cut(both: TwoWindows, qapp: QApplication) -> None:
    header = at(both, qapp, 1.5)
    header.say.say("To the page where the room is now, and nowhere else at all")
    settle()
    assert cut(header) != []
