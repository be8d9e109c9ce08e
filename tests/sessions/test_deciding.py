"""Deciding together: the table of steps, the result, the minority's needs, the five endings."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from elephants.desk import Desk
from elephants.sessions.activity import CLOSED, DONE
from elephants.sessions.agenda.agenda import AgendaItem
from elephants.sessions.base import Refused
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import Count, Tally
from elephants.sessions.deciding.steps import ENDINGS_AFTER, TABLE, Answer, Ending, Step, after
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.session import Session
from tests.store import play

counts = st.integers(0, 40)


@pytest.fixture
def deciding(desk: Desk) -> Deciding:
    play.open_session(desk)
    return play.a_deciding(desk)


@given(st.lists(counts, min_size=2, max_size=9), counts, st.integers(1, 60))
def test_an_option_needs_more_than_half_of_those_voting(options: list[int], not_sure: int, here: int) -> None:
    tally = Tally(tuple(options), not_sure, here)
    over = [place for place, count in enumerate(options) if count > (sum(options) + not_sure) / 2]
    assert tally.winner() == (over[0] if over else None)
    assert str(tally.voting) in tally.gap()


def test_not_sure_is_a_vote_and_never_wins() -> None:
    assert Tally((9, 2), 7, 18).winner() is None
    assert Tally((1, 0), 9, 18).winner() is None
    assert Tally((8, 6), 0, 14).winner() == 0


def test_a_gap_is_said_and_never_blocked(desk: Desk, deciding: Deciding) -> None:
    play.to_choose(desk, deciding)
    count = desk.moment(deciding)
    desk.change(count, Count.put, 0, 15)
    assert count.tally().gap() == "14 here, 15 counted: one too many?"
    assert Tally((13, 0), 0, 14).gap() == "14 here, 13 counted: one passed?"
    with pytest.raises(Refused, match="fewer than no hands"):
        desk.change(count, Count.put, 0, -1)
    with pytest.raises(Refused, match="below nothing"):
        desk.change(deciding, Deciding.reveal, Tally((3, -1), 0, 14))
    with pytest.raises(Refused, match="one count for each"):
        desk.change(deciding, Deciding.reveal, Tally((3, 1, 9), 0, 14))
    with pytest.raises(Refused, match="Nothing was counted"):
        desk.change(deciding, Deciding.reveal, Tally((0, 0), 0, 14))
    desk.change(deciding, Deciding.reveal, count.tally())
    assert deciding.step == Step.ADD


def test_in_words_every_tally_leaves_the_same_store(tmp_path: Path) -> None:
    kept = []
    for n, tally in enumerate([(8, 6), (13, 1), (14, 0)]):
        with play.a_desk(tmp_path / f"{n}.elephants") as desk:
            play.open_session(desk)
            deciding = play.a_deciding(desk)
            desk.change(deciding, Deciding.write_as, "words")
            play.to_choose(desk, deciding)
            desk.change(deciding, Deciding.reveal, Tally(tally, 0, 14))
            assert deciding.poll.result_words() == "Most of us chose “The hall”."
            rows = {
                table: [tuple(v for v in row if not _uid(v)) for row in r] for table, r in play.dump(desk.store).items()
            }
            kept.append(rows)
    assert kept[0] == kept[1] == kept[2]


def _uid(value: object) -> bool:
    return isinstance(value, str) and len(value) == 32 and all(sign in "0123456789abcdef" for sign in value)


def test_in_numbers_the_totals_are_kept_and_so_the_twin_would_differ(desk: Desk, deciding: Deciding) -> None:
    play.to_add(desk, deciding, 9, 3)
    assert (
        deciding.poll.result_words()
        == "Most of us chose “The hall”. A, “The hall”: 9. B, “The kitchen”: 3. I'm not sure: 2."
    )
    assert deciding.poll.result_in_words() == "Most of us chose “The hall”."


def test_words_settled_after_a_split_take_its_counts_along(desk: Desk, deciding: Deciding) -> None:
    play.to_choose(desk, deciding)
    with pytest.raises(Refused, match="choosing or has chosen"):
        desk.change(deciding, Deciding.write_as, "words")
    desk.change(deciding, Deciding.reveal, Tally((5, 5), 0, 14))
    assert deciding.step == Step.SPLIT
    desk.change(deciding, Deciding.write_as, "words")
    assert deciding.poll.totals is None
    assert deciding.poll.result_words() == "We were split."
    with pytest.raises(Refused, match="words or in numbers"):
        desk.change(deciding, Deciding.write_as, "colours")


def test_the_table_is_the_one_of_the_method() -> None:
    assert {row.step for row in TABLE} == set(Step)
    assert after(Step.FRAME, Answer.ON) == Step.VIEWS
    assert after(Step.FRAME, Answer.ON, short=True) == Step.OTHER_VIEW
    assert after(Step.OTHER_VIEW, Answer.ON, short=True) == Step.CHOOSE
    assert after(Step.CHOOSE, Answer.NO_MAJORITY) == Step.SPLIT
    assert after(Step.CHECK, Answer.NOT_YET) == Step.ADD
    assert after(Step.CHECK, Answer.SECOND_NOT_YET) == Step.READ_BACK
    assert after(Step.CLOSED, Answer.ON) is None


def test_add_and_check_cannot_be_skipped(desk: Desk, deciding: Deciding) -> None:
    play.to_add(desk, deciding)
    for skipping in (Session.walk_on, Session.skip):
        with pytest.raises(Refused, match="Most of us chose an option"):
            desk.change(play.session_of(desk), skipping)
    with pytest.raises(Refused, match="Ask what people need"):
        desk.change(deciding, Deciding.go_on)
    desk.change(deciding, Deciding.add_need, "A lift")
    with pytest.raises(Refused, match="Answer each of them"):
        desk.change(deciding, Deciding.nothing_came)
    with pytest.raises(Refused, match="Answer each need"):
        desk.change(deciding, Deciding.go_on)
    need = deciding.poll.needs[0]
    for answer, sentence in (
        ("changed", "What is it changed to"),
        ("not now", "Not now, because"),
        ("yes", "added, changed"),
    ):
        with pytest.raises(Refused, match=sentence):
            desk.change(deciding, Deciding.answer_need, need, answer)
    desk.change(deciding, Deciding.answer_need, need, "changed", "A shared taxi")
    assert [(part.words, part.added) for part in deciding.poll.parts()] == [
        ("The hall", False),
        ("A shared taxi", True),
    ]
    desk.change(deciding, Deciding.go_on)
    with pytest.raises(Refused, match="not the step for that"):
        desk.change(deciding, Deciding.close, "all", desk.chance)
    assert deciding.step == Step.CHECK


def test_no_need_where_nothing_was_chosen(desk: Desk, deciding: Deciding) -> None:
    with pytest.raises(Refused, match="after the choice"):
        desk.change(deciding, Deciding.add_need, "A lift")
    for _ in range(4):
        desk.change(deciding, Deciding.go_on)
    desk.change(deciding, Deciding.not_today)
    desk.change(deciding, Deciding.say_next_step, "Ask the council")
    with pytest.raises(Refused, match="Nothing was chosen"):
        desk.change(deciding, Deciding.add_need, "A lift")
    assert deciding.endings() == (Ending.NOT_DECIDED,)


def test_going_back_voids_the_choice_and_keeps_needs_as_offers(desk: Desk, deciding: Deciding) -> None:
    play.to_read_back(desk, deciding)
    for _ in range(3):
        desk.change(deciding, Deciding.go_back)
    assert deciding.step == Step.CHOOSE
    poll = deciding.poll
    assert (poll.carried, poll.chosen, poll.totals, poll.words) == (None, "", None, "")
    assert [(need.text, need.answer) for need in poll.needs] == [("A lift home", None)]
    assert len(poll.options) == 2


def test_all_of_us_and_most_of_us(desk: Desk, deciding: Deciding) -> None:
    play.to_read_back(desk, deciding, everyone=False)
    assert deciding.endings() == ENDINGS_AFTER[Answer.SECOND_NOT_YET]
    with pytest.raises(Refused, match="did not come this way"):
        desk.change(deciding, Deciding.close, "all", desk.chance)
    with pytest.raises(Refused, match="five endings"):
        desk.change(deciding, Deciding.close, "perhaps", desk.chance)
    desk.change(deciding, Deciding.keep_no, "Some of us would rather not", on_papers=True)
    with pytest.raises(Refused, match="did not come this way"):
        desk.change(deciding, Deciding.close, "most", desk.chance)
    for ending, sentence in (("go ahead", "Choose a day first"), ("not decided", "next step")):
        with pytest.raises(Refused, match=sentence):
            desk.change(deciding, Deciding.close, ending, desk.chance)
    desk.change(deciding, Deciding.keep_no, "")
    assert not deciding.poll.print_no
    with pytest.raises(Refused, match="or say why"):
        desk.change(deciding, Deciding.close, "most", desk.chance)
    for day in (desk.today(), desk.today() - timedelta(1)):
        with pytest.raises(Refused, match="not after today"):
            desk.change(deciding, Deciding.look_again_on, day, desk.today())
    desk.change(deciding, Deciding.look_again_on, date(2027, 2, 2), desk.today())
    desk.change(deciding, Deciding.close, "most", desk.chance)
    with pytest.raises(Refused, match="closed"):
        desk.change(deciding, Deciding.go_back)


def test_already_decided_ends_in_one_way_only(desk: Desk) -> None:
    play.open_session(desk)
    deciding = play.a_deciding(desk, openness="decided")
    desk.change(deciding, Deciding.go_on)
    assert deciding.step == Step.ADD
    desk.change(deciding, Deciding.nothing_came)
    desk.change(deciding, Deciding.go_on)
    assert (deciding.step, deciding.endings()) == (Step.READ_BACK, (Ending.ALREADY,))


def test_how_open_is_one_of_four(desk: Desk, deciding: Deciding) -> None:
    with pytest.raises(Refused, match="how open"):
        desk.change(deciding, Deciding.frame, "Where?", "ajar")


def test_options(desk: Desk, deciding: Deciding) -> None:
    for _ in range(4):
        desk.change(deciding, Deciding.go_on)
    with pytest.raises(Refused, match="at least two"):
        desk.change(deciding, Deciding.ready)
    for n in range(9):
        desk.change(deciding, Deciding.add_option, f"Option {n}")
    with pytest.raises(Refused, match="Nine options"):
        desk.change(deciding, Deciding.add_option, "Tenth")
    with pytest.raises(Refused, match="same words"):
        desk.change(deciding, Deciding.reword_option, deciding.poll.options[1], "OPTION 0")
    assert [one.letter for one in deciding.poll.options] == list("ABCDEFGHI")


def test_the_third_split_hears_no_more(desk: Desk, deciding: Deciding) -> None:
    for n in range(3):
        play.to_choose(desk, deciding, options=() if n else ("The hall", "The kitchen"))
        desk.change(deciding, Deciding.reveal, Tally((4, 4), 6, 14))
        if n < 2:
            with pytest.raises(Refused, match="Hear more first"):
                desk.change(deciding, Deciding.later)
            desk.change(deciding, Deciding.more)
    with pytest.raises(Refused, match="split three times"):
        desk.change(deciding, Deciding.more)
    desk.change(deciding, Deciding.later)
    assert (deciding.step, deciding.poll.splits) == (Step.NOT_DECIDED, 3)


def test_views_are_written_anew_by_chance_with_new_ids(desk: Desk, deciding: Deciding) -> None:
    for n in range(9):
        desk.change(deciding, Deciding.add_view, f"View {n}")
    before = {view.id for view in deciding.poll.views}
    play.to_closed(desk, deciding)
    after_close = deciding.poll.views
    assert before.isdisjoint({view.id for view in after_close})
    assert sorted(view.text for view in after_close) == [f"View {n}" for n in range(9)]
    assert [view.text for view in after_close] != [f"View {n}" for n in range(9)]
    assert [view.id for view in after_close] == sorted(view.id for view in after_close)
    assert deciding.settings == {"step": "closed"}
    with pytest.raises(Refused, match="closed"):
        desk.change(deciding, Deciding.take_out, after_close[0])


def test_a_session_is_not_closed_over_a_choice_that_was_not_checked(desk: Desk, deciding: Deciding) -> None:
    play.to_add(desk, deciding)
    with pytest.raises(Refused, match="Most of us chose an option"):
        desk.change(play.session_of(desk), Session.close)


def test_a_decision_closed_after_the_session_is_decided_and_not_carried(desk: Desk, deciding: Deciding) -> None:
    desk.change(play.session_of(desk), Session.close)
    assert (play.session_of(desk).state, deciding.state) == (CLOSED, DONE)
    assert len(play.space_of(desk).open_items()) == 1
    with pytest.raises(Refused, match="still open"):
        desk.change(play.activity_of(desk, "readback"), ReadBack.agree, desk.today())
    play.to_closed(desk, deciding)
    assert [item.closed for item in play.session_of(desk).items] == ["decided"]
    assert play.space_of(desk).open_items() == []


WALKS = (
    "go_on",
    "more",
    "ready",
    "not_today",
    "later",
    "everyone",
    "not_yet",
    "go_back",
    "nothing_came",
    "need",
    "answer",
)


@settings(max_examples=12, deadline=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from([*WALKS, "carry", "split", "step", *[f"close {e}" for e in Ending]]), max_size=60))
def test_no_walk_reaches_an_ending_that_the_method_does_not_allow(walk: list[str]) -> None:
    with TemporaryDirectory() as folder, play.a_desk(Path(folder) / "a.elephants") as desk:
        play.open_session(desk)
        deciding = play.a_deciding(desk)
        desk.change(deciding, Deciding.add_option, "The hall")
        desk.change(deciding, Deciding.add_option, "The kitchen")
        desk.change(deciding, Deciding.look_again_on, date(2027, 2, 2), desk.today())
        went: list[Step] = []
        for word in walk:
            with suppress(Refused):
                _walk(desk, deciding, word)
            went.append(deciding.step)
        _allowed(deciding, went)


def _walk(desk: Desk, deciding: Deciding, word: str) -> None:
    if word in ("carry", "split"):
        desk.change(deciding, Deciding.reveal, Tally((9, 1) if word == "carry" else (5, 5), 0, 14))
    elif word == "step":
        desk.change(deciding, Deciding.say_next_step, "Ask")
    elif word == "need":
        desk.change(deciding, Deciding.add_need, "A lift")
    elif word == "answer":
        for need in deciding.poll.needs:
            desk.change(deciding, Deciding.answer_need, need, "added")
    elif word.startswith("close "):
        desk.change(deciding, Deciding.close, word.removeprefix("close "), random.Random(1))
    else:
        desk.change(deciding, getattr(Deciding, word))


def _allowed(deciding: Deciding, went: list[Step]) -> None:
    ending = deciding.poll.ending
    if ending is None:
        return
    if ending in (Ending.ALL, Ending.MOST, Ending.GO_AHEAD):
        assert deciding.poll.carried
        assert {Step.CHOOSE, Step.ADD, Step.CHECK} <= set(went) | {Step.CHOOSE}
        assert deciding.poll.nothing_came or all(need.answer for need in deciding.poll.needs)
    assert ending != Ending.ALREADY
    assert ending != Ending.NOT_DECIDED or deciding.poll.next_step


def test_a_need_may_come_until_the_record_is_agreed(desk: Desk, deciding: Deciding) -> None:
    play.to_closed(desk, deciding)
    item = deciding.poll.item
    assert item is not None
    before = item.closed
    desk.change(deciding, Deciding.add_need, "A lift home at night")
    assert (deciding.step, deciding.poll.ending) == (Step.ADD, None)
    assert (before, item.closed) == ("decided", None)
    with pytest.raises(Refused, match="Answer each need"):
        desk.change(deciding, Deciding.go_on)
    desk.change(deciding, Deciding.answer_need, deciding.poll.needs[-1], "added")
    desk.change(deciding, Deciding.go_on)
    desk.change(deciding, Deciding.everyone)
    desk.change(deciding, Deciding.close, "all", desk.chance)
    assert "A lift home at night" in deciding.poll.full_text()
    assert item.closed == "decided"


def test_a_choice_cannot_be_walked_around(desk: Desk, deciding: Deciding) -> None:
    play.to_add(desk, deciding)
    session = play.session_of(desk)
    other = next(one for one in session.activities if one is not deciding)
    for deed in (Session.walk_back, Session.walk_on, Session.skip, Session.close):
        with pytest.raises(Refused, match="come along"):
            desk.change(session, deed)
    with pytest.raises(Refused, match="come along"):
        desk.change(session, Session.go, other)
    item = deciding.poll.item
    assert item is not None
    with pytest.raises(Refused, match="come along"):
        desk.change(item, AgendaItem.close, "talked")


def test_a_remaining_no_leaves_out_all_and_most_of_us(desk: Desk, deciding: Deciding) -> None:
    play.to_add(desk, deciding)
    desk.change(deciding, Deciding.nothing_came)
    desk.change(deciding, Deciding.go_on)
    desk.change(deciding, Deciding.everyone)
    assert Ending.ALL in deciding.endings()
    desk.change(deciding, Deciding.keep_no, "I will try it, but notice.")
    assert deciding.endings() == (Ending.GO_AHEAD,)


def test_going_back_keeps_what_the_room_wrote(desk: Desk, deciding: Deciding) -> None:
    play.to_add(desk, deciding)
    desk.change(deciding, Deciding.add_need, "A lift")
    desk.change(deciding, Deciding.answer_need, deciding.poll.needs[0], "changed", "We ride together.")
    desk.change(deciding, Deciding.go_on)
    desk.change(deciding, Deciding.everyone)
    desk.change(deciding, Deciding.write_decision, "Our title", "Our own words.")
    for _ in range(3):
        desk.change(deciding, Deciding.go_back)
    poll = deciding.poll
    assert deciding.step == Step.CHOOSE
    assert (poll.title, poll.words, poll.carried, poll.full_text()) == (
        "Our title",
        "Our own words.",
        None,
        "Our own words.",
    )
    assert (poll.needs[0].answer, poll.needs[0].words) == (None, "We ride together.")


def test_not_yet_asks_again_and_back_leads_to_the_check(desk: Desk, deciding: Deciding) -> None:
    play.to_add(desk, deciding)
    desk.change(deciding, Deciding.nothing_came)
    desk.change(deciding, Deciding.go_on)
    desk.change(deciding, Deciding.not_yet)
    with pytest.raises(Refused, match="Ask what people need"):
        desk.change(deciding, Deciding.go_on)
    desk.change(deciding, Deciding.go_back)
    assert deciding.step == Step.CHECK
    assert deciding.poll.carried


def test_a_closed_session_opens_again_until_it_is_agreed(desk: Desk, deciding: Deciding) -> None:
    session = play.session_of(desk)
    desk.change(session, Session.close)
    read_back = next(one for one in session.activities if isinstance(one, ReadBack))
    with pytest.raises(Refused, match="still open"):
        desk.change(read_back, ReadBack.agree, desk.today())
    desk.change(session, Session.go, deciding)
    assert (session.state, session.now) == ("running", deciding)
    play.to_closed(desk, deciding)
    desk.change(session, Session.close)
    desk.change(read_back, ReadBack.agree, desk.today())
    with pytest.raises(Refused):
        desk.change(session, Session.go, deciding)


def test_going_back_from_a_split_does_not_unsplit_the_room(desk: Desk, deciding: Deciding) -> None:
    play.to_choose(desk, deciding)
    for turn in (1, 2):
        desk.change(deciding, Deciding.reveal, Tally((7, 7), 0, 14))
        desk.change(deciding, Deciding.go_back)
        assert (deciding.step, deciding.poll.splits) == (Step.READY, turn)
        desk.change(deciding, Deciding.ready)
    desk.change(deciding, Deciding.reveal, Tally((7, 7), 0, 14))
    with pytest.raises(Refused, match="three times"):
        desk.change(deciding, Deciding.go_back)


def test_the_third_split_is_the_last_and_asks_for_a_day(desk: Desk, deciding: Deciding) -> None:
    play.to_choose(desk, deciding)
    for turn in (1, 2, 3):
        desk.change(deciding, Deciding.reveal, Tally((7, 7), 0, 14))
        assert deciding.poll.splits == turn
        if turn < 3:
            desk.change(deciding, Deciding.more)
            for _ in range(3):
                desk.change(deciding, Deciding.go_on)
            desk.change(deciding, Deciding.ready)
    with pytest.raises(Refused, match="three times"):
        desk.change(deciding, Deciding.go_back)
    desk.change(deciding, Deciding.later)
    desk.change(deciding, Deciding.say_next_step, "We ask around")
    with pytest.raises(Refused, match="take it up again"):
        desk.change(deciding, Deciding.close, "not decided", desk.chance)
    desk.change(deciding, Deciding.look_again_on, desk.today() + timedelta(days=7), desk.today())
    desk.change(deciding, Deciding.close, "not decided", desk.chance)
    assert deciding.poll.item is not None
    assert deciding.poll.item.closed == "carried"


def test_the_papers_tell_the_most_that_were_here(desk: Desk, deciding: Deciding) -> None:
    session = play.session_of(desk)
    desk.change(session, Session.count_here, 20)  # one press too many, mended at once
    desk.change(session, Session.count_here, 14)
    desk.change(session, Session.walk_on)
    desk.change(session, Session.count_here, 13)
    desk.change(session, Session.close)
    assert (session.here, session.most_here) == (13, 14)
