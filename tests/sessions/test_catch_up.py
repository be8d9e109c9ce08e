"""Caught up after paper: one line an activity, and no decision that carries an option goes past ADD and CHECK."""

from __future__ import annotations

import random
from datetime import date

import pytest

from elephants.desk import Desk
from elephants.rehearsal import read_rehearsal
from elephants.sessions import catch_up
from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.base import Refused
from elephants.sessions.breather import Breather
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.steps import Ending, Step
from elephants.sessions.deciding.ways import Way
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.session import Session
from tests.rehearsals import shipped

POND = "Where does the pond go?"


@pytest.fixture
def shed(desk: Desk) -> Desk:
    """The garden shed, opened with eleven people and then on paper."""
    read_rehearsal(shipped("lid-down")).set_up(desk)
    desk.change(the(desk), Session.start, 11)
    desk.change(desk.breather, Breather.put_lid_down)
    return desk


def the(desk: Desk) -> Session:
    assert desk.session is not None
    return desk.session


def item(desk: Desk, title: str = POND) -> AgendaItem:
    return next(one for one in the(desk).items if one.title == title)


def decided(desk: Desk, *options: str) -> Deciding:
    """Open what was decided on the pond, with these options."""
    agenda = next(one for one in the(desk).activities if isinstance(one, Agenda))
    desk.change(agenda, catch_up.decide_on_paper, item(desk))
    deciding = next(one for one in the(desk).activities if isinstance(one, Deciding))
    for option in options:
        desk.change(deciding, Deciding.add_option, option)
    return deciding


def no_way_past(shed: Desk, deciding: Deciding) -> None:
    """The control: every deed that could leave ADD behind refuses."""
    for way_past in (catch_up.leave_undecided, catch_up.did_not, catch_up.took_place):
        with pytest.raises(Refused, match="need to come along"):
            shed.change(deciding, way_past)
    with pytest.raises(Refused, match="need to come along"):
        shed.change(item(shed), AgendaItem.close, "talked")
    if the(shed).state == "running":
        with pytest.raises(Refused, match="need to come along"):
            shed.change(the(shed), catch_up.over)
    readback = next(one for one in the(shed).activities if isinstance(one, ReadBack))
    with pytest.raises(Refused, match="still open"):
        shed.change(readback, ReadBack.agree, date(2026, 9, 18))


@pytest.mark.parametrize("closed", [False, True])
def test_an_option_that_was_chosen_on_paper_goes_through_add_and_check(shed: Desk, closed: bool) -> None:
    if closed:
        shed.change(the(shed), Session.close)
    deciding = decided(shed, "By the gate", "Under the plum tree")
    shed.change(deciding, catch_up.chose_on_paper, deciding.poll.options[1])
    assert deciding.step.name == "ADD"
    assert deciding.poll.result_words() == "Most of us chose “Under the plum tree”."
    assert (deciding.poll.short, deciding.poll.totals, deciding.poll.form) == (True, None, "words")
    with pytest.raises(Refused, match="This is not the step"):
        shed.change(deciding, Deciding.close, Ending.ALL.value, random.Random(1))
    with pytest.raises(Refused, match="nothing came"):
        shed.change(deciding, Deciding.go_on)
    no_way_past(shed, deciding)
    shed.change(deciding, Deciding.nothing_came)
    shed.change(deciding, Deciding.go_on)
    assert deciding.step.name == "CHECK"
    with pytest.raises(Refused):
        shed.change(deciding, Deciding.close, Ending.ALL.value, random.Random(1))
    shed.change(deciding, Deciding.everyone)
    shed.change(deciding, Deciding.no_look_again, "it is a pond")
    shed.change(deciding, Deciding.close, Ending.ALL.value, random.Random(1))
    assert item(shed).closed == "decided"
    assert the(shed).state == ("closed" if closed else "running")
    assert [one.title for one in the(shed).space.items if one.session is None and one.title == POND] == []


def test_the_room_stays_where_it_is_while_a_decision_is_caught_up(shed: Desk) -> None:
    agenda = next(one for one in the(shed).activities if isinstance(one, Agenda))
    shed.change(the(shed), Session.go, agenda)
    deciding = decided(shed)
    assert the(shed).now is agenda
    assert deciding.state == "done"


def test_a_split_on_paper_is_a_split_and_undo_leads_back_before_it(shed: Desk) -> None:
    deciding = decided(shed, "By the gate", "Under the plum tree")
    shed.change(deciding, catch_up.chose_on_paper, None)
    assert (deciding.step, deciding.poll.splits, deciding.poll.carried) == (Step.SPLIT, 1, False)
    shed.undo()
    deciding = next(one for one in the(shed).activities if isinstance(one, Deciding))
    assert (deciding.step, deciding.poll.splits) == (Step.FRAME, 0)
    for _ in range(3):
        shed.change(deciding, catch_up.chose_on_paper, None)
    with pytest.raises(Refused, match="split three times"):
        shed.change(deciding, catch_up.chose_on_paper, None)
    shed.change(deciding, catch_up.leave_undecided)
    assert deciding.step.name == "NOT_DECIDED"
    shed.change(deciding, Deciding.say_next_step, "We ask the ducks.")
    with pytest.raises(Refused, match="take it up again"):
        shed.change(deciding, Deciding.close, Ending.NOT_DECIDED.value, random.Random(1))


def test_one_option_is_no_choice_and_a_box_with_votes_is_not_thrown_away(shed: Desk) -> None:
    deciding = decided(shed, "By the gate")
    with pytest.raises(Refused, match="two options"):
        shed.change(deciding, catch_up.chose_on_paper, deciding.poll.options[0])
    shed.change(deciding, Deciding.add_option, "Under the plum tree")
    shed.change(deciding, Deciding.choose_by, Way.BALLOT.value)
    shed.change(deciding, Deciding.go_on)
    shed.change(deciding, Deciding.go_on)
    shed.change(deciding, Deciding.open_box)
    for deed in (catch_up.leave_undecided, catch_up.back_to_choice):
        with pytest.raises(Refused, match="A box is open"):
            shed.change(deciding, deed)
    with pytest.raises(Refused, match="A box is open"):
        shed.change(deciding, catch_up.chose_on_paper, deciding.poll.options[0])


def test_what_was_decided_elsewhere_is_only_asked_for_needs(shed: Desk) -> None:
    deciding = decided(shed)
    shed.change(deciding, Deciding.frame, POND, "decided")
    with pytest.raises(Refused, match="already decided"):
        shed.change(deciding, catch_up.leave_undecided)
    with pytest.raises(Refused):
        shed.change(deciding, catch_up.chose_on_paper, None)
    shed.change(deciding, Deciding.go_on)
    assert deciding.step.name == "ADD"


def test_an_activity_took_place_or_did_not_and_the_read_back_is_left_to_the_room(shed: Desk) -> None:
    by_kind = {one.kind: one for one in the(shed).activities}
    shed.change(by_kind["checkout"], catch_up.took_place)
    shed.change(by_kind["since"], catch_up.took_place)
    assert the(shed).now is by_kind["agreement"]
    shed.change(by_kind["agreement"], catch_up.did_not)
    assert [by_kind[kind].state for kind in ("since", "agreement", "checkin", "checkout")] == [
        "done", "skipped", "now", "done",
    ]  # fmt: skip
    for deed in (catch_up.took_place, catch_up.did_not):
        with pytest.raises(Refused, match="read back by the room"):
            shed.change(by_kind["readback"], deed)
    for kind in ("checkin", "stories", "agenda"):
        shed.change(by_kind[kind], catch_up.took_place)
    assert the(shed).now is by_kind["readback"]
    shed.change(the(shed), catch_up.over)
    assert (the(shed).state, by_kind["readback"].state) == ("closed", "skipped")
    shed.change(by_kind["stories"], catch_up.did_not)
    assert (the(shed).state, by_kind["stories"].state) == ("closed", "skipped")


def test_nothing_is_caught_up_before_the_start_or_after_the_room_agreed(desk: Desk) -> None:
    read_rehearsal(shipped("lid-down")).set_up(desk)
    checkin = next(one for one in the(desk).activities if one.kind == "checkin")
    with pytest.raises(Refused, match="not been opened"):
        desk.change(checkin, catch_up.took_place)
    desk.change(the(desk), Session.start, 11)
    readback = next(one for one in the(desk).activities if isinstance(one, ReadBack))
    desk.change(readback, ReadBack.agree, date(2026, 9, 18))
    assert not catch_up.may_catch_up(the(desk))
    with pytest.raises(Refused, match="agreed"):
        desk.change(checkin, catch_up.took_place)


def test_the_lid_is_of_the_moment(shed: Desk) -> None:
    assert vars(shed.breather)["lid"]
    shed.change(shed.breather, Breather.lift_lid)
    assert not vars(shed.breather)["lid"]
    shed.change(shed.breather, Breather.pause)
    shed.change(shed.breather, Breather.put_lid_down)
    assert (shed.breather.lid, shed.breather.paused) == (True, False)
    shed.leave()
    assert not shed.breather.lid
