from __future__ import annotations

import re

import pytest

from elephants.paper.document import Document, Heading, plain_words
from elephants.paper.minutes import minutes
from elephants.paper.outcome import outcome
from elephants.paper.papers import build, document
from elephants.paper.sections import SECTIONS
from elephants.sessions.base import Refused
from elephants.sessions.session import Session
from elephants.sessions.templates import KINDS
from tests.paper.evening import TODAY, VIEWS, a_space, evening, kept
from tests.paper.reading import in_order, pages_of, words_of


@pytest.fixture(scope="module")
def agreed() -> Session:
    return evening()


@pytest.fixture(scope="module")
def minutes_words(agreed: Session) -> str:
    return words_of(build(agreed, "minutes"))


def test_every_kind_of_activity_has_a_section() -> None:
    assert SECTIONS.keys() == KINDS.keys()


def test_minutes_tell_the_evening_in_its_order(minutes_words: str) -> None:
    assert in_order(
        minutes_words,
        "Working session, Tuesday 24 November 2026",
        "Community kitchen, 6 pm to 7.30 pm. 14 of us were here. Read back and agreed by the room.",
        "We had a check-in. We told stories with the cards of More than One Story. We had a check-out.",
        "What happened since last time",
        "You said We did",
        "Ask the council for a key to the side gate Done. We have two keys.",
        "Find out what the hall costs on Sundays On its way. They said they will ring back.",
        "We eat before we talk Still right, look again on Tuesday 25 May 2027. No worry came true.",
        "New in our working agreement Phones face down while someone tells a story.",
        "1 The bus pass letter To put right Talked through",
        "2 Where do we meet in winter? To decide Decided",
        "3 The garden on Saturdays To think Carried over",
        "1. The bus pass letter",
        "Jo Go to the library on Thursday at ten",
        "2. Where we meet in winter",
        "3. The garden on Saturdays Carried over.",
        "4. What do we tell the council about the night shelter survey?",
        "Something to celebrate We have two keys to the side gate.",
        "Next session Tuesday 1 December 2026, 6 pm Community kitchen. Soup again.",
    )


def test_minutes_say_the_most_that_were_here_when_some_left_early() -> None:
    session = evening(agreed=False)
    session.count_here(13)
    assert "14 of us were here." in words_of(build(session))
    session.count_here(15)
    assert "15 of us were here." in words_of(build(session))


def test_minutes_tell_the_decision_with_all_that_is_kept(minutes_words: str) -> None:
    assert in_order(
        minutes_words,
        "We asked: Where do we meet in winter? We leaned one way. Go ahead and look again on Tuesday 2 February 2027.",
        "From December to March we meet in the church hall on Tuesdays at six.",
        "Added because some of us need it",
        "We set off together from the kitchen at half past five.",
        "On the first Tuesday of each month we are in the kitchen and finish by eight.",
        "We use the side door by the garden.",
        "Not now, because Pay for taxis: there is no money for it before April; we ask the fund.",
        "How we chose Most of us chose “the church hall all winter”. A, “the church hall all winter”: 8.",
        "A no that remains I will try it, but if I walk past and go home, notice.",
        "The views we kept",
        "Who does what The group Ask the hall about the side door by Friday 27 November 2026",
        "Sam A note on the kitchen door with a map by Monday 30 November 2026",
        "We look again on Tuesday 2 February 2027",
    )
    assert "It felt like being sent somewhere else again. Some of us feel this too. Not in the room." in minutes_words
    assert "A church door is not easy for everybody. Not in the room." in minutes_words
    assert all(text in minutes_words for text, _ in VIEWS)


def test_no_paper_tells_a_question_of_the_round_or_a_private_note() -> None:
    session = evening(agreed=False)
    session.note("Mind the new one in the corner.")
    checkin = next(one for one in session.activities if one.kind == "checkin")
    checkin.set(questions=["How are you arriving today?"])
    for paper in ("minutes", "outcome"):
        said = words_of(build(session, paper))
        assert "arriving" not in said
        assert "corner" not in said


def test_before_the_room_agrees_every_page_is_a_draft() -> None:
    session = evening(agreed=False)
    for paper in ("minutes", "outcome"):
        pages = pages_of(build(session, paper))
        assert all("Draft, not yet read back" in page for page in pages)
    assert "Read back and agreed" not in words_of(build(session))


def test_a_remaining_no_is_printed_only_with_the_second_yes() -> None:
    session = evening()
    decision = session.decisions[0]
    for paper in ("minutes", "outcome"):
        assert "notice." in words_of(build(session, paper))
    decision.print_no = False
    for paper in ("minutes", "outcome"):
        assert "notice." not in words_of(build(session, paper))


def test_views_of_an_open_decision_do_not_tell_the_order_they_came_in() -> None:
    session = evening(agreed=False)
    decision = session.decisions[0]
    before = _lines_with(minutes(session), "warm")
    decision.ending = None
    decision.views.reverse()
    once = words_of(build(session))
    decision.views.reverse()
    assert words_of(build(session)) == once
    assert before
    assert "Still open when this paper was made." in once


def _lines_with(paper: Document, word: str) -> list[str]:
    texts: list[str] = []
    for block in paper.blocks:
        items = getattr(block, "items", ())
        texts += [item.words for item in items if not isinstance(item, str) and word in item.words]
        words = getattr(block, "words", "")
        texts += [plain_words(words)] if isinstance(words, str) and word in words else []
    return texts


def test_a_result_in_words_never_holds_a_count() -> None:
    session = evening()
    decision = session.decisions[0]
    decision.form, decision.totals, decision.splits = "words", None, 2
    said = words_of(build(session))
    assert "Most of us chose “the church hall all winter”. We were split 2 times on the way." in said
    assert "We chose between: A, the church hall all winter B, the kitchen, finish by eight" in said
    assert ": 8" not in re.sub(r"Check code: \S+ \S+", "", said)  # drawn anew each time, it may begin with any number


def test_we_asked_and_nothing_came_is_printed() -> None:
    session = evening()
    decision = session.decisions[0]
    decision.needs.clear()
    decision.nothing_came = True
    for paper in ("minutes", "outcome"):
        assert "We asked what people need to come along. Nothing came." in words_of(build(session, paper))


def test_not_decided_yet_stands_with_its_next_step() -> None:
    session = evening()
    decision = session.decisions[0]
    decision.ending, decision.next_step = "not decided", "Visit the hall together"
    assert "Not decided yet. Next step: Visit the hall together." in words_of(build(session))
    assert in_order(
        words_of(build(session, "outcome")), "Not decided yet", "Where we meet", "Next step: Visit the hall together."
    )


def test_already_decided_is_not_called_our_choice() -> None:
    session = evening()
    decision = session.decisions[0]
    decision.ending, decision.openness, decision.carried = "already decided", "decided", None
    said = words_of(build(session))
    assert "It was already decided; this is what we asked for." in said
    assert "How we chose" not in said
    assert "It was already decided; this is what we asked for." in words_of(build(session, "outcome"))


def test_no_need_to_look_again_is_said_with_its_reason() -> None:
    session = evening()
    decision = session.decisions[0]
    decision.ending, decision.look_again, decision.no_look_again = "all", None, "it is only for one winter"
    assert "Look again? No need, because it is only for one winter" in words_of(build(session))
    decision.actions.clear()
    said = words_of(build(session))
    assert "Look again? No need, because it is only for one winter." in said
    assert "All of us can come along." in said


@pytest.mark.parametrize("paper", ["minutes", "outcome"])
def test_a_session_that_was_only_planned_or_just_begun_has_its_papers(paper: str) -> None:
    space = a_space()
    space.plan(TODAY, space.sessions[0].starts, 90)
    kept(space)
    session = space.sessions[-1]
    assert pages_of(build(session, paper))
    session.start(1)
    assert pages_of(build(session, paper))


def test_an_activity_that_was_skipped_is_not_told() -> None:
    session = evening(agreed=False)
    for activity in session.activities:
        if activity.kind in ("stories", "checkout"):
            activity.state = "skipped"
    said = words_of(build(session))
    assert "We had a check-in." in said
    assert "stories with the cards" not in said
    assert "check-out" not in said


def test_nothing_kept_is_lost_when_a_line_of_the_run_sheet_is_gone() -> None:
    session = evening()
    for kind in ("agenda", "readback", "deciding"):
        session.activities[:] = [one for one in session.activities if one.kind != kind]
    said = words_of(build(session))
    assert "We set off together from the kitchen at half past five." in said
    assert "We have two keys to the side gate." in said


def test_the_numbers_of_the_minutes_have_no_gap_and_end_with_what_was_kept() -> None:
    session = evening(agreed=False)
    bus, winter, garden, survey = session.items
    session.items[:] = [garden, bus, winter, survey]
    survey.points.clear()
    headings = [block.words for block in minutes(session).blocks if isinstance(block, Heading) and block.level == 2]
    assert headings == ["1. The garden on Saturdays", "2. The bus pass letter", "3. Where we meet in winter"]
    garden.closed = None
    assert "1. The garden on Saturdays Still open." in words_of(build(session))


def test_a_kind_that_comes_twice_is_told_once() -> None:
    session = evening(agreed=False)
    session.add_activity("agenda")
    session.add_activity("since")
    kept(session)
    said = words_of(build(session))
    assert said.count("The agenda, and how each item closed") == 1
    assert said.count("What happened since last time") == 1


def test_titles_and_heads_hold_no_words_of_the_room(agreed: Session) -> None:
    for compose in (minutes, outcome):
        paper = compose(agreed)
        said = f"{paper.title} {paper.footer} {paper.kind} {paper.space}"
        assert "winter" not in said
        assert "Jo" not in said


def test_a_paper_that_is_not_made_here_is_refused(agreed: Session) -> None:
    with pytest.raises(Refused, match="no such paper"):
        document(agreed, "poster")
