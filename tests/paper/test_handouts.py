"""The agenda that goes out in advance, and the running order that never does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from elephants.paper import papers
from elephants.paper.document import Document, plain_words
from elephants.paper.papers import build, document, file_name, warnings
from elephants.paper.wanted import FORMS, TABLES, Wanted, make
from elephants.sessions.activity import SKIPPED
from elephants.sessions.agenda.item import AgendaItem, ask_for
from elephants.sessions.session import Session
from tests.paper.evening import evening
from tests.paper.reading import in_order, inside, pages_of, says_of_itself, words_of
from tests.paper.tags import faults

NOTE = "Quokka first, then the heating"


def planned() -> Session:
    """The session after the evening, to which one item was carried over."""
    following = evening().next_session
    assert following is not None
    return following


def test_the_agenda_of_a_planned_session_is_one_page_with_all_that_is_promised() -> None:
    session = planned()
    session.space.privacy_line = "If somebody is in danger, Kim has to act."
    ask_for(session.space, "The garden gate?", "decide", "plan")
    pages = pages_of(build(session, "agenda"))
    assert len(pages) == 1
    assert in_order(
        pages[0], "We meet on", "Tuesday 1 December 2026", "We begin at 6 pm. We end at 7.30 pm.",
        "We take a break when one of us needs one.", "Community kitchen", "Food: Soup again.",
        "What we talk about", "The garden on Saturdays.", "To think.", "The garden gate? To decide.",
        "There is a plan, tell us what is wrong with it.", "What we write down, and who sees it",
        "We never write who said it.", "Kim has to act.", "Your item", "ask: the kitchen's front desk.",
    )  # fmt: skip
    assert "Draft" not in pages[0]
    assert file_name(session, "agenda") == "2026-12-01, Tuesday kitchen, agenda.pdf"
    assert says_of_itself(build(session, "agenda")) == {"Title": "We meet on Tuesday 1 December 2026"}


def test_the_agenda_of_an_evening_has_its_own_items_and_says_a_break_by_the_clock() -> None:
    session = evening(agreed=False)
    session.activities[3].title = "Tea break"
    said = words_of(build(session, "agenda"))
    for item in session.items:
        assert item.title in said
    assert "Break: 6.20 pm, 15 minutes." in said
    session.activities[3].state = SKIPPED
    assert "We take a break when one of us needs one." in words_of(build(session, "agenda"))


def test_where_nothing_is_known_the_agenda_still_asks() -> None:
    session = planned()
    session.place = session.food = session.space.contact = ""
    session.space.items.clear()
    said = words_of(build(session, "agenda"))
    assert in_order(said, "Nothing is on the list yet. What do you want to talk about?", "Your item", "or just say it.")
    assert "Food" not in said
    assert "ask:" not in said


def test_what_does_not_stand_on_one_page_is_said() -> None:
    session = planned()
    assert warnings(session, "agenda") == []
    for number in range(18):
        ask_for(session.space, f"Item {number}")
    [told] = warnings(session, "agenda")
    assert told.startswith("This sheet takes 1 side more than one. What did not fit: the rest of What we talk about, ")
    assert len(pages_of(build(session, "agenda"))) == 2


def test_a_line_to_write_on_is_in_every_form() -> None:
    session = planned()
    assert b'<div class="line"></div>' in make(session, Wanted("agenda", "html"))
    assert b"Your item" in make(session, Wanted("agenda", "md"))
    assert b"." * 60 in make(session, Wanted("agenda", "md"))


def test_the_running_order_tells_the_time_of_each_line_and_nothing_else_looks_like_it() -> None:
    session = planned()
    session.note(f"{NOTE}.\n\nTea at seven.")
    pdf = build(session, "running-order")
    said = words_of(pdf)
    assert in_order(said, NOTE, "Tea at seven.", "The run sheet", "6 pm What happened since 5", "6.05 pm",
                    "6.20 pm More than One Story 15", "7.25 pm Read-back", "7.30 pm End",
                    "What people asked for", "The garden on Saturdays 15")  # fmt: skip
    for page in pages_of(pdf):
        assert page.startswith("For the facilitator only Running order")
    for other in ("minutes", "outcome", "agenda"):
        assert "For the facilitator only" not in words_of(build(session, other))
    assert "asks for" not in said
    assert file_name(session, "running-order") == "2026-12-01, Tuesday kitchen, running order.pdf"


def test_the_running_order_leaves_out_the_time_of_what_is_skipped_and_says_what_is_too_much() -> None:
    session = planned()
    session.activities[3].state = SKIPPED
    session.activities[4].last(90)
    said = words_of(build(session, "running-order"))
    assert in_order(said, "More than One Story", "Skipped.", "6.20 pm Agenda 90", "8 pm Read-back")
    assert "The run sheet asks for 2 hours 5 minutes. There are 1 hour 30 minutes." in said


def test_private_notes_are_in_no_other_paper_and_no_other_form() -> None:
    session = evening(agreed=False)
    session.note(NOTE)
    kept = "We have two keys"  # the control: what was written for all of us is found
    for paper in papers.TITLES:
        for form in FORMS:
            made = make(session, Wanted(paper, form, names=True))
            said = words_of(made) if made.startswith(b"%PDF") else made.decode("utf-8")
            own = paper == "running-order" and form not in TABLES
            assert (NOTE in said) == own, (paper, form)
            assert (NOTE.encode() in inside(made)) == own
            if paper in papers.RECORD and form not in TABLES:
                assert kept in said


@pytest.mark.torture
@pytest.mark.parametrize("paper", ["agenda", "running-order"])
def test_five_thousand_items_and_no_markup(paper: str) -> None:
    session = planned()
    words = '<b>Tea</b> & <img src="/etc/passwd">'
    session.space.items[:] = [
        AgendaItem(title=f"{words} {n}", purpose="think", openness=None, minutes=5, place=n) for n in range(5000)
    ]
    pdf = build(session, paper)
    pages = pages_of(pdf)
    assert len(pages) > 100
    assert sum(page.count("/etc/passwd") for page in pages) == 5000
    if paper == "agenda":
        assert "Your item" in pages[-1]


def test_both_can_be_followed_with_hard_words_in_every_place() -> None:
    session = planned()
    session.place, session.food, session.notes = "Ł" * 100, "क" * 100, "x" * 2000
    session.space.contact = "\u202etxet\u202c " + "w" * 110
    for number in range(4):
        ask_for(session.space, f"{number} " + "W" * 118)
    for paper in ("agenda", "running-order"):
        for size in (0, 24):
            assert faults(build(session, paper, size=size)) == []


def test_the_band_stands_for_nothing_a_reader_must_hear_twice_and_forms_without_it_say_so() -> None:
    session = planned()
    made = document(session, "running-order")
    assert made.subtitle.startswith("For the facilitator only.")
    assert b"For the facilitator only" in make(session, Wanted("running-order", "md"))
    html = make(session, Wanted("running-order", "html")).decode()
    assert '<p class="draft">For the facilitator only</p>' in html
    plain: Document = replace(made, only="")
    assert plain_words(plain.kind) == "Running order"
