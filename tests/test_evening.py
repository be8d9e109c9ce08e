"""The evening at the Tuesday kitchen comes out word for word as it is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from elephants.desk import Desk
from elephants.sessions.decision import Decision
from elephants.sessions.session import Session
from elephants.sessions.since import answer_words, worry_words
from elephants.store.store import Store
from tests.rehearsals import Played, dump, play, shipped

ADDED = " [added because some of us need it]"
READ_BACK = (
    "From December to March we meet in the church hall on Tuesdays at six. "
    "We set off together from the kitchen at half past five [added because some of us need it]. "
    "On the first Tuesday of each month we are in the kitchen and finish by eight "
    "[added because some of us need it]. "
    "We use the side door by the garden [added because some of us need it]."
)
VIEWS = {
    "The hall is warm and it is free.",
    "It is far for people without a bus pass.",
    "This kitchen is ours, we painted it.",
    "The kitchen has no heating after eight.",
    "A church door is not easy for everybody.",
    "We could change each week.",
    "Changing each week loses people.",
    "I just want it to be warm.",
    "It felt like being sent somewhere else again.",
}


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    evening = play(shipped("tuesday-kitchen"), tmp_path_factory.mktemp("evening") / "store")
    yield evening
    evening.desk.close()


@pytest.fixture
def session(played: Played) -> Session:
    return played.session


@pytest.fixture
def winter(session: Session) -> Decision:
    (decision,) = session.decisions
    return decision


def test_the_decision_reads_as_it_was_read_back(winter: Decision) -> None:
    marked = " ".join(f"{part.words[:-1]}{ADDED if part.added else ''}." for part in winter.parts())
    assert marked == READ_BACK
    assert winter.title == "Where we meet in winter"


def test_it_ends_with_go_ahead_and_the_kept_no(winter: Decision) -> None:
    assert winter.ending_words() == "Go ahead and look again on Tuesday 2 February 2027"
    assert winter.remaining_no == "I will try it, but if I walk past and go home, notice."
    assert winter.print_no
    assert winter.openness == "leaning"


def test_the_hands_are_written_in_numbers(winter: Decision) -> None:
    assert winter.totals == {"options": [8, 3, 2], "not_sure": 1, "here": 14}
    assert [option.text for option in winter.options] == [
        "the church hall all winter",
        "the kitchen, finish by eight",
        "hall and kitchen in turn",
    ]


def test_every_view_is_kept(winter: Decision) -> None:
    assert {view.text for view in winter.views} == VIEWS
    assert len(winter.views) == len(VIEWS)
    away = {view.text for view in winter.views if view.away}
    assert away == {
        "A church door is not easy for everybody.",
        "It felt like being sent somewhere else again.",
    }
    assert [view.text for view in winter.views if view.shared] == ["It felt like being sent somewhere else again."]


def test_every_need_has_its_answer(winter: Decision) -> None:
    assert [(need.text, need.answer, need.words) for need in winter.needs] == [
        (
            "A way to get there",
            "added",
            "We meet at the kitchen at half past five and walk or ride together.",
        ),
        (
            "That the kitchen stays ours",
            "changed",
            "Every first Tuesday of the month we are in the kitchen, finish by eight.",
        ),
        ("A door that is not the church door", "added", "We use the side door by the garden."),
        ("Pay for taxis", "not now", "there is no money for it before April; we ask the fund"),
    ]


def test_who_does_what(session: Session, winter: Decision) -> None:
    assert [(one.text, one.owner(), one.by) for one in winter.actions] == [
        ("Ask the hall about the side door", "The group", date(2026, 11, 27)),
        ("A note on the kitchen door with a map", "Sam", date(2026, 11, 30)),
    ]
    (library,) = session.items[0].actions
    assert (library.owner(), library.by) == ("Jo", date(2026, 12, 3))
    assert {person.name for person in session.space.people} == {"Jo", "Sam"}


def test_the_agenda_in_its_order_and_how_each_item_closed(session: Session) -> None:
    assert [(item.title, item.purpose, item.minutes, item.closed) for item in session.items] == [
        ("The bus pass letter", "put right", 10, "talked"),
        ("Where do we meet in winter?", "decide", 35, "decided"),
        ("The garden on Saturdays", "think", 15, "carried"),
        ("What do we tell the council about the night shelter survey?", "share", 10, "talked"),
    ]
    assert [item.title for item in session.space.open_items()] == [
        "The garden on Saturdays",
        "A reply to the night shelter survey",
    ]


def test_what_happened_since(session: Session) -> None:
    assert [(answer_words(one), one.words, worry_words(one)) for one in session.updates] == [
        ("Done", "We have two keys.", ""),
        ("On its way", "They said they will ring back.", ""),
        ("Still right, look again on Tuesday 25 May 2027", "", "No worry came true."),
    ]


def test_the_agreement_has_its_new_line(session: Session) -> None:
    lines = [(line.text, line.since) for line in session.space.agreement]
    assert len(lines) == 7
    assert lines[-1] == ("Phones face down while someone tells a story.", date(2026, 11, 24))


def test_the_struck_line_is_gone_from_the_file(played: Played, session: Session) -> None:
    assert [point.text for point in session.items[0].points] == ["The letter is hard to read. It asks for a form."]
    assert "hard to read" in str(dump(played.desk.store))
    assert "lost the pass" not in str(dump(played.desk.store))


def test_it_is_agreed_and_the_next_session_is_planned(session: Session) -> None:
    following = session.next_session
    assert following is not None
    assert (session.state, session.here) == ("agreed", 13)
    assert (following.date, following.food, following.state) == (date(2026, 12, 1), "Soup again", "planned")


def test_it_reads_the_same_after_reopening(tmp_path: Path) -> None:
    evening = play(shipped("tuesday-kitchen"), tmp_path / "store")
    before, number = evening.session.decisions[0].full_text(), evening.session.id
    evening.desk.close()
    again = Desk(Store(tmp_path / "store", writing=False))
    session = again.open(number)
    assert session.decisions[0].full_text() == before
    assert len(session.decisions[0].needs) == 4
    again.close()


def test_next_time_opens_with_what_was_promised(tmp_path: Path) -> None:
    evening = play(shipped("tuesday-kitchen"), tmp_path / "store")
    following = evening.session.next_session
    assert following is not None
    number = following.id
    evening.desk.close()
    later = Desk(Store(tmp_path / "store"))
    session = later.open(number)
    later.change(session, Session.start, 12)
    first = session.items[0]
    assert first.title == "The garden on Saturdays"
    assert (first.points, first.actions, first.decision) == ([], [], None)
    later.close()
