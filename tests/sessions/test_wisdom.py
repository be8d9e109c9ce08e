"""The wisdom of the minority: what was added stays marked, *not now* keeps its reason, nobody is the asker."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from elephants import commands
from elephants.paper import papers
from elephants.paper.document import Added, Document
from elephants.sessions.base import Base, Refused
from elephants.sessions.decision import Decision, Need
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.since import Since, about_words, needs_words
from elephants.sessions.terms import NEED_ANSWERS
from tests.paper.reading import words_of
from tests.rehearsals import Played, play, shipped, written

LAST = '\n[[line]]\ndo = "read back: agree"\n'


def not_agreed(name: str, folder: Path) -> Played:
    """Play a session up to the moment before the room agrees its record."""
    text = shipped(name).read_text("utf-8").split("# -- How it came out")[0]
    assert LAST in text
    return play(written(folder, text.replace(LAST, "")), folder / "store")


def added(decision: Decision) -> list[str]:
    return [part.words for part in decision.parts() if part.added]


def marked(paper: Document) -> list[str]:
    return [words for block in paper.blocks if isinstance(block, Added) for words in block.items]


# -- nobody asked ------------------------------------------------------------------------------------------------


def test_a_need_has_no_asker() -> None:
    tables = Base.metadata.tables
    assert {column.name for column in tables["need"].columns} == {
        "id", "uid", "decision_id", "place", "text", "answer", "words", "sentence", "met",
    }  # fmt: skip
    pointing = {(table.name, key.parent.name) for table in tables.values() for key in table.foreign_keys
                if key.column.table.name == "person"}  # fmt: skip
    assert pointing == {("action", "person_id")}, "only who does something can be named, by choice"


# -- what was added stays marked ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["newspaper", "visitors", "repairs", "fair-money", "long-table"])
def test_what_was_added_stays_marked_whatever_is_said_in_other_words(tmp_path: Path, name: str) -> None:
    played = not_agreed(name, tmp_path)
    (decision,) = played.session.decisions
    before = len(added(decision))
    assert before
    (reading,) = [one for one in played.session.activities if isinstance(one, ReadBack)]
    for line in reading.lines():
        if isinstance(line.thing, Decision | Need):
            played.desk.change(reading, ReadBack.change_line, line, f"{line.words.rstrip('.')}, we said.")
    assert len(added(decision)) == before
    assert all(words.endswith(", we said.") for words in added(decision))
    assert all(need.words for need in decision.needs if need.answer == "not now")
    assert marked(papers.document(played.session, "minutes")) == added(decision)
    played.desk.change(reading, ReadBack.agree, played.desk.today(), played.desk.chance)
    (version,) = played.session.versions
    assert set(added(decision)) <= {line.words for line in version.lines if line.part == "sentence"}
    played.desk.close()


def test_a_need_that_is_struck_is_marked_no_more(tmp_path: Path) -> None:
    played = not_agreed("long-table", tmp_path)
    (decision,) = played.session.decisions
    (reading,) = [one for one in played.session.activities if isinstance(one, ReadBack)]
    line = next(one for one in reading.lines() if one.words == "One small table stays by the window.")
    played.desk.change(reading, ReadBack.strike, line)
    assert added(decision) == marked(papers.document(played.session, "minutes")) == []
    played.desk.close()


# -- not now, because --------------------------------------------------------------------------------------------


def test_a_reason_cannot_be_struck_from_its_need(tmp_path: Path) -> None:
    played = not_agreed("newspaper", tmp_path)
    (decision,) = played.session.decisions
    (reading,) = [one for one in played.session.activities if isinstance(one, ReadBack)]
    line = next(one for one in reading.lines() if one.words == "the kitchen is let on the other days")
    with pytest.raises(Refused):
        played.desk.change(reading, ReadBack.change_line, line, " ")
    played.desk.change(reading, ReadBack.strike, line)
    assert not [need for need in decision.needs if need.answer == "not now"], "need and reason go together"
    played.desk.close()


@pytest.mark.parametrize("name", ["newspaper", "visitors", "repairs", "fair-money"])
def test_not_now_carries_its_reason_on_papers_and_in_the_list(tmp_path: Path, name: str) -> None:
    play(shipped(name), tmp_path / "store").desk.close()
    played_again = commands.decisions(tmp_path / "store", as_json=True)
    needs = [need for one in json.loads(played_again[0]) for need in one["needs"] if need["answer"] == "not now"]
    assert needs
    said = "\n".join(commands.decisions(tmp_path / "store"))
    for need in needs:
        assert f"Not now: {need['text']}, because {need['words']}" in said
    played = play(shipped(name), tmp_path / "other")
    for paper in papers.RECORD:
        told = words_of(papers.build(played.session, paper))
        assert all(need["text"] in told and need["words"] in told for need in needs)
    played.desk.close()


# -- answered at a later session ---------------------------------------------------------------------------------


def test_what_a_later_session_says_of_a_need_is_shown_with_the_decision(tmp_path: Path) -> None:
    played = play(shipped("fair-money"), tmp_path / "store")
    stall = next(one for one in played.session.space.decisions if one.title == "We have a stall at the fair")
    assert [need.met for need in stall.needs] == ["partly", "met"]
    assert needs_words(stall) == [
        "Added because some of us need it: A chair for each of us. Partly",
        "Added because some of us need it: Nobody has to stand at the front. Met",
    ]
    said = "\n".join(commands.decisions(tmp_path / "store"))
    assert all(words in said for words in needs_words(stall))
    for paper in papers.RECORD:
        told = words_of(papers.build(played.session, paper))
        assert "A chair for each of us. Added because some of us need it. Partly." in told
    played.desk.close()


@pytest.mark.parametrize("answer", NEED_ANSWERS)
def test_each_answer_to_a_need_can_be_given_later(tmp_path: Path, answer: str) -> None:
    text = shipped("fair-money").read_text("utf-8").split("# -- Check-in")[0]
    text = text.replace('answer = "partly"', f'answer = "{answer}"')
    played = play(written(tmp_path, text), tmp_path / "store")
    update = next(one for one in played.session.updates if one.need is not None)
    assert (update.answer, about_words(update)) == (answer, "A chair for each of us.")
    assert update.need is not None
    assert update.need.met == answer
    (since,) = [one for one in played.session.activities if isinstance(one, Since)]
    assert update.need in since.due(), "what was answered today stays in its place"
    played.desk.close()


# -- who does something about it ---------------------------------------------------------------------------------


def test_who_does_something_about_a_need_is_an_action(tmp_path: Path) -> None:
    played = play(shipped("newspaper"), tmp_path / "store")
    (decision,) = played.session.decisions
    (action,) = [one for one in decision.actions if one.need is not None]
    assert (action.text, action.owner()) == ("Read the page before it is printed", "Three of us")
    assert action.need is not None
    assert action.need.text == "To read it first"
    assert action.need.by() == action.by, "when it should be met"
    played.desk.close()
