"""Chairs move above the still picture; nobody can read from them who, and no sealed count leaves the box."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from elephants.sessions.deciding import Deciding
from elephants.sessions.result import Count
from elephants.sessions.round import Chairs, CheckIn
from elephants.sessions.session import Session
from elephants.ui.parts.room_picture import RoomPicture
from tests.ui.views.kitchen import OPTIONS, Drawn, Kitchen, told
from tests.ui.views.states import STATES
from tests.ui.views.states_deciding import walked


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


def _choosing(kitchen: Kitchen, form: str) -> tuple[Deciding, Count]:
    talk = walked(kitchen, "ready")
    kitchen.desk.change(talk, Deciding.write_as, form)
    kitchen.desk.change(talk, Deciding.ready)
    count = kitchen.desk.moment(talk)
    assert isinstance(count, Count)
    return talk, count


def test_counts_still_sealed_are_not_told(kitchen: Kitchen) -> None:
    talk, count = _choosing(kitchen, "numbers")
    view = kitchen.view(talk)
    before, key = told(view), view.key()
    for place, hands in enumerate((3, 7, 2, 1)):
        kitchen.desk.change(count, Count.put, place, hands)
    assert told(view) == before
    assert view.key() == key
    assert not any(sign.isdigit() for sign in told(view) + view.words())


def test_the_same_chairs_light_for_whatever_was_counted(kitchen: Kitchen) -> None:
    """Where hands are up for all to see chairs light: only how many, the same for each option, and they stay lit."""
    talk, count = _choosing(kitchen, "numbers")
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


def test_with_eyes_shut_no_chair_tells(kitchen: Kitchen) -> None:
    talk, count = _choosing(kitchen, "words")
    view = kitchen.view(talk)
    before = view.moving()
    kitchen.desk.change(count, Count.put, 0, 4)
    assert view.moving() == before == (14, frozenset())


def test_in_words_the_result_gives_no_number_away(kitchen: Kitchen) -> None:
    view = STATES["add-words"](kitchen)
    assert not any(sign.isdigit() for sign in told(view) + view.words())
    assert "Most of us chose “The church hall”." in told(view)


def test_options_look_alike(kitchen: Kitchen) -> None:
    drawn = Drawn(STATES["choose"](kitchen))
    sizes = {size for words, size in drawn.stage.spoken.words if words in (*OPTIONS, "I'm not sure")}
    assert len(sizes) == 1
