"""The agenda: minutes, park and order; dots that leave only an order; roles without names; the way back to it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from datetime import date, time

import pytest

from elephants.desk import Desk
from elephants.sessions.activity import NOW
from elephants.sessions.agenda.agenda import OPENS, Agenda, AgendaItem
from elephants.sessions.agenda.dots import Dots
from elephants.sessions.agenda.table import ROLES, AgendaTable
from elephants.sessions.base import Refused
from elephants.sessions.session import Session
from elephants.sessions.space import Space
from tests.store import play

LETTERS = "abcdef"


def agenda_of(desk: Desk) -> Agenda:
    assert desk.session is not None
    return next(one for one in desk.session.activities if isinstance(one, Agenda))


def with_items(desk: Desk, titles: str = LETTERS) -> Agenda:
    """An open session, the room at its agenda, with an item for each letter."""
    session = desk.session or play.open_session(desk)
    desk.change(session, Session.go, agenda_of(desk))
    for title in titles:
        desk.change(agenda_of(desk), Agenda.add_item, title)
    return agenda_of(desk)


def table(desk: Desk) -> AgendaTable:
    lies: AgendaTable = desk.moment(agenda_of(desk))
    return lies


def dotted(desk: Desk, *counts: int) -> Dots:
    """Lay the dots and count so many for each item."""
    items = [item.id for item in agenda_of(desk).open_items()]
    desk.change(table(desk), AgendaTable.lay_dots, items, 9)
    dots = table(desk).dots
    assert dots is not None
    for item, n in zip(items, counts, strict=True):
        desk.change(dots, Dots.put, item, n)
    return dots


def titles(desk: Desk) -> str:
    assert desk.session is not None
    return "".join(item.title for item in desk.session.items)


def named(desk: Desk, ids: tuple[int, ...]) -> str:
    assert desk.session is not None
    return "".join(item.title for one in ids for item in desk.session.items if item.id == one)


def refuse(sentence: str, act: Callable[[], object]) -> None:
    with pytest.raises(Refused, match=sentence):
        act()


# -- minutes, park, order -----------------------------------------------------------------------------------------


def test_an_item_in_hand_is_given_more_time(desk: Desk) -> None:
    with_items(desk, "ab")
    item = agenda_of(desk).session.items[0]
    desk.change(item, AgendaItem.extend, 5)
    assert (item.minutes, agenda_of(desk).minutes_asked()) == (15, 25)
    refuse("from 1 to 240 minutes more", lambda: desk.change(item, AgendaItem.extend, 0))
    refuse("lasts from 1 to 240", lambda: desk.change(item, AgendaItem.extend, 240))
    desk.undo()
    assert agenda_of(desk).session.items[0].minutes == 10


def test_a_parked_item_comes_last_today_and_undo_brings_it_back(desk: Desk) -> None:
    agenda = with_items(desk, "abc")
    desk.change(agenda, Agenda.park, agenda.session.items[0])
    assert titles(desk) == "bca"
    desk.undo()
    assert titles(desk) == "abc"
    for item in agenda_of(desk).session.items[1:]:
        desk.change(item, AgendaItem.close, "talked")
    refuse("Nothing comes after", lambda: desk.change(agenda_of(desk), Agenda.park, agenda_of(desk).session.items[0]))


def test_closed_items_keep_their_places_when_the_others_are_ordered(desk: Desk) -> None:
    agenda = with_items(desk, "abcd")
    desk.change(agenda.session.items[1], AgendaItem.close, "talked")
    a, _, c, d = (item.id for item in agenda.session.items)
    desk.change(agenda, Agenda.put_in_order, [d, 999, a])
    assert titles(desk) == "dbac"
    assert [item.place for item in agenda.session.items] == [0, 1, 2, 3]
    desk.open(agenda.session.id)
    assert titles(desk) == "dbac"
    assert c == agenda_of(desk).session.items[3].id


def test_what_was_not_reached_comes_first_next_time_with_its_history(desk: Desk) -> None:
    agenda = with_items(desk, "ab")
    desk.change(agenda.session.items[0], AgendaItem.add_point, "It is wet.")
    desk.change(agenda.session, Session.close)
    space, days = play.space_of(desk), (date(2027, 1, 5), date(2027, 1, 12))
    for day in days:
        desk.change(space, Space.plan, day, time(18), 60)
        desk.open(next(one.id for one in play.space_of(desk).sessions if one.date == day))
        assert desk.session is not None
        desk.change(desk.session, Session.start, 9)
        with_items(desk, "x")
        told = {item.title: [(one.session.date, one.reached) for one in item.before() if one.session is not None]
                for item in desk.session.items}  # fmt: skip
        desk.change(desk.session, Session.close)
    first = play.space_of(desk).sessions[0].date
    assert (told["a"], told["b"]) == ([(first, True), (days[0], False)], [(first, False), (days[0], False)])
    assert [item.title for item in agenda_of(desk).session.items[:2]] == ["a", "b"]


# -- dots and the lot ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "order", "few"),
    [
        ((1, 5, 3), "bca", "a"),
        ((0, 5, 0, 7), "dbac", "ac"),
        ((1, 1, 1, 1, 2), "eabcd", "abcd"),
        ((2, 2, 2), "abc", ""),
        ((1, 4), "ba", ""),
        ((6, 5, 4, 3, 2, 1), "abcdef", "def"),
    ],
)
def test_dots_make_an_order_and_few_dots_a_draw(desk: Desk, counts: tuple[int, ...], order: str, few: str) -> None:
    with_items(desk, LETTERS[: len(counts)])
    dots = dotted(desk, *counts)
    assert dots.gap() == f"9 here, 3 each: {sum(counts)} of 27 counted."
    desk.change(dots, Dots.open)
    assert (named(desk, dots.order), named(desk, dots.few)) == (order, few)
    assert titles(desk) == LETTERS[: len(counts)]


def test_the_lot_gives_the_second_place_to_each_of_them_alike(desk: Desk) -> None:
    drawn = Counter[int]()
    for seed in range(600):
        dots = Dots((1, 2, 3, 4), here=9)
        for item, n in ((1, 9), (2, 1), (3, 5), (4, 1)):
            dots.put(item, n)
        dots.open()
        dots.draw(random.Random(seed))
        assert dots.order[0] == 1
        assert dots.order[1] == dots.drawn
        assert sorted(dots.order) == [1, 2, 3, 4]
        drawn[dots.order[1]] += 1
    assert set(drawn) == {2, 4}
    assert min(drawn.values()) > 240


def test_dots_are_refused_where_they_say_nothing(desk: Desk) -> None:
    agenda = with_items(desk, "ab")
    lone = [agenda.session.items[0].id]
    refuse("two things or more", lambda: desk.change(table(desk), AgendaTable.lay_dots, lone, 9))
    dots = dotted(desk, 0, 0)
    refuse("No dot was counted", lambda: desk.change(dots, Dots.open))
    refuse("nothing to draw", lambda: desk.change(dots, Dots.draw, random.Random(1)))
    desk.change(dots, Dots.give, 5)
    desk.change(dots, Dots.put, dots.items[1], 2)
    refuse("No dots are put on this", lambda: desk.change(dots, Dots.put, 999, 1))
    refuse("being counted already", lambda: desk.change(dots, Dots.give, 3))
    refuse("from 1 to 9", lambda: Dots((1, 2), 9).give(10))
    desk.change(dots, Dots.open)
    assert (dots.counted, dots.so_far(dots.items[1]), dots.gap()) == (0, 0, "")


def test_dots_go_when_the_room_leaves_or_an_item_goes_and_a_late_item_comes_last(desk: Desk) -> None:
    agenda = with_items(desk, "abc")
    dots = dotted(desk, 1, 2, 3)
    desk.change(agenda, Agenda.add_item, "late")
    assert table(desk).dots is dots
    desk.change(dots, Dots.open)
    desk.change(agenda, Agenda.put_in_order, dots.order)
    assert titles(desk) == "cbalate"
    desk.change(agenda, Agenda.take_out, agenda.session.items[0])
    assert table(desk).dots is None
    dotted(desk, 1, 2, 3)
    desk.change(agenda.session, Session.walk_on)
    assert table(desk).dots is None


def kept(desk: Desk) -> str:
    """Everything that is in the store, in one text."""
    return repr(play.dump(desk.store))


def test_of_dots_the_store_keeps_an_order_and_undo_takes_that_back(desk: Desk) -> None:
    agenda = with_items(desk, "abc")
    before = kept(desk)
    dots = dotted(desk, 1, 731, 2)
    desk.change(table(desk), AgendaTable.take, "time")
    desk.change(dots, Dots.open)
    desk.change(dots, Dots.draw, random.Random(1))
    assert kept(desk) == before
    desk.change(agenda, Agenda.put_in_order, dots.order)
    assert titles(desk) == "bac"
    assert kept(desk) != before  # the control: an order shows in the store
    assert "731" not in kept(desk)
    desk.change(agenda.session.items[0], AgendaItem.reword, "731")
    assert "731" in kept(desk)  # the control: this number would be found
    desk.undo()
    desk.undo()
    assert titles(desk) == "abc"
    assert kept(desk) == before


def test_two_counts_with_the_same_order_leave_the_same_and_the_memory_has_no_count(desk: Desk) -> None:
    with_items(desk, "abc")
    left = []
    for counts in ((1, 9, 5), (0, 27, 1), (5, 4, 9)):
        dots = dotted(desk, *counts)
        desk.change(dots, Dots.open)
        marks = vars(dots)["_marks"]
        left.append(repr({name: value for name, value in vars(dots).items() if name != "_marks"}) + repr(vars(marks)))
    assert left[0] == left[1]
    assert left[0] != left[2]  # the control: another order is seen


# -- roles --------------------------------------------------------------------------------------------------------


def test_a_role_is_taken_or_free_and_nothing_else(desk: Desk) -> None:
    with_items(desk, "a")
    fresh, before = vars(AgendaTable(0)), kept(desk)
    assert table(desk).free() == list(ROLES)
    desk.change(table(desk), AgendaTable.take, "write")
    assert table(desk).is_taken("write")
    assert table(desk).free() == ["lead", "time", "watch"]
    desk.change(table(desk), AgendaTable.take, "write")
    assert vars(table(desk)) == fresh  # swapped: no history
    assert kept(desk) == before
    refuse("one of the roles", lambda: desk.change(table(desk), AgendaTable.take, "boss"))


# -- an item opens its own activity -------------------------------------------------------------------------------


@pytest.mark.parametrize("what", list(OPENS))
def test_an_item_opens_an_activity_and_the_room_comes_back_to_it(desk: Desk, what: str) -> None:
    agenda = with_items(desk, "ab")
    there = agenda.minutes_there()
    desk.change(table(desk), AgendaTable.point, 1)
    desk.change(agenda, Agenda.open, agenda.session.items[1], what)
    session = agenda.session
    assert session.now is not None
    assert (session.now.title, session.now.minutes, session.now.of_an_item) == ("b", 10, True)
    assert agenda.minutes_there() == there
    assert session.onward() is agenda
    desk.change(session, Session.walk_on)
    assert agenda.state == NOW
    assert table(desk).at == 1
    assert not play.space_of(desk).questions_had
    desk.undo()
    desk.undo()
    assert agenda_of(desk).state == NOW
    assert [one.title for one in agenda_of(desk).session.activities].count("b") == 0


def test_what_an_item_cannot_open_is_refused(desk: Desk) -> None:
    agenda = with_items(desk, "a")
    refuse("Choose a round of talk", lambda: desk.change(agenda, Agenda.open, agenda.session.items[0], "since"))
    desk.change(agenda.session.items[0], AgendaItem.close, "carried")
    again = next(one for one in play.space_of(desk).items if one.session is None)
    refuse("not on today's agenda", lambda: desk.change(agenda, Agenda.open, again, "round"))
