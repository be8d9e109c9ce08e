"""The questions of check-in and check-out: what they may say, no repeats, retired ones, and what a space keeps."""

from __future__ import annotations

import random
from datetime import time, timedelta

import pytest

from elephants.desk import Desk
from elephants.sessions import questions
from elephants.sessions.base import Refused
from elephants.sessions.questions import CHECK_IN, CHECK_OUT, EXPECTATIONS, FEELINGS, KINDS_OF_QUESTION, in_turn
from elephants.sessions.round import Chairs, CheckIn, Round
from elephants.sessions.session import Session
from elephants.sessions.space import Home, QuestionHad, Space
from tests.sessions.prompts import broken
from tests.store import play

ALL = (*in_turn(CHECK_IN), *in_turn(CHECK_OUT))
OWN = "Which tree would you plant?"
Asked = list[list[str]]


def checkin(desk: Desk) -> CheckIn:
    found = play.activity_of(desk, "checkin")
    assert isinstance(found, CheckIn)
    return found


def ask(desk: Desk, question: str) -> None:
    desk.change(checkin(desk), Round.ask, question)


def kept(desk: Desk, table: str) -> list[str]:
    return [str(row) for row in play.dump(desk.store)[table]]


def walk(desk: Desk, sessions: int, each: int, chance: random.Random, begin: int = 0) -> Asked:
    """Hold so many sessions, a day each, with one or two of the questions that are offered."""
    asked = []
    for number in range(begin, begin + sessions):
        play.open_session(desk, day=play.DAY + timedelta(days=number))
        for _ in range(each):
            offered = [one for one in checkin(desk).fresh_questions() if one not in checkin(desk).questions]
            ask(desk, chance.choice(offered))
        asked.append(checkin(desk).questions)
        desk.change(play.session_of(desk), Session.close)
    return asked


def small(monkeypatch: pytest.MonkeyPatch, size: int) -> tuple[str, ...]:
    pack = {kind: CHECK_IN[kind][: size // 2 + size % 2 * (kind == FEELINGS)] for kind in CHECK_IN}
    monkeypatch.setattr(CheckIn, "pack", pack)
    return in_turn(pack)


# -- the packs -----------------------------------------------------------------------------------------------------


def test_there_are_enough_of_both_kinds_and_none_twice() -> None:
    assert set(CHECK_IN) == set(CHECK_OUT) == {FEELINGS, EXPECTATIONS} == set(KINDS_OF_QUESTION)
    assert len(in_turn(CHECK_IN)) >= 40
    assert len(in_turn(CHECK_OUT)) >= 16
    assert all(len(kind) >= 8 for pack in (CHECK_IN, CHECK_OUT) for kind in pack.values())
    assert len({one.casefold() for one in ALL}) == len(ALL)


@pytest.mark.parametrize("question", ALL)
def test_each_question_keeps_the_rules_of_a_prompt(question: str) -> None:
    assert broken(question) == []
    assert question.endswith("?")


@pytest.mark.parametrize(
    "wrong",
    ["What was it like in your childhood?", "how are you?", "Was it " + "very " * 10 + "good?", "Who pays the rent?"],
)
def test_the_rules_find_what_they_forbid(wrong: str) -> None:
    assert broken(wrong) != []


# -- no repeats ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(3))
def test_no_question_comes_twice_in_a_space_until_all_were_had(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    pack = small(monkeypatch, 8)
    asked = [one for round_ in walk(desk, 24, 1, random.Random(seed)) for one in round_]
    for start in (0, 8, 16):
        assert sorted(asked[start : start + 8]) == sorted(pack)
    assert len({tuple(asked[start : start + 8]) for start in (0, 8, 16)}) > 1


@pytest.mark.parametrize("seed", range(3))
def test_two_each_time_from_an_odd_pack_give_no_repeats_either(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    pack = set(small(monkeypatch, 7))
    asked = walk(desk, 16, 2, random.Random(seed))
    had: set[str] = set()
    for one, two in asked:
        for question, beside in ((one, set()), (two, {one})):
            if had >= pack:
                had = beside  # the pack is used up; what this round asks has just come
            assert question not in had
            had.add(question)


def test_the_whole_pack_is_used_up_before_it_begins_again(desk: Desk) -> None:
    pack = in_turn(CHECK_IN)
    asked = walk(desk, len(pack) // 2, 2, random.Random(1))
    assert {one for round_ in asked for one in round_} == set(pack)
    play.open_session(desk, day=play.DAY + timedelta(days=200))
    assert checkin(desk).fresh_questions() == list(pack)
    ask(desk, pack[3])
    assert checkin(desk).fresh_questions() == [one for one in pack if one != pack[3]]
    desk.undo()
    assert len(kept(desk, "question_had")) == len(pack)
    assert checkin(desk).fresh_questions() == list(pack)


def test_a_kind_is_offered_alone(desk: Desk) -> None:
    play.open_session(desk)
    assert checkin(desk).fresh_questions(FEELINGS) == list(CHECK_IN[FEELINGS])
    ask(desk, CHECK_IN[EXPECTATIONS][0])
    assert checkin(desk).fresh_questions(EXPECTATIONS) == list(CHECK_IN[EXPECTATIONS][1:])


def test_check_out_has_a_pack_of_its_own(desk: Desk) -> None:
    play.open_session(desk)
    ask(desk, CHECK_IN[FEELINGS][0])
    assert play.activity_of(desk, "checkout").fresh_questions() == list(in_turn(CHECK_OUT))


def test_what_was_had_is_known_in_every_language(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = CHECK_IN[FEELINGS][:2]
    play.open_session(desk)
    for module in (questions, __import__("elephants.sessions.round", fromlist=["tr"])):
        monkeypatch.setattr(module, "tr", lambda words, **_values: f"po polsku: {words}")
    ask(desk, f"po polsku: {first}")
    assert checkin(desk).questions == [f"po polsku: {first}"]
    assert checkin(desk).own_questions() == []
    monkeypatch.undo()
    assert first not in checkin(desk).fresh_questions()
    assert second in checkin(desk).fresh_questions()


# -- own questions -------------------------------------------------------------------------------------------------


def test_a_question_of_its_own_is_kept_apart_and_uses_nothing_up(desk: Desk) -> None:
    play.open_session(desk)
    ask(desk, OWN)
    assert checkin(desk).own_questions() == [OWN]
    assert checkin(desk).fresh_questions() == list(in_turn(CHECK_IN))
    desk.change(play.session_of(desk), Session.close)
    play.open_session(desk, day=play.DAY + timedelta(days=7))
    assert checkin(desk).own_questions() == [OWN]
    ask(desk, OWN)
    assert len(kept(desk, "question_had")) == 1
    desk.change(checkin(desk), Round.unask, OWN)
    assert checkin(desk).own_questions() == [OWN]


def test_one_of_its_own_that_is_not_wanted_is_kept_no_longer(desk: Desk) -> None:
    play.open_session(desk)
    ask(desk, OWN)
    assert OWN in str(play.dump(desk.store))  # the control
    desk.change(checkin(desk), Round.retire, OWN)
    assert OWN not in str(play.dump(desk.store))
    assert checkin(desk).questions == []
    desk.undo()
    assert checkin(desk).own_questions() == checkin(desk).questions == [OWN]


# -- retired -------------------------------------------------------------------------------------------------------


def test_a_retired_question_is_never_offered_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = small(monkeypatch, 6)
    play.open_session(desk)
    desk.change(checkin(desk), Round.retire, pack[2])
    desk.change(play.session_of(desk), Session.close)
    asked = [one for round_ in walk(desk, 10, 1, random.Random(2), begin=1) for one in round_]
    assert sorted(asked) == sorted([*pack[:2], *pack[3:]] * 2)


def test_it_can_be_taken_back_and_undone(desk: Desk) -> None:
    first = in_turn(CHECK_IN)[0]
    play.open_session(desk)
    ask(desk, first)
    desk.change(checkin(desk), Round.retire, first)
    assert checkin(desk).questions == []
    assert checkin(desk).retired_questions() == [first]
    assert checkin(desk).fresh_questions()[0] != first
    desk.undo()
    assert checkin(desk).questions == [first]
    assert checkin(desk).retired_questions() == []
    desk.change(checkin(desk), Round.retire, first)
    desk.change(checkin(desk), Round.offer_again, first)
    assert checkin(desk).fresh_questions()[0] == first
    assert kept(desk, "question_retired") == []
    desk.undo()
    assert checkin(desk).retired_questions() == [first]


def test_another_space_is_offered_it_still(desk: Desk) -> None:
    first = in_turn(CHECK_IN)[0]
    play.open_session(desk)
    desk.change(checkin(desk), Round.retire, first)
    desk.change(desk.home, Home.new_space, "Garden group")
    desk.change(desk.home.spaces[1], Space.plan, play.DAY, time(18), 90)
    desk.open(desk.home.spaces[1].sessions[0].id)
    assert checkin(desk).fresh_questions()[0] == first
    assert checkin(desk).retired_questions() == []


def test_with_all_retired_nothing_is_offered(desk: Desk) -> None:
    play.open_session(desk)
    for question in in_turn(CHECK_IN):
        desk.change(checkin(desk), Round.retire, question)
    assert checkin(desk).fresh_questions() == []
    assert checkin(desk).retired_questions() == list(in_turn(CHECK_IN))
    ask(desk, OWN)
    assert checkin(desk).questions == [OWN]


def test_what_cannot_be_done_is_refused(desk: Desk) -> None:
    first = in_turn(CHECK_IN)[0]
    play.open_session(desk)
    with pytest.raises(Refused, match="not retired"):
        desk.change(checkin(desk), Round.offer_again, first)
    with pytest.raises(Refused, match="none of your own"):
        desk.change(checkin(desk), Round.retire, OWN)
    desk.change(checkin(desk), Round.retire, first)
    with pytest.raises(Refused, match="retired already"):
        desk.change(checkin(desk), Round.retire, first)
    ask(desk, first)
    assert checkin(desk).questions == [first]  # a group may still ask it, in so many words


# -- a minute of silence -------------------------------------------------------------------------------------------


def test_there_is_still_room_is_said_once_and_a_chair_ends_it() -> None:
    chairs = Chairs(3, random.Random(1))
    said = []
    for deed in (Chairs.say_still_room, Chairs.light, Chairs.say_still_room):
        deed(chairs)
        said.append(chairs.still_room)
    assert said == [True, False, False]


def test_with_every_chair_lit_nobody_is_waited_for() -> None:
    chairs = Chairs(2, random.Random(1))
    chairs.light_all()
    chairs.say_still_room()
    assert (chairs.still_room, chairs.room_said) == (False, False)


# -- nothing else is kept ------------------------------------------------------------------------------------------


def test_of_a_round_only_its_question_is_kept(desk: Desk) -> None:
    play.open_session(desk)
    before = play.dump(desk.store)
    ask(desk, in_turn(CHECK_IN)[0])
    after = play.dump(desk.store)
    changed = {table for table in after if after[table] != before[table]}
    assert changed == {"question_had", "activity"}  # the control: what is kept is seen
    chairs = desk.moment(checkin(desk))
    for deed in (Chairs.light, Chairs.light, Chairs.dim, Chairs.say_still_room, Chairs.light_all):
        desk.change(chairs, deed)
        assert play.dump(desk.store) == after
    assert {column.name for column in QuestionHad.__table__.columns} == {"id", "space_id", "text", "own"}
