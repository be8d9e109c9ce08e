"""Chairs move above the still picture; nobody can read from them who, and no sealed count leaves the box."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import Count, Reveal
from elephants.sessions.deciding.ways import Way
from elephants.sessions.round import Chairs, CheckIn
from elephants.sessions.session import Session
from elephants.ui.parts.room_picture import RoomPicture
from tests.ui.views.kitchen import OPTIONS, Drawn, Kitchen, told
from tests.ui.views.states import STATES
from tests.ui.views.states_deciding import revealed, walked


def test_a_chair_lights_without_a_new_still_picture(kitchen: Kitchen, qtbot: QtBot) -> None:
    view = STATES["checkin"](kitchen)
    picture = RoomPicture()
    qtbot.addWidget(picture)
    picture.resize(480, 270)
    picture.show_view(view)
    picture.show()
    before = picture.grab().toImage()
    draws, key, moving = picture.still_draws, view.key(), view.moving()
    chairs = kitchen.desk.moment(kitchen.go("checkin", CheckIn))
    kitchen.desk.change(chairs, Chairs.light)
    picture.refresh()
    after = picture.grab().toImage()
    assert (picture.still_draws, view.key()) == (draws, key)
    assert view.moving() != moving
    left = after.copy(0, 0, 230, 270)
    assert before != after
    assert left == before.copy(0, 0, 230, 270)


def test_no_number_of_who_has_spoken(kitchen: Kitchen) -> None:
    view = STATES["checkin"](kitchen)
    assert not any(sign.isdigit() for sign in told(view) + view.words())


def test_people_who_come_late_get_a_chair(kitchen: Kitchen) -> None:
    view = STATES["checkin"](kitchen)
    kitchen.desk.change(kitchen.session, Session.count_here, 15)
    moving = view.moving()
    assert isinstance(moving, tuple)
    assert moving[0] == 15


@pytest.mark.parametrize("here", [1, 2, 60, 200, 500])
def test_any_number_of_chairs_can_be_drawn(here: int, open_kitchen: Callable[[int], Kitchen]) -> None:
    assert Drawn(STATES["checkin"](open_kitchen(here)), size=(480, 270)).smallest >= 52


def _choosing(kitchen: Kitchen, way: Way, form: str = "") -> tuple[Deciding, Count]:
    talk = walked(kitchen, "ready")
    kitchen.desk.change(talk, Deciding.choose_by, way.value)
    if form:
        kitchen.desk.change(talk, Deciding.write_as, form)
    kitchen.desk.change(talk, Deciding.ready)
    count = kitchen.desk.moment(talk)
    assert isinstance(count, Count)
    return talk, count


def _figures(words: str) -> str:
    return "".join(sign for sign in words if sign.isdigit())


def test_of_open_hands_only_the_sum_is_told(kitchen: Kitchen) -> None:
    """The room sees the hands anyway: how many were counted of how many are here, and nothing of which option."""
    talk, count = _choosing(kitchen, Way.OPEN)
    view = kitchen.view(talk)
    before, key = told(view), view.key()
    assert _figures(before + view.words()) == ""
    for place, hands in enumerate((3, 5, 0, 1)):
        kitchen.desk.change(count, Count.put, place, hands)
    assert view.key() == key
    assert "9 of 14 counted" in view.words()
    assert _figures(told(view)) == "914"
    shown = view.moving()
    for place, hands in enumerate((0, 1, 8, 0)):
        kitchen.desk.change(count, Count.put, place, hands)
    assert view.moving() == shown, "the same sum of other options looks the same"
    assert _figures(told(view)) == "914"


def test_too_many_hands_are_said_and_never_blocked(kitchen: Kitchen) -> None:
    talk, count = _choosing(kitchen, Way.OPEN)
    kitchen.desk.change(count, Count.put, 0, 15)
    assert "15 of 14 counted" in told(kitchen.view(talk))


def test_the_same_chairs_light_for_whatever_was_counted(kitchen: Kitchen) -> None:
    """Where hands are up for all to see chairs light: only how many, the same for each option, and they stay lit."""
    talk, count = _choosing(kitchen, Way.OPEN, "words")
    view = kitchen.view(talk)
    kitchen.desk.change(count, Count.put, 0, 4)
    first = view.moving()
    kitchen.desk.change(count, Count.put, 0, 0)
    kitchen.desk.change(count, Count.put, 2, 4)
    assert view.moving() == first
    kitchen.desk.change(count, Count.put, 1, 2)
    later = view.moving()
    assert isinstance(first, tuple)
    assert isinstance(later, tuple)
    assert len(later[1]) == 6
    assert first[1] < later[1]
    assert later[1] != frozenset(range(6))


@pytest.mark.parametrize("form", ["words", "numbers"])
@pytest.mark.parametrize("way", [Way.SHUT, Way.TIN])
def test_where_the_room_sees_no_hands_no_chair_and_no_number_tells(way: Way, form: str, kitchen: Kitchen) -> None:
    """The chairs follow the way and not how the result is written down; the control is the way in the open."""
    talk, count = _choosing(kitchen, way, form)
    view = kitchen.view(talk)
    before, shown, key = view.moving(), told(view), view.key()
    pixels = Drawn(view, size=(480, 270)).image
    for place, hands in enumerate((4, 6, 2, 1)):
        kitchen.desk.change(count, Count.put, place, hands)
    assert view.moving() == before == (14, frozenset(), "")
    assert (told(view), view.key()) == (shown, key)
    assert Drawn(view, size=(480, 270)).image == pixels
    assert _figures(told(view) + view.words()) == ""


def test_in_words_the_result_gives_no_number_away(kitchen: Kitchen) -> None:
    talk = revealed(kitchen)
    view = kitchen.view(talk)
    for _ in range(2):
        assert _figures(told(view) + view.words()) == ""
        assert "Most of us chose" in view.words()
        kitchen.desk.change(kitchen.desk.moment(talk), Reveal.ask)


@pytest.mark.parametrize("tally", [(0, 8, 0, 6), (0, 13, 1, 0), (0, 14, 0, 0), (3, 9, 1, 1)])
def test_in_words_the_reveal_looks_the_same_for_every_tally(tally: tuple[int, ...], kitchen: Kitchen) -> None:
    talk, _ = _choosing(kitchen, Way.SHUT)
    kitchen.choose(talk, *tally)
    drawn = Drawn(kitchen.view(talk), size=(480, 270)).image
    kitchen.desk.change(talk, Deciding.go_back)
    kitchen.choose(talk, 1, 10, 1, 2)
    assert Drawn(kitchen.view(talk), size=(480, 270)).image == drawn
    kitchen.desk.change(talk, Deciding.go_back)
    kitchen.choose(talk, 10, 1, 1, 2)
    assert Drawn(kitchen.view(talk), size=(480, 270)).image != drawn, "the control: another outcome is seen"


def test_options_look_alike(kitchen: Kitchen) -> None:
    drawn = Drawn(STATES["choose"](kitchen))
    sizes = {size for words, size in drawn.stage.spoken.words if words in (*OPTIONS, "I'm not sure")}
    assert len(sizes) == 1
