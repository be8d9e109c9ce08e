"""Deeper: the light debate, its turns, and that it comes once and leaves nothing behind."""

from __future__ import annotations

import pytest

from elephants.desk import Desk
from elephants.sessions.base import Refused
from elephants.sessions.deciding.debate import TURNS, Debate, Turn
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import Tally
from elephants.sessions.deciding.steps import Step
from tests.store import play

SIDES = ("Stay at the harbour side", "Move to the orchard side")


@pytest.fixture
def split(desk: Desk) -> Deciding:
    """A decision that is split for the third time."""
    play.open_session(desk)
    deciding = play.a_deciding(desk)
    for n in range(3):
        if n:
            desk.change(deciding, Deciding.more)
        play.to_choose(desk, deciding, options=() if n else ("The hall", "The kitchen"))
        desk.change(deciding, Deciding.reveal, Tally((4, 4), 6, 14))
    return deciding


def at(deciding: Deciding) -> Step:
    return deciding.step


def test_both_sides_need_a_name_and_not_the_same() -> None:
    debate = Debate()
    for one, other, sentence in (
        (" ", "Other", "Name both sides"),
        ("One", "", "Name both sides"),
        ("One", "ONE", "different names"),
        ("x" * 81, "Other", "Make it shorter"),
    ):
        with pytest.raises(Refused, match=sentence):
            debate.name(one, other)
    with pytest.raises(Refused, match="Name both sides"):
        debate.go_on()
    assert debate.turn is Turn.SIDES


def test_all_speak_for_one_side_then_for_the_other_twice_and_then_are_quiet() -> None:
    debate = Debate()
    with pytest.raises(Refused, match="first one"):
        debate.go_back()
    debate.name("One", "Other")
    spoken = []
    while not debate.finished:
        debate.go_on()
        spoken.append(debate.speaking)
    assert spoken == ["One", "Other", "One", "Other", "", ""]
    with pytest.raises(Refused, match="last turn"):
        debate.go_on()
    for turn in reversed(TURNS[:-1]):
        debate.go_back()
        assert debate.turn is turn


def test_deeper_comes_at_the_third_split_alone(desk: Desk) -> None:
    play.open_session(desk)
    deciding = play.a_deciding(desk)
    with pytest.raises(Refused, match="not the step"):
        desk.change(deciding, Deciding.deepen)
    play.to_choose(desk, deciding)
    for n in range(2):
        desk.change(deciding, Deciding.reveal, Tally((4, 4), 6, 14))
        assert not deciding.may_deepen
        with pytest.raises(Refused, match="at the third split, and once"):
            desk.change(deciding, Deciding.deepen)
        desk.change(deciding, Deciding.more)
        play.to_choose(desk, deciding, options=())
        assert deciding.poll.splits == n + 1


def test_once_deeper_and_after_one_more_split_only_later(desk: Desk, split: Deciding) -> None:
    assert split.may_deepen
    with pytest.raises(Refused, match="three times"):
        desk.change(split, Deciding.more)
    desk.change(split, Deciding.deepen)
    assert isinstance(desk.moment(split), Debate)
    desk.change(split, Deciding.go_on)
    assert (split.step, desk.moment(split)) == (Step.READY, None)
    desk.change(split, Deciding.ready)
    desk.change(split, Deciding.reveal, Tally((4, 4), 6, 14))
    assert (split.step, split.poll.splits, split.may_deepen) == (Step.SPLIT, 4, False)
    for deed, sentence in (
        (Deciding.more, "three times"),
        (Deciding.deepen, "and once"),
        (Deciding.go_back, "three times"),
    ):
        with pytest.raises(Refused, match=sentence):
            desk.change(split, deed)
    desk.change(split, Deciding.later)
    assert at(split) == Step.NOT_DECIDED


@pytest.mark.parametrize("deeper", [False, True])
def test_from_later_no_way_leads_back_to_another_vote(desk: Desk, split: Deciding, deeper: bool) -> None:
    if deeper:
        for deed in (Deciding.deepen, Deciding.go_on, Deciding.ready):
            desk.change(split, deed)
        desk.change(split, Deciding.reveal, Tally((4, 4), 6, 14))
    splits = split.poll.splits
    desk.change(split, Deciding.later)
    desk.change(split, Deciding.say_next_step, "We ask around")
    assert at(split) == Step.READ_BACK
    for _ in range(2):
        desk.change(split, Deciding.go_back)
    assert (split.step, split.poll.splits) == (Step.SPLIT, splits)
    with pytest.raises(Refused, match="three times"):
        desk.change(split, Deciding.go_back)
    with pytest.raises(Refused, match="not the step"):
        desk.change(split, Deciding.ready)
    desk.change(split, Deciding.later)
    assert at(split) == Step.NOT_DECIDED


def test_back_from_the_debate_is_the_same_split_and_it_can_still_begin(desk: Desk, split: Deciding) -> None:
    desk.change(split, Deciding.deepen)
    desk.change(desk.moment(split), Debate.name, *SIDES)
    desk.change(split, Deciding.go_back)
    assert (split.step, split.poll.splits, split.may_deepen) == (Step.SPLIT, 3, True)
    desk.change(split, Deciding.deepen)
    assert desk.moment(split).sides == ("", ""), "what was named before is gone"


def test_the_debate_leaves_nothing_in_the_store(desk: Desk, split: Deciding) -> None:
    before = play.dump(desk.store)
    desk.change(split, Deciding.deepen)
    desk.change(desk.moment(split), Debate.name, *SIDES)
    while not desk.moment(split).finished:
        desk.change(desk.moment(split), Debate.go_on)
    desk.change(split, Deciding.go_back)
    assert play.dump(desk.store) == before
    assert not any(side in str(before) for side in SIDES)
