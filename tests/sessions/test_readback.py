"""The read-back: every word of the room is read, can be said otherwise, and can be struck (METHOD.md, Read-back)."""

from __future__ import annotations

import re
from datetime import date

import pytest

from elephants.desk import Desk
from elephants.paper.papers import PAPERS, document
from elephants.sessions.agenda.agenda import Agenda, AgendaItem, ask_for
from elephants.sessions.agreement import Agreement
from elephants.sessions.base import Refused
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import Tally
from elephants.sessions.deciding.steps import Step
from elephants.sessions.decision import Decision, Need
from elephants.sessions.record.readback import ReadBack, ReadLine
from elephants.sessions.session import Session
from elephants.sessions.since import Since
from elephants.sessions.space import Space
from tests.store import play

NEXT, AGAIN = date(2026, 12, 1), date(2027, 1, 5)
BEFORE = ("BeforeAct", "BeforeNeed", "BeforeTitle")


def said_in(text: object) -> set[str]:
    """The words that somebody in this room said: each is marked with a Q before its name."""
    return set(re.findall(r"Q\w+", str(text)))


def of(readback: ReadBack, words: str, part: str = "") -> ReadLine:
    return next(one for one in readback.lines() if one.words == words and part in ("", one.part))


def strike(desk: Desk, words: str, part: str = "") -> None:
    readback = play.activity_of(desk, "readback")
    desk.change(readback, ReadBack.strike, of(readback, words, part))


def change(desk: Desk, words: str, to: str, part: str = "") -> None:
    readback = play.activity_of(desk, "readback")
    desk.change(readback, ReadBack.change_line, of(readback, words, part), to)


def _an_evening_before(desk: Desk) -> None:
    play.open_session(desk)
    deciding = play.a_deciding(desk)
    play.to_add(desk, deciding)
    desk.change(deciding, Deciding.add_need, "BeforeNeed")
    desk.change(deciding, Deciding.answer_need, deciding.poll.needs[0], "added")
    desk.change(deciding, Deciding.go_on)
    desk.change(deciding, Deciding.everyone)
    desk.change(deciding, Deciding.write_decision, "BeforeTitle", "Words")
    desk.change(deciding.poll, Decision.add_action, "BeforeAct", desk.today())
    desk.change(deciding, Deciding.look_again_on, NEXT, desk.today())
    desk.change(deciding, Deciding.close, "go ahead", desk.chance)


def _since(desk: Desk) -> None:
    since = play.activity_of(desk, "since")
    action, need, decision = since.due()
    desk.change(since, Since.answer_action, action, "done", "Qact")
    desk.change(since, Since.answer_need, need, "met", "Qneed")
    desk.change(since, Since.answer_decision, decision, "still right", worry="no", look_again=AGAIN, words="Qstill")


def _items(desk: Desk) -> None:
    agenda = play.activity_of(desk, "agenda")
    for title in ("Qtalked", "Qcarried"):
        desk.change(agenda, Agenda.add_item, title, "think")
        item = play.session_of(desk).items[-1]
        desk.change(item, AgendaItem.add_point, f"{title}Point")
        desk.change(item, AgendaItem.add_action, f"{title}Do", desk.today(), name="Qsam", by=AGAIN)
        desk.change(item, AgendaItem.add_action, f"{title}Do2", desk.today(), who="Qtwo of us")
        desk.change(item, AgendaItem.close, "carried" if title == "Qcarried" else "talked")


def _decided(desk: Desk) -> None:
    desk.change(play.activity_of(desk, "agenda"), Agenda.add_item, "Qwhere", "decide", "wide")
    item = play.session_of(desk).items[-1]
    desk.change(play.activity_of(desk, "agenda"), Agenda.decide, item)
    deciding = next(one for one in play.session_of(desk).activities if one.decision is item.decision)
    assert isinstance(deciding, Deciding)
    desk.change(play.session_of(desk), Session.go, deciding)
    desk.change(deciding, Deciding.frame, "Qquestion")
    desk.change(deciding, Deciding.add_view, "Qview")
    desk.change(deciding, Deciding.add_view, "Qaway", away=True)
    play.to_choose(desk, deciding, ("Qhall", "Qkitchen"))
    desk.change(deciding, Deciding.reveal, Tally((9, 3), 2, 14))
    for text, answer, words in (
        ("Qlift", "added", ""), ("Qdoor", "changed", "Qside"), ("Qtaxi", "not now", "Qmoney"),
    ):  # fmt: skip
        desk.change(deciding, Deciding.add_need, text)
        desk.change(deciding, Deciding.answer_need, deciding.poll.needs[-1], answer, words)
    desk.change(deciding.poll.needs[1], Need.say_in_text, "Qsidedoor")
    for deed in (Deciding.go_on, Deciding.not_yet, Deciding.go_on, Deciding.not_yet):
        desk.change(deciding, deed)
    assert deciding.step == Step.READ_BACK
    desk.change(deciding, Deciding.write_decision, "Qtitle", "Qwords")
    desk.change(deciding.poll, Decision.add_action, "Qdo", desk.today(), deciding.poll.needs[0], name="Qjo")
    desk.change(deciding, Deciding.keep_no, "Qno", on_papers=True)
    desk.change(deciding, Deciding.look_again_on, AGAIN, desk.today())
    desk.change(deciding, Deciding.close, "go ahead", desk.chance)


def _not_decided(desk: Desk) -> None:
    deciding = play.a_deciding(desk)
    desk.change(deciding, Deciding.frame, "Qopen")
    for _ in range(4):
        desk.change(deciding, Deciding.go_on)
    desk.change(deciding, Deciding.not_today)
    desk.change(deciding, Deciding.say_next_step, "Qstep")
    desk.change(deciding, Deciding.no_look_again, "Qbecause")
    desk.change(deciding, Deciding.close, "not decided", desk.chance)


@pytest.fixture
def evening(desk: Desk) -> Desk:
    """An evening in which every place that takes words has some, each marked."""
    _an_evening_before(desk)
    desk.change(play.session_of(desk), Session.close)
    play.open_session(desk, day=NEXT)
    _since(desk)
    agreement = play.activity_of(desk, "agreement")
    desk.change(agreement, Agreement.add_line, "Qphones down.")
    desk.change(agreement, Agreement.say_privacy, "Qprivate.")
    _items(desk)
    _decided(desk)
    _not_decided(desk)
    desk.change(play.session_of(desk), Session.celebrates, "Qkeys")
    desk.change(play.session_of(desk), Session.go, play.activity_of(desk, "readback"))
    desk.open(play.session_of(desk).id)
    return desk


def printed(desk: Desk) -> set[str]:
    return set().union(*(said_in(document(play.session_of(desk), kind)) for kind in PAPERS))


def test_every_word_that_is_printed_is_read_back_and_so_is_every_word_that_is_kept(evening: Desk) -> None:
    read = [said_in(one.words) for one in play.activity_of(evening, "readback").lines()]
    assert len(printed(evening)) > 25
    assert printed(evening) - set().union(*read) == set()
    assert said_in(play.dump(evening.store)) - set().union(*read) == set()
    for left_out in range(len(read)):
        others = set().union(*(words for at, words in enumerate(read) if at != left_out))
        if read[left_out] - others:
            assert said_in(play.dump(evening.store)) - others == read[left_out] - others
    about = [one.about for one in play.activity_of(evening, "readback").lines()]
    assert set(BEFORE) <= set(about)


def test_the_lines_are_read_in_the_order_of_the_paper(evening: Desk) -> None:
    lines = [one.words for one in play.activity_of(evening, "readback").lines()]
    first = ["Done", "Qact", "Qphones down.", "Qprivate.", "Qtalked", "QtalkedPoint", "Qcarried", "Qwhere", "Qtitle",
             "Qquestion", "Qwords", "Qhall", "Qno", "Qdo", "Qstep", "Qkeys"]  # fmt: skip
    places = [lines.index(words) for words in first]
    assert places == sorted(places)
    keys = [one.key for one in play.activity_of(evening, "readback").lines()]
    assert len(set(keys)) == len(keys)


def test_every_line_can_be_struck_and_then_nothing_of_it_is_left(evening: Desk) -> None:
    before = play.dump(evening.store)
    struck = 0
    while True:
        readback = play.activity_of(evening, "readback")
        line = next((one for one in readback.lines() if _struck(evening, readback, one)), None)
        if line is None:
            break
        struck += 1
    assert play.activity_of(evening, "readback").lines() == []
    assert said_in(play.dump(evening.store)) == set()
    assert evening.can_undo
    for _ in range(struck):
        evening.undo()
    assert play.dump(evening.store) == before


def _struck(desk: Desk, readback: ReadBack, line: ReadLine) -> bool:
    try:
        desk.change(readback, ReadBack.strike, line)
    except Refused:
        return False
    return True


def test_every_line_but_an_answer_can_be_said_in_other_words_and_the_old_ones_are_gone(evening: Desk) -> None:
    readback = play.activity_of(evening, "readback")
    for number, line in enumerate(list(readback.lines())):
        if line.part in ("answer", "worry"):
            with pytest.raises(Refused, match="What happened since"):
                evening.change(readback, ReadBack.change_line, line, "x")
        else:
            evening.change(readback, ReadBack.change_line, line, f"other {number}")
    assert said_in(play.dump(evening.store)) == set()


def test_a_struck_answer_goes_with_its_words_and_struck_words_leave_the_answer(evening: Desk) -> None:
    strike(evening, "Qact")
    readback = play.activity_of(evening, "readback")
    assert [one.words for one in readback.lines()][:3] == ["Done", "Met", "Qneed"]
    change(evening, "Qneed", "Other")
    assert play.session_of(evening).updates[1].words == "Other"
    strike(evening, "Met")
    assert len(play.session_of(evening).updates) == 2
    evening.undo()
    assert [one.words for one in play.session_of(evening).updates] == ["", "Other", "Qstill"]


def test_a_struck_owner_is_one_of_us_and_a_name_that_stands_nowhere_else_goes(evening: Desk) -> None:
    strike(evening, "Qsam", "owner")
    assert [one.name for one in play.space_of(evening).people] == ["Qsam", "Qjo"]
    strike(evening, "Qsam", "owner")
    assert [one.name for one in play.space_of(evening).people] == ["Qjo"]
    strike(evening, "Qtwo of us", "owner")
    owners = [action.owner() for item in play.session_of(evening).items[:1] for action in item.actions]
    assert owners == ["One of us", "One of us"]
    change(evening, "Qjo", "Alex", "owner")
    assert [one.name for one in play.space_of(evening).people] == ["Alex"]


def test_an_item_is_struck_whole_but_not_over_its_decision(evening: Desk) -> None:
    with pytest.raises(Refused, match="holds a decision"):
        strike(evening, "Qwhere")
    with pytest.raises(Refused, match="stays with its decision"):
        strike(evening, "Qquestion")
    strike(evening, "Qcarried")
    assert "Qcarried" not in str(play.dump(evening.store)), "nor does it wait for next time"
    strike(evening, "Qtitle")
    item = next(one for one in play.session_of(evening).items if one.title == "Qwhere")
    assert (item.decision, item.closed) == (None, "talked")
    assert "Qquestion" not in str(play.dump(evening.store))
    strike(evening, "Qwhere")


def test_an_option_that_was_chosen_stays_and_another_takes_its_number_along(evening: Desk) -> None:
    with pytest.raises(Refused, match="We chose this"):
        strike(evening, "Qhall", "text")
    strike(evening, "Qkitchen")
    decision = play.session_of(evening).decisions[0]
    assert decision.totals == {"options": [9], "not_sure": 2, "here": 14}
    change(evening, "Qhall", "The hall", "text")
    assert decision.chosen == "The hall"
    assert decision.result_words().count("The hall") == 2
    assert "Qhall" not in decision.result_words()


def test_a_struck_next_step_leaves_no_empty_tail(evening: Desk) -> None:
    assert "Next step: Qstep" in str(document(play.session_of(evening)))
    strike(evening, "Qstep")
    assert play.session_of(evening).decisions[1].ending_words() == "Not decided yet"
    assert "Next step" not in str(document(play.session_of(evening)))


def test_a_decision_is_not_struck_while_the_room_is_in_it(evening: Desk) -> None:
    deciding = play.session_of(evening).decisions[0].activities[0]
    evening.change(play.session_of(evening), Session.go, deciding)
    with pytest.raises(Refused, match="in this decision now"):
        strike(evening, "Qtitle")


def test_what_a_later_session_answered_goes_with_the_struck_line_and_comes_back(evening: Desk) -> None:
    """The session before is still a draft: its read-back comes first next time, or later still."""
    evening.open(next(one.id for one in play.space_of(evening).sessions if one.date == play.DAY))
    before = play.dump(evening.store)
    assert len(before["update"]) == 3
    for words, left in (("BeforeAct", 2), ("BeforeNeed", 1), ("BeforeTitle", 0)):
        strike(evening, words)
        assert len(play.dump(evening.store)["update"]) == left
    for _ in range(3):
        evening.undo()
    assert play.dump(evening.store) == before


def test_a_privacy_line_of_before_is_not_read_again(evening: Desk) -> None:
    space = play.space_of(evening)
    evening.change(space, Space.plan, AGAIN, play.session_of(evening).starts, 90)
    assert of(play.activity_of(evening, "readback"), "Qprivate.").thing is space
    evening.open(next(one.id for one in space.sessions if one.date == AGAIN))
    assert play.activity_of(evening, "readback").lines() == []


def test_a_carried_item_that_was_taken_up_already_stays_there(evening: Desk) -> None:
    space, this = play.space_of(evening), play.session_of(evening).id
    evening.change(space, ask_for, "Another", "think")
    evening.change(play.session_of(evening), Session.close)
    play.open_session(evening, day=AGAIN)
    evening.open(this)
    strike(evening, "Qcarried")
    taken = [item for item in play.space_of(evening).items if item.title == "Qcarried"]
    assert [(item.carried_from, item.session_id is not None) for item in taken] == [(None, True)]


def test_the_same_option_is_not_written_twice(evening: Desk) -> None:
    with pytest.raises(Refused, match="same words"):
        change(evening, "Qkitchen", "QHALL")
