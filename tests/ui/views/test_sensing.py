"""How is it for us? in front of the room: sealed until it is opened, and the same for every tally of one outcome."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from elephants.sessions.deciding.result import NUMBERS, WORDS
from elephants.sessions.deciding.ways import Way
from elephants.sessions.sensing.marks import Marks
from elephants.sessions.sensing.sensing import Sensing
from tests.ui.views.kitchen import Drawn, Kitchen, all_pages, told
from tests.ui.views.states_sensing import THINGS, asked, came, mark

SMALL = (480, 270)


def seen(kitchen: Kitchen, found: Sensing, *counts: int) -> tuple[QImage, str, object]:
    """Show what came, and give all that the room gets: pixels, words for those who hear it, and the key."""
    view = came(kitchen, found, *counts)
    picture = Drawn(view, size=SMALL).image
    result = picture, view.words(), view.key()
    kitchen.desk.change(kitchen.desk.moment(found), Marks.put_away)
    return result


@pytest.mark.parametrize("way", [Way.TIN, Way.SHUT])
def test_in_words_the_room_sees_the_same_for_the_same_outcome(kitchen: Kitchen, way: Way) -> None:
    found = asked(kitchen, "temperature", way, WORDS)
    lone = seen(kitchen, found, 13, 0, 1)
    assert seen(kitchen, found, 1, 0, 13) == lone
    assert seen(kitchen, found, 7, 0, 7) == lone
    assert seen(kitchen, found, 2, 0, 1) == lone  # whoever passed
    assert seen(kitchen, found, 12, 1, 1) != lone  # the control: another outcome


def test_the_lone_card_is_as_large_as_all_the_others_and_on_the_first_page(kitchen: Kitchen) -> None:
    for zoom in (1.0, 2.0):
        found = asked(kitchen, "gradients", Way.TIN)
        view = came(kitchen, found, 10, 1, 1, 1, 1)
        pages = all_pages(view, zoom=zoom, size=SMALL)
        sizes = dict(pages[0].stage.spoken.words)
        assert len({sizes[offer.words] for offer in found.options}) == 1
        assert len(pages) == 1
        kitchen.desk.change(kitchen.session, type(kitchen.session).walk_back)
        kitchen.desk.change(kitchen.session, type(kitchen.session).remove_activity, found)


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_three_cards_with_what_they_ask_stand_on_one_page(kitchen: Kitchen, zoom: float) -> None:
    view = came(kitchen, asked(kitchen, "consent"), 9, 4, 1)
    shown = all_pages(view, zoom=zoom, size=SMALL)
    assert len(shown) == 1
    assert "Let us ask all of us what is needed" in shown[0].words
    assert "I need something first" in shown[0].words


def test_in_words_no_number_is_told(kitchen: Kitchen) -> None:
    view = came(kitchen, asked(kitchen, "temperature"), 12, 0, 1)
    assert not any(sign.isdigit() for sign in told(view) + view.words())
    assert "Slow down" not in view.words()
    assert view.moving() is None


def test_in_numbers_all_stand_in_the_order_they_had(kitchen: Kitchen) -> None:
    view = came(kitchen, asked(kitchen, "dots", Way.OPEN), 1, 3, 20, 0)
    shown = told(view, size=(1920, 1080))
    places = [shown.index(f"{words}: {n}") for words, n in zip(THINGS, (1, 3, 20, 0), strict=True)]
    assert places == sorted(places)
    assert "14 here, 3 each: 24 of 42 counted." in shown.replace("\n", " ")


@pytest.mark.parametrize("form", [WORDS, NUMBERS])
def test_counts_still_sealed_are_not_told(kitchen: Kitchen, form: str) -> None:
    found = asked(kitchen, "temperature", Way.SHUT, form)
    view = kitchen.view(found)
    table = mark(kitchen, found)
    before = told(view), view.key(), view.moving()
    for place, n in enumerate((3, 7, 2)):
        kitchen.desk.change(table, Marks.put, place, n)
    assert (told(view), view.key(), view.moving()) == before
    assert not any(sign.isdigit() for sign in told(view) + view.words())


def test_chairs_lean_in_only_where_hands_are_seen_and_numbers_settled(kitchen: Kitchen) -> None:
    found = asked(kitchen, "temperature", Way.OPEN)
    view = kitchen.view(found)
    table = mark(kitchen, found, 4, 0, 0)
    first = view.moving()
    kitchen.desk.change(table, Marks.put, 0, 0)
    kitchen.desk.change(table, Marks.put, 2, 4)
    assert view.moving() == first  # whichever it was for
    assert isinstance(first, tuple)
    assert len(first[1]) == 4
    kitchen.desk.change(found, Sensing.show_as, WORDS)
    mark(kitchen, found, 4, 0, 0)
    assert view.moving() == (14, frozenset())


def test_dots_light_a_chair_for_each_handful(kitchen: Kitchen) -> None:
    found = asked(kitchen, "dots", Way.OPEN)
    mark(kitchen, found, 5, 3, 0, 0)
    moving = kitchen.view(found).moving()
    assert isinstance(moving, tuple)
    assert len(moving[1]) == 2
