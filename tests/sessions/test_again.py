"""A decision that comes back: by itself on the next agenda, never twice, and what then takes its place."""

from __future__ import annotations

import functools
import random
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from elephants.desk import Desk
from elephants.paper import papers
from elephants.paper.quarter import quarter
from elephants.sessions.again import coming_back, why_again
from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.base import Refused
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.decision import Decision
from elephants.sessions.learning.happened import became
from elephants.sessions.record.check import holds, proofs, stands
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.session import Session
from elephants.sessions.since import Since
from elephants.sessions.space import Space
from elephants.sessions.standing import STATES, decision_state
from elephants.sessions.terms import DECISION_ANSWERS
from elephants.store.past import read_decision, read_sessions
from elephants.store.search import Asked, find
from tests.paper.reading import words_of
from tests.store import play

FIRST, SECOND, THIRD, LATER = date(2026, 11, 3), date(2026, 11, 17), date(2026, 12, 1), date(2027, 3, 2)
HALL, HUT = "We meet in the hall", "We meet in the hut"
NO = "The hall is too loud for some of us."


@functools.cache
def _before() -> tempfile.TemporaryDirectory[str]:
    """A space whose room decided once, and agreed it: made once, and copied for each test."""
    kept = tempfile.TemporaryDirectory()
    with play.a_desk(Path(kept.name) / "a.elephants") as desk:
        play.open_session(desk, day=FIRST)
        play.an_item(desk, "Where do we meet?")
        decide(desk, HALL, look_again=SECOND, needs=("Chairs with arms",), no=NO)
        agree(desk)
    return kept


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    shutil.copytree(_before().name, tmp_path, dirs_exist_ok=True)
    with play.a_desk(tmp_path / "a.elephants") as desk:
        desk.open(desk.home.spaces[0].sessions[0].id)
        yield desk


def decide(desk: Desk, title: str, look_again: date, needs: tuple[str, ...] = (), no: str = "") -> Decision:
    """Decide on the first open item by the short form, and go ahead until the day to look again."""
    agenda = play.activity_of(desk, "agenda")
    if agenda.state != "now":
        desk.change(play.session_of(desk), Session.go, agenda)
    item = next(one for one in play.session_of(desk).items if one.closed is None)
    desk.change(agenda, Agenda.decide, item, short=True)
    deciding = next(one for one in play.session_of(desk).activities if one.decision is item.decision)
    assert isinstance(deciding, Deciding)
    for option in ("here", "there"):
        desk.change(deciding, Deciding.add_option, option)
    for _ in range(2):
        desk.change(deciding, Deciding.go_on)
    desk.change(deciding, Deciding.chosen_on_paper, deciding.poll.options[0])
    if not needs:
        desk.change(deciding, Deciding.nothing_came)
    for need in needs:
        desk.change(deciding, Deciding.add_need, need)
        desk.change(deciding, Deciding.answer_need, deciding.poll.needs[-1], "added", need)
    desk.change(deciding, Deciding.go_on)
    desk.change(deciding, Deciding.everyone)
    desk.change(deciding, Deciding.write_decision, title, f"{title}.")
    desk.change(deciding, Deciding.look_again_on, look_again, play.session_of(desk).date)
    desk.change(deciding, Deciding.keep_no, no)
    desk.change(deciding, Deciding.close, "go ahead", random.Random(1))
    return deciding.poll


def agree(desk: Desk) -> None:
    desk.change(play.activity_of(desk, "readback"), ReadBack.agree, play.session_of(desk).date)


def meet(desk: Desk, day: date, template: str = "working") -> Session:
    """Plan a session and open it."""
    desk.leave()
    desk.change(play.space_of(desk), Space.plan, day, time(18), 90, template=template)
    session = desk.open(next(one.id for one in play.space_of(desk).sessions if one.date == day))
    desk.change(session, Session.start, 9)
    return play.session_of(desk)


def since_of(desk: Desk) -> Since:
    since = play.activity_of(desk, "since")
    assert isinstance(since, Since)
    return since


def the_hall(desk: Desk) -> Decision:
    return next(one for one in play.space_of(desk).decisions if one.title == HALL)


def titles(session: Session) -> list[str]:
    return [item.title for item in session.items]


def the_one(desk: Desk, number: int) -> Decision:
    return next(one for one in play.space_of(desk).decisions if one.id == number)


def chain(decision: Decision | None) -> list[tuple[int, str]]:
    """Give a decision and those whose place it took, the newest first, each with how it stands."""
    found: list[tuple[int, str]] = []
    while decision is not None:
        found.append((decision.id, decision.standing))
        decision = decision.replaces
    return found


def told(desk: Desk, day: date) -> dict[int, str]:
    return {one.id: decision_state(one, day) for one in play.space_of(desk).decisions}


def searched(desk: Desk, day: date) -> dict[int, str]:
    """Ask the search for the decisions of each state; what is to be looked at again stands too."""
    found: dict[int, str] = {}
    with desk.store.raw() as raw:
        for state in sorted(STATES, key=lambda one: one == "look again"):
            hits = find(raw, Asked(state=state, today=day))
            found |= {hit.id: state for hit in hits if hit.kind == "decision"}
    return found


def test_its_day_puts_it_on_the_agenda_by_itself_with_a_sentence_and_undo_takes_it_off(desk: Desk) -> None:
    before = [one.id for one in play.space_of(desk).items]
    desk.leave()
    desk.change(play.space_of(desk), Space.plan, SECOND, time(18), 90)
    session = desk.open(play.space_of(desk).sessions[-1].id)
    assert [one.title for one in coming_back(session)] == [HALL]
    handout = " ".join(words_of(papers.build(session, "agenda")).split())  # sent before anybody comes
    assert f"{HALL}. Here again: its look-again day was Tuesday 17 November 2026." in handout
    desk.change(session, Session.start, 9)
    (item,) = play.session_of(desk).items
    assert (item.title, item.purpose, item.openness) == (HALL, "decide", "wide")
    assert item.again is the_hall(desk)
    assert why_again(the_hall(desk), SECOND) == "Here again: its look-again day was Tuesday 17 November 2026."
    assert the_hall(desk) in since_of(desk).due()  # the room still answers there
    assert coming_back(play.session_of(desk)) == []
    desk.undo()
    assert [one.id for one in play.space_of(desk).items] == before


def test_it_does_not_come_before_its_day_nor_to_a_short_decision_nor_where_no_agenda_is(desk: Desk) -> None:
    assert titles(meet(desk, date(2026, 11, 10))) == []
    desk.change(play.session_of(desk), Session.close)
    for day, template in ((SECOND, "short"), (date(2026, 11, 24), "learning")):
        assert titles(meet(desk, day, template)) == []
        desk.change(play.session_of(desk), Session.close)
    assert titles(meet(desk, THIRD)) == [HALL]  # the control


@pytest.mark.parametrize(("answer", "stays"), [("still right", False), ("ended", False), ("agenda", True)])
def test_the_answer_of_the_room_takes_it_off_or_leaves_it_once(desk: Desk, answer: str, stays: bool) -> None:
    session = meet(desk, SECOND)
    desk.change(since_of(desk), Since.answer_decision, the_hall(desk), answer, worry="no", look_again=LATER)
    assert titles(session) == [HALL] * stays
    desk.undo()
    assert titles(play.session_of(desk)) == [HALL]
    assert the_hall(desk).standing == "standing"


@pytest.mark.parametrize("answer", [one for one in DECISION_ANSWERS if one != "agenda"])
def test_what_was_written_for_it_stays(desk: Desk, answer: str) -> None:
    session = meet(desk, SECOND)
    desk.change(session.items[0], AgendaItem.add_point, "It is cold there")
    desk.change(since_of(desk), Since.answer_decision, the_hall(desk), answer, look_again=LATER)
    assert titles(session) == [HALL]


def test_a_need_that_is_not_met_brings_it_back_once_and_goes_when_it_is_met(desk: Desk) -> None:
    meet(desk, SECOND)
    need, since = the_hall(desk).needs[0], since_of(desk)
    desk.change(since, Since.answer_decision, the_hall(desk), "still right", look_again=LATER)
    assert titles(play.session_of(desk)) == []
    for answer in ("not met", "partly"):
        desk.change(since, Since.answer_need, need, answer)
        assert titles(play.session_of(desk)) == [HALL]
    assert why_again(the_hall(desk), SECOND) == "Here again: a need is not met yet."
    for answer in ("no longer needed", "met"):
        desk.change(since, Since.answer_need, need, "not met")
        desk.change(since, Since.answer_need, need, answer)
        assert titles(play.session_of(desk)) == []


def test_not_reached_it_is_carried_over_and_is_not_there_twice(desk: Desk) -> None:
    desk.change(meet(desk, SECOND), Session.close)
    session = meet(desk, THIRD)
    assert titles(session) == [HALL]
    assert session.items[0].again is the_hall(desk)
    desk.change(since_of(desk), Since.answer_decision, the_hall(desk), "still right", look_again=LATER)
    assert titles(session) == []


@pytest.mark.parametrize("how", ["talked", "let go"])
def test_let_go_it_stands_and_the_room_is_asked_again_next_time(desk: Desk, how: str) -> None:
    session = meet(desk, SECOND)
    desk.change(since_of(desk), Since.answer_decision, the_hall(desk), "agenda")
    assert told(desk, SECOND) == searched(desk, SECOND) == {the_hall(desk).id: "agenda"}
    desk.change(session.items[0], AgendaItem.close, how)
    assert decision_state(the_hall(desk), SECOND) == "look again"
    desk.change(play.session_of(desk), Session.close)
    meet(desk, THIRD)
    assert the_hall(desk) in since_of(desk).due()


def test_the_new_decision_takes_the_place_of_the_old_one_which_stays_as_it_was_agreed(desk: Desk) -> None:
    meet(desk, SECOND)
    new = decide(desk, HUT, look_again=LATER)
    old = the_hall(desk)
    assert (new.question, new.replaces, new.standing) == ("Where do we meet?", old, "standing")
    assert [decision_state(one, SECOND) for one in (old, new)] == ["changed", "standing"]
    assert told(desk, SECOND) == searched(desk, SECOND) == {old.id: "changed", new.id: "standing"}
    assert searched(desk, LATER) == {old.id: "changed", new.id: "look again"} == told(desk, LATER)
    agree(desk)
    desk.open(play.space_of(desk).sessions[0].id)
    session = play.session_of(desk)
    assert session.decisions[0].replaced_by is not None
    assert session.decisions[0].replaced_by.title == HUT
    taken = proofs(session)
    desk.open(play.space_of(desk).sessions[1].id)
    assert holds([*taken, *proofs(play.session_of(desk))])
    for held in play.space_of(desk).sessions:
        assert stands(desk.open(held.id))
    session = meet(desk, LATER)
    assert titles(session) == [HUT]  # the old one comes back no more
    assert the_hall(desk).needs[0] not in since_of(desk).due()


def test_not_decided_yet_leaves_the_old_one_standing_and_a_late_need_gives_its_place_back(desk: Desk) -> None:
    meet(desk, SECOND)
    later = put_off(desk, "Look at the hut")
    assert (the_hall(desk).standing, the_one(desk, later).replaces) == ("standing", None)
    assert searched(desk, SECOND) == {the_hall(desk).id: "look again", later: "open"} == told(desk, SECOND)
    meet(desk, THIRD)
    new = decide(desk, HUT, look_again=LATER)
    assert chain(new) == [(new.id, "standing"), (later, "changed"), (the_hall(desk).id, "changed")]
    paper = " ".join(words_of(papers.build(play.session_of(desk), "minutes")).split())
    assert "It takes the place of what we decided on Tuesday 3 November 2026." in paper  # when nothing was put off
    deciding = new.activities[0]
    assert isinstance(deciding, Deciding)
    desk.change(deciding, Deciding.add_need, "A ramp")
    assert (new.replaces, the_hall(desk).standing) == (None, "agenda")
    assert the_one(desk, later).standing == "open"
    desk.undo()
    assert chain(the_one(desk, new.id))[1:] == [(later, "changed"), (the_hall(desk).id, "changed")]


def put_off(desk: Desk, step: str) -> int:
    """Come to *Not decided yet* on the first open item; the session closes, and its item waits for the next."""
    agenda = play.activity_of(desk, "agenda")
    desk.change(play.session_of(desk), Session.go, agenda)
    item = next(one for one in play.session_of(desk).items if one.closed is None)
    desk.change(agenda, Agenda.decide, item)
    deciding = next(one for one in play.session_of(desk).activities if one.decision is item.decision)
    assert isinstance(deciding, Deciding)
    for _ in range(4):
        desk.change(deciding, Deciding.go_on)
    desk.change(deciding, Deciding.not_today)
    desk.change(deciding, Deciding.say_next_step, step)
    desk.change(deciding, Deciding.close, "not decided", random.Random(1))
    desk.change(play.session_of(desk), Session.close)
    return deciding.poll.id


def test_what_was_not_decided_yet_is_replaced_when_its_carried_item_is_decided(tmp_path: Path) -> None:
    with play.a_desk(tmp_path / "a.elephants") as desk:
        play.open_session(desk, day=FIRST)
        play.an_item(desk, "Where do we meet?")
        first = put_off(desk, "Ask about the hall")
        meet(desk, SECOND)
        second = put_off(desk, "Ask about the hut")
        meet(desk, THIRD)
        assert told(desk, THIRD) == searched(desk, THIRD) == {first: "open", second: "open"}
        new = decide(desk, HUT, look_again=LATER).id
        assert chain(the_one(desk, new)) == [(new, "standing"), (second, "changed"), (first, "changed")]
        assert told(desk, THIRD) == searched(desk, THIRD) == {new: "standing", second: "changed", first: "changed"}
        for number, takes in ((first, second), (second, new)):
            kept = read_decision(desk.store, number)
            assert kept is not None
            assert kept.replaced_by is not None
            assert kept.replaced_by.id == takes
        paper = " ".join(words_of(papers.build(play.session_of(desk), "minutes")).split())
        assert "It takes the place" not in paper  # nothing was decided before
        anew = "Decided anew on Tuesday 1 December 2026"
        assert became(the_one(desk, second))[-1] == f"{anew}: {HUT}"
        assert not any(one.startswith("Decided anew") for one in became(the_one(desk, new)))
        story = quarter("Kitchen", read_sessions(desk.store, 1, FIRST, THIRD), FIRST, THIRD)
        assert f"{anew}: {HUT}." in repr(story.blocks)
        readback = play.activity_of(desk, "readback")
        desk.change(play.session_of(desk), Session.go, readback)
        line = next(one for one in readback.lines() if one.part == "title" and one.words == HUT)
        desk.change(readback, ReadBack.strike, line)
        assert told(desk, THIRD) == {first: "open", second: "open"}


def test_a_struck_decision_gives_its_place_back(desk: Desk) -> None:
    session = meet(desk, SECOND)
    decide(desk, HUT, look_again=LATER)
    readback = play.activity_of(desk, "readback")
    desk.change(session, Session.go, readback)
    line = next(one for one in readback.lines() if one.part == "title" and one.words == HUT)
    desk.change(readback, ReadBack.strike, line)
    assert the_hall(desk).standing == "standing"
    desk.undo()
    assert (the_hall(desk).standing, play.session_of(desk).decisions[0].replaces) == ("changed", the_hall(desk))


def test_whether_the_worry_came_true_is_kept_at_the_question_too(desk: Desk) -> None:
    session = meet(desk, SECOND)
    agenda = play.activity_of(desk, "agenda")
    desk.change(session, Session.go, agenda)
    desk.change(agenda, Agenda.decide, session.items[0])
    deciding = play.activity_of(desk, "deciding")
    with pytest.raises(Refused, match="Did the worry come true"):
        desk.change(deciding, Deciding.worry_came, "perhaps")
    assert "Did the worry come true?" in deciding.say()
    for worry in ("too early", "partly"):
        desk.change(deciding, Deciding.worry_came, worry)
    assert "worry" not in deciding.say()
    (update,) = play.session_of(desk).updates
    assert (update.decision, update.answer, update.worry) == (the_hall(desk), "agenda", "partly")
    desk.change(play.session_of(desk), Session.go, since_of(desk))
    desk.change(since_of(desk), Since.answer_decision, the_hall(desk), "agenda", worry="yes")
    assert [one.worry for one in play.session_of(desk).updates] == ["yes"]


def test_elsewhere_nothing_is_looked_at_again(desk: Desk) -> None:
    meet(desk, date(2026, 11, 10))
    with pytest.raises(Refused, match="Nothing is looked at again"):
        desk.change(play.a_deciding(desk), Deciding.worry_came, "no")
