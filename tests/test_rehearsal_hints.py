"""Each verb has its hint in words, each control a hint names is there, and each line is seen when it was done."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from elephants.rehearsal import Line, read_rehearsal
from elephants.rehearsal.hints import HINTS, said
from elephants.rehearsal.player import Player
from elephants.rehearsal.traces import Look
from elephants.rehearsal.verbs import VERBS
from elephants.sandbox import Sandbox, samples
from elephants.sessions.deciding.deciding import Deciding
from tests.rehearsals import shipped, written
from tests.test_layers import ROOT

BY_HAND = sorted((Path(__file__).parent / "data" / "by-hand").glob("*.toml"))
ALL = [*(one.file for one in samples().values()), *BY_HAND]


def shown_words() -> list[str]:
    """Every literal of the windows and of what they tell, where the names of controls come from."""
    files = [*(ROOT / "ui").rglob("*.py"), *(ROOT / "sessions").rglob("*.py")]
    trees = [ast.parse(path.read_text("utf-8")) for path in files if not path.name.startswith("rehearse")]
    return [one.value for tree in trees for one in ast.walk(tree)
            if isinstance(one, ast.Constant) and isinstance(one.value, str)]  # fmt: skip


def is_shown(name: str, words: list[str]) -> bool:
    """Whether a control is called so, or begins so; a `{n}` or `{name}` of ours may stand for anything."""
    ours = [one for one in words if "{" in one and len(re.sub(r"{\w+}", "", one)) > len("more")]
    filled = [re.sub(r"\\{\w+\\}", "[\\\\w ]+", re.escape(one)) for one in ours]
    return any(one.startswith(name) for one in words) or any(re.fullmatch(one, name) for one in filled)


def test_every_verb_has_its_hint() -> None:
    assert set(HINTS) == set(VERBS)
    assert all(hint.says and hint.by for hint in HINTS.values())


def test_the_controls_that_hints_name_are_there() -> None:
    words = shown_words()
    named = {(do, name) for do, hint in HINTS.items() for sentence in (hint.by, *hint.more.values())
             for name in re.findall(r'"([^"]+)"', sentence) if "{" not in name}  # fmt: skip
    named |= {(do, name) for do, hint in HINTS.items() for choice in hint.choices.values() for name in choice.values()}
    assert len(named) > 60
    assert {(do, name) for do, name in named if not is_shown(name, words)} == set()
    assert not is_shown("Add a moon", words), "the control"


@pytest.mark.parametrize("file", ALL, ids=lambda file: file.stem)
def test_every_line_is_said_with_all_of_its_words(file: Path) -> None:
    for line in read_rehearsal(file).lines:
        told = said(line)
        assert told.says
        assert told.by
        assert "{" not in f"{told.says}{told.by}", line.number


def test_a_hint_says_words_choices_and_days() -> None:
    told = said(Line(1, "since: action", {"action": "Ask", "answer": "done", "words": "Two {keys}."}, "Look up."))
    assert told.says == '"Ask": the answer is "Done".'
    assert told.by.startswith('When it is the large one, press "Done".')
    assert told.by.endswith('type "Two {keys}." at "In a few words, if wanted". Look up.')


# -- what is done --------------------------------------------------------------------------------------------------


NOTHING_NEW = {
    ("council-2024-12-20", 599): "the same words stand as an option of another question",
    ("how-is-it", 88): "it is marked so already",
    ("cards", 50): "this deck lies there already",
}
"""Lines of which nothing new can be seen: they are ticked at once, or passed by the next step."""


def seen_when_done(sandbox: Sandbox) -> list[int]:
    """Play each line, and give those that were seen before they were done, or not seen afterwards."""
    player = Player(sandbox.rehearsal, sandbox.desk)
    traces = sandbox.traces()
    sandbox.desk.open(sandbox.session_id)
    wrong = []
    for line, trace in zip(sandbox.rehearsal.lines, traces, strict=True):
        before = trace.seen_in(Look.at(sandbox.desk)) and not trace.leads_nowhere
        player.play()
        if before or not trace.seen_in(Look.at(sandbox.desk)):
            wrong.append(line.number)
    return wrong


@pytest.mark.parametrize(
    "file",
    [pytest.param(one, id=one.stem, marks=() if one == ALL[0] else pytest.mark.torture) for one in ALL],
)
def test_each_line_is_seen_when_it_is_done_and_not_before(file: Path) -> None:
    sandbox = Sandbox(file)
    known = [line for stem, line in NOTHING_NEW if stem == file.stem]
    try:
        assert seen_when_done(sandbox) == known
    finally:
        sandbox.away()
    assert not sandbox.folder.exists()


def test_something_else_is_not_taken_for_the_line(tmp_path: Path) -> None:
    """The control: another view than the written one ticks nothing; walking on leaves the rest behind."""
    text = shipped("tuesday-kitchen").read_text("utf-8")
    sandbox = Sandbox(written(tmp_path, text))
    player = Player(sandbox.rehearsal, sandbox.desk)
    player.traces = sandbox.traces()
    sandbox.desk.open(sandbox.session_id)
    sandbox.desk.changed.append(player.look)
    lines = sandbox.rehearsal.lines
    while lines[player.at].do != "add view":
        player.play()
    at, talk = player.at, sandbox.desk.session.now if sandbox.desk.session else None
    assert isinstance(talk, Deciding)
    sandbox.desk.change(talk, Deciding.add_view, "Soup is more important.")
    assert player.at == at
    sandbox.desk.change(talk, Deciding.add_view, lines[at].words["text"])
    assert (player.at, player.done) == (at + 1, lines[at])
    sandbox.desk.change(talk, Deciding.go_on)
    assert lines[player.at - 1].do == "go on"
    assert [line.do for line in lines[at : player.at]].count("add view") > 2
    sandbox.away()
