"""Papers that were printed before something was forgotten: `elephants check-paper` says what it can and cannot know."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from elephants import cli
from elephants.checking import reading
from elephants.desk import Desk
from elephants.paper import papers
from elephants.sessions.forgetting.long_enough import let_long_enough_go
from elephants.sessions.forgetting.person import forget_person
from elephants.sessions.forgetting.whole_session import forget_session
from tests import forgetting as told
from tests.store import play

NEXT_YEAR = date(2027, 12, 9)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two evenings, and the minutes of the first as they were printed; a word was corrected since."""
    path = tmp_path_factory.mktemp("held") / "elephants.store"
    told.two_evenings(play.new_desk(path)).close()
    with reading(path) as desk:
        session = desk.open(told.first(desk).id)
        (path.parent / "old.pdf").write_bytes(papers.build(session))
        session.items[0].points[0].text += ", and more"
        (path.parent / "altered.pdf").write_bytes(papers.build(session))
        session.items.pop()
        (path.parent / "cut.pdf").write_bytes(papers.build(session))
    return path


@pytest.fixture
def desk(held: Path, tmp_path: Path) -> Desk:
    copytree(held.parent, tmp_path / "copy")
    return play.new_desk(tmp_path / "copy" / held.name)


def checked(desk: Desk, capsys: pytest.CaptureFixture[str], name: str = "old") -> str:
    desk.close()
    cli.main(["check-paper", str(desk.store.path.parent / f"{name}.pdf"), "--store", str(desk.store.path)])
    said = capsys.readouterr()
    return said.out or said.err


@pytest.mark.torture
def test_before_the_paper_matches(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert "matches the newest version" in checked(desk, capsys)


@pytest.mark.parametrize("name", ["old", pytest.param("altered", marks=pytest.mark.torture)])
def test_of_what_was_kept_long_enough_it_says_what_it_cannot_know(
    desk: Desk, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    desk.change(desk.home, let_long_enough_go, NEXT_YEAR)
    said = checked(desk, capsys, name)
    assert "The code is ours (version 2" in said
    assert "All that is still kept of this record is in this paper." in said
    assert "can no longer be checked" in said
    assert told.VIEW in said
    assert told.TITLE not in said
    assert "not all ours" not in said


def test_a_line_left_out_of_what_is_still_kept_is_found(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.change(desk.home, let_long_enough_go, NEXT_YEAR)
    said = checked(desk, capsys, "cut")
    assert "not all ours" in said
    assert told.TITLE in said


@pytest.mark.torture
def test_a_name_that_was_forgotten_is_no_alarm(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    yes = [one.asked for one in told.asked(desk).lines]
    desk.change(desk.home, forget_person, told.NAME, yes, desk.today())
    said = checked(desk, capsys)
    assert "All that is still kept" in said
    assert told.POINT in said


def test_of_a_forgotten_session_only_the_code_is_known(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.change(play.space_of(desk), forget_session, told.first(desk).id, desk.today())
    said = checked(desk, capsys)
    assert "Its session was forgotten since" in said
    assert "Tuesday 24 November 2026" in said
