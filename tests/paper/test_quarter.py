"""The story of a quarter: what was decided, what went well and what did not, from the agreed records; no names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from elephants import cli, telling
from elephants.paper.document import Document, Heading, Lines
from elephants.paper.forms.markdown import to_markdown
from elephants.paper.layout import to_pdf
from elephants.paper.quarter import quarter
from elephants.sessions.decision import Decision
from elephants.store.past import read_decision, read_sessions
from elephants.store.store import Store
from tests.paper.tags import faults
from tests.rehearsals import play, shipped

SINCE, UNTIL = date(2026, 7, 1), date(2026, 12, 31)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("quarter") / "kept.store"
    for name in ("learning", "tuesday-kitchen"):
        play(shipped(name), path).desk.close()
    store = Store(path, writing=False)
    yield store
    store.close()


def story_of(store: Store, name: str, since: date = SINCE, until: date = UNTIL) -> Document:
    with store.reading() as raw:
        (number,) = raw.execute("SELECT id FROM space WHERE name = ?", (name,)).fetchone()
    return quarter(name, read_sessions(store, number, since, until), since, until)


def part(document: Document, title: str) -> list[str]:
    """Give the lines under one heading, each with what is said after it."""
    blocks = list(document.blocks)
    at = next(at for at, one in enumerate(blocks) if isinstance(one, Heading) and one.words == title)
    listed = blocks[at + 1]
    return [f"{one.words} {one.tail}".strip() for one in listed.items] if isinstance(listed, Lines) else []


def test_what_went_well_and_what_did_not_have_a_part_each(store: Store) -> None:
    story = story_of(store, "Monday garden")
    assert part(story, "What went well") == [
        "Oil the gate. Done.",
        "We share the water by rows. Still right, look again on Monday 30 November 2026. No worry came true.",
    ]
    assert part(story, "What did not go well, or not yet") == [
        "Small cans stand ready for small hands. Partly. Two of them leak."
    ]
    assert part(story, "Where did power show?") == ["Those with a key say when we begin."]
    assert not story.draft


def test_what_could_not_be_added_and_what_was_not_reached_are_told_too(store: Store) -> None:
    told = part(story_of(store, "Tuesday kitchen"), "What did not go well, or not yet")
    assert any(line.startswith("Pay for taxis. We could not add it") for line in told)
    assert "The garden on Saturdays. Not reached on Tuesday 24 November 2026." in told


def test_no_name_is_in_it(store: Store) -> None:
    with store.reading() as raw:
        names = [name for (name,) in raw.execute("SELECT name FROM person")]
    assert names
    for space in ("Monday garden", "Tuesday kitchen"):
        said = to_markdown(story_of(store, space))
        assert not [name for name in names if name in said]


def test_a_time_without_sessions_says_so(store: Store) -> None:
    story = story_of(store, "Monday garden", date(2020, 1, 1), date(2020, 3, 31))
    assert story.subtitle.endswith("We did not meet.")
    assert story.title == "Our story, January to March 2020"
    assert len(story.blocks) == 1


def test_its_pdf_is_tagged_without_a_fault(store: Store) -> None:
    assert faults(to_pdf(story_of(store, "Tuesday kitchen"))) == []


def test_a_decision_is_read_whole_with_all_that_was_said_of_it_later(store: Store) -> None:
    with store.reading() as raw:
        (number,) = raw.execute("SELECT id FROM decision WHERE title = 'We share the water by rows'").fetchone()
    decision = read_decision(store, number)
    assert isinstance(decision, Decision)
    assert decision.space.name == "Monday garden"
    assert [update.session.date for update in decision.updates] == [date(2026, 10, 5)]
    assert [need.met for need in decision.needs] == ["partly"]
    assert decision.session.versions
    assert read_decision(store, 10_000) is None


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 11, 22), date(2026, 7, 1), date(2026, 9, 30)),
        (date(2027, 1, 1), date(2026, 10, 1), date(2026, 12, 31)),
        (date(2027, 4, 1), date(2027, 1, 1), date(2027, 3, 31)),
    ],
)
def test_the_last_quarter_is_the_one_that_is_over(today: date, first: date, last: date) -> None:
    assert telling.last_quarter(today) == (first, last)


def test_the_command_makes_it(store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    to = tmp_path / "story.md"
    words = ["story", "--store", str(store.path), "--space", "monday garden", "--since", "2026-07-01"]
    assert cli.main([*words, "--until", "2026-12-31", "--to", str(to)]) == 0
    assert "Oil the gate." in to.read_text()
    assert cli.main([*words, "--to", str(to)]) == 0
    assert "July to September 2026" in to.read_text()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "Where to?"),
        (("--to", "story.csv"), "pdf, html or md"),
        (("--to", "story.pdf"), "Which space?"),
        (("--to", "story.pdf", "--space", "Nowhere"), "There is no space of this name"),
        (("--to", "story.pdf", "--space", "Monday garden", "--since", "May"), "This is no day: May"),
        (("--to", "s.pdf", "--since", "9999-01-01"), "This is no day"),
        (("--to", "s.pdf", "--since", "2026-02-01", "--until", "2026-01-01"), "before the first"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(
    store: Store, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], says: str
) -> None:
    assert cli.main(["story", "--store", str(store.path), *words]) == 1
    assert says in capsys.readouterr().err
