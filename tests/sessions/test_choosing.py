"""The room chooses: options, ways, the box and the reveal; what is settled before CHOOSE stays settled."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from elephants.desk import Desk
from elephants.sessions.base import Refused
from elephants.sessions.deciding.ballot import Ballot
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import NUMBERS, WORDS, Count, Reveal, Tally
from elephants.sessions.deciding.steps import Ending, Step
from elephants.sessions.deciding.ways import Way
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.session import Session
from tests.store import play

CARRIED, SPLIT = Tally((9, 3), 2, 14), Tally((5, 6), 3, 14)


@pytest.fixture
def deciding(desk: Desk) -> Deciding:
    play.open_session(desk)
    return play.a_deciding(desk)


def _refuse(sentence: str, act: Callable[[], object]) -> None:
    with pytest.raises(Refused, match=sentence):
        act()


def _vote(desk: Desk, box: Ballot, *wishes: int | None) -> None:
    for wish in wishes:
        desk.change(box, Ballot.ready)
        desk.change(box, Ballot.wish, wish)
        desk.change(box, Ballot.sure)
        desk.change(box, Ballot.pass_on)


def _to_box(desk: Desk, deciding: Deciding) -> Ballot:
    desk.change(deciding, Deciding.choose_by, Way.BALLOT.value)
    play.to_choose(desk, deciding)
    box = desk.moment(deciding)
    assert isinstance(box, Ballot)
    desk.change(deciding, Deciding.open_box)
    desk.change(box, Ballot.begin)
    return box


def test_open_hands_begin_as_numbers_and_every_other_way_as_words(desk: Desk, deciding: Deciding) -> None:
    assert (deciding.way, deciding.poll.form) == (Way.OPEN, NUMBERS)
    for way in (Way.SHUT, Way.TIN, Way.BALLOT):
        desk.change(deciding, Deciding.choose_by, way.value)
        assert (deciding.way, deciding.poll.form) == (way, WORDS)
    desk.change(deciding, Deciding.choose_by, Way.OPEN.value)
    assert deciding.poll.form == NUMBERS


def test_the_way_that_is_picked_already_does_not_unsettle_the_form(desk: Desk, deciding: Deciding) -> None:
    desk.change(deciding, Deciding.write_as, WORDS)
    desk.change(deciding, Deciding.choose_by, Way.OPEN.value)
    assert deciding.poll.form == WORDS, "pressed once more, hands in the open would be written in numbers after all"


@pytest.mark.parametrize("way", Way)
def test_way_form_and_options_are_settled_before_choose(desk: Desk, deciding: Deciding, way: Way) -> None:
    desk.change(deciding, Deciding.choose_by, way.value)
    play.to_choose(desk, deciding)
    option = deciding.poll.options[0]
    for act in (
        lambda: desk.change(deciding, Deciding.choose_by, Way.TIN.value),
        lambda: desk.change(deciding, Deciding.write_as, NUMBERS),
        lambda: desk.change(deciding, Deciding.add_option, "The garden"),
        lambda: desk.change(deciding, Deciding.reword_option, option, "The garden"),
        lambda: desk.change(deciding, Deciding.drop_option, option),
        lambda: desk.change(deciding, Deciding.move_option, option, 1),
        lambda: desk.change(deciding, Deciding.add_view, "Wait"),
        lambda: desk.change(deciding, Deciding.add_slips, ["Wait"], desk.chance),
    ):
        _refuse("choosing or has chosen", act)
    assert deciding.way is way


def test_a_way_that_does_not_exist(desk: Desk, deciding: Deciding) -> None:
    _refuse("hands in the open, hands with eyes shut", lambda: desk.change(deciding, Deciding.choose_by, "by lot"))


def test_a_ballot_of_fewer_than_six_is_refused_and_says_why_and_what_else(desk: Desk) -> None:
    play.open_session(desk, here=5)
    deciding = play.a_deciding(desk)
    sentence = "needs 6 of us or more. With 5 here, everyone could work out .* Choose by hands or by slips, or talk on"
    _refuse(sentence, lambda: desk.change(deciding, Deciding.choose_by, Way.BALLOT.value))
    assert (deciding.way, deciding.poll.form) == (Way.OPEN, NUMBERS)
    desk.change(play.session_of(desk), Session.count_here, 6)
    desk.change(deciding, Deciding.choose_by, Way.BALLOT.value)
    desk.change(play.session_of(desk), Session.count_here, 5)
    _refuse(sentence, lambda: play.to_choose(desk, deciding))
    assert deciding.step == Step.READY


def test_going_back_to_choose_smuggles_no_small_ballot_in(desk: Desk, deciding: Deciding) -> None:
    box = _to_box(desk, deciding)
    _vote(desk, box, *[0] * 14)
    desk.change(deciding, Deciding.reveal, box.tally())
    desk.change(play.session_of(desk), Session.count_here, 3)
    desk.change(deciding, Deciding.go_back)
    assert deciding.step == Step.CHOOSE
    _refuse("With 3 here", lambda: desk.change(deciding, Deciding.open_box))


def test_the_box_is_for_the_ballot_alone_and_the_ballot_needs_its_box(desk: Desk, deciding: Deciding) -> None:
    _refuse("not the step", lambda: desk.change(deciding, Deciding.open_box))
    play.to_choose(desk, deciding)
    _refuse("only for a secret ballot", lambda: desk.change(deciding, Deciding.open_box))
    desk.change(deciding, Deciding.go_back)
    desk.change(deciding, Deciding.choose_by, Way.BALLOT.value)
    desk.change(deciding, Deciding.ready)
    _refuse("Open the box", lambda: desk.change(deciding, Deciding.reveal, CARRIED))
    desk.change(deciding, Deciding.open_box)
    assert deciding.box_open
    desk.change(deciding, Deciding.reveal, CARRIED)
    assert not deciding.box_open


def test_all_pass_in_the_box_is_a_split_and_not_nothing(desk: Desk, deciding: Deciding) -> None:
    box = _to_box(desk, deciding)
    _vote(desk, box, *[None] * 14)
    desk.change(deciding, Deciding.reveal, box.tally())
    assert (deciding.step, deciding.poll.result_words()) == (Step.SPLIT, "We were split.")


@pytest.mark.parametrize("way", [Way.OPEN, Way.SHUT, Way.TIN])
def test_where_a_facilitator_counts_nothing_counted_is_said(desk: Desk, deciding: Deciding, way: Way) -> None:
    desk.change(deciding, Deciding.choose_by, way.value)
    play.to_choose(desk, deciding)
    assert isinstance(desk.moment(deciding), Count)
    _refuse("Nothing was counted", lambda: desk.change(deciding, Deciding.reveal, Tally((0, 0), 0, 14)))


def test_how_many_are_here_is_fixed_when_choose_opens(desk: Desk, deciding: Deciding) -> None:
    play.to_choose(desk, deciding)
    assert desk.moment(deciding).here == 14
    desk.change(play.session_of(desk), Session.count_here, 9)
    assert desk.moment(deciding).here == 14


def test_no_undo_past_open_box_and_none_past_the_reveal(desk: Desk, deciding: Deciding) -> None:
    box = _to_box(desk, deciding)
    assert not desk.can_undo
    _vote(desk, box, 0, 0, 1)
    assert not desk.can_undo, "a vote is no deed to undo"
    desk.change(deciding, Deciding.reveal, box.tally())
    assert not desk.can_undo
    _refuse("nothing to undo", desk.undo)
    assert deciding.step == Step.ADD


@pytest.mark.parametrize("tally", [CARRIED, SPLIT])
def test_no_undo_past_the_reveal_of_hands(desk: Desk, deciding: Deciding, tally: Tally) -> None:
    play.to_choose(desk, deciding)
    assert desk.can_undo
    desk.change(deciding, Deciding.reveal, tally)
    assert not desk.can_undo


def test_going_back_from_a_box_voids_it_and_undo_brings_back_an_empty_one(desk: Desk, deciding: Deciding) -> None:
    box = _to_box(desk, deciding)
    _vote(desk, box, 0, 0, 0)
    desk.change(deciding, Deciding.go_back)
    assert not deciding.box_open
    desk.undo()
    deciding = play.activity_of(desk, "deciding")
    again = desk.moment(deciding)
    assert deciding.box_open
    assert again is not box
    assert not again.begun, "so every face says that the box was lost"
    assert again.lit == frozenset()


def test_a_round_before_is_gone_when_the_next_one_opens(desk: Desk, deciding: Deciding) -> None:
    play.to_choose(desk, deciding)
    desk.change(deciding, Deciding.reveal, SPLIT)
    assert deciding.poll.result_words().endswith("A, “The hall”: 5. B, “The kitchen”: 6. I'm not sure: 3.")
    desk.change(deciding, Deciding.more)
    play.to_choose(desk, deciding, options=())
    assert (deciding.poll.totals, deciding.poll.result_words()) == (None, "")
    assert desk.moment(deciding).hands == (0, 0, 0)


def test_the_counts_of_a_split_stay_with_their_options(desk: Desk, deciding: Deciding) -> None:
    desk.change(deciding, Deciding.add_option, "The garden")
    play.to_choose(desk, deciding)
    desk.change(deciding, Deciding.reveal, Tally((5, 4, 2), 3, 14))
    garden, hall, kitchen = deciding.poll.options
    desk.change(deciding, Deciding.move_option, garden, 2)
    assert deciding.poll.result_words().endswith(
        "A, “The hall”: 4. B, “The kitchen”: 2. C, “The garden”: 5. I'm not sure: 3."
    )
    desk.change(deciding, Deciding.drop_option, hall)
    said = "We were split. A, “The kitchen”: 2. B, “The garden”: 5. I'm not sure: 3."
    assert deciding.poll.result_words() == said
    desk.change(deciding, Deciding.add_option, "The park")
    assert deciding.poll.result_words() == said, "nobody could choose it then"
    desk.change(deciding, Deciding.move_option, deciding.poll.options[2], 0)
    assert (deciding.poll.totals, deciding.poll.result_words()) == (None, "We were split.")
    assert kitchen.letter == "B"


def test_a_split_stays_a_split_when_not_today_is_taken_back(desk: Desk, deciding: Deciding) -> None:
    play.to_choose(desk, deciding)
    desk.change(deciding, Deciding.reveal, SPLIT)
    desk.change(deciding, Deciding.more)
    for _ in range(3):
        desk.change(deciding, Deciding.go_on)
    desk.change(deciding, Deciding.not_today)
    said = deciding.poll.result_words()
    desk.change(deciding, Deciding.go_back)
    assert (deciding.step, deciding.poll.splits) == (Step.READY, 1)
    assert deciding.poll.result_words() == said != ""


def test_the_reveal_is_a_moment_of_its_own_after_each_choice(desk: Desk, deciding: Deciding) -> None:
    def seen() -> bool:
        moment = desk.moment(deciding)
        assert isinstance(moment, Reveal)
        return moment.over

    play.to_add(desk, deciding)
    assert not seen()
    desk.change(desk.moment(deciding), Reveal.ask)
    desk.change(deciding, Deciding.add_need, "A lift home")
    assert seen()
    desk.change(deciding, Deciding.go_back)
    desk.change(deciding, Deciding.reveal, CARRIED)
    assert not seen(), "the offers of the choice that is void are no answer to this one"
    desk.change(deciding, Deciding.answer_need, deciding.poll.needs[0], "added")
    desk.change(deciding, Deciding.drop_need, deciding.poll.needs[0])
    desk.change(deciding, Deciding.nothing_came)
    desk.change(deciding, Deciding.go_on)
    desk.change(deciding, Deciding.add_need, "A lift home")
    assert (deciding.step, seen()) == (Step.ADD, True)


@pytest.mark.parametrize("at", [Step.CHECK, Step.READ_BACK])
def test_with_the_last_need_taken_out_the_room_is_asked_again(desk: Desk, deciding: Deciding, at: Step) -> None:
    play.to_read_back(desk, deciding)
    if at == Step.CHECK:
        desk.change(deciding, Deciding.go_back)
    desk.change(deciding, Deciding.drop_need, deciding.poll.needs[0])
    assert deciding.step == Step.ADD
    _refuse("Ask what people need", lambda: desk.change(deciding, Deciding.go_on))


def test_no_ending_over_a_need_that_was_struck_meanwhile(desk: Desk, deciding: Deciding) -> None:
    play.to_read_back(desk, deciding)
    desk.change(deciding, Deciding.no_look_again, "It is only for now")
    readback = play.activity_of(desk, "readback")
    line = next(one for one in readback.lines() if one.thing is deciding.poll.needs[0])
    desk.change(readback, ReadBack.strike, line)
    assert deciding.poll.needs == []
    _refuse("Ask what people need", lambda: desk.change(deciding, Deciding.close, Ending.ALL.value, desk.chance))
    for _ in range(2):
        desk.change(deciding, Deciding.go_back)
    desk.change(deciding, Deciding.nothing_came)
    desk.change(deciding, Deciding.go_on)
    desk.change(deciding, Deciding.everyone)
    desk.change(deciding, Deciding.close, Ending.ALL.value, desk.chance)
    assert deciding.poll.nothing_came


def test_slips_of_views_and_needs_are_all_kept_or_none(desk: Desk, deciding: Deciding) -> None:
    _refuse("A slip is empty", lambda: desk.change(deciding, Deciding.add_slips, ["One", " "], desk.chance))
    _refuse("line of its own", lambda: desk.change(deciding, Deciding.add_slips, [], desk.chance))
    assert deciding.poll.views == []
    slips = [f"View {n}" for n in range(8)]
    desk.change(deciding, Deciding.add_slips, slips, desk.chance)
    assert sorted(one.text for one in deciding.poll.views) == slips
    assert [one.text for one in deciding.poll.views] != slips, "shuffled, so that nobody knows whose came first"
    play.to_add(desk, deciding)
    _refuse("A slip is empty", lambda: desk.change(deciding, Deciding.add_need_slips, ["One", ""], desk.chance))
    _refuse("line of its own", lambda: desk.change(deciding, Deciding.add_need_slips, [], desk.chance))
    desk.change(deciding, Deciding.add_need_slips, slips, desk.chance)
    assert sorted(one.text for one in deciding.poll.needs) == slips
    assert [one.text for one in deciding.poll.needs] != slips
