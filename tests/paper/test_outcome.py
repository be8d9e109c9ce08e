from __future__ import annotations

import ast
from pathlib import Path

import pytest

from elephants.paper import outcome, phrases
from elephants.paper.papers import build
from elephants.sessions.session import Session
from tests.paper.evening import VIEWS, evening
from tests.paper.reading import in_order, pages_of, words_of


@pytest.fixture(scope="module")
def agreed() -> Session:
    return evening()


@pytest.fixture(scope="module")
def outcome_words(agreed: Session) -> str:
    return words_of(build(agreed, "outcome"))


def test_the_outcome_sheet_has_its_parts_in_the_order_of_the_method(outcome_words: str) -> None:
    assert in_order(
        outcome_words,
        "Our session on Tuesday 24 November 2026",
        "What we talked about The bus pass letter.",
        "What we decided From December to March",
        "What we added so more of us could come along",
        "What we cannot do and why Pay for taxis. Not now, because there is no money",
        "Who does what Jo: Go to the library",
        "By Thursday 3 December 2026.",
        "What happened since last time Ask the council for a key to the side gate. Done. We have two keys.",
        "Something to celebrate We have two keys to the side gate.",
        "Next session Tuesday 1 December 2026, 6 pm",
        "To add to the agenda, or to ask: the kitchen's front desk.",
    )
    assert "Not decided yet" not in outcome_words


def test_the_outcome_sheet_is_two_sides_and_an_easy_to_read_draft(agreed: Session) -> None:
    pages = pages_of(build(agreed, "outcome"))
    assert len(pages) == 2
    assert all("Easy to read draft" in page for page in pages)


def test_the_outcome_sheet_says_votes_in_words_and_keeps_views_back(outcome_words: str) -> None:
    assert "Most of us chose “the church hall all winter”." in outcome_words
    assert ": 8" not in outcome_words
    assert "not sure" not in outcome_words
    assert VIEWS[0][0] not in outcome_words


def test_the_outcome_sheet_says_of_each_decision_that_nothing_came_and_why_not_to_look_again() -> None:
    session = evening()
    winter, eat = session.decisions[0], session.space.decisions[0]
    eat.nothing_came, eat.look_again, eat.no_look_again = True, None, "nobody wants it another way"
    session.decisions.append(eat)
    assert winter.needs
    assert in_order(
        words_of(build(session, "outcome")),
        "What we decided From December to March",
        "We eat before we talk. We asked what people need to come along. Nothing came. All of us can come along.",
        "No need to look again, because nobody wants it another way.",
        "What we added so more of us could come along",
    )


def test_the_outcome_sheet_says_when_we_take_up_what_is_not_decided() -> None:
    session = evening()
    decision = session.decisions[0]
    decision.ending, decision.next_step = "not decided", "Visit the hall together"
    said = words_of(build(session, "outcome"))
    assert "Next step: Visit the hall together. We look again on Tuesday 2 February 2027." in said


def test_every_sentence_of_ours_on_the_outcome_sheet_has_at_most_fifteen_words() -> None:
    """A date counts as its four words; what the room typed is the room's."""
    ours = [words for module in (outcome, phrases) for words in _our_words(str(module.__file__))]
    assert "We asked what people need to come along. Nothing came." in ours
    long = [
        one
        for words in ours
        for one in phrases.sentences(words.replace("{day}", "on a day 1"))
        if len(one.split()) > 15
    ]
    assert long == []


def _our_words(file: str) -> list[str]:
    calls = [node for node in ast.walk(ast.parse(Path(file).read_text("utf-8"))) if isinstance(node, ast.Call)]
    told = [call.args[0] for call in calls if isinstance(call.func, ast.Name) and call.func.id in ("tr", "trn")]
    return [str(words.value) for words in told if isinstance(words, ast.Constant)]
