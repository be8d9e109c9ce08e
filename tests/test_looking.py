"""Looking back from the command line: history, due and export; whatever is typed, an answer or a plain sentence."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from elephants import cli
from elephants.exporting import FORMS
from elephants.store.store import Store
from tests.rehearsals import play, shipped

KEYS = {"kind", "id", "session", "date", "text"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("looking") / "kept.store"
    play(shipped("last-time"), path).desk.close()
    return path


@pytest.fixture
def answer(store: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Do a command on the store; `code` is how it must end, and what it says is given."""

    def do(*words: object, code: int = 0) -> str:
        assert cli.main([*map(str, words), "--store", str(store)]) == code
        said = capsys.readouterr()
        assert (said.out if code else said.err) == ""
        assert "Traceback" not in said.err
        assert "Something is wrong" not in said.err
        return said.out + said.err

    return do


def hits(answer: Any, *words: object) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(answer("history", *words, "--json"))
    assert all(set(row) == KEYS for row in rows)
    return rows


def test_history_gives_every_hit_the_newest_first(answer: Any) -> None:
    rows = hits(answer)
    days = [row["date"] for row in rows if row["date"]]
    assert days == sorted(days, reverse=True)
    assert {row["kind"] for row in rows} >= {"decision", "need", "action", "item"}
    decision = next(row for row in rows if row["kind"] == "decision")
    words = decision["text"].split()
    assert decision in hits(answer, *words)
    assert hits(answer, words[0].upper()) != []
    assert decision["text"].splitlines()[0] in answer("history", *words)


def test_history_narrows_by_space_days_and_state(answer: Any, store: Path) -> None:
    with closing(Store(store, writing=False)) as opened, opened.raw() as raw:
        [(name,)] = raw.execute("SELECT name FROM space").fetchall()
        decisions = dict(raw.execute("SELECT id, standing FROM decision").fetchall())
    rows = hits(answer)
    assert hits(answer, "--space", name.upper()) == rows
    for day in {row["date"] for row in rows if row["date"]}:
        assert hits(answer, "--since", day, "--until", day) == [row for row in rows if row["date"] == day]
    stands = [row["id"] for row in hits(answer, "--state", "ended") if row["kind"] == "decision"]
    assert sorted(stands) == sorted(one for one, state in decisions.items() if state == "ended")
    alike = [hits(answer, "--state", state) for state in ("look again", "look-again", "LOOK AGAIN")]
    assert alike[0] == alike[1] == alike[2]


@pytest.mark.parametrize(
    "words", ['"', "NEAR(a b)", "*", "a* OR", "!!!", "😀", "x" * 10_000, "\udcff", "' OR 1=1", "tags:s1"]
)
def test_whatever_is_typed_is_looked_for_and_never_obeyed(answer: Any, words: str) -> None:
    assert hits(answer, words) == []
    assert answer("history", words) == "Nothing was found.\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--since", "tomorrow"), "is no day"),
        (("--until", "2026-02-30"), "is no day"),
        (("--space", "Nowhere"), "no space called"),
        (("--state", "gone"), "Choose one of"),
        (("--ending", "gone"), "Choose one of"),
        (("--theme", "gone"), "no theme called"),
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(answer: Any, words: tuple[str, ...], says: str) -> None:
    assert says in answer("history", *words, code=1)
    answer("history", "--nonsense", code=2)


def test_due_lists_what_home_lists(answer: Any, store: Path) -> None:
    from elephants.store.glance import due_of

    with closing(Store(store, writing=False)) as opened, opened.raw() as raw:
        due = due_of(raw, 1, date.today())  # noqa: DTZ011  (as the command does)
    rows = json.loads(answer("due", "--json"))
    assert [(row["kind"], row["text"], row["by"]) for row in rows] == [
        (one.kind, one.words, f"{one.by}" if one.by else None) for one in due
    ]
    assert all(one.words in answer("due") for one in due)
    assert "no space called" in answer("due", "--space", "Nowhere", code=1)


def test_the_export_holds_the_whole_record_and_names_only_when_asked(answer: Any, store: Path, tmp_path: Path) -> None:
    answer("export", "--to", tmp_path / "record.json")
    [space] = json.loads((tmp_path / "record.json").read_text())["spaces"]
    said = json.dumps(space, ensure_ascii=False)
    with closing(Store(store, writing=False)) as opened, opened.raw() as raw:
        columns = ("need.text", "point.text", "decision.question", "agenda_item.title", "action.text", "view.text")
        for table, column in (name.split(".") for name in columns):
            for (words,) in raw.execute(f"SELECT {column} FROM {table}"):  # noqa: S608
                assert json.dumps(words, ensure_ascii=False)[1:-1] in said
        names = [name for (name,) in raw.execute("SELECT name FROM person")]
    for ending in ("json", "csv", "md", "ics"):
        file = tmp_path / f"record.{ending}"
        answer("export", "--to", file, "--space", space["name"])
        quiet = file.read_text(encoding="utf-8-sig")
        answer("export", "--to", file, "--names")
        assert (file.read_text(encoding="utf-8-sig") != quiet) == bool(names and ending != "ics")
        assert len(quiet) > 100


@pytest.mark.parametrize("words", [(), ("--to", "record.pdf"), ("--to", "nowhere/at/all.json"), ("--space", "x")])
def test_an_export_that_cannot_be_made_says_why(answer: Any, words: tuple[str, ...], tmp_path: Path) -> None:
    assert answer("export", *words, code=1).count("\n") == 1


def test_the_export_says_a_no_only_by_choice_and_what_is_a_draft(tmp_path: Path) -> None:
    from elephants.store.whole import whole_spaces

    path = tmp_path / "kept.store"
    play(shipped("tuesday-kitchen"), path).desk.close()
    with closing(Store(path, writing=False)) as opened, whole_spaces(opened) as [space]:
        [said] = [one for one in space.decisions if one.remaining_no]
        said.print_no = False
        for form in FORMS.values():
            assert said.remaining_no not in form([space], False).decode()
        said.print_no = True
        assert json.dumps(said.remaining_no) in FORMS[".json"]([space], False).decode()
        shown = FORMS[".md"]([space], False).decode()
        assert f"A no that remains: {said.remaining_no}" in shown
        assert "Draft, not yet read back" not in shown
        said.session.state = "closed"
        assert shown != (draft := FORMS[".md"]([space], False).decode())
        assert "Draft, not yet read back" in draft
