"""Rehearsals: what a file may say, how a broken one is refused, and those that are shipped."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from elephants.desk import Desk
from elephants.paper import papers
from elephants.paper.phrases import sentences
from elephants.places import asset
from elephants.rehearsal import read_rehearsal
from elephants.rehearsal.verbs import VERBS
from elephants.sessions.base import Refused
from elephants.sessions.decision import Decision
from elephants.store.store import Store
from tests.paper.reading import words_of
from tests.rehearsals import SHORT, dump, play, shipped, written

NAMES_OF_THE_COUNCIL = (
    "Mara", "Huss", "Huey", "Munns", "Holk", "Gould", "Urgau", "Santiago", "Eric", "Jack", "Josh",
    "James", "Oli", "Ryan", "Bec", "Mark R", "Mark:",
)  # fmt: skip


# -- what is shipped ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "state", "decided", "carried"),
    [("council-2024-08-30", "closed", 3, 0), ("council-2024-12-20", "agreed", 5, 7)],
)
def test_each_council_plays(tmp_path: Path, name: str, state: str, decided: int, carried: int) -> None:
    played = play(shipped(name), tmp_path / "store")
    assert played.session.state == state
    assert len(played.session.decisions) == decided
    assert all(one.ending == "all" and one.form == "words" and one.short for one in played.session.decisions)
    assert all(one.totals is None for one in played.session.decisions)
    assert [item.closed for item in played.session.items].count("carried") == carried
    assert not [item for item in played.session.items if item.closed is None]
    played.desk.close()


def test_lazy_consent_goes_through_the_short_form(tmp_path: Path) -> None:
    played = play(shipped("council-2024-12-20"), tmp_path / "store")
    canceling = next(one for one in played.session.decisions if one.title.startswith("Canceling"))
    assert canceling.nothing_came
    friday = "Friday 3 January 2025"
    assert canceling.question == f"Do we want to meet on {friday}?"
    assert canceling.full_text() == (
        f"We'll cancel the meeting on {friday}. The next meeting is then Friday 17 January 2025."
    )
    assert canceling.result_words() == f"Most of us chose “to cancel the meeting on {friday}”."
    played.desk.close()


def test_what_was_asked_for_is_added_at_the_first_council(tmp_path: Path) -> None:
    played = play(shipped("council-2024-08-30"), tmp_path / "store")
    first = played.session.decisions[0]
    assert [(need.text, need.answer) for need in first.needs] == [("Clarification regarding contracting", "added")]
    assert first.full_text().endswith("Contracting is clarified before the actual selection meeting.")
    played.desk.close()


@pytest.mark.parametrize("name", ["council-2024-08-30", "council-2024-12-20"])
def test_the_outcome_sheet_of_each_council_is_easy_to_read(tmp_path: Path, name: str) -> None:
    played = play(shipped(name), tmp_path / "store")
    said = words_of(papers.build(played.session, "outcome"))
    assert re.findall(r"\b\d{4}-\d\d-\d\d\b|\b(?:Sept|Oct|Nov|Dec)\b|\b\d+(?:st|nd|rd|th)\b", said) == []
    for short, spelled in (("PD", "Project Director (PD)"), ("PR", "pull request (PR)"), ("FCP", "period (FCP)")):
        first = re.search(rf"\b{short}\b", said)
        assert first is None or said[: first.end() + 1].endswith(spelled)
    assert [one for one in _sentences(played.session.decisions) if len(one.split()) > 15] == []
    played.desk.close()


def _sentences(decisions: list[Decision]) -> list[str]:
    return [one for decision in decisions for one in sentences(decision.words)]


@pytest.mark.parametrize("name", ["council-2024-08-30", "council-2024-12-20"])
def test_no_name_of_the_council_is_kept(tmp_path: Path, name: str) -> None:
    played = play(shipped(name), tmp_path / "store")
    kept = str(dump(played.desk.store))
    assert [one for one in NAMES_OF_THE_COUNCIL if re.search(rf"\b{one}\b", kept)] == []
    played.desk.close()


def test_both_councils_fit_into_one_store(tmp_path: Path) -> None:
    for name in ("council-2024-08-30", "council-2024-12-20"):
        play(shipped(name), tmp_path / "store").desk.close()
    desk = Desk(Store(tmp_path / "store", writing=False))
    assert [one.date.isoformat() for one in desk.home.spaces[0].sessions] == ["2024-08-30", "2024-12-20", "2025-01-17"]
    desk.close()


def test_every_shipped_file_is_read() -> None:
    files = sorted(asset("rehearsals").glob("*.toml"))
    assert [file.stem for file in files] == [
        "council-2024-08-30", "council-2024-12-20", "fair-money", "last-time", "learning", "lid-down", "long-table",
        "name", "newspaper", "repairs", "tuesday-kitchen", "visitors",
    ]  # fmt: skip
    assert all(read_rehearsal(file).lines for file in files)


# -- playing -----------------------------------------------------------------------------------------------------


def test_the_desk_takes_its_clock_from_the_rehearsal(tmp_path: Path) -> None:
    rehearsal = read_rehearsal(written(tmp_path, SHORT))
    desk = Desk(Store(tmp_path / "store"))
    rehearsal.set_up(desk)
    assert desk.now().isoformat() == "2026-11-27T18:00:00"
    for _ in rehearsal.steps(desk):
        pass
    assert desk.now().isoformat() == "2026-11-27T18:02:00"
    desk.close()


def test_it_can_be_played_step_by_step(tmp_path: Path) -> None:
    text = SHORT.replace("here = 7", 'here = 7\nhint = "Count again."')
    rehearsal = read_rehearsal(written(tmp_path, text))
    desk = Desk(Store(tmp_path / "store"))
    rehearsal.set_up(desk)
    session = desk.session
    assert session is not None
    steps = rehearsal.steps(desk)
    first = next(steps)
    assert (first.do, first.hint, session.state) == ("open the session", "Count again.", "planned")
    assert (next(steps).do, session.state, session.items) == ("check in: born here", "running", [])
    assert next(steps, None) is None
    assert [item.title for item in session.items] == ["Who has the key?"]
    desk.close()


def test_it_is_not_played_twice_into_one_store(tmp_path: Path) -> None:
    file = written(tmp_path, SHORT)
    play(file, tmp_path / "store").desk.close()
    desk = Desk(Store(tmp_path / "store"), chance=random.Random(1))
    before = dump(desk.store)
    with pytest.raises(Refused, match="has a session on Friday 27 November 2026 in this store already"):
        read_rehearsal(file).play(desk)
    assert dump(desk.store) == before
    desk.close()


def test_what_the_room_cannot_do_is_refused_with_its_line(tmp_path: Path) -> None:
    file = written(tmp_path, SHORT + '\n[[line]]\ndo = "ready to choose"\n')
    with pytest.raises(Refused, match=r"^mine\.toml, line 16: The room is not in this activity now: Deciding together"):
        play(file, tmp_path / "store")


def test_what_cannot_be_prepared_is_refused_with_the_file(tmp_path: Path) -> None:
    text = SHORT.replace("date = 2026-11-27", "date = 2026-11-27\nminutes = 3")
    with pytest.raises(Refused, match=r"^mine\.toml: A session lasts from 10 minutes"):
        play(written(tmp_path, text), tmp_path / "store")


def test_a_breather_begins_and_ends(tmp_path: Path) -> None:
    played = play(written(tmp_path, SHORT + '\n[[line]]\ndo = "pause"\n'), tmp_path / "store")
    assert played.desk.breather.paused
    played.desk.close()


# -- the documented format ---------------------------------------------------------------------------------------


def test_the_page_about_rehearsals_names_every_verb_and_no_other() -> None:
    page = (Path(__file__).resolve().parent.parent / "docs" / "rehearsals.md").read_text("utf-8")
    told = re.findall(r"^\| `([^`]+)` \|", page, re.MULTILINE)
    assert sorted(told) == sorted(VERBS)


def test_the_example_on_that_page_plays(tmp_path: Path) -> None:
    page = (Path(__file__).resolve().parent.parent / "docs" / "rehearsals.md").read_text("utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    played = play(written(tmp_path, example), tmp_path / "store")
    assert [one.title for one in played.session.items] == ["Where do we meet in winter?"]
    assert [one.kind for one in played.session.activities][-1] == "readback"
    assert "stories" not in [one.kind for one in played.session.activities]
    assert played.session.notes == "For the facilitator alone."
    assert [one.owner() for one in played.session.space.actions] == ["Sam"]
    played.desk.close()
