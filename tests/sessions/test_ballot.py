"""The box on the laptop by itself: one person after the other, no way back past *Sure?*, and nothing to read."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial

import pytest

from elephants.sessions.base import Refused
from elephants.sessions.deciding.ballot import Ballot, Booth
from elephants.sessions.deciding.result import Tally


@pytest.fixture
def box() -> Ballot:
    made = Ballot(2, 8, random.Random(1))
    made.begin()
    return made


def vote(box: Ballot, *wishes: int | None) -> None:
    for wish in wishes:
        box.ready()
        box.wish(wish)
        box.sure()
        box.pass_on()


def at(box: Ballot) -> Booth:
    return box.booth


def _refuse(sentence: str, act: Callable[[], object]) -> None:
    with pytest.raises(Refused, match=sentence):
        act()


def test_each_deed_has_its_one_moment(box: Ballot) -> None:
    deeds: dict[str, Callable[[], object]] = {
        "ready": box.ready, "wish": lambda: box.wish(0), "not so": box.not_so, "sure": box.sure,
        "pass on": box.pass_on, "join": lambda: box.join([2, 1, 0]), "tally": box.tally,
    }  # fmt: skip
    fits = {
        Booth.COVER: {"ready", "join", "tally"}, Booth.OPTIONS: {"wish"}, Booth.SURE: {"not so", "sure"},
        Booth.THANKS: {"pass on"},
    }  # fmt: skip
    way: list[Callable[[], object]] = [box.ready, lambda: box.wish(0), box.sure, box.pass_on]
    for step in way:
        for name, deed in deeds.items():
            if name not in fits[at(box)]:
                _refuse("not ready for that", deed)
        step()
    assert at(box) is Booth.COVER


def test_nothing_before_the_box_is_open_for_votes() -> None:
    box = Ballot(2, 8, random.Random(1))
    for deed in (box.ready, box.tally, lambda: box.join([1, 1, 1])):
        _refuse("not ready", deed)
    box.begin()
    _refuse("already", box.begin)


def test_sure_is_final_and_before_it_nothing_is_in_the_box(box: Ballot) -> None:
    box.ready()
    box.wish(0)
    box.not_so()
    assert at(box) is Booth.OPTIONS
    box.wish(1)
    box.sure()
    for deed in (box.not_so, box.ready, lambda: box.wish(0), box.sure):
        _refuse("not ready", deed)
    box.pass_on()
    assert box.tally() == Tally((0, 1), 0, 8)


def test_who_passes_leaves_nothing_but_a_turn(box: Ballot) -> None:
    box.ready()
    box.wish(None)
    seen = [box.passing]
    box.sure()
    box.pass_on()
    assert [*seen, box.passing] == [True, False]
    assert (box.tally(), len(box.lit)) == (Tally((0, 0), 0, 8), 1)


def test_a_place_that_is_no_option(box: Ballot) -> None:
    box.ready()
    for place in (-1, 3):
        _refuse("not one of the options", partial(box.wish, place))
    box.wish(2)
    box.sure()
    box.pass_on()
    assert box.tally().not_sure == 1


@pytest.mark.parametrize("wish", [0, 1, 2, None])
def test_chairs_light_alike_for_a_choice_and_for_a_pass(wish: int | None) -> None:
    one, other = Ballot(2, 8, random.Random(7)), Ballot(2, 8, random.Random(7))
    for box, choice in ((one, 0), (other, wish)):
        box.begin()
        vote(box, *[choice] * 5)
    assert one.lit == other.lit
    assert len(one.lit) == 5
    assert one.gap() == other.gap()


def test_more_turns_than_chairs_are_said_and_never_blocked(box: Ballot) -> None:
    vote(box, *[0] * 5)
    assert "Only a few of us" in box.gap()
    vote(box, 0)
    assert "not lit yet" in box.gap()
    vote(box, 0, 0)
    assert box.gap() == "The laptop has moved on as often as we are here."
    vote(box, 0)
    assert "count the tokens" in box.gap()
    assert (len(box.lit), box.tally().voting) == (8, 9)
    assert not any(sign.isdigit() for sign in box.gap())


def test_the_cover_takes_back_a_wish_and_never_a_vote(box: Ballot) -> None:
    box.ready()
    box.cover()
    box.ready()
    box.wish(0)
    box.cover()
    assert (at(box), len(box.lit)) == (Booth.COVER, 0)
    _refuse("Nobody has had the laptop", box.tally)
    box.ready()
    box.wish(1)
    box.sure()
    box.cover()  # sleep while it says thank you: the vote is in, the turn counts
    assert (at(box), len(box.lit), box.tally()) == (Booth.COVER, 1, Tally((0, 1), 0, 8))
    box.cover()
    assert len(box.lit) == 1


def test_slips_join_once_and_three_or_more(box: Ballot) -> None:
    vote(box, 0, None)
    for slips in ([1, 1, 0], [0, 0, 0], [2, 0, 0]):
        _refuse("3 or more. One alone could be recognised", partial(box.join, slips))
    for slips in ([3, 1], [3, -1, 1], [1, 1, 1, 1]):
        _refuse("one count for each", partial(box.join, slips))
    before = box.joined
    box.join([1, 1, 1])
    assert (before, box.joined) == (False, True)
    assert (len(box.lit), box.tally()) == (5, Tally((2, 1), 1, 8))
    _refuse("already", lambda: box.join([1, 1, 1]))


def test_an_empty_slip_passes_and_is_one_of_those_used(box: Ballot) -> None:
    _refuse("3 or more", lambda: box.join([1, 0, 0], empty=1))
    _refuse("below nothing", lambda: box.join([3, 0, 0], empty=-1))
    box.join([1, 1, 0], empty=1)
    assert (len(box.lit), box.tally().voting) == (3, 2)


def test_slips_wait_while_somebody_has_the_options_before_them(box: Ballot) -> None:
    box.ready()
    _refuse("not ready", lambda: box.join([1, 1, 1]))
    box.wish(0)
    _refuse("not ready", lambda: box.join([1, 1, 1]))


def test_nothing_of_the_votes_can_be_read_from_the_outside() -> None:
    one, other = Ballot(2, 8, random.Random(1)), Ballot(2, 8, random.Random(1))
    for box, wishes in ((one, (0, 0, 0, 0)), (other, (None, 1, 2, None))):
        box.begin()
        vote(box, *wishes)
    assert _outside(one) == _outside(other)
    assert one.tally() != other.tally()


def _outside(box: Ballot) -> dict[str, object]:
    public = {name: getattr(box, name) for name in dir(box) if not name.startswith("_")}
    said = {name: value for name, value in public.items() if not callable(value)}
    return {**said, "gap": box.gap(), "repr": repr(box)}
