"""What the room has agreed stays as it was, whatever a later session says of it."""

from __future__ import annotations

from datetime import date

import pytest

from elephants.desk import Desk
from elephants.paper.document import Boxed, Document
from elephants.paper.papers import RECORD, document
from elephants.sessions.agreement import Agreement, AgreementLine
from elephants.sessions.base import Refused
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.decision import Decision, Update
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.session import Session
from elephants.sessions.since import Since
from elephants.store.glance import glance
from tests.store import play

NEXT, THIRD, AGAIN = date(2026, 12, 1), date(2026, 12, 8), date(2027, 1, 5)
LINES = ("You can pass.", "One at a time.", "Plain words; ask.")


def papers_of(session: Session) -> dict[str, Document]:
    return {kind: document(session, kind) for kind in RECORD}


def an_agreed_evening(desk: Desk) -> Session:
    """An evening with a decision, a need, an action and an agreement, agreed by the room; the next one is planned."""
    play.open_session(desk)
    for line in LINES:
        desk.change(play.activity_of(desk, "agreement"), Agreement.add_line, line)
    deciding = play.a_deciding(desk)
    play.to_read_back(desk, deciding)
    desk.change(deciding.poll, Decision.add_action, "Book it", desk.today(), name="Sam")
    desk.change(deciding, Deciding.look_again_on, NEXT, desk.today())
    desk.change(deciding, Deciding.close, "go ahead", desk.chance)
    desk.change(play.space_of(desk), type(play.space_of(desk)).plan, NEXT, play.session_of(desk).starts, 90)
    agree(desk)
    return play.session_of(desk)


def agree(desk: Desk) -> None:
    desk.change(play.activity_of(desk, "readback"), ReadBack.agree, desk.today())


def open_on(desk: Desk, day: date) -> Session:
    desk.open(next(one.id for one in play.space_of(desk).sessions if one.date == day))
    return play.session_of(desk)


def answer_all(desk: Desk) -> None:
    since = play.activity_of(desk, "since")
    action, need, decision = since.due()
    desk.change(since, Since.answer_action, action, "done", "It is booked")
    desk.change(since, Since.answer_need, need, "no longer needed")
    desk.change(since, Since.answer_decision, decision, "still right", worry="partly", look_again=THIRD)


def change_agreement(desk: Desk) -> None:
    agreement = play.activity_of(desk, "agreement")
    first, second, third = agreement.lines
    desk.change(agreement, Agreement.move_line, third, 0)
    desk.change(agreement, Agreement.take_out, first)
    desk.change(agreement, Agreement.reword_line, second, "One of us at a time.")
    assert [line.text for line in agreement.lines] == ["Plain words; ask.", "One of us at a time."]


def test_nothing_that_a_later_session_says_changes_an_agreed_paper(desk: Desk) -> None:
    before = papers_of(an_agreed_evening(desk))
    open_on(desk, NEXT)
    desk.change(play.session_of(desk), Session.start, 9)
    answer_all(desk)
    change_agreement(desk)
    agree(desk)
    second = papers_of(play.session_of(desk))
    assert "Tuesday 8 December 2026" in str(second["minutes"])
    play.open_session(desk, day=THIRD)
    since = play.activity_of(desk, "since")
    (decision,) = since.due()
    desk.change(since, Since.answer_decision, decision, "still right", look_again=AGAIN)
    agreement = play.activity_of(desk, "agreement")
    for line in agreement.lines:
        desk.change(agreement, Agreement.take_out, line)
    assert agreement.lines == []
    agree(desk)
    assert papers_of(open_on(desk, play.DAY)) == before
    later = papers_of(open_on(desk, NEXT))
    assert [_but_next(later[kind]) for kind in RECORD] == [_but_next(second[kind]) for kind in RECORD]
    open_on(desk, play.DAY).decisions[0].look_again = THIRD
    assert papers_of(play.session_of(desk)) != before, "the comparison would see it"


def _but_next(paper: Document) -> list[object]:
    """All but the box that says when we meet next, which was not planned yet."""
    return [block for block in paper.blocks if not isinstance(block, Boxed)]


def test_home_and_what_happened_since_go_by_the_later_day(desk: Desk) -> None:
    an_agreed_evening(desk)
    open_on(desk, NEXT)
    desk.change(play.session_of(desk), Session.start, 9)
    answer_all(desk)
    decision = play.space_of(desk).decisions[0]
    assert (decision.look_on, decision.due(NEXT), decision.due(THIRD)) == (THIRD, False, True)
    with desk.store.raw() as raw:
        due = {day: [one for one in glance(raw, None, day).due if one.kind == "decision"] for day in (NEXT, THIRD)}
    assert due[NEXT] == []
    assert [one.by for one in due[THIRD]] == [THIRD]


def test_what_belongs_to_an_agreed_record_is_agreed(desk: Desk) -> None:
    an_agreed_evening(desk)
    open_on(desk, NEXT)
    desk.change(play.session_of(desk), Session.start, 9)
    answer_all(desk)
    update, line = play.session_of(desk).updates[0], play.space_of(desk).agreement[0]
    assert isinstance(update, Update)
    assert (update.is_agreed(), line.is_agreed()) == (False, True)
    with pytest.raises(Refused, match="agreed this record"):
        desk.change(line, AgreementLine.reword, "Nobody passes.")
    desk.change(play.activity_of(desk, "agreement"), Agreement.add_line, "We sit in a circle.")
    assert not play.space_of(desk).agreement[-1].is_agreed()
    agree(desk)
    assert play.session_of(desk).updates[0].is_agreed()


def test_a_line_of_today_is_deleted_and_one_of_before_is_kept_until_today(desk: Desk) -> None:
    an_agreed_evening(desk)
    open_on(desk, NEXT)
    desk.change(play.session_of(desk), Session.start, 9)
    agreement = play.activity_of(desk, "agreement")
    desk.change(agreement, Agreement.add_line, "We sit in a circle.")
    desk.change(agreement, Agreement.take_out, agreement.lines[-1])
    assert "circle" not in str(play.dump(desk.store))
    desk.change(agreement, Agreement.take_out, agreement.lines[0])
    assert [(one.text, one.until) for one in play.space_of(desk).agreement if one.until] == [(LINES[0], NEXT)]
    assert "We took 1 line out of our agreement." in str(document(play.session_of(desk)))
    gone = next(one for one in play.space_of(desk).agreement if one.until)
    for deed, words in (
        (Agreement.take_out, ()), (Agreement.reword_line, ("Pass.",)), (Agreement.move_line, (0,)),
    ):  # fmt: skip
        with pytest.raises(Refused, match="any more"):
            desk.change(agreement, deed, gone, *words)
    desk.change(agreement, Agreement.add_line, LINES[0])
    with pytest.raises(Refused, match="there already"):
        desk.change(agreement, Agreement.reword_line, agreement.lines[0], LINES[0])


def test_not_decided_without_its_next_step_has_no_empty_tail() -> None:
    decision = Decision(question="Where?", openness="wide", ending="not decided", next_step="Ask")
    assert decision.ending_words() == "Not decided yet. Next step: Ask"
    decision.next_step = ""
    assert decision.ending_words() == "Not decided yet"
