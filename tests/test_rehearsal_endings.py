"""The rehearsals of the five endings: each comes out as its file says, and is refused where it says otherwise."""

from __future__ import annotations

import random
import re
import secrets
from pathlib import Path
from unittest import mock

import pytest

from elephants.paper import papers
from elephants.rehearsal import read_rehearsal
from elephants.rehearsal.cameout import CameOut
from elephants.sessions.base import Refused
from elephants.sessions.deciding.steps import Ending
from elephants.sessions.deciding.ways import Way
from elephants.sessions.decision import Decision
from tests.paper.reading import words_of
from tests.rehearsals import Played, dump, play, shipped, written
from tests.test_twins import RANDOM

ENDINGS = {
    "long-table": Ending.ALL,
    "visitors": Ending.MOST,
    "newspaper": Ending.GO_AHEAD,
    "name": Ending.NOT_DECIDED,
    "repairs": Ending.ALREADY,
    "fair-money": Ending.ALL,
}


def expected(name: str) -> CameOut:
    """What the file says of its one decision."""
    ((_, told),) = read_rehearsal(shipped(name)).came_out
    return told


def decided(played: Played) -> Decision:
    """The one decision of the session that was played."""
    (decision,) = played.session.decisions
    return decision


def test_each_ending_has_a_rehearsal() -> None:
    assert set(ENDINGS.values()) == set(Ending)


@pytest.mark.parametrize("name", ENDINGS)
def test_it_comes_out_as_its_file_says(tmp_path: Path, name: str) -> None:
    played, told = play(shipped(name), tmp_path / "store"), expected(name)
    decision = decided(played)
    assert (decision.ending, played.session.state) == (ENDINGS[name], "agreed")
    assert (decision.ending_words(), decision.result_words()) == (told.ending, told.result)
    assert sorted(part.words for part in decision.parts() if part.added) == sorted(told.added or [])
    said = words_of(papers.build(played.session))
    assert all(words in said for words in (*(told.added or []), *(told.not_now or [])))
    assert (told.result or "") in said
    played.desk.close()


@pytest.mark.parametrize("name", ENDINGS)
def test_every_file_tells_its_ending_its_result_and_its_needs(name: str) -> None:
    told = expected(name)
    assert None not in (told.ending, told.result, told.splits, told.added, told.not_now)


@pytest.mark.parametrize("name", ENDINGS)
def test_the_outcome_sheet_is_easy_to_read(tmp_path: Path, name: str) -> None:
    played = play(shipped(name), tmp_path / "store")
    said = words_of(papers.build(played.session, "outcome"))
    assert not re.search(r"\d+ ?%|\d{4}-\d\d", said)
    decision = decided(played)
    for words in (decision.words, *(part.words for part in decision.parts()), decision.next_step):
        assert all(len(one.split()) <= 15 for one in re.split(r"(?<=[.!?])\s+", words))
    played.desk.close()


def test_the_published_case_walks_through_three_splits_and_goes_deeper(tmp_path: Path) -> None:
    rounds = [line.words for line in read_rehearsal(shipped("newspaper")).lines if line.do == "count hands"]
    assert [(*one["hands"], one.get("not_sure", 0)) for one in rounds] == [
        (6, 5, 7), (3, 7, 8), (9, 9, 0), (16, 2, 0),
    ]  # fmt: skip
    played = play(shipped("newspaper"), tmp_path / "store")
    decision = decided(played)
    assert decision.totals == {"options": [16, 2], "not_sure": 0, "here": 18}, "no earlier round is kept"
    assert (decision.splits, decision.print_no) == (3, True)
    assert decision.look_again is not None
    assert (decision.look_again - played.session.date).days == 91
    played.desk.close()


def test_each_way_to_choose_has_a_rehearsal() -> None:
    ways = {line.words["way"] for name in ENDINGS for line in read_rehearsal(shipped(name)).lines
            if line.do == "choose by"}  # fmt: skip
    assert ways | {Way.OPEN} == set(Way)


# -- twins -------------------------------------------------------------------------------------------------------

VOTES = '["B", "A", "B", "pass", "B", "A", "B", "?", "B", "pass"]'
SAME_OUTCOME = [
    ("fair-money", VOTES, '["B", "B", "B", "B", "B", "B", "pass", "B", "B", "B"]'),
    ("visitors", "hands = [7, 3]\nnot_sure = 1", "hands = [11, 0]\nnot_sure = 0"),
    ("name", "hands = [4, 4]\nnot_sure = 1", "hands = [1, 3]\nnot_sure = 5"),
]  # fmt: skip
OTHER_OUTCOME = [
    ("fair-money", VOTES, '["A", "A", "A", "A", "A", "A", "pass", "A", "A", "A"]'),
    ("visitors", "hands = [7, 3]\nnot_sure = 1", "hands = [3, 7]\nnot_sure = 1"),
]  # fmt: skip


def left(folder: Path, name: str, was: str = "", becomes: str = "") -> object:
    """Play a file with one line changed; give the rows and papers it leaves, without what is drawn anew."""
    text = shipped(name).read_text("utf-8").split("# -- How it came out")[0]
    assert text.count(was) == 1 or not was
    folder.mkdir()
    with mock.patch.object(secrets, "token_bytes", random.Random(1).randbytes):  # papers say the start of the chain
        played = play(written(folder, text.replace(was, becomes) if was else text), folder / "store")
    rows = dump(played.desk.store)
    lasting = {table: [{key: row[key] for key in row if key not in RANDOM} for row in rows[table]] for table in rows}
    made = {paper: papers.build(played.session, paper) for paper in papers.PAPERS}
    played.desk.close()
    return lasting, made


@pytest.mark.parametrize(("name", "was", "becomes"), SAME_OUTCOME)
def test_another_tally_with_the_same_outcome_leaves_the_same(
    tmp_path: Path, name: str, was: str, becomes: str
) -> None:  # fmt: skip
    assert left(tmp_path / "one", name) == left(tmp_path / "two", name, was, becomes)


@pytest.mark.parametrize(("name", "was", "becomes"), OTHER_OUTCOME)
def test_another_outcome_shows(tmp_path: Path, name: str, was: str, becomes: str) -> None:
    assert left(tmp_path / "one", name) != left(tmp_path / "two", name, was, becomes)


# -- what is written beforehand ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("was", "becomes", "reason"),
    [
        ('ending = "All of us"', 'ending = "Most of us"', '"ending" came out otherwise: All of us'),
        ("not_now = []", 'not_now = ["Jam"]', r'"not_now" came out otherwise: \[\]'),
        ('question = "How do we set the tables for breakfast?"\nending', 'question = "Which jam?"\nending',
         "Nothing was decided on this question"),
        ("splits = 0", 'splits = "none"', '"splits" should be a number'),
    ],
)  # fmt: skip
def test_what_came_out_otherwise_is_refused_with_its_line(tmp_path: Path, was: str, becomes: str, reason: str) -> None:
    text = shipped("long-table").read_text("utf-8")
    assert text.count(was) == 1
    changed = text.replace(was, becomes)
    began = changed.splitlines().index("[[came_out]]") + 1
    with pytest.raises(Refused, match=rf"^mine\.toml, line \d+: {reason}") as refused:
        play(written(tmp_path, changed), tmp_path / "store")
    line = int(str(refused.value).split("line ")[1].split(":")[0])
    assert began <= line <= began + 8
