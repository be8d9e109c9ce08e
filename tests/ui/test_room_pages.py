"""The pages of the room's screen, turned by real keys on the console and on the room's own window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from elephants.sessions.breather import Breather
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.steps import Step
from tests.ui.stage_of import TwoWindows, two_windows
from tests.ui.views.states_deciding import framed
from tests.ui.walking import settle

MANY = 25
SAID = "View {n}: the hall is warm, but it is far from the bus and the shops."
DOWN, UP = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp


@pytest.fixture
def both(tmp_path: Path) -> Iterator[TwoWindows]:
    with two_windows(tmp_path) as made:
        yield made


def at_views(both: TwoWindows, many: int = MANY) -> Deciding:
    """Collect so many views, the last of them while the others are seen."""
    talk, change = framed(both.kitchen), both.kitchen.desk.change
    change(talk, Deciding.go_on)
    change(talk, _said, many - 1)
    settle()
    change(talk, Deciding.add_view, SAID.format(n=many - 1))
    settle()
    return talk


def _said(talk: Deciding, many: int) -> None:
    for n in range(many):
        talk.add_view(SAID.format(n=n))


def step_of(talk: Deciding) -> Step:
    """The step it is at now."""
    return talk.step


def pages(both: TwoWindows) -> tuple[int, int]:
    """The page the room sees and how many there are; both pictures must say the same where both are seen."""
    copy, room = both.console.side.room, both.room.picture
    if room.isVisible():
        assert (copy.page(), copy.pages()) == (room.page(), room.pages())
    return copy.page(), copy.pages()


@pytest.mark.parametrize("room_open", [False, True])
def test_the_room_sees_the_newest_view_and_page_down_turns_before_it_goes_on(
    both: TwoWindows, *, room_open: bool
) -> None:
    if room_open:
        both.open_room()
    talk = at_views(both)
    page, all_of_them = pages(both)
    assert all_of_them > 3
    assert page == all_of_them - 1
    for back in range(1, all_of_them):
        both.press(UP)
        assert pages(both)[0] == all_of_them - 1 - back
    assert step_of(talk) == Step.VIEWS
    for onward in range(1, all_of_them):
        both.press(DOWN)
        assert pages(both)[0] == onward
        assert step_of(talk) == Step.VIEWS
    both.press(DOWN)
    assert step_of(talk) == Step.OTHER_VIEW
    assert pages(both)[0] == 0
    both.press(UP)
    assert step_of(talk) == Step.VIEWS


def test_a_clicker_at_the_room_s_window_turns_both_pictures(both: TwoWindows) -> None:
    both.open_room()
    talk = at_views(both)
    last = pages(both)[1] - 1
    both.press(UP, both.room)
    assert pages(both)[0] == last - 1
    both.press(DOWN, both.room)
    assert pages(both)[0] == last
    assert step_of(talk) == Step.VIEWS
    both.press(DOWN, both.room)
    assert step_of(talk) == Step.OTHER_VIEW


def test_the_primary_button_always_goes_on_and_back_goes_back(both: TwoWindows) -> None:
    talk = at_views(both)
    both.press(UP)
    both.press(UP)
    both.click(both.console.footer.next)
    assert step_of(talk) == Step.OTHER_VIEW
    assert pages(both)[0] == 0
    both.press(DOWN)
    both.click(both.console.footer.back)
    assert step_of(talk) == Step.VIEWS


def test_the_side_says_which_page_and_the_buttons_name_only_keys_that_are_theirs(both: TwoWindows) -> None:
    side, footer = both.console.side, both.console.footer
    assert not side.paged.isVisible()
    assert (footer.back._key, footer.next._key) == ("Page Up", "Page Down")
    at_views(both)
    n = pages(both)[1]
    assert side.paged.text() == f"The room sees page {n} of {n}"
    assert side.paged.isVisible()
    assert (footer.back._key, footer.next._key) == ("", "Page Down")
    both.press(UP)
    assert side.paged.text() == f"The room sees page {n - 1} of {n}. Page Down shows the next."
    assert (footer.back._key, footer.next._key) == ("", "")
    both.kitchen.desk.change(both.kitchen.desk.breather, Breather.pause)
    settle()
    assert not side.paged.isVisible()
    assert footer.next._key == "Page Down"


def test_a_need_answered_on_an_earlier_page_brings_that_page(both: TwoWindows) -> None:
    talk = at_views(both)
    for _ in range(2):
        both.press(UP)
    here = pages(both)[0]
    first = next(place for place in range(MANY) if _page_of(both, place) == 1)
    both.kitchen.desk.change(talk, Deciding.spread, talk.poll.views[first])
    settle()
    assert here != 1
    assert pages(both)[0] == 1


def _page_of(both: TwoWindows, place: int) -> int:
    """On which page a view stands: many words, so that about as many are on each."""
    n = pages(both)[1]
    return place * n // MANY


def test_striking_a_view_leaves_the_page(both: TwoWindows) -> None:
    talk = at_views(both)
    for _ in range(2):
        both.press(UP)
    here = pages(both)[0]
    both.kitchen.desk.change(talk, Deciding.take_out, talk.poll.views[-1])
    settle()
    assert pages(both)[0] == here


def test_after_a_breather_the_room_finds_its_page(both: TwoWindows) -> None:
    both.open_room()
    at_views(both)
    both.press(UP)
    here = pages(both)
    both.press(Qt.Key.Key_F6)
    assert pages(both) == (0, 1)
    both.press(Qt.Key.Key_F6)
    assert pages(both) == here


def test_a_room_opened_later_shows_the_page_of_the_copy_and_its_zoom_is_the_copy_s(both: TwoWindows) -> None:
    at_views(both)
    both.press(UP)
    here = pages(both)[0]
    both.open_room()
    assert pages(both)[0] == here
    both.room.resize(800, 600)
    settle()
    more = pages(both)[1]
    both.press(Qt.Key.Key_Plus, both.room, ctrl=True)
    both.press(Qt.Key.Key_Plus, both.room, ctrl=True)
    assert pages(both)[1] > more


def test_with_room_and_copy_both_out_of_sight_page_down_goes_on(both: TwoWindows) -> None:
    talk = at_views(both)
    both.press(UP)
    both.console.resize(900, 700)
    settle()
    assert not both.console.side.isVisible()
    assert both.console.footer.next._key == "Page Down"
    both.press(DOWN)
    assert step_of(talk) == Step.OTHER_VIEW


def test_the_room_outlives_a_console_that_is_put_away(both: TwoWindows) -> None:
    at_views(both)
    both.open_room()
    view = both.room.picture.view()
    both.put_console_away()
    both.room.show_view(view)
    settle()
    assert both.room.picture.turn(1)
    both.room.resize(700, 500)
    settle()
