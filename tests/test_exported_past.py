"""A decision that is past says so in every file it is exported to, and calls nobody to look at it again."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from icalendar import Calendar

from elephants import commands
from elephants.exporting import FORMS
from elephants.sessions.decision import Decision
from elephants.sessions.space import Space
from elephants.store.store import Store
from elephants.store.whole import whole_spaces
from tests.rehearsals import play

AGAIN = Path(__file__).parent / "data" / "by-hand" / "again.toml"
OLD, KEY, NEW = "We open at nine", "The key hangs in the office", "We open at eight"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("again") / "kept.store"
    play(AGAIN, path).desk.close()
    return path


@pytest.fixture(scope="module")
def space(path: Path) -> Iterator[Space]:
    with closing(Store(path, writing=False)) as store, whole_spaces(store) as [whole]:
        yield whole


def the(space: Space, title: str) -> Decision:
    return next(one for one in space.decisions if one.title == title)


def exported(space: Space, ending: str) -> str:
    return FORMS[ending]([space], False).decode("utf-8-sig")


def rows(space: Space) -> dict[str, tuple[str, str]]:
    table = csv.DictReader(io.StringIO(exported(space, ".csv"), newline=""))
    return {row["title"]: (row["look again"], row["what became of it"]) for row in table if row["kind"] == "decision"}


def called(space: Space) -> set[str]:
    calendar = Calendar.from_ical(exported(space, ".ics"))
    return {title for one in calendar.events if (title := str(one["summary"])).startswith("Look again")}


def test_a_table_says_what_became_of_a_decision(space: Space) -> None:
    assert rows(space) == {OLD: ("", "Decided anew later"), KEY: ("2027-03-05", ""), NEW: ("2027-02-05", "")}
    key = the(space, KEY)
    key.standing = "ended"
    assert rows(space)[KEY] == ("", "It has ended")
    key.standing = "standing"


def test_a_calendar_calls_nobody_to_what_is_past(space: Space) -> None:
    assert called(space) == {f"Look again: {KEY}", f"Look again: {NEW}"}
    old = the(space, OLD)
    old.standing = "standing"  # as long as nothing took its place it does
    assert f"Look again: {OLD}" in called(space)
    old.standing = "changed"


def test_to_read_it_names_what_took_its_place(space: Space) -> None:
    told = exported(space, ".md")
    assert f"- Decided anew on Friday 27 November 2026: {NEW}" in told
    assert "- The early wash is folded for those who work: Partly" in told


def test_the_list_of_decisions_says_what_stands_and_the_day_that_was_said_last(path: Path) -> None:
    listed = json.loads("".join(commands.decisions(path, as_json=True)))
    assert [(one["title"], one["standing"], one["look_again"]) for one in listed] == [
        (OLD, "changed", "2026-11-27"), (KEY, "standing", "2027-03-05"), (NEW, "standing", "2027-02-05"),
    ]  # fmt: skip
    said = "\n".join(commands.decisions(path))
    assert said.count("Decided anew later") == 1
    assert said.index(OLD) < said.index("Decided anew later") < said.index(KEY)
