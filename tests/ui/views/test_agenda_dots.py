"""What the room sees of a round of dots: never a count, and the same picture for whatever makes the same order."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.agenda.dots import THE_LOT, Dots
from elephants.sessions.agenda.table import AgendaTable
from tests.ui.views.kitchen import QUESTION, Kitchen, all_pages, told
from tests.ui.views.states import agenda_dotted, with_agenda

SMALL = (240, 135)
GARDEN, SURVEY = "The garden on Saturdays", "What we tell the council about the survey"


def picture(folder: Path, *counts: int, opened: bool) -> tuple[str, bytes]:
    folder.mkdir()
    kitchen = Kitchen(folder)
    view = agenda_dotted(kitchen, *counts)
    if opened:
        kitchen.desk.change(kitchen.desk.moment(kitchen.go("agenda", Agenda)).dots, Dots.open)
    image = all_pages(view, size=SMALL)[0].image
    kitchen.desk.close()
    return view.words(), bytes(image.constBits())


@pytest.mark.parametrize("opened", [False, True])
def test_another_count_with_the_same_order_is_the_same_picture(tmp_path: Path, opened: bool) -> None:
    one = picture(tmp_path / "one", 3, 9, 12, 1, opened=opened)
    assert picture(tmp_path / "two", 1, 2, 39, 0, opened=opened) == one
    other = picture(tmp_path / "other", 9, 3, 1, 12, opened=opened)
    assert (other == one) is not opened  # the control: another order is another picture, once it is there


def test_the_draw_is_seen_before_it_is_drawn_and_explained_in_one_sentence(kitchen: Kitchen) -> None:
    view = agenda_dotted(kitchen, 3, 9, 12, 1)
    dots = kitchen.desk.moment(kitchen.go("agenda", Agenda)).dots
    kitchen.desk.change(dots, Dots.open)
    before = told(view, size=SMALL)
    assert QUESTION in before
    assert SURVEY in before
    assert GARDEN not in before
    assert THE_LOT in " ".join(before.split())
    kitchen.desk.change(dots, Dots.draw, random.Random(1))
    after = told(view, size=SMALL)
    drawn = next(item.title for item in kitchen.session.items if item.id == dots.drawn)
    assert after.count(drawn) == 2
    assert f"2. {drawn}" in after


def test_a_role_that_is_taken_is_offered_no_longer_and_all_taken_is_thanked(kitchen: Kitchen) -> None:
    agenda = with_agenda(kitchen)
    table, view = kitchen.desk.moment(agenda), kitchen.view(agenda)
    assert "Who helps" not in view.words()
    kitchen.desk.change(table, AgendaTable.offer)
    assert "Watch the time" in view.words()
    kitchen.desk.change(table, AgendaTable.take, "time")
    assert "Watch the time" not in view.words()
    for role in table.free():
        kitchen.desk.change(table, AgendaTable.take, role)
    assert "All of it is taken. Thank you." in view.words()


def test_what_waited_says_since_when(kitchen: Kitchen) -> None:
    agenda = with_agenda(kitchen)
    item, space = kitchen.session.items[0], kitchen.space
    kitchen.desk.change(item, _as_if_it_had_waited)
    kitchen.desk.open(kitchen.session.id)
    assert space.items
    assert "Not reached last time, first on Tuesday 3 November 2026" in kitchen.view(agenda).words()


def _as_if_it_had_waited(item: AgendaItem) -> None:
    first = item.space.sessions[0]
    past = AgendaItem(title=item.title, purpose=item.purpose, minutes=10, closed="carried")
    past.session_id = first.id
    item.space.items.append(past)
    item.carried_from = past
