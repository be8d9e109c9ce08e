from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from elephants.paper.fonts import drawable, missing
from elephants.paper.papers import build, file_name, warnings, write
from elephants.sessions.base import Refused
from tests.paper.evening import evening
from tests.paper.reading import fonts_of, inside, says_of_itself


@pytest.mark.parametrize("paper", ["minutes", "outcome"])
def test_two_runs_give_the_same_bytes_and_all_fonts_are_inside(paper: str) -> None:
    session = evening()
    once = build(session, paper)
    assert once == build(session, paper)
    assert all(embedded for _, embedded in fonts_of(once))
    assert b"Helvetica" not in inside(once)


@pytest.mark.parametrize("paper", ["minutes", "outcome"])
def test_the_metadata_holds_only_a_title_without_words_of_the_room(paper: str) -> None:
    said = says_of_itself(build(evening(), paper))
    assert said.keys() == {"Title"}
    assert "Tuesday 24 November 2026" in said["Title"]


def test_the_file_is_named_by_date_space_and_kind() -> None:
    session = evening()
    assert file_name(session) == "2026-11-24, Tuesday kitchen, minutes.pdf"
    assert file_name(session, "outcome") == "2026-11-24, Tuesday kitchen, outcome sheet.pdf"
    draft = evening(agreed=False)
    assert file_name(draft) == "2026-11-24, Tuesday kitchen, minutes, Draft, not yet read back.pdf"


@pytest.mark.parametrize("name", ["../../etc/passwd", 'a:b*c?"<>|', "   ", "..", "x" * 500, "con\x00\n\x07", "日本"])
def test_a_space_of_any_name_gives_a_name_a_disk_takes(name: str, tmp_path: Path) -> None:
    session = evening()
    session.space.name = name
    file = tmp_path / file_name(session)
    assert file.parent == tmp_path
    write(b"%PDF", file)
    assert file.read_bytes() == b"%PDF"


def test_writing_leaves_nothing_beside_the_paper(tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    write(b"one", file)
    write(b"two", file)
    assert file.read_bytes() == b"two"
    assert [one.name for one in tmp_path.iterdir()] == ["paper.pdf"]


def test_a_folder_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"There is no folder .*nowhere"):
        write(b"x", tmp_path / "nowhere" / "paper.pdf")


def test_a_folder_in_the_place_of_the_paper_is_said(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="is a folder"):
        write(b"x", tmp_path)
    assert not list(tmp_path.parent.glob("*.part"))


@pytest.mark.parametrize(
    ("code", "sentence"),
    [(errno.ENOSPC, "disk is full"), (errno.EACCES, "read-only"), (errno.EROFS, "read-only"), (errno.EIO, "could not")],
)
def test_what_the_disk_refuses_is_said_and_the_old_paper_stays(
    code: int, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "paper.pdf"
    write(b"old", file)

    def refuse(*_: object) -> None:
        raise OSError(code, "no")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(Refused, match=sentence):
        write(b"new", file)
    assert file.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["paper.pdf"]


def test_letters_no_font_has_are_told_to_whoever_prints() -> None:
    session = evening()
    assert warnings(session) == []
    session.celebrate = "We sang \U0001f3b6 together"
    [warning] = warnings(session)
    assert "\U0001f3b6" in warning


def test_drawable_words_hold_no_letter_without_a_font() -> None:
    assert drawable("a\tb\nc   d") == "a b c d"
    assert drawable("caf\u0065\u0301") == "caf\u00e9"
    assert drawable("\u202eabc\u202c\x07\ufeff") == "abc"
    assert drawable("\U0001f600") == "(grinning face)"
    assert drawable("\ud800x") == "x"
    assert drawable("say \u0645\u0631\u062d\u0628\u0627 now") == "say \u0645\u0631\u062d\u0628\u0627 now"
    assert drawable("say \u0c28\u0c2e\u0c38\u0c4d\u0c15\u0c3e\u0c30\u0c02 now") == "say (Telugu letters) now"
    assert drawable("\u65e5\u672c") == "(Chinese letters)"
    assert missing(["plain words", "h\u00e9"]) == []
