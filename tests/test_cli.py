"""The command line: what each command says and gives, and the three exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from elephants import cli, commands
from elephants.desk import Desk
from elephants.sessions.session import Session
from elephants.store.store import Store
from tests.rehearsals import play, shipped

EVENING = str(shipped("tuesday-kitchen"))
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "kept.store"
    play(shipped("tuesday-kitchen"), path).desk.close()
    return path


@pytest.fixture(autouse=True)
def laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own: no test looks at, or writes to, the one of whoever runs it."""
    home = tmp_path / "laptop"
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home / name))
    return home


def python(code: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *words], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Do a command that must go well and quietly."""
    assert cli.main(list(words)) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


def refusal(capsys: pytest.CaptureFixture[str], *words: str, code: int = 1) -> str:
    """Do a command that must be refused in one plain sentence."""
    assert cli.main(list(words)) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    return said.err


# -- rehearse ----------------------------------------------------------------------------------------------------


def test_rehearse_plays_and_leaves_papers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store, out = tmp_path / "store", tmp_path / "a" / "b"
    said = answer(capsys, "rehearse", EVENING, "--store", str(store), "--papers", str(out))
    assert "An evening at the Tuesday kitchen, Tuesday 24 November 2026" in said
    assert sorted(path.name for path in out.iterdir()) == ["minutes.pdf", "outcome.pdf"]
    assert all(path.read_bytes().startswith(b"%PDF-") for path in out.iterdir())


def test_papers_of_a_draft_say_so_in_their_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(shipped("council-2024-08-30"))
    answer(capsys, "rehearse", file, "--store", str(tmp_path / "store"), "--papers", str(tmp_path / "out"))
    names = [path.name for path in (tmp_path / "out").iterdir()]
    assert len(names) == 2
    assert all("Draft, not yet read back" in name for name in names)


def test_rehearse_refuses_what_is_there_already(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = store.read_bytes()
    assert "in this store already. Nothing was changed." in refusal(capsys, "rehearse", EVENING, "--store", str(store))
    assert store.read_bytes() == before


def test_a_line_that_cannot_be_done_leaves_no_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.toml"
    text = Path(EVENING).read_text("utf-8").replace('do = "ready to choose"', 'do = "everyone can come along"')
    broken.write_text(text, "utf-8")
    said = refusal(capsys, "rehearse", str(broken), "--store", str(tmp_path / "store"))
    assert said.startswith("broken.toml, line ")
    assert not (tmp_path / "store").exists()


def test_rehearse_refuses_a_missing_file_and_a_folder_that_cannot_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "cannot be read" in refusal(capsys, "rehearse", str(tmp_path / "none.toml"))
    words = ("rehearse", EVENING, "--store", str(tmp_path / "s"), "--papers", f"{EVENING}/papers")
    assert "cannot be made" in refusal(capsys, *words)
    assert not (tmp_path / "s").exists()


# -- sessions ----------------------------------------------------------------------------------------------------


def test_sessions_that_were_started_oldest_first(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = json.loads(answer(capsys, "sessions", "--json", "--store", str(store)))
    assert listed == [
        {"id": 1, "space": "Tuesday kitchen", "date": "2026-11-17", "state": "agreed"},
        {"id": 2, "space": "Tuesday kitchen", "date": "2026-11-24", "state": "agreed"},
    ]
    planned = json.loads(answer(capsys, "--store", str(store), "sessions", "--json", "--planned"))
    assert planned[:2] == listed
    assert [one["state"] for one in planned[2:]] == ["planned"]


def test_sessions_in_words(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = answer(capsys, "sessions", "--store", str(store))
    assert said.splitlines()[1].strip() == "2  Tuesday 24 November 2026  Tuesday kitchen  (agreed)"


def test_a_new_store_has_no_session(store_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Desk(Store(store_path)).close()
    assert json.loads(answer(capsys, "sessions", "--json", "--store", str(store_path))) == []
    assert answer(capsys, "sessions", "--store", str(store_path)) == "There is no session in this store yet.\n"
    assert json.loads(answer(capsys, "decisions", "--json", "--store", str(store_path))) == []


@pytest.mark.parametrize("command", [["sessions"], ["decisions"], ["minutes", "1", "--to", "x.pdf"]])
def test_a_missing_or_broken_store_is_refused(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "none" / "store"
    assert refusal(capsys, *command, "--store", str(missing)) == f"There is no store at {missing}.\n"
    assert not missing.parent.exists()
    assert "There is no store at" in refusal(capsys, *command)
    broken = tmp_path / "broken.store"
    broken.write_bytes(b"not a store " * 1000)
    refusal(capsys, *command, "--store", str(broken))
    refusal(capsys, *command, "--store", str(tmp_path))
    assert broken.read_bytes() == b"not a store " * 1000


# -- minutes -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", ["minutes", "outcome", "agenda", "running-order", "badges", "ballots", "signals"])
def test_minutes_of_every_session_listed(
    store: Path, paper: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in ("1", "2", "3"):
        to = tmp_path / f"{number}.pdf"
        answer(capsys, "minutes", number, "--to", str(to), "--paper", paper, "--store", str(store))
        assert to.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("number", ["4", "abc", "-1", "０2", "１", "", " 1", "01", "1.0", "1; DROP", "😀", "9" * 400])
def test_any_other_session_is_unknown(
    store: Path, number: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "none.pdf"
    said = refusal(capsys, "minutes", number, "--to", str(to), "--store", str(store))
    assert said.startswith(f'There is no session "{number[:40]}" in this store.')
    assert not to.exists()


def test_a_paper_or_a_place_that_is_none_is_refused(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("--store", str(store))
    to = str(tmp_path / "x.pdf")
    said = refusal(capsys, "minutes", "2", "--to", to, "--paper", "poem", *at)
    assert "Choose minutes, outcome, agenda, running-order, cards, badges, ballots, signals." in said
    assert "There is no folder" in refusal(capsys, "minutes", "2", "--to", str(tmp_path / "no" / "x.pdf"), *at)
    for folder in (str(tmp_path), ".", "/"):
        assert "is a folder" in refusal(capsys, "minutes", "2", "--to", folder, *at)


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("html", b"<!doctype html>"),
        ("md", b"**Tuesday kitchen**"),
        ("csv", b"\xef\xbb\xbfkind,"),
        ("ics", b"BEGIN:VCAL"),
    ],
)
def test_every_form_of_the_record_by_the_name_of_the_file_and_by_asking(
    store: Path, form: str, begins: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("--store", str(store))
    named, asked = tmp_path / f"x.{form}", tmp_path / "plain"
    answer(capsys, "minutes", "2", "--to", str(named), *at)
    answer(capsys, "minutes", "2", "--to", str(asked), "--form", form, *at)
    assert named.read_bytes().startswith(begins)
    assert named.read_bytes() == asked.read_bytes()


def test_a_form_that_is_none_is_refused(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = ("--to", str(tmp_path / "x"), "--store", str(store))
    assert "Choose pdf, html, md, csv, ics" in refusal(capsys, "minutes", "2", "--form", "docx", *at)
    assert "There is no such paper" in refusal(capsys, "minutes", "2", "--form", "csv", "--paper", "poem", *at)


def test_first_names_are_in_a_table_only_where_it_is_asked(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain, named = tmp_path / "plain.csv", tmp_path / "named.csv"
    answer(capsys, "minutes", "2", "--to", str(plain), "--store", str(store))
    answer(capsys, "minutes", "2", "--to", str(named), "--names", "--store", str(store))
    assert ",Jo," not in plain.read_text(encoding="utf-8")
    assert ",Jo," in named.read_text(encoding="utf-8")


def test_the_cards_of_a_deck_are_a_paper_too(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = ("--paper", "cards", "--store", str(store))
    both, faces = tmp_path / "both.pdf", tmp_path / "faces.pdf"
    answer(capsys, "minutes", "2", "--to", str(both), *at)
    answer(capsys, "minutes", "2", "--to", str(faces), *at, "--deck", "First deck", "--single-sided")
    assert both.stat().st_size > faces.stat().st_size > 100_000
    said = refusal(capsys, "minutes", "2", "--to", str(tmp_path / "x.pdf"), *at, "--deck", "Nobody's")
    assert said.strip() == 'There is no deck "Nobody\'s" in this space.'


def test_reading_works_while_the_app_has_the_store_open(
    store_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    played = play(shipped("tuesday-kitchen"), store_path)
    following = played.session.next_session
    assert following is not None
    running = played.desk.open(following.id)
    played.desk.change(running, Session.start, 9)
    listed = json.loads(answer(capsys, "sessions", "--json", "--store", str(store_path)))
    assert listed[-1]["state"] == "running"
    number = str(listed[-1]["id"])
    answer(capsys, "minutes", number, "--to", str(tmp_path / "x.pdf"), "--store", str(store_path))
    said = refusal(capsys, "rehearse", str(shipped("council-2024-08-30")), "--store", str(store_path))
    assert "open in another window" in said
    played.desk.close()


# -- decisions ---------------------------------------------------------------------------------------------------


def test_decisions_for_programs_and_in_words(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed: list[dict[str, Any]] = json.loads(answer(capsys, "decisions", "--json", "--store", str(store)))
    assert [one["title"] for one in listed] == ["We eat before we talk", "Where we meet in winter"]
    winter = listed[1]
    assert set(winter) == {
        "id", "space", "session", "date", "question", "title", "text", "ending", "ending_words", "look_again",
        "standing", "needs",
    }  # fmt: skip
    assert (winter["session"], winter["date"], winter["look_again"]) == (2, "2026-11-24", "2027-02-02")
    assert [need["answer"] for need in winter["needs"]] == ["added", "changed", "added", "not now"]
    said = answer(capsys, "decisions", "--store", str(store))
    assert "Go ahead and look again on Tuesday 2 February 2027" in said
    assert "notice" not in said + str(listed)  # a kept no is for papers, by a yes of its own


# -- exit codes --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [["dance"], ["sessions", "--dance"], ["--dance"], ["sessions", "--js"], ["minutes", "1", "--paper=x", "-z"]],
)
def test_only_the_unknown_ends_with_two(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    refusal(capsys, *words, code=2)


def test_a_place_that_cannot_be_is_no_bug(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for place in (tmp_path / ("x" * 300), Path(), Path("/dev/null/x")):
        for command in (["sessions"], ["rehearse", EVENING]):
            assert "program" not in refusal(capsys, *command, "--store", str(place))


@pytest.mark.parametrize("words", [["minutes"], ["minutes", "1"], ["rehearse"], ["sessions", "--store"]])
def test_a_missing_word_ends_with_one(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    refusal(capsys, *words)


@pytest.mark.parametrize("words", [["--help"], ["minutes", "--help"], ["--version"]])
def test_help_ends_with_nought(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(words) == 0
    assert "elephants" in capsys.readouterr().out


def test_a_bug_is_one_sentence_and_its_place_is_in_the_log(
    store: Path, laptop: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_words: object, **_more: object) -> list[str]:
        view = "it felt like being sent away"
        raise KeyError(view)

    monkeypatch.setattr(commands, "sessions", broken)
    said = refusal(capsys, "sessions", "--store", str(store))
    assert "KeyError test_cli.py:" in said
    (log,) = laptop.rglob("elephants.log")
    assert log.read_text("utf-8").startswith("KeyError test_cli.py:")
    assert "sent away" not in said + log.read_text("utf-8")


def test_stopping_it_is_no_traceback(
    store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_words: object, **_more: object) -> list[str]:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "sessions", stopped)
    assert refusal(capsys, "sessions", "--store", str(store), code=130) == "Stopped.\n"


def test_a_reader_who_goes_away_is_no_traceback(store: Path) -> None:
    code = "import sys, time; from elephants.cli import main; time.sleep(0.5); sys.exit(main())"
    with subprocess.Popen(
        [sys.executable, "-c", code, "decisions", "--store", str(store)], cwd=ROOT,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as running:  # fmt: skip
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()
        assert running.wait(timeout=60) == 0
    assert said == ""


def test_a_terminal_without_the_letter_spells_it_out(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    to = tmp_path / "\u015bwi\u0119to.pdf"
    code = "import sys; from elephants.cli import main; sys.exit(main())"
    done = python(code, "minutes", "2", "--to", str(to), "--store", str(store))
    assert (done.returncode, done.stderr) == (0, "")
    assert "\\u015bwi\\u0119to.pdf" in done.stdout


def test_no_screen_is_said_in_a_sentence(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert "no screen" in refusal(capsys)


# -- Qt ----------------------------------------------------------------------------------------------------------

WITHOUT_QT = """
import sys
from elephants.cli import main
code = main(sys.argv[1:])
loaded = sorted(name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6"))
sys.exit(f"Qt was imported: {loaded}" if loaded else code)
"""


def test_no_command_imports_qt(store: Path, tmp_path: Path) -> None:
    at = ["--store", str(store)]
    for words in (
        ["sessions", "--json", *at],
        ["decisions", *at],
        ["minutes", "2", "--to", str(tmp_path / "m.pdf"), *at],
        ["rehearse", EVENING, "--store", str(tmp_path / "new"), "--papers", str(tmp_path)],
    ):
        done = python(WITHOUT_QT, *words)
        assert (done.returncode, done.stderr) == (0, ""), words
