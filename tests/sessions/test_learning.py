"""The learning session: what is shown, what is kept, and that nobody can tell who spoke first (METHOD.md)."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from elephants.sessions.agenda.agenda import ask_for
from elephants.sessions.base import Refused
from elephants.sessions.learning.happened import became
from elephants.sessions.learning.learned import GROUP, POINTS, TRY, Learned, add_slip, grouped, of_kind
from elephants.sessions.learning.learning import STEPS, Learning, asked_for, done_for, say_otherwise
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.session import Session
from tests.rehearsals import dump
from tests.ui.views.kitchen import TODAY, Kitchen
from tests.ui.views.states_learning import POINTS as SAID
from tests.ui.views.states_learning import SLIP, learning, write

ORDER = [text for _, text in SAID]


@pytest.fixture
def kitchen(tmp_path: Path) -> Kitchen:
    return Kitchen(tmp_path)


def collected(kitchen: Kitchen) -> Learning:
    return write(kitchen, learning(kitchen, "points"), "points")


def test_it_begins_with_what_was_decided_and_what_became_of_it(kitchen: Kitchen) -> None:
    found = learning(kitchen, "happened")
    (eat,) = found.decisions()
    assert eat.title == "We eat before we talk"
    assert became(eat)[:2] == ["All of us", "Added because some of us need it: We keep a plate for whoever comes late."]
    assert dump(kitchen.desk.store)["learned"] == []


# -- nobody can tell who spoke first -------------------------------------------------------------------------------


def said(kitchen: Kitchen, by: str) -> list[str]:
    """The points in the order that a column of the store tells."""
    rows = [row for row in dump(kitchen.desk.store)["learned"] if row["kind"] in POINTS and row["text"] != SLIP]
    return [str(row["text"]) for row in sorted(rows, key=lambda row: int(str(row[by])))]


def _on(kitchen: Kitchen, found: Learning) -> None:
    kitchen.desk.change(found, Learning.go_on, kitchen.desk.chance)


def _back(kitchen: Kitchen, found: Learning) -> None:
    kitchen.desk.change(found, Learning.go_back, kitchen.desk.chance)


def _walk(kitchen: Kitchen, _found: Learning) -> None:
    kitchen.desk.change(kitchen.session, Session.walk_on)


def _skip(kitchen: Kitchen, _found: Learning) -> None:
    kitchen.desk.change(kitchen.session, Session.skip)


def _to_another(kitchen: Kitchen, _found: Learning) -> None:
    kitchen.desk.change(kitchen.session, Session.go, kitchen.session.activities[0])


def _walk_back(kitchen: Kitchen, _found: Learning) -> None:
    kitchen.desk.change(kitchen.session, Session.walk_back)


def _close(kitchen: Kitchen, _found: Learning) -> None:
    kitchen.desk.change(kitchen.session, Session.close)


@pytest.mark.parametrize("leave", [_on, _back, _walk, _skip, _to_another, _walk_back, _close])
def test_whatever_way_the_room_leaves_no_order_of_arrival_stays(
    kitchen: Kitchen, leave: Callable[[Kitchen, Learning], None]
) -> None:
    """Twelve points stand in one of 479 million orders: the same as said is no chance."""
    found, order = collected(kitchen), [*ORDER, *"abcdef"]
    for text in "abcdef":
        kitchen.desk.change(found, Learning.add, "not", text)
    assert said(kitchen, "id") == said(kitchen, "place") == order, "the control: while they are collected it is there"
    leave(kitchen, found)
    by_id, by_place = said(kitchen, "id"), said(kitchen, "place")
    assert sorted(by_id) == sorted(by_place) == sorted(order)
    assert order not in (by_id, by_place, by_id[::-1], by_place[::-1])
    assert by_id != by_place


def test_points_that_came_on_paper_are_mixed_when_the_room_agrees(kitchen: Kitchen) -> None:
    kitchen.desk.change(kitchen.session, Session.add_activity, "learning")
    found = next(one for one in kitchen.session.activities if isinstance(one, Learning))
    for kind, text in SAID:
        kitchen.desk.change(found, Learning.add, kind, text)
    assert said(kitchen, "id") == said(kitchen, "place") == ORDER
    kitchen.desk.change(kitchen.go("readback", ReadBack), ReadBack.agree, TODAY, random.Random(2))
    assert ORDER not in (said(kitchen, "id"), said(kitchen, "place"))


def test_slips_lie_in_no_order_and_belong_to_nobody(kitchen: Kitchen) -> None:
    for text in ORDER:
        kitchen.desk.change(kitchen.space, add_slip, text, random.Random(4))
    rows = dump(kitchen.desk.store)["learning_slip"]
    assert all(set(row) == {"id", "space_id", "text"} for row in rows)
    assert [row["text"] for row in sorted(rows, key=lambda row: int(str(row["id"])))] != ORDER
    found = learning(kitchen, "points")
    assert sorted(one.text for one in found.lines(*POINTS)) == sorted([*ORDER, SLIP])
    assert dump(kitchen.desk.store)["learning_slip"] == []
    kitchen.desk.change(found, Learning.go_back, random.Random(1))
    kitchen.desk.change(found, Learning.go_on, random.Random(1))
    assert len(found.lines(*POINTS)) == len(ORDER) + 1, "a slip is taken up once"


# -- groups --------------------------------------------------------------------------------------------------------


def shape(found: Learning) -> list[tuple[str, list[str]]]:
    return [(group.text if group else "", [one.text[0] for one in points]) for group, points in grouped(found.session)]


def lettered(kitchen: Kitchen) -> Learning:
    """Two points in no group, and two groups of two."""
    kitchen.desk.change(kitchen.session, Session.add_activity, "learning")
    found = kitchen.go("learning", Learning)
    for letter in "abcdef":
        kitchen.desk.change(found, Learning.add, "right", letter)
    for name, letters in (("X", "cd"), ("Y", "ef")):
        kitchen.desk.change(found, Learning.add, GROUP, name)
        for letter in letters:
            kitchen.desk.change(found, Learning.put_into, line(found, letter), line(found, name))
    assert shape(found) == [("", ["a", "b"]), ("X", ["c", "d"]), ("Y", ["e", "f"])]
    return found


def line(found: Learning, text: str) -> Learned:
    return next(one for one in found.session.learned if one.text == text)


def test_what_has_no_place_among_the_points_is_not_moved_there(kitchen: Kitchen) -> None:
    found, change = lettered(kitchen), kitchen.desk.change
    change(found, Learning.add, TRY, "Meet earlier")
    no_point, before = line(found, "Meet earlier"), [one.text for one in found.session.learned]
    for deed in (
        partial(change, found, Learning.put, no_point, 1),
        partial(change, found, Learning.move, no_point, 1),
        partial(change, found, Learning.put_into, no_point, line(found, "X")),
        partial(change, found, Learning.put_into, line(found, "X"), None),
        partial(change, found, Learning.put_into, line(found, "a"), line(found, "b")),
        partial(change, found, Learning.put_on_agenda, line(found, "a")),
        partial(change, found, Learning.add_action, line(found, "a"), TODAY),
    ):
        with pytest.raises(Refused):
            deed()
    assert [one.text for one in found.session.learned] == before


def test_a_point_lies_in_the_group_it_is_put_behind(kitchen: Kitchen) -> None:
    found, change = lettered(kitchen), kitchen.desk.change
    change(found, Learning.put, line(found, "a"), 2)  # behind b, X
    assert shape(found) == [("", ["b"]), ("X", ["a", "c", "d"]), ("Y", ["e", "f"])]
    change(found, Learning.move, line(found, "d"), 1)
    assert shape(found)[1:] == [("X", ["a", "c"]), ("Y", ["d", "e", "f"])]
    change(found, Learning.put_into, line(found, "d"), None)
    assert shape(found)[0] == ("", ["d", "b"])
    change(found, Learning.move, line(found, "Y"), -1)
    assert [name for name, _ in shape(found)] == ["", "Y", "X"]
    change(found, Learning.put, line(found, "Y"), 7)  # dropped at the end
    assert shape(found) == [("", ["d", "b"]), ("X", ["a", "c"]), ("Y", ["e", "f"])]
    change(found, Learning.move, line(found, "Y"), 1)
    assert [name for name, _ in shape(found)] == ["", "X", "Y"]


def test_a_group_that_goes_leaves_its_points(kitchen: Kitchen) -> None:
    found = lettered(kitchen)
    kitchen.desk.change(found, Learning.take_out, line(found, "Y"))
    assert shape(found) == [("", ["a", "b", "e", "f"]), ("X", ["c", "d"])]


def test_two_groups_never_have_one_name_and_a_line_says_something(kitchen: Kitchen) -> None:
    found = lettered(kitchen)
    for kind, text in ((GROUP, "x"), ("right", "  "), ("slip", "by hand"), ("score", "7")):
        with pytest.raises(Refused):
            kitchen.desk.change(found, Learning.add, kind, text)


# -- what we try ---------------------------------------------------------------------------------------------------


def test_a_try_goes_on_the_next_agenda_or_somebody_does_it(kitchen: Kitchen) -> None:
    found = learning(kitchen, "hear")
    first, second, third = found.lines(TRY)
    done, item = done_for(first), asked_for(second)
    assert done is not None
    assert item is not None
    assert (done.owner(), item.session) == ("Two of us", None)
    assert (done_for(third), asked_for(third)) == (None, None)
    with pytest.raises(Refused):
        found.put_on_agenda(second)
    with pytest.raises(Refused):
        found.add_action(first, TODAY)
    kitchen.desk.change(second, say_otherwise, "Read slowly")
    assert item.title == "Read slowly"


def test_a_try_that_is_struck_does_not_wait_for_next_time(kitchen: Kitchen) -> None:
    found = learning(kitchen, "hear")
    kitchen.desk.change(kitchen.space, ask_for, "Something else")
    readback = kitchen.go("readback", ReadBack)
    read = next(one for one in readback.lines() if one.thing is found.lines(TRY)[1])
    kitchen.desk.change(readback, ReadBack.strike, read)
    assert [one.title for one in kitchen.space.open_items()] == ["Something else"]


# -- read-back -----------------------------------------------------------------------------------------------------


def test_each_line_is_read_back_and_committed(kitchen: Kitchen) -> None:
    found = write(kitchen, learning(kitchen, "hear"), "hear")
    texts = {one.text for one in found.session.learned}
    assert len(texts) == len(ORDER) + 1 + 2 + 3 + 1
    readback = kitchen.go("readback", ReadBack)
    assert texts <= {one.words for one in readback.lines()}
    kitchen.desk.change(readback, ReadBack.agree, TODAY, random.Random(2))
    kept = {line.words for version in kitchen.session.versions for line in version.lines if line.thing == "learned"}
    assert texts <= kept
    with pytest.raises(Refused):
        kitchen.desk.change(of_kind(kitchen.session, TRY)[0], say_otherwise, "Other words")


def test_every_step_has_words_to_say_and_a_hint(kitchen: Kitchen) -> None:
    found = learning(kitchen, "happened")
    for _ in list(STEPS)[1:]:
        assert found.say()
        assert found.hint()
        kitchen.desk.change(found, Learning.go_on, random.Random(1))
    with pytest.raises(Refused):
        kitchen.desk.change(found, Learning.go_on, random.Random(1))
