"""Every step and every activity has its page of help; its words are plain, ours, and never about a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.steps import Step
from elephants.sessions.guidance.activities import ACTIVITIES
from elephants.sessions.guidance.advice import Advice
from elephants.sessions.guidance.page import HelpPage, page_of, resistance, system, trained, whole_of
from elephants.sessions.guidance.reading import RESISTANCE, TRAINED
from elephants.sessions.guidance.steps import ALREADY_ADD, STEPS
from elephants.sessions.templates import KINDS
from tests.ui.views.kitchen import Kitchen
from tests.ui.views.states_deciding import framed, walked

LONGEST = 16
"""Words in one sentence."""

NEVER = (
    "service user", "client", "beneficiary", "case", "vulnerable", "hard to reach", "complex needs", "stakeholder",
    "objection", "against", "veto", "winner", "loser", "score", "terrorist", "lost", "resistant", "difficult person",
)  # fmt: skip
"""What METHOD.md does not say, and what would put a sign on a person."""


def lacking(steps: Iterable[Step], kinds: Iterable[str]) -> list[str]:
    """Name every step and every kind of activity that has no page of help."""
    found = [f"the step {one.value} has no help" for one in Step if one not in set(steps)]
    return found + [f"{one} has no help" for one in sorted(KINDS) if one not in set(kinds)]


def advice() -> Mapping[str, Advice]:
    return {**{step.value: one for step, one in STEPS.items()}, **ACTIVITIES, "already": ALREADY_ADD}


def every_line() -> Iterator[str]:
    for one in advice().values():
        yield from (*one.purpose, *one.say, *one.stuck, *one.thanks)
    for reading in (RESISTANCE, TRAINED):
        yield reading.title
        for heading, lines in reading.parts:
            yield from (heading, *lines)


def sentences(line: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.!?:])[”]?\s+", line) if one]


def test_no_step_and_no_activity_lacks_its_help() -> None:
    assert lacking(STEPS, ACTIVITIES) == []
    assert set(ACTIVITIES) == set(KINDS)


@pytest.mark.parametrize("step", list(Step))
def test_a_step_without_help_is_named(step: Step) -> None:
    assert lacking([one for one in STEPS if one != step], ACTIVITIES) == [f"the step {step.value} has no help"]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_an_activity_without_help_is_named(kind: str) -> None:
    assert lacking(STEPS, [one for one in ACTIVITIES if one != kind]) == [f"{kind} has no help"]


@pytest.mark.parametrize("name", list(advice()))
def test_each_page_says_what_for_what_to_say_and_what_to_do(name: str) -> None:
    one = advice()[name]
    assert 1 <= len(one.purpose) <= 2
    assert 1 <= len(one.say) <= 2
    assert 3 <= len(one.stuck) <= 6
    assert len(set(one.stuck)) == len(one.stuck)


def test_who_answers_is_said_of_every_activity() -> None:
    assert [kind for kind, one in ACTIVITIES.items() if not one.who] == []


def test_every_sentence_is_short() -> None:
    long = [one for line in every_line() for one in sentences(line) if len(one.split()) > LONGEST]
    assert long == []


def unwelcome(line: str) -> list[str]:
    return [word for word in NEVER if re.search(rf"\b{word}s?\b", line.casefold())]


def test_no_word_is_used_that_the_method_does_not_use() -> None:
    assert {line: unwelcome(line) for line in every_line() if unwelcome(line)} == {}
    assert unwelcome("Their objections are lost.") == ["objection", "lost"]


def test_too_hot_leads_to_a_pause_tea_later_or_a_trained_person() -> None:
    for step in (Step.READY, Step.DEEPER):
        stuck = " ".join(STEPS[step].stuck).casefold()
        assert [one for one in ("too hot?", "pause", "tea", "later", "a trained person") if one not in stuck] == []


def test_the_resistance_line_goes_from_a_joke_to_leaving_and_writes_nothing_down() -> None:
    titles = [heading for heading, _lines in RESISTANCE.parts]
    assert titles[1:-1] == ["Joking", "Gossip", "Going quiet", "Disruption", "Strike", "Leaving"]
    words = resistance().words()
    assert "never about a person" in words
    assert "Write nothing down, and count nothing." in words


def test_the_harder_forms_are_not_in_the_app() -> None:
    assert trained().title == "This needs a trained person"
    assert "arrows" in trained().words()


def test_the_nine_behaviours_are_questions_and_never_scores() -> None:
    page = system()
    nine = [line for part in page.parts[1:] for line in part.lines]
    assert [len(part.lines) for part in page.parts[1:]] == [3, 3, 3]
    assert all(line.endswith("?") and ":" in line for line in nine)
    assert not re.search(r"[0-9%]|score|level|rate", page.words().casefold())


def test_the_stories_name_the_makers_of_the_card_game() -> None:
    assert "Simrishamn" in " ".join(ACTIVITIES["stories"].thanks)


# -- the page of where the room is ----------------------------------------------------------------------------------


@pytest.fixture
def kitchen(tmp_path: Path) -> Iterator[Kitchen]:
    made = Kitchen(tmp_path)
    yield made
    made.desk.close()


def said(page: HelpPage) -> tuple[str, ...]:
    return next(part.lines for part in page.parts if part.spoken)


def test_the_page_begins_with_the_words_of_the_step_and_who_answers(kitchen: Kitchen) -> None:
    page = page_of(walked(kitchen, "ready"))
    assert page.title == "Ready?"
    assert page.parts[0].lines == ("Who answers: the room.",)
    assert said(page)[0] == "“Are we ready to choose, or is there more to say?”"
    assert STEPS[Step.READY].stuck[0] in page.words()


def test_what_is_already_decided_asks_nobody_to_come_along(kitchen: Kitchen) -> None:
    talk = framed(kitchen, "decided")
    kitchen.desk.change(talk, Deciding.go_on)
    assert said(page_of(talk))[0] == "“What do you need, now this is happening?”"
    assert "come along" not in page_of(talk).words()


def test_only_what_has_steps_has_a_page_of_the_whole_too(kitchen: Kitchen) -> None:
    whole = {one.kind: whole_of(one) is not None for one in kitchen.session.activities}
    assert not any(whole.values())
    talk = framed(kitchen)
    page = whole_of(talk)
    assert page is not None
    assert page.title == "Deciding together"


def test_where_no_activity_is_the_help_says_what_it_is() -> None:
    assert page_of(None).title == "Help"
    assert "Only you see it." in page_of(None).words()
